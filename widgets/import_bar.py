"""The line that shows how far an import is, what is read now, and how to stop it."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from widgets.pieces import button, ground, label
from widgets.plain import tip

NAME_WIDTH = 420
KNOWN_AFTER = 3.0
"""Seconds after which it can be told how long an import will take."""


class ImportBar(QFrame):
    """`set_progress` fills it; after Cancel it says that the file at hand is still finished."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setProperty("edge", "bottom")
        self._count = label("", weight="strong")
        self._name, self._pace = label("", "secondary"), label("", "secondary")
        self._since = QElapsedTimer()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Import")
        self._cancel = button("Cancel", "line")
        self._cancel.clicked.connect(self._stop)
        column = QVBoxLayout()
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._count)
        row.addWidget(self._name, 1)
        row.addWidget(self._pace)
        column.addLayout(row)
        column.addWidget(self._bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 8, 16, 8)
        whole.setSpacing(16)
        whole.addLayout(column, 1)
        whole.addWidget(self._cancel)

    def set_progress(self, done: int, total: int, name: str = "") -> None:
        """`done` of `total` inputs are finished; `total` 0 means that their number is not known yet."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} of {total:,}" if total else "Looking for articles")
        self._pace.setText(pace(done, total, self._since.elapsed() / 1000) if self._since.isValid() else "")
        self._name.setText(self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
        self._name.setToolTip(tip(name))

    def start(self) -> None:
        """A new import begins."""
        self._cancel.setEnabled(True)
        self._cancel.setText("Cancel")
        self._since.start()
        self.set_progress(0, 0)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText("Stopping…")
        self.cancel_requested.emit()


def pace(done: int, total: int, seconds: float) -> str:
    """ "12 a second · about 3 min left"; nothing as long as too little is known."""
    if seconds < KNOWN_AFTER or not 0 < done < total:
        return ""
    rate = done / seconds
    told = f"{rate:,.0f} a second" if rate >= 1.5 else f"{rate * 60:,.0f} a minute"
    return f"{told} · {_left((total - done) / rate)} left"


def _left(seconds: float) -> str:
    if seconds < 100:
        return f"about {max(5, round(seconds / 5) * 5)} s"
    minutes = round(seconds / 60)
    return f"about {minutes} min" if minutes < 90 else f"about {round(minutes / 60)} h"
