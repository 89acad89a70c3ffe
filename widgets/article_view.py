"""The pane below the timeline: an article with its publication date, its text, and beside it what was found there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resources.themes import measures
from storage.model import Article, Basis, Span
from widgets import dates
from widgets.fonts import serif
from widgets.icons import Picture
from widgets.pieces import button, ground, label
from widgets.shown import ShownMention
from widgets.source_margin import FindsMap, Margin
from widgets.source_text import SourceText

LEFT, GAP, CHARACTERS, LEAST_HEIGHT, LEAST_TITLE = 56, 22, 72, 180, 200
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("edge", "under")
        self.setFixedHeight(measures()["layout"]["source_header_height"])
        self._full_title = ""
        self._title, self._publisher = label(weight="strong"), label(tone="tertiary")
        self._title.setMinimumWidth(80)
        self._missing = label("no publication date known", "tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(Picture("page", size=15))
        row.addWidget(self._title)
        row.addWidget(self._publisher)
        row.addStretch(1)
        row.addWidget(self._missing)
        row.addWidget(self._published_frame())

    def set_article(self, article: Article, resting: int) -> None:
        """`resting` is how many dates are counted from the publication date."""
        self._full_title = article.title
        self._title.setToolTip(article.title)
        self._publisher.setText(article.publisher)
        known = article.published
        self._frame.setVisible(known is not None)
        self._missing.setVisible(known is None)
        if known:
            self._day.setText(dates.day(known.day))
            self._basis.setText(BASES[known.basis])
            self._basis.setToolTip(known.words)
            self._resting.setText(rest_on(resting))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title takes what room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        """Where room is short the least important words go first, and the title is shortened last."""
        dispensable = [self._resting, self._publisher, self._basis]
        for part in dispensable:
            part.setVisible(bool(part.text()))
        while (room := self._title_room()) < LEAST_TITLE and dispensable:
            dispensable.pop(0).hide()
        words = self._title.fontMetrics().elidedText(self._full_title, Qt.TextElideMode.ElideRight, max(80, room))
        self._title.setText(words)

    def _title_room(self) -> int:
        self._inside.invalidate()
        others = (self._publisher, self._frame, self._missing)
        return self.width() - 90 - sum(part.sizeHint().width() for part in others if not part.isHidden())

    def _published_frame(self) -> QFrame:
        self._frame = QFrame()
        self._frame.setProperty("ground", "inset")
        self._frame.setFixedHeight(28)
        self._day = label(weight="strong")
        self._basis, self._resting = label(tone="tertiary"), label(tone="tertiary")
        change = button("Change", "link", tip="Change the publication date")
        change.clicked.connect(self.change_requested)
        row = self._inside = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 0, 7, 0)
        row.setSpacing(8)
        for part in (label("Published", "secondary"), self._day, self._basis, self._resting, change):
            row.addWidget(part)
        return self._frame


class ArticleView(QFrame):
    """`set_article` fills it, `show_event` goes to an event's words; neither announces anything."""

    event_clicked = Signal(object)
    add_requested = Signal(object)
    date_change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "canvas")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._mentions: tuple[ShownMention, ...] = ()
        self._header = ArticleHeader()
        self.text = SourceText()
        self.margin, self.map = Margin(self.text), FindsMap(self.text)
        self._page, self._nothing = QWidget(), self._no_article()
        self._stack = QStackedLayout(self)
        for page in (self._nothing, self._page):
            self._stack.addWidget(page)
        self._place()
        self._connect()

    def sizeHint(self) -> QSize:
        """As in the window of 1000 high."""
        return QSize(800, 268)

    def set_article(self, article: Article, mentions: Sequence[ShownMention], resting: int = 0) -> None:
        """Show an article from its beginning; `resting` dates are counted from its publication date."""
        self._mentions = tuple(mentions)
        self._header.set_article(article, resting)
        self.text.set_text(article.text, mentions)
        self.margin.set_mentions(mentions)
        self.map.set_mentions(mentions)
        self._choose(None)
        self._stack.setCurrentWidget(self._page)

    def show_event(self, event: int | None) -> None:
        """Highlight an event and bring its words into view; None takes the highlighter off."""
        self._choose(event)
        spans = sorted(mention.span for mention in self._mentions if mention.event == event)
        if spans:
            self.text.show_span(spans[0])

    def show_span(self, span: Span) -> None:
        """Bring any words into view."""
        self.text.show_span(span)

    def clear(self) -> None:
        """No article is open."""
        self._mentions = ()
        self.text.set_text("", ())
        self._stack.setCurrentWidget(self._nothing)

    def place_below_header(self, widget: QWidget) -> None:
        """Room for the bar that asks for a date."""
        self._column.insertWidget(1, widget)

    def _place(self) -> None:
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        row = QHBoxLayout()
        row.setContentsMargins(LEFT, 0, 0, 0)
        row.setSpacing(0)
        self.text.setMaximumWidth(line_width())
        row.addWidget(self.text, 1)
        row.addSpacing(GAP)
        row.addWidget(self.margin)
        row.addStretch(0)
        row.addWidget(self.map)
        self._column.addLayout(row, 1)

    def _connect(self) -> None:
        self._header.change_requested.connect(self.date_change_requested)
        for part in (self.text, self.margin):
            part.event_clicked.connect(self.event_clicked)
        self.text.add_requested.connect(self.add_requested)
        self.text.verticalScrollBar().valueChanged.connect(lambda: self.margin.update())
        self.text.document().documentLayout().documentSizeChanged.connect(lambda: self.margin.update())
        keys = QShortcut(QKeySequence("Ctrl+Shift+E"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._add_from_selection)

    def _add_from_selection(self) -> None:
        span = self.text.selected()
        if span:
            self.add_requested.emit(span)

    def _choose(self, event: int | None) -> None:
        self.text.choose(event)
        self.margin.choose(event)

    def _no_article(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(LEFT, 24, 24, 24)
        column.addWidget(label("No article is open", weight="strong"))
        words = "Choose an event or an article to read it here, with the words that every date comes from."
        column.addWidget(label(words, "secondary", wrap=True))
        column.addStretch(1)
        return made

    def changeEvent(self, event: QEvent) -> None:
        """The highlighter's text colour belongs to the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._mentions:
            self.text.choose(self.text.chosen)


def line_width() -> int:
    """Room for CHARACTERS of usual text; a font's own average counts rare letters as much as common ones."""
    usual = "the people of the town said on the first day that nothing had changed"
    return round(QFontMetricsF(serif()).horizontalAdvance(usual) / len(usual) * CHARACTERS)


def rest_on(count: int) -> str:
    """How many dates are counted from the publication date; empty for none."""
    return f"·  {count:,} dates rest on it" if count > 1 else "·  1 date rests on it" if count else ""
