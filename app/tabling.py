"""The event table between session and user: it shows what the timeline shows, chooses in it, copies from it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication

from app.editing import Editing
from app.importing import counted
from app.menus import Entry, Group
from app.session import Session
from app.showing import shown_rows
from app.table_order import TableOrder
from widgets.notice import Notice
from widgets.paged import Paged
from widgets.table.columns import COLUMNS
from widgets.table.view import EventTable

MOST_COPIED = 20_000
"""So many rows go to the clipboard at most; more are a task for an export."""


class Tabling(QObject):
    """Fills the table while it is seen, and not otherwise."""

    def __init__(self, session: Session, editing: Editing, table: EventTable, notice: Notice) -> None:
        super().__init__(table)
        self._session, self._editing, self._table, self._notice = session, editing, table, notice
        self._order, self._seen = TableOrder(), False
        self._hint: Callable[[], str] = str
        session.changed.connect(self._order.told)
        session.filtered.connect(self.refresh)
        session.selected.connect(lambda: self._select(reveal=True))
        session.selection_changed.connect(lambda: self._select(reveal=False))
        table.events_chosen.connect(session.select_several)
        table.left.connect(lambda: session.select(None))
        table.sort_changed.connect(lambda: self.refresh())
        table.reject_requested.connect(self.reject)
        table.copy_requested.connect(self.copy)

    def set_hint_source(self, hint: Callable[[], str]) -> None:
        """What is said where there is no event to show."""
        self._hint = hint

    def see(self, seen: bool) -> None:
        """The table is in the window now, or no longer."""
        self._seen = seen
        self.refresh()
        self._select(reveal=True)

    def refresh(self) -> None:
        """All rows anew, as library, filters and the order that is wanted are now."""
        library, passed = self._session.library, self._session.let_through()
        if not self._seen or library is None or passed is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # a million titles take three seconds
        try:
            rows = self._order.rows(library, passed.mask, *self._table.sort)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._table.set_hint(self._hint())
        self._table.set_rows(Paged(passed.catalogue.events.ids[rows], lambda ids: shown_rows(library, ids)))
        self._select(reveal=False)

    def _select(self, reveal: bool) -> None:
        if self._seen:
            self._table.select(self._session.chosen, self._session.selection, reveal)

    def reject(self) -> None:
        """Reject what is chosen; the event below is looked at then."""
        following, rejected = self._table.after_chosen(), self._session.selection
        if rejected:
            self._editing.reject()
            self._session.select(following)

    def copy(self) -> None:
        """The chosen events in the order of the table, as the same table that an export writes."""
        library, ids = self._session.library, self._table.chosen_events()
        if library is None or not ids:
            return
        if len(ids) > MOST_COPIED:
            self._notice.tell(f"{len(ids):,} events are too many to copy. Export them instead.")
            return
        from app.export.records import of_events
        from app.export.to_csv import table

        words = table(of_events(library, ids))
        made = QMimeData()
        made.setText(words)
        made.setData("text/csv", words.encode())
        QGuiApplication.clipboard().setMimeData(made)
        self._notice.say(f"{counted(len(ids), 'event')} copied as a table.")

    def of_table(self) -> Group:
        """Lines of a menu that are about the table itself."""
        return (Entry("Copy as a table", self.copy), Entry("Sort by", inside=self._sorts))

    def _sorts(self) -> Sequence[Entry]:
        by, _ = self._table.sort
        return [
            Entry(column.head, lambda key=column.key: self._table.sort_by(key), checked=column.key == by)  # type: ignore[misc]
            for column in COLUMNS
        ]
