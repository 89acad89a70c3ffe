"""Asking for a display must give an answer whatever stands behind its name, because Qt would abort instead."""

import os
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import display
from app.display import display_answers

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a display is taken for granted")


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Path]:
    """A socket that lets anyone in and never says a word."""
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    return kept | variables


NO_DISPLAY = {
    "no name": {},
    "empty names": {"DISPLAY": "", "WAYLAND_DISPLAY": ""},
    "no such display": {"DISPLAY": ":987"},
    "no name at all": {"DISPLAY": "nonsense"},
    "no such compositor": {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"},
    "a name too long for a socket": {"WAYLAND_DISPLAY": "w" * 500, "XDG_RUNTIME_DIR": "/nowhere"},
    "X asked for without a display": {"QT_QPA_PLATFORM": "xcb"},
    "Wayland asked for without a compositor": {"QT_QPA_PLATFORM": "wayland", "XDG_RUNTIME_DIR": "/nowhere"},
}


@pytest.mark.parametrize("variables", NO_DISPLAY.values(), ids=NO_DISPLAY)
def test_where_nothing_answers_there_is_no_display(variables: dict[str, str]) -> None:
    assert not display_answers(environment(**variables))


def test_a_display_that_hangs_does_not_hang_us(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_PATIENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        assert not display_answers(environment(DISPLAY=f"127.0.0.1:{number}"))
        server.settimeout(5)
        server.accept()[0].close()  # it was asked


def test_a_compositor_that_never_says_a_word_is_none(listener: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_QT_PATIENCE", 4.0)
    assert not display_answers(environment(WAYLAND_DISPLAY=listener.name, XDG_RUNTIME_DIR=str(listener.parent)))


def test_a_platform_without_display_needs_none() -> None:
    assert display_answers(environment(QT_QPA_PLATFORM="offscreen"))


@pytest.fixture
def x_display() -> Iterator[str]:
    """A real display by its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    try:
        os.close(write)
        assert select.select([read], [], [], 30)[0], "Xvfb did not start"
        yield f":{os.read(read, 20).decode().strip()}"
    finally:
        server.terminate()
        server.wait()
        os.close(read)


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb, which .ci/run installs")
@pytest.mark.parametrize("wayland", ["", "/nowhere/wayland-987"], ids=["X11 alone", "X11 beside a dead compositor"])
def test_a_real_display_answers(x_display: str, wayland: str) -> None:
    assert display_answers(environment(DISPLAY=x_display, WAYLAND_DISPLAY=wayland))
