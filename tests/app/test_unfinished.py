"""An import that was cut off is offered again; reading it once more adds what is missing and nothing twice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import unfinished
from storage.library import Library

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

TEXT = "A bomb exploded in {place} on Thursday, officials said. Two people were killed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for place in ("Homs", "Idlib", "Hama"):
        (made / f"{place}.txt").write_text(TEXT.format(place=place))
    return made


def test_what_was_to_be_read_is_remembered_until_it_is_read(tmp_path: Path, folder: Path) -> None:
    library = tmp_path / "a.dateline"
    assert unfinished.remembered(library) == ()
    unfinished.remember(library, [str(folder), str(tmp_path / "gone.txt")])
    assert unfinished.remembered(library) == (str(folder),)
    unfinished.forget(library)
    assert unfinished.remembered(library) == ()


def test_an_import_that_was_cut_off_goes_on(
    qtbot: QtBot, open_window: Callable[..., Any], tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "a.dateline"
    Library.create(path).close()
    first = open_window(path)
    first.intake.take([str(folder / "Homs.txt")])
    qtbot.waitSignal(first.intake.finished, timeout=60_000).wait()
    unfinished.remember(path, [str(folder)])  # as it stands when the program is killed in the middle
    first.close()
    window = open_window(path)
    assert "cut off" in window.notice.text()
    go_on = next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Go on")
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        go_on.click()
    assert window.session.library.counts().articles == 3
    assert unfinished.remembered(path) == ()
