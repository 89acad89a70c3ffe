"""Which reader takes which file. A new format is one file `from_name.py` and one line in FORMATS."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from app.reading.look import ADVICE, Look, is_html, look
from app.reading.source import Source, named
from storage.errors import CannotRead
from storage.model import Article

Reader = Callable[[Source], Iterator[Article]]


@dataclass(frozen=True, slots=True)
class Format:
    """A sort of file: its name for people, which several may share, the module here that reads it, and how its files end."""

    name: str
    module: str
    endings: tuple[str, ...]

    @property
    def read(self) -> Reader:
        """Its reader, which is loaded when the first of its files comes."""
        return cast(Reader, import_module(f"app.reading.{self.module}").read)


FORMATS = (
    Format("text", "from_txt", (".txt", ".text")),
    Format("Markdown", "from_md", (".md", ".markdown")),
    Format("web pages", "from_html", (".html", ".htm", ".xhtml")),
    Format("web pages", "from_mhtml", (".mhtml", ".mht")),
    Format("web pages", "from_webarchive", (".webarchive",)),
    Format("PDF", "from_pdf", (".pdf",)),
    Format("Word", "from_docx", (".docx", ".docm", ".dotx")),
    Format("Word", "from_doc", (".doc", ".dot")),
    Format("OpenDocument", "from_odt", (".odt", ".ott")),
    Format("rich text", "from_rtf", (".rtf",)),
    Format("e-books", "from_epub", (".epub",)),
    Format("mails", "from_eml", (".eml",)),
    Format("mails", "from_msg", (".msg",)),
    Format("mails", "from_mbox", (".mbox",)),
    Format("Zip archives", "from_zip", (".zip", ".maff")),
    Format("tables of articles", "from_jsonl", (".jsonl",)),
    Format("tables of articles", "from_csv", (".csv", ".tsv")),
    Format("tables of articles", "from_xlsx", (".xlsx", ".xlsm")),
)
READERS = {ending: one for one in FORMATS for ending in one.endings}


def format_names() -> tuple[str, ...]:
    """What can be read, in words for people, each once."""
    return tuple(dict.fromkeys(one.name for one in FORMATS))


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
        return READERS[found.ending].read
    if found:
        raise CannotRead(_other(source, found))
    if is_html(source.data) and source.ending not in (".jsonl", ".csv", ".tsv"):
        return READERS[".html"].read
    if not source.ending:
        return READERS[".txt"].read
    if source.ending not in READERS:
        raise CannotRead(unknown(named(source.name)))
    return READERS[source.ending].read


def unknown(name: str) -> str:
    """The sentence for a file whose ending nobody reads."""
    advice = ADVICE.get(Source(name, b"").ending) or f"Save it as one of these: {endings()}."
    return f"Dateline does not read files like “{name}”. {advice}"


def _other(source: Source, found: Look) -> str:
    advice = ADVICE.get(found.name) or ADVICE.get(found.ending) or f"Save its words as one of these: {endings()}."
    if found.ending and found.ending == source.ending:
        return f"{source.shown} is {found.name}, which Dateline does not read. {advice}"
    return f"{source.shown} is {found.name}, whatever its name says, and Dateline does not read that. {advice}"
