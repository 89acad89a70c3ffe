from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.reading.source import Source
from app.window import Window
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

HERE, THERE = "Rebels attacked Idlib on 14 December 2016.", "Two bombs exploded in Homs on 3 May 2015."


def take(qtbot: QtBot, window: Window, *texts: str) -> Timeline:
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        window.take([Source(f"{number}.txt", text.encode()) for number, text in enumerate(texts)])
    assert window.timeline
    return window.timeline


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((f"{HERE} {THERE}",), "1 of 2 events of the new article is outside the time in view."),
        ((THERE,), "The one event of the new article is outside the time in view."),
        ((THERE, THERE.replace("3", "4")), "All 2 events of the 2 new articles are outside the time in view."),
    ],
)
def test_who_looks_at_events_stays_there_and_is_told_of_others(
    qtbot: QtBot, open_window: Callable[..., Window], path: Path, texts: tuple[str, ...], told: str
) -> None:
    window = open_window(path)
    assert window.timeline
    window.timeline.set_span(Span(17146, 17160))
    before = window.timeline.visible_span
    timeline = take(qtbot, window, *texts)
    assert timeline.visible_span == before
    assert window.notice.text() == told
    (show,) = [one for one in window.notice.findChildren(QPushButton) if one.text() == "Show"]
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    day = 16558.5
    qtbot.waitUntil(lambda: timeline.visible_span.start < day < timeline.visible_span.end)
    assert not window.notice.isVisible()


def test_what_is_in_view_needs_no_words(qtbot: QtBot, open_window: Callable[..., Window], path: Path) -> None:
    window = open_window(path)
    assert window.timeline
    window.timeline.set_span(Span(17146, 17160))
    timeline = take(qtbot, window, HERE)
    assert timeline.visible_span == Span(17146, 17160)
    assert not window.notice.isVisible()


def test_the_first_events_come_into_view(qtbot: QtBot, open_window: Callable[..., Window]) -> None:
    window = open_window()
    timeline = take(qtbot, window, THERE)
    assert timeline.visible_span.start < 16558 < timeline.visible_span.end
    assert "outside" not in window.notice.text()
