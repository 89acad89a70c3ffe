"""What comes into a library with new articles: the files they came from, and how their copies are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Arrivals:
    """By SHA-256 the bytes of files and the ids of all articles that they hold; by article the bands of its sketch."""

    originals: Mapping[str, bytes] = field(default_factory=dict)
    inputs: Mapping[str, Sequence[int]] = field(default_factory=dict)
    bands: Mapping[int, Sequence[int]] = field(default_factory=dict)


NONE = Arrivals()
