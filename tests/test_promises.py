"""Promises of the whole program that no single part can keep: no network, the floors, sound references."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from network_guard import NetworkError

from app.importing import take
from app.reading.source import Source
from app.workers import Workers

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_no_connection_leaves_the_machine(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as outward, pytest.raises(NetworkError, match="nothing leaves the machine"):
        outward.connect((host, 80))


@pytest.mark.parametrize("name", ["example.org", "127.0.0.1.example.org", "localhost.example.org", b"example.org"])
def test_no_name_is_asked_for(name: str) -> None:
    with pytest.raises(NetworkError, match="nothing leaves the machine"):
        socket.getaddrinfo(name, 80)


def test_no_packet_leaves_the_machine() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as outward, pytest.raises(NetworkError, match="nothing leaves"):
        outward.sendto(b"", ("192.0.2.1", 53))


PAGE = """<!DOCTYPE html PUBLIC "-//X" "http://example.org/x.dtd" [<!ENTITY far SYSTEM "http://example.org/far">]>
<html><head><base href="http://example.org/"><link rel="canonical" href="http://example.org/2016/12/17/a.html">
<link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0; url=http://example.org/">
<meta property="og:url" content="http://example.org/a.html"><script src="//example.org/a.js"></script></head>
<body><img src="http://example.org/a.png"><iframe src="http://example.org/"></iframe>
<article><p>Gunmen attacked a convoy near Idlib on Friday, officials said, and &far; left the town.</p></article>
</body></html>
"""


def test_a_page_is_read_without_what_it_names() -> None:
    workers = Workers(1)
    found = [
        workers.submit(take, Source(name, text.encode())).result()
        for name, text in (("a.html", PAGE), ("b.html", "http://example.org/a.html"), ("", "https://example.org/b"))
    ]
    workers.close()
    assert "convoy near Idlib" in found[0].found[0].article.text
    assert not any(one.trouble for one in found)


def test_worker_processes_cannot_leave_the_machine_either() -> None:
    """So the test before means something: this library fetches what it is given if it is an address."""
    import htmldate

    workers = Workers(1)
    with pytest.raises(RuntimeError, match=r"^network_guard\.NetworkError$"):
        workers.submit(htmldate.find_date, "https://example.org/a.html").result()
    workers.close()


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
