"""One hostile input: its name, its bytes, and what must come of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

GOOD = "Shelling of the eastern quarter began on 3 May 2017, the Red Cross said.\n"
WORDS = GOOD.encode()
READ, FAILED, SKIPPED, PASSED, ANY = "read", "failed", "skipped", "passed", ""
"""What may come of a case: articles (or others with the same words were there before), a reason, a word that it is no
article, nothing at all, or articles or a reason, where nobody can say what was meant."""


@dataclass(frozen=True)
class Case:
    """`fate` is what an import makes of it, `words` a part of the sentence; `data` may make its bytes later."""

    name: str | bytes
    data: bytes | Callable[[], bytes]
    fate: str = READ
    words: str = ""
    place: Callable[[Path], None] | None = None
    """What makes it where it is no file of bytes: a link, a pipe."""
    large: bool = False
    """Whether it takes long and is left to runs that ask for it."""

    @property
    def bytes(self) -> bytes:
        """What stands in the file."""
        return self.data if isinstance(self.data, bytes) else self.data()


Cases = Iterator[Case]
