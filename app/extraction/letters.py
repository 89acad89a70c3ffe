"""Letters as words are compared: small, and spelt one way where writers choose between two."""

from functools import lru_cache

MARKS = "\u064b-\u065f\u0670"
"""The vowel signs of Arabic, for sets of letters in patterns: they stand on letters and seldom are written."""
_ONE_WAY = str.maketrans(
    {"’": "'", "ё": "е", "\N{COMBINING DOT ABOVE}": None, "ـ": None, "،": ",", "؛": ";", "؟": "?"}
    | dict.fromkeys("أإآٱ", "ا")
    | {"ى": "ي", "ک": "ك", "ی": "ي"}
    | dict.fromkeys((*range(0x64B, 0x660), 0x670))
)
"""Apostrophes, the ё that Russian may write as е, the dot that a small Turkish İ would keep; and what Arabic may write or
leave out: vowel signs, hamza on alif, the stretch between letters."""


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The word in small letters, as the words of a language's data are folded too: "İki" is "iki", "шёл" is "шел"."""
    small = word.lower()
    return small if small.isascii() else small.translate(_ONE_WAY)
