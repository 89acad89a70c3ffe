"""PDF documents: paragraphs in reading order, page by page as long as there is time; a scan is said to be one."""

import re
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from app.reading import titles
from app.reading.articles import Facts, article
from app.reading.noted import Noted
from app.reading.pdf_forms import typed_on
from app.reading.pdf_paragraphs import text_of, title_of
from app.reading.pdf_rows import Row, rows_of
from app.reading.pdf_running import without_running
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Moment, Published

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

READER = "pdf 1"

SECONDS = 20.0
"""What reading may take: a page more takes a moment, and then there is an end of time for all of them."""
_LONGEST = 5_000_000  # letters, some 1,700 pages

# meant for "D:20161217093000+03'00'" and "20161217", not for "2016"
_DAY = re.compile(r"(?:D:)?(?P<year>1[89]\d\d|2[01]\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)", re.ASCII)


def read(source: Source) -> Iterator[Article]:
    """The one article; Noted after it where pages are left out."""
    document = _opened(source)
    try:
        count = len(document)
        pages, typed, unread = _pages(document, count)
        facts = _facts(document, pages)
    finally:
        document.close()
    if not any(pages) and not typed:
        raise CannotRead(_wordless(source, count, len(unread)))
    # where every page says the same, that is what the document says
    words = text_of(without_running(pages)) or text_of(pages)
    text = "\n\n".join(filter(None, (words, *typed)))
    yield article(source, text, READER, facts)
    pictures = [number for number, rows in enumerate(pages, 1) if not rows and number not in unread and any(pages)]
    note = _note(source, count, len(pages), unread, pictures)
    if note:
        raise Noted(note)


def _opened(source: Source) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        return PdfDocument(source.data)
    except PdfiumError as trouble:
        if getattr(trouble, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise CannotRead(
                f"{source.shown} is locked with a password. Open it with the password, print it to a new PDF without "
                "one, and add that."
            ) from trouble
        if getattr(trouble, "err_code", None) == raw.FPDF_ERR_SECURITY:
            raise CannotRead(
                f"{source.shown} is locked in a way that Dateline does not know. Print it to a new PDF and add that."
            ) from trouble
        raise CannotRead(
            f"{source.shown} is damaged, or only a part of it is here. Download or copy it once more, or print it to a "
            "new PDF."
        ) from trouble


def _pages(document: "PdfDocument", count: int) -> tuple[list[list[Row]], list[str], set[int]]:
    """The rows of each page as far as time and room reach, what was typed on them, and the numbers of broken pages."""
    from pypdfium2 import PdfiumError

    ends = monotonic() + SECONDS
    pages: list[list[Row]] = []
    typed: list[str] = []
    unread: set[int] = set()
    letters = 0
    for number in range(count):
        if pages and (monotonic() > ends or letters > _LONGEST):
            break
        try:
            page = document[number]
            rows = _rows(page)
            typed += typed_on(page)
            page.close()
        except PdfiumError:
            rows = []
            unread.add(number + 1)
        pages.append(rows)
        letters += sum(len(row.text) for row in rows)
    return pages, typed, unread


def _rows(page: "PdfPage") -> list[Row]:
    words = page.get_textpage()
    try:
        return rows_of(words)
    finally:
        words.close()


def _facts(document: "PdfDocument", pages: list[list[Row]]) -> Facts:
    """What the document says of itself. The day it was made may be that of printing, so it is a guess."""
    told = document.get_metadata_dict()
    made = _day(told.get("CreationDate", ""))
    return Facts(
        title=titles.sensible(told.get("Title", "")) or (title_of(pages[0]) if pages else ""),
        author=told.get("Author", ""),
        guess=Published(made, Basis.GUESS, told["CreationDate"]) if made else None,
    )


def _day(words: str) -> Moment | None:
    found = _DAY.match(words)
    try:
        return Moment.of(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:  # "D:20160000"
        return None


def _wordless(source: Source, count: int, unread: int) -> str:
    if not count:
        return f"{source.shown} has no pages. Download or copy it once more."
    if unread == count:
        return f"{source.shown} is damaged: none of its pages can be read. Download it again or print it to a new PDF."
    return (
        f"{source.shown} has no text: its pages are pictures, as in a scan, or empty. "
        "Run a text recognition (OCR) over it and add the result."
    )


def _note(source: Source, count: int, read_pages: int, unread: set[int], pictures: list[int]) -> str:
    parts = []
    if read_pages < count:
        parts.append(
            f"{source.shown} is long: the first {read_pages:,} of its {count:,} pages were read in the time there is. "
            "Split it and add the rest."
        )
    if unread:
        parts.append(f"{_numbered(sorted(unread))} of {source.shown} could not be read, because the file is damaged.")
    if pictures:
        parts.append(
            f"{_numbered(pictures)} of {source.shown} "
            + ("has" if len(pictures) == 1 else "have")
            + " no text, only pictures or nothing. Run a text recognition (OCR) over the file if words are missing."
        )
    return " ".join(parts)


def _numbered(pages: list[int]) -> str:
    """ "Page 3", "Pages 3, 4, 9 …"."""
    if len(pages) == 1:
        return f"Page {pages[0]}"
    return f"Pages {', '.join(map(str, pages[:5]))}{' …' if len(pages) > 5 else ''}"
