"""Measured in a process of its own: figures of a library, each laid out and written for real, once Qt has its fonts."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time

from app.export.export import EXPORTERS
from app.export.job import Export
from app.offscreen import prepare_for_figures
from storage.library import Library
from widgets.figure.options import FigureOptions, Paper

ASKED = {"px": FigureOptions(), "a4": FigureOptions(page=Paper.A4, look="print")}
RUNS = 3


def measured(path: Path) -> dict[str, list[float]]:
    """CPU ms and bytes by page and format, the least of some runs: the first one finds the fonts and the columns."""
    prepare_for_figures()
    library, found = Library.open(path, read_only=True), dict[str, list[float]]()
    job = Export(library, [int(one) for one in library.select()])
    for name, options in ASKED.items():
        for ending in (".svg", ".pdf", ".png"):
            times = []
            for _ in range(RUNS):
                begun = process_time()
                data = EXPORTERS[ending].write(replace(job, figure=options))
                times.append(1000 * (process_time() - begun))
            found[f"{name}{ending}"] = [min(times), len(data)]
    library.close()
    return found


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
