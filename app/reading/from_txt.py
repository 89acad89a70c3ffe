"""Plain text files."""

from collections.abc import Iterator

from app.reading.articles import article
from app.reading.encoding import decode
from app.reading.look import is_text
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

READER = "txt 1"


def read(source: Source) -> Iterator[Article]:
    """The one article of a text file; paragraphs stay apart."""
    yield article(source, text_of(source), READER)


def text_of(source: Source) -> str:
    """The characters of the file; CannotRead if they are no text."""
    text = decode(source.data, source.charset)
    if not is_text(text):
        raise CannotRead(
            f"{source.shown} is not text: its bytes look like a program or a picture. "
            "Open it with the program it belongs to and save it as text."
        )
    return text
