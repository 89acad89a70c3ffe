from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from storage.moment import Moment
from widgets.check_list import CheckList
from widgets.filter_section import HEADER, LEAST_ROWS
from widgets.filters import Filters
from widgets.shown import Counted, RecentLibrary, ShownArticle, Undated
from widgets.sidebar import Sidebar

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KINDS = (Counted("talks", "Talks", 12, "talks"), Counted("siege", "Siege", 7, "siege"))
PLACES = tuple(Counted(name, name, 3) for name in ("Aleppo", "Damascus", "Idlib"))
ARTICLES = (
    ShownArticle(1, "Buses stand empty", "Levant Desk", Moment.of(2016, 12, 17), 9),
    ShownArticle(2, "Notice to residents", "", None, 1),
)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.set_kinds(KINDS)
    made.set_rows("places", PLACES)
    made.set_articles(ARTICLES)
    made.resize(248, 900)
    made.show()
    return made


def click_row(qtbot: QtBot, rows: CheckList, row: int) -> None:
    point = rows.visualRect(rows.rows.index(row)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)


def press(qtbot: QtBot, sidebar: Sidebar, name: str) -> None:
    found = next(part for part in sidebar.findChildren(QPushButton) if name in (part.text(), part.accessibleName()))
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_everything_is_shown_at_first(sidebar: Sidebar) -> None:
    assert sidebar.filters() == Filters()
    assert sidebar.filters().all


def test_a_kind_is_hidden_by_a_click_on_its_row(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        click_row(qtbot, sidebar.kinds, 1)
    assert caught.args == [Filters(kinds=frozenset({"talks"}))]


def test_space_hides_the_kind_under_the_keyboard(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.kinds.setCurrentIndex(sidebar.kinds.rows.index(0))
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        qtbot.keyClick(sidebar.kinds, Qt.Key.Key_Space)
    assert caught.args == [Filters(kinds=frozenset({"siege"}))]


def test_none_and_all_tick_every_kind(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.filters_changed, check_params_cb=lambda f: f == Filters(kinds=frozenset())):
        press(qtbot, sidebar, "Show no kind")
    with qtbot.waitSignal(sidebar.filters_changed, check_params_cb=lambda f: f == Filters()):
        press(qtbot, sidebar, "Show all kinds")


def test_a_kind_that_comes_with_an_import_is_shown_and_hidden_ones_stay_hidden(sidebar: Sidebar) -> None:
    sidebar.set_filters(Filters(kinds=frozenset({"talks"})))
    sidebar.set_kinds((*KINDS, Counted("attack", "Attack", 1, "attack")))
    assert sidebar.filters().kinds == {"talks", "attack"}


def test_what_is_ticked_is_shown_and_the_head_says_so(qtbot: QtBot, sidebar: Sidebar) -> None:
    section = sidebar.sections["places"]
    assert section.header.accessibleName() == "Place: all 3"
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert section.list.isVisible()
    assert section.list.ticked() == {"Aleppo", "Damascus", "Idlib"}
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        click_row(qtbot, section.list, 1)
    assert caught.args == [Filters(places=frozenset({"Aleppo", "Idlib"}))]
    assert section.header.accessibleName() == "Place: Aleppo, Idlib"
    click_row(qtbot, section.list, 1)
    assert sidebar.filters() == Filters()
    assert section.header.accessibleName() == "Place: all 3"


def test_none_and_one_tick_show_one_place_alone(qtbot: QtBot, sidebar: Sidebar) -> None:
    section = sidebar.sections["places"]
    assert not section.none.isVisible()
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    press(qtbot, sidebar, "Place: show none")
    assert sidebar.filters() == Filters(places=frozenset())
    assert section.header.accessibleName() == "Place: none"
    click_row(qtbot, section.list, 1)
    assert sidebar.filters() == Filters(places=frozenset({"Damascus"}))
    press(qtbot, sidebar, "Place: show all")
    assert sidebar.filters() == Filters()


def test_a_place_that_comes_with_an_import_is_shown_only_where_nothing_is_held_back(sidebar: Sidebar) -> None:
    section, more = sidebar.sections["places"], (*PLACES, Counted("Homs", "Homs", 1))
    sidebar.set_rows("places", more)
    assert "Homs" in section.list.ticked()
    sidebar.set_filters(Filters(places=frozenset({"Aleppo", "Damascus", "Idlib"})))
    sidebar.set_rows("places", more)
    assert "Homs" not in section.list.ticked()
    assert section.header.accessibleName() == "Place: 3 of 4"


def test_headings_stand_as_close_after_folding_as_before(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_rows("places", [Counted(f"Place {n}", f"Place {n}", n) for n in range(300)])
    heads = [section.header for section in sidebar.sections.values()]

    def gaps() -> set[int]:
        tops = [head.mapTo(sidebar, QPoint(0, 0)).y() for head in heads]
        return {low - high for high, low in pairwise(tops)}

    qtbot.waitUntil(lambda: gaps() == {HEADER})
    qtbot.mouseClick(heads[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: max(gaps()) > 200)
    qtbot.mouseClick(heads[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: gaps() == {HEADER})


def test_an_open_filter_uses_the_height_that_is_free(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_rows("places", [Counted(f"Place {n}", f"Place {n}", n) for n in range(300)])
    section = sidebar.sections["places"]
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    row = section.list.sizeHintForRow(0)
    sidebar.resize(248, 500)
    qtbot.waitUntil(lambda: section.list.height() == LEAST_ROWS * row)
    sidebar.resize(248, 1000)
    qtbot.waitUntil(lambda: section.list.height() > 15 * row)
    assert sidebar.articles.height() >= 4 * 42


def test_many_places_are_narrowed_by_typing_and_ticks_out_of_sight_count(qtbot: QtBot, sidebar: Sidebar) -> None:
    section = sidebar.sections["places"]
    sidebar.set_rows("places", [Counted(f"Place {n}", f"Place {n}", n) for n in range(300)])
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(section.narrow, "299")
    assert section.list.rows.rowCount() == 1
    click_row(qtbot, section.list, 0)
    section.narrow.clear()
    assert section.list.rows.rowCount() == 300
    places = sidebar.filters().places
    assert places is not None
    assert len(places) == 299
    assert "Place 299" not in places


def test_all_and_none_are_about_the_places_that_were_found(qtbot: QtBot, sidebar: Sidebar) -> None:
    section = sidebar.sections["places"]
    sidebar.set_rows("places", [Counted(f"Place {n}", f"Place {n}", n) for n in range(300)])
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    press(qtbot, sidebar, "Place: show none")
    qtbot.keyClicks(section.narrow, "99")
    press(qtbot, sidebar, "Place: show all")
    assert sidebar.filters().places == {"Place 99", "Place 199", "Place 299"}
    press(qtbot, sidebar, "Place: show none")
    assert sidebar.filters().places == frozenset()


def test_filters_that_are_shown_are_not_announced(qtbot: QtBot, sidebar: Sidebar) -> None:
    wanted = Filters(kinds=frozenset({"siege"}), places=frozenset({"Idlib", "Aleppo"}), text="convoy")
    with qtbot.assertNotEmitted(sidebar.filters_changed):
        sidebar.set_filters(wanted)
    assert sidebar.filters() == wanted


def test_searched_words_are_part_of_the_filters(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        sidebar.set_text("convoy")
    assert caught.args == [Filters(text="convoy")]
    with qtbot.assertNotEmitted(sidebar.filters_changed):
        sidebar.set_text("convoy")


def test_an_article_is_opened_by_a_click_but_not_by_being_selected(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.assertNotEmitted(sidebar.article_clicked):
        sidebar.select_article(2)
    assert sidebar.articles.selected() == 2
    rows = sidebar.articles
    point = rows.visualRect(rows.model().index(0, 0)).center()
    with qtbot.waitSignal(sidebar.article_clicked) as caught:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert caught.args == [1]


def test_the_menu_of_an_article_asks_for_its_date_its_original_and_its_removal(qtbot: QtBot, sidebar: Sidebar) -> None:
    actions = {action.text(): action for action in sidebar.articles.menu_for(2).actions()}
    with qtbot.waitSignal(sidebar.date_requested, check_params_cb=lambda article: article == 2):
        actions["Set publication date…"].trigger()
    with qtbot.waitSignal(sidebar.original_requested, check_params_cb=lambda article: article == 2):
        actions["Save original…"].trigger()
    with qtbot.waitSignal(sidebar.remove_requested, check_params_cb=lambda article: article == 2):
        actions["Remove from the library"].trigger()


def test_the_menu_of_an_article_leaves_the_mark_on_the_open_one(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.select_article(2)
    rows = sidebar.articles
    point = rows.visualRect(rows.model().index(0, 0)).center()
    with qtbot.assertNotEmitted(sidebar.article_clicked):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=point)
    assert rows.selected() == 2
    at = rows.viewport().mapToGlobal(point)
    for reason, article in ((QContextMenuEvent.Reason.Mouse, 1), (QContextMenuEvent.Reason.Keyboard, 2)):
        QApplication.sendEvent(rows.viewport(), QContextMenuEvent(reason, point, at))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        with qtbot.waitSignal(sidebar.article_clicked, check_params_cb=lambda one, article=article: one == article):
            menu.actions()[0].trigger()
        menu.close()
    assert rows.selected() == 2


def test_the_list_tells_date_and_note_to_a_screen_reader(sidebar: Sidebar) -> None:
    rows = sidebar.articles.model()
    told = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert told == [
        "Buses stand empty\nSat 17 Dec 2016 · Levant Desk · 9 events",
        "Notice to residents\nNo publication date · 1 event",
    ]


def test_a_hundred_thousand_articles_keep_the_selection(sidebar: Sidebar) -> None:
    sidebar.select_article(2)
    sidebar.set_articles([ShownArticle(n, f"Article {n}", "", None, 0) for n in range(100_000)])
    assert sidebar.articles.selected() == 2
    sidebar.grab()


def test_undated_events_are_listed_with_the_words_that_would_date_them(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_undated((Undated(7, "attack", "Shelling & fire", "on Friday"), Undated(8, "talks", "Talks", "")))
    press(qtbot, sidebar, "Undated events")
    rows = sidebar.undated.list
    assert [rows.model().index(row, 0).data() for row in range(2)] == ["Shelling & fire   “on Friday”", "Talks"]
    with qtbot.waitSignal(sidebar.undated_clicked) as caught:
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center()
        )
    assert caught.args == [7]
    assert not sidebar.undated.isVisible()


def test_an_empty_library_shows_recent_ones(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_recent((RecentLibrary("/cases/a.dateline", "Aleppo", "~/cases · 3 events"),))
    sidebar.set_empty(True)
    assert not sidebar.kinds.isVisible()
    with qtbot.waitSignal(sidebar.library_requested) as caught:
        press(qtbot, sidebar, "Open Aleppo, ~/cases · 3 events")
    assert caught.args == ["/cases/a.dateline"]


def test_other_numbers_leave_the_keyboard_in_its_row(sidebar: Sidebar) -> None:
    sidebar.kinds.setCurrentIndex(sidebar.kinds.model().index(1, 0))
    sidebar.set_kinds([replace(row, passing=1) for row in sidebar.kinds.rows.rows])
    index = sidebar.kinds.currentIndex()
    assert index.row() == 1
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f", 1 of {sidebar.kinds.rows.rows[1].count} events")


def test_the_right_button_ticks_nothing(qtbot: QtBot, sidebar: Sidebar) -> None:
    point = sidebar.kinds.visualRect(sidebar.kinds.rows.index(0)).center()
    with qtbot.assertNotEmitted(sidebar.filters_changed):
        qtbot.mouseClick(sidebar.kinds.viewport(), Qt.MouseButton.RightButton, pos=point)


def test_the_keyboard_comes_to_the_first_row(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.activateWindow()
    qtbot.waitUntil(sidebar.isActiveWindow)
    sidebar.kinds.setFocus(Qt.FocusReason.TabFocusReason)
    assert sidebar.kinds.currentIndex().row() == 0
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        qtbot.keyClick(sidebar.kinds, Qt.Key.Key_Space)
    assert caught.args == [Filters(kinds=frozenset({"siege"}))]


def many(first: int, last: int) -> list[Undated]:
    return [Undated(number, "attack", f"Shelling {number}", "") for number in range(first, last)]


def test_every_undated_event_can_be_reached_by_keyboard(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_undated(many(0, 200), 1040)
    sidebar.set_undated_source(lambda: many(0, 1040))
    for keys, event in (("", 0), ("Shelling 777", 777)):
        sidebar.show_undated()
        rows = sidebar.undated.list
        qtbot.waitUntil(rows.hasFocus)
        assert not sidebar.undated.rest.isVisible()
        qtbot.keyClicks(rows, keys)
        with qtbot.waitSignal(sidebar.undated_clicked) as caught:
            qtbot.keyClick(rows, Qt.Key.Key_Return)
        assert caught.args == [event]
    sidebar.show_undated()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.currentIndex().row() == 1039
    with qtbot.assertNotEmitted(sidebar.undated_clicked):
        qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert not sidebar.undated.isVisible()


def test_undated_events_that_were_not_given_are_counted(sidebar: Sidebar) -> None:
    sidebar.set_undated(many(0, 40), 1040)
    sidebar.show_undated()
    assert sidebar.undated.rest.text() == "1,000 more"
    assert sidebar.undated.rest.isVisible()


def test_a_ticked_place_that_is_no_longer_there_stays_to_be_unticked(qtbot: QtBot, sidebar: Sidebar) -> None:
    section = sidebar.sections["places"]
    sidebar.set_filters(Filters(places=frozenset({"Damascus"})))
    qtbot.mouseClick(section.header, Qt.MouseButton.LeftButton)
    sidebar.set_rows("places", [row for row in PLACES if row.key != "Damascus"])
    assert sidebar.filters() == Filters(places=frozenset({"Damascus"}))
    assert section.header.accessibleName() == "Place: Damascus"
    with qtbot.waitSignal(sidebar.filters_changed) as caught:
        click_row(qtbot, section.list, 2)
    assert caught.args == [Filters(places=frozenset())]
    sidebar.set_rows("places", PLACES[:1])
    assert section.list.rows.rowCount() == 1


def test_what_is_held_back_is_offered_faintly(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.set_held_back(0)
    assert not sidebar.others.isVisible()
    sidebar.set_held_back(12)
    assert sidebar.others.isVisible()
    with qtbot.waitSignal(sidebar.faint_changed) as caught:
        click_row(qtbot, sidebar.others, 0)
    assert caught.args == [True]
    with qtbot.assertNotEmitted(sidebar.faint_changed):
        sidebar.set_faint(False)
    with qtbot.waitSignal(sidebar.faint_changed) as again:
        click_row(qtbot, sidebar.others, 0)
    assert again.args == [True]
