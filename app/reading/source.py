"""What a reader is given: a name, the bytes, and where they came from."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be read. `path` and `url` are for showing and remembering; readers never open them."""

    name: str
    data: bytes
    path: str = ""
    url: str = ""
    inside: int = 0
    """In how many archives or mails it stands, one in the other."""

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
        return f"“{self.name}”" if self.name else "The text"
