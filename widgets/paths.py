"""SVG path text as a QPainterPath: what icons and the glyphs of kinds are drawn with."""

import re
from functools import cache
from math import atan2, degrees, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

_PART = re.compile(
    # "M-5.8,.5" gives "M", "-5.8", ".5"; "1 0 0" gives three numbers; a comma or space gives nothing
    r"[MmLlHhVvCcQqAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)"
)
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


@cache
def painter_path(text: str) -> QPainterPath:
    """The shape, filled even-odd; ValueError for a command that no path of ours uses."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for command, numbers in _commands(text):
        _draw(path, command, numbers)
    return path


def _commands(text: str) -> list[tuple[str, list[float]]]:
    """Each command with its numbers; a repeated command may leave its letter out."""
    parts = _PART.findall(text)
    found: list[tuple[str, list[float]]] = []
    letter, at = "", 0
    while at < len(parts):
        if parts[at].isalpha():
            letter = parts[at]
            at += 1
        if not letter:
            raise ValueError(f"{text!r} does not begin with a command")
        count = _TAKES[letter.upper()]
        found.append((letter, [float(part) for part in parts[at : at + count]]))
        at += count
        letter = {"M": "L", "m": "l"}.get(letter, letter)
    return found


def _draw(path: QPainterPath, command: str, numbers: list[float]) -> None:
    here = path.currentPosition()
    base = here if command.islower() else QPointF()
    points = [base + QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
    match command.upper():
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "H":
            path.lineTo(base.x() + numbers[0], here.y())
        case "V":
            path.lineTo(here.x(), base.y() + numbers[0])
        case "C":
            path.cubicTo(*points)
        case "Q":
            path.quadTo(*points)
        case "A":
            _arc(path, numbers, base + QPointF(numbers[5], numbers[6]))
        case _:
            path.closeSubpath()


def _arc(path: QPainterPath, numbers: list[float], end: QPointF) -> None:
    """An elliptic arc from the current point, after the SVG 1.1 notes on implementation (F.6.5); never rotated."""
    width, height, _, large, sweep = numbers[:5]
    start = path.currentPosition()
    half_x, half_y = (start.x() - end.x()) / 2, (start.y() - end.y()) / 2
    grow = max(1.0, sqrt((half_x / width) ** 2 + (half_y / height) ** 2))
    width, height = width * grow, height * grow
    square = (width * half_y) ** 2 + (height * half_x) ** 2
    scale = sqrt(max(0.0, (width * height) ** 2 / square - 1)) * (-1 if large == sweep else 1)
    off_x, off_y = scale * width * half_y / height, -scale * height * half_x / width
    centre = QPointF((start.x() + end.x()) / 2 + off_x, (start.y() + end.y()) / 2 + off_y)
    first = atan2((half_y - off_y) / height, (half_x - off_x) / width)
    last = atan2((-half_y - off_y) / height, (-half_x - off_x) / width)
    turn = degrees(last - first)
    turn += 360 if sweep and turn < 0 else -360 if not sweep and turn > 0 else 0
    box = QRectF(centre.x() - width, centre.y() - height, 2 * width, 2 * height)
    path.arcTo(box, -degrees(first), -turn)
