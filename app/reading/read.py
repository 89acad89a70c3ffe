"""Which reader takes which file. A new format is one file `from_name.py` and one line in READERS."""

from collections.abc import Callable, Iterator

from app.reading import from_csv, from_html, from_jsonl, from_md, from_txt
from app.reading.look import Look, is_html, look
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

Reader = Callable[[Source], Iterator[Article]]

READERS: dict[str, Reader] = {
    ".txt": from_txt.read,
    ".text": from_txt.read,
    ".md": from_md.read,
    ".markdown": from_md.read,
    ".html": from_html.read,
    ".htm": from_html.read,
    ".xhtml": from_html.read,
    ".jsonl": from_jsonl.read,
    ".csv": from_csv.read,
    ".tsv": from_csv.read,
}


def read_source(source: Source) -> Iterator[Article]:
    """The articles of a file, one by one; a table has many.

    Raises CannotRead, and for a table with bad rows only after all its good ones, so take the articles as they come.
    """
    if not source.data.strip():
        raise CannotRead(f"{source.shown} is empty. Look whether it was saved or copied completely.")
    return _reader(source)(source)


def can_read(name: str) -> bool:
    """Whether a file of this name may be read, judged by its ending alone."""
    ending = Source(name, b"").ending
    return ending in READERS or not ending


def endings() -> str:
    """The endings of all readable files, for sentences: ".csv, .htm, …"."""
    return ", ".join(sorted(READERS))


def _reader(source: Source) -> Reader:
    found = look(source.data)
    if found and found.ending in READERS:
        return READERS[found.ending]
    if found:
        raise CannotRead(_other(source, found))
    if is_html(source.data) and source.ending not in (".jsonl", ".csv", ".tsv"):
        return from_html.read
    if not source.ending:
        return from_txt.read
    if source.ending not in READERS:
        raise CannotRead(unknown(source.name))
    return READERS[source.ending]


def unknown(name: str) -> str:
    """The sentence for a file whose ending nobody reads."""
    return f"Dateline does not read files like “{name}”. Save it as one of these: {endings()}."


def _other(source: Source, found: Look) -> str:
    advice = f"Save its words as text, or as one of these: {endings()}."
    if found.ending and found.ending == source.ending:
        return f"{source.shown} is {found.name}, which Dateline does not read. {advice}"
    return f"{source.shown} is {found.name}, whatever its name says, and Dateline does not read that. {advice}"
