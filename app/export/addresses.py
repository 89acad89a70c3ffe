"""Where a source can be read, as it may leave the library: nobody's password, and no link that only looks like another."""

from urllib.parse import urlsplit

_SCHEMES = ("http", "https")


def told(address: str) -> str:
    """The address to be read, without a user's name and password; "" for one that is not of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[half"
        return ""
    if parts.scheme not in _SCHEMES:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def link(address: str) -> str:
    """The address to be followed; "" where it names a user, "http://bank.example@evil.example/", or hides its host."""
    plain = address.isprintable() and not any(sign in address for sign in ' \\<>"')
    if not plain or not told(address) or "@" in urlsplit(address).netloc:
        return ""
    return address
