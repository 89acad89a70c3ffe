"""Draws a scene with any QPainter: on the screen, in a PNG, an SVG, a PDF or on paper. Plain functions over values."""

from dataclasses import replace

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter

from resources.themes import Theme, ghostly, measures
from widgets.timeline.crowds import paint_bands, paint_ticks
from widgets.timeline.dress import Dress, dress_for
from widgets.timeline.marks import paint_mark, paint_marks
from widgets.timeline.scene import Form, Mark, Scene
from widgets.timeline.seen import Seen

GUIDE = measures()["stroke"]["guide"]
GUIDE_STRENGTH = 0.75


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, seen: Seen, stretch: tuple[float, float] | None) -> None:
    """All lanes with their events; 0,0 is the scene's. `stretch` is the time to which the chosen event's guides lead."""
    dress = dress_for(painter, theme, scene.sizes.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_bands(painter, dress, scene, seen)
    for ticks in scene.ticks:
        paint_ticks(painter, dress, ticks, seen, scene.sizes)
    if scene.ghosts:
        pale = replace(dress, theme=ghostly(theme.name))
        paint_marks(
            painter, pale, [ghost for ghost in scene.ghosts if seen.shows(ghost, scene.sizes)], seen, scene.sizes
        )
    chosen = scene.mark_of(seen.chosen) if seen.chosen is not None else None
    if chosen and stretch:
        _paint_guides(painter, dress, scene, chosen, stretch)
    others = [mark for mark in scene.marks if mark is not chosen and seen.shows(mark, scene.sizes)]
    paint_marks(painter, dress, others, seen, scene.sizes)
    if chosen and seen.shows(chosen, scene.sizes):
        paint_mark(painter, dress, chosen, seen, scene.sizes)


def _paint_guides(painter: QPainter, dress: Dress, scene: Scene, mark: Mark, stretch: tuple[float, float]) -> None:
    """Two dotted lines from a mark up to its day in the axis."""
    top = mark.y - (scene.sizes.bar / 2 if mark.form is Form.BAR else 13 * scene.sizes.scale)
    painter.setOpacity(GUIDE_STRENGTH)
    painter.setPen(dress.line(dress.theme.text.primary, 1, GUIDE))
    for x in (scene.x(stretch[0]) + 0.5, scene.x(stretch[1]) - 0.5):
        painter.drawLine(QLineF(x, 0, x, top))
    painter.setOpacity(1)
