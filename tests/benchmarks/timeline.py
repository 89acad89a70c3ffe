"""The timeline at a million events: frames, first paint, memory, opening and filters, as ratios within one run.

Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench timeline`. The first run makes a
library of a million events, which takes some minutes; it is kept in the folder for temporary files.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.common.figures import tell
from tests.benchmarks.common.libraries import library

RUNS = 3
MILLION, THOUSAND = 1_000_000, 1_000
TARGETS = {
    "frame_vs_empty_plot": 1.0,
    "p99_1m_vs_1k": 2.0,
    "first_paint_1m_vs_1k": 4.0,
    "index_vs_columns": 2.5,
    "open_1m_vs_empty": 2.5,
    "filter_frames": 10.0,
}


def child(module: str, *arguments: str) -> object:
    """What a measurement in a process of its own prints last; every one has a home that nobody has used."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
        command = [sys.executable, "-m", f"tests.benchmarks.common.{module}", *arguments]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, env=environment, cwd=root, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def share(values: Sequence[float], part: float) -> float:
    """The value below which that part of them lies."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def frames(number: int) -> Iterator[tuple[str, float]]:
    """Of one run: all sorts of frames in turn, so that each meets the same machine."""
    empty, few, many = (
        child("frames", *what)
        for what in (("plot", ""), ("zoom", str(library(THOUSAND))), ("zoom", str(library(MILLION))))
    )
    assert isinstance(empty, list)
    assert isinstance(few, list)
    assert isinstance(many, list)
    print(f"run {number}: empty plot p50 {median(empty):5.1f} ms, thousand p50 {median(few):5.1f} p99 {share(few, 0.99):5.1f}, "
          f"million p50 {median(many):5.1f} p99 {share(many, 0.99):5.1f}")  # fmt: skip
    yield "frame", median(many)
    yield "frame_vs_empty_plot", median(many) / median(empty)
    yield "p99_1m_vs_1k", share(many, 0.99) / share(few, 0.99)


def once(number: int) -> dict[str, float]:
    """One run of all that takes time."""
    found = dict(frames(number))
    first = {events: child("frames", "first", str(library(events))) for events in (THOUSAND, MILLION)}
    opened = {events: child("windows", str(library(events)), "open") for events in (0, MILLION)}
    filtered = child("windows", str(library(MILLION)), "filter")
    assert isinstance(filtered, dict)
    print(f"       first paint {first[THOUSAND]:5.0f} ms, million {first[MILLION]:5.0f}; "
          f"open empty {opened[0]:5.2f} s, million {opened[MILLION]:5.2f}")  # fmt: skip
    print("       filters " + ", ".join(f"{name} {time:.0f} ms" for name, time in filtered.items()))
    found["first_paint_1m_vs_1k"] = first[MILLION] / first[THOUSAND]  # type: ignore[operator]
    found["open_1m_vs_empty"] = opened[MILLION] / opened[0]  # type: ignore[operator]
    found["filter_frames"] = median(filtered.values()) / found.pop("frame")
    return found


def main() -> None:
    """Measure and compare: of each figure the median of all runs."""
    runs = [once(number + 1) for number in range(RUNS)]
    held = child("frames", "memory", str(library(MILLION)))
    assert isinstance(held, dict)
    print(f"columns {held['columns'] / 1e6:.0f} MB, with the index {held['index'] / 1e6:.0f} MB")
    figures: dict[str, float] = {name: median(run[name] for run in runs) for name in runs[0]}
    figures["index_vs_columns"] = held["index"] / held["columns"]
    tell("timeline", {name: round(figures[name], 2) for name in TARGETS}, TARGETS)


if __name__ == "__main__":
    main()
