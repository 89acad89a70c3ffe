"""What a screen reader knows of the window, by AT-SPI: `listen.py WORD [ROLE NAME]`, as JSON.

For the Python of the system, which has pyatspi. Words: `tree` is all that is shown; `select`, `press` and `focus` do
that with the first thing of a role whose name begins so; `focused` are events of the timeline that have the focus.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi

FEW = 20
"""Of a table so many cells are told: it has one for each event and column."""
STATES = ("showing", "focusable", "focused", "selected", "checked", "editable", "expandable", "expanded", "enabled")


def window() -> Any:
    """The program's part of the desktop."""
    found = [one for one in pyatspi.Registry.getDesktop(0) if one and one.name == "Dateline"]
    return found[0] if found else None


def states(one: Any) -> list[str]:
    held = {state.value_nick for state in one.getState().getStates()}
    return [state for state in STATES if state in held]


def children(one: Any) -> Iterator[Any]:
    count = one.childCount if one.getRoleName() != "table" else min(one.childCount, FEW)
    for place in range(count):
        child = one[place]
        if child is not None:
            yield child


def tree(one: Any) -> dict[str, Any]:
    """Only what is seen: hidden pages have parts as well."""
    seen = (child for child in children(one) if one.getRoleName() == "application" or "showing" in states(child))
    return {
        "role": one.getRoleName(),
        "name": one.name,
        "description": one.description,
        "states": states(one),
        "children": [tree(child) for child in seen],
    }


def everything(one: Any) -> Iterator[Any]:
    yield one
    for child in children(one):
        yield from everything(child)


def find(role: str, name: str) -> Any:
    return next(one for one in everything(window()) if one.getRoleName() == role and one.name.startswith(name))


def select(one: Any) -> bool:
    return bool(one.parent.querySelection().selectChild(one.getIndexInParent()))


def press(one: Any) -> bool:
    acts = one.queryAction()
    names = [acts.getName(place) for place in range(acts.nActions)]
    return bool(acts.doAction(names.index("Press")))


def focus(one: Any) -> bool:
    return bool(one.queryComponent().grabFocus())


def focused() -> list[str]:
    items = (one for one in everything(find("chart", "")) if one.getRoleName() == "list item")
    return [one.name for one in items if "focused" in states(one)]


def main(word: str, *rest: str) -> Any:
    if window() is None:
        return None
    if word == "tree":
        return tree(window())
    if word == "focused":
        return focused()
    found = find(*rest)
    acts = {"select": select, "press": press, "focus": focus, "states": states}
    return {"name": found.name, "done": acts[word](found)}


print(json.dumps(main(*sys.argv[1:])))
