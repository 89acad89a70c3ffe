"""The timeline as a figure: laid out for a width and painted on any painter, without a widget."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from resources.themes import theme
from storage.columns import Columns, Lanes, TitlesOf
from widgets.timeline.axis import axis_of
from widgets.timeline.day_zero import DayZero
from widgets.timeline.frame import Frame, paint_frame
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.layout import Look, layout
from widgets.timeline.measure import measure_for
from widgets.timeline.packing import LEAST_ROWS
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import screen_sizes
from widgets.timeline.spans import Span


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A picture that is ready to be painted, and how large it has become."""

    frame: Frame
    theme: str

    @property
    def width(self) -> float:
        """In px at 96 to the inch."""
        return self.frame.width

    @property
    def needed(self) -> float:
        """The height into which all lanes would go, in px at 96 to the inch."""
        return self.frame.scene.sizes.axis + self.frame.scene.height

    @property
    def height(self) -> float:
        """In px at 96 to the inch."""
        return self.frame.height


def figure_scene(
    columns: Columns,
    lanes: Lanes,
    titles_of: TitlesOf,
    span: Span,
    width: float,
    height: float | None = None,
    theme_name: str = "print",
    scale: float = 1.0,
    zero: DayZero | None = None,
) -> Figure:
    """Lay out axis, lane headers and lanes; without a height it is as high as its events need.

    Where the height is short, lanes give rows up first and letters become smaller then, down to seven tenths; what is
    still too high is cut at the foot, which `needed` tells.

    `scale` multiplies letters and glyphs: 1 for the screen, 1.55 for a slide of 1600 px. With a day zero the axis counts
    from it. Qt's fonts must be there: a QGuiApplication is enough.
    """
    shown, index = span.allowed(), build_index(columns, lanes)
    for rows, shrunk in ((LEAST_ROWS, 1.0), (1, 1.0), (1, 0.85), (1, 0.7)):
        figure = _figure(index, titles_of, shown, width, height, theme_name, scale * shrunk, rows, zero)
        if height is None or figure.needed <= height + 1:
            break
    return figure


def _figure(
    index: EventIndex,
    titles_of: TitlesOf,
    shown: Span,
    width: float,
    height: float | None,
    theme_name: str,
    scale: float,
    least_rows: int,
    zero: DayZero | None,
) -> Figure:
    sizes, measure = screen_sizes().scaled(scale), measure_for(scale)
    room = max(width - sizes.header, 1.0)
    below = None if height is None else max(height - sizes.axis, 1.0)
    look = Look(shown.start, shown.end, room, below, least_rows=least_rows, sizes=sizes)
    scene = layout(index, titles_of, measure, look)
    axis = axis_of(shown.start, shown.end, room, measure, scale, zero)
    visible = index.counts(shown.start, shown.end)
    high = sizes.axis + scene.height if height is None else height
    return Figure(Frame(scene, axis, Seen(0.0, room), visible, width, high, zero=zero), theme_name)


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """From the painter's 0,0 on, in its own units: scale the painter for other resolutions."""
    paint_frame(painter, theme(figure.theme), figure.frame)
