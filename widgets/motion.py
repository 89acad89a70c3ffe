"""Whether what moves on the screen may be seen moving: not where the system asks for less motion, nor without a screen."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from widgets.portal import setting

SCREENLESS = ("offscreen", "minimal")
MAC_SETTINGS = "Library/Preferences/com.apple.universalaccess.plist"
GTK_SETTINGS = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
WINDOWS_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION."""


def may_move() -> bool:
    """Asked anew for each move: people change the setting while programs run."""
    return QGuiApplication.platformName() not in SCREENLESS and not less_motion_wanted()


def less_motion_wanted() -> bool:
    """Whether the system, the desktop or the style asks for no moves."""
    # Qt tells it from 6.12 on; before that each system is asked in its own way.
    told = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
    if told is not None:
        return bool(told().value)
    if QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0:
        return True
    if sys.platform == "win32":
        return _windows_wants_less()
    if sys.platform == "darwin":
        return bool(_read(Path.home() / MAC_SETTINGS, "reduceMotion", QSettings.Format.NativeFormat) in (True, 1, "1"))
    return _desktop_wants_less(Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"))


def _desktop_wants_less(folder: Path) -> bool:
    """GNOME tells through its portal; KDE writes a factor of 0, GTK and what follows it a switch."""
    if setting("org.gnome.desktop.interface", "enable-animations") is False:
        return True
    factor = _read(folder / "kdeglobals", "KDE/AnimationDurationFactor")
    if factor is not None:
        return str(factor).strip() in ("0", "0.0")
    told = (_read(folder / name, "Settings/gtk-enable-animations") for name in GTK_SETTINGS)
    return any(str(one).strip().lower() in ("0", "false") for one in told if one is not None)


def _windows_wants_less() -> bool:
    import ctypes

    shown = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined]  # Windows alone has it
        WINDOWS_ANIMATION, 0, ctypes.byref(shown), 0
    )
    return bool(known) and not shown.value


def _read(path: Path, key: str, form: QSettings.Format = QSettings.Format.IniFormat) -> object:
    return QSettings(str(path), form).value(key) if path.is_file() else None
