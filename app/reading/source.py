"""What a reader is given: a name, the bytes, and where they came from."""

from dataclasses import dataclass
from pathlib import PurePath

LONGEST_NAME = 255
"""Letters; what stands in mails and archives may call itself by a novel."""


def named(name: str) -> str:
    """A name as sentences say it: on one line, with nothing that a terminal obeys or that turns words round."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1] + "…"


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read. `path` and `url` are for showing and remembering; readers never open them.

    What was fetched has the address that was given as its path, and the one where it was found as its url.
    """

    name: str
    data: bytes
    path: str = ""
    url: str = ""
    inside: int = 0
    """In how many archives or mails it stands, one in the other."""
    charset: str = ""
    """What whoever sent it says of its encoding."""

    @property
    def ending(self) -> str:
        """The ending of the name in small letters with its dot, or nothing."""
        return PurePath(self.name).suffix.lower()

    @property
    def origin(self) -> str:
        """The path or address for `Article.source`."""
        return self.path or self.url or self.name

    @property
    def shown(self) -> str:
        """The name as sentences say it."""
        return f"“{named(self.name)}”" if self.name else "The text"
