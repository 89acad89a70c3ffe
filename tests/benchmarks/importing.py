"""What it costs to bring many articles into a library, over reading them and finding their events alone.

Prints a table and, as its last line, one JSON object. Run it with `python3 run.py bench importing`; `--articles 1000`
measures with fewer. For Linux, which tells the memory of processes.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.common import pages, trees  # noqa: E402
from tests.benchmarks.common.figures import tell  # noqa: E402

ARTICLES = 10_000
TARGETS = {"import_vs_pipeline": 0.6, "memory_growth_mb": 300.0, "rerun_speedup": 20.0}
AT_LEAST = ("import_vs_pipeline", "rerun_speedup")

_PIPELINE = """
import sys, time
from pathlib import Path
from app.importing import take_any
paths = sorted(str(path) for path in Path(sys.argv[1]).rglob("*.*"))
for path in paths[:40]:  # the words of the language are read before the clock starts
    take_any(path)
before = time.process_time()
print(sum(len(take_any(path).found) for path in paths), time.process_time() - before)
"""


def pipeline(folder: Path, environment: dict[str, str]) -> tuple[int, float]:
    """How many articles were read and extracted, in one process and nowhere kept, and the CPU seconds of that."""
    found = trees.run([sys.executable, "-c", _PIPELINE, str(folder)], environment, ROOT)
    articles, cpu = found.output.split()
    return int(articles), float(cpu)


def imported(folder: Path, library: Path, status: str, environment: dict[str, str]) -> tuple[int, trees.Spent, float]:
    """How many articles have that status after an import, what it took, and how long."""
    before = trees.seconds()
    command = [sys.executable, "-m", "app", "import", str(library), str(folder), "--json"]
    found = trees.run(command, environment, ROOT)
    told = [json.loads(line)["status"] for line in found.output.splitlines()]
    return told.count(status), found, trees.seconds() - before


def measure(folder: Path, articles: int) -> dict[str, float | None]:
    """All figures, with a home that nobody has used."""
    home = folder / "home"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
    pages.write(folder / "articles", articles)
    library = folder / "measured.dateline"
    read, alone = pipeline(folder / "articles", environment)
    kept, first, took = imported(folder / "articles", library, "imported", environment)
    again, second, retook = imported(folder / "articles", library, "duplicate", environment)
    if not read == kept == again == articles:
        raise SystemExit(f"Of {articles:,} articles {read:,} were read, {kept:,} imported, {again:,} known again.")
    print(f"{articles:,} articles: pipeline alone {alone:.1f} s CPU; import {first.cpu:.1f} s CPU, {took:.1f} s, "
          f"{library.stat().st_size / 1e6:.0f} MB; again {second.cpu:.2f} s CPU, {retook:.2f} s")  # fmt: skip
    print(f"memory: {first.memory[0]:.0f} MB at the start, {max(first.memory):.0f} MB at most")
    return {
        "import_vs_pipeline": round(alone / first.cpu, 3),
        "memory_growth_mb": round(max(first.memory) - first.memory[0], 1),
        "rerun_speedup": round(min(first.cpu / second.cpu, took / retook), 1),
    }


def main() -> None:
    """Measure and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        tell("importing", measure(Path(folder), told.articles), TARGETS, AT_LEAST)


if __name__ == "__main__":
    main()
