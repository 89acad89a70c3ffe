"""Whether moves may be seen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from widgets import motion


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the desktop of a user of this test alone keeps its settings, on Linux."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "less"),
    [
        ("none", "", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("gtk-4.0/settings.ini", "not a settings file", False),
    ],
)
def test_what_the_desktop_says_of_motion_is_heard(
    qapp: QApplication, folder: Path, name: str, text: str, less: bool
) -> None:
    assert qapp
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    assert motion.less_motion_wanted() is less


def test_nothing_moves_where_nobody_looks(qapp: QApplication, folder: Path) -> None:
    if qapp.platformName() != "offscreen":
        pytest.skip("there is a screen")
    assert folder.is_dir()
    assert not motion.less_motion_wanted()
    assert not motion.may_move()
