"""Whether there is a display that a window can open on. Qt aborts the whole process where there is none."""

import os
import subprocess
import sys
from collections.abc import Mapping

_PATIENCE = 5.0  # seconds; a display over a slow line takes about one
_QT_PATIENCE = 20.0  # seconds; Qt itself must be loaded first, which takes long on a machine that is busy

# Both are run in a process of their own, because a display that hangs would hang us, and Qt would abort us. They say 0
# when the display lets us in. The cheap one is enough for X11; behind a Wayland socket may be anything, so there Qt
# itself is asked, which also knows whether it would take X11 then.
_KNOCK = """
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
connection = xcb.xcb_connect(None, None)
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(connection)))
"""
_QT_KNOCK = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort is an answer, and leaves nothing behind
from PySide6.QtGui import QGuiApplication
QGuiApplication([])
"""


def display_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt can open a window: yes on macOS and Windows, and where a Qt platform without a display was chosen."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    if chosen.startswith("wayland") or (environment.get("WAYLAND_DISPLAY") and not chosen):
        return _answers(["-I", "-c", _QT_KNOCK], _QT_PATIENCE, environment)
    return bool(environment.get("DISPLAY")) and _answers(["-I", "-S", "-c", _KNOCK], _PATIENCE, environment)


def _answers(arguments: list[str], patience: float, environment: Mapping[str, str]) -> bool:
    try:
        knock = subprocess.run(
            [sys.executable, *arguments],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return knock.returncode == 0
