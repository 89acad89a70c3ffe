from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window import Window
from storage import change
from storage.library import Library
from widgets.filters import Filters

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]


def test_what_the_filters_hold_back_is_seen_faintly_when_that_is_wanted(
    qtbot: QtBot, open_window: Callable[..., Window], path: Path
) -> None:
    with closing(Library.open(path)) as library:
        rejected = next(one for one in library.all_events() if one.kind == "siege")
        library.apply(change.reject(rejected))
    window = open_window(path)
    qtbot.waitUntil(lambda: window.timeline is not None)
    timeline, others = window.timeline, window.sidebar.others
    assert timeline
    assert not others.isVisible()
    window.session.set_filters(Filters(kinds=frozenset({"attack"})))
    assert others.isVisible()
    lanes = [lane.key for lane in timeline.lane_view.index.lanes.lanes]
    assert lanes == ["attack"]
    place = others.visualRect(others.rows.index(0)).center()
    qtbot.mouseClick(others.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.faint
    timeline.fit()
    ghosts = timeline.lane_view.shown_lanes.ghosts
    assert ghosts
    assert ghosts.count == others.rows.rows[0].count == 2
    assert rejected.id not in ghosts.columns.ids[ghosts.lanes.of_row >= 0]
    assert [lane.key for lane in timeline.lane_view.index.lanes.lanes] == ["talks", "attack", "protest"]
    window.session.set_filters(Filters())
    assert timeline.lane_view.shown_lanes.ghosts is None or not timeline.lane_view.shown_lanes.ghosts.count
    assert not others.isVisible()
