"""CPU from the start of the process to the first painted window and to the timeline in its place.

Dateline tells it itself (`--time-start`), so that a bundle is measured as the checkout is: `python3 run.py package` makes
one. Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench startup`.
"""

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.common.figures import tell

ROOT = Path(__file__).parents[2]
BUNDLE = ROOT / "dist" / "dateline" / ("dateline-console.exe" if os.name == "nt" else "dateline")
RUNS = 9
TARGETS = {"window_vs_bare_qt": 1.6, "timeline_vs_bare_qt": 3.5, "bundle_vs_checkout": 1.3}

# What Qt and Python cost alone; it tells what it has spent as Dateline does, when it has been painted.
BARE = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        from app.timing import spent
        print(json.dumps({"window": spent()}))
        QTimer.singleShot(0, application.quit)
application = QApplication([])
window = Bare()
window.resize(1584, 952)
window.show()
application.exec()
"""


def told_by(command: list[str]) -> dict[str, float]:
    """What one start tells; every start has a home of its own, so that none finds settings."""
    with tempfile.TemporaryDirectory() as home:
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "PYTHONPATH": str(ROOT)}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **own}
        done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def median(runs: list[dict[str, float]], name: str) -> float:
    """The middle of all runs."""
    return statistics.median(one[name] for one in runs)


def main() -> None:
    """Measure all in turn, so that whatever else the machine does meets all alike, and compare.

    The code is compiled before, as it is after any start but the first.
    """
    for folder in ("app", "widgets", "storage", "resources"):
        compileall.compile_dir(ROOT / folder, quiet=2)
    commands = {
        "bare": [sys.executable, "-c", BARE],
        "checkout": [sys.executable, "-m", "app", "--time-start"],
    }
    if BUNDLE.exists():
        commands["bundle"] = [str(BUNDLE), "--time-start"]
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(told_by(command))
    bare, window = median(runs["bare"], "window"), median(runs["checkout"], "window")
    timeline = median(runs["checkout"], "timeline")
    print(f"bare painted QWidget          {bare:6.3f} s CPU")
    print(f"first painted window          {window:6.3f} s CPU")
    print(f"timeline in place             {timeline:6.3f} s CPU")
    figures: dict[str, float | None] = {"window_vs_bare_qt": window / bare, "timeline_vs_bare_qt": timeline / bare}
    if BUNDLE.exists():
        bundled = median(runs["bundle"], "window")
        print(f"first window of the bundle    {bundled:6.3f} s CPU")
        print(f"timeline of the bundle        {median(runs['bundle'], 'timeline'):6.3f} s CPU")
        figures["bundle_vs_checkout"] = bundled / window
    else:
        print(f"there is no bundle at {BUNDLE}")
        figures["bundle_vs_checkout"] = None
    tell("startup", {name: value and round(value, 2) for name, value in figures.items()}, TARGETS)


if __name__ == "__main__":
    main()
