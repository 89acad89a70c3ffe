"""Makes docs/figure.png: the samples as a figure for print, as the command line writes it.

    .venv/bin/python tests/walk/figure.py [OUT.png]

The days between which most of them lie are drawn, with the articles that tell of them as sources.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.main import main as dateline

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs" / "figure.png"
SAMPLES = ROOT / "resources" / "samples"
DATED, DATELESS = ("aleppo-evacuation.txt", "astana-talks.txt"), ("damascus-police-station.txt",)
DAY = "2016-12-17"
"""Of the one that names no day of its own."""
ASKED = (
    "--from", "2016-12-14", "--to", "2016-12-22", "--theme", "print", "--sources", "--width", "1500",
    "--title", "December 2016, as three reports tell it",
    "--subtitle", "Every mark stands on the days that its source gives; the small numbers name the sources below.",
)  # fmt: skip


def main(out: Path) -> int:
    """Import the samples into a library of their own and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "samples.dateline")
        dated, dateless = ([str(SAMPLES / name) for name in names] for names in (DATED, DATELESS))
        failed = dateline(["import", library, *dated]) or dateline(["import", library, *dateless, "--published", DAY])
        return failed or dateline(["export", library, "-o", str(out), *ASKED])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT))
