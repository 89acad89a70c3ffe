"""Whether there is a display that a window can open on. Qt aborts the whole process where there is none."""

import os
import sys
import threading
from collections.abc import Mapping

_PATIENCE = 5.0  # seconds; a display over a slow line takes about one
_QT_PATIENCE = 20.0  # seconds; Qt itself must be loaded first, which takes long on a machine that is busy


def display_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt can open a window: yes on macOS and Windows, and where a Qt platform without a display was chosen."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    if chosen.startswith("wayland") or (environment.get("WAYLAND_DISPLAY") and not chosen):
        return _qt_opens(environment)
    return bool(environment.get("DISPLAY")) and _x_opens(environment["DISPLAY"])


def _x_opens(name: str) -> bool:
    """A display that hangs would hang us, so a thread of its own knocks; it dies with us."""
    heard: list[bool] = []
    knock = threading.Thread(target=lambda: heard.append(_lets_in(name)), daemon=True)
    knock.start()
    knock.join(_PATIENCE)
    return heard == [True]


def _lets_in(name: str) -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # Qt could not open a window without it either
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode("utf-8", "surrogateescape"), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _qt_opens(environment: Mapping[str, str]) -> bool:
    """Behind a Wayland socket may be anything, so Qt itself is asked, which also knows whether it would take X11 then."""
    import multiprocessing

    asked = multiprocessing.get_context("spawn").Process(target=_open_with_qt, args=(dict(environment),), daemon=True)
    asked.start()
    asked.join(_QT_PATIENCE)
    if asked.exitcode is None:
        asked.kill()
        asked.join()
    return asked.exitcode == 0


def _open_with_qt(environment: dict[str, str]) -> None:
    """In a process of its own, which Qt aborts where there is no display: that is an answer, and leaves nothing behind."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    silence = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    os.environ.clear()
    os.environ.update(environment)
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])
    os._exit(0)
