"""Names of places on Earth: countries, regions, districts and cities, in the spellings of several languages and scripts.

`names.gz` holds one line for each name, made by `make.py`: the name as `spelt_alike` writes it, a tab, and its Sort. Its
first lines tell where the names come from and under which licences. It is read when a place is first looked for.
"""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

HERE = Path(__file__).parent
MOST_WORDS = 6
"""Words of the longest names that are looked for."""


class Sort(IntEnum):
    """What a name stands for; of several places with one name the one that comes last here."""

    HAMLET = 1
    """Fewer than 1,000 people, or unknown how many."""
    VILLAGE = 2
    """Fewer than 10,000 people."""
    DISTRICT = 3
    """Parts of a country's first parts."""
    TOWN = 4
    """Fewer than 100,000 people."""
    CITY = 5
    METROPOLIS = 6
    """A million people or more."""
    REGION = 7
    """The first parts of a country: provinces, governorates, states."""
    COUNTRY = 8
    AREA = 9
    """Lands, seas, mountains and rivers that are known without being countries: "the Caucasus", "the Black Sea"."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the gazetteer says of some words: what they name, if anything, and whether longer names begin with them."""

    sort: Sort | None
    goes_on: bool


_ALIKE = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ə": "a", "ё": "е", "ـ": None}
    | dict.fromkeys("'’‘`ʿʾʼ´ʹʺ”“\"")
    | {"ی": "ي", "ک": "ك", "ى": "ي", "ة": "ه", "ٱ": "ا"}
)
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=50_000)
def spelt_alike(name: str) -> str:
    """A name as all its ways of writing are compared: small letters, no accents and apostrophes, blanks for hyphens.

    "Deir ez-Zor" and "Deïr Ez Zor" are the same, and so are "إدلب" and "ادلب".
    """
    small = name.casefold()
    if not small.isascii():
        parts = unicodedata.normalize("NFKD", small)
        small = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(small.translate(_ALIKE)))


@lru_cache(maxsize=100_000)
def listed(name: str) -> Listed:
    """What the gazetteer says of a name, however it is spelt."""
    key = spelt_alike(name)
    if not key:
        return Listed(None, False)
    names, wanted = _names(), key.encode()
    start = _first_from(names, wanted + b"\t")
    own = names.startswith(wanted + b"\t", start)
    if not own:
        return Listed(None, names.startswith(wanted + b" ", start))
    after = names.find(b"\n", start) + 1
    return Listed(Sort(names[after - 2] - ord("0")), names.startswith(wanted + b" ", after))


def _first_from(names: bytes, line: bytes) -> int:
    """Where the first line begins that is not before the given one; lines are sorted by their bytes."""
    low, high = 0, len(names)
    while low < high:
        start = names.rfind(b"\n", 0, (low + high) // 2) + 1
        end = names.find(b"\n", start) + 1
        if names[start:end] < line:
            low = end
        else:
            high = start
    return low


@cache
def _names() -> bytes:
    """All lines, one after the other, without those at the top that begin with "#"."""
    with gzip.open(HERE / "names.gz") as file:
        lines = file.read()
    start = 0
    while lines.startswith(b"#", start):
        start = lines.index(b"\n", start) + 1
    return lines[start:]
