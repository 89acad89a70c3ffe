"""Exports from the window: what is wanted, where it goes, what came of it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.export.export import EXPORTERS, export_to
from app.export.job import Export
from app.libraries import Libraries
from app.saving import ask_where
from app.session import Session
from storage.errors import DatelineError
from widgets.export_form import ExportForm, Format, Wanted
from widgets.figure.options import FigureOptions
from widgets.notice import Notice
from widgets.timeline.spans import Span


class Exporting:
    """One export after another; the answers of the last one are kept for the next."""

    def __init__(self, session: Session, libraries: Libraries, notice: Notice, window: QWidget) -> None:
        self._session, self._libraries, self._notice, self._window = session, libraries, notice, window
        self._wanted = Wanted(".png", visible_only=False, theme="light", width=1600)

    def ask(self, visible: Span | None) -> None:
        """Ask what and where, then write it; `visible` is the stretch of time in view."""
        library = self._session.library
        if library is None:
            return
        formats = [Format(ending, told.name, told.figure) for ending, told in EXPORTERS.items()]
        form = ExportForm(formats, self._wanted, self._window)
        if form.exec() != ExportForm.DialogCode.Accepted:
            return
        self._wanted = wanted = form.wanted()
        proposed = (
            Path(self._libraries.settings.export_folder or library.path.parent) / f"{library.name}{wanted.ending}"
        )
        pattern = f"{EXPORTERS[wanted.ending].name} (*{wanted.ending})"
        path = ask_where(self._window, "Export", proposed, pattern, wanted.ending, EXPORTERS)
        if path is not None:
            self.write(path, wanted, visible if wanted.visible_only else None)

    def write(self, path: Path, wanted: Wanted, span: Span | None) -> None:
        """Write what is let through by the filters, in the lanes of the window."""
        library, filters = self._session.library, self._session.filters
        if library is None:
            return
        if span is not None:
            filters = filters.narrowed(span.start, span.end)
        ids = library.select(**filters.restrictions())
        job = Export(
            library=library,
            events=[int(one) for one in ids],
            first=filters.first,
            last=filters.last,
            figure=FigureOptions(lanes=self._session.lanes, width=wanted.width, look=wanted.theme),
            day_zero=self._session.day_zero,
            arrangement=self._session.arrangement,
        )
        try:
            export_to(job, path)
        except DatelineError as reason:
            self._notice.tell(str(reason))
            return
        self._libraries.change_settings(export_folder=str(path.parent))
        folder = QUrl.fromLocalFile(str(path.parent))
        self._notice.say(
            f"“{path.name}” is in {path.parent}.", "Show the folder", lambda: QDesktopServices.openUrl(folder)
        )
