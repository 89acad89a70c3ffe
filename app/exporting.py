"""Exports from the window: what is wanted, where it goes, what came of it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.export.export import EXPORTERS, export_to, page_path
from app.export.picture import figure_of
from app.export_choices import Choices, packed, unpacked
from app.export_scope import Looked
from app.importing import counted
from app.libraries import Libraries
from app.saving import may_replace
from app.session import Session
from storage.errors import CannotWrite, DatelineError
from widgets.export.choices import Format, Offer, Wanted
from widgets.export.dialog import ExportDialog
from widgets.export.handing import Carried, copied, drag
from widgets.export.printing import preview_print
from widgets.figure.figure import Figure
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
        if any(path.exists() and not may_replace(dialog, path) for path in _paths(dialog, wanted)):
            return
        try:
            with busy():
                paths = export_to(looked.job(wanted.options), wanted.path)
        except DatelineError as reason:
            dialog.tell(str(reason))
            return
        self._remember(wanted)
        dialog.accept()
        self._tell(paths)

    def _tell(self, paths: Sequence[Path]) -> None:
        first, folder = paths[0], QUrl.fromLocalFile(str(paths[0].parent))
        rest = f" and {counted(len(paths) - 1, 'further page')} are" if len(paths) > 1 else " is"
        self._notice.say(
            f"“{first.name}”{rest} in {first.parent}.", "Show the folder", lambda: QDesktopServices.openUrl(folder)
        )

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
        carried = Carried(figure, number, lambda: self.dragged_files(looked, wanted), dialog.tell)
        drag(dialog.preview, carried, figure, number)

    def dragged_files(self, looked: Looked, wanted: Wanted) -> list[Path]:
        """What is dropped somewhere, in a folder that nobody else can read; it goes when the program does."""
        try:
            self._dragged = self._dragged or tempfile.TemporaryDirectory(prefix="dateline-")
        except OSError as trouble:
            reason = (trouble.strerror or "it does not take files").lower()
            raise CannotWrite(f"The folder for temporary files could not be used: {reason}.") from trouble
        return export_to(looked.job(wanted.options), Path(self._dragged.name) / wanted.path.name)


def _paths(dialog: ExportDialog, wanted: Wanted) -> list[Path]:
    """The files that are about to be written, as far as the preview tells."""
    figure = dialog.figure()
    apart = EXPORTERS[wanted.ending].each is not None and figure is not None
    return [page_path(wanted.path, number) for number in range(len(figure.pages) if apart and figure else 1)]


@contextmanager
def busy() -> Iterator[None]:
    """The pointer says that something takes its time."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
