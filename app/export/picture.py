"""The figure of an export, laid out: the same for PNG, SVG, PDF, the web page and the preview of the dialog."""

from typing import TYPE_CHECKING

import numpy as np

from app.export.job import Export
from app.importing import counted
from app.lanes import lanes_for
from app.showing_time import day_zero
from storage.moment import Moment
from widgets.dates import day_and_month, written, year
from widgets.timeline.arrangement import arranged
from widgets.timeline.day_zero import DayZero
from widgets.timeline.spans import Span, fitted, whole

if TYPE_CHECKING:
    from widgets.figure.figure import Figure


def figure_of(export: Export) -> "Figure":
    """The events of the job on their pages; Qt must have been started. WrongUse for what no figure can be."""
    from widgets.figure.figure import Figure, Page  # Qt, which the tables do without
    from widgets.timeline.sheet import Told, sheet_of

    library, options = export.library, export.figure.checked()
    columns = library.columns(np.asarray(export.events, dtype=np.int64))
    span = _span(export, fitted(whole(columns), today=0.0))
    lanes = arranged(lanes_for(library, columns, options.lanes, export.arrangement), export.arrangement)
    drawn, zero = int((lanes.of_row >= 0).sum()), _zero(export)
    head = _stretch(span, drawn) + (f"  ·  Day 0, {zero[1]}: {zero[0].title}" if zero else "")
    title = library.name if options.title is None else options.title
    told = Told(title, head if options.subtitle is None else options.subtitle, _foot(export, drawn))
    size, counted_from = (options.width, options.height), zero[0] if zero else None
    made = sheet_of(columns, lanes, library.titles, span, told, *size, options.look, counted_from)
    return Figure((Page(made.width, made.height, made),), options, title)


def _zero(export: Export) -> tuple[DayZero, str] | None:
    """What days are counted from, and its date in words."""
    events = export.library.events([] if export.day_zero is None else [export.day_zero])
    zero = day_zero(events[0]) if events else None
    return (zero, written(events[0].when)) if zero and events[0].when else None


def _span(export: Export, shown: Span) -> Span:
    first = shown.start if export.first is None else export.first
    last = shown.end if export.last is None else export.last
    return Span(first, max(last, first + 1 / 24)).allowed()


def _stretch(span: Span, events: int) -> str:
    """ "12 December 2016 to 24 December 2016", or that there is nothing to see."""
    if not events:
        return "No dated events"
    first, last = Moment(int(span.start // 1)), Moment(int(-(-span.end // 1)) - 1)
    near = None if first.civil[0] != last.civil[0] else first.civil[0]
    head = day_and_month(first, near) if near is not None else f"{day_and_month(first)} {year(first.civil[0])}"
    return f"{head} to {day_and_month(last)} {year(last.civil[0])}"


def _foot(export: Export, drawn: int) -> str:
    counts = export.library.counts()
    whole = f"{drawn:,} of {counted(counts.events, 'event')} from {counted(counts.articles, 'article')}"
    return f"{whole}. Dates are local dates as the sources give them.  ·  Made with Dateline"
