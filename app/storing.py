"""What was taken, into a library: nothing twice, all of a drop as one step of undo. No Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.fetching.address import Address
from app.importing import Found, Taken, counted
from app.known import Known, unused_day
from app.reports import Incoming
from resources.languages import language_name, languages
from storage.arrivals import Arrivals
from storage.model import Article, Fate
from storage.originals import LARGEST

if TYPE_CHECKING:
    from storage.library import Library

FEWEST_WORDS = 8
"""By fewer words a language cannot be told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input in the library; `message` is one sentence where there is something to say."""

    path: str
    name: str
    status: Fate
    events: int = 0
    message: str = ""
    articles: tuple[int, ...] = ()
    foreign: int = 0
    """How many new articles are in a language that Dateline does not read."""
    lost: bool = False
    """Whether a part of it could not be read, whatever became of the rest."""
    asks: Address | None = None
    """The address as it would be fetched if the user allowed it."""


Sorted = tuple[Found | None, int]
"""The id of an article, with what was found in it if it is new."""


class Drop:
    """What comes into a library together. It may come in pieces; as long as nothing else is done between, undo takes all."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._part_of: int | None = None

    def store(self, taken: Sequence[Taken]) -> list[Outcome]:
        """Put these into the library, all of them on the disk before this returns; one outcome each."""
        known, incoming = Known(self._library), Incoming(self._library)
        sorted_out = [_sort_out(one, known, incoming) for one in taken]
        articles = [
            one.known or tuple(dict.fromkeys(number for _, number in own))
            for one, own in zip(taken, sorted_out, strict=True)
        ]
        arrivals = replace(_arrivals(taken, articles), bands=incoming.bands)
        self._part_of = self._library.apply(incoming.change(), arrivals, self._part_of)
        return [self._outcome(*each, incoming) for each in zip(taken, sorted_out, articles, strict=True)]

    def _outcome(self, taken: Taken, own: Sequence[Sorted], articles: tuple[int, ...], incoming: Incoming) -> Outcome:
        new = {number: found for found, number in own if found is not None}
        if articles and not new:
            return _duplicate(taken, self._library.articles(articles))
        return _outcome(taken, new, {one: incoming.copies[one] for one in new if one in incoming.copies})


def store(library: Library, taken: Taken) -> Outcome:
    """Put what was taken into a library as one step that can be undone; what is there already is not doubled."""
    return Drop(library).store([taken])[0]


def _sort_out(taken: Taken, known: Known, incoming: Incoming) -> list[Sorted]:
    """For each article its id; with what was found in it where it is new, of several that are the same the first."""
    own: list[Sorted] = []
    for found in taken.found:
        there = known.find(found.article)
        if there is None:
            number = incoming.add(found)
            known.add(number, found.article)
            own.append((found, number))
        else:
            own.append((None, there))
    return own


def _arrivals(taken: Sequence[Taken], articles: Sequence[tuple[int, ...]]) -> Arrivals:
    """What was read wholly need not be read again; where there was trouble, it should be told again."""
    originals: dict[str, bytes] = {}
    inputs: dict[str, tuple[int, ...]] = {}
    for one, ids in zip(taken, articles, strict=True):
        if one.found:
            sha256 = hashlib.sha256(one.original).hexdigest()
            originals[sha256] = one.original
            if not one.trouble:
                inputs[sha256] = ids
    return Arrivals(originals, inputs)


def _duplicate(taken: Taken, there: Sequence[Article]) -> Outcome:
    """Nothing new came of it; what else is to be said of it is said all the same."""
    by_text = {one.text: one for one in there}
    days = (unused_day(one.article, by_text[one.article.text]) for one in taken.found if one.article.text in by_text)
    told = " ".join(part for part in (_twice(len(there)), next(filter(None, days), ""), taken.trouble) if part)
    return Outcome(taken.path, taken.name, Fate.DUPLICATE, 0, told, tuple(one.id for one in there), lost=taken.lost)


def _outcome(taken: Taken, new: dict[int, Found], copies: dict[int, Article]) -> Outcome:
    """Of an input of which a part is new, the articles are the new ones."""
    if not new:
        fate = Fate.SKIPPED if taken.passed_over else Fate.FAILED
        return Outcome(taken.path, taken.name, fate, 0, taken.trouble, asks=taken.asks)
    found = list(new.values())
    events = sum(len(one.extraction.events) for one in found)
    told = _told(taken, found, events, list(copies.values()))
    return Outcome(taken.path, taken.name, Fate.IMPORTED, events, told, tuple(new), len(_foreign(found)), taken.lost)


def _foreign(new: Sequence[Found]) -> list[Found]:
    """Few words may be in any language."""
    return [
        one for one in new if one.article.language not in languages() and len(one.article.text.split()) >= FEWEST_WORDS
    ]


def on_languages(outcomes: Iterable[Outcome]) -> str:
    """One sentence for a whole drop on articles whose language nobody here reads; nothing where there are none."""
    foreign = sum(one.foreign for one in outcomes)
    if not foreign:
        return ""
    known = ", ".join(sorted(language_name(one) for one in languages()))
    number = "One article is" if foreign == 1 else f"{foreign:,} articles are"
    return f"{number} in a language that Dateline does not read, so no events were found there. It reads {known}."


def _twice(articles: int) -> str:
    if articles == 1:
        return "This article is in the library already. Nothing was added."
    many = "Both" if articles == 2 else f"All {articles:,}"
    return f"{many} articles are in the library already. Nothing was added."


def _copy_of(article: Article) -> str:
    """Publisher and file tell it from others that have the same title."""
    where = article.source.replace("\\", "/").rpartition("/")[2]
    known = ", ".join(part for part in (article.publisher, where) if part)
    behind = f" ({known})" if known else ""
    return f"a copy of “{article.title}”{behind}: together they count as one report"


def _told(taken: Taken, new: list[Found], events: int, copies: list[Article]) -> str:
    """A sentence on what came of it, with what went wrong in part of a table."""
    parts = [counted(events, "event")]
    if len(taken.found) > 1:
        parts.insert(0, counted(len(new), "article"))
    if len(new) < len(taken.found):
        parts.append(f"{len(taken.found) - len(new):,} already there")
    if copies:
        many = f"{len(copies):,} are copies of other articles and count as their reports"
        parts.append(many if len(new) > 1 else _copy_of(copies[0]))
    waiting = sum(one.article.published is None for one in new)
    if waiting == 1 and len(new) == 1:
        parts.append("no publication date known")
    elif waiting:
        parts.append(f"{waiting:,} without a publication date")
    if foreign := len(_foreign(new)):
        parts.append(f"{'not' if len(new) == 1 else f'{foreign:,} not'} in a language that Dateline reads")
    if len(taken.original) > LARGEST:
        parts.append(f"its file is larger than {LARGEST // 1_000_000} MB and is not kept in the library")
    return ", ".join(parts) + (f". {taken.trouble}" if taken.trouble else "")
