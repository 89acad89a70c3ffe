"""How a library was looked at, and that it is so again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.viewed import MOST, NAME, Viewed, packed, still_there, unpacked
from app.window import Window
from storage.library import Library
from widgets.filters import Filters
from widgets.timeline.spans import Span

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

FULL = Viewed(
    (16000.25, 17000.5),
    "place",
    Filters(frozenset({"talks"}), None, frozenset(), frozenset({"Idlib 🙂"}), None, "siege", 16100.0, None),
    (4, 9),
    9,
    3,
    4,
    True,
)


@pytest.mark.parametrize("viewed", [Viewed(), FULL])
def test_a_view_survives_json(viewed: Viewed) -> None:
    assert unpacked(json.loads(json.dumps(packed(viewed)))) == viewed


def test_of_very_many_chosen_events_one_is_kept() -> None:
    many = tuple(range(1, MOST + 2))
    assert unpacked(packed(Viewed(selection=many, chosen=5))) == Viewed(selection=(5,), chosen=5)


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        "view",
        {"span": [3, 2], "lanes": "colour", "filters": 3, "selection": "all", "chosen": "4", "article": -1},
        {"span": [1], "filters": [], "selection": [4.5, None, True], "chosen": None, "day_zero": {}},
        {"span": [float("nan"), 1e300], "filters": {"text": 4, "first": 9, "last": 2}, "chosen": True},
    ],
)
def test_what_makes_no_sense_is_as_usual(told: object) -> None:
    assert unpacked(told) == Viewed()


def test_what_has_gone_is_not_chosen_again() -> None:
    def all_but_nine(ids: object) -> list[int]:
        return [one for one in ids if one != 9]  # type: ignore[attr-defined]

    found = still_there(FULL, all_but_nine, lambda _ids: [])
    assert (found.selection, found.chosen, found.article, found.day_zero) == ((4,), 4, None, 4)
    assert (found.span, found.lanes, found.filters) == (FULL.span, FULL.lanes, FULL.filters)


def test_a_library_opens_as_it_was_looked_at_last(open_window: Callable[..., Window], path: Path, qtbot: QtBot) -> None:
    window = open_window(path)
    session, timeline = window.session, window.timeline
    assert timeline
    assert session.library
    ids = {one.title: one.id for one in session.library.all_events()}
    talks, siege = ids["Talks began in Astana"], ids["siege of Foua"]
    window.toolbar.set_search("a")
    window.sidebar.set_text("a")
    window.sidebar.set_time(15000.0, None)
    session.set_lanes("status")
    session.select_several([siege, talks])
    session.set_day_zero(siege)
    timeline.set_span(Span(17000, 17040))
    window.close()

    again = open_window(path)
    session, timeline = again.session, again.timeline
    assert timeline
    assert (session.selection, session.chosen, session.day_zero) == ((siege, talks), talks, siege)
    assert (session.lanes, session.filters) == ("status", Filters(text="a", first=15000.0))
    assert again.sidebar.filters() == session.filters
    assert again.toolbar.search.text() == "a"
    qtbot.waitUntil(lambda: timeline.visible_span.length == pytest.approx(40))
    assert timeline.visible_span.start == pytest.approx(17000)
    assert timeline.lane_view.selection == {siege, talks}
    assert again.panel.shown_several == (siege, talks)
    assert again.article.text.chosen == talks
    assert timeline.corner.zero.text().startswith("Day 0: siege")


def test_looking_is_no_edit_and_writes_nothing_that_is_the_same(open_window: Callable[..., Window], path: Path) -> None:
    open_window(path).close()
    before = path.read_bytes()
    window = open_window(path)
    assert window.session.library
    assert window.session.library.undo_name == "Add the article"
    window.close()
    assert path.read_bytes() == before


def test_an_empty_library_remembers_nothing(open_window: Callable[..., Window], tmp_path: Path) -> None:
    Library.create(tmp_path / "empty.dateline").close()
    open_window(tmp_path / "empty.dateline").close()
    library = Library.open(tmp_path / "empty.dateline", read_only=True)
    assert library.recall(NAME) is None
    library.close()
