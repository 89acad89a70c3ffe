"""Figures of a hundred thousand events: their size, and the CPU that they take in frames of the window's timeline.

Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench figures`. The first run makes a
library, which takes a minute; it is kept in the folder for temporary files.
"""

import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.common.figures import tell
from tests.benchmarks.common.libraries import library
from tests.benchmarks.timeline import child

EVENTS = 100_000
MEGA = 1_000_000
PAGES = ("px", "a4")
TARGETS = {"svg_frames": 60.0, "pdf_frames": 60.0, "svg_mb": 20.0, "pdf_mb": 20.0}


def main() -> None:
    """Of the pages that are measured the one counts that takes most."""
    path = str(library(EVENTS))
    frames, exports = child("frames", "zoom", path), child("exports", path)
    assert isinstance(frames, list)
    assert isinstance(exports, dict)
    frame = median(frames)
    for name, (spent, size) in exports.items():
        print(f"{name:8s}{spent:8.0f} ms{spent / frame:8.1f} frames{size / MEGA:8.2f} MB")
    found = {}
    for ending in ("svg", "pdf"):
        both = [exports[f"{page}.{ending}"] for page in PAGES]
        found[f"{ending}_frames"] = max(spent for spent, _ in both) / frame
        found[f"{ending}_mb"] = max(size for _, size in both) / MEGA
    tell("figures", found, TARGETS)


if __name__ == "__main__":
    main()
