"""Which file is written: its format, name and folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.export.choices import Format
from widgets.export.fields import Group, Pick, line
from widgets.pieces import button, elided
from widgets.plain import tip


class FileGroup(Group):
    """`folder_requested` asks for another folder, which `set_folder` tells."""

    folder_requested = Signal()

    def __init__(self, formats: Sequence[Format]) -> None:
        super().__init__("File")
        self._formats = {one.ending: one for one in formats}
        self.format = Pick({one.ending: f"{one.name} ({one.ending})" for one in formats})
        self.name = line("Name of the file")
        self._folder, self._path = elided("", "secondary"), Path()
        self.choose = button("Change…", "line")
        self.choose.setAccessibleName("Change the folder")
        self.choose.clicked.connect(self.folder_requested)
        self.add("Format", self.format)
        self.add("Name", self.name)
        self.add("Folder", self._folder_row())
        self.format.currentIndexChanged.connect(self._follow)
        self.name.textChanged.connect(self.changed)
        self.name.editingFinished.connect(self._part)

    def fill(self, path: Path, ending: str) -> None:
        """Show this file; a name with another ending gets the right one."""
        self.format.pick(ending)
        self.name.setText(path.stem if path.suffix.lower() in self._formats else path.name)
        self._follow()
        self.set_folder(path.parent)

    def set_folder(self, folder: Path) -> None:
        """Another folder."""
        self._path = folder
        self._folder.setText(str(folder))
        self._folder.setToolTip(tip(str(folder)))
        self._folder.setAccessibleName(f"Folder {folder}")

    @property
    def folder(self) -> Path:
        """Where the file goes."""
        return self._path

    @property
    def chosen(self) -> Format:
        """The format."""
        return self._formats[self.format.key()]

    def path(self) -> Path:
        """The file, with the ending of its format whatever was typed; one that has no name yet can be dragged, too."""
        typed = self._path / (self._typed() if self.named() else "Timeline")
        named = typed.name.lower().endswith(self.chosen.ending)
        return typed if named else typed.with_name(f"{typed.name}{self.chosen.ending}")

    def named(self) -> bool:
        """Whether a name is there that a file can have, with or without a folder before it."""
        text, name = self.name.text().strip(), self._typed().name
        in_folder = text.endswith(tuple(filter(None, (os.sep, os.altsep))))
        return not in_folder and bool(name.strip(". ")) and name.lower() != self.chosen.ending

    def _typed(self) -> Path:
        return Path(os.path.expanduser(self.name.text().strip()))  # noqa: PTH111  # Path's raises for unknown users

    def _part(self) -> None:
        """A path that was typed is a folder and a name, and its ending says the format."""
        typed = self._typed()
        if not self.named():
            return
        if typed.parent != Path():
            self.set_folder(self._path / typed.parent)
            self.name.setText(typed.name)
        if typed.suffix.lower() in self._formats:
            self.format.pick(typed.suffix.lower())

    def _follow(self) -> None:
        """The name shows the ending of the format."""
        name = self.name.text().strip()
        stem = name[: -len(Path(name).suffix)] if Path(name).suffix.lower() in self._formats else name
        if stem:
            self.name.setText(f"{stem}{self.chosen.ending}")
        self.changed.emit()

    def _folder_row(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(self.choose)
        inside.setFocusProxy(self.choose)
        return inside
