"""The left side: which kinds, states, places and sources are shown, the articles, and what has no date yet."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from resources.themes import measures
from widgets.articles_list import ArticlesList
from widgets.check_list import CheckList
from widgets.filter_section import LEAST_ROWS, FilterSection
from widgets.filters import Filters
from widgets.pieces import button, ground, header, label, pill, rule
from widgets.recent import Recent
from widgets.shown import Counted, RecentLibrary, ShownArticle, Undated
from widgets.time_section import TimeSection
from widgets.undated_list import UndatedList

SECTIONS = {"statuses": "Status", "reviews": "Review", "places": "Place", "sources": "Source"}
LEAST_ARTICLES, MOST_ARTICLES, LEAST_WIDTH, MOST_WIDTH = 4, 8, 200, 400


class Fitting(QScrollArea):
    """As high as what is inside, and scrolls when that is not to be had."""

    inside_changed = Signal()

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside wants another height."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.inside_changed.emit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """That of the inside."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(60, 120)


class Sidebar(QFrame):
    """Filled by set_ methods; the window hears of filters, articles and undated events by signals."""

    filters_changed = Signal(object)
    faint_changed = Signal(bool)
    """Whether events that are held back are wanted faintly on the timeline."""
    article_clicked = Signal(object)
    date_requested = Signal(object)
    original_requested = Signal(object)
    edit_requested = Signal(object)
    remove_requested = Signal(object)
    undated_clicked = Signal(object)
    library_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setProperty("edge", "right")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self._text = ""
        self._undated: tuple[Undated, ...] = ()
        self._undated_total = 0
        self._every_undated: Callable[[], Sequence[Undated]] | None = None
        self.undated = UndatedList(self)
        self.undated.chosen.connect(self.undated_clicked)
        self.kinds = CheckList("Kinds", most_rows=40)
        self.kinds.changed.connect(self._announce)
        self.time = TimeSection()
        self.time.changed.connect(lambda _first, _last: self._announce())
        self.sections = {field: FilterSection(name) for field, name in SECTIONS.items()}
        for section in self.sections.values():
            section.changed.connect(self._announce)
        self.others = CheckList("Events that are held back", most_rows=1)
        self.others.changed.connect(lambda: self.faint_changed.emit(bool(self.others.ticked())))
        self.others.hide()
        self.articles = ArticlesList()
        self.articles.article_clicked.connect(self.article_clicked)
        self.articles.date_requested.connect(self.date_requested)
        self.articles.original_requested.connect(self.original_requested)
        self.articles.edit_requested.connect(self.edit_requested)
        self.articles.remove_requested.connect(self.remove_requested)
        self._recent = Recent()
        self._recent.library_requested.connect(self.library_requested)
        self._stack = QStackedLayout()
        self._full = self._filled()
        for page in (self._full, self._recent):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.addLayout(self._stack)

    def sizeHint(self) -> QSize:
        """As wide as designed."""
        return QSize(measures()["layout"]["sidebar_width"], 600)

    def set_kinds(self, rows: Sequence[Counted]) -> None:
        """The kinds with their counts; those that are new are ticked."""
        new = {row.key for row in rows} - self.kinds.keys()
        self.kinds.set_rows(rows)
        self.kinds.tick(self.kinds.rows.ticked | new)
        self._fit()

    def set_rows(self, field: str, rows: Sequence[Counted]) -> None:
        """The rows of a filter: statuses, reviews, places or sources."""
        self.sections[field].set_rows(rows)
        self._fit()

    def set_articles(self, rows: Sequence[ShownArticle], near: int | None = None, total: int | None = None) -> None:
        """The newest first; dates of the year `near` are told without it. `total` is how many there are, shown or not."""
        self.articles.set_rows(rows, near)
        count = _of(len(rows), total)
        self._articles_count.setText(f"{count}, newest first" if rows else count if total else "none yet")

    def set_undated(self, rows: Sequence[Undated], total: int | None = None, there: int | None = None) -> None:
        """Events without a date; `total` where not all of them are given, `there` where the filters hold others back."""
        self._undated = tuple(rows)
        count = self._undated_total = len(rows) if total is None else total
        self._undated_count.setText(_of(count, there))
        self._undated_count.setVisible(bool(count or there))
        self._undated_row.setEnabled(bool(count))
        waiting, none = "Events that wait for a date", "Every event has its date"
        self._undated_row.setToolTip(waiting if count or there else none)
        self._undated_row.setAccessibleName(f"Undated events: {_of(count, there)}")

    def set_undated_source(self, every: Callable[[], Sequence[Undated]]) -> None:
        """What gives all events without a date when their list is opened; until then those of `set_undated` are all."""
        self._every_undated = every

    def set_recent(self, libraries: Sequence[RecentLibrary]) -> None:
        """For the empty state."""
        self._recent.set_libraries(libraries)

    def set_empty(self, empty: bool) -> None:
        """Show recent libraries and the kinds in place of filters and articles."""
        self._stack.setCurrentWidget(self._recent if empty else self._full)

    def filters(self) -> Filters:
        """What is wanted now."""
        ticked = self.kinds.ticked()
        shown = None if ticked == self.kinds.keys() else ticked
        chosen: dict[str, Any] = {field: section.chosen() for field, section in self.sections.items()}
        return Filters(shown, **chosen, text=self._text).within(*self.time.bounds)

    def set_filters(self, filters: Filters) -> None:
        """Show a state without announcing it."""
        self._text = filters.text
        self.time.choose(filters.first, filters.last)
        self.kinds.tick(self.kinds.keys() if filters.kinds is None else filters.kinds)
        for field, section in self.sections.items():
            section.choose(getattr(filters, field))

    def set_faint(self, faint: bool) -> None:
        """Show whether those are seen faintly, without announcing it."""
        self.others.tick({"others"} if faint else set())

    def set_held_back(self, count: int) -> None:
        """How many events the filters hold back; while there are any, they can be seen faintly."""
        self.others.set_rows([Counted("others", "Show the others faintly", count)])
        self.others.setVisible(count > 0)
        self._fit()

    def set_text(self, text: str) -> None:
        """What is searched for: part of the filters, typed elsewhere."""
        if text != self._text:
            self._text = text
            self._announce()

    def set_time(self, first: float | None, last: float | None) -> None:
        """A stretch of time is wanted alone: part of the filters, chosen elsewhere."""
        if (first, last) != self.time.bounds:
            self.time.choose(first, last)
            self._announce()

    def select_article(self, article: int | None) -> None:
        """Mark an article without announcing it."""
        self.articles.select(article)

    def _filled(self) -> QWidget:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._kinds_header())
        column.addWidget(self.kinds)
        column.addSpacing(6)
        column.addWidget(rule())
        column.addSpacing(5)
        for section in (self.time, *self.sections.values()):
            column.addWidget(section)
        column.addWidget(self.others)
        column.addSpacing(6)
        column.addWidget(rule())
        column.addStretch(1)
        made = QWidget()
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._top = Fitting(top)
        self._top.inside_changed.connect(self._share)
        whole.addWidget(self._top)
        whole.addLayout(self._articles_header())
        self.articles.setMinimumHeight(LEAST_ARTICLES * measures()["layout"]["list_row"])
        whole.addWidget(self.articles, 1)
        whole.addWidget(self._undated_footer())
        return made

    def _kinds_header(self) -> QHBoxLayout:
        every, none = (button(word, "word", size="caption") for word in ("All", "None"))
        every.setAccessibleName("Show all kinds")
        none.setAccessibleName("Show no kind")
        every.clicked.connect(lambda: self._tick_kinds(self.kinds.keys()))
        none.clicked.connect(lambda: self._tick_kinds(set()))
        row = header("Kinds")
        for part in (every, label("·", "secondary", "caption"), none):
            row.addWidget(part)
        row.setContentsMargins(16, 0, 10, 0)
        return row

    def _articles_header(self) -> QHBoxLayout:
        row = header("Articles")
        self._articles_count = label("none yet", "secondary", "caption", "label")
        row.addWidget(self._articles_count)
        row.setContentsMargins(16, 6, 12, 0)
        return row

    def _undated_footer(self) -> QWidget:
        made = QFrame()
        made.setProperty("edge", "top")
        made.setFixedHeight(40)
        self._undated_row = button("Undated events", "flat", "calendar", "Events that wait for a date")
        self._undated_count = pill("", "warn")
        row = QHBoxLayout(made)
        row.setContentsMargins(5, 0, 16, 0)
        row.addWidget(self._undated_row)
        row.addStretch(1)
        row.addWidget(self._undated_count)
        self._undated_row.clicked.connect(self.show_undated)
        self.set_undated(())
        return made

    def _tick_kinds(self, keys: set[str]) -> None:
        self.kinds.tick(keys)
        self._announce()

    def _announce(self) -> None:
        self.filters_changed.emit(self.filters())

    def show_undated(self) -> None:
        """Open the list of all events that wait."""
        rows = self._every_undated() if self._every_undated else self._undated
        if rows:
            self.undated.set_rows(rows, max(len(rows), self._undated_total))
            self.undated.drop_open(self._undated_row.mapToGlobal(QPoint(0, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height for the rows of open filters."""
        super().resizeEvent(event)
        self._share()

    def _fit(self) -> None:
        self._top.updateGeometry()

    def _share(self) -> None:
        """Open filters share the height that nothing else needs; each has some rows in any case."""
        opened = [section for section in self.sections.values() if section.opened]
        if not opened:
            return
        taken = self._top.sizeHint().height() - sum(section.list.height() for section in opened)
        around = self._full.height() - self._top.height() - self.articles.height()
        free = self.height() - around - self._kept() - taken
        for section in opened:
            section.set_most(max(LEAST_ROWS, free // len(opened) // measures()["layout"]["sidebar_row"]))

    def _kept(self) -> int:
        """The height that the list of articles keeps: that of its rows, within reason."""
        rows = min(max(LEAST_ARTICLES, self.articles.model().rowCount()), MOST_ARTICLES)
        return rows * int(measures()["layout"]["list_row"])


def _of(count: int, there: int | None) -> str:
    """ "47", and "1 of 47" where others are held back."""
    return f"{count:,}" if there in (None, count) else f"{count:,} of {there:,}"
