import pytest
from pytestqt.qtbot import QtBot

from app import arranged
from app.session import Session
from storage.library import Library
from widgets.timeline.arrangement import Arrangement

LOW = Arrangement(folded=frozenset({"siege"}))


def test_each_way_of_arranging_lanes_has_its_own_arrangement(qtbot: QtBot, library: Library) -> None:
    session = Session()
    session.open(library)
    with qtbot.assertNotEmitted(session.filtered):
        session.arrange(LOW)
    session.set_lanes("place")
    assert session.arrangement.plain
    session.set_lanes("kind")
    assert session.arrangement == LOW


def test_more_lanes_are_made_when_they_are_asked_for(qtbot: QtBot, library: Library) -> None:
    session = Session()
    session.open(library)
    with qtbot.waitSignal(session.filtered):
        session.arrange(Arrangement(further=1))


def test_an_arrangement_is_kept_in_the_library(library: Library) -> None:
    made = Arrangement(("attack", "\0others", ""), frozenset({"siege"}), frozenset({"talks"}), 2)
    session = Session()
    session.open(library)
    session.set_lanes("place")
    session.arrange(made)
    path = library.path
    session.open(None)
    session.open(Library.open(path))
    session.set_lanes("place")
    assert session.arrangement == made
    session.arrange(Arrangement())
    assert session.library
    assert session.library.recall(arranged.NAME) is None
    session.open(None)


@pytest.mark.parametrize(
    "told",
    [
        None, 3, "kind", [1], {"kind": 3}, {"zoo": {}}, {"kind": {"order": "abc", "folded": [1, None], "further": True}},
        {"kind": {"further": -1}}, {"kind": {"hidden": {"a": 1}}},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_as_usual(told: object) -> None:
    assert all(one.plain for one in arranged.unpacked(told).values())


def test_a_lane_named_twice_stands_once() -> None:
    assert arranged.unpacked({"kind": {"order": ["a", "b", "a"]}})["kind"].ordered(["b", "a"]) == ["a", "b"]
