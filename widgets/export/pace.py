"""Long work in the window's thread that lets the window live: it is done in short pieces, and given up when nobody wants it.

Fonts may be measured in this thread alone, so a figure cannot be laid out in another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintDevice, QPainter

LONGEST = 0.02
"""Seconds between two looks at what the user does."""


class Unwanted(Exception):
    """Something else is wanted meanwhile; raised in the middle of the work."""


class Pace:
    """Work calls `breathe` as often as it can; `wanted` says whether it is still worth it."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self._wanted = wanted
        self._last = monotonic()

    def breathe(self) -> None:
        """Let the window do what waits, if it waits for long."""
        if monotonic() - self._last < LONGEST:
            return
        QCoreApplication.processEvents()
        self._last = monotonic()
        if not self._wanted():
            raise Unwanted


class PacedPainter(QPainter):
    """Breathes between the groups of a drawing."""

    def __init__(self, device: QPaintDevice, pace: Pace) -> None:
        super().__init__(device)
        self._pace, self._saved = pace, 0

    def save(self) -> None:
        """As ever."""
        self._saved += 1
        super().save()

    def restore(self) -> None:
        """As ever."""
        self._saved -= 1
        super().restore()

    def end(self) -> bool:
        """In the middle of a drawing, too, where Qt would miss what was not restored."""
        while self._saved:
            self.restore()
        return super().end()

    @contextmanager
    def group(self, name: str, title: str) -> Iterator[None]:
        """A lane, an event, a part of the page."""
        self._pace.breathe()
        yield
