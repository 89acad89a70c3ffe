import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from widgets import notice as notices
from widgets.notice import Notice

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def press(qtbot: QtBot, notice: Notice, name: str) -> None:
    found = next(part for part in notice.findChildren(QPushButton) if part.text() == name)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


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
    done: list[str] = []
    notice.tell("The disk is full.", "Try again", lambda: done.append("again"))
    assert spoken == [(notice, "The disk is full.")]
    assert "The disk is full." in [part.text() for part in notice.findChildren(QLabel)]
    press(qtbot, notice, "Try again")
    assert done == ["again"]
    assert notice.isHidden()


def test_trouble_stays_until_it_is_closed_and_good_news_leave_by_themselves(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "GONE_AFTER_MS", 0)
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("Figure saved.")
    qtbot.waitUntil(notice.isHidden)
    notice.say("Figure saved.")
    notice.tell("The disk is full.")
    QApplication.processEvents()
    assert notice.isVisible()
    assert notice.text() == "The disk is full."


def test_a_notice_with_nothing_to_do_has_no_button_for_it(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.tell("The disk is full.", "Try again", lambda: None)
    notice.say("Figure saved.")
    assert not any(part.isVisible() for part in notice.findChildren(QPushButton))
