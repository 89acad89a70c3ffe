"""What holds in every test: no display, no network, none of the user's own settings.

That a Qt warning fails a test is said in pyproject.toml."""

import os
import socket
import tempfile
from pathlib import Path

# Before Qt is imported anywhere. A run that wants real windows sets DATELINE_TEST_PLATFORM, to "xcb" for one.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("DATELINE_TEST_PLATFORM", "offscreen")
os.environ["PYTEST_QT_API"] = "pyside6"

_HOME = tempfile.TemporaryDirectory(prefix="dateline-tests-")
for _variable, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}.items():
    _path = Path(_HOME.name) / _folder
    _path.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ[_variable] = str(_path)

_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")
_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex
_getaddrinfo = socket.getaddrinfo


class NetworkError(AssertionError):
    """A test tried to leave the machine."""


def _check(host: object) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if isinstance(name, str) and not name.startswith(_LOOPBACK):
        raise NetworkError(f"nothing leaves the machine, but something asked for {name}")


def _guarded_connect(sock: socket.socket, address: object) -> None:
    if isinstance(address, tuple):
        _check(address[0])
    _connect(sock, address)  # type: ignore[arg-type]


def _guarded_connect_ex(sock: socket.socket, address: object) -> int:
    if isinstance(address, tuple):
        _check(address[0])
    return _connect_ex(sock, address)  # type: ignore[arg-type]


def _guarded_getaddrinfo(host: object, *args: object, **kwargs: object) -> object:
    _check(host)
    return _getaddrinfo(host, *args, **kwargs)  # type: ignore[arg-type]


def pytest_configure() -> None:
    """Close the network for the whole run, collection included."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = _guarded_getaddrinfo  # type: ignore[assignment]


def pytest_unconfigure() -> None:
    """Open it again, for whoever runs pytest inside another program."""
    socket.socket.connect = _connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = _getaddrinfo
