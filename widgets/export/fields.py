"""The parts that the groups of the export dialog are made of: rows with a name, ticks, numbers, and reasons."""

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from widgets.check_list import BOX, paint_box, paint_focus
from widgets.current import current_theme, faded
from widgets.event_form import Choice
from widgets.fonts import font
from widgets.icons import paint_icon
from widgets.pieces import label
from widgets.plain import tip

NAMES = 96
"""The width of the names before the fields."""


class Tick(QCheckBox):
    """A box with its tick as in the lists of filters."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(font("interface"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 10 if self.text() else 0
        return QSize(BOX + 4 + wide, 26)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Anywhere on it."""
        return self.isEnabled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the theme's colours; pale where it cannot be used."""
        theme, painter, middle = current_theme(), QPainter(self), self.height() / 2
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        paint_box(painter, QPointF(BOX / 2 + 1, middle), self.isChecked())
        painter.setOpacity(1.0)
        ink = QColor(theme.text.primary) if self.isEnabled() else faded(theme.text.primary, theme.surface.window)
        painter.setPen(ink)
        painter.drawText(self.rect().adjusted(BOX + 9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            wide = self.width() if self.text() else BOX + 4
            paint_focus(painter, QRectF(-2, 1, wide + 4, self.height() - 2))


class Pick(Choice):
    """One of several words."""

    def __init__(self, choices: dict[str, str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font("interface"))
        for key, words in choices.items():
            self.addItem(words, key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A field that nobody is in is scrolled past, not changed."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def key(self) -> str:
        """Which one."""
        return str(self.currentData())

    def pick(self, key: str) -> None:
        """Another one; the first where there is none such."""
        self.setCurrentIndex(max(0, self.findData(key)))


class Number(QSpinBox):
    """A number, written as everywhere in the window whatever language the system speaks."""

    def __init__(self, least: int, most: int, step: int = 1, suffix: str = "", special: str = "") -> None:
        super().__init__(minimum=least, maximum=most, singleStep=step, suffix=suffix)
        self.setSpecialValueText(special)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setLocale(QLocale(QLocale.Language.English))
        self.setGroupSeparatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font("interface"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As above."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As styled, and two chevrons."""
        super().paintEvent(event)
        theme, painter = current_theme(), QPainter(self)
        ink = QColor(theme.text.secondary) if self.isEnabled() else faded(theme.text.secondary, theme.surface.window)
        for name, y in (("chevron_up", -4.5), ("chevron_down", 4.5)):
            paint_icon(painter, name, QPointF(self.width() - 13, self.height() / 2 + y), ink, 12)


class Row:
    """A field with its name, and room below for the reason why it cannot be used."""

    def __init__(self, name: QLabel, part: QWidget, reason: QLabel) -> None:
        self.name, self.part, self._reason = name, part, reason

    def show(self, shown: bool) -> None:
        """Let it be there or not."""
        self.name.setVisible(shown)
        self.part.setVisible(shown)
        self._reason.setVisible(shown and bool(self._reason.text()))

    def refuse(self, reason: str, told: bool = True) -> None:
        """Switch it off for a reason, or on again where there is none; the reason need not be `told` below it."""
        self.name.setEnabled(not reason)
        self.part.setEnabled(not reason)
        self.part.setToolTip(tip(reason))
        self.part.setAccessibleDescription(reason)
        self._reason.setText(reason if told else "")
        self._reason.setVisible(bool(reason) and told and not self.part.isHidden())


class Group(QWidget):
    """Fields that belong together, under a name; `changed` says that one of them was changed by the user or anew."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnMinimumWidth(0, NAMES)
        self.grid.setColumnStretch(1, 1)
        head = label(name, "tertiary", "caption", "strong")
        head.setFixedHeight(24)
        self.grid.addWidget(head, 0, 0, 1, 2)

    def add(self, name: str, part: QWidget) -> Row:
        """A row with a name that leads to the field."""
        place = self.grid.rowCount()
        named, reason = label(name, "secondary"), label("", "tertiary", "small", wrap=True)
        named.setBuddy(part)
        named.setFixedHeight(30)
        if not part.accessibleName():
            part.setAccessibleName(name)
        reason.hide()
        self.grid.addWidget(named, place, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(part, place, 1)
        self.grid.addWidget(reason, place + 1, 1)
        return Row(named, part, reason)

    def add_wide(self, part: QWidget) -> Row:
        """A row that names itself."""
        place = self.grid.rowCount()
        reason = label("", "tertiary", "small", wrap=True)
        reason.hide()
        self.grid.addWidget(part, place, 0, 1, 2)
        self.grid.addWidget(reason, place + 1, 0, 1, 2)
        return Row(label(), part, reason)


def line(placeholder: str = "") -> QLineEdit:
    """A field for words; what is dropped is not meant for it."""
    made = QLineEdit(placeholderText=placeholder)
    made.setFont(font("interface"))
    made.setAcceptDrops(False)
    return made
