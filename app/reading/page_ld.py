"""The days that a page's JSON-LD gives its article, also where it tells of several articles or is not quite JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 2_000_000  # letters of one script
_MOST = 20_000  # values that are looked at; a page of news has some hundreds

# "NewsArticle", "BlogPosting", "ReportageNewsArticle"; "WebPage" tells of the same day where there is no article
_ARTICLES = re.compile(r"article|posting|report(?:age)?$|^review$|statement|announcement", re.IGNORECASE)
_PAGES = re.compile(r"page$|creativework$", re.IGNORECASE)
# what has a day of its own that is not the article's
_OTHERS = re.compile(
    r"comment|video|image|audio|media|event|person|organization|product|list|answer|question|podcast|episode",
    re.IGNORECASE,
)
# '"datePublished": "2016-12-17T10:00"' in a script that is no JSON
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{6,40})"', re.IGNORECASE)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Told:
    """An object of the script: how sure its kind is that of the article, its day, and what names it."""

    rank: int
    day: str
    names: frozenset[str]


def days_published(tree: "HtmlElement", names: frozenset[str]) -> list[str]:
    """The values of datePublished, the likeliest first; `names` are headlines and addresses of the page, as `name` makes them.

    Of several articles the one of that name is meant; without it, those of a list of other articles are none.
    """
    told = [one for script in _scripts(tree) for one in _told(script)]
    told.sort(key=lambda one: (not one.names & names, one.rank))
    best = [one for one in told if one.rank == told[0].rank]
    if told and not told[0].names & names and len({one.day for one in best}) > 1:
        return []
    return list(dict.fromkeys(one.day for one in told))


def name(text: str) -> str:
    """A headline or address so that two spellings of it are equal."""
    return _SPACES.sub(" ", text).strip().rstrip("/").removeprefix("https://").removeprefix("http://").casefold()


def _scripts(tree: "HtmlElement") -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield (script.text or "")[:_LONGEST]


def _told(script: str) -> Iterator[_Told]:
    try:
        # pages write line ends into strings, which strict JSON has not
        whole = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        yield from (_Told(3, day, frozenset()) for day in dict.fromkeys(_PUBLISHED.findall(script)))
        return
    for one in _objects(whole):
        rank = _rank(one)
        if rank is not None and isinstance(one.get("datePublished"), str):
            yield _Told(rank, one["datePublished"], _names(one))


def _objects(whole: Any) -> Iterator[dict[str, Any]]:
    """Every object in the script, those on top first."""
    waiting = [whole]
    for value in islice(waiting, _MOST):  # which grows under way
        if isinstance(value, dict):
            yield value
            if not any(_OTHERS.search(kind) for kind in _kinds(value)):
                waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _rank(one: dict[str, Any]) -> int | None:
    kinds = _kinds(one)
    if any(_OTHERS.search(kind) for kind in kinds):
        return None
    if any(_ARTICLES.search(kind) for kind in kinds):
        return 0
    return 1 if any(_PAGES.search(kind) for kind in kinds) else 2


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(one: dict[str, Any]) -> frozenset[str]:
    whole = one.get("mainEntityOfPage")
    page = whole.get("@id") if isinstance(whole, dict) else whole
    named = (one.get("headline"), one.get("name"), one.get("url"), one.get("@id"), page)
    return frozenset(name(value) for value in named if isinstance(value, str) and value.strip())
