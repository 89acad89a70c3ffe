"""The sources of a figure: articles in the order of their days, and which of them report an event, as numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.export import addresses
from app.export.readable import readable
from storage import queries
from storage.columns import TitlesOf
from storage.library import Library
from storage.queries import ArticleRow
from widgets.dates import day_and_month
from widgets.figure.content import Breathe, Source, nothing

MOST_SOURCES = 1000
"""More than that no figure lists."""
PIECE = 5_000
"""Events whose sources are looked up at a time."""
MOST_CITED = 5
"""Numbers or stretches of numbers beside a mark."""
NO_YEAR = 1 << 40
"""Such years are none, so that a year is always written."""
LONGEST_QUOTE = 300
MOST_QUOTES, LEAST_QUOTES, ALL_QUOTES = 200, 8, 6_000
"""Quotes of an article at the most, those that it has in any case, and of all articles together."""
Report = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """The list, how many articles it leaves out, and the numbers of each event's sources in it."""

    sources: tuple[Source, ...]
    further: int
    numbers_of: TitlesOf


def cited(library: Library, events: Sequence[int], quotes: bool, breathe: Breathe = nothing) -> Cited:
    """The articles that report some events."""
    reports = _reports(library, events, breathe)
    rows = library.article_rows({article for _, _, article in reports})
    rows.sort(key=lambda row: (row.day is None, row.day.start if row.day else 0.0, row.id))
    numbers, rows = _numbered(rows)
    listed = rows[:MOST_SOURCES]
    breathe()
    said, left_out = _quotes(library, reports, {row.id for row in listed}) if quotes else ({}, {})
    breathe()
    known = queries.addresses(library.db, [row.id for row in listed])
    sources = tuple(
        _source(row, known.get(row.id, ""), said.get(row.id, ()), left_out.get(row.id, 0)) for row in listed
    )
    return Cited(sources, len(rows) - len(listed), _numbers_of(reports, numbers))


def _reports(library: Library, events: Sequence[int], breathe: Breathe) -> list[Report]:
    """Piece by piece, the first found first."""
    found = list[Report]()
    for at in range(0, len(events), PIECE):
        breathe()
        found += queries.reports(library.db, events[at : at + PIECE])
    return sorted(found)


def _numbered(rows: Iterable[ArticleRow]) -> tuple[dict[int, int], list[ArticleRow]]:
    """The number of each article, and those that are listed: copies of a report have the number of its first one."""
    numbers: dict[int, int] = {}
    of_report: dict[int, int] = {}
    listed: list[ArticleRow] = []
    for row in rows:
        report = row.report or row.id
        if report not in of_report:
            listed.append(row)
            of_report[report] = len(listed)
        numbers[row.id] = of_report[report]
    return numbers, listed


def _numbers_of(reports: Iterable[Report], numbers: dict[int, int]) -> TitlesOf:
    found: dict[int, set[int]] = {}
    for _, event, article in reports:
        found.setdefault(event, set()).add(numbers[article])
    known: dict[int, str] = {}

    def answer(ids: Sequence[int]) -> dict[int, str]:
        for one in ids:
            if one not in known:
                known[one] = in_figures(found.get(one, ()))
        return {one: known[one] for one in ids}

    return answer


def in_figures(numbers: Iterable[int]) -> str:
    """ "3,4", "1–3,7", and "1,3,5,7,+4" where there are many; those that are not listed are only counted."""
    listed = sorted(number for number in numbers if number <= MOST_SOURCES)
    left_out = sum(number > MOST_SOURCES for number in numbers)
    runs = [[number for _, number in run] for _, run in groupby(enumerate(listed), lambda pair: pair[1] - pair[0])]
    parts = [part for run in runs for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]
    told = [len(run) if len(run) > 2 else 1 for run in runs for _ in (run[:1] if len(run) > 2 else run)]
    if len(parts) > MOST_CITED:
        left_out += sum(told[MOST_CITED - 1 :])
        parts = parts[: MOST_CITED - 1]
    return ",".join([*parts, f"+{left_out}"] if left_out else parts)


def _quotes(
    library: Library, reports: Iterable[Report], listed: set[int]
) -> tuple[dict[int, tuple[str, ...]], dict[int, int]]:
    """What each listed article says, in the order in which it was found, and how many quotes of it are left out."""
    most = min(MOST_QUOTES, max(LEAST_QUOTES, ALL_QUOTES // max(1, len(listed))))
    wanted: dict[int, list[int]] = {}
    for mention, _, article in reports:
        if article in listed:
            wanted.setdefault(article, []).append(mention)
    words = queries.quotes(library.db, [one for mentions in wanted.values() for one in mentions[:most]])
    said = {
        article: tuple(dict.fromkeys(readable(words[one], LONGEST_QUOTE) for one in mentions[:most]))
        for article, mentions in wanted.items()
    }
    return said, {article: len(mentions) - most for article, mentions in wanted.items() if len(mentions) > most}


def _source(row: ArticleRow, address: str, quotes: tuple[str, ...], left_out: int) -> Source:
    published = day_and_month(row.day, NO_YEAR) if row.day else "no date"
    words = readable(row.publisher, 120), readable(row.title, 240), published, readable(addresses.told(address))
    return Source(*words, quotes, left_out, addresses.link(address))
