"""Where an article came from and which others are copies of it, in words; names that tell the sources of an event apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.fetching.address import is_address
from storage import queries
from storage.model import Article
from widgets import dates
from widgets.shown import ShownSource

if TYPE_CHECKING:
    from storage.library import Library

MOST_COPIES = 3
"""So many copies of an article are named."""


def places(article: Article) -> list[tuple[str, str]]:
    """The file, or the address; one may have led to another, or the page itself names one."""
    if is_address(article.source):
        return [("Address", article.url), ("Fetched from", article.source if article.source != article.url else "")]
    return [("File", file_words(article)), ("Address", article.url)]


def file_words(article: Article) -> str:
    """ "report.txt"; of a member of an archive "mail.eml in letters, from stringer.zip"."""
    name = _path(article.source).rpartition("/")[2]
    inside = _inside(_path(article.source), _path(article.key))
    if not inside:
        return name
    archive = _path(article.source).removesuffix(f"/{inside}").rpartition("/")[2]
    folder = inside.rpartition("/")[0]
    return f"{name} in {folder}, from {archive}" if folder else f"{name}, from {archive}"


def _inside(path: str, key: str) -> str:
    """The place of a member in the file that holds it: the longest part of its key with which its path ends."""
    parts = key.split("/")
    ends = ("/".join(parts[first:last]) for last in range(len(parts), 0, -1) for first in range(last))
    return max((one for one in ends if one and path.endswith(f"/{one}")), key=len, default="")


def _path(told: str) -> str:
    return told.replace("\\", "/")


def name_of(article: Article) -> str:
    """What tells an article from others: “Talks in Astana”, The Wire, 17 Dec 2016 (a.txt)."""
    day = dates.day(article.published.day) if article.published else ""
    known = ", ".join(part for part in (article.publisher, day) if part)
    file = file_words(article)
    return f"“{article.title}”" + (f", {known}" if known else "") + (f" ({file})" if file else "")


def copies_of(library: Library, article: Article) -> str:
    """The other articles that are the same report, in words; "" where there are none."""
    if article.report is None:
        return ""
    ids = [one for one in queries.of_report(library.db, article.report) if one != article.id]
    named = [name_of(one) for one in library.articles(ids[:MOST_COPIES])]
    more = len(ids) - len(named)
    return "\n".join([*named, f"and {more:,} more"] if more else named)


def told_apart(sources: Sequence[ShownSource], articles: Sequence[Article]) -> tuple[ShownSource, ...]:
    """The sources of these articles, with the file behind each name that several of the same day have."""
    times = Counter((one.publisher, one.published) for one in sources)
    return tuple(
        replace(source, publisher=f"{source.publisher} · {file_words(article) or article.title}")
        if times[source.publisher, source.published] > 1
        else source
        for source, article in zip(sources, articles, strict=True)
    )
