"""Odd names of files, and things in folders that are no files: links, pipes, sockets, devices."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import ANY, PASSED, READ, SKIPPED, WORDS, Case, Cases

NAMES: tuple[str | bytes, ...] = (
    "new\nline.txt",
    "tab\t.txt",
    "return\r.txt",
    'quote".txt',
    "quote'.txt",
    "back\\slash.txt",
    "<img src=x>.txt",
    "<b>&amp;.txt",
    "-rf.txt",
    "--json.txt",
    "...txt",
    "..dots..txt",
    " blank .txt",
    "trailing .txt ",
    "%s%n%x.txt",
    "$(touch x).txt",
    "`id`.txt",
    ";rm -rf.txt",
    "*?.txt",
    "[a].txt",
    "~.txt",
    "{{7}}.txt",
    "\u202etxt.exe.txt",
    "zero\u200bwidth.txt",
    "🙂.txt",
    "حلب.txt",
    "e\u0301.txt",
    "\u00e9.txt",
    "CON.txt",
    "nul.txt",
    "a" * 251 + ".txt",
    "ä" * 125 + ".txt",
    b"bytes\xff\xfe.txt",
    b"\xe9t\xe9.txt",
    "UPPER.TXT",
    "page.HtMl",
    "a.pdf.txt",
    "'); DROP TABLE articles; --.txt",
    "=1+1.txt",
    "@SUM(1).txt",
    "+1.txt",
    "\x01\x02\x7f.txt",
    "\x1b[31mred.txt",
    "2017-05-03.txt",
    "0000-00-00.txt",
    "99999999.txt",
    "no ending",
    "ending.",
    "x.unknown",
    "a:b.txt",
    "a|b.txt",
    "http___x.example.txt",
    "#.txt",
    "?x=1.txt",
    "a%00b.txt",
    "a%2F..%2Fb.txt",
)


def cases() -> Cases:
    """All of them; each file has other words, so that none is a copy."""
    for number, name in enumerate(NAMES):
        passed = isinstance(name, str) and name.startswith(".")
        fate = PASSED if passed else SKIPPED if name in ("x.unknown", "trailing .txt ") else READ
        words = f"<html><body><p>{number} " if name == "page.HtMl" else f"{number} "
        yield Case(name, words.encode() + WORDS, fate)
    things: dict[str, tuple[Callable[[Path], None], str]] = {
        "link-out.txt": (lambda path: path.symlink_to("/etc/passwd"), SKIPPED),
        "link-up": (lambda path: path.symlink_to("/etc"), SKIPPED),
        "link-round.txt": (lambda path: path.symlink_to(path.name), SKIPPED),
        "link-nowhere.txt": (lambda path: path.symlink_to("/nowhere/at/all.txt"), SKIPPED),
        "link-device.txt": (lambda path: path.symlink_to("/dev/zero"), SKIPPED),
        "link-memory.txt": (lambda path: path.symlink_to("/proc/self/environ"), SKIPPED),
        "link-folder": (lambda path: path.symlink_to(path.parent), PASSED),
        "pipe.txt": (os.mkfifo, SKIPPED),
        "socket.txt": (_socket, SKIPPED),
        "folder.txt": (Path.mkdir, PASSED),
        "deep": (_deep, PASSED),
        "locked.txt": (_locked, ANY),
    }
    for thing, (place, fate) in things.items():
        yield Case(thing, b"", fate, place=place)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _deep(path: Path) -> None:
    folder = path.joinpath(*["d"] * 300)
    folder.mkdir(parents=True)
    (folder / "deep.txt").write_bytes(b"Deep. " + WORDS)


def _locked(path: Path) -> None:
    path.write_bytes(b"Locked. " + WORDS)
    path.chmod(0)
