"""The fonts of the window by role, with the families that are really there."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from resources.themes import measures

FAMILY = {"panel_title": "title", "empty_title": "title", "source_text": "source_text", "review_text": "source_text"}
"""Roles that are not set in the interface's face."""

STRONG, LABEL, REGULAR = "strong", "label", "regular"


TRAVELLING = Path(__file__).parent.parent / "resources" / "fonts"
"""Where a bundle has its fonts. They are no part of a checkout, which uses those of the system."""


def travels_along() -> bool:
    """Whether the fonts came with the program."""
    return TRAVELLING.is_dir()


def add_fonts(folder: Path = TRAVELLING) -> None:
    """Make the font files of a folder known to Qt, if there are any; call before the first word is set."""
    for file in sorted((*folder.glob("*.otf"), *folder.glob("*.ttf"))):
        QFontDatabase.addApplicationFont(str(file))
    _installed.cache_clear()
    families.cache_clear()
    font.cache_clear()


@cache
def font(role: str, weight: str = REGULAR, size: float = 0, features: bool = True) -> QFont:
    """The font of a role of `measures()["font"]["size"]`; `size` in px at 100 % takes the place of the role's own.

    Without features letters have the shapes that stand in every font for them.
    """
    told = measures()["font"]
    made = QFont(families(FAMILY.get(role, "interface")))
    made.setPointSizeF(points(size or told["size"][role]))
    made.setWeight(QFont.Weight(told["weight"][weight]))
    if FAMILY.get(role) == "source_text":
        made.setStyleHint(QFont.StyleHint.Serif)
    elif features:
        for feature in told["features"]:
            made.setFeature(QFont.Tag(feature), 1)
    return made


def serif(size: float = 0) -> QFont:
    """The face for words of a source."""
    return font("source_text", REGULAR, size)


def points(pixels: float) -> float:
    """Qt takes fractions of a point but whole pixels only."""
    screen = QGuiApplication.primaryScreen()
    return pixels * 72 / (screen.logicalDotsPerInchY() if screen else 96)


def any_font() -> bool:
    """Whether there is one at all: without, Qt draws boxes in place of letters."""
    return bool(QFontInfo(QFont()).family())


def figure_family() -> str:
    """The family that figures are really set in here, for their metadata."""
    return families("figure")[0]


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@cache
def families(face: str) -> list[str]:
    """The families of a face that are installed, then those that stand in for them."""
    told = measures()["font"]
    behind = told["arabic"] if face == "source_text" else told["interface"]
    found = [name for name in dict.fromkeys([*told[face], *behind]) if name in _installed()]
    return [*found, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
