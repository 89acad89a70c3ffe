"""The left side of an empty window: libraries that were open before, and the kinds that will be looked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.kinds import kinds
from widgets.icons import Picture, set_icon
from widgets.pieces import button, header, label, rule
from widgets.plain import caption
from widgets.shown import RecentLibrary


class Recent(QWidget):
    """A click on a library asks for it by its path."""

    library_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._libraries = QVBoxLayout()
        self._libraries.setSpacing(4)
        self._head = QWidget()
        top = QVBoxLayout(self._head)
        top.setContentsMargins(0, 12, 0, 12)
        row = header("Recent libraries")
        row.setContentsMargins(16, 0, 12, 0)
        top.addLayout(row)
        top.addLayout(self._libraries)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(rule())
        self._add_kinds(column)
        column.addStretch(1)
        column.addWidget(self._promise())
        self.set_libraries(())

    def set_libraries(self, libraries: Sequence[RecentLibrary]) -> None:
        """The latest first."""
        while (item := self._libraries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for library in libraries:
            self._libraries.addWidget(self._row(library))
        self._head.setVisible(bool(libraries))

    def _row(self, library: RecentLibrary) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 2, 12, 2)
        column.setSpacing(0)
        name = button(caption(library.name), "plain", tip=library.path)
        set_icon(name, "document", "tertiary", pad=2)
        name.setAccessibleName(f"Open {library.name}, {library.note}")
        name.clicked.connect(lambda: self.library_requested.emit(library.path))
        note = label(library.note, "tertiary", "small")
        note.setContentsMargins(26, 0, 0, 0)
        column.addWidget(name)
        column.addWidget(note)
        return made

    def _add_kinds(self, column: QVBoxLayout) -> None:
        row = header("Kinds Dateline looks for")
        row.setContentsMargins(16, 6, 12, 0)
        column.addLayout(row)
        for kind in kinds().values():
            line = QHBoxLayout()
            line.setContentsMargins(18, 0, 16, 0)
            line.setSpacing(10)
            name = label(kind.label)
            name.setFixedHeight(25)
            line.addWidget(Picture(f"kind:{kind.name}"))
            line.addWidget(name, 1)
            column.addLayout(line)

    def _promise(self) -> QWidget:
        made = QFrame()
        made.setProperty("edge", "top")
        made.setFixedHeight(40)
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(Picture("lock"))
        row.addWidget(label("Nothing leaves this machine.", "secondary", "label"), 1)
        return made
