"""Draws the timeline in all its states into a folder, to be looked at.

    .venv/bin/python tests/walk/pictures.py FOLDER [--theme light|dark] [--scale 1.5] [--only NAME]…

A designer looks at light and dark, at 100, 150 and 200 %. `--million` draws a million events as well, `--window` the whole
window with the samples in all sorts of lanes, with filters and with its sheet of keys.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.walk.scenes import Picture

MILLION = 1_000_000
WINDOW = 1600, 1000


def main(arguments: list[str]) -> int:
    """Each picture in a file of its own."""
    told = _parser().parse_args(arguments)
    home = tempfile.mkdtemp()  # nobody's settings and libraries
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": told.scale}
    os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
    from PySide6.QtWidgets import QApplication

    from resources.themes import theme
    from tests.walk.scenes import pictures
    from widgets.theme import apply_theme

    application = QApplication([])
    apply_theme(application, theme(told.theme))
    told.folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures().items():
        if not told.only or name in told.only:
            draw(picture, told.folder / f"{name}-{told.theme}-{told.scale}.png")
    if told.window:
        draw_window(application, told.folder, told.theme, told.scale)
    if told.million:
        draw_million(told.folder / f"million-{told.theme}-{told.scale}.png")
    return 0


def draw(picture: "Picture", path: Path) -> None:
    """As the window would show it."""
    from tests.walk.scenes import columns_of
    from widgets.timeline.view import Timeline

    timeline = Timeline()
    timeline.resize(*picture.size)
    timeline.show()
    columns, lanes, titles = columns_of(picture.rows)
    timeline.set_events(columns, lanes, lambda ids: {one: titles[one] for one in ids})
    timeline.set_hint(picture.hint)
    if picture.span:
        timeline.set_span(picture.span)
    picture.act(timeline)
    timeline.grab().save(str(path))
    timeline.close()


def draw_window(application: "QApplication", folder: Path, look: str, scale: str) -> None:
    """The samples in every sort of lanes, some of them held back, and the sheet of keys."""
    from PySide6.QtTest import QTest

    from app import desktop
    from app.viewed import LANES
    from resources.themes import theme
    from widgets.filters import Filters
    from widgets.theme import apply_theme

    window, end = desktop.start(application, []), f"{look}-{scale}"
    apply_theme(application, theme(look))
    sys.excepthook = sys.__excepthook__  # a mistake is to be seen here
    window.resize(*WINDOW)
    window.show()
    while window.timeline is None:
        QTest.qWait(20)
    window.commands.open_sample()
    while window.intake.busy or not window.ask_bar.isVisible():
        QTest.qWait(20)
    for name in LANES:
        window.session.set_lanes(name)
        window.toolbar.set_lanes(name.capitalize())
        _shoot(window, folder / f"lanes-by-{name}-{end}.png")
    window.session.set_lanes("kind")
    window.session.set_filters(Filters(kinds=frozenset({"talks", "agreement", "attack"})))
    window.session.set_faint(True)
    _shoot(window, folder / f"faint-{end}.png")
    window.commands.show_keys()
    _shoot(window, folder / f"keys-{end}.png")
    window.close()


def _shoot(window: "QWidget", path: Path) -> None:
    from PySide6.QtTest import QTest

    QTest.qWait(250)
    window.grab().save(str(path))


def draw_million(path: Path) -> None:
    """A million events, most of them as cells."""
    import numpy as np

    from storage.columns import Columns, Lane, Lanes
    from tests.walk.scenes import DAY, KINDS, WORDS
    from widgets.timeline.view import Timeline

    chance = np.random.default_rng(1)
    start = np.sort(
        np.where(chance.random(MILLION) < 0.8, chance.normal(0, 200, MILLION), chance.uniform(-4e3, 3e3, MILLION))
    )
    start = start.round() + DAY
    small, kind = np.zeros(MILLION, np.int8), chance.integers(0, len(KINDS), MILLION).astype(np.int16)
    weight, ones = chance.random(MILLION).astype(np.float32), np.ones(MILLION, np.int32)
    columns = Columns(
        np.arange(1, MILLION + 1), start, start + 1, kind, small, small + 2, small, weight, ones,
        np.zeros(MILLION, np.uint8), KINDS,
    )  # fmt: skip
    lanes = tuple(Lane(name, name.capitalize(), name, int((kind == code).sum())) for code, name in enumerate(KINDS))
    timeline = Timeline()
    timeline.resize(1136, 560)
    timeline.show()
    timeline.set_events(
        columns, Lanes(lanes, kind.astype(np.int32)), lambda ids: {one: WORDS[one % len(WORDS)] for one in ids}
    )
    timeline.grab().save(str(path))
    timeline.close()


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description="Draw the timeline in all its states.")
    made.add_argument("folder", type=Path)
    made.add_argument("--theme", default="light")
    made.add_argument("--scale", default="1")
    made.add_argument("--only", action="append", default=[])
    made.add_argument("--million", action="store_true")
    made.add_argument("--window", action="store_true")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
