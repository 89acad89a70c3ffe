"""Letters as words are compared: small, and spelt one way where writers choose between two."""

_ONE_WAY = str.maketrans({"’": "'", "ё": "е", "\N{COMBINING DOT ABOVE}": None})
"""Apostrophes, the ё that Russian may write as е, and the dot that a small Turkish İ would keep."""


def folded(word: str) -> str:
    """The word in small letters, as the words of a language's data are folded too: "İki" is "iki", "шёл" is "шел"."""
    small = word.lower()
    return small if small.isascii() else small.translate(_ONE_WAY)
