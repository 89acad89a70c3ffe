"""A strip of days, months or years that shows what a date was counted from."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storage.moment import Moment, civil
from storage.when import Precision, When
from widgets import dates
from widgets.current import current_theme
from widgets.fonts import REGULAR, STRONG, font

CELLS, FEWER, CELL, LEAST_CELL, HEIGHT = 7, 5, 36, 32, 62
"""Where seven cells would be too narrow, five are shown if they hold all that matters."""
UNITS = {Precision.MONTH: "month", Precision.YEAR: "year"}


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells with a head and a number each; `event` is the first and last cell of the event, on yellow."""

    heads: tuple[str, ...]
    numbers: tuple[str, ...]
    event: tuple[int, int]
    anchor: int | None
    relation: str = ""


def strip(event: When | None, anchor: Moment | None, cells: int = CELLS) -> Strip | None:
    """The cells that hold both; None where they are too far apart or an end is open."""
    if event is None or event.earliest is None or event.latest is None:
        return None
    unit = UNITS.get(event.precision, "day")
    first, last = _number(event.earliest, unit), _number(event.latest, unit)
    points = [first, last] + ([_number(anchor, unit)] if anchor else [])
    room = cells - (max(points) - min(points) + 1)
    if room < 0:
        return None
    start = min(points) - (room + 1) // 2
    heads, numbers = zip(*(_cell(start + step, unit) for step in range(cells)), strict=True)
    at = _number(anchor, unit) if anchor else None
    related = relation(first, at, unit) if at is not None and first == last else ""
    return Strip(heads, numbers, (first - start, last - start), None if at is None else at - start, related)


def relation(event: int, anchor: int, unit: str) -> str:
    """How the event stands to the anchor: "the Friday before"."""
    steps = event - anchor
    if steps == 0:
        return f"the same {unit}"
    side = "before" if steps < 0 else "after"
    if unit == "day":
        return f"the {dates.DAYS[Moment(event).weekday]} {side}"
    return f"the {unit} {side}" if abs(steps) == 1 else f"{abs(steps)} {unit}s {side}"


def _number(moment: Moment, unit: str) -> int:
    year, month, _ = moment.civil
    return {"day": moment.day, "month": year * 12 + month - 1, "year": year}[unit]


def _cell(number: int, unit: str) -> tuple[str, str]:
    if unit == "day":
        return dates.DAYS[Moment(number).weekday][:3], str(civil(number)[2])
    if unit == "month":
        return dates.year(number // 12), dates.MONTHS[number % 12][:3]
    return "", dates.year(number)


class DayStrip(QWidget):
    """`set_days` fills it; it is hidden where there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: Strip | None = None
        self._told: tuple[When | None, Moment | None] = None, None
        self._note = "published"
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(CELLS * 26)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Seven cells of the designed width."""
        return QSize(CELLS * CELL + 2, HEIGHT)

    def set_days(self, event: When | None, anchor: Moment | None, note: str = "published") -> None:
        """`note` says what the anchor is."""
        self._told, self._note = (event, anchor), note
        self._choose()
        self.setVisible(self._strip is not None)
        self.setFixedHeight(HEIGHT if anchor else 46)
        told = dates.written_out(event) if event else ""
        self.setAccessibleName(f"{told}, {self._strip.relation} {note}" if self._strip and anchor else told)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other cells."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        few = strip(*self._told, FEWER) if self.width() < CELLS * LEAST_CELL else None
        self._strip = few or strip(*self._told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, then the arrow from the anchor to the event."""
        if self._strip is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frames(painter, self._strip)
        for number in range(len(self._strip.heads)):
            self._paint_cell(painter, self._strip, number)
        if self._strip.anchor is not None and self._strip.event[0] == self._strip.event[1]:
            self._paint_arrow(painter, self._strip.event[0], self._strip.anchor)

    def _box(self, first: int, last: int) -> QRectF:
        wide = self.width() / (len(self._strip.heads) if self._strip else CELLS)
        return QRectF(first * wide + 4, 17, (last - first + 1) * wide - 8, 26)

    def _paint_frames(self, painter: QPainter, shown: Strip) -> None:
        theme = current_theme()
        painter.setPen(QPen(QColor(theme.highlight.ring), 1.5))
        painter.setBrush(QColor(theme.highlight.fill))
        painter.drawRoundedRect(self._box(*shown.event), 5, 5)
        if shown.anchor is not None and not shown.event[0] <= shown.anchor <= shown.event[1]:
            painter.setPen(QPen(QColor(theme.border.strong), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(shown.anchor, shown.anchor), 5, 5)

    def _paint_cell(self, painter: QPainter, shown: Strip, number: int) -> None:
        theme, box = current_theme(), self._box(number, number)
        inside = shown.event[0] <= number <= shown.event[1]
        painter.setFont(font("badge", REGULAR))
        painter.setPen(QColor(theme.text.tertiary))
        painter.drawText(
            QRectF(box.left() - 4, 0, box.width() + 8, 14), Qt.AlignmentFlag.AlignCenter, shown.heads[number]
        )
        strong = inside or number == shown.anchor
        painter.setFont(font("interface", STRONG if strong else REGULAR))
        colour = theme.highlight.text if inside else theme.text.primary if strong else theme.text.tertiary
        painter.setPen(QColor(colour))
        painter.drawText(box.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, shown.numbers[number])

    def _paint_arrow(self, painter: QPainter, event: int, anchor: int) -> None:
        theme = current_theme()
        start, end = (self._box(number, number).center().x() for number in (anchor, event))
        if event != anchor:
            way = 3 if end > start else -3
            path = QPainterPath(QPointF(start, 46))
            path.lineTo(start, 51)
            path.quadTo(start, 54, start + way, 54)
            path.lineTo(end - way, 54)
            path.quadTo(end, 54, end, 51)
            path.lineTo(end, 48)
            path.addPath(_head(end))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.text.primary), 1.25))
            painter.drawPath(path)
        painter.setFont(font("badge", REGULAR))
        painter.setPen(QColor(theme.text.secondary))
        right, note, related = event <= anchor, self._note, self._strip.relation if self._strip else ""
        self._paint_note(painter, start, note, right)
        self._paint_note(painter, end, related, not right)

    def _paint_note(self, painter: QPainter, x: float, text: str, right: bool) -> None:
        """Words beside a foot of the arrow; left out where the strip has no room for them."""
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = x + 7 if right else x - 7 - wide
        if left >= 0 and left + wide <= self.width():
            painter.drawText(QPointF(left, 58), text)


def _head(x: float) -> QPainterPath:
    path = QPainterPath(QPointF(x - 3, 50.5))
    path.lineTo(x, 46.5)
    path.lineTo(x + 3, 50.5)
    return path
