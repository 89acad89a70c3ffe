"""Nothing leaves the machine: neither from the tests nor from any Python that they start."""

import ipaddress
import sys

_WATCHED = frozenset(
    (
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.getnameinfo",
    )
)
_closed = False


class NetworkError(BaseException):
    """A test tried to leave the machine. No Exception, because readers are meant to survive those of their libraries."""


def close() -> None:
    """Refuse connections and names from now on. A hook cannot be taken away again, so `open_again` only quiets it."""
    global _closed
    if not _closed:
        sys.addaudithook(_look)
    _closed = True


def open_again() -> None:
    """For whoever runs pytest inside another program."""
    global _closed
    _closed = False


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _WATCHED or not _closed:
        return
    asked = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.sendmsg") else arguments[0]
    host = asked[0] if isinstance(asked, tuple) else asked
    if isinstance(asked, tuple) or event.startswith("socket.get"):
        _check(host)


def _check(host: object) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if isinstance(name, str) and not _stays_here(name):
        raise NetworkError(f"nothing leaves the machine, but something asked for {name}")


def _stays_here(name: str) -> bool:
    if name in ("", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:  # a name that would have to be asked for
        return False
    return address.is_loopback or address.is_unspecified
