"""The pane below the timeline: an article with its publication date, its text, and beside it what was found there."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from storage.model import Article, Span
from widgets.article_header import ArticleHeader
from widgets.fonts import serif
from widgets.pieces import ground, label, text_left
from widgets.shown import ShownMention
from widgets.source_margin import FindsMap, Margin
from widgets.source_text import SourceText

GAP, CHARACTERS = 22, 72
LEAST_WIDTH, LEAST_HEIGHT, LEAST_TEXT = 320, 180, 64


class ArticleView(QFrame):
    """`set_article` fills it, `show_event` goes to an event's words; neither announces anything."""

    event_clicked = Signal(object)
    event_toggled = Signal(object)
    add_requested = Signal(object)
    date_change_requested = Signal()
    original_requested = Signal()
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "canvas")
        self._below: QWidget | None = None
        self._answering = False
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

    def minimumSizeHint(self) -> QSize:
        """As high as what is asked here needs, and some lines of text below it."""
        asked = self._below is not None and not self._below.isHidden() and self._stack.currentWidget() is self._page
        high = self._below.heightForWidth(self.width()) if self._below and asked else 0
        return QSize(LEAST_WIDTH, max(LEAST_HEIGHT, self._header.height() + high + LEAST_TEXT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._row.setContentsMargins(text_left(self.width()), 0, 0, 0)
        self.margin.fit_pane(self.width())
        self.updateGeometry()

    def set_article(self, article: Article, mentions: Sequence[ShownMention], resting: int = 0) -> None:
        """Show an article from its beginning; `resting` dates are counted from its publication date."""
        self._mentions = tuple(mentions)
        self._header.set_article(article, resting)
        self.text.set_text(article.text, mentions)
        self.margin.set_mentions(mentions)
        self.map.set_mentions(mentions)
        self.choose(None)
        self._stack.setCurrentWidget(self._page)

    def choose(self, event: int | None, selection: Collection[int] = ()) -> None:
        """Highlight an event and others that are chosen with it, and leave in view what is."""
        self.text.choose(event, selection)
        self.margin.choose(event)

    def show_event(self, event: int | None, selection: Collection[int] = ()) -> None:
        """Highlight an event, and others, and bring its words into view; None takes the highlighter off."""
        self.choose(event, selection)
        spans = sorted(mention.span for mention in self._mentions if mention.event == event)
        if spans:
            self.text.show_span(spans[0])

    def show_span(self, span: Span) -> None:
        """Bring any words into view."""
        self.text.show_span(span)

    def set_finds(self, article: Article, mentions: Sequence[ShownMention], resting: int = 0) -> None:
        """Other finds in the text that is shown: what is in view, selected and chosen stays as it is."""
        self._mentions = tuple(mentions)
        self._header.set_article(article, resting)
        self.text.set_mentions(mentions)
        self.margin.set_mentions(mentions)
        self.map.set_mentions(mentions)

    def clear(self) -> None:
        """No article is open."""
        self._mentions = ()
        self.text.set_text("", ())
        self._stack.setCurrentWidget(self._nothing)

    def place_below_header(self, widget: QWidget) -> None:
        """Room for the bar that asks for a date; when it goes with the keyboard in it, the keyboard comes to the text."""
        self._below = widget
        widget.installEventFilter(self)
        self._column.insertWidget(1, widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Between the two events of hiding Qt puts the keyboard on whatever comes next in the window."""
        if watched is self._below and event.type() is QEvent.Type.Hide:
            self._answering = self._below.isAncestorOf(QApplication.focusWidget() or self)
        elif watched is self._below and event.type() is QEvent.Type.HideToParent and self._answering:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        row = self._row = QHBoxLayout()
        row.setSpacing(0)
        self.text.setMaximumWidth(line_width())
        self.text.setMinimumHeight(1)  # where room is short the text gives way, it can be scrolled
        row.addWidget(self.text, 1)
        row.addSpacing(GAP)
        row.addWidget(self.margin)
        row.addStretch(0)
        row.addWidget(self.map)
        self._column.addLayout(row, 1)

    def _connect(self) -> None:
        self._header.change_requested.connect(self.date_change_requested)
        self._header.original_requested.connect(self.original_requested)
        self._header.edit_requested.connect(self.edit_requested)
        for part in (self.text, self.margin):
            part.event_clicked.connect(self.event_clicked)
        self.text.event_toggled.connect(self.event_toggled)
        self.text.add_requested.connect(self.add_requested)
        self.text.verticalScrollBar().valueChanged.connect(lambda: self.margin.update())
        self.text.document().documentLayout().documentSizeChanged.connect(lambda: self.margin.update())
        keys = QShortcut(QKeySequence("Ctrl+Shift+E"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._add_from_selection)

    def _add_from_selection(self) -> None:
        span = self.text.selected()
        if span:
            self.add_requested.emit(span)

    def _no_article(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(label("No article is open", weight="strong"))
        words = "Choose an event or an article to read it here, with the words that every date comes from."
        column.addWidget(label(words, "secondary", wrap=True))
        column.addStretch(1)
        return made

    def changeEvent(self, event: QEvent) -> None:
        """The highlighter's text colour belongs to the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._mentions:
            self.text.choose(self.text.chosen, self.text.selection)


def line_width() -> int:
    """Room for CHARACTERS of usual text; a font's own average counts rare letters as much as common ones."""
    usual = "the people of the town said on the first day that nothing had changed"
    return round(QFontMetricsF(serif()).horizontalAdvance(usual) / len(usual) * CHARACTERS)
