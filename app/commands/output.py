"""What commands print: results to stdout, everything else to stderr; both take any letters."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from storage.errors import DatelineError

# "\x1b[31m" and "\x9b" change a terminal, "\u202e" turns what follows round; not "\n", "\t"
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# the same, and what looks like nothing; a script that reads JSON gets the letter itself
_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def prepare() -> None:
    """UTF-8 whatever the system says: scripts rely on it, and no letter of an article may stop a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def line(record: Any) -> None:
    """One JSON object on a line, at once."""
    print(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False)), flush=True)


def text(words: str) -> None:
    """A line for people, at once."""
    print(_harmless(words), flush=True)


def note(words: str) -> None:
    """Progress or trouble, to stderr."""
    print(_harmless(words), file=sys.stderr, flush=True)


def trouble(reason: DatelineError) -> None:
    """What went wrong, in its one sentence."""
    note(f"dateline: {reason}")


def _harmless(words: str) -> str:
    """Words without what a terminal obeys: names of files and titles are foreign."""
    return _OBEYED.sub("\ufffd", words)


@contextmanager
def progress(total: int) -> Iterator["Progress"]:
    """How far a long run is, on a line of its own where somebody looks at it."""
    shown = Progress(total, sys.stderr.isatty() and total > 1)
    try:
        yield shown
    finally:
        shown.end()


class Progress:
    """Writes over its own line."""

    def __init__(self, total: int, visible: bool) -> None:
        self._total, self._visible, self._done = total, visible, 0

    def step(self, name: str) -> None:
        """One more is done."""
        self._done += 1
        if self._visible:
            print(
                f"\r\x1b[K{self._done:,} of {self._total:,}  {_harmless(name[:60])}",
                end="",
                file=sys.stderr,
                flush=True,
            )

    def end(self) -> None:
        """Leave the line empty."""
        if self._visible:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
