"""What assistive technology knows of a timeline now, and what it is told when that changes."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from shiboken6 import Shiboken

from widgets.timeline.access import EventAccess, LaneAccess, TimelineAccess, Told, state_of
from widgets.timeline.heard import HeardLane, heard

if TYPE_CHECKING:
    from widgets.timeline.view import Timeline

Happening = QAccessible.Event
Spoken = Callable[[Sequence[int]], dict[int, str]]
"""The sentences that tell of events, by id."""
LATER_MS = 150
"""While one pans or zooms nothing is told; so long after, what has come into view."""


class Hearing(QObject):
    """Holds the lanes and events that are told. They change only between two questions, never while one is answered."""

    def __init__(self, timeline: "Timeline", access: TimelineAccess) -> None:
        super().__init__(timeline)
        self.timeline, self.access = timeline, access
        self.lanes: list[LaneAccess] = []
        self._heard: dict[str, HeardLane] = {}
        self._events: dict[int, EventAccess] = {}
        self._words: dict[int, str] = {}
        self._chosen, self._looked_at = timeline.lane_view.selection, timeline.selected
        self._registered: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.listen)
        timeline.lane_view.scene_changed.connect(self._later.start)
        timeline.lane_view.span_changed.connect(self._later.start)
        timeline.choosing.shown.connect(self._later.start)
        timeline.destroyed.connect(partial(_forget, self._registered))
        self.listen()

    # ---- what is asked ----

    def event_access(self, event: int | None) -> EventAccess | None:
        """An event, if it is told."""
        return None if event is None else self._events.get(event)

    def lane_words(self, key: str) -> str:
        """The name of a lane with its counts."""
        return self._heard[key].words if key in self._heard else ""

    def words(self, event: int) -> str:
        """The sentence of an event; its neighbours are asked for with it."""
        if event not in self._words:
            lane = next((one for one in self._heard.values() if event in one.ids), None)
            self._words.update(self._spoken(lane.ids if lane else (event,)))
        return self._words.get(event, "")

    def _spoken(self, ids: Sequence[int]) -> dict[int, str]:
        source: Spoken = self.timeline.spoken_source or self.timeline.lane_view.titles_of
        return source(ids)

    def lane_box(self, key: str) -> QRect:
        """Where on the screen what is seen of a lane is."""
        view = self.timeline.lane_view
        box = next((one for one in view.lanes.lanes if one.key == key), None)
        if box is None:
            return QRect()
        top = view.sizes.axis + box.top - view.scrolled
        made = QRect(0, round(top), view.width(), round(box.height))
        seen = made.intersected(view.rect().adjusted(0, int(view.sizes.axis), 0, 0))
        return QRect(view.mapToGlobal(seen.topLeft()), seen.size())

    def event_box(self, event: int) -> QRect:
        """Where on the screen what is seen of an event's mark is."""
        view = self.timeline.lane_view
        box, sizes = view.box_of(event), view.sizes
        seen = view.rect().adjusted(int(sizes.header), int(sizes.axis), 0, 0).intersected(box) if box else QRect()
        return QRect(view.mapToGlobal(seen.topLeft()), seen.size()) if not seen.isEmpty() else QRect()

    # ---- what is told ----

    def listen(self) -> None:
        """See what is in view now, and tell what came, went, was chosen or is called otherwise."""
        self._later.stop()
        view = self.timeline.lane_view
        told = heard(view.index, view.span.start, view.span.end, view.selection)
        lanes = {lane.key: lane for lane in self.lanes}
        wanted = {one.key for one in told}
        gone: list[Told] = [lane for key, lane in lanes.items() if key not in wanted]
        came: list[Told] = [lanes.setdefault(key, LaneAccess(self, key)) for key in wanted if key not in lanes]
        renamed = [lanes[one.key] for one in told if self.lane_words(one.key) not in ("", one.words)]
        self._heard = {one.key: one for one in told}
        self.lanes = [lanes[one.key] for one in told]
        before, self._events = self._events, {}
        for one in told:
            for event in one.ids:
                access = before.get(event)
                if access is None or access.parent() is not lanes[one.key]:
                    access = EventAccess(self, lanes[one.key], event)
                    came.append(access)
                self._events[event] = access
            lanes[one.key].events = [self._events[event] for event in one.ids]
        gone += [access for event, access in before.items() if self._events.get(event) is not access]
        self._tell(came, gone, [*renamed, *self._newly_said()])
        self._tell_choice()

    def _newly_said(self) -> list[EventAccess]:
        """Events whose sentence is another one now; those that nobody asked about are not asked for."""
        known = {event: said for event, said in self._words.items() if event in self._events}
        self._words = self._spoken(list(known)) if known else {}
        return [self._events[event] for event, said in self._words.items() if known.get(event) != said]

    def _tell(self, came: Iterable[Told], gone: Iterable[Told], renamed: Iterable[Told]) -> None:
        for access in came:
            number = QAccessible.registerAccessibleInterface(access)
            _told[number] = access
            self._registered.add(number)
            self._say(Happening.ObjectCreated, access)
        for access in renamed:
            self._say(Happening.NameChanged, access)
        for access in gone:
            self._say(Happening.ObjectDestroyed, access)
            number = QAccessible.uniqueId(access)
            self._registered.discard(number)
            _delete(number)

    def _tell_choice(self) -> None:
        """Which events are chosen now, or no longer, and which one is looked at."""
        chosen, looked_at = self.timeline.lane_view.selection, self.timeline.selected
        changed = state_of(selected=True)
        for event, access in self._events.items():
            if (event in chosen) != (event in self._chosen):
                QAccessible.updateAccessibility(QAccessibleStateChangeEvent(access, changed))
                self._say(Happening.SelectionAdd if event in chosen else Happening.SelectionRemove, access)
        focus = self.event_access(looked_at)
        if focus is not None and looked_at != self._looked_at and self.timeline.hasFocus():
            self._say(Happening.Focus, focus)
        self._chosen, self._looked_at = chosen, looked_at

    def _say(self, what: QAccessible.Event, access: QAccessibleInterface) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(access, what))


def _forget(registered: set[int]) -> None:
    """The timeline is gone, and with it what was told of it."""
    for number in registered:
        _delete(number)
    registered.clear()


def _delete(number: int) -> None:
    QAccessible.deleteAccessibleInterface(number)
    _told.pop(number, None)


def _access_for(_name: str, found: QObject | None) -> QAccessibleInterface | None:
    from widgets.timeline.view import Timeline

    if not isinstance(found, Timeline):
        return None
    _charts[:] = [one for one in _charts if Shiboken.isValid(one)]
    _charts.append(TimelineAccess(found))
    return _charts[-1]


_charts: list[TimelineAccess] = []
"""Qt deletes what it was given, with its widget. Until then nobody else may, as Python would with the last reference."""
_told: dict[int, Told] = {}
"""Lanes and events by their numbers with Qt, for the same reason."""


def let_be_heard() -> None:
    """From now on Qt asks here for what it tells assistive technology of a timeline; once is enough."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_access_for)


_installed: list[bool] = []
