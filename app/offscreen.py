"""Qt for figures alone: no window, no display, no user settings."""

import os


def prepare_for_figures() -> None:
    """Start Qt's drawing without a display, once; where an application runs already it is used as it is."""
    from PySide6.QtGui import QGuiApplication

    from widgets.fonts import add_fonts

    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication(["dateline"])
        application.setApplicationName("dateline")
        add_fonts()
        _kept.append(application)


_kept: list[object] = []
"""Qt ends with its application, and Python would let it go."""
