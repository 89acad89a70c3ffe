"""The letters of the timeline: fonts by style for a scale and a device, and how wide a text is in them."""

from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QStaticText, QTextOption

from resources.themes import measures
from widgets.fonts import LABEL, REGULAR, STRONG, font

STYLES = {
    "label": ("label", LABEL),
    "strong": ("label", STRONG),
    "note": ("label", REGULAR),
    "badge": ("badge", STRONG),
    "cited": ("cited", STRONG),
    "lane": ("lane_header", STRONG),
    "count": ("caption", REGULAR),
    "axis": ("axis_minor", REGULAR),
    "axis_number": ("axis_day_number", STRONG),
    "axis_major": ("axis_major", STRONG),
    "overview": ("badge", REGULAR),
    "overview_strong": ("caption", STRONG),
}
KEPT = 8192
"""Texts whose width and shape are remembered for one scale."""


class Letters:
    """Fonts whose letters have the same size in the painter's units on every device, whatever its dots per inch."""

    def __init__(self, scale: float, features: bool = True) -> None:
        self.scale, self._features = scale, features
        self._metrics: dict[str, QFontMetricsF] = {}
        self.measure = lru_cache(KEPT)(self._width)
        self.font = cache(self._font)
        self.middle, self.ascent = cache(self._middle), cache(self._ascent)
        self.shaped = lru_cache(KEPT)(self._shaped)

    def _font(self, style: str, dpi: float = 0) -> QFont:
        """The font of a style for a device of so many dots per inch, 0 for the screen."""
        role, weight = STYLES[style]
        made = QFont(font(role, weight, features=self._features))
        made.setPointSizeF(measures()["font"]["size"][role] * self.scale * 72 / (dpi or screen_dpi()))
        # Hinted letters come in whole sizes only: labels would be longer on one screen than on another, and on paper.
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def metrics(self, style: str) -> QFontMetricsF:
        """Of the letters on the screen, in the painter's units."""
        if style not in self._metrics:
            self._metrics[style] = QFontMetricsF(self.font(style))
        return self._metrics[style]

    def number(self, text: str, style: str) -> float:
        """The width of a number that changes all the time: that of its signs, which are remembered."""
        return sum([self.measure(sign, style) for sign in text])

    def _middle(self, style: str) -> float:
        """How far below the middle of its capitals the baseline of a line is."""
        return self.metrics(style).capHeight() / 2

    def _ascent(self, style: str) -> float:
        """How far above the baseline a line begins."""
        return self.metrics(style).ascent()

    def _width(self, text: str, style: str) -> float:
        return self.metrics(style).horizontalAdvance(text)

    def _shaped(self, text: str, style: str) -> QStaticText:
        """The text with its glyphs found and placed, for the screen."""
        made = QStaticText(text)
        made.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        made.setTextOption(option)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(font=self.font(style))
        return made


@cache
def letters(scale: float = 1.0, features: bool = True) -> Letters:
    """The letters of a scale, made once; without features for figures: from a PDF one could not copy such letters."""
    return Letters(scale, features)


def screen_dpi() -> float:
    """Dots per inch by which Qt turns points into px on the screen."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0
