"""The timeline as assistive technology sees it: a chart of lanes, each a list of events that can be chosen.

Qt asks these objects whenever a screen reader wants to know. There are as many as `heard` tells of, not one an event.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from widgets.timeline.hearing import Hearing
    from widgets.timeline.view import Timeline

Role, Text, Kind = QAccessible.Role, QAccessible.Text, QAccessible.InterfaceType
NOTHING = Shiboken.VoidPtr(0)
"""No such interface; PySide takes neither None nor 0 for it."""
PRESS, FOCUS, MENU = (
    QAccessibleActionInterface.pressAction(),
    QAccessibleActionInterface.setFocusAction(),
    QAccessibleActionInterface.showMenuAction(),
)


def state_of(**flags: bool) -> QAccessible.State:
    """States by Qt's names."""
    made = QAccessible.State()
    for name, holds in flags.items():
        setattr(made, name, int(holds))
    return made


class TimelineAccess(QAccessibleWidget):
    """The widget itself; before its parts come the lanes."""

    def __init__(self, timeline: "Timeline") -> None:
        super().__init__(timeline, Role.Chart)
        self._timeline = timeline

    @property
    def _lanes(self) -> list["LaneAccess"]:
        """None as long as the timeline is not put together, which Qt does not wait for."""
        hearing = self._timeline.listen(self)
        return hearing.lanes if hearing else []

    def childCount(self) -> int:
        """Lanes and parts."""
        return len(self._lanes) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt has null as well
        """A lane or a part."""
        lanes = self._lanes
        return lanes[index] if 0 <= index < len(lanes) else super().child(index - len(lanes))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a lane or a part."""
        lanes = self._lanes
        if isinstance(child, LaneAccess):
            return lanes.index(child) if child in lanes else -1
        place = super().indexOfChild(child)
        return place + len(lanes) if place >= 0 else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The event that is looked at, while the keys go to the timeline."""
        hearing = self._timeline.listen(self)
        found = hearing.event_access(self._timeline.selected) if hearing else None
        return found if found and self._timeline.hasFocus() else super().focusChild()


class Told(QAccessibleInterface):
    """What lanes and events have in common: they are no objects of Qt, and are told by words in a box."""

    def __init__(self, hearing: "Hearing", role: QAccessible.Role) -> None:
        super().__init__()
        self.hearing, self._role = hearing, role

    def isValid(self) -> bool:
        """As long as Qt knows it at all."""
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        """None."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """That of the timeline."""
        return self.hearing.timeline.window().windowHandle()

    def role(self) -> QAccessible.Role:
        """What it is."""
        return self._role

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Words are not changed here."""

    def childCount(self) -> int:
        """None."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """None."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It is none."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Whatever is at a place of the screen."""
        found = (self.child(place) for place in range(self.childCount()))
        return next((one for one in found if one is not None and one.rect().contains(x, y)), None)


class LaneAccess(Told):
    """A lane: a list of events, several of which can be chosen."""

    def __init__(self, hearing: "Hearing", key: str) -> None:
        super().__init__(hearing, Role.List)
        self.key, self._choice = key, Choice(self)
        self.events: list[EventAccess] = []

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return self.hearing.access

    def childCount(self) -> int:
        """Events that are told."""
        return len(self.events)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """An event."""
        return self.events[index] if 0 <= index < len(self.events) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an event."""
        return self.events.index(child) if child in self.events else -1

    def text(self, t: QAccessible.Text) -> str:
        """Its name and how many events it holds."""
        return self.hearing.lane_words(self.key) if t is Text.Name else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self.hearing.lane_box(self.key)

    def state(self) -> QAccessible.State:
        """Several events can be chosen."""
        return state_of(multiSelectable=True, extSelectable=True)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Choosing among its events."""
        return self._choice if t is Kind.SelectionInterface else NOTHING


class Choice(QAccessibleSelectionInterface):
    """Choosing in a lane, beside what is chosen in others."""

    def __init__(self, lane: LaneAccess) -> None:
        super().__init__()
        self._lane = lane

    def selectedItems(self) -> list[QAccessibleInterface]:
        """The chosen events of the lane."""
        return [one for one in self._lane.events if one.is_chosen]

    def selectedItemCount(self) -> int:
        """How many those are."""
        return len(self.selectedItems())

    def selectedItem(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One of those."""
        found = self.selectedItems()
        return found[index] if 0 <= index < len(found) else None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        """Whether an event is chosen."""
        return isinstance(child, EventAccess) and child.is_chosen

    def select(self, child: QAccessibleInterface) -> bool:
        """Choose an event besides the others."""
        return self._turn(child, False)

    def unselect(self, child: QAccessibleInterface) -> bool:
        """Let go of an event."""
        return self._turn(child, True)

    def _turn(self, child: QAccessibleInterface, chosen: bool) -> bool:
        if not isinstance(child, EventAccess):
            return False
        if child.is_chosen is chosen:
            self._lane.hearing.timeline.choosing.click(child.event, Qt.KeyboardModifier.ControlModifier)
        return True

    def selectAll(self) -> bool:
        """Choose all events that are told, besides those of other lanes."""
        self._lane.hearing.timeline.choosing.box([one.event for one in self._lane.events], add=True)
        return True

    def clear(self) -> bool:
        """Let go of all events of the lane."""
        for one in self.selectedItems():
            self.unselect(one)
        return True


class EventAccess(Told):
    """An event: what it is, when and where it was, who says so."""

    def __init__(self, hearing: "Hearing", lane: LaneAccess, event: int) -> None:
        super().__init__(hearing, Role.ListItem)
        self.event, self._lane, self._act = event, lane, Act(self)

    @property
    def is_chosen(self) -> bool:
        """Whether it is among the chosen events."""
        return self.event in self.hearing.timeline.lane_view.selection

    def parent(self) -> QAccessibleInterface:
        """Its lane."""
        return self._lane

    def text(self, t: QAccessible.Text) -> str:
        """All of it in one sentence."""
        return self.hearing.words(self.event) if t is Text.Name else ""

    def rect(self) -> QRect:
        """Where its mark is on the screen, empty for one without."""
        return self.hearing.event_box(self.event)

    def state(self) -> QAccessible.State:
        """Whether it is chosen, looked at, in view."""
        timeline = self.hearing.timeline
        looked_at = timeline.selected == self.event
        return state_of(
            selectable=True,
            focusable=True,
            selected=self.is_chosen,
            focused=looked_at and timeline.hasFocus(),
            offscreen=self.rect().isEmpty(),
        )

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """What can be done with it."""
        return self._act if t is Kind.ActionInterface else NOTHING


class Act(QAccessibleActionInterface):
    """What can be done with an event: choose it, which opens its source; go to it; its menu."""

    def __init__(self, access: EventAccess) -> None:
        super().__init__()
        self._access = access

    def actionNames(self) -> list[str]:
        """By Qt's names."""
        return list(self._acts())

    def doAction(self, name: str) -> None:
        """Do it."""
        self._acts().get(name, lambda: None)()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """None: arrows lead there."""
        return []

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {PRESS: self._choose, FOCUS: self._go_to, MENU: self._show_menu}

    def _choose(self) -> None:
        choosing = self._access.hearing.timeline.choosing
        choosing.click(self._access.event, Qt.KeyboardModifier.NoModifier, reveal=True)

    def _go_to(self) -> None:
        self._access.hearing.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose()

    def _show_menu(self) -> None:
        self._choose()
        timeline = self._access.hearing.timeline
        box = self._access.rect()
        at = box.center() if not box.isEmpty() else timeline.mapToGlobal(timeline.rect().center())
        timeline.menu_requested.emit(self._access.event, at)
