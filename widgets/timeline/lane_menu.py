"""The menus of the lanes: what can be done with one, and which hidden ones can be shown again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from widgets.plain import caption
from widgets.timeline.arranging import Arranging
from widgets.timeline.scene import LaneBox

MOST_NAMED = 30
"""More hidden lanes than that are only shown again together."""


def lane_menu(parent: QWidget, arranging: Arranging, box: LaneBox | None) -> QMenu:
    """For a lane, or for all of them; it deletes itself once it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    if box:
        _add_lane(menu, arranging, box)
        menu.addSeparator()
    if arranging.hidden:
        add_hidden(menu.addMenu("Show again"), arranging)
    _add(menu, "Reset lanes", arranging.reset, not arranging.arrangement.plain)
    return menu


def hidden_menu(parent: QWidget, arranging: Arranging) -> QMenu:
    """The hidden lanes, to be shown again; it deletes itself once it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    add_hidden(menu, arranging)
    menu.addSeparator()
    _add(menu, "Reset lanes", arranging.reset)
    return menu


def add_hidden(menu: QMenu, arranging: Arranging) -> None:
    """A line for each hidden lane, and one for all of them."""
    hidden = arranging.hidden
    for lane in hidden[:MOST_NAMED]:
        _add(menu, f"{lane.label}   {lane.total:,}", partial(arranging.show_again, [lane.key]))
    if len(hidden) > 1:
        menu.addSeparator()
        _add(menu, "All hidden lanes", arranging.show_all)


def _add_lane(menu: QMenu, arranging: Arranging, box: LaneBox) -> None:
    keys, key = arranging.keys, box.key
    toggle = "Give more of them a lane" if box.gathers else "Expand" if box.folded else "Collapse"
    _add(menu, toggle, partial(arranging.toggle, key), keys="Enter")
    _add(menu, "Collapse all others", partial(arranging.fold_others, key), len(keys) > 1)
    _add(menu, "Expand all", arranging.unfold_all, arranging.arrangement.folded)
    menu.addSeparator()
    _add(menu, "Move up", partial(arranging.step, key, -1), keys.index(key) > 0, "Alt+Up")
    _add(menu, "Move down", partial(arranging.step, key, 1), keys.index(key) < len(keys) - 1, "Alt+Down")
    _add(menu, "Hide", partial(arranging.hide, key), len(keys) > 1, "Del")


def _add(menu: QMenu, text: str, act: Callable[[], object], able: object = True, keys: str = "") -> None:
    """A line; `keys` only says which do the same."""
    made = menu.addAction(caption(text) + (f"\t{keys}" if keys else ""))
    made.triggered.connect(lambda: act())
    made.setEnabled(bool(able))
