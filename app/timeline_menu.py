"""The menus of the timeline: what can be done with the events that are chosen, and with the time in view."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.importing import counted
from app.menus import Entry, Group, fill
from app.showing_several import copied
from storage.model import Review
from widgets.timeline.spans import Span, in_whole_days

if TYPE_CHECKING:
    from app.window import Window
    from widgets.timeline.view import Timeline

MOST_COPIED = 1000
"""So many events are copied as text at most; more are a task for an export."""


class TimelineMenu:
    """Connects the timeline's wishes that concern the library: menus, copying, day zero, a time to look at alone."""

    def __init__(self, window: "Window", timeline: "Timeline") -> None:
        self._window, self._timeline = window, timeline
        timeline.menu_requested.connect(self.show)
        timeline.copy_requested.connect(self.copy)
        for part in (timeline, window.panel, window.table):
            part.day_zero_requested.connect(self.align)
        timeline.day_zero_left.connect(lambda: window.session.set_day_zero(None))
        timeline.time_chosen.connect(lambda first, last: self.only(Span(first, last)))
        window.sidebar.time.visible_requested.connect(self.only_visible)
        timeline.time_freed.connect(lambda: window.sidebar.set_time(None, None))

    def show(self, event: int | None, at: QPoint, *further: Group) -> None:
        """For an event that is chosen, or for the time; then whatever else the place knows."""
        menu = QMenu(self._timeline)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, self._window, (*(self.of_event(event) if event is not None else self.of_time()), *further))
        menu.popup(at)

    def of_event(self, event: int) -> tuple[Group, ...]:
        """What can be done with the chosen events, one of which is under the mouse."""
        window, editing, timeline = self._window, self._window.editing, self._timeline
        several, found = window.panel.shown_several, window.session.event_of(event)
        all_of = f" all {len(several):,}" if several else ""
        is_zero = window.session.day_zero == event
        rejected = window.panel.decisions.restores
        confirmed = found is not None and not several and found.review is Review.CONFIRMED
        return (
            (
                Entry("Open the source", lambda: timeline.event_activated.emit(event)),
                Entry("Zoom to it", lambda: timeline.moving.come_near(event)),
                Entry("Count days by the calendar" if is_zero else "Count days from it", self.align_or_leave(event)),
            ),
            (
                Entry(f"Restore{all_of}", editing.restore)
                if rejected
                else Entry(f"Confirm{all_of}", None if confirmed else editing.confirm),
                Entry(f"Reject{all_of}", None if rejected else editing.reject),
            ),
            (Entry("Copy as text", self.copy),),
        )

    def of_time(self) -> tuple[Group, ...]:
        """What can be done with the time in view."""
        window, timeline = self._window, self._timeline
        session = window.session
        timed, zero = session.filters.timed, session.day_zero is not None
        return (
            (
                Entry("Show all events", timeline.fit),
                Entry("Only the time in view", self.only_visible),
                Entry("All times", (lambda: window.sidebar.set_time(None, None)) if timed else None),
            ),
            (
                Entry("Choose all events", timeline.choosing.everything),
                Entry("Count days by the calendar", (lambda: session.set_day_zero(None)) if zero else None),
            ),
            (Entry("Export…", window.commands.export),),
        )

    def align_or_leave(self, event: int) -> Callable[[], None]:
        """What counts days from an event, or by the calendar again if they are counted from it."""
        session = self._window.session
        return lambda: session.set_day_zero(None if session.day_zero == event else event)

    def align(self) -> None:
        """Count days from the event that is looked at; if they are, or if there is none, by the calendar again."""
        session = self._window.session
        session.set_day_zero(None if session.chosen == session.day_zero else session.chosen)

    def only(self, span: Span) -> None:
        """Let only events of that time through, whole days of it where it is longer than a day."""
        days = in_whole_days(span)
        self._window.sidebar.set_time(days.start, days.end)

    def only_visible(self) -> None:
        """Let only events through that have a moment in view."""
        self.only(self._timeline.visible_span)

    def copy(self) -> None:
        """The chosen events with their sources, as text."""
        session, notice = self._window.session, self._window.notice
        events = session.selection
        if session.library is None or not events:
            return
        if len(events) > MOST_COPIED:
            notice.tell(f"{len(events):,} events are too many to copy as text. Export them instead.")
            return
        QGuiApplication.clipboard().setText(copied(session.library, events))
        notice.say(f"{counted(len(events), 'event')} copied with their sources.")
