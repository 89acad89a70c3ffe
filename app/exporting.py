"""Exports from the window: what is wanted, where it goes, what came of it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.export.export import EXPORTERS, export_to
from app.export.picture import figure_of
from app.export_choices import Choices, packed, unpacked
from app.export_scope import Looked
from app.libraries import Libraries
from app.saving import may_replace
from app.session import Session
from storage.errors import CannotWrite, DatelineError
from widgets.export.choices import Format, Offer, Wanted
from widgets.export.dialog import ExportDialog
from widgets.export.handing import Carried, copied, drag
from widgets.export.printing import preview_print
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions
from widgets.notice import Notice
from widgets.timeline.spans import Span

FORMATS = tuple(
    Format(ending, told.name, told.told, told.figure, told.pages, told.dots, told.each is not None)
    for ending, told in EXPORTERS.items()
)


class Exporting:
    """One dialog after another; the choices of the last one are kept for the next."""

    def __init__(self, session: Session, libraries: Libraries, notice: Notice, window: QWidget) -> None:
        self._session, self._libraries, self._notice, self._window = session, libraries, notice, window
        self.dialog: ExportDialog | None = None
        self._dragged: tempfile.TemporaryDirectory[str] | None = None
        session.closing.connect(self._close)

    def ask(self, visible: Span | None) -> None:
        """Open the dialog; `visible` is the stretch of time in view."""
        library = self._session.library
        if library is None:
            return
        self._close()
        looked, today = Looked(self._session, library, visible), date.today()
        choices = unpacked(self._libraries.settings.export, EXPORTERS, today)
        options = replace(choices.options, lanes=self._session.lanes)
        folder = Path(self._libraries.settings.export_folder or library.path.parent)
        before = Wanted(choices.ending, folder / f"{library.name}{choices.ending}", options)
        offer = Offer(FORMATS, looked.scopes(), self._session.lanes, library.name, today)
        self._open(
            ExportDialog(offer, before, lambda wanted, breathe: figure_of(looked.job(wanted), breathe), self._window),
            looked,
        )

    def close(self) -> None:
        """The window closes: what was dragged out has been copied by whoever took it."""
        self._close()
        if self._dragged is not None:
            self._dragged.cleanup()
            self._dragged = None

    def _open(self, dialog: ExportDialog, looked: Looked) -> None:
        self.dialog = dialog
        dialog.save_requested.connect(lambda wanted: self._save(dialog, looked, wanted))
        dialog.copy_requested.connect(lambda figure, number: self._copy(dialog, figure, number))
        dialog.drag_requested.connect(lambda figure, number: self._drag(dialog, looked, figure, number))
        dialog.print_requested.connect(lambda figure: preview_print(figure, dialog))
        dialog.folder_requested.connect(lambda folder: self._choose_folder(dialog, folder))
        dialog.finished.connect(lambda _: self._forget(dialog))
        dialog.open()

    def _close(self) -> None:
        """A dialog must not outlive its library."""
        if self.dialog is not None:
            self.dialog.reject()

    def _forget(self, dialog: ExportDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _save(self, dialog: ExportDialog, looked: Looked, wanted: Wanted) -> None:
        if wanted.path.exists() and not may_replace(dialog, wanted.path):
            return
        try:
            with busy():
                self.write(wanted.path, wanted.options, looked)
        except DatelineError as reason:
            dialog.tell(str(reason))
            return
        self._remember(wanted)
        dialog.accept()
        folder = QUrl.fromLocalFile(str(wanted.path.parent))
        self._notice.say(
            f"“{wanted.path.name}” is in {wanted.path.parent}.",
            "Show the folder",
            lambda: QDesktopServices.openUrl(folder),
        )

    def write(self, path: Path, options: FigureOptions, looked: Looked) -> None:
        """Write a file of the format that its ending names; CannotWrite or WrongUse leave what stood there as it was."""
        export_to(looked.job(options), path)

    def _remember(self, wanted: Wanted) -> None:
        self._libraries.change_settings(
            export=packed(Choices(wanted.ending, wanted.options)), export_folder=str(wanted.path.parent)
        )

    def _choose_folder(self, dialog: ExportDialog, folder: Path) -> None:
        chosen = QFileDialog.getExistingDirectory(dialog, "Folder for the file", str(folder))
        if chosen:
            dialog.set_folder(Path(chosen))

    def _copy(self, dialog: ExportDialog, figure: Figure, number: int) -> None:
        try:
            with busy():
                QGuiApplication.clipboard().setMimeData(copied(figure, number))
        except DatelineError as reason:
            dialog.tell(str(reason))
        else:
            dialog.say("The figure is on the clipboard, as an image and as a drawing.")

    def _drag(self, dialog: ExportDialog, looked: Looked, figure: Figure, number: int) -> None:
        wanted = dialog.wanted()
        drag(dialog.preview, Carried(figure, number, lambda: self.dragged_file(dialog, looked, wanted)), figure, number)

    def dragged_file(self, dialog: ExportDialog, looked: Looked, wanted: Wanted) -> Path | None:
        """The file that is dropped somewhere, in a folder that nobody else can read; it goes when the program does."""
        try:
            if self._dragged is None:
                self._dragged = tempfile.TemporaryDirectory(prefix="dateline-")
            path = Path(self._dragged.name) / wanted.path.name
            export_to(looked.job(wanted.options), path)
        except OSError as trouble:
            reason = (trouble.strerror or "it does not take files").lower()
            dialog.tell(str(CannotWrite(f"The folder for temporary files could not be used: {reason}.")))
        except DatelineError as reason:
            dialog.tell(str(reason))
        else:
            return path
        return None


@contextmanager
def busy() -> Iterator[None]:
    """The pointer says that something takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
