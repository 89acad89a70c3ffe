import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from storage.model import Basis, Published
from storage.moment import Moment
from storage.when import When, in_month, on_day
from widgets.ask_bar import AskBar, waiting
from widgets.calendar import Calendar

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = Moment.of(2016, 12, 14)
GUESS = Published(DAY, Basis.GUESS, "14 December 2016")
REASON = "The guess: the latest full date in the text is 14 December 2016."


def read(text: str) -> When | None:
    return {"14 dec 2016": on_day(DAY.day), "december 2016": in_month(2016, 12), "2016-12-13": on_day(DAY.day - 1)}.get(
        text.casefold()
    )


@pytest.fixture
def bar(qtbot: QtBot) -> AskBar:
    made = AskBar()
    qtbot.addWidget(made)
    made.set_reader(read)
    made.set_question(("tomorrow", "on Friday", "today"), GUESS, REASON)
    made.resize(1036, 110)
    made.show()
    return made


def told(bar: AskBar) -> str:
    return "\n".join(part.text() for part in bar.findChildren(QLabel) if part.isVisible())


def button(bar: AskBar, text: str) -> QPushButton:
    return next(part for part in bar.findChildren(QPushButton) if text in part.text())


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ((), "Without that day, its place in time is not known."),
        (("today",), "“today” can only be read from that day."),
        (("today", "on Friday"), "“today” and “on Friday” can only be read from that day."),
        (("a", "b", "c"), "“a”, “b” and 1 more can only be read from that day."),
        (("a", "b", "c", "d", "e"), "“a”, “b” and 3 more can only be read from that day."),
    ],
)
def test_the_bar_says_what_waits(words: tuple[str, ...], text: str) -> None:
    assert waiting(words) == text


def test_the_guess_is_one_button_with_its_reason_below(qtbot: QtBot, bar: AskBar) -> None:
    assert REASON in told(bar)
    with qtbot.waitSignal(bar.date_chosen) as caught:
        qtbot.mouseClick(button(bar, "Use Wed 14 Dec 2016"), Qt.MouseButton.LeftButton)
    assert caught.args == [DAY]


@pytest.mark.parametrize("width", [320, 440, 640, 1036, 1400])
@pytest.mark.parametrize("typed", ["2016-12-13", "zork"])
def test_question_and_answer_are_whole_at_every_width(qtbot: QtBot, bar: AskBar, width: int, typed: str) -> None:
    qtbot.keyClicks(bar.field.line, typed)
    if typed == "zork":
        qtbot.keyClick(bar.field.line, Qt.Key.Key_Return)
    for _ in range(2):  # the first narrower width turns the row into a column
        bar.resize(width, bar.heightForWidth(width))
        QApplication.processEvents()
    wrapped = [part for part in bar.findChildren(QLabel) if part.isVisible() and part.wordWrap()]
    assert bar.field.note in wrapped
    for part in (*wrapped, *bar.findChildren(QPushButton)):
        right = part.mapTo(bar, part.rect().bottomRight())
        assert bar.rect().contains(right), part
    assert all(part.height() >= part.heightForWidth(part.width()) for part in wrapped)


def test_without_a_guess_there_is_no_such_button(bar: AskBar) -> None:
    bar.set_question(("today",), None)
    assert not button(bar, "Use").isVisible()
    assert "guess" not in told(bar)


def test_another_date_is_typed(qtbot: QtBot, bar: AskBar) -> None:
    qtbot.keyClicks(bar.field.line, "2016-12-13")
    assert "Tuesday 13 December 2016" in told(bar)
    with qtbot.waitSignal(bar.date_chosen) as caught:
        qtbot.keyClick(bar.field.line, Qt.Key.Key_Return)
    assert caught.args == [Moment(DAY.day - 1)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("someday", "“someday” is no date that can be read."),
        ("December 2016", "A publication date is one day, such as 14 Dec 2016."),
        ("", "Write a date such as 14 Dec 2016"),
    ],
)
def test_what_is_no_day_gets_one_sentence(qtbot: QtBot, bar: AskBar, typed: str, sentence: str) -> None:
    bar.field.line.setText(typed)
    with qtbot.assertNotEmitted(bar.date_chosen):
        qtbot.keyClick(bar.field.line, Qt.Key.Key_Return)
    assert sentence in told(bar)
    assert bar.field.line.property("wrong") is True


def test_escape_empties_the_field(qtbot: QtBot, bar: AskBar) -> None:
    qtbot.keyClicks(bar.field.line, "someday")
    qtbot.keyClick(bar.field.line, Qt.Key.Key_Escape)
    assert bar.field.text() == ""


def test_a_day_is_pointed_at_in_the_calendar(qtbot: QtBot, bar: AskBar) -> None:
    bar.field.line.setText("14 Dec 2016")
    bar.field.set_reader(lambda text: on_day(DAY.day) if "14" in text else on_day(DAY.day - 1))
    bar.field.show_calendar()
    calendar = bar.field.findChild(Calendar)
    assert calendar.selectedDate() == QDate(2016, 12, 14)
    with qtbot.waitSignal(bar.date_chosen) as caught:
        calendar.clicked.emit(QDate(2016, 12, 13))
    assert caught.args == [Moment(DAY.day - 1)]
    assert bar.field.text() == "Tue 13 Dec 2016"


def test_it_may_stay_undated(qtbot: QtBot, bar: AskBar) -> None:
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(button(bar, "Leave undated"), Qt.MouseButton.LeftButton)


def test_the_next_question_begins_with_an_empty_field(bar: AskBar) -> None:
    bar.field.line.setText("someday")
    bar.field.complain()
    bar.set_question(("today",), None)
    assert bar.field.text() == ""
    assert "no date" not in told(bar)


def test_a_known_date_is_changed_in_the_same_bar(qtbot: QtBot, bar: AskBar) -> None:
    bar.set_change(Published(DAY, Basis.METADATA), 5)
    assert "5 dates rest on Wed 14 Dec 2016 and will be read again." in told(bar)
    assert not button(bar, "Use").isVisible()
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(button(bar, "Keep it"), Qt.MouseButton.LeftButton)
    bar.set_question(("today",), GUESS, REASON)
    assert "When was this published?" in told(bar)
    assert button(bar, "Leave undated").isVisible()


def test_the_same_question_again_leaves_alone_what_is_being_typed(qtbot: QtBot, bar: AskBar) -> None:
    bar.set_question(("today",), GUESS, REASON, article=1)
    qtbot.keyClicks(bar.field.line, "13 De")
    bar.set_question(("today",), GUESS, REASON, article=1)
    assert bar.field.text() == "13 De"
    bar.set_question(("today",), GUESS, REASON, article=2)
    assert bar.field.text() == ""


def test_a_question_that_was_answered_begins_anew(qtbot: QtBot, bar: AskBar) -> None:
    qtbot.keyClicks(bar.field.line, "2016-12-13")
    with qtbot.waitSignal(bar.date_chosen):
        qtbot.keyClick(bar.field.line, Qt.Key.Key_Return)
    bar.set_question(("tomorrow", "on Friday", "today"), GUESS, REASON)
    assert bar.field.text() == ""


def test_while_an_article_is_dated_the_bar_says_so_and_asks_nothing(qtbot: QtBot) -> None:
    bar = AskBar()
    qtbot.addWidget(bar)
    bar.set_question(("on Friday",), None)
    bar.show()
    bar.set_dating(Published(Moment.of(2016, 12, 17), Basis.USER))
    told = " ".join(one.text() for one in bar.findChildren(QLabel) if one.isVisible())
    assert "Setting Sat 17 Dec 2016" in told
    assert not bar.field.isVisible()
    bar.set_question(("on Friday",), None)
    assert bar.field.isVisible()
