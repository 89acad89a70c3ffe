from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources.themes import theme
from storage.model import Article, Basis, Published, Span
from storage.moment import Moment
from widgets.article_view import CHARACTERS, ArticleView, line_width
from widgets.shown import ShownMention
from widgets.source_margin import WIDTH
from widgets.source_text import SourceText

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = (
    "😀😀 Buses stood empty after the convoy was halted on Friday. <b>No</b> &amp; no.\n"
    "In the capital 😀 shells fell near the market on Sunday.\n"
    + "\n".join(f"Filling paragraph {number} which only takes room." for number in range(60))
    + "\nAt last talks began in Geneva."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


MENTIONS = (
    ShownMention(1, span("the convoy was halted"), span("on Friday"), "humanitarian", "Fri 16 Dec"),
    ShownMention(2, span("shells fell"), span("on Sunday"), "attack", "Sun 18 Dec"),
    ShownMention(3, span("talks began"), None, "talks", "date needed", needs_date=True),
)


def article(published: Published | None = None) -> Article:
    return Article(5, TEXT, "Evacuation stalls", "Levant Desk", published=published)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(1036, 268)
    made.set_article(article(Published(Moment.of(2016, 12, 17), Basis.USER)), MENTIONS, resting=2)
    made.show()
    return made


def point_in(text: SourceText, words: str) -> QPoint:
    cursor = text.cursor_at(span(words))
    cursor.setPosition(cursor.selectionStart() + 2)
    return text.cursorRect(cursor).center()


def words_told(parts: Iterable[QLabel]) -> str:
    return " ".join(part.text() for part in parts if part.isVisible())


def test_every_span_selects_its_own_words_behind_emoji_too(view: ArticleView) -> None:
    for mention in MENTIONS:
        assert view.text.cursor_at(mention.span).selectedText() == mention.span.of(TEXT)


def test_markup_is_shown_as_it_was_written(view: ArticleView) -> None:
    assert view.text.toPlainText() == TEXT
    assert view.text.loadResource(2, "file:///etc/hostname") is None


def test_characters_that_qt_would_swallow_move_no_position(qtbot: QtBot) -> None:
    text = SourceText()
    qtbot.addWidget(text)
    foreign = "one\r\ntwo\u2029three\x00\ufdd0 shells fell"
    text.set_text(foreign, ())
    start = foreign.index("shells")
    assert text.cursor_at(Span(start, start + 6)).selectedText() == "shells"


def test_a_click_on_underlined_words_tells_their_event(qtbot: QtBot, view: ArticleView) -> None:
    for words, event in (("the convoy was halted", 1), ("shells fell", 2), ("on Sunday", 2)):
        with qtbot.waitSignal(view.event_clicked) as caught:
            qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view.text, words))
        assert caught.args == [event]


def test_a_click_with_ctrl_asks_for_one_event_more_or_less(qtbot: QtBot, view: ArticleView) -> None:
    with qtbot.waitSignal(view.event_toggled) as caught, qtbot.assertNotEmitted(view.event_clicked):
        place, keys = point_in(view.text, "shells fell"), Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert caught.args == [2]


def test_the_highlighter_lies_under_all_chosen_events(view: ArticleView) -> None:
    view.choose(1, (1, 2))
    image = view.text.viewport().grab().toImage()
    for words in ("the convoy was halted", "shells fell"):
        place = point_in(view.text, words)
        around = [image.pixelColor(place.x() + dx, place.y() + 8) for dx in range(-8, 9)]
        assert QColor(theme("light").highlight.fill) in around, words
    assert view.text.chosen == 1
    view.choose(1, (1,))
    assert view.text.selection == {1}


def test_a_click_on_other_words_tells_nothing(qtbot: QtBot, view: ArticleView) -> None:
    with qtbot.assertNotEmitted(view.event_clicked):
        qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.LeftButton, pos=point_in(view.text, "Buses stood"))


def test_an_event_that_is_shown_is_scrolled_to_and_not_announced(qtbot: QtBot, view: ArticleView) -> None:
    with qtbot.assertNotEmitted(view.event_clicked):
        view.show_event(3)
    top = view.text.line_top(span("talks began").start)
    assert 0 <= top < view.text.viewport().height()


def test_an_event_in_view_does_not_move_the_text(view: ArticleView) -> None:
    view.show_event(2)
    assert view.text.verticalScrollBar().value() == 0


def test_the_highlighter_lies_under_the_words_of_the_event_only(view: ArticleView) -> None:
    view.show_event(2)
    image = view.text.viewport().grab().toImage()
    yellow = QColor(theme("light").highlight.fill)
    ratio = image.devicePixelRatio()

    def is_marked(words: str) -> bool:
        rect = view.text.cursorRect(view.text.cursor_at(Span(span(words).start + 2, span(words).start + 2)))
        column = (
            round((rect.center().x() - 1) * ratio),
            range(round(rect.top() * ratio), round(rect.bottom() * ratio)),
        )
        return any(image.pixelColor(column[0], y) == yellow for y in column[1])

    assert is_marked("shells fell")
    assert is_marked("on Sunday")
    assert not is_marked("the convoy was halted")


@pytest.mark.parametrize(
    "text", ["shells fell near the market " * 9, "shells fell \u0642\u0627\u0644 near the market " * 9]
)
def test_marked_words_end_where_the_last_letter_of_a_line_does(qtbot: QtBot, text: str) -> None:
    source = SourceText()
    qtbot.addWidget(source)
    source.resize(300, 268)
    source.set_text(text, ())
    source.show()
    source.grab()
    layout = source.document().firstBlock().layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert len(lines) > 2
    for line in lines[:-1]:
        words = text[line.textStart() : line.textStart() + line.textLength()]
        assert words.endswith(" ")
        bare = Span(line.textStart(), line.textStart() + len(words.rstrip()))
        whole = Span(bare.start, bare.start + len(words))
        pairs = list(zip(source.boxes(whole), source.boxes(bare), strict=True))
        assert pairs
        # a blank is wider than what kerning makes of it
        assert all(one.right() == pytest.approx(other.right(), abs=1.5) for one, other in pairs)


def test_the_keyboard_goes_from_find_to_find(qtbot: QtBot, view: ArticleView) -> None:
    view.event_clicked.connect(view.show_event)
    for key, event in ((Qt.Key.Key_N, 1), (Qt.Key.Key_N, 2), (Qt.Key.Key_P, 1), (Qt.Key.Key_P, 3)):
        with qtbot.waitSignal(view.event_clicked) as caught:
            qtbot.keyClick(view.text, key)
        assert caught.args == [event]


def test_enter_opens_the_event_at_the_caret(qtbot: QtBot, view: ArticleView) -> None:
    cursor = view.text.cursor_at(span("shells fell"))
    cursor.setPosition(cursor.selectionStart() + 1)
    view.text.setTextCursor(cursor)
    with qtbot.waitSignal(view.event_clicked) as caught:
        qtbot.keyClick(view.text, Qt.Key.Key_Return)
    assert caught.args == [2]


def test_selected_words_become_an_event_without_the_space_around_them(qtbot: QtBot, view: ArticleView) -> None:
    start = span("near the market").start - 1
    view.text.setTextCursor(view.text.cursor_at(Span(start, span("near the market").end + 1)))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.text.setFocus()
    with qtbot.waitSignal(view.add_requested) as caught:
        qtbot.keyClick(view.text, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert caught.args[0].of(TEXT) == "near the market"


def test_a_selection_is_not_taken_for_a_click(qtbot: QtBot, view: ArticleView) -> None:
    viewport, point = view.text.viewport(), point_in(view.text, "shells fell")
    with qtbot.assertNotEmitted(view.event_clicked):
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point)
        qtbot.mouseMove(viewport, point + QPoint(40, 0))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point + QPoint(40, 0))


def test_the_margin_sets_each_date_at_its_line_and_a_click_tells_the_event(qtbot: QtBot, view: ArticleView) -> None:
    view.grab()
    rows = view.margin.rows()
    assert [(mention.event, mention.date_text) for _, mention in rows] == [(1, "Fri 16 Dec"), (2, "Sun 18 Dec")]
    assert all(low[0].top() >= high[0].bottom() for high, low in pairwise(rows))
    with qtbot.waitSignal(view.event_clicked) as caught:
        qtbot.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=rows[1][0].center().toPoint())
    assert caught.args == [2]


LONG = replace(MENTIONS[0], date_text="between 28 Sep and 3 Oct 2019", date_short="28 Sep – 3 Oct 2019")


def test_the_margin_grows_for_long_dates_where_the_pane_has_room(qtbot: QtBot, view: ArticleView) -> None:
    before = view.margin.width()
    view.set_finds(article(), (LONG, *MENTIONS[1:]))
    view.grab()
    assert before == WIDTH < view.margin.width()
    view.resize(440, 268)
    view.grab()
    assert view.margin.width() <= WIDTH
    qtbot.waitUntil(lambda: view.text.width() > view.margin.width())


@pytest.mark.parametrize(
    ("pane", "mention", "told"), [(1036, MENTIONS[0], ""), (560, LONG, LONG.date_text), (340, LONG, LONG.date_text)]
)
def test_a_shortened_date_is_whole_in_its_tooltip(
    qtbot: QtBot, view: ArticleView, pane: int, mention: ShownMention, told: str
) -> None:
    view.set_finds(article(), (mention,))
    view.resize(pane, 268)
    view.grab()
    place = view.margin.rows()[0][0].center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.margin.mapToGlobal(place))
    QApplication.sendEvent(view.margin, event)
    assert QToolTip.text() == told
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_map_scrolls_the_text(qtbot: QtBot, view: ArticleView) -> None:
    bar = view.text.verticalScrollBar()
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(7, view.map.height() - 3))
    assert bar.value() == bar.maximum() > 0
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(7, 2))
    assert bar.value() == 0


def test_lines_hold_at_most_so_many_characters(view: ArticleView) -> None:
    assert view.text.width() <= line_width() < 72 * 10
    block = view.text.document().findBlock(view.text.cursor_at(span("near the market")).position())
    assert max(block.layout().lineAt(n).textLength() for n in range(block.layout().lineCount())) <= CHARACTERS + 8


def test_the_header_says_when_it_was_published_and_how_that_is_known(qtbot: QtBot, view: ArticleView) -> None:
    told = words_told(view.findChildren(QLabel))
    for words in ("Evacuation stalls", "Levant Desk", "Sat 17 Dec 2016", "set by you", "2 dates rest on it"):
        assert words in told
    change = next(part for part in view.findChildren(QPushButton) if part.text() == "Change")
    with qtbot.waitSignal(view.date_change_requested):
        qtbot.mouseClick(change, Qt.MouseButton.LeftButton)


def test_a_narrow_header_keeps_the_date_and_part_of_the_title(view: ArticleView) -> None:
    view.resize(560, 268)
    view.grab()
    told = words_told(view.findChildren(QLabel))
    assert "Sat 17 Dec 2016" in told
    assert "rest on it" not in told


def test_without_a_date_the_header_says_so(view: ArticleView) -> None:
    view.set_article(article(), MENTIONS)
    told = words_told(view.findChildren(QLabel))
    assert "No publication date known" in told
    assert "set by you" not in told


def test_a_missing_date_can_be_set_from_the_header(qtbot: QtBot, view: ArticleView) -> None:
    view.set_article(article(), MENTIONS)
    offered = [part for part in view.findChildren(QPushButton) if part.isVisible()]
    assert [part.text() for part in offered] == ["Set…"]
    with qtbot.waitSignal(view.date_change_requested):
        qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)


def test_the_keyboard_comes_to_the_text_when_a_question_was_answered(qtbot: QtBot, view: ArticleView) -> None:
    before, bar, field = QPushButton("Add articles"), QWidget(), QLineEdit()
    QVBoxLayout(bar).addWidget(field)
    view.place_below_header(bar)
    before.setParent(view)
    before.show()
    view.activateWindow()
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    bar.hide()
    assert view.text.hasFocus()


def test_a_question_that_goes_while_the_keyboard_is_elsewhere_does_not_take_it(qtbot: QtBot, view: ArticleView) -> None:
    bar, other = QWidget(), QPushButton("Add articles")
    view.place_below_header(bar)
    other.setParent(view)
    other.show()
    view.activateWindow()
    qtbot.waitUntil(bar.isVisible)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    bar.hide()
    assert other.hasFocus()


def test_another_article_begins_at_its_top_without_a_highlight(view: ArticleView) -> None:
    view.show_event(3)
    view.set_article(article(), MENTIONS)
    assert view.text.verticalScrollBar().value() == 0
    assert view.text.chosen is None


def test_nothing_open_says_so(view: ArticleView) -> None:
    view.clear()
    assert "No article is open" in words_told(view.findChildren(QLabel))


def test_words_from_right_to_left_are_found_where_they_stand(qtbot: QtBot) -> None:
    words = "قالت 😀 إن القصف استمر. He said on Sunday"
    text = SourceText()
    qtbot.addWidget(text)
    text.resize(600, 200)
    start = words.index("on Sunday")
    text.set_text(words, (ShownMention(1, Span(start, start + 9), None, "attack", ""),))
    text.show()
    cursor = text.cursor_at(Span(start + 3, start + 3))
    assert text.event_at(text.cursorRect(cursor).center() + QPoint(2, 0)) == 1
    arabic = text.cursor_at(Span(8, 8))
    assert text.event_at(text.cursorRect(arabic).center()) is None
    boxes = text.boxes(Span(start, start + 9))
    assert sum(box.width() for box in boxes) < 120
    assert any(box.contains(text.cursorRect(cursor).center()) for box in boxes)
