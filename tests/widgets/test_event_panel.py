from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from storage.model import Alternative, Anchor, Basis, Dating, Published, Review, Span, Status
from storage.moment import Moment
from storage.when import Precision, When, in_season, lasting, on_day
from widgets.article_facts import ArticleFacts
from widgets.event_form import Draft
from widgets.event_panel import LEAST_WIDTH, EventPanel
from widgets.pieces import Elided
from widgets.shown import Counted, Preview, ShownEvent, ShownFacts, ShownSeveral, ShownSource
from widgets.source_rows import FIRST, SourceRow
from widgets.wrapped_button import WrappedButton

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY, SATURDAY = Moment.of(2016, 12, 16), Moment.of(2016, 12, 17)
DATING = Dating(
    "on Friday",
    Span(40, 49),
    "weekday",
    "“on Friday” is read from the day the article appeared.",
    Anchor(on_day(SATURDAY.day), Basis.USER),
    (Alternative(on_day(FRIDAY.day - 7), "a week earlier"), Alternative(on_day(FRIDAY.day + 7), "still to come")),
)
SOURCES = (
    ShownSource(11, "Levant Desk", SATURDAY, on_day(FRIDAY.day), "a blast on Friday", "on Friday", open=True),
    ShownSource(12, "Civic Herald", SATURDAY, on_day(SATURDAY.day), "a blast", differs=True),
)
EVENT = ShownEvent(
    1,
    "attack",
    "Explosion in a police station",
    on_day(FRIDAY.day),
    Status.HAPPENED,
    Review.FOUND,
    ("Midan", "Damascus"),
    "seen",
    DATING,
    Published(SATURDAY, Basis.USER),
    SOURCES,
    "Sources differ on the day.",
)


def read(text: str) -> When | None:
    try:
        return on_day(Moment.parse(text).day)
    except ValueError:
        return lasting(FRIDAY, None) if text == "since Friday" else None


@pytest.fixture
def panel(qtbot: QtBot) -> EventPanel:
    made = EventPanel()
    qtbot.addWidget(made)
    made.set_date_reader(read)
    made.resize(316, 950)
    made.set_event(EVENT)
    made.show()
    qtbot.waitExposed(made)
    return made


def told(panel: EventPanel) -> str:
    return "\n".join(part.text() for part in panel.findChildren(QLabel) if part.isVisible())


def focused(qtbot: QtBot, whole: QWidget, part: QWidget) -> None:
    """The keyboard is there."""
    whole.activateWindow()
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)


def press(qtbot: QtBot, panel: EventPanel, name: str) -> None:
    found = [part for part in panel.findChildren(QPushButton) if name in (part.text(), part.accessibleName())]
    qtbot.mouseClick(next(part for part in found if part.isVisible()), Qt.MouseButton.LeftButton)


def test_an_event_is_shown_with_why_it_has_its_date_and_who_says_so(panel: EventPanel) -> None:
    words = told(panel)
    for part in (
        "found · not reviewed",
        "Explosion in a police station",
        "Some time that day",
        "“on Friday” is read from the day the article appeared.",
        "Levant Desk",
        "a blast on Friday",
        "Sources differ on the day.",
    ):
        assert part in words
    assert panel.page.when.text() == "Friday 16 December 2016"
    assert panel.page.note.toPlainText() == "seen"


def test_copies_among_the_sources_are_told_above_them(qtbot: QtBot, panel: EventPanel) -> None:
    sentence = "2 articles, 1 report: copies of one wire story"
    panel.set_event(replace(EVENT, copies=sentence))
    qtbot.waitUntil(lambda: sentence in told(panel))


def test_a_note_is_told_once_when_typing_rests(qtbot: QtBot, panel: EventPanel) -> None:
    heard: list[str] = []
    panel.note_edited.connect(heard.append)
    focused(qtbot, panel, panel.page.note)
    panel.page.note.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.page.note, " twice")
    qtbot.waitUntil(lambda: bool(heard))
    panel.page.title.label.setFocus()
    panel.finish()
    assert heard == ["seen twice"]
    panel.set_event(replace(EVENT, note="seen twice"))
    panel.finish()
    assert heard == ["seen twice"]
    panel.set_event(EVENT)
    assert panel.page.note.toPlainText() == "seen"
    panel.page.note.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.page.note, " twice")
    panel.finish()
    assert heard == ["seen twice", "seen twice"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_keyboard_stays_in_the_panel_when_its_form_is_left(qtbot: QtBot, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row, panel, other = QHBoxLayout(window), EventPanel(), QPushButton("Add articles")
    row.addWidget(panel)
    row.addWidget(other)
    panel.set_event(EVENT)
    window.show()
    panel.edit_event("places")
    focused(qtbot, window, panel.form.places)
    qtbot.keyClick(panel.form.places, key)
    assert panel.page.isVisible()
    assert panel.hasFocus()
    with qtbot.waitSignal(panel.confirmed):
        qtbot.keyClick(panel, Qt.Key.Key_C)


WIDE = replace(
    EVENT,
    kind="humanitarian",
    title="Responsibility for the interruption of the evacuation is denied by everybody",
    when=When(Moment.of(2016, 9, 28), Moment.of(2016, 10, 3), Precision.DAY),
    review=Review.EDITED,
    places=("Foua", "Kefraya", "Idlib", "Madaya", "Zabadani", "Aleppo", "Damascus"),
    sources=(replace(SOURCES[0], publisher="Office for the Coordination of Humanitarian Affairs"), *SOURCES[1:]),
)
FACTS = ShownFacts(
    "A title of an article that is long enough for two lines",
    (("File", "evacuation-of-the-town.txt"), ("Language", "English")),
    True,
    "Wed 14 Dec 2016",
    (Preview("humanitarian", "the evacuation was halted", "between 28 Sep and 3 Oct 2016"),),
    3,
)


@pytest.mark.parametrize("width", [LEAST_WIDTH, 316])
@pytest.mark.parametrize("shown", [EVENT, WIDE, FACTS], ids=["short", "long", "article"])
def test_nothing_is_cut_at_the_right_edge(panel: EventPanel, width: int, shown: ShownEvent | ShownFacts) -> None:
    if isinstance(shown, ShownFacts):
        panel.set_article(shown)
    else:
        panel.set_event(replace(shown, id=2))
    panel.resize(width, 600)
    panel.grab()
    parts = [part for part in panel.findChildren(QWidget) if part.isVisible()]
    assert len(parts) > 12
    for part in parts:
        assert part.mapTo(panel, part.rect().topRight()).x() < width, part
    for part in panel.findChildren(QLabel):
        if part.isVisible() and not part.wordWrap() and not isinstance(part, Elided):
            assert part.width() >= part.sizeHint().width(), part.text()
    for part in panel.findChildren(WrappedButton):
        assert part.height() >= part.heightForWidth(part.width()), part.text()


def test_words_of_a_source_are_never_read_as_html(panel: EventPanel) -> None:
    panel.set_event(replace(EVENT, title="<b>Bold</b>", sources=(replace(SOURCES[0], publisher="<i>x</i>"),)))
    formats = {part.textFormat() for part in panel.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    assert "<b>Bold</b>" in told(panel)


def test_the_kind_is_chosen_from_its_menu(qtbot: QtBot, panel: EventPanel) -> None:
    action = next(action for action in panel.page.kind.menu().actions() if action.text() == "Siege")
    with qtbot.waitSignal(panel.kind_chosen) as caught:
        action.trigger()
    assert caught.args == ["siege"]


def test_the_status_is_chosen_where_it_stands(qtbot: QtBot, panel: EventPanel) -> None:
    status = next(part for part in panel.findChildren(QPushButton) if part.accessibleName() == "Status: happened")
    action = next(action for action in status.menu().actions() if action.text() == "Denied")
    with qtbot.waitSignal(panel.status_chosen) as caught:
        action.trigger()
    assert caught.args == ["denied"]


def test_the_title_is_edited_in_place(qtbot: QtBot, panel: EventPanel) -> None:
    qtbot.mouseClick(panel.page.title.label, Qt.MouseButton.LeftButton)
    panel.page.title.field.setPlainText("Blast in Midan")
    with qtbot.waitSignal(panel.title_edited) as caught:
        qtbot.keyClick(panel.page.title.field, Qt.Key.Key_Return)
    assert caught.args == ["Blast in Midan"]


def test_escape_keeps_the_title_that_was_there(qtbot: QtBot, panel: EventPanel) -> None:
    panel.page.title.edit()
    panel.page.title.field.setPlainText("Blast in Midan")
    with qtbot.assertNotEmitted(panel.title_edited):
        qtbot.keyClick(panel.page.title.field, Qt.Key.Key_Escape)
    assert panel.page.title.label.isVisible()
    assert panel.page.title.words() == EVENT.title


def test_an_unfinished_title_is_told_of_its_own_event_before_the_next_is_shown(panel: EventPanel) -> None:
    heard: list[tuple[int | None, str]] = []
    panel.title_edited.connect(lambda title: heard.append((panel.shown_event, title)))
    panel.note_edited.connect(lambda note: heard.append((panel.shown_event, note)))
    panel.page.title.edit()
    panel.page.title.field.setPlainText("Blast in Midan")
    panel.page.note.setPlainText("heard")
    panel.set_event(replace(EVENT, id=2, title="Another", note=""))
    assert heard == [(1, "Blast in Midan"), (1, "heard")]
    assert panel.shown_event == 2
    assert panel.page.title.words() == "Another"
    assert panel.page.note.toPlainText() == ""


def test_a_note_is_told_when_its_field_is_left(qtbot: QtBot, panel: EventPanel) -> None:
    panel.page.note.setFocus()
    qtbot.keyClicks(panel.page.note, "twice ")
    with qtbot.waitSignal(panel.note_edited) as caught:
        panel.page.note.clearFocus()
    assert caught.args == ["twice seen"]


def test_a_refresh_does_not_take_away_a_note_that_is_being_typed(qtbot: QtBot, panel: EventPanel) -> None:
    panel.activateWindow()
    panel.page.note.setFocus()
    qtbot.waitUntil(panel.page.note.hasFocus)
    qtbot.keyClicks(panel.page.note, "half ")
    panel.set_event(replace(EVENT, kind="siege"))
    assert panel.page.note.toPlainText() == "half seen"


@pytest.mark.parametrize(("place", "name"), [(0, "Fri 9 Dec"), (1, "Fri 23 Dec")])
def test_another_reading_is_one_button(qtbot: QtBot, panel: EventPanel, place: int, name: str) -> None:
    with qtbot.waitSignal(panel.alternative_chosen) as caught:
        press(qtbot, panel, name)
    assert caught.args == [place]


def test_a_date_of_ones_own_is_typed_in_the_form(qtbot: QtBot, panel: EventPanel) -> None:
    press(qtbot, panel, "Other…")
    assert panel.form.isVisible()
    panel.form.date.line.selectAll()
    qtbot.keyClicks(panel.form.date.line, "since Friday")
    assert panel.form.date.note.text() == "From Friday 16 December 2016"
    with qtbot.waitSignal(panel.edited) as caught:
        qtbot.keyClick(panel.form.date.line, Qt.Key.Key_Return)
    assert [draft.when for draft in caught.args] == [EVENT.when, lasting(FRIDAY, None)]
    assert panel.page.isVisible()


def test_words_that_are_no_date_get_one_sentence_and_stay(qtbot: QtBot, panel: EventPanel) -> None:
    panel.edit_event("date")
    panel.form.date.line.setText("someday")
    with qtbot.assertNotEmitted(panel.edited):
        press(qtbot, panel, "Save")
    assert "“someday” is no date" in panel.form.date.note.text()
    assert panel.form.date.text() == "someday"


def test_the_form_is_one_edit_however_many_fields_were_changed(qtbot: QtBot, panel: EventPanel) -> None:
    heard: list[tuple[Draft, Draft]] = []
    panel.edited.connect(lambda before, after: heard.append((before, after)))
    press(qtbot, panel, "Edit")
    panel.form.title.setPlainText("Blast")
    panel.form.places.setText("Midan; Old city")
    with qtbot.assertNotEmitted(panel.title_edited):
        press(qtbot, panel, "Save")
    [(before, after)] = heard
    assert before == Draft(
        "attack", EVENT.title, "2016-12-16", Status.HAPPENED, ("Midan", "Damascus"), on_day(FRIDAY.day)
    )
    assert after == replace(before, title="Blast", places=("Midan", "Old city"))


def test_a_form_that_is_saved_as_it_was_is_no_edit(qtbot: QtBot, panel: EventPanel) -> None:
    press(qtbot, panel, "Edit")
    with qtbot.assertNotEmitted(panel.edited):
        press(qtbot, panel, "Save")
    assert panel.page.isVisible()


def test_a_typed_date_is_what_it_was_when_it_was_typed(panel: EventPanel) -> None:
    heard: list[tuple[int | None, Draft]] = []
    panel.edited.connect(lambda _before, after: heard.append((panel.shown_event, after)))
    panel.edit_event("date")
    panel.form.date.set_text("2016-12-17")
    panel.set_date_reader(lambda _words: on_day(0))  # another article is open now
    panel.set_event(replace(EVENT, id=2))
    [(event, after)] = heard
    assert (event, after.when) == (1, on_day(SATURDAY.day))
    assert panel.shown_event == 2
    assert panel.page.isVisible()


def test_an_event_needs_a_title(qtbot: QtBot, panel: EventPanel) -> None:
    panel.edit_event()
    panel.form.title.setPlainText("  ")
    with qtbot.assertNotEmitted(panel.edited):
        press(qtbot, panel, "Save")
    assert "An event needs a title." in told(panel)


@pytest.mark.parametrize(("name", "key", "signal"), [("Confirm", "C", "confirmed"), ("Reject", "X", "rejected")])
def test_the_decision_is_a_button_and_a_key(qtbot: QtBot, panel: EventPanel, name: str, key: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(panel, signal)):
        press(qtbot, panel, name)
    focused(qtbot, panel, panel.page.title.label)
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.keyClick(panel.page.title.label, key.lower())


def test_the_keys_act_where_events_are_looked_at_and_nowhere_else(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    panel, timeline, articles = EventPanel(), QListWidget(), QListWidget()
    row = QHBoxLayout(whole)
    for part in (panel, timeline, articles):
        row.addWidget(part)
    panel.set_event(EVENT)
    panel.listen_in(timeline)
    whole.show()
    focused(qtbot, whole, articles)
    with qtbot.assertNotEmitted(panel.rejected):
        qtbot.keyClick(articles, Qt.Key.Key_X)
    focused(qtbot, whole, timeline)
    with qtbot.waitSignal(panel.rejected):
        qtbot.keyClick(timeline, Qt.Key.Key_X)
    panel.edit_event()
    focused(qtbot, whole, timeline)
    with qtbot.assertNotEmitted(panel.rejected):
        qtbot.keyClick(timeline, Qt.Key.Key_X)


def test_the_keyboard_stays_on_what_was_edited(qtbot: QtBot, panel: EventPanel) -> None:
    focused(qtbot, panel, panel.page.status)
    panel.set_event(replace(EVENT, status=Status.PLANNED))
    assert panel.page.status.hasFocus()
    assert panel.page.status.accessibleName() == "Status: planned"
    ticked = [action.text() for action in panel.page.status.menu().actions() if action.isChecked()]
    assert ticked == ["Planned"]


def test_the_keyboard_stays_in_the_card_when_another_reading_is_chosen(qtbot: QtBot, panel: EventPanel) -> None:
    chip = next(part for part in panel.findChildren(QPushButton) if part.text() == "Fri 9 Dec")
    focused(qtbot, panel, chip)
    panel.set_event(replace(EVENT, dating=replace(DATING, rule="user", alternatives=())))
    assert panel.page.why.isAncestorOf(QApplication.focusWidget())


def test_the_same_sources_keep_the_keyboard(qtbot: QtBot, panel: EventPanel) -> None:
    second = panel.findChildren(SourceRow)[1]
    focused(qtbot, panel, second)
    panel.set_event(replace(EVENT, note="other"))
    assert second.hasFocus()


def test_letters_typed_into_a_field_decide_nothing(qtbot: QtBot, panel: EventPanel) -> None:
    panel.page.note.setFocus()
    with qtbot.assertNotEmitted(panel.confirmed), qtbot.assertNotEmitted(panel.rejected):
        qtbot.keyClicks(panel.page.note, "cx")


def test_a_rejected_event_can_be_restored(qtbot: QtBot, panel: EventPanel) -> None:
    panel.set_event(replace(EVENT, review=Review.REJECTED))
    with qtbot.waitSignal(panel.restored):
        press(qtbot, panel, "Restore")


def test_a_source_opens_at_its_words_by_mouse_and_keyboard(qtbot: QtBot, panel: EventPanel) -> None:
    first, second = panel.findChildren(SourceRow)
    with qtbot.waitSignal(panel.mention_clicked) as caught:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert caught.args == [12]
    with qtbot.waitSignal(panel.mention_clicked) as caught:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert caught.args == [11]


def test_many_sources_are_shown_when_asked_for(qtbot: QtBot, panel: EventPanel) -> None:
    many = tuple(replace(SOURCES[0], mention=number) for number in range(FIRST + 5))
    panel.set_event(replace(EVENT, sources=many))

    def rows() -> int:
        return sum(row.isVisible() for row in panel.findChildren(SourceRow))

    qtbot.waitUntil(lambda: rows() == FIRST)
    press(qtbot, panel, f"Show all {FIRST + 5}")
    qtbot.waitUntil(lambda: rows() == FIRST + 5)


def test_selected_words_become_a_new_event(qtbot: QtBot, panel: EventPanel) -> None:
    panel.new_event(Span(3, 9), "shells fell", kind="attack", date="2016-12-16", article=4)
    assert "“shells fell”" in told(panel)
    panel.form.title.setPlainText("Shelling of the market")
    with qtbot.waitSignal(panel.event_added) as caught:
        press(qtbot, panel, "Save")
    draft = Draft("attack", "Shelling of the market", "2016-12-16", when=on_day(FRIDAY.day))
    assert caught.args == [draft, Span(3, 9), 4]
    assert panel.page.isVisible()


def test_a_new_event_that_is_being_typed_survives_a_click_elsewhere(panel: EventPanel) -> None:
    panel.new_event(Span(3, 9), "shells fell")
    panel.set_event(replace(EVENT, id=2))
    assert panel.form.isVisible()
    assert panel.form.draft().title == "shells fell"


FACTS = ShownFacts("Notice to residents", (("File", "leaflet.pdf"),))


@pytest.mark.parametrize(
    ("show", "words"),
    [
        (lambda panel: panel.set_article(FACTS), "leaflet.pdf"),
        (lambda panel: panel.set_nothing(), "No event is chosen"),
        (lambda panel: panel.set_event(replace(EVENT, id=2, title="Another")), "Another"),
    ],
    ids=["article", "nothing", "event"],
)
@pytest.mark.parametrize("begin", ["new", "unreadable"])
@pytest.mark.parametrize("button", ["Save", "Cancel"])
def test_what_is_typed_stays_until_it_is_saved_or_cancelled_and_the_rest_comes_then(
    qtbot: QtBot, panel: EventPanel, show: Callable[[EventPanel], None], words: str, begin: str, button: str
) -> None:
    heard: list[int | None] = []
    panel.edited.connect(lambda *_: heard.append(panel.shown_event))
    if begin == "new":
        panel.new_event(Span(3, 9), "shells fell")
    else:
        panel.edit_event("date")
        panel.form.date.set_text("someday")
    panel.form.title.setPlainText("A long title")
    for _ in range(2):
        show(panel)
        assert panel.form.isVisible()
        assert panel.form.draft().title == "A long title"
    assert panel.unfinished
    panel.form.date.set_text("2016-12-17")
    press(qtbot, panel, button)
    assert not panel.form.isVisible()
    assert words in told(panel)
    assert heard == ([1] if (begin, button) == ("unreadable", "Save") else [])


def test_a_form_in_which_something_was_typed_is_not_replaced_by_another(panel: EventPanel) -> None:
    panel.new_event(Span(3, 9), "shells fell")
    panel.form.title.setPlainText("A long title")
    panel.new_event(Span(20, 29), "buses left")
    assert panel.form.draft().title == "A long title"


def test_another_library_leaves_no_form_open(panel: EventPanel) -> None:
    panel.new_event(Span(3, 9), "shells fell")
    panel.form.title.setPlainText("A long title")
    panel.clear()
    assert "No event is chosen" in told(panel)
    assert not panel.unfinished
    assert panel.shown_event is None


def test_the_same_article_again_is_not_built_anew(panel: EventPanel) -> None:
    panel.set_article(FACTS)
    built = panel.findChild(ArticleFacts)
    panel.set_article(replace(FACTS))
    assert panel.findChildren(ArticleFacts) == [built]
    panel.set_nothing()
    panel.set_article(FACTS)
    assert built.isVisible()


def test_an_undated_article_shows_what_its_guess_would_mean(qtbot: QtBot, panel: EventPanel) -> None:
    facts = ShownFacts(
        "Notice to residents",
        (("File", "leaflet.pdf"),),
        needs_date=True,
        guess="Wed 14 Dec 2016",
        previews=(Preview("attack", "on Friday", "Fri 9 Dec"),),
        undated_elsewhere=3,
    )
    panel.set_article(facts)
    words = told(panel)
    for part in ("needs a date", "leaflet.pdf", "If it appeared on Wed 14 Dec 2016", "“on Friday”", "Fri 9 Dec"):
        assert part in words
    with qtbot.waitSignal(panel.undated_requested):
        press(qtbot, panel, "Show them")
    assert panel.shown_event is None


def test_nothing_chosen_says_so_and_leaves_no_keys(qtbot: QtBot, panel: EventPanel) -> None:
    panel.set_nothing()
    assert "No event is chosen" in told(panel)
    with qtbot.assertNotEmitted(panel.confirmed):
        qtbot.keyClick(panel, "c")


def test_fields_leave_dropped_files_to_the_window(panel: EventPanel) -> None:
    fields = [*panel.findChildren(QLineEdit), *panel.findChildren(QPlainTextEdit)]
    assert fields
    assert not any(field.acceptDrops() for field in fields)


SEVERAL = ShownSeveral((7, 8, 9), "12–24 May 2014", "12 days", (Counted("talks", "Talks", 2, "talks"),))


def test_several_events_are_told_and_decided_as_one(qtbot: QtBot, panel: EventPanel) -> None:
    panel.set_several(SEVERAL)
    assert (panel.shown_several, panel.shown_event) == ((7, 8, 9), None)
    texts = [part.text() for part in panel.several.findChildren(QLabel) if part.isVisible()]
    assert [text for text in texts if text] == ["3 events", "12–24 May 2014", "12 days", "Kinds", "Talks", "2"]
    for name, signal in (("Confirm all", panel.confirmed), ("Reject all", panel.rejected)):
        with qtbot.waitSignal(signal):
            press(qtbot, panel, name)
    assert panel.decisions.edit.isHidden()
    with qtbot.waitSignal(panel.kind_chosen) as caught:
        panel.several.kind.menu().actions()[1].trigger()
    assert caught.args == ["agreement"]


def test_several_rejected_events_can_be_restored(qtbot: QtBot, panel: EventPanel) -> None:
    panel.set_several(replace(SEVERAL, rejected=True))
    with qtbot.waitSignal(panel.restored):
        press(qtbot, panel, "Restore all")


def test_after_several_one_event_is_shown_as_ever(panel: EventPanel) -> None:
    panel.set_several(SEVERAL)
    panel.set_event(EVENT)
    assert (panel.shown_several, panel.shown_event) == ((), EVENT.id)
    assert panel.page.isVisible()
    assert panel.decisions.edit.isVisible()


def test_a_form_that_was_begun_stays_when_several_are_chosen(panel: EventPanel) -> None:
    panel.edit_event()
    panel.form.title.setPlainText("Half of a")
    panel.form.date.line.setText("no date at all")
    panel.set_several(SEVERAL)
    assert panel.form.isVisible()
    assert panel.shown_several == ()
    panel.form.cancelled.emit()
    assert panel.shown_several == (7, 8, 9)


def test_a_form_begins_with_the_date_as_people_read_it_if_it_is_understood_so(panel: EventPanel) -> None:
    spring = in_season(2023, 1)
    panel.set_date_reader(lambda words: spring if words == "Spring 2023" else None)
    panel.set_event(replace(EVENT, id=2, when=spring))
    panel.edit_event()
    assert panel.form.date.text() == "Spring 2023"
    panel.form.cancelled.emit()
    panel.set_date_reader(lambda _words: None)
    panel.edit_event()
    assert panel.form.date.text() == "2023-21"
