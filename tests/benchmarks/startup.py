"""CPU from the start of the process to the first painted window, and what each stage of it costs.

Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench startup`.
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.common.figures import tell

ROOT = Path(__file__).parents[2]
RUNS = 7
TARGETS = {"window_vs_bare_qt": 1.6, "timeline_vs_bare_qt": 3.5, "bundle_vs_checkout": 1.3}
"""The last one waits for a bundle that can be measured."""

# Each child prints its own CPU seconds (user and system, its children included) when the window has been painted.
# `os.times` counts in hundredths of a second, which is a tenth of what a bare window takes.
_SPENT = """
import resource
def spent():
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)
"""
_WINDOW = (
    _SPENT
    + """
from PySide6.QtCore import QTimer
from app import desktop
from app.display import display_answers
assert display_answers()
application = desktop.make_application()
window = desktop.start(application, [])
first = []
def painted():
    first.append(spent())
def timeline():
    if window.timeline is None:
        QTimer.singleShot(5, timeline)
    else:
        QTimer.singleShot(0, finish)
def finish():
    print(first[0], spent())
    window.close()
    application.exit()
window.painted.connect(painted)
window.painted.connect(lambda: QTimer.singleShot(0, timeline))
window.show()
application.exec()
"""
)
_BARE = (
    _SPENT
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        print(spent(), 0)
        QTimer.singleShot(0, application.quit)
application = QApplication([])
window = Bare()
window.resize(1584, 952)
window.show()
application.exec()
"""
)


def measured(program: str) -> list[tuple[float, float]]:
    """What each run of a child printed; every run has a home of its own, so that none finds settings."""
    found = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as home:
            environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
            done = subprocess.run(
                [sys.executable, "-c", program], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
            )
        first, second = done.stdout.split()[:2]
        found.append((float(first), float(second)))
    return found


def main() -> None:
    """Measure both and compare. The code is compiled before, as it is after any start but the first."""
    for folder in ("app", "widgets", "storage", "resources"):
        compileall.compile_dir(ROOT / folder, quiet=2)
    bare = statistics.median(first for first, _ in measured(_BARE))
    runs = measured(_WINDOW)
    window = statistics.median(first for first, _ in runs)
    timeline = statistics.median(second for _, second in runs)
    print(f"bare painted QWidget   {bare:6.2f} s CPU")
    print(f"first painted window   {window:6.2f} s CPU")
    print(f"timeline in place      {timeline:6.2f} s CPU")
    figures = {"window_vs_bare_qt": window / bare, "timeline_vs_bare_qt": timeline / bare}
    tell("startup", {**{name: round(value, 2) for name, value in figures.items()}, "bundle_vs_checkout": None}, TARGETS)


if __name__ == "__main__":
    main()
