"""Stroked icons and the glyphs of kinds as QIcons in the theme's colours, sharp on scaled screens too.

Pixmaps are drawn beforehand for the scales of the screens: a QIconEngine written in Python crashes when Qt copies the icon.
"""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from resources.icons import BOX, PROGRAM, icons
from resources.kinds import kinds
from resources.themes import Theme, measures, theme
from widgets.current import current_theme, faded
from widgets.paths import painter_path

STROKE = 1.5
PROGRAM_SIZES = (16, 24, 32, 48, 64, 128)
TOLD = "icon_told"
"""The property in which a button keeps the name and tone of its icon."""


def set_icon(target: QAbstractButton | QAction, name: str, tone: str = "secondary", pad: int = 0) -> None:
    """Give a button or action an icon, or a kind's glyph as `kind:attack`, that follows the theme from now on.

    `pad` is room between the icon and the button's words beyond the 4 of Qt; where it is negative, before the icon.
    """
    target.setProperty(TOLD, f"{name} {tone} {pad}")
    _dress(target)


def refresh_icons(widgets: Iterable[QWidget]) -> None:
    """Draw every icon that was given by `set_icon` anew, in the colours of the current theme."""
    for widget in widgets:
        for target in (widget, *widget.actions()):
            if target.property(TOLD) and isinstance(target, QAbstractButton | QAction):
                _dress(target)


def icon(name: str, tone: str = "secondary", size: int = BOX) -> QIcon:
    """An icon in one of the theme's text colours, or accent, on_accent or warn."""
    return _icon(name, tone, size, current_theme().name)


def kind_icon(kind: str, size: int = BOX) -> QIcon:
    """The glyph of a kind in its colour."""
    return _kind_icon(kind, size, current_theme().name)


def program_icon() -> QIcon:
    """The program's own, for its windows."""
    from PySide6.QtSvg import QSvgRenderer

    made = QIcon()
    for size in PROGRAM_SIZES:
        pixmap, painter = _canvas(size, 1, 0)
        QSvgRenderer(str(PROGRAM["small" if size <= BOX else "large"])).render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made


def tone_colour(chosen: Theme, tone: str) -> str:
    """The colour of a tone: a name in `theme.text`, or accent or warn."""
    return {"accent": chosen.accent.base, "warn": chosen.warn.text}.get(tone) or str(getattr(chosen.text, tone))


def paint_icon(painter: QPainter, name: str, centre: QPointF, colour: QColor | str, size: float = BOX) -> None:
    """Stroke an icon around a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(size / BOX, size / BOX)
    painter.translate(-BOX / 2, -BOX / 2)
    ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(QColor(colour), STROKE, *ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(painter_path(icons()[name]))
    painter.restore()


def paint_kind(painter: QPainter, kind: str, centre: QPointF, colour: QColor | str, size: float = 0) -> None:
    """Fill the glyph of a kind around a point; a kind that is not known is drawn as "other"."""
    told = measures()["mark"]
    glyph = (kinds().get(kind) or kinds()["other"]).glyph
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(*((size or told["glyph_size"]) / told["glyph_box"],) * 2)
    painter.fillPath(painter_path(glyph.solid), QColor(colour))
    painter.restore()


class Picture(QWidget):
    """An icon or a kind's glyph (`kind:attack`) that only looks."""

    def __init__(self, name: str, tone: str = "secondary", size: int = BOX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        """Another picture."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the theme's colours of now."""
        theme, painter, kind = current_theme(), QPainter(self), self._name.removeprefix("kind:")
        centre = QPointF(self.width() / 2, self.height() / 2)
        if kind != self._name:
            paint_kind(painter, kind, centre, theme.colour_of(kind), self.width() * 14 / BOX)
        else:
            paint_icon(painter, self._name, centre, tone_colour(theme, self._tone), self.width())


def _dress(target: QAbstractButton | QAction) -> None:
    name, tone, pad = target.property(TOLD).rsplit(" ", 2)  # a kind of one's own may have spaces in its name
    kind, theme_name = name.removeprefix("kind:"), current_theme().name
    made = _icon(name, tone, BOX, theme_name, int(pad)) if kind == name else _kind_icon(kind, BOX, theme_name, int(pad))
    target.setIcon(made)
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(BOX + abs(int(pad)), BOX))


@cache
def _icon(name: str, tone: str, size: int, theme_name: str, pad: int = 0) -> QIcon:
    chosen, made = theme(theme_name), QIcon()
    plain = QColor(tone_colour(chosen, tone))
    off = faded(plain.name(), chosen.surface.window)
    for scale in _scales():
        for mode, used in ((QIcon.Mode.Normal, plain), (QIcon.Mode.Disabled, off)):
            pixmap, painter = _canvas(size, scale, pad)
            paint_icon(painter, name, QPointF(size / 2, size / 2), used, size)
            painter.end()
            made.addPixmap(pixmap, mode)
    return made


@cache
def _kind_icon(kind: str, size: int, theme_name: str, pad: int = 0) -> QIcon:
    made, told = QIcon(), measures()["mark"]
    for scale in _scales():
        pixmap, painter = _canvas(size, scale, pad)
        drawn = size * told["glyph_size"] / told["glyph_box"]
        paint_kind(painter, kind, QPointF(size / 2, size / 2), theme(theme_name).colour_of(kind), drawn)
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def _scales() -> tuple[float, ...]:
    """Those of the screens there are; for any other the twofold is made smaller."""
    return tuple(sorted({2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


def _canvas(size: int, scale: float, pad: int) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(round((size + abs(pad)) * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.translate(max(0, -pad), 0)
    return pixmap, painter
