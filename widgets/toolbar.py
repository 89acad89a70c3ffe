"""The bar at the top: which library this is, what can be added, searched, arranged, taken back and exported."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from resources.themes import measures
from widgets.fonts import font
from widgets.icons import set_icon
from widgets.pieces import button, ground, label, tool
from widgets.plain import tip
from widgets.segments import Segments

LANES = ("Kind", "Place", "Source", "Status", "Article", "None")
SEARCH_WIDTH, LIBRARY_WIDTH, NARROW_LIBRARY = 300, 236, 150
WIDE, ROOMY = 860, 1000
FOR_WORDS = 1340
"""Below these widths of the window words of the toolbar are left out."""
VIEWS = (
    ("timeline", "Timeline", "timeline", "Only the timeline"),
    ("both", "Both", "both", "The timeline, and the table of its events below it"),
    ("table", "Table", "table", "Only the table"),
)
SEARCH_PAUSE_MS = 150
"""A search begins when typing rests this long."""


class SearchField(QLineEdit):
    """A search line that shows its shortcut while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(SEARCH_WIDTH // 2)
        self.setMaximumWidth(SEARCH_WIDTH)
        self.setFont(font("interface"))
        self.setPlaceholderText("Search events and sources")
        self.setAccessibleName("Search events and sources")
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # what is dropped is an article, wherever in the window
        leading = QAction("Search", self)
        set_icon(leading, "search", "tertiary")
        self.addAction(leading, QLineEdit.ActionPosition.LeadingPosition)
        for part in self.findChildren(QToolButton):
            part.setAccessibleName(part.defaultAction().text() if part.defaultAction() else "Clear")
        self._hint = label("Ctrl F", "tertiary", "caption")
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(lambda: self._show_hint())

    def sizeHint(self) -> QSize:
        """As designed; less where the window is narrow."""
        return QSize(SEARCH_WIDTH, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the right."""
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(self.width() - size.width() - 11, (self.height() - size.height()) // 2, *size.toTuple())
        self._show_hint()

    def _show_hint(self) -> None:
        """Where nothing is typed, and the words that say what can be have room beside it."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self._hint.setVisible(not self.text() and self.width() > words + self._hint.width() + 60)


class Toolbar(QFrame):
    """Told by set_ methods; asks by signals and does nothing itself."""

    add_requested = Signal()
    search_changed = Signal(str)
    lanes_changed = Signal(str)
    view_chosen = Signal(str)
    """The timeline, the table or both are wanted, by the keys of VIEWS."""
    lanes_reset = Signal()
    """Lanes are wanted as they are by themselves: none folded, hidden or moved."""
    undo_requested = Signal()
    redo_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(measures()["layout"]["toolbar_height"])
        self.menu = QMenu(self)
        """Empty: the window fills it."""
        self.search = SearchField(self)
        self._pause = QTimer(self, interval=SEARCH_PAUSE_MS, singleShot=True)
        self._make_parts()
        self._place_parts()
        self._connect_parts()
        self.set_lanes("Kind")

    def _make_parts(self) -> None:
        self._name, self._full_name = label("", weight="strong"), ""
        self._summary, self._full_summary = label("", "tertiary", "caption"), ""
        self._add = button("Add articles", icon="plus", tip="Add articles from files or folders")
        self.views = Segments("View", VIEWS)
        self.views.choose("timeline")
        self._lanes_word = label("Lanes by", "secondary")
        self._lanes = button("Kind", "choice")
        self._lanes.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(self._lanes, "chevron_down", "primary", pad=-1)
        self._lanes_menu = QMenu(self._lanes)
        for name in LANES:
            self._lanes_menu.addAction(name).setCheckable(True)
        self._lanes_menu.addSeparator()
        self._reset = self._lanes_menu.addAction("Reset lanes")
        self._lanes.setMenu(self._lanes_menu)
        self._undo, self._redo = tool("undo", "Undo"), tool("redo", "Redo")
        self._export = button("Export figure", icon="image", tip="Export what the timeline shows as a figure")
        self._more = tool("menu", "Menu")
        self._more.setMenu(self.menu)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self.set_undo("", "")

    def _place_parts(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self._library())
        row.addSpacing(4)
        left: tuple[tuple[QWidget, int], ...] = (
            (self._add, 6),
            (self.search, 10),
            (self.views, 10),
            (self._lanes_word, 0),
            (self._lanes, 0),
        )
        right = ((self._undo, 0), (self._redo, 6), (self._export, 4), (self._more, 0))
        for part, gap in left:
            row.addWidget(part)
            row.addSpacing(gap)
        row.addStretch(1)
        for part, gap in right:
            row.addWidget(part)
            row.addSpacing(gap)

        order = (
            self._add,
            self.search,
            *self.views.findChildren(QPushButton),
            self._lanes,
            self._undo,
            self._redo,
            self._export,
            self._more,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def minimumSizeHint(self) -> QSize:
        """What can be left out is not counted."""
        return QSize(560, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the library is named shortly, and buttons lose the words that go without saying."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        roomy, wide = self.width() >= ROOMY, self.width() >= WIDE
        self._lanes_word.setVisible(roomy)
        for part in (self.views, self._export):
            part.show()
        self.views.set_worded(self.width() >= FOR_WORDS)
        self._library_part.setFixedWidth((LIBRARY_WIDTH if roomy else NARROW_LIBRARY) - 4)
        self._add.setText("Add articles" if wide else "Add")
        self._export.setText("Export figure" if wide else "Export")
        self._show_library()
        self._leave_out()

    def _leave_out(self) -> None:
        """What the menu has as well, where the words of this font leave too little room for all."""
        row = self.layout()
        assert row is not None
        for part in (self.views, self._export):
            if row.minimumSize().width() > self.width():
                part.hide()
        row.activate()

    def _library(self) -> QWidget:
        made = self._library_part = QWidget()
        made.setFixedWidth(LIBRARY_WIDTH - 4)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        for part in (self._name, self._summary):
            column.addWidget(part)
        column.addStretch(1)
        return made

    def _connect_parts(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self.views.chosen.connect(self.view_chosen)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._export.clicked.connect(self.export_requested)
        self._lanes_menu.triggered.connect(self._lanes_chosen)
        self.search.textChanged.connect(lambda: self._pause.start())
        self.search.returnPressed.connect(self._search_now)
        self._pause.timeout.connect(self._search_now)
        self.search.installEventFilter(self)

    def set_library(self, name: str, summary: str) -> None:
        """The library's name and a line such as "285 events · 23 articles · saved"."""
        self._full_name, self._full_summary = name, summary
        self._name.setToolTip(tip(name))
        self._summary.setToolTip(tip(summary))
        self._show_library()

    def set_undo(self, undo: str, redo: str) -> None:
        """The names of the steps that can be undone and redone; empty where there is none."""
        for part, word, step in ((self._undo, "Undo", undo), (self._redo, "Redo", redo)):
            part.setEnabled(bool(step))
            keys = QKeySequence(QKeySequence.StandardKey[word]).toString(QKeySequence.SequenceFormat.NativeText)
            part.setToolTip(tip(f"{word}: {step} ({keys})") if step else f"Nothing to {word.lower()}")

    def set_lanes(self, name: str) -> None:
        """Show what the lanes are arranged by, without announcing it."""
        self._lanes.setText(name)
        self._lanes.setAccessibleName(f"Lanes by {name}")
        for action in self._lanes_menu.actions():
            action.setChecked(action.text() == name)
        self._arrange()

    def set_empty(self, empty: bool) -> None:
        """Switch off what needs events."""
        for part in (self.search, self.views, self._lanes_word, self._lanes, self._export):
            part.setEnabled(not empty)

    def set_search(self, text: str) -> None:
        """Put words into the search line without announcing them."""
        blocked = self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(blocked)

    def focus_search(self) -> None:
        """For Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape empties the search line."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.search.clear()
            self._search_now()
            return True
        return super().eventFilter(watched, event)

    def _search_now(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self.search.text().strip())

    def _lanes_chosen(self, action: QAction) -> None:
        if action is self._reset:
            self.lanes_reset.emit()
            return
        self.set_lanes(action.text())
        self.lanes_changed.emit(action.text())

    def _show_library(self) -> None:
        width, middle, right = self._library_part.width(), Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        self._name.setText(self._name.fontMetrics().elidedText(self._full_name, middle, width))
        self._summary.setText(self._summary.fontMetrics().elidedText(self._full_summary, right, width))
