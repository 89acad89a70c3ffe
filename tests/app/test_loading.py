"""What is loaded when: a window is seen at once because nothing else is, and what only some need waits for them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROGRAM = """
import gc, json, sys
from app import lean
lean.begin()
from PySide6.QtCore import QTimer
from app import desktop
application = desktop.make_application()
window = desktop.start(application, [])
seen = {}
def painted():
    seen["painted"] = sorted(sys.modules)
    seen["collects"] = [str(gc.isenabled())]
    QTimer.singleShot(0, look)
def look():
    if window.timeline is None:
        QTimer.singleShot(5, look)
        return
    seen["in place"] = sorted(sys.modules)
    seen["collects"].append(str(gc.isenabled()))
    print(json.dumps(seen))
    application.exit()
window.painted.connect(painted)
window.show()
application.exec()
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    home = str(tmp_path_factory.mktemp("home"))
    own = {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**os.environ, **own}, capture_output=True, text=True, check=True
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_before_the_first_paint_only_the_frame_is_loaded(seen: dict[str, list[str]]) -> None:
    packages = {name.split(".")[0] for name in seen["painted"]}
    assert not packages & {
        "numpy",
        "pyqtgraph",
        "sqlite3",
        "sqlite_utils",
        "lxml",
        "dateparser",
        "email",
        "multiprocessing",
    }
    parts = {name for name in seen["painted"] if name.startswith(("widgets.", "storage."))}
    assert parts <= {"widgets.current", "storage.errors", "storage.lock", "storage.settings"}


def test_an_empty_window_loads_neither_readers_nor_the_words_of_time_nor_exporters(seen: dict[str, list[str]]) -> None:
    packages = {name.split(".")[0] for name in seen["in place"]}
    assert not packages & {
        "sqlite_utils",
        "lxml",
        "dateparser",
        "trafilatura",
        "pypdfium2",
        "pypdf",
        "PIL",
        "http",
        "ssl",
    }
    assert not [
        name
        for name in seen["in place"]
        if name.startswith(("app.extraction.", "app.reading.from_", "widgets.export."))
    ]


def test_garbage_is_looked_for_again_once_the_window_is_in_place(seen: dict[str, list[str]]) -> None:
    assert seen["collects"] == ["False", "True"]
