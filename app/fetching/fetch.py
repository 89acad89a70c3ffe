"""The page at an address, as bytes that nobody has looked at yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import cast

from app.fetching.address import PORTS, Address, CannotFetch, Target, target_of
from app.fetching.body import body_of
from app.fetching.kinds import name_of
from app.fetching.reach import Deadline, reach
from app.fetching.reasons import SECONDS, broke_off, garbled, refused, too_slow
from app.reading.source import Source

MOST_MOVES = 5
"""So many addresses one may lead to."""
_MOVED = (301, 302, 303, 307, 308)

HEADERS = {
    "User-Agent": "Dateline",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
"""All that is told beside the address: no cookie, no page that one came from, nothing of the system."""


def fetch(address: Address, seconds: float = SECONDS) -> Source:
    """The bytes with the address that was given and the one where they were found; CannotFetch says why not."""
    deadline = Deadline.after(seconds)
    target = first = target_of(address.text)
    try:
        for _ in range(MOST_MOVES + 1):
            found = _step(target, address, deadline)
            if isinstance(found, Source):
                return found
            target = target.follow(found)
    except TimeoutError as trouble:
        raise CannotFetch(too_slow(seconds)) from trouble
    except CannotFetch as reason:
        if target != first:
            reason.args = (f"It leads on to {target.shown}. {reason}",)
        raise
    raise CannotFetch(
        f"It leads from one address to the next, more than {MOST_MOVES} times. Open it in your browser and give the "
        "address that you see at the end."
    )


def _step(target: Target, address: Address, deadline: Deadline) -> Source | str:
    """What is there, or where it has moved to."""
    with _asked(target, address, deadline) as answer:
        place = answer.headers.get("Location")
        if answer.status in _MOVED and place:
            return _characters(place)
        return _source(answer, target, address)


@contextmanager
def _asked(target: Target, address: Address, deadline: Deadline) -> Iterator[HTTPResponse]:
    """The answer, while it is being read; what goes wrong on the way becomes a sentence."""
    connection = HTTPConnection(target.host, target.port)
    connection.default_port = PORTS[target.scheme]  # which the name of the host is sent without
    connection.sock = line = reach(target, address, deadline)
    try:
        connection.request("GET", target.path, headers=HEADERS)
        yield connection.getresponse()
    except (IncompleteRead, ConnectionError) as trouble:
        raise broke_off(target) from trouble
    except TimeoutError:
        raise
    except (HTTPException, OSError, ValueError) as trouble:  # `http.client` lets ValueError through for odd numbers
        raise garbled(target) from trouble
    finally:
        line.hang_up()


def _source(answer: HTTPResponse, target: Target, address: Address) -> Source:
    if answer.status != 200:
        raise refused(target, answer.status)
    name = name_of(target, answer.headers)
    charset = cast(str, answer.headers.get_content_charset("")) or ""
    return Source(name, body_of(answer, target), path=address.text.strip(), url=target.url, charset=charset)


def _characters(place: str) -> str:
    """Servers send letters of all alphabets, which `http.client` takes for Latin ones."""
    return place.encode("latin-1", "replace").decode("utf-8", "replace").strip()
