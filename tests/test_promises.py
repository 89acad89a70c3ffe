"""Promises of the whole program that no single part can keep: no network, the floors, sound references."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_no_connection_leaves_the_machine(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as outward, pytest.raises(AssertionError, match="nothing leaves the machine"):
        outward.connect((host, 80))


def test_no_name_is_asked_for() -> None:
    with pytest.raises(AssertionError, match="nothing leaves the machine"):
        socket.getaddrinfo("example.org", 80)


def test_loopback_stays_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 5) as client:
        assert client.getpeername() == server.getsockname()


def test_settings_of_the_user_are_out_of_reach() -> None:
    folders = [Path(os.environ[name]) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")]
    assert all("dateline-tests-" in str(folder) for folder in folders)
    assert Path.home() == folders[0]


def test_imports_go_down_only() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_calls_into_qt_lose_no_reference_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one for each call that returns nothing, until the process aborted."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 1000
