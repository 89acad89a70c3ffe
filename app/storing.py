"""What was taken, into a library: nothing twice, all of a drop as one step of undo. No Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.fetching.address import Address
from app.importing import Found, Taken, counted
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


class Drop:
    """What comes into a library together. It may come in pieces; as long as nothing else is done between, undo takes all."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._part_of: int | None = None

    def store(self, taken: Sequence[Taken]) -> list[Outcome]:
        """Put these into the library, all of them on the disk before this returns; one outcome each."""
        new_of = _new_of(self._library, taken)
        incoming = Incoming(self._library)
        ids = {one.article.text: incoming.add(one) for new in new_of for one in new}
        articles = [_articles_of(self._library, one, ids) for one in taken]
        arrivals = replace(_arrivals(taken, articles), bands=incoming.bands)
        self._part_of = self._library.apply(incoming.change(), arrivals, self._part_of)
        copies = {text: incoming.copies[one] for text, one in ids.items() if one in incoming.copies}
        return [_outcome(one, new, ids, own, copies) for one, new, own in zip(taken, new_of, articles, strict=True)]


def store(library: Library, taken: Taken) -> Outcome:
    """Put what was taken into a library as one step that can be undone; what is there already is not doubled."""
    return Drop(library).store([taken])[0]


def _new_of(library: Library, taken: Sequence[Taken]) -> list[list[Found]]:
    """For each those whose words the library does not have; of several with the same words the first."""
    seen: set[str] = set()
    new_of = []
    for one in taken:
        new = []
        for found in one.found:
            text = found.article.text
            if text not in seen and library.article_of_text(text) is None:
                new.append(found)
            seen.add(text)
        new_of.append(new)
    return new_of


def _articles_of(library: Library, taken: Taken, new: dict[str, int]) -> tuple[int, ...]:
    """The ids of all articles of an input, whether they are new or not, each once."""
    texts = dict.fromkeys(found.article.text for found in taken.found)
    ids = (new.get(text) or library.article_of_text(text) for text in texts)
    return taken.known or tuple(one for one in ids if one is not None)


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


def _outcome(
    taken: Taken, new: list[Found], ids: dict[str, int], articles: tuple[int, ...], copies: dict[str, Article]
) -> Outcome:
    """Of an input of which a part is new, the articles are the new ones."""
    if not articles:
        fate = Fate.SKIPPED if taken.passed_over else Fate.FAILED
        return Outcome(taken.path, taken.name, fate, 0, taken.trouble, asks=taken.asks)
    if not new:
        told = f"{_twice(len(articles))} {taken.trouble}".rstrip()
        return Outcome(taken.path, taken.name, Fate.DUPLICATE, 0, told, articles, lost=taken.lost)
    events = sum(len(one.extraction.events) for one in new)
    own = tuple(ids[one.article.text] for one in new)
    told = _told(taken, new, events, copies)
    return Outcome(taken.path, taken.name, Fate.IMPORTED, events, told, own, len(_foreign(new)), taken.lost)


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


def _told(taken: Taken, new: list[Found], events: int, copies: dict[str, Article]) -> str:
    """A sentence on what came of it, with what went wrong in part of a table."""
    parts = [counted(events, "event")]
    if len(taken.found) > 1:
        parts.insert(0, counted(len(new), "article"))
    if len(new) < len(taken.found):
        parts.append(f"{len(taken.found) - len(new):,} already there")
    if copied := sum(one.article.text in copies for one in new):
        many = f"{copied:,} are copies of other articles and count as their reports"
        parts.append(many if len(new) > 1 else _copy_of(copies[new[0].article.text]))
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
