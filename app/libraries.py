"""Which library is open: new ones, others, those of before; a library is made only when there is something to put in."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.door import ring
from app.frame import settings_path
from app.saving import ask_where
from app.session import Session
from storage import settings
from storage.errors import CannotWrite, DatelineError, LibraryInUse, LibraryReadOnly
from storage.lock import is_open_elsewhere
from widgets.shown import RecentLibrary

if TYPE_CHECKING:
    from storage.library import Library

ENDING = ".dateline"
FILTER = f"Dateline libraries (*{ENDING})"
SAMPLE = "Aleppo, December 2016"


class Libraries(QObject):
    """Opens and makes libraries for the session and remembers them; trouble is told in its one sentence."""

    troubled = Signal(str)
    made = Signal(str)
    """A library that nobody asked for by name was made: which, and where it is."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.settings = settings.load(settings_path())
        self._aside = ""
        """A sentence about a library that was moved aside, to be told when the new one is there."""
        self._unnamed: Path | None = None
        """A library that nobody asked for by name: it does not outlive its being empty."""

    def change_settings(self, **values: object) -> None:
        """Keep some settings."""
        self._keep(replace(self.settings, **values))  # type: ignore[arg-type]  # the names are those of the fields

    def _keep(self, changed: settings.Settings) -> None:
        if changed == self.settings:
            return
        self.settings = changed
        try:
            settings.save(self.settings, settings_path())
        except CannotWrite as reason:
            self.troubled.emit(str(reason))

    def open(self, path: str | Path) -> bool:
        """Open a library; one that cannot be changed is opened for reading."""
        chosen = Path(path).absolute()
        if self._session.path is not None and _same(chosen, self._session.path):
            return True
        try:
            library, refused = self._opened(chosen)
        except DatelineError as reason:
            self._forget(chosen)
            self.troubled.emit(str(reason))
            return False
        self._change_to(library)
        self._remember(chosen)
        if refused:
            self.troubled.emit(refused)
        return True

    def open_last(self) -> None:
        """Open the library that was open last, if it is still there and no other window shows it."""
        last = Path(self.settings.recent[0]) if self.settings.recent else None
        if last is not None and last.exists() and not is_open_elsewhere(last):
            self.open(last)

    def _opened(self, path: Path) -> tuple[Library, str]:
        """The library, and why it cannot be changed where that is so."""
        from storage.library import Library

        try:
            return Library.open(path), ""
        except LibraryReadOnly as reason:
            return Library.open(path, read_only=True), str(reason)
        except LibraryInUse as reason:
            if not ring(path):
                raise
            words = f"“{path.stem}” is open in another window, which has come to the front."
            raise LibraryInUse(words) from reason

    def ensure(self, name: str = "Timeline") -> bool:
        """A library for what is about to be added; whether there is one now."""
        if self._session.library is None:
            made = self._create(_free(_folder(), name))
            self._unnamed = self._session.path if made else None
            if self._unnamed is not None:
                self.made.emit(f"A new library was made: “{self._unnamed.stem}”, in {_place(self._unnamed)}.")
            return made
        if self._session.library.read_only:
            self.troubled.emit(f"“{self._session.library.name}” can only be read. Save a copy of it to add articles.")
            return False
        return True

    def new(self) -> None:
        """Ask for a name and make a library."""
        path = self._ask_to_save("New library", _free(_folder(), "Timeline"))
        if path is not None:
            self._create(path)

    def make(self, path: Path) -> bool:
        """A new library of this name, in a folder that is there."""
        if not path.parent.is_dir():
            self.troubled.emit(f"“{path.name}” could not be made: there is no folder “{path.parent}”. Choose another.")
            return False
        return self._create(path)

    def _create(self, path: Path) -> bool:
        from storage.library import Library

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            library = Library.create(path)
        except OSError as trouble:
            reason = (trouble.strerror or "it does not take files").lower()
            self.troubled.emit(f"The folder “{path.parent}” could not be used: {reason}. Choose another one.")
            return False
        except DatelineError as reason:
            self.troubled.emit(str(reason))
            return False
        self._change_to(library)
        self._remember(path)
        self._tell_aside()
        return True

    def _tell_aside(self) -> None:
        if self._aside:
            self.troubled.emit(self._aside)
            self._aside = ""

    def close(self) -> None:
        """No library is open then."""
        self._change_to(None)

    def _change_to(self, library: Library | None) -> None:
        before = self._session.library
        forgotten = before.path if before and before.path == self._unnamed and _is_unused(before) else None
        self._session.open(library)
        if forgotten is not None:
            forgotten.unlink(missing_ok=True)
            self._keep(self.settings.forgotten(str(forgotten)))
        self._unnamed = None

    def ask_to_open(self) -> None:
        """Ask which library."""
        path, _ = QFileDialog.getOpenFileName(self._window, "Open a library", str(_folder()), FILTER)
        if path:
            self.open(path)

    def save_copy(self) -> Path | None:
        """Ask for a name and copy the library there as it is now; where the copy is, None if there is none."""
        library = self._session.library
        path = self._ask_to_save("Save a copy", _free(library.path.parent, library.name)) if library else None
        if library is None or path is None:
            return None
        try:
            shutil.copyfile(library.path, path)  # no change is under way: each is whole on the disk when it is done
        except OSError as trouble:
            path.unlink(missing_ok=True)  # half a copy would look like a whole one
            reason = (trouble.strerror or "the folder does not take it").lower()
            self.troubled.emit(f"“{path.name}” could not be written: {reason}. Choose another folder.")
            return None
        self._remember(path)
        self._remember(library.path)  # which stays open, and is opened again at the next start
        self._tell_aside()
        return path

    def recent(self) -> list[RecentLibrary]:
        """Libraries that were open before and are still there."""
        found = [Path(one) for one in self.settings.recent]
        return [RecentLibrary(str(one), one.stem, _place(one)) for one in found if one.exists()]

    def _remember(self, path: Path) -> None:
        self._keep(self.settings.opened(str(path)))

    def _forget(self, path: Path) -> None:
        if not path.exists():
            self._keep(self.settings.forgotten(str(path)))

    def _ask_to_save(self, title: str, proposed: Path) -> Path | None:
        path = ask_where(self._window, title, proposed, FILTER, ENDING)
        if path is None:
            return None
        if self._session.path is not None and _same(path, self._session.path):
            self.troubled.emit(f"“{path.name}” is the library that is open. Choose another name.")
            return None
        if path.exists() and is_open_elsewhere(path):
            self.troubled.emit(
                f"“{path.name}” is open in another window of Dateline. Close it there, or choose another name."
            )
            return None
        if path.exists():
            # the user has been asked whether it may be replaced, and a library is moved aside, never lost
            aside = _free(path.parent, f"{path.stem} (before)")
            try:
                path.replace(aside)
                self._aside = f"What was “{path.name}” is “{aside.name}” now, in the same folder."
            except OSError as trouble:
                self.troubled.emit(str(CannotWrite(f"“{path.name}” could not be replaced: {trouble.strerror}.")))
                return None
        return path


def _is_unused(library: Library) -> bool:
    """Whether nothing was ever put into it."""
    return not (library.counts().articles or library.undo_name or library.redo_name)


def _folder() -> Path:
    return user_documents_path() / "Dateline"


def _free(folder: Path, name: str) -> Path:
    """A name that no library has yet."""
    path, number = folder / f"{name}{ENDING}", 2
    while path.exists():
        path, number = folder / f"{name} {number}{ENDING}", number + 1
    return path


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _place(path: Path) -> str:
    """The folder as people write it: ~/Documents/Dateline."""
    try:
        return f"~/{path.parent.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path.parent)
