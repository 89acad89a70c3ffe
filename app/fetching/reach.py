"""A line to the one place that was looked at: names are resolved once, and what was checked is what is connected to."""

import io
import os
import socket
import ssl
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from pathlib import Path
from time import monotonic
from typing import Any

from app.fetching.address import OPEN_IT, Address, CannotFetch, NotPublic, Target
from app.fetching.reasons import unreachable

EACH = 10.0
"""Seconds that one of several places may take to answer."""

_TRANSLATED = ip_network("64:ff9b::/96")  # addresses of IPv4 as networks write them that have IPv6 alone
# where systems keep the certificates that they trust, if this Python was built for another
_TRUSTED = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When all must be done."""

    ends: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So long from now."""
        return cls(monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds; TimeoutError if there are none."""
        seconds = self.ends - monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


class Line:
    """A socket as `http.client` uses it, on which every wait ends with the deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._sock.settimeout(self._deadline.left)
        self._sock.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What comes."""
        return io.BufferedReader(_Coming(self._sock, self._deadline))

    def close(self) -> None:
        """`http.client` says so when it knows that no more will be asked; the answer is still to come."""

    def hang_up(self) -> None:
        """It is over."""
        self._sock.close()


class _Coming(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._deadline.left)
        return self._sock.recv_into(buffer)


def reach(target: Target, address: Address, deadline: Deadline) -> Line:
    """A line to a target, secure where it says so; CannotFetch, and NotPublic before anything is sent."""
    try:
        places = _places(target)
        for place in places:
            _check(place[1][0], target, address)
        sock = _connected(places, deadline)
    except TimeoutError:
        raise
    except OSError as trouble:
        raise unreachable(target, trouble) from trouble
    return Line(_secured(sock, target, deadline) if target.scheme == "https" else sock, deadline)


Place = tuple[socket.AddressFamily, tuple[Any, ...]]


def _places(target: Target) -> list[Place]:
    """Asked for once: who answers with another place the next time is not asked."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except UnicodeError as trouble:
        raise CannotFetch(
            f"No computer can be called “{target.host}”. Look whether the address was copied completely."
        ) from trouble
    return [(family, place) for family, _, _, _, place in found]


def _check(place: str, target: Target, address: Address) -> None:
    if address.anywhere or place in address.allowed or is_public(place):
        return
    trouble = NotPublic(
        f"“{target.host}” is {_where(place)} ({place}), so nothing was asked there yet. Fetch it if you know who gave "
        "you the address."
    )
    trouble.place = place
    raise trouble


def _where(place: str) -> str:
    return "this computer" if ip_address(place.partition("%")[0]).is_loopback else "in your own network, not on the web"


def is_public(place: str) -> bool:
    """Whether an address of the network belongs to the open web, whatever it is wrapped in."""
    found = ip_address(place.partition("%")[0])
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _meant(found))


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address itself, or those of IPv4 that it stands for."""
    if isinstance(found, IPv4Address):
        return [found]
    if found in _TRANSLATED:
        return [IPv4Address(int(found) & 0xFFFFFFFF)]
    inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    return [one for one in inner if one is not None] or [found]


def _connected(places: list[Place], deadline: Deadline) -> socket.socket:
    """The first that answers."""
    trouble: OSError = OSError("there is no place")
    for family, place in places:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(min(EACH, deadline.left) if len(places) > 1 else deadline.left)
            sock.connect(place)
        except OSError as reason:
            sock.close()
            trouble = reason
        else:
            return sock
    raise trouble


def _secured(sock: socket.socket, target: Target, deadline: Deadline) -> socket.socket:
    sock.settimeout(deadline.left)
    try:
        return _context().wrap_socket(sock, server_hostname=target.host)
    except ssl.SSLCertVerificationError as trouble:
        sock.close()
        raise CannotFetch(
            f"“{target.host}” could not prove that it is who it says, so nothing was asked there: "
            f"{trouble.verify_message.rstrip('.') or 'its certificate is not valid'}. Somebody may be listening, or the "
            f"site is badly kept. {OPEN_IT}"
        ) from trouble
    except TimeoutError:
        sock.close()
        raise
    except (OSError, ValueError) as trouble:
        sock.close()
        raise CannotFetch(f"No secure connection to “{target.host}” could be made. {OPEN_IT}") from trouble


def _context() -> ssl.SSLContext:
    """What the system trusts, and nothing else."""
    made = ssl.create_default_context()
    if not _knows_certificates():
        for path in filter(os.path.exists, _TRUSTED):
            made.load_verify_locations(path)
            break
    return made


def _knows_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return os.name == "nt" or bool(paths.cafile or (paths.capath and any(Path(paths.capath).iterdir())))
