"""Three short articles to try Dateline with: the same days of December 2016, told by three invented publishers."""

from pathlib import Path

HERE = Path(__file__).parent / "samples"


def sample_paths() -> tuple[Path, ...]:
    """The files of the sample articles; one of them names no day of publication."""
    return tuple(sorted(HERE.glob("*.txt")))
