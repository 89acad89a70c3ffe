"""The first hour of a new user on a real display, in a minute: everything is done with mouse and keys."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.walk.conftest import HERE, ROOT, Desk, Told, rows, until

ARTICLE = """Convoy attacked near Homs as envoys prepare for talks

HOMS — Gunmen attacked a convoy near Homs on Friday, aid workers said. Two drivers were wounded.

Rebels have besieged the town of Foua since March 2015. On Thursday two bombs exploded in the market of Idlib.

Talks between the government and the rebels will be held in Geneva on 8 February 2017.

Russia denied on Saturday that it had bombed the road.
"""
EVENTS = "SELECT id, kind, title, edtf, status, review FROM events ORDER BY id"
QUOTED = "SELECT event FROM mentions WHERE quote LIKE ? ORDER BY id"
NEW_TITLE = "Convoy attacked east of Homs"


def one_quoted(library: Path, words: str) -> int:
    return int(rows(library, QUOTED, f"%{words}%")[0][0])


def event_row(library: Path, event: int) -> tuple[Any, ...]:
    return next(row for row in rows(library, EVENTS) if row[0] == event)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs an X display of its own")
def test_a_new_user_gets_from_an_article_to_a_checked_timeline(desk: Desk, told: Told, tmp_path: Path) -> None:
    article = tmp_path / "convoy.txt"
    article.write_text(ARTICLE)

    # An empty window says how to begin; an article is dragged into it.
    window = desk.start(str(HERE / "open_and_tell.py"), str(told.path))
    empty = told.when(lambda now: now["lanes"] and now["parts"]["empty"], "the empty page did not come")
    desk.picture("empty")
    source = desk.start(str(HERE / "drag_source.py"), str(article), "1630", "500")
    assert source.stdout
    assert source.stdout.readline() == "ready\n"
    left, top, width, height = empty["parts"]["empty"]
    desk.drag((1730, 540), (left + width // 2, top + height // 2))
    assert source.stdout.readline() == "CopyAction\n"
    told.when(lambda now: now["parts"]["ask field"] and not now["busy"], "nobody asked for the date")
    asking = told.steady()  # what told of the import goes, and the bar moves up
    assert article.read_text() == ARTICLE
    (library,) = (desk.home / "Documents").rglob("*.dateline")
    convoy, siege = one_quoted(library, "attacked a convoy"), one_quoted(library, "besieged")
    assert event_row(library, convoy)[3] is None
    assert event_row(library, siege)[3] == "2015-03-01/.."
    desk.picture("asked-for-the-date")

    # The day is typed; what waited takes its place.
    desk.click(asking["parts"]["ask field"], into=0.3)
    desk.hand("type", "--delay", 20, "17 Dec 2016")
    desk.hand("key", "Return")
    until(lambda: event_row(library, convoy)[3] == "2016-12-16", "Friday did not become 16 December")
    assert rows(library, "SELECT published, published_basis FROM articles") == [("2016-12-17", "user")]
    talks = one_quoted(library, "held in Geneva")
    assert event_row(library, talks)[3:5] == ("2017-02-08", "planned")
    dated = told.when(lambda now: not now["parts"]["ask field"] and not now["busy"], "the bar stayed")
    desk.click(dated["parts"]["lanes"], into=0.9)
    desk.hand("key", "f")
    told.when(lambda now: now["events"][str(convoy)]["mark"], "the convoy has no mark")
    dated = told.steady()
    desk.picture("dated")

    # From the mark to the words, and from other words to their mark.
    desk.click(dated["events"][str(convoy)]["mark"], into=0.1)
    chosen = told.when(lambda now: now["chosen"] == convoy and now["highlighted"], "a click on the mark chose nothing")
    assert any("attacked a convoy" in words for words in chosen["highlighted"])
    desk.picture("mark-clicked")
    other = next(one for one in chosen["events"] if one != str(convoy) and chosen["events"][one]["words"])
    desk.click(chosen["events"][other]["words"])
    told.when(lambda now: now["chosen"] == int(other), "a click on the words chose nothing")
    desk.picture("words-clicked")

    # The title is changed, an event rejected and brought back.
    desk.click(told.now()["events"][str(convoy)]["words"])
    now = told.when(lambda now: now["chosen"] == convoy and now["parts"]["title"], "the panel shows no title")
    desk.click(now["parts"]["title"], into=0.2)
    desk.hand("key", "ctrl+a")
    desk.hand("type", "--delay", 20, NEW_TITLE)
    desk.hand("key", "Return")
    until(lambda: event_row(library, convoy)[2] == NEW_TITLE, "the title is not in the library")
    assert event_row(library, convoy)[5] == "edited"
    desk.picture("title-changed")
    desk.click(told.when(lambda now: now["buttons"].get("Reject"), "there is no Reject")["buttons"]["Reject"])
    until(lambda: event_row(library, convoy)[5] == "rejected", "the event was not rejected")
    told.when(lambda now: not now["events"][str(convoy)]["mark"], "the rejected event kept its mark")
    desk.picture("rejected")
    desk.hand("key", "ctrl+z")
    until(lambda: event_row(library, convoy)[5] == "edited", "the rejection was not taken back")
    told.when(lambda now: now["events"][str(convoy)]["mark"], "the event did not come back")

    look_around(desk, told)
    close(desk, window)

    # The library is sound, holds what was seen, and opens as it was.
    left_behind = rows(library, EVENTS)
    assert (convoy, "attack", NEW_TITLE, "2016-12-16", "happened", "edited") in left_behind
    checked = subprocess.run(
        [sys.executable, "-m", "app", "check", str(library)],
        cwd=ROOT, env=desk.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    again = desk.start("-m", "app", str(library))
    until(lambda: is_open(desk, library.stem), "the library was not opened again")
    close(desk, again)
    third = desk.start(str(HERE / "open_and_tell.py"), str(told.path), str(library))
    seen = told.when(lambda now: now["events"] and now["events"][str(convoy)]["mark"], "nothing is seen of it")
    assert seen["events"][str(convoy)]["title"] == NEW_TITLE
    desk.picture("opened-again")
    close(desk, third)
    assert rows(library, EVENTS) == left_behind
    assert not list(desk.home.rglob("dateline.log"))
    assert desk.errors() == ""


def look_around(desk: Desk, told: Told) -> None:
    """The wheel comes nearer to what is under the mouse, a drag moves along, F shows where the events are."""
    left, room = told.now()["lanes"]
    x, y = round(left + 0.7 * room), told.now()["parts"]["lanes"][1] + 20
    desk.hand("mousemove", x, y, "sleep", 0.1, "click", 1, "click", 5, "key", "f")
    before = told.steady()
    desk.hand("click", "--repeat", 3, "--delay", 60, 4)
    near = told.steady()
    assert length(near) < 0.75 * length(before)
    assert abs(time_at(near, x) - time_at(before, x)) < 0.01 * length(before), "not around the mouse"
    desk.drag((x, y), (x - 200, y))
    moved = told.steady()
    assert abs(time_at(moved, x - 200) - time_at(near, x)) < 0.02 * length(near), "not along with the hand"
    assert abs(length(moved) - length(near)) < 1e-6 * length(near)
    desk.picture("zoomed-and-moved")
    desk.hand("key", "f")
    assert told.steady()["span"] == before["span"]


def length(now: dict[str, Any]) -> float:
    return float(now["span"][1] - now["span"][0])


def time_at(now: dict[str, Any], x: int) -> float:
    left, room = now["lanes"]
    return float(now["span"][0] + (x - left) / room * length(now))


def is_open(desk: Desk, name: str) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--name", f"{name} – Dateline"]
    return subprocess.run(command, env=desk.environment, capture_output=True, check=False).returncode == 0


def close(desk: Desk, window: subprocess.Popen[str]) -> None:
    """As the user does, by the window manager."""
    desk.hand("search", "--sync", "--onlyvisible", "--name", "Dateline", "windowactivate", "--sync")
    desk.hand("key", "alt+F4")
    assert window.wait(30) == 0
