"""Words of foreign files are shown as words wherever they come to stand: Qt takes tooltips for HTML that opens images."""

from collections.abc import Callable, Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from storage.model import Alternative, Article, Basis, Dating, Fate, Published, Review, Span, Status
from storage.moment import Moment
from storage.when import on_day
from widgets.article_header import ArticleHeader
from widgets.article_view import ArticleView
from widgets.ask_bar import AskBar
from widgets.event_panel import EventPanel
from widgets.import_bar import ImportBar
from widgets.notice import Notice
from widgets.plain import caption, tip
from widgets.report import Outcome, Report
from widgets.shown import (
    Counted,
    Preview,
    RecentLibrary,
    ShownArticle,
    ShownEvent,
    ShownFacts,
    ShownSource,
    Undated,
)
from widgets.sidebar import Sidebar
from widgets.toolbar import Toolbar
from widgets.undated_tray import UndatedTray

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

EVIL = "<h1>x<img src='file:///etc/hostname'>"
DAY = Moment.of(2016, 12, 17)
GUESS = Published(DAY, Basis.GUESS, EVIL)
DATING = Dating(EVIL, Span(0, 4), EVIL, EVIL, None, (Alternative(on_day(DAY.day), EVIL),))
SOURCE = ShownSource(1, EVIL, DAY, on_day(DAY.day), EVIL, EVIL)
EVENT = ShownEvent(
    1, EVIL, EVIL, on_day(DAY.day), Status.HAPPENED, Review.FOUND, (EVIL,), EVIL, DATING, GUESS, (SOURCE,), EVIL
)
FACTS = ShownFacts(EVIL, ((EVIL, EVIL),), True, EVIL, (Preview(EVIL, EVIL, EVIL),), 3)
ARTICLE = Article(1, EVIL, EVIL, EVIL, published=GUESS)


def article_header() -> ArticleHeader:
    made = ArticleHeader()
    made.set_article(ARTICLE, 3)
    return made


def article_view() -> ArticleView:
    made = ArticleView()
    made.set_article(ARTICLE, [], 0)
    return made


def ask_bar() -> AskBar:
    made = AskBar()
    made.set_question((EVIL,), GUESS, EVIL)
    return made


def panel_of_an_event() -> EventPanel:
    made = EventPanel()
    made.set_event(EVENT)
    return made


def panel_of_an_article() -> EventPanel:
    made = EventPanel()
    made.set_article(FACTS)
    return made


def form() -> EventPanel:
    made = EventPanel()
    made.new_event(Span(0, 4), EVIL)
    return made


def import_bar() -> ImportBar:
    made = ImportBar()
    made.set_progress(1, 2, EVIL)
    return made


def notice() -> Notice:
    made = Notice()
    made.tell(EVIL)
    return made


def report() -> Report:
    made = Report()
    made.set_outcomes([Outcome(EVIL, fate, EVIL) for fate in Fate])
    return made


def sidebar() -> Sidebar:
    made = Sidebar()
    made.set_kinds([Counted(EVIL, EVIL, 1, EVIL)])
    for field in ("statuses", "reviews", "places", "sources"):
        made.set_rows(field, [Counted(EVIL, EVIL, 1)])
    made.set_articles([ShownArticle(1, EVIL, EVIL, DAY, 1)])
    made.set_undated([Undated(1, EVIL, EVIL, EVIL)])
    made.set_recent([RecentLibrary(EVIL, EVIL, EVIL)])
    made.undated.set_rows([Undated(1, EVIL, EVIL, EVIL)], 1)
    return made


def toolbar() -> Toolbar:
    made = Toolbar()
    made.set_library(EVIL, EVIL)
    made.set_undo(EVIL, EVIL)
    return made


def tray() -> UndatedTray:
    made = UndatedTray()
    made.set_undated([Undated(1, EVIL, EVIL, EVIL)])
    return made


FILLED: tuple[Callable[[], QWidget], ...] = (
    article_header,
    article_view,
    ask_bar,
    panel_of_an_event,
    panel_of_an_article,
    form,
    import_bar,
    notice,
    report,
    sidebar,
    toolbar,
    tray,
)


def tips(part: QWidget) -> Iterator[str]:
    """Of the part, of all in it and of the rows of its lists."""
    for one in (part, *part.findChildren(QWidget)):
        yield one.toolTip()
    for view in part.findChildren(QListView):
        model: QAbstractItemModel = view.model()
        for row in range(model.rowCount()):
            yield str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))


@pytest.mark.parametrize("fill", FILLED, ids=lambda fill: fill.__name__)
def test_nothing_reads_foreign_words_as_html(qtbot: QtBot, fill: Callable[[], QWidget]) -> None:
    part = fill()
    qtbot.addWidget(part)
    assert [told for told in tips(part) if "<h1" in told or "<img" in told] == []
    formats = {one.textFormat() for one in part.findChildren(QLabel) if "<" in one.text()}
    assert formats <= {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", EVIL, "a < b", "&lt;b&gt;", "two\nlines <i>x</i>", "<i>x</i>\nbelow", "<?xml", "words", "x & y"],
)
def test_a_tooltip_shows_just_the_words(text: str) -> None:
    made = QTextDocument()
    shown = tip(text)
    if QtGui.Qt.mightBeRichText(shown):
        made.setHtml(shown)
    else:
        made.setPlainText(shown)
    assert made.toPlainText() == text


def test_the_tooltip_of_a_title_is_no_larger_than_its_words(qtbot: QtBot) -> None:
    part = sidebar()
    qtbot.addWidget(part)
    part.resize(248, 900)
    part.show()
    rows = part.articles
    point: QPoint = rows.visualRect(rows.model().index(0, 0)).center()
    where = rows.viewport().mapToGlobal(point)
    QApplication.sendEvent(rows.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, where))
    [shown] = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()]
    assert "&lt;h1&gt;x&lt;img" in shown.property("text")
    shown.hide()


def test_a_caption_marks_no_key() -> None:
    assert caption("Smith & Sons") == "Smith && Sons"
