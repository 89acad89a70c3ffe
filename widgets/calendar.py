"""A month to point at a day in, dressed like the rest of the window."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from widgets.current import current_theme
from widgets.fonts import font
from widgets.icons import set_icon


class Calendar(QCalendarWidget):
    """Weeks begin on Monday; weekends look like other days."""

    def __init__(self, day: QDate | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("label"))
        self.setLocale(QLocale(QLocale.Language.English))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if day is not None:
            self.setSelectedDate(day)
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(theme.text.primary))
        head.setForeground(QColor(theme.text.tertiary))
        head.setBackground(QColor(theme.surface.raised))
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, plain)
        self.setHeaderTextFormat(head)
        for name, icon in (("qt_calendar_prevmonth", "chevron_left"), ("qt_calendar_nextmonth", "chevron_right")):
            found = self.findChild(QToolButton, name)
            if found is not None:
                set_icon(found, icon)
