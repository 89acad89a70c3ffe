"""Why an address gave nothing, and what to do, in sentences that stand behind the address."""

from app.fetching.address import OPEN_IT, CannotFetch, Target

SECONDS = 30.0
"""For all of it, with every address that the one that was given leads to."""

_STATUS = {
    400: "does not understand what it was asked for",
    401: "wants a name and a password",
    402: "wants to be paid",
    403: "does not let Dateline read the page",
    404: "has no such page",
    406: "has the page in no form that Dateline reads",
    407: "is reached through a proxy that wants a name and a password",
    408: "took too long",
    410: "has removed the page",
    429: "is asked too often at the moment",
    451: "may not show the page for legal reasons",
}
_LATER = (408, 425, 429, 500, 502, 503, 504)
_GONE = (404, 410)


def refused(target: Target, status: int) -> CannotFetch:
    """For an answer that holds no page."""
    server = "has trouble of its own" if status >= 500 else "gave no page"
    told = f"“{target.host}” {_STATUS.get(status, server)} ({status})."
    if status in _LATER:
        return CannotFetch(f"{told} Try again later.")
    if status in _GONE:
        return CannotFetch(f"{told} Look at the address; a web archive may have kept the page.")
    return CannotFetch(f"{told} {OPEN_IT}")


def unreachable(target: Target, trouble: OSError) -> CannotFetch:
    """For a host that does not answer."""
    import socket  # which whoever knows these sentences need not load

    if isinstance(trouble, socket.gaierror):
        return CannotFetch(
            f"No computer called “{target.host}” was found. Look at the address, and whether this computer is online."
        )
    if isinstance(trouble, ConnectionRefusedError):
        return CannotFetch(f"“{target.host}” takes no calls there. Look at the address, or try again later.")
    return CannotFetch(f"“{target.host}” cannot be reached. Look whether this computer is online, and try again.")


def too_slow(seconds: float) -> str:
    """For an answer that is not whole in time."""
    return f"It did not come within {seconds:.0f} seconds. Try again later. {OPEN_IT}"


def broke_off(target: Target) -> CannotFetch:
    """For an answer that ends before its end."""
    return CannotFetch(f"“{target.host}” hung up before all of it was sent. Try again.")


def garbled(target: Target) -> CannotFetch:
    """For an answer that is none."""
    return CannotFetch(f"“{target.host}” gave an answer that no browser would understand. {OPEN_IT}")
