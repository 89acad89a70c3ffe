"""The export dialog: options at the left, what the file will show at the right, updated with every choice."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from widgets.export.choices import Offer, Wanted
from widgets.export.fields import Group
from widgets.export.following import Following, Layout
from widgets.export.look import LookGroup
from widgets.export.page import PageGroup
from widgets.export.preview import Preview
from widgets.export.preview_bar import PreviewBar
from widgets.export.target import FileGroup
from widgets.export.what import WhatGroup
from widgets.export.words import SourcesGroup, WordsGroup
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions
from widgets.icons import Picture
from widgets.pieces import button, ground, label, rule

SIZE = QSize(1320, 880)
OPTIONS = 384
UNNAMED = "Give the file a name first."
BORDERS = QSize(24, 64)
"""What stays free of the screen around it."""


class ExportDialog(QDialog):
    """Asks by signals that carry what is wanted, and stays open until it is told to close."""

    save_requested = Signal(object)
    copy_requested = Signal(object, int)
    """A Figure and the page that is seen; so for the drag."""
    drag_requested = Signal(object, int)
    print_requested = Signal(object)
    folder_requested = Signal(object)

    def __init__(self, offer: Offer, before: Wanted, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        ground(self, "window")
        self._before, self._hinted = before, ""
        self.preview = Preview()
        self.bar = PreviewBar(self.preview)
        self.what, self.page, self.look = WhatGroup(offer), PageGroup(), LookGroup()
        self.words, self.sources, self.file = WordsGroup(offer), SourcesGroup(), FileGroup(offer.formats)
        self.following = Following(layout, self)
        self._make_foot()
        self._place()
        for group in self._groups:
            group.fill(before.options)
        self.file.fill(before.path, before.ending)
        self.preview.set_words("Drawing…")
        self._connect()
        self._follow()
        for part in self.findChildren(QPushButton):
            part.setAutoDefault(False)  # Enter saves, wherever the keyboard is
        self.save.setDefault(True)

    @property
    def _groups(self) -> tuple[WhatGroup, PageGroup, LookGroup, WordsGroup, SourcesGroup]:
        return self.what, self.page, self.look, self.words, self.sources

    def wanted(self) -> Wanted:
        """What the fields say."""
        told: dict[str, object] = {}
        for group in self._groups:
            told |= group.told()
        options = replace(FigureOptions(), **told)  # type: ignore[arg-type]  # the names are those of the fields
        return Wanted(self.file.chosen.ending, self.file.path(), options)

    def figure(self) -> Figure | None:
        """What the preview shows, as the fields are now; tables have none."""
        if self.file.chosen.figure:
            self.following.settle()
        return self.preview.figure

    def tell(self, words: str) -> None:
        """Show trouble in a sentence, or good news with `say`; the dialog stays."""
        self._show(words, "warning", "warn")

    def say(self, words: str) -> None:
        """Show what went well."""
        self._show(words, "check", "secondary")

    def _show(self, words: str, sign: str, tone: str) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", tone)
        self.told.style().polish(self.told)
        self._sign.set_name(sign)
        self._sign.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ---- places ----

    def _make_foot(self) -> None:
        self._sign, self.told = Picture("warning", "warn"), label("", "warn", wrap=True)
        self.copy = button("Copy", "line", "clipboard", "Copy the figure as an image and as a drawing")
        self.print = button("Print…", "line", tip="Look at the sheets, then print them")
        self.leave, self.save = button("Cancel", "line"), button("Save", "primary")

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._options())
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.bar)
        across.addLayout(right, 1)
        column.addLayout(across, 1)
        column.addWidget(self._foot())
        room = QGuiApplication.primaryScreen().availableSize() - BORDERS
        self.resize(SIZE.boundedTo(room))
        self.setMinimumSize(QSize(820, 520).boundedTo(room))

    def _options(self) -> QWidget:
        inside, outside = QWidget(), QFrame()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 10, 20, 16)
        column.setSpacing(12)
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setAccessibleName("Options")
        scrolled.setWidget(inside)
        ground(inside, "window")
        outside.setProperty("edge", "right")
        bar = scrolled.verticalScrollBar().sizeHint().width()
        outside.setFixedWidth(max(OPTIONS, inside.minimumSizeHint().width() + bar + 2))
        whole = QVBoxLayout(outside)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(rule())
        whole.addWidget(_inset(self.file, bar))
        return outside

    def _foot(self) -> QWidget:
        made = QFrame()
        made.setProperty("edge", "top")
        row = QHBoxLayout(made)
        row.setContentsMargins(20, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.told, 1)
        for part in (self.copy, self.print, self.leave, self.save):
            row.addWidget(part)
        self._show("", "warning", "warn")
        return made

    # ---- connections ----

    def _connect(self) -> None:
        groups: tuple[Group, ...] = (*self._groups, self.file)
        for group in groups:
            group.changed.connect(self._follow)
        self.following.laid_out.connect(self.preview.set_figure)
        self.following.failed.connect(self.preview.set_words)
        self.preview.looked.connect(self._settle_buttons)
        self.file.folder_requested.connect(lambda: self.folder_requested.emit(self.file.folder))
        self.preview.drag_wanted.connect(lambda: self._hand(self.drag_requested.emit))
        self.copy.clicked.connect(lambda: self._hand(self.copy_requested.emit))
        self.print.clicked.connect(self._print)
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def set_folder(self, folder: Path) -> None:
        """Another folder for the file."""
        self.file.set_folder(folder)
        self._follow()

    def _follow(self) -> None:
        chosen = self.file.chosen
        for group in self._groups:
            group.fit(chosen)
        self._show("", "warning", "warn")
        self._settle_buttons()
        if chosen.figure:
            self.following.ask(self.wanted().options)
        else:
            self.following.stop()
            self.preview.set_words(chosen.told)

    def _settle_buttons(self) -> None:
        there = self.preview.figure is not None
        for part in (self.copy, self.print):
            part.setEnabled(there)
        self.save.setEnabled(self.file.named())
        self._hint(UNNAMED if not self.file.named() else self._apart())

    def _apart(self) -> str:
        """What several pages come to, where each has a file."""
        shown, chosen = self.preview.figure, self.file.chosen
        several = shown is not None and chosen.figure and chosen.apart and len(shown.pages) > 1
        return f"Each page is saved in a file of its own: “…-2{chosen.ending}” and so on." if several else ""

    def _hint(self, words: str) -> None:
        """Say it unless something else is told; it goes when it is no longer so."""
        if self.told.text() in ("", self._hinted) and self.told.text() != words:
            self._show(words, "info", "secondary")
        self._hinted = words

    def _save(self) -> None:
        self._show("", "warning", "warn")
        self.save_requested.emit(self.wanted())

    def _hand(self, give: object) -> None:
        figure = self.figure()
        if figure is not None:
            give(figure, self.preview.number)  # type: ignore[operator]

    def _print(self) -> None:
        figure = self.figure()
        if figure is not None:
            self.print_requested.emit(figure)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        self.following.stop()
        self.preview.stop()
        super().hideEvent(event)


def _inset(part: QWidget, bar: int) -> QWidget:
    """In line with what scrolls beside a bar of that width."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 6, 20 + bar, 14)
    column.addWidget(part)
    return made
