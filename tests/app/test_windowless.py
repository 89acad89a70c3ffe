"""Without a display the program does what the window would have shown, and never aborts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from resources.samples import sample_paths
from storage.library import Library
from tests.app.serving import Server

ROOT = Path(__file__).parents[2]
NONE = ":60007"
"""A display that nobody starts."""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        env={**kept, "PYTHONPATH": str(ROOT), **variables},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "variables",
    [{}, {"DISPLAY": NONE}, {"DISPLAY": NONE, "QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "wayland-77"}],
)
def test_the_events_are_printed_and_the_timeline_written(variables: dict[str, str], tmp_path: Path) -> None:
    done = start(tmp_path, **variables)
    assert done.returncode == 0, done.stderr
    assert "Siege" in done.stdout
    assert f"is in {tmp_path / 'timeline.png'}" in done.stdout
    assert (tmp_path / "timeline.png").read_bytes().startswith(b"\x89PNG")
    assert "There is no display" in done.stderr
    assert "would have opened its window" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["timeline.png"]


def test_articles_that_are_given_are_read_and_bad_ones_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    (tmp_path / "b.txt").write_text("")
    done = start(tmp_path, "a.txt", "b.txt", "c.txt")
    assert done.returncode == 1
    assert "3 May 2017" in done.stdout
    assert "“b.txt” is empty" in done.stderr
    assert "c.txt" in done.stderr
    assert (tmp_path / "timeline.png").exists()


def test_nobodys_image_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "timeline.png").write_text("mine")
    done = start(tmp_path, str(sample_paths()[0]))
    assert done.returncode == 0
    assert (tmp_path / "timeline.png").read_text() == "mine"
    assert (tmp_path / "timeline-2.png").exists()


def test_a_library_is_shown_and_not_changed(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    done = start(tmp_path, str(path))
    assert done.returncode == 0, done.stderr
    assert "Talks began in Astana" in done.stdout
    assert path.read_bytes() == before


def test_articles_are_added_to_a_library_that_is_given(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    done = start(tmp_path, str(path), "a.txt")
    assert done.returncode == 0, done.stderr
    assert "Talks began in Astana" in done.stdout
    assert "Geneva" in done.stdout
    library = Library.open(path, read_only=True)
    assert library.counts().articles == 3
    library.close()


def test_an_address_in_this_computer_is_not_asked(server: Server, tmp_path: Path) -> None:
    address = server.add()
    done = start(tmp_path, address)
    assert done.returncode == 1
    assert f"{address}: “127.0.0.1” is this computer" in done.stderr
    assert "--allow-private" in done.stderr
    assert server.asked == []


def test_an_article_without_events_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It is a fine cake.\n")
    done = start(tmp_path, "a.txt")
    assert (done.returncode, done.stdout) == (0, "No events were found.\n")
    assert not (tmp_path / "timeline.png").exists()
