"""How long a process stood ready while others had the processors, so that a busy machine ends no work that was well."""

from pathlib import Path


def starved(process: int) -> float:
    """Seconds that its first thread has waited for a processor since it started; 0 where the system does not tell.

    Linux counts them in nanoseconds (schedstat of proc(5), second field); sleeping and waiting for a file are none.
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
