"""One whole picture of the timeline: axis, lane headers and scene, as a value and as paint on any painter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from resources.themes import Theme
from widgets.timeline.axis import Axis
from widgets.timeline.axis_painter import paint_axis
from widgets.timeline.day_zero import DayZero
from widgets.timeline.dress import Dress, colour, dress_for, fill, upright_lines
from widgets.timeline.lane_headers import paint_lane_headers
from widgets.timeline.pages import Page
from widgets.timeline.painter import paint_scene
from widgets.timeline.scene import Scene
from widgets.timeline.seen import Seen
from widgets.timeline.today import paint_today, paint_word


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is painted on so many px: `scroll` is how far the lanes have moved up, `stretch` the chosen event's time."""

    scene: Scene
    axis: Axis
    seen: Seen
    visible: Sequence[int]
    width: float
    height: float
    scroll: float = 0.0
    stretch: tuple[float, float] | None = None
    pages: tuple[Page, ...] = ()
    zero: DayZero | None = None
    """What time is counted from."""
    now: float | None = None
    """The present moment, None where it is not marked."""

    @property
    def now_x(self) -> float | None:
        """Where the present moment is marked, if it is in view."""
        x = None if self.now is None else self.x(self.now)
        return x if x is not None and 0 <= x <= self.width - self.scene.sizes.header else None

    def x(self, time: float) -> float:
        """Where a time is, from the left of the view (the right side of the lane headers)."""
        return self.scene.x(time) - self.seen.left


def paint_frame(painter: QPainter, theme: Theme, frame: Frame) -> None:
    """Everything, from the painter's 0,0 on."""
    dress = dress_for(painter, theme, frame.scene.sizes.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    header, axis = frame.scene.sizes.header, frame.scene.sizes.axis
    fill(painter, QRectF(0, 0, frame.width, frame.height), theme.surface.canvas)
    painter.save()
    painter.setClipRect(QRectF(header, axis, frame.width - header, frame.height - axis))
    painter.translate(header, axis)
    paint_ground(painter, dress, frame)
    if frame.now_x is not None:
        paint_today(painter, dress, frame.now_x, frame.height - axis)
    # by whole px, so that nothing that is sharp blurs while one pans
    painter.translate(-dress.whole(frame.seen.left), -dress.whole(frame.scroll))
    paint_scene(painter, frame.scene, theme, frame.seen, frame.stretch)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(0, axis, header, frame.height - axis))
    painter.translate(0, axis - dress.whole(frame.scroll))
    edges = frame.scroll, frame.height - axis + frame.scroll
    paint_lane_headers(painter, dress, frame.scene.lanes, frame.visible, frame.scene.sizes, edges)
    painter.restore()
    stretch = (frame.x(frame.stretch[0]), frame.x(frame.stretch[1])) if frame.stretch else None
    zero = (frame.x(frame.zero.day), frame.x(frame.zero.day + 1)) if frame.zero else None
    paint_axis(painter, dress, frame.axis, frame.scene.sizes, frame.width, stretch, frame.pages, zero)
    if frame.now_x is not None:
        painter.translate(header, 0)
        paint_word(painter, dress, frame.now_x, frame.width - header, axis, frame.pages)
        painter.translate(-header, 0)


def paint_ground(painter: QPainter, dress: Dress, frame: Frame) -> None:
    """Weekends, grid lines and the hairlines between lanes."""
    theme, scale, height = dress.theme, dress.scale, frame.height - frame.scene.sizes.axis
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for left, right in frame.axis.weekends:
        painter.fillRect(QRectF(left, 0, right - left, height), colour(theme.surface.weekend))
    painter.setPen(dress.line(theme.border.hairline, 1))
    upright_lines(painter, dress, [x for x in frame.axis.grid if x > scale], (0, height), theme.border.hairline)
    if frame.zero:
        x = frame.x(frame.zero.day)
        painter.setPen(dress.line(theme.text.secondary, 1))
        painter.drawLine(QLineF(x, 0, x, height))
        painter.setPen(dress.line(theme.border.hairline, 1))
    width = frame.width - frame.scene.sizes.header
    feet = [lane.top + lane.height - frame.scroll - scale / 2 for lane in frame.scene.lanes]
    painter.drawLines([QLineF(0, foot, width, foot) for foot in feet])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
