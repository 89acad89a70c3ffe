"""Days on which a page says that its article appeared: in its metadata, in marked elements, in the line of its headline.

That an article was changed or that a comment was written on a day is no publication. Where the page contradicts itself, every
day that it names stays a candidate.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reading import page_ld
from app.reading.dates import written
from app.reading.page_headline import Headline
from app.reading.page_lines import dated_lines
from app.reading.page_spots import words_of
from app.reading.said_days import days_said
from storage.model import Basis, Moment, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LETTERS = re.compile(r"[^a-z]+")
# names of meta elements without their signs: "article:published_time", "DC.date.issued"; not "video:publish_date"
_PUBLISHED = re.compile(
    r"(?!video|image|audio|comment|last)[a-z]{0,20}"
    r"(?:published(?:time|date)?|publish(?:time|date)|publicationdate|pubdate|datepublished|dateposted|postdate|issued)"
    r"|sailthrudate|articledate|releasedate|weiboarticlecreateat"
)
# names for the article's day or for that of its file: "date", "dcterms.created"
_LIKELY = re.compile(
    r"(?:dc|dcterms|citation|display)?date|(?:dc|dcterms|article)?(?:date)?(?:created|submitted)|creationdate"
)
# names such as "article:modified_time", "og:updated_time", "last-modified", "dateUpdate"
_CHANGED = re.compile(r"[a-z]{0,20}(?:modified|updated?|revised|lastmod)(?:time|date)?")
# seconds or thousandths since 1970; not "20161217"
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?", re.ASCII)
_ADDRESS = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)  # the day in "//x.example/2016/12/17.jpg" is a picture's
_SECONDS_OF_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class PageDays:
    """The day that the page gives as its article's, and all others that it names, the likeliest first."""

    published: Published | None
    others: tuple[Published, ...]


def days_of(tree: "HtmlElement", tag: str, title: str, address: str, headline: Headline) -> PageDays:
    """The days of a page in the language of the `tag`."""
    names = frozenset(page_ld.name(one) for one in (title, headline.text, address) if one)
    sure = [*_metadata(tree, names, tag), *_marked(tree, tag)]
    lines = dated_lines(tree, headline, tag)
    sure += [Published(line.day, line.basis, line.words) for line in lines if line.sure]
    unsure = [Published(line.day, Basis.GUESS, line.words) for line in lines if not line.sure]
    unsure += _days(_metas(tree, _CHANGED), tag, Basis.GUESS)
    return PageDays(sure[0] if sure else None, (*sure[1:], *unsure))


def _metadata(tree: "HtmlElement", names: frozenset[str], tag: str) -> Iterator[Published]:
    yield from _days(page_ld.days_published(tree, names), tag)
    yield from _days(_metas(tree, _PUBLISHED), tag)
    yield from _days(_metas(tree, _LIKELY), tag)


def _days(values: list[str], tag: str, basis: Basis = Basis.METADATA) -> Iterator[Published]:
    for value in values:
        day = moment(value, tag)
        if day:
            yield Published(day, basis, value.strip())


def moment(value: str, tag: str) -> Moment | None:
    """The day in a field that a page keeps for one."""
    day = written(value)
    if day or _ADDRESS.match(value):
        return day
    if _SECONDS.fullmatch(value.strip()):
        return Moment(int(value.strip()[:10]) // _SECONDS_OF_A_DAY)
    said = days_said(value, tag)
    return said[0].day if said else None


def _metas(tree: "HtmlElement", names: re.Pattern[str]) -> list[str]:
    found = []
    for meta in tree.iter("meta"):
        keys = (meta.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        if any(names.fullmatch(_LETTERS.sub("", key.lower())) for key in keys if key):
            found.append(meta.get("content") or meta.get("value") or "")
    return found


def _marked(tree: "HtmlElement", tag: str) -> list[Published]:
    """Elements that microdata marks as the day of publication. Of several that differ, none is the article's."""
    marked = tree.xpath("//*[@itemprop='datePublished'][not(self::meta)] | //time[@pubdate]")
    values = [one.get("content") or one.get("datetime") or one.get("title") or words_of(one) for one in marked]
    found = list(_days(values, tag))
    return found[:1] if len({one.day for one in found}) == 1 else []
