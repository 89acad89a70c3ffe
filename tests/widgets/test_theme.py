import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from resources.themes import measures, theme
from widgets.fonts import families, font, points
from widgets.icons import kind_icon, set_icon
from widgets.style_sheet import style_sheet
from widgets.theme import apply_theme, current_theme, system_theme

ROOT = Path(__file__).parents[2]


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")
    qapp.setProperty("dateline_theme", None)


def darkest(button: QPushButton) -> int:
    image = button.icon().pixmap(16, 16).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return min(pixel.lightness() for pixel in pixels if pixel.alpha() > 200)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_the_style_sheet_has_no_token_left(name: str) -> None:
    assert "$" not in style_sheet(theme(name))


def test_a_theme_dresses_the_application_and_what_is_there(qtbot: QtBot, application: QApplication) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    apply_theme(application, theme("light"))
    set_icon(button, "plus", "primary")
    assert darkest(button) < 100
    apply_theme(application, theme("dark"))
    assert current_theme().name == "dark"
    assert application.palette().color(QPalette.ColorRole.Window).name().upper() == theme("dark").surface.window
    assert darkest(button) > 150


def test_a_glyph_wears_the_colour_of_its_kind(application: QApplication) -> None:
    apply_theme(application, theme("light"))
    pixel = kind_icon("attack").pixmap(16, 16).toImage().pixelColor(8, 9)
    assert pixel.name().upper() == theme("light").colour_of("attack")


@pytest.mark.usefixtures("application")
def test_the_system_says_light_or_dark() -> None:
    assert system_theme().name in ("light", "dark")


@pytest.mark.usefixtures("application")
def test_sizes_are_those_of_the_design_and_figures_are_tabular() -> None:
    made = font("lane_header")
    assert made.pointSizeF() == pytest.approx(points(measures()["font"]["size"]["lane_header"]))
    assert made.featureTags()
    assert families("source_text") != families("interface")


def test_importing_the_widgets_loads_nothing_heavy() -> None:
    names = [path.stem for path in (ROOT / "widgets").glob("*.py") if path.stem != "__init__"]
    code = f"import sys, importlib\nfor name in {names}: importlib.import_module('widgets.' + name)\n"
    code += "print([name for name in ('numpy', 'pyqtgraph', 'dateparser', 'sqlite_utils') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
