"""The line above a source text: its title, its publisher, and the day of publication with what that rests on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from resources.themes import measures
from storage.model import Article, Basis
from widgets import dates
from widgets.icons import Picture
from widgets.pieces import button, label
from widgets.plain import tip

LEAST_TITLE, LEAST_WIDTH = 200, 300
BASES = {
    Basis.USER: "set by you",
    Basis.METADATA: "from the file",
    Basis.DATELINE: "from its dateline",
    Basis.URL: "from its address",
    Basis.FILE_NAME: "from the file’s name",
    Basis.GUESS: "guessed",
}


class ArticleHeader(QFrame):
    """Title, publisher, and the day of publication with its basis."""

    change_requested = Signal()
    original_requested = Signal()
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "under")
        self.setFixedHeight(measures()["layout"]["source_header_height"])
        self._full_title = ""
        self._title, self._publisher = label(weight="strong"), label(tone="tertiary")
        self._title.setMinimumWidth(80)
        self._missing = label("No publication date known", "tertiary")
        self._set = button("Set…", "link", tip="Set the publication date")
        self._set.clicked.connect(self.change_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(Picture("page", size=15))
        row.addWidget(self._title)
        row.addWidget(self._publisher)
        row.addStretch(1)
        row.addWidget(self._missing)
        row.addWidget(self._set)
        row.addWidget(self._published_frame())

    def set_article(self, article: Article, resting: int) -> None:
        """`resting` is how many dates are counted from the publication date."""
        self._full_title = article.title
        self._title.setToolTip(tip(article.title))
        self._publisher.setText(article.publisher)
        known = article.published
        self._frame.setVisible(known is not None)
        self._missing.setVisible(known is None)
        self._set.setVisible(known is None)
        if known:
            self._day.setText(dates.day(known.day))
            self._basis.setText(BASES[known.basis])
            self._basis.setToolTip(tip(known.words))
            self._resting.setText(rest_on(resting))
        self._elide()

    def menu(self) -> QMenu:
        """What can be done with the article."""
        menu = QMenu(self)
        menu.addAction("Set publication date…", self.change_requested.emit)
        menu.addAction("Edit title, publisher, author…", self.edit_requested.emit)
        menu.addAction("Save original…", self.original_requested.emit)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu comes where it was asked for."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes what room there is."""
        super().resizeEvent(event)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """The day with its button and a little of the title; all else can be left out."""
        return QSize(LEAST_WIDTH, self.height())

    def _elide(self) -> None:
        """Where room is short the least important words go first, and the title is shortened last."""
        dispensable = [self._resting, self._publisher, self._basis, self._named]
        for part in dispensable:
            part.setVisible(bool(part.text()))
        while (room := self._title_room()) < LEAST_TITLE and dispensable:
            dispensable.pop(0).hide()
        words = self._title.fontMetrics().elidedText(self._full_title, Qt.TextElideMode.ElideRight, max(80, room))
        self._title.setText(words)

    def _title_room(self) -> int:
        self._inside.invalidate()
        others = (self._publisher, self._frame, self._missing, self._set)
        return self.width() - 90 - sum(part.sizeHint().width() for part in others if not part.isHidden())

    def _published_frame(self) -> QFrame:
        self._frame = QFrame()
        self._frame.setProperty("ground", "inset")
        self._frame.setFixedHeight(28)
        self._day = label(weight="strong")
        self._named, self._basis, self._resting = (
            label("Published", "secondary"),
            label(tone="tertiary"),
            label(tone="tertiary"),
        )
        change = button("Change", "link", tip="Change the publication date")
        change.clicked.connect(self.change_requested)
        row = self._inside = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 0, 7, 0)
        row.setSpacing(8)
        for part in (self._named, self._day, self._basis, self._resting, change):
            row.addWidget(part)
        return self._frame


def rest_on(count: int) -> str:
    """How many dates are counted from the publication date; empty for none."""
    return f"·  {count:,} dates rest on it" if count > 1 else "·  1 date rests on it" if count else ""
