"""The window as a screen reader finds it: everything has a name, events are read out and can be chosen."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.walk.conftest import HERE, ROOT, Desk, Told, until

ARTICLE = """Explosion in Damascus as envoys leave

DAMASCUS, 13 May 2014 — A car bomb exploded in Damascus on Monday, officials said. Gunmen attacked a convoy near Homs on
10 May. Talks will be held in Geneva on 8 June 2014.
"""
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
NAMED = (
    "push button", "check box", "radio button", "toggle button", "text", "combo box", "list", "list item", "table", "chart",
    "table column header", "table row header",
)  # fmt: skip
"""Roles that say nothing without a name."""
HARMLESS = "AtSpiAdaptor::applicationInterface does not implement"
"""What Qt says of questions that pyatspi asks every program."""

Listen = Callable[..., Any]


@pytest.fixture
def listen(desk: Desk) -> Iterator[Listen]:
    """Asks as a screen reader does; its bus is there before the program."""
    launcher = next((one for one in LAUNCHERS if Path(one).exists()), None)
    knows = [SYSTEM_PYTHON, "-I", "-c", "import pyatspi"]
    ready = launcher and shutil.which("dbus-daemon") and Path(SYSTEM_PYTHON).exists()
    if not ready or subprocess.run(knows, capture_output=True, check=False).returncode:
        pytest.skip("needs dbus, at-spi2-core and python3-pyatspi, which .ci/run installs")
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=desk.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout
    desk.environment |= {
        "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    reader = subprocess.Popen(
        [str(launcher), "--launch-immediately"],
        env=desk.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip

    def ask(*words: str) -> Any:
        command = [SYSTEM_PYTHON, "-I", str(HERE / "listen.py"), *words]
        done = subprocess.run(command, env=desk.environment, capture_output=True, text=True, check=False, timeout=60)
        return json.loads(done.stdout) if done.returncode == 0 else None

    yield ask
    for process in (reader, bus):
        process.terminate()
        process.wait(10)
    bus.stdout.close()


def everything(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each part with the names of what it is in."""
    yield above, tree
    for child in tree["children"]:
        yield from everything(child, f"{above} > {tree['role']} {tree['name']!r}")


def nameless(tree: dict[str, Any]) -> list[str]:
    return [f"{above} > {one['role']}" for above, one in everything(tree) if one["role"] in NAMED and not one["name"]]


def of_role(tree: dict[str, Any], role: str) -> list[dict[str, Any]]:
    return [one for _, one in everything(tree) if one["role"] == role]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs AT-SPI")
def test_a_screen_reader_finds_its_way(desk: Desk, told: Told, listen: Listen, tmp_path: Path) -> None:
    article, library = tmp_path / "damascus.txt", tmp_path / "damascus.dateline"
    article.write_text(ARTICLE)
    made = [sys.executable, "-m", "app", "import", str(library), str(article)]
    subprocess.run(made, cwd=ROOT, env=desk.environment, check=True, capture_output=True)
    window = desk.start(str(HERE / "open_and_tell.py"), str(told.path), str(library))
    now = told.when(lambda now: now["events"] and not now["busy"] and now["lanes"], "the library did not open")
    bomb = next(int(one) for one, event in now["events"].items() if "car bomb" in event["title"])

    # The timeline is a chart of lanes, and each event says what, when and where it was.
    tree = until(lambda: chart_with_events(listen), "the timeline has no events for a screen reader")
    (chart,) = of_role(tree, "chart")
    said = [one["name"] for one in of_role(chart, "list item")]
    (first,) = [name for name in said if "Attack, 12 May 2014, Damascus, 1 source" in name]
    assert any("Talks, 8 Jun 2014, planned, Geneva, 1 source" in name for name in said)
    assert next(one["name"] for one in of_role(chart, "list")).endswith("in view")
    assert nameless(tree) == []

    # An event is chosen by it, read, and the arrow keys lead on and are followed.
    assert listen("select", "list item", first)["done"]
    told.when(lambda now: now["chosen"] == bomb, "selecting chose nothing")
    assert "selected" in listen("states", "list item", first)["done"]
    chosen = listen("tree")
    assert nameless(chosen) == []
    assert "car bomb" in next(one for _, one in everything(chosen) if one["role"] == "chart")["description"]
    assert listen("focus", "list item", first)["done"]
    until(lambda: listen("focused") == [first], "the event has not got the focus")
    desk.hand("search", "--sync", "--onlyvisible", "--name", "Dateline", "windowactivate", "--sync")
    desk.hand("key", "Left")
    told.when(lambda now: now["chosen"] != bomb, "the arrow key chose nothing")
    until(lambda: listen("focused") not in ([], [first], None), "the focus did not follow the keys")

    # The table reads the same events, and everything in it has a name.
    assert listen("press", "check box", "Table")["done"]
    rows = until(lambda: [one for one in of_role(listen("tree"), "table") if one["children"]], "there is no table")
    cells = [one["name"] for one in of_role(rows[0], "table cell")]
    assert any("Attack, 12 May 2014, Damascus, 1 source" in name or "10 May 2014" in name for name in cells)
    assert nameless(listen("tree")) == []
    desk.picture("heard")

    desk.hand("search", "--sync", "--onlyvisible", "--name", "Dateline", "windowactivate", "--sync")
    desk.hand("key", "alt+F4")
    assert window.wait(30) == 0
    assert [line for line in desk.errors().splitlines() if HARMLESS not in line] == []


def chart_with_events(listen: Listen) -> dict[str, Any] | None:
    """Once the program has said so to the bus."""
    tree: dict[str, Any] | None = listen("tree")
    charts = of_role(tree, "chart") if tree else []
    return tree if charts and of_role(charts[0], "list item") else None
