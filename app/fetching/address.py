"""An address that the user gave, and what it says: with whom to speak, and what to ask for."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from app.reading.source import named
from storage.errors import CannotRead

PORTS = {"http": 80, "https": 443}
# "https://a.example/b", "FTP://x"; not "C:\news", "see https://a.example" or two words
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S{1,8000}", re.IGNORECASE)
# a host as it is sent: "a.example", "10.0.0.1", "fe80::1%eth0"; not "a b" or "a<b"
_HOST = re.compile(r"[\w.:%-]{1,253}", re.ASCII)
_KEPT = "%/:=&?~#+!$,;'@()*[]"
"""What means something in an address; all else is sent as numbers of its bytes."""


class CannotFetch(CannotRead):
    """An address from which nothing could be brought."""


class NotPublic(CannotFetch):
    """A place in the user's own network or computer, which is asked for only if the user says so."""

    place = ""


@dataclass(frozen=True, slots=True)
class Address:
    """As the user gave it. `allowed` are the places in the user's own network that may be asked, `anywhere` is all."""

    text: str
    allowed: tuple[str, ...] = ()
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What an address says."""

    scheme: str
    host: str
    port: int
    path: str
    """With the question behind it."""

    @property
    def url(self) -> str:
        """The address in full, without what it points to in the page."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"

    @property
    def shown(self) -> str:
        """The address as sentences say it."""
        return f"“{named(self.url)}”"

    @property
    def file(self) -> str:
        """The last part of its path, as a file would be called."""
        return unquote(self.path.partition("?")[0]).rstrip("/").rpartition("/")[2]

    def follow(self, place: str) -> "Target":
        """Where it sends on to, which may be told in part."""
        try:
            whole = urljoin(self.url, place)
        except ValueError:
            whole = place
        try:
            return target_of(whole)
        except CannotFetch as reason:
            raise CannotFetch(f"It leads on to “{named(_without_password(whole))}”. {reason}") from reason


OPEN_IT = "Look whether it opens in your browser, save the page there and add the file."


def is_address(words: str) -> bool:
    """Whether these words are one address and nothing else."""
    return bool(_ADDRESS.fullmatch(words.strip()))


def target_of(address: str) -> Target:
    """CannotFetch for an address that is none, or for anything but the web."""
    scheme = address.strip().partition(":")[0].lower()
    if scheme not in PORTS:
        raise CannotFetch(
            "This is no page of the web: such addresses begin with https:// or http://. Save what it leads to as a file "
            "and add that."
        )
    try:
        parts = urlsplit(address.strip())
        host, port = _sent(parts.hostname or ""), parts.port
    except ValueError as trouble:
        raise CannotFetch("This is no address of a page. Look whether it was copied completely.") from trouble
    if parts.username is not None or parts.password is not None:
        raise CannotFetch(
            "This address holds a name or password, with which Dateline fetches nothing. Add it without them, or save "
            "the page in your browser and add the file."
        )
    path = quote(parts.path or "/", _KEPT) + (f"?{quote(parts.query, _KEPT)}" if parts.query else "")
    return Target(scheme, host, port or PORTS[scheme], path)


def _sent(host: str) -> str:
    """The name as it is asked for; ValueError if no host can be called so."""
    plain = host if host.isascii() else host.encode("idna").decode("ascii")
    if not _HOST.fullmatch(plain):
        raise ValueError("no name of a host")
    return plain


def _without_password(address: str) -> str:
    """An address as it may be shown: what stands before the host may be a password."""
    before, at, after = address.partition("@")
    scheme, slashes, rest = before.partition("://")
    return f"{scheme}://…@{after}" if at and slashes and "/" not in rest else address
