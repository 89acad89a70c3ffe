"""The looks of the application: a theme becomes a palette, a style sheet and the colours that widgets paint with."""

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources.themes import Theme, theme
from widgets.current import NAME, current_theme, faded
from widgets.fonts import font
from widgets.icons import refresh_icons
from widgets.style_sheet import style_sheet

__all__ = ["apply_theme", "current_theme", "finish_theme", "palette", "prepare_theme", "restyle", "system_theme"]


def system_theme() -> Theme:
    """Light or dark, as the desktop says."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme("dark" if dark else "light")


def apply_theme(application: QApplication, chosen: Theme) -> None:
    """Dress the application and every widget that is already there."""
    prepare_theme(application, chosen)
    finish_theme(application, chosen)
    refresh_icons(every_widget(application))


def prepare_theme(application: QApplication, chosen: Theme) -> None:
    """What widgets ask for while they are made: fonts and colours. `finish_theme` is for when all of them are there."""
    application.setProperty(NAME, chosen.name)
    application.setStyle("Fusion")
    application.setFont(font("interface"))
    application.setPalette(palette(chosen))


def finish_theme(application: QApplication, chosen: Theme) -> None:
    """The style sheet: where it comes first, Qt goes through it anew whenever a widget is put into another."""
    application.setStyleSheet(style_sheet(chosen))


def every_widget(application: QApplication) -> list[QWidget]:
    """All widgets there are. Garbage waits meanwhile: if it held some of them, the rest of the list would point to nothing."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return application.allWidgets()
    finally:
        if collects:
            gc.enable()


def palette(chosen: Theme) -> QPalette:
    """For what no style sheet reaches: menus of the platform, dialogs of files, selected text."""
    role, made = QPalette.ColorRole, QPalette()
    told = {
        role.Window: chosen.surface.window,
        role.WindowText: chosen.text.primary,
        role.Base: chosen.surface.raised,
        role.AlternateBase: chosen.surface.window,
        role.Text: chosen.text.primary,
        role.PlaceholderText: chosen.text.tertiary,
        role.Button: chosen.surface.raised,
        role.ButtonText: chosen.text.primary,
        role.BrightText: chosen.text.on_accent,
        role.ToolTipBase: chosen.surface.raised,
        role.ToolTipText: chosen.text.primary,
        role.Highlight: chosen.accent.tint,
        role.HighlightedText: chosen.text.primary,
        role.Link: chosen.accent.base,
        role.Accent: chosen.accent.base,
        role.Light: chosen.surface.raised,
        role.Midlight: chosen.border.hairline,
        role.Mid: chosen.border.line,
        role.Dark: chosen.border.strong,
        role.Shadow: chosen.border.strong,
    }
    for name, text in told.items():
        made.setColor(name, QColor(text))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, faded(chosen.text.primary, chosen.surface.window))
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
