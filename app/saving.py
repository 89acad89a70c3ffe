"""Asking for the name of a file to be written: its ending is right, and nothing is replaced without a question."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_where(
    window: QWidget, title: str, proposed: Path, pattern: str, ending: str, allowed: Collection[str] = ()
) -> Path | None:
    """The path that the user wants; one without `ending`, or another that is allowed, gets it. None if given up."""
    while True:
        chosen, _ = QFileDialog.getSaveFileName(window, title, str(proposed), pattern)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in {ending, *allowed}:
            return path  # the dialog has asked whether it may be replaced
        proposed = path.with_name(path.name + ending)
        if not proposed.exists() or may_replace(window, proposed):
            return proposed


def may_replace(window: QWidget, path: Path) -> bool:
    """Ask whether what stands under a name is no longer wanted; no is proposed."""
    buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    words = f"“{path.name}” is there already. Replace it?"
    asked = QMessageBox.question(window, "Dateline", words, buttons, QMessageBox.StandardButton.No)
    return asked == QMessageBox.StandardButton.Yes
