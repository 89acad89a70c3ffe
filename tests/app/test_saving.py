"""Names of files to be written: the ending is added, and what stands under the new name is not replaced unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.saving import ask_where

YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class User:
    """Types names and answers questions, one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []
        self.answers: list[QMessageBox.StandardButton] = []
        self.asked: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (self.names.pop(0), ""))
        monkeypatch.setattr(QMessageBox, "question", self.answer)

    def answer(self, _window: QWidget, _title: str, words: str, *_rest: object) -> QMessageBox.StandardButton:
        self.asked.append(words)
        return self.answers.pop(0)


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch) -> User:
    return User(monkeypatch)


def where(qtbot: QtBot, tmp_path: Path) -> Path | None:
    window = QWidget()
    qtbot.addWidget(window)
    return ask_where(window, "Export", tmp_path / "x.csv", "CSV (*.csv)", ".csv", (".png",))


@pytest.mark.parametrize(
    ("typed", "path"), [("a", "a.csv"), ("a.csv", "a.csv"), ("a.PNG", "a.PNG"), ("a.b", "a.b.csv")]
)
def test_a_name_gets_the_ending_that_it_lacks(qtbot: QtBot, tmp_path: Path, user: User, typed: str, path: str) -> None:
    user.names = [str(tmp_path / typed)]
    assert where(qtbot, tmp_path) == tmp_path / path
    assert not user.asked


def test_nothing_is_asked_for_when_the_user_gives_up(qtbot: QtBot, tmp_path: Path, user: User) -> None:
    user.names = [""]
    assert where(qtbot, tmp_path) is None


def test_a_file_that_only_the_added_ending_meets_is_asked_about(qtbot: QtBot, tmp_path: Path, user: User) -> None:
    (tmp_path / "a.csv").write_text("kept")
    user.names, user.answers = [str(tmp_path / "a"), str(tmp_path / "b")], [NO]
    assert where(qtbot, tmp_path) == tmp_path / "b.csv"
    assert user.asked == ["“a.csv” is there already. Replace it?"]
    user.names, user.answers = [str(tmp_path / "a")], [YES]
    assert where(qtbot, tmp_path) == tmp_path / "a.csv"
