"""The figure of an export, laid out: the same for PNG, SVG, PDF, the web page and the preview of the dialog."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from app import __version__
from app.export.chronology import chronology
from app.export.citing import cited
from app.export.job import Export
from app.export.readable import readable
from app.importing import counted
from app.lanes import lanes_for
from app.showing_time import day_zero
from storage.columns import Columns, Lanes, TitlesOf
from storage.library import Library
from storage.moment import Moment, civil, day_number, days_in_month
from widgets.dates import day_and_month, written
from widgets.figure.content import Breathe, Content, Words, nothing
from widgets.figure.options import Sources
from widgets.timeline.arrangement import arranged
from widgets.timeline.day_zero import DayZero
from widgets.timeline.measured import days_words
from widgets.timeline.spans import Span, bulk, fitted, in_whole_days, whole

if TYPE_CHECKING:
    from widgets.figure.figure import Figure

FAR = 25.0
"""A time so many times as long as that of most events leaves no room for these."""
ROOMY = 40.0
"""Days from which on some room is left at both ends."""
IN_CLOCK, IN_MONTHS = 2, 1096
"""The stretch is told with clock times below so many days; beyond so many a view is told in months."""
NO_YEAR = 1 << 40
"""Such years are none, so that a year is always written."""


def figure_of(export: Export, breathe: Breathe = nothing) -> "Figure":
    """The events of the job on their pages; Qt must have been started. WrongUse for what no figure can be."""
    from widgets.figure.composing import compose  # Qt, which the tables do without

    return compose(content_of(export, breathe), export.figure.checked())


def content_of(export: Export, breathe: Breathe = nothing) -> Content:
    """What the figure shows, found in the library."""
    library, options = export.library, export.figure
    columns = library.columns(np.asarray(export.events, dtype=np.int64))
    span = _span(export, columns)
    lanes = _lanes(export, columns)
    inside = (lanes.of_row >= 0) & (columns.start < span.end) & (columns.end > span.start)
    shown = columns.take(np.flatnonzero(inside))
    told = None
    if options.sources is not Sources.NONE:
        told = cited(library, shown.ids.tolist(), options.sources is Sources.QUOTES, breathe)
    zero = _zero(export)
    return Content(
        columns=columns,
        lanes=lanes,
        titles_of=_readable(library.titles, breathe),
        span=span,
        words=_words(export, shown, span, zero),
        zero=zero[0] if zero else None,
        sources=told.sources if told else (),
        further_sources=told.further if told else 0,
        cited_of=told.numbers_of if told else None,
        breathe=breathe,
    )


def _span(export: Export, columns: Columns) -> Span:
    """What was asked for, else where the events are; one that is very far from nearly all others is only counted."""
    everything, most = whole(columns), bulk(columns)
    if everything and most and everything.length > FAR * max(most.length, 1.0):
        everything = most
    found = in_whole_days(fitted(everything, today=0.0, room=(0.0, 0.0)))
    if found.length > ROOMY:
        found = in_whole_days(found.padded(0.008, 0.008))
    first = found.start if export.first is None else export.first
    last = found.end if export.last is None else export.last
    return Span(first, max(last, first + 1 / 24)).allowed()


def _lanes(export: Export, columns: Columns) -> Lanes:
    by, arrangement = export.figure.lanes, export.arrangement
    found = arranged(lanes_for(export.library, columns, by, arrangement), arrangement)
    return replace(found, lanes=tuple(replace(lane, label=readable(lane.label, 200)) for lane in found.lanes))


def _readable(titles_of: Callable[[Sequence[int]], dict[int, str]], breathe: Breathe) -> TitlesOf:
    def answer(ids: Sequence[int]) -> dict[int, str]:
        breathe()  # as often as a lane is laid out
        return {one: readable(title) for one, title in titles_of(ids).items()}

    return answer


def _words(export: Export, shown: Columns, span: Span, zero: tuple[DayZero, str] | None) -> Words:
    options, library = export.figure, export.library
    time = _time(export, shown, span)
    title = readable(library.name if options.title is None else options.title)
    below = [time or "No dated events", f"Day 0, {zero[1]}: {readable(zero[0].title)}" if zero else ""]
    if len(shown) and options.sources is not Sources.NONE:
        below.append("Small numbers name the sources")
    subtitle = " · ".join(filter(None, below)) if options.subtitle is None else readable(options.subtitle)
    made = f", {day_and_month(Moment.of(*options.made.timetuple()[:3]), NO_YEAR)}" if options.made else ""
    credit = " · ".join(filter(None, [readable(options.credit), f"Made with Dateline{made}"]))
    foot = _foot(export, shown, span)
    told = chronology(library, shown, title, time)
    return Words(title, subtitle, foot, credit, f"Dateline {__version__}", told)


def _time(export: Export, shown: Columns, span: Span) -> str:
    """The days that were asked for, or those of the events; "" where there are none."""
    told = whole(shown)
    if told is None:
        return ""
    days = in_whole_days(told)
    first = span.start if export.first is not None else max(days.start, span.start)
    last = span.end if export.last is not None else min(days.end, span.end)
    last = max(last, first + 1 / 24)
    return days_words(*(in_whole_months(first, last) if last - first > IN_MONTHS else in_days(first, last)))


def in_days(first: float, last: float) -> tuple[float, float]:
    """A view begins and ends at some minute, which says nothing of what lasts for days."""
    return (first, last) if last - first < IN_CLOCK else (float(floor(first)), float(ceil(last)))


def in_whole_months(first: float, last: float) -> tuple[float, float]:
    """The months that a long view begins and ends in; days that were asked for as days stay."""
    if first.is_integer() and last.is_integer():
        return first, last
    (from_year, from_month, _), (to_year, to_month, _) = civil(floor(first)), civil(ceil(last) - 1)
    end = day_number(to_year, to_month, days_in_month(to_year, to_month)) + 1
    return float(day_number(from_year, from_month, 1)), float(end)


def _zero(export: Export) -> tuple[DayZero, str] | None:
    """What days are counted from, and its date in words."""
    events = export.library.events([] if export.day_zero is None else [export.day_zero])
    zero = day_zero(events[0]) if events else None
    return (zero, written(events[0].when)) if zero and events[0].when else None


def _foot(export: Export, shown: Columns, span: Span) -> str:
    """ "29 of 32 events from 5 articles (2 without a date, 1 outside this time). Dates are …" """
    counts = export.library.counts()
    why = ", ".join(_missing(export.library, len(shown), span))
    told = f"{len(shown):,} of {counted(counts.events, 'event')} from {counted(counts.articles, 'article')}"
    return f"{told}{f' ({why})' if why else ''}. Dates are local dates as the sources give them."


def _missing(library: Library, shown: int, span: Span) -> Iterator[str]:
    """Why events of the library are not shown; rejected ones do not count as its events."""
    counts, dated = library.counts(), library.columns()
    outside = int(np.count_nonzero((dated.start >= span.end) | (dated.end <= span.start)))
    chosen_out = counts.events - shown - counts.undated - outside
    for count, words in (
        (counts.undated, "without a date"),
        (outside, "outside this time"),
        (chosen_out, "not chosen"),
    ):
        if count > 0:
            yield f"{count:,} {words}"
