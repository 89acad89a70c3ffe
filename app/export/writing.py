"""Files put in their places: all of them or none, and nothing that is no plain file is written over."""

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from storage.errors import CannotWrite

OTHERS = {
    stat.S_IFDIR: "a folder has this name",
    stat.S_IFIFO: "a pipe has this name",
    stat.S_IFSOCK: "a socket has this name",
    stat.S_IFCHR: "a device has this name",
    stat.S_IFBLK: "a device has this name",
}


def write_file(path: Path, data: bytes) -> None:
    """Write all of a file or nothing of it: CannotWrite leaves what stood there as it was."""
    write_files([(path, data)])


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Each is whole on the disk before the first takes its place: CannotWrite leaves what stood there as it was."""
    staged: list[tuple[Path, Path, Path]] = []
    try:
        for path, data in files:
            with _told(path):
                target = _target(path)
                staged.append((path, _staged(target, data), target))
        for path, waiting, target in staged:
            with _told(path):
                waiting.replace(target)
    finally:
        for _, waiting, _ in staged:
            waiting.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """The file itself, where a name only leads to it."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(0, "its name leads round in a circle")
    if not target.exists():
        return target
    other = OTHERS.get(stat.S_IFMT(target.stat().st_mode))
    if other:
        raise OSError(0, other)
    if not os.access(target, os.W_OK):
        raise OSError(0, "it is write-protected")
    return target


def _staged(target: Path, data: bytes) -> Path:
    """The data beside the target: a full disk must not leave half a figure in place of a whole one."""
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".dateline-", suffix=target.suffix)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        reason = (trouble.strerror or "the folder does not take it").lower()
        raise CannotWrite(f"“{path.name}” could not be written: {reason}. Choose another folder or name.") from trouble


def _umask() -> int:
    """What the user's new files leave out; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
