"""How fast the extraction is, over dateparser's search of the same text, and how its cost grows with the text's length.

Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench extraction`.
"""

import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.extraction.extract import extract  # noqa: E402
from resources.samples import sample_paths  # noqa: E402
from storage.model import Basis, Moment, Published  # noqa: E402

RUNS = 5
TARGETS = {"speed_vs_search_dates": 3.0, "growth_10x": 12.0}
AT_LEAST = {"speed_vs_search_dates"}
PUBLISHED = Published(Moment.parse("2016-12-18"), Basis.USER)
HOSTILE = {
    "weekday names": "Friday Monday ",
    "clock colons": "12:",
    "one long line": "rebels seized the town of Saraqib on Friday and the army shelled it on Monday ",
    "open brackets": "(((the (siege ",
    "short lines": "Talks\n",
    "commas": "Aleppo, Homs, ",
    "commas without blanks": "a,b,",
    "year ranges": "2014-2016 and ",
}
"""Repeated to grow: what has made patterns and clause rules of other programs backtrack."""


def article() -> str:
    """News of a size that search_dates can take, in paragraphs."""
    return "\n\n".join(path.read_text("utf-8") for path in sample_paths())


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Median CPU seconds of one call, the first one not counted: it reads the words of the language."""
    work()
    found = []
    for _ in range(runs):
        before = time.process_time()
        work()
        found.append(time.process_time() - before)
    return statistics.median(found)


def growth(text: str) -> float:
    """CPU for ten times the text over that for the text."""
    long = text * 10
    return seconds(lambda: extract(long, PUBLISHED, "en"), 3) / seconds(lambda: extract(text, PUBLISHED, "en"))


def speed() -> tuple[float, float]:
    """Characters a CPU second: of the whole extraction, and of dateparser's search, told the language as well."""
    from dateparser.search import search_dates

    text = article()
    ours = seconds(lambda: extract(text, PUBLISHED, "en"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = seconds(lambda: search_dates(text, languages=["en"]), 3)
    return len(text) / ours, len(text) / theirs


def main() -> None:
    """Measure and compare."""
    ours, theirs = speed()
    figures = {"speed_vs_search_dates": ours / theirs, "growth_10x": growth(article() * 4)}
    print(f"whole extraction       {ours:12,.0f} characters a CPU second")
    print(f"dateparser's search    {theirs:12,.0f} characters a CPU second")
    print(f"{'news':<22} {figures['growth_10x']:12.1f} × the CPU for 10 × the text")
    for name, unit in HOSTILE.items():
        grown = growth(unit * (10_000 // len(unit)))
        figures["growth_10x"] = max(figures["growth_10x"], grown)
        print(f"{name:<22} {grown:12.1f} × the CPU for 10 × the text")
    met = all(figures[name] >= aim if name in AT_LEAST else figures[name] <= aim for name, aim in TARGETS.items())
    rounded = {name: round(value, 2) for name, value in figures.items()}
    print(json.dumps({"benchmark": "extraction", "figures": rounded, "targets": TARGETS, "met": met}))


if __name__ == "__main__":
    main()
