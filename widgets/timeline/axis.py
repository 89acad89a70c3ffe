"""The calendar above the lanes: groups (months, years) over cells (days, hours), with grid lines and weekends. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.moment import weekday
from widgets.timeline.axis_words import GroupForm, Written, boundaries, cell_forms, group_forms, group_of
from widgets.timeline.day_zero import DayZero
from widgets.timeline.habits import Habits
from widgets.timeline.units import DAY, LADDER, WEEK, Unit
from widgets.timeline.words import Measure

MOST_CELLS, USUAL_WIDTH = 38, 2400.0
"""The first and the last one, cut by the edges of the view, come on top; wider views may have more."""
LEAST_HOURED = 160.0
"""Days narrower than so many px are not cut into hours: "Fri 16" says more than twice "00:00"."""
LEAST_DAY = 6.0
"""Days narrower than so many px are not told apart by weekends."""
INSET, TIGHT = 8.0, 2.5
"""Room before a label: what it has where there is enough, and at least."""
USUAL = Habits()

Stretches = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit of the calendar from `start` to `end` in px, also out of view; without room its label is empty.

    `word` begins at `x`, the bold `number` behind it at `number_x`.
    """

    start: float
    end: float
    x: float
    word: str
    number_x: float
    number: str
    weekend: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Several cells under one label at `x`; a `sticky` one began before the view, and its label stays at the edge."""

    start: float
    end: float
    x: float
    text: str
    sticky: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The whole axis in px from the left edge of the view; `grid` are the cells' boundaries inside the view."""

    unit: Unit
    groups: tuple[Group, ...]
    cells: tuple[Cell, ...]
    grid: tuple[float, ...]
    weekends: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _View:
    start: float
    end: float
    width: float
    measure: Measure
    scale: float
    zero: DayZero | None = None
    habits: Habits = USUAL

    @property
    def per_day(self) -> float:
        return self.width / (self.end - self.start)

    def x(self, time: float) -> float:
        return (time - self.start) * self.per_day

    def stretches(self, unit: Unit) -> Stretches:
        """The units with a moment in view."""
        if unit is WEEK:
            return self._seen(self.habits.weeks(self.start, self.end))
        return self._seen(boundaries(unit, self.start, self.end))

    def cells(self, unit: Unit) -> Stretches:
        """The same of the units that are counted: by the calendar, or from day zero."""
        return self._seen(self.zero.boundaries(unit, self.start, self.end)) if self.zero else self.stretches(unit)

    def _seen(self, times: Sequence[float]) -> Stretches:
        return [(begin, stop) for begin, stop in pairwise(times) if begin < self.end and stop > self.start]

    def ways(self, unit: Unit, stretches: Stretches) -> Iterator[list[Written]]:
        """How all cells can be written, the longest way first."""
        if self.zero is None:
            for form in cell_forms(unit):
                yield [form(begin) for begin, _ in stretches]
            return
        forms = [self.zero.forms(unit, begin) for begin, _ in stretches]
        for place in range(max(map(len, forms), default=1)):
            yield [written[min(place, len(written) - 1)] for written in forms]

    def widths(self, written: Written) -> tuple[float, float]:
        """Of the word with the space behind it, and of the number."""
        word, number = written
        before = self.measure(f"{word} " if number else word, "axis") if word else 0.0
        return before, self.measure(number, "axis_number") if number else 0.0


def axis_of(
    start: float,
    end: float,
    width: float,
    measure: Measure,
    scale: float = 1.0,
    zero: DayZero | None = None,
    habits: Habits = USUAL,
) -> Axis:
    """The axis for a stretch of time in so many px: cells of the finest unit that leaves room for all labels.

    With a day zero the cells count from it, below groups that stay those of the calendar. `habits` say when weeks begin
    and end.
    """
    view = _View(start, end, width, measure, scale, zero, habits)
    unit, stretches, written = _finest(view)
    cells = tuple(_cell(view, unit, one, label) for one, label in zip(stretches, written, strict=True))
    grid = tuple(cell.start for cell in cells if 0 < cell.start < width)
    return Axis(unit, _groups(view, unit), cells, grid, _weekends(view))


def _finest(view: _View) -> tuple[Unit, Stretches, list[Written]]:
    hours = view.per_day >= LEAST_HOURED * view.scale
    able = [unit for unit in LADDER if hours or unit.whole_days]
    most = MOST_CELLS * max(1.0, view.width / (USUAL_WIDTH * view.scale))
    fit_for = [unit for unit in able if view.end - view.start <= most * unit.days] or [LADDER[-1]]
    for unit in fit_for:
        stretches = view.cells(unit)
        for written in view.ways(unit, stretches):
            if all(_fits(view, one, label) for one, label in zip(stretches, written, strict=True)):
                return unit, stretches, written
    return unit, stretches, written


def _fits(view: _View, stretch: tuple[float, float], written: Written) -> bool:
    return sum(view.widths(written)) + 2 * TIGHT * view.scale <= (stretch[1] - stretch[0]) * view.per_day


def _cell(view: _View, unit: Unit, stretch: tuple[float, float], written: Written) -> Cell:
    start, end = view.x(stretch[0]), view.x(stretch[1])
    before, number = view.widths(written)
    x = max(start, 0.0) + max(TIGHT * view.scale, min(INSET * view.scale, (end - start - before - number) / 2))
    if x + before + number > min(end, view.width):
        written = "", ""
    weekend = unit is DAY and weekday(int(stretch[0])) in view.habits.weekend
    return Cell(start, end, x, written[0], x + before, written[1], weekend)


def _groups(view: _View, unit: Unit) -> tuple[Group, ...]:
    group = group_of(unit)
    if group is None:
        return ()
    stretches, forms = view.stretches(group), group_forms(group)
    alike = next((place for place, form in enumerate(forms) if _suits(view, stretches, form)), len(forms) - 1)
    made = (_group(view, stretch, forms[alike:]) for stretch in stretches)
    return tuple(one for one in made if one)


def _suits(view: _View, stretches: Stretches, form: GroupForm) -> bool:
    """Whether all groups could carry that form if the whole of each were in view."""
    room = INSET * view.scale
    return all(
        view.measure(form(begin, stop), "axis_major") + room <= (stop - begin) * view.per_day
        for begin, stop in stretches
    )


def _group(view: _View, stretch: tuple[float, float], forms: Sequence[GroupForm]) -> Group | None:
    """With the longest form that ends before the next group does begin; None without room for any."""
    start, end = view.x(stretch[0]), view.x(stretch[1])
    x = max(start, 0.0) + INSET * view.scale
    for form in forms:
        text = form(*stretch)
        if x + view.measure(text, "axis_major") <= min(end, view.width):
            return Group(start, end, x, text, start < 0)
    return None


def _weekends(view: _View) -> tuple[tuple[float, float], ...]:
    """The ends of weeks, cut at the edges of the view."""
    if view.per_day < LEAST_DAY * view.scale:
        return ()
    weekends = ((view.x(first), view.x(last)) for first, last in view.habits.weekends(view.start, view.end))
    return tuple(
        (max(left, 0.0), min(right, view.width)) for left, right in weekends if left < view.width and right > 0
    )
