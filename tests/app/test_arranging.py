from pytestqt.qtbot import QtBot

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
