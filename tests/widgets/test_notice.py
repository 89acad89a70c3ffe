import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from widgets import notice as notices
from widgets.notice import Notice

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_notice_is_shown_and_spoken(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[tuple[object, str]] = []

    class Ear:
        """In the place of the system's screen reader, which no test machine has."""

        @staticmethod
        def updateAccessibility(event: notices.QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - the name of Qt
            spoken.append((event.object(), event.message()))

    monkeypatch.setattr(notices, "QAccessible", Ear)
    notice = Notice()
    qtbot.addWidget(notice)
    notice.tell("The disk is full.", "Try again")
    assert spoken == [(notice, "The disk is full.")]
    assert "The disk is full." in [part.text() for part in notice.findChildren(QLabel)]
    with qtbot.waitSignal(notice.action_requested):
        next(part for part in notice.findChildren(QPushButton) if part.text() == "Try again").click()
