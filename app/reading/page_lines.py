"""Lines of a page that tell a day beside its headline, as "By Jane Doe | 17 December 2016" does, and how sure each is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from app.reading.dates import written
from app.reading.page_headline import Headline
from app.reading.page_spots import LINE, Spot, names_of, spots_of, words_of
from app.reading.said_days import Said, days_said
from storage.model import Basis, Moment, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BESIDE = (
    40  # bytes beside the day in a line that nothing marks: "| 10:30", "Berlin"; a Chinese letter says as much as three
)
_OTHER_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")  # "28.1.1975 (born 1974)" is no byline
_ABOVE, _BELOW = 150, 400  # letters from the headline within which a bare day is the article's
_FAR_ABOVE, _FAR_BELOW = 400, 3000  # and within which one that is marked as a date is

# classes of dates: "news-list-date", "datum", "posted-on", "entry-meta"; not "update" or "candidate"
_DATE_NAMES = re.compile(
    r"(?<![a-z])date|(?<!up)date(?![a-z])|datum|fecha|pub-?date|publi[sc]|posted|timestamp|byline|dateline|(?<![a-z])time(?![a-z])"
    r"|(?:article|post|entry|news|artikel|beitrag)[-_]{0,2}(?:info|meta)|meta[-_]?info",
    re.IGNORECASE,
)
# classes that say more: "published", "entry-date"; not "publisher"
_PUBLISHED_NAMES = re.compile(
    r"publish(?:ed|-?date|-?time)|pub-?date|entry-date|post-?date|date-?published", re.IGNORECASE
)
_CHANGED_NAMES = re.compile(r"updated|modif|changed|last-?(?:edit|mod|upd)", re.IGNORECASE)
# words before a day on which an article appeared: "Veröffentlicht am", "Publié le"; not "publisher"
_SAYS_PUBLISHED = re.compile(
    r"published|posted|veröffentlicht|erschienen|publié|publicad[oa]|pubblicat[oa]|опубликован|опубліковано|yayın|نشر|منتشر"
    r"|opublikowan|gepubliceerd|geplaatst|publicera|publisert|udgivet|julkaistu|objav|zveřejněno|发布|發布|公開|掲載|입력|등록",
    re.IGNORECASE,
)
# words before a day on which it was changed: "Updated:", "Stand:", "mis à jour"
_SAYS_CHANGED = re.compile(
    r"update|modified|edited|revised|aktualisiert|geändert|bearbeitet|\bstand\b|mise? à jour|modifié|\bmaj\b|actualizad"
    r"|modificad|atualizad|aggiornat|обновл|измен[её]н|оновлен|güncel|تحديث|به‌روز|zaktualizowan|bijgewerkt|gewijzigd|uppdatera|oppdatert"
    r"|opdateret|päivitetty|更新|업데이트|수정",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A day that a line tells, its words, and whether it is surely that of the article."""

    day: Moment
    words: str
    sure: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Found:
    day: Moment
    words: str
    before: int
    after: int
    strong: bool
    """Said or marked to be of publication."""
    marked: bool
    """Marked to be a date."""
    bare: bool
    """The line is a day and little else."""
    basis: Basis
    """Whether the words tell it or an attribute."""


def dated_lines(tree: "HtmlElement", headline: Headline, tag: str) -> list[DatedLine]:
    """Days in lines of their own, the likeliest first."""
    spots = list(spots_of(tree, headline.around))
    place = _place(spots, headline)
    found = [one for spot in spots if not spot.aside for one in _in(spot, tag) if one.marked or one.strong or one.bare]
    found.sort(key=lambda one: _distance(one, place))
    sure = _sure(found, place)
    first = {one.day: one for one in reversed(found)}
    return [DatedLine(one.day, one.words, one.day in sure, one.basis) for one in found if first[one.day] is one]


def _place(spots: Sequence[Spot], headline: Headline) -> tuple[int, int] | None:
    """The letters before and up to the end of the headline."""
    within = [spot for spot in spots if headline.element is not None and _holds(headline.element, spot.element)]
    return (within[0].before, within[-1].after) if within else None


def _holds(heading: "HtmlElement", element: "HtmlElement") -> bool:
    return heading is element or any(above is heading for above in islice(element.iterancestors(), 8))


def _distance(one: _Found, place: tuple[int, int] | None) -> float:
    """How far from the headline; what is marked counts as nearer, what stands above as farther."""
    top, bottom = place or (0, 0)
    distance = one.before - bottom if one.before >= bottom else 2 * abs(top - one.after)
    return distance - _BELOW * (one.marked + one.strong)


def _sure(found: Sequence[_Found], place: tuple[int, int] | None) -> set[Moment]:
    """Days that are surely those of the article: marked ones and one bare one near the headline.

    Far from the headline, and where nothing marks them, days that differ are those of a list.
    """
    near = {one.day for one in found if (one.marked or one.strong) and _is_near(one, place, _FAR_ABOVE, _FAR_BELOW)}
    bare = {one.day for one in found if one.bare and not one.marked and _is_near(one, place, _ABOVE, _BELOW)}
    strong = {one.day for one in found if one.strong}
    marked = {one.day for one in found if one.marked and place is None}
    return near.union(*(days for days in (bare, strong, marked) if len(days) == 1))


def _is_near(one: _Found, place: tuple[int, int] | None, above: int, below: int) -> bool:
    return place is not None and place[0] - above <= one.after and one.before <= place[1] + below


def _in(spot: Spot, tag: str) -> Iterator[_Found]:
    """The days that a run of words, or the marked element that begins with it, tells."""
    holder = _holder(spot)
    words = words_of(holder) if holder is not None and len(spot.words) < LINE else spot.words
    if len(words) > LINE:
        return
    names = names_of(holder) if holder is not None else ""
    said = days_said(words, tag)
    for one, lead in _led(words, said):
        strong = bool(_SAYS_PUBLISHED.search(lead) or _PUBLISHED_NAMES.search(names))
        # "3 May 2016 to 5 May 2016" is when something takes place
        if not _is_of_change(lead, names) and (strong or len(said) == 1):
            bare = _is_bare(words[: one.start] + words[one.end :])
            told = words[one.start : one.end]
            yield _Found(one.day, told, spot.before, spot.after, strong, holder is not None, bare, Basis.DATELINE)
    stamp = _stamp(holder) if holder is not None and not said else None
    if stamp and not _is_of_change(words, names):
        strong = bool(_SAYS_PUBLISHED.search(words) or _PUBLISHED_NAMES.search(names))
        yield _Found(stamp.day, stamp.words, spot.before, spot.after, strong, True, False, Basis.METADATA)


def _is_of_change(lead: str, names: str) -> bool:
    """Whether words or classes say that something was changed; "updated" beside "date" is a habit of makers of blogs."""
    return bool(_SAYS_CHANGED.search(lead) or (_CHANGED_NAMES.search(names) and not _DATE_NAMES.search(names)))


def _is_bare(rest: str) -> bool:
    return len(rest.encode()) <= _BESIDE and not _OTHER_YEAR.search(rest)


def _led(words: str, said: list[Said]) -> Iterator[tuple[Said, str]]:
    """Each day with the words between the one before and it."""
    start = 0
    for one in said:
        yield one, words[start : one.start]
        start = one.end


def _holder(spot: Spot) -> "HtmlElement | None":
    """The element that marks the words as a date: their own, or one of the two around it that is short."""
    element = spot.element
    for one in (element, *islice(element.iterancestors(), 2)):
        if one.tag == "time" or _DATE_NAMES.search(names_of(one)) or _CHANGED_NAMES.search(names_of(one)):
            return one if len(words_of(one)) <= LINE else None
    return None


def _stamp(element: "HtmlElement") -> Published | None:
    """The day in an attribute of an element: `<time datetime=…>`, `<abbr title=…>`."""
    values = (element.get(key) for key in ("datetime", "title", "content", "data-datetime"))
    days = ((written(value), value) for value in values if value)
    return next((Published(day, Basis.METADATA, value) for day, value in days if day), None)
