"""Addresses on their way to articles: fetched in a process with network, read in another without. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from app.fetching.address import OPEN_IT, Address, CannotFetch, NotPublic
from app.fetching.reasons import SECONDS, too_slow
from app.importing import Taken, lost_to, seconds_for, take
from app.reading.source import Source, named
from app.workers import Asked, TookTooLong, Workers
from storage.model import Moment

AT_ONCE = 2
"""So many addresses are fetched at the same time."""
GRACE = 3.0
"""Seconds for a process that has no time left to say so, before it is ended."""
FEW_LETTERS = 300
"""A page with no more may be what stands before the article: a question, a price, an excerpt."""

FEW = "This page has only a few words, maybe because it asks for consent or money before it shows the article. "


def reaching() -> Workers:
    """Processes that have the network; none starts before there is an address."""
    return Workers(AT_ONCE, reaching=True)


def begin(network: Workers, workers: Workers, address: Address, published: Moment | None = None) -> Future[Taken]:
    """Fetch an address and read what is there; whatever goes wrong comes as a sentence."""
    came: Future[Taken] = Future()

    def hand_on(fetched: Asked) -> None:
        trouble = fetched.exception()
        got = lost_address(address, trouble) if trouble else fetched.result()
        if isinstance(got, Taken):
            came.set_result(got)
        else:
            read = workers.submit(take_fetched, got, published, seconds=seconds_for(got))
            read.add_done_callback(_telling(came, partial(finish, got)))

    def finish(source: Source, read: Asked) -> None:
        trouble = read.exception()
        came.set_result(lost_to(source, trouble) if trouble else read.result())

    submit(network, address).add_done_callback(_telling(came, hand_on))
    return came


def _telling(came: Future[Taken], then: Callable[[Any], None]) -> Callable[[Any], None]:
    """The same; whoever waits hears of what it raises, which else would be swallowed."""

    def told(done: Any) -> None:
        try:
            then(done)
        except Exception as trouble:  # noqa: BLE001 - whoever waits for it is told
            came.set_exception(trouble)

    return told


def submit(network: Workers, address: Address) -> Asked:
    """Ask for the bytes at an address, as `fetch_any` gives them."""
    return network.submit(fetch_any, address, seconds=SECONDS + GRACE)


def fetch_any(address: Address) -> Source | Taken:
    """The bytes, or why there are none."""
    from app.fetching.fetch import fetch  # which only a process with network needs

    try:
        return fetch(address)
    except NotPublic as reason:
        allowed = replace(address, allowed=(*address.allowed, reason.place))
        return _nothing(address, str(reason), allowed)
    except CannotFetch as reason:
        return _nothing(address, str(reason))


def lost_address(address: Address, trouble: BaseException) -> Taken:
    """An address lost to what happened to its process."""
    if isinstance(trouble, TookTooLong):
        return _nothing(address, too_slow(SECONDS))
    return replace(lost_to(Source("", b"", address.text), trouble), name=named(address.text))


def take_fetched(source: Source, published: Moment | None = None) -> Taken:
    """Read what was fetched; a page that may not be the article says so."""
    taken = replace(take(source, published), name=named(source.path))
    if not taken.found:
        return replace(taken, trouble=f"{taken.trouble} {OPEN_IT}")
    letters = sum(map(str.isalnum, "".join(one.article.text for one in taken.found)))
    if letters > FEW_LETTERS or not taken.found[0].article.reader.startswith("html"):
        return taken
    return replace(taken, trouble=f"{FEW}{OPEN_IT} {taken.trouble}".strip())


def _nothing(address: Address, why: str, asks: Address | None = None) -> Taken:
    return Taken(address.text, named(address.text), trouble=why, asks=asks)
