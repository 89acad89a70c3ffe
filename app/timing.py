"""How much work a start is, told by the program itself: `dateline --time-start`, which the benchmark of start-up reads."""

import json
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from app.window import Window

LOOK_MS = 5


def spent() -> float:
    """CPU seconds of this process and of those it has waited for."""
    try:
        import resource
    except ImportError:  # Windows tells it of this process alone
        return time.process_time()
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)


def time_start(window: "Window") -> None:
    """Print what was spent until the first paint and until the timeline was in its place, then close the window."""
    window.painted.connect(lambda: _wait(window, spent()))


def _wait(window: "Window", painted: float) -> None:
    if window.timeline is None:
        QTimer.singleShot(LOOK_MS, lambda: _wait(window, painted))
    else:
        QTimer.singleShot(0, lambda: _tell(window, painted))


def _tell(window: "Window", painted: float) -> None:
    print(json.dumps({"window": round(painted, 4), "timeline": round(spent(), 4)}), flush=True)
    window.close()
