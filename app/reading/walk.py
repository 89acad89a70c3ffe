"""From a file or folder to the sources in it, without ever opening a link out of the folder, a pipe or a device."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.reading.passing_over import hidden, hidden_by_hand, in_no_page, of_a_page
from app.reading.read import can_read, endings, unknown
from app.reading.source import Source, named
from storage.errors import CannotRead

LARGEST = 64 * 1024 * 1024
LARGEST_TABLE = 256 * 1024 * 1024
LARGEST_ARCHIVE = 256 * 1024 * 1024

TABLES = (".jsonl", ".csv", ".tsv")
ARCHIVES = (".zip", ".mbox")
# A pipe would wait for ever without O_NONBLOCK; a link put in the file's place after the look is refused by O_NOFOLLOW.
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class PassedOver(CannotRead):
    """Something in a folder that is no article, and what it is: no trouble, but said all the same."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path


def sources_of(path: Path) -> Iterator[Source | CannotRead]:
    """The source of a file, or of each file below a folder in order; what cannot be opened comes as its reason."""
    found = False
    for one in files_of(path):
        try:
            if isinstance(one, CannotRead):
                raise one
            yield open_source(one)
            found = True
        except CannotRead as trouble:
            yield trouble
    if not found and path.is_dir():
        yield no_articles(path)


def no_articles(folder: Path) -> CannotRead:
    """What to say of a folder in which there is nothing to read."""
    return CannotRead(f"The folder “{named(shown(folder.name))}” holds no articles. Dateline reads {endings()}.")


def files_of(path: Path) -> Iterator[Path | CannotRead]:
    """The file itself, or every readable file below a folder in order, without opening any.

    The folder of a saved page means the page that stands beside it, not the pictures and frames in it.
    """
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # missing, a loop of links, or a name no file can have
        yield CannotRead(f"There is no file or folder “{named(shown(str(path)))}”. Look at its name and where it is.")
        return
    if not real.is_dir():
        yield real
        return
    page = _page_of(real)
    if page:
        yield page
    else:
        yield from _below(path)


def _page_of(folder: Path) -> Path | None:
    try:
        files = {
            entry.name.lower(): entry for entry in os.scandir(folder.parent) if entry.is_file(follow_symlinks=False)
        }
    except OSError:  # a folder may be open to somebody without the one that holds it
        return None
    page = of_a_page(folder.name, files)
    return Path(files[page].path) if page else None


def open_source(path: Path) -> Source:
    """The bytes of one file; CannotRead if it is no file, too large, or not to be opened."""
    name = named(shown(path.name))
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe or a device may already do something
            raise _no_file(name)
        descriptor = os.open(path, _READ_ONLY)
    except OSError as trouble:
        raise CannotRead(f"“{name}” could not be opened: {_reason(trouble)}.") from trouble
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise _no_file(name)
        largest = _largest(path.suffix.lower())
        if about.st_size > largest:
            raise CannotRead(f"“{name}” is larger than {largest >> 20} MB. Split it into smaller files.")
        data = file.read(about.st_size + 1)
        if len(data) > about.st_size:
            raise CannotRead(f"“{name}” grew while it was read. Add it again when whatever writes it is done.")
    return Source(name=shown(path.name), data=data, path=shown(str(path)))


def digests(paths: Iterable[str]) -> dict[str, str]:
    """SHA-256 of the bytes of files, without those that `open_source` would not take."""
    return {path: found for path in paths if (found := _digest(Path(path)))}


def _digest(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        descriptor = os.open(path, _READ_ONLY)
    except (OSError, ValueError):
        return ""
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or about.st_size > _largest(path.suffix.lower()):
            return ""
        try:
            return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""


def _no_file(name: str) -> CannotRead:
    return CannotRead(f"“{name}” is not a file but a pipe, a device or a folder. It was not read.")


def _largest(ending: str) -> int:
    if ending in TABLES:
        return LARGEST_TABLE
    return LARGEST_ARCHIVE if ending in ARCHIVES else LARGEST


def shown(path: str) -> str:
    """A path that can be printed and stored, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _below(top: Path) -> Iterator[Path | CannotRead]:
    root = top.resolve()
    waiting = [top]
    unseen = 0
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as trouble:
            yield CannotRead(f"The folder “{named(shown(folder.name))}” could not be opened: {_reason(trouble)}.")
            continue
        unseen += sum(hidden_by_hand(entry.name) for entry in entries)
        entries = [entry for entry in entries if not hidden(entry.name)]
        names = {entry.name.lower() for entry in entries}
        folders = []
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if page := of_a_page(entry.name, names):
                    yield from _beside(Path(entry.path), page)
                else:
                    folders.append(Path(entry.path))
            else:
                yield from _file(entry, root)
        waiting.extend(reversed(folders))
    if unseen:
        what = "One hidden file or folder" if unseen == 1 else f"{unseen:,} hidden files or folders"
        where = f"in “{named(shown(root.name))}” {'was' if unseen == 1 else 'were'} passed over."
        yield PassedOver(shown(str(top)), f"{what} {where}")


def _beside(folder: Path, page: str) -> Iterator[PassedOver]:
    """Of the folder of a saved page, that there are articles in it, which no browser puts there."""
    number = sum(can_read(name) and in_no_page(name) for _, _, names in os.walk(folder) for name in names)
    if number:
        what = "One article" if number == 1 else f"{number:,} articles"
        yield PassedOver(
            shown(str(folder)),
            f"{what} in “{named(shown(folder.name))}” {'was' if number == 1 else 'were'} passed over, because the folder"
            f" was taken for a part of “{named(page)}” beside it. Give it another name to add them.",
        )


def _file(entry: os.DirEntry[str], root: Path) -> Iterator[Path | CannotRead]:
    name, path = named(shown(entry.name)), shown(entry.path)
    if entry.is_symlink():
        # what a link inside the folder points to is met by itself
        target = Path(os.path.realpath(entry.path))
        if not target.is_relative_to(root):
            yield PassedOver(path, f"“{name}” is a link to a place outside the folder. It was not followed.")
        elif not target.is_file() and not target.is_dir():
            yield PassedOver(path, f"“{name}” is a link that leads to no file. It was passed over.")
    elif not entry.is_file(follow_symlinks=False):
        yield PassedOver(path, f"“{name}” is not a file but a pipe or a device. It was not opened.")
    elif not can_read(entry.name):
        yield PassedOver(path, unknown(name))
    else:
        yield Path(entry.path)


def _reason(trouble: OSError) -> str:
    if isinstance(trouble, PermissionError):
        return "you may not read it"
    if isinstance(trouble, FileNotFoundError):
        return "it is not there any more"
    return (trouble.strerror or "it cannot be read").lower()
