"""A desktop of its own: display, window manager, home; and a hand that moves the mouse."""

import json
import os
import select
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "openbox", "xdotool")
SIZE = "1840x1060"
PATIENCE = 30.0
"""Seconds after which something that should happen counts as not happening."""


@dataclass
class Desk:
    """What is on the display, and what can be done there."""

    environment: dict[str, str]
    folder: Path
    pictures: Path
    running: list[subprocess.Popen[str]] = field(default_factory=list)
    taken: int = 0

    @property
    def home(self) -> Path:
        return Path(self.environment["HOME"])

    def start(self, *command: str) -> subprocess.Popen[str]:
        """A program of Python on this desktop."""
        with (self.folder / "errors.txt").open("a") as errors:
            made = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.running.append(made)
        return made

    def errors(self) -> str:
        """What the programs said that was not to be said."""
        return (self.folder / "errors.txt").read_text()

    def hand(self, *words: object) -> None:
        """Keys and mouse."""
        command = ["xdotool", *(str(word) for word in words)]
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def click(self, box: tuple[int, int, int, int] | None, button: int = 1, into: float = 0.5) -> None:
        """The middle of a box, or so far into it from the left."""
        assert box, "it is not in view"
        x, y = round(box[0] + into * box[2]), box[1] + box[3] // 2
        self.hand("mousemove", x, y, "sleep", 0.1, "click", button)

    def drag(self, start: tuple[int, int], end: tuple[int, int], button: int = 1) -> None:
        """Slowly, as a hand does."""
        steps = [
            (start[0] + (end[0] - start[0]) * at // 8, start[1] + (end[1] - start[1]) * at // 8) for at in range(9)
        ]
        near = [(start[0] + by, start[1] + by // 2) for by in (4, 12, 20)]
        words: list[object] = ["mousemove", *start, "sleep", 0.2, "mousedown", button, "sleep", 0.1]
        for x, y in (*near, *steps[2:], (end[0] + 3, end[1]), end):
            words += ["mousemove", x, y, "sleep", 0.08]
        self.hand(*words, "sleep", 0.3, "mouseup", button)

    def picture(self, name: str) -> None:
        """What is seen now, numbered in the order of the walk."""
        self.taken += 1
        path = self.pictures / f"{self.taken:02}-{name}.png"
        subprocess.run([sys.executable, str(HERE / "screen.py"), str(path)], env=self.environment, check=True)


def until(what: Callable[[], Any], why: str) -> Any:
    """Wait until it is so; its value."""
    end = time.monotonic() + PATIENCE
    while not (found := what()):
        assert time.monotonic() < end, why
        time.sleep(0.03)
    return found


def rows(path: Path, query: str, *parameters: object) -> list[tuple[Any, ...]]:
    """What a library holds, as another program sees it."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query, parameters).fetchall()
    finally:
        connection.close()


@dataclass
class Told:
    """What the window tells of itself."""

    path: Path

    def now(self) -> dict[str, Any]:
        """The latest; empty before the first."""
        try:
            found: dict[str, Any] = json.loads(self.path.read_text())
        except FileNotFoundError:
            return {}
        return found

    def steady(self) -> dict[str, Any]:
        """What it tells once the time in view and the parts of the window have stopped moving."""
        now: dict[str, Any] = {"span": (), "parts": {}}
        later = self.when(lambda _: True, "the window tells nothing")
        while (now["span"], now["parts"]) != (later["span"], later["parts"]):
            now, enough = later, later["number"] + 5
            later = self.when(lambda told, enough=enough: told["number"] >= enough, "the window tells nothing more")
        return later

    def when(self, holds: Callable[[dict[str, Any]], Any], why: str) -> dict[str, Any]:
        """The first state in which something holds."""
        kept: list[dict[str, Any]] = []

        def look() -> bool:
            kept[:] = [self.now()]
            return bool(kept[0]) and bool(holds(kept[0]))

        until(look, why)
        return kept[0]


def start_display() -> tuple[str, subprocess.Popen[bytes]]:
    """A display that answers, and its server. Its number is no low one: those are taken and left by others all the time."""
    for attempt in range(20):
        name = f":{200 + (os.getpid() + 37 * attempt) % 700}"
        read, write = os.pipe()
        command = ["Xvfb", name, "-displayfd", str(write), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            # its whole line: a server that cannot end it gives up
            ready = select.select([answer], [], [], PATIENCE)[0] and answer.readline()
        if ready:
            return name, server
        server.kill()
        server.wait()
    raise AssertionError("Xvfb did not start")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}, which .ci/run installs")
    home, run = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run.mkdir(mode=0o700)
    hidden = ("QT_", "XDG_", "WAYLAND", "DISPLAY", "DBUS")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(run), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    environment["DISPLAY"], server = start_display()
    manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pictures = Path(os.environ.get("DATELINE_WALK_PICTURES") or tmp_path / "pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    made = Desk(environment, tmp_path, pictures)
    yield made
    print(made.errors())  # shown by pytest where the walk has failed
    for process in (*made.running, manager, server):
        process.terminate()
        process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path / "told.json")
