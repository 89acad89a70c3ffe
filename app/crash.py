"""Our own mistakes: logged to a file without a word of any article, told to the user, and the application goes on."""

import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path

from app import __version__
from storage.errors import DatelineError

LARGEST = 1_000_000
"""A log that has grown past so many bytes begins anew; the one before is kept."""

# What a worker process sends is text: `  File "/x/app/a.py", line 12, in read`; the lines of code and the message stay out.
_FRAME = re.compile(r'^  File "([^"\n]+)", line (\d+), in (\w+)$', re.MULTILINE)

_tellers: list[Callable[[str], None]] = []


def log_path() -> Path:
    """Where mistakes are written down."""
    return user_log_path("dateline", appauthor=False) / "dateline.log"


def install(tell: Callable[[str], None] | None = None) -> None:
    """Log whatever nobody caught; `tell` is called with what to say of it, once for each mistake, in whatever thread it was."""
    if tell is not None:
        _tellers.append(tell)
    sys.excepthook = _caught
    threading.excepthook = lambda told: _caught(told.exc_type, told.exc_value, told.exc_traceback)


def report(trouble: BaseException) -> None:
    """Log and tell of a mistake after which the work at hand goes on. Trouble of the world is told, no mistake of ours."""
    _caught(type(trouble), trouble, trouble.__traceback__)


def _caught(kind: type[BaseException], trouble: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, trouble or kind(), trace)
        return
    if isinstance(trouble, DatelineError):
        words = str(trouble)
    else:
        path = log_path()
        _write(path, described(kind, trouble, trace))
        words = f"Something went wrong inside Dateline. Your work is saved. {path} describes what happened."
    print(f"dateline: {words}", file=sys.stderr)  # the window may be closed, or not open yet
    for tell in _tellers:
        tell(words)


def described(kind: type[BaseException], trouble: BaseException | None, trace: TracebackType | None) -> str:
    """What is logged: where it happened and of which type, never the message, which may hold words of an article."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{when} Dateline {__version__}, Python {platform.python_version()}, {platform.platform()}"
    lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    cause = trouble.__cause__ or trouble.__context__ if trouble else None
    lines += [f"  {file}:{line} in {name}" for file, line, name in _FRAME.findall(getattr(cause, "tb", ""))]
    behind = [f"  because of {type(cause).__name__}"] if cause else []
    return "\n".join((head, *lines, *behind, f"  {kind.__module__}.{kind.__qualname__}", ""))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        print(text, file=sys.stderr)  # a log that cannot be written must not hide the mistake
