"""Text that was pasted or dropped, without a file."""

from app.reading.articles import Facts, article
from app.reading.source import Source
from storage.model import Article

READER = "text 1"


def from_text(text: str, url: str = "", title: str = "") -> Article:
    """The article in the text; CannotRead if there are no words in it. Its "original bytes" are its UTF-8."""
    source = Source(name="", data=text.encode("utf-8", "replace"), url=url)
    return article(source, text, READER, Facts(title=title))
