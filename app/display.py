"""Whether there is a display that a window can open on. Qt aborts the whole process where there is none."""

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_PATIENCE = 5.0  # seconds; a display over a slow line takes about one

# Run in a process of its own, because a display that hangs would hang us. It says 0 when the display lets us in.
_KNOCK = """
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
connection = xcb.xcb_connect(None, None)
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(connection)))
"""


def display_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt can open a window: yes on macOS and Windows, and where a Qt platform without a display was chosen."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return _wayland_answers(environment) or _x11_answers(environment)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", "/run/user/none")) / name
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.settimeout(_PATIENCE)
        try:
            compositor.connect(str(path))
        except OSError:
            return False
    return True


def _x11_answers(environment: Mapping[str, str]) -> bool:
    if not environment.get("DISPLAY"):
        return False
    try:
        knock = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _KNOCK],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return knock.returncode == 0
