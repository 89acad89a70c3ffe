"""How likely decoded bytes are words of some language: frequent letters, in words of one script, capitals where they belong."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.reading.alphabets import LATIN, MANY, OTHERS, VIETNAMESE
from resources.languages import language, languages

_MARKS = frozenset("“”„‘’‚‹›«»–—…•·°§©®™€£¿¡ºª\xa0،؛؟、。，：；？！「」『』（）《》〈〉【】・～％　")
_DASHES = "–—"
_LAST, _LAST_OF_MANY = (
    0.4,
    0.0,
)  # what the rarest letter is worth, of those with marks and of all; the commonest is worth 1
_COMMON, _SIGN = 1.5, 0.4  # what the commonest signs and other ones of languages with many are worth
_OF_UTF = 0.6
_MARK, _FOREIGN, _SYMBOL, _BROKEN = 0.75, -0.8, -1.0, -3.0
_MISPLACED = 1.5
_DASH_INSIDE = 0.3  # "the city—nobody" is written, if less often than with blanks
_CAPITALS = 0.3  # what words in capitals are worth less than others
_SPOKEN = 0.4  # what it is worth that the short words are those of the language

# Words as classes of letters, see `_class_of`: e and E are ASCII, a and A other Latin letters, c Cyrillic, g Greek, h Hebrew,
# r Arabic, t Thai. These stand for "citTà", "мiр", "c¢r" and "cit«t", which no language has.
_MISPLACED_LETTERS = re.compile(
    "(?<=[eacg])[ACG]|(?<=[acg])E"
    "|(?<=[eEaA])[cCgGhrt]|(?<=[cCgGhrt])[eEaA]|(?<=[cC])[gGhrt]|(?<=[gG])[cChrt]|(?<=h)[cCgGrt]|(?<=r)[cCgGht]|(?<=t)[cCgGhr]"
    "|(?<=[eEaAcCgGhr])s|s(?=[eEaAcCgGhr])|(?<=[eEaAcCgG])m(?=[eEaAcCgG])"
)
_CAPITAL = re.compile("[ACG]")
_DASHES_INSIDE = re.compile("(?<=[eEaAcCgG])d(?=[eEaAcCgG])")
_WORDS = re.compile(r"[^\W\d_]+")
_CLASSES_OF_SCRIPTS = {"LATIN": "a", "CYRILLIC": "c", "GREEK": "g", "HEBREW": "h", "ARABIC": "r", "THAI": "t"}
# national sets have the signs that are commonly written in their first rows, up to this byte
_FIRST_ROWS = {
    "Chinese": (("gb2312", 0xD7), ("big5", 0xC6)),
    "Japanese": (("euc_jp", 0xCF),),
    "Korean": (("euc_kr", 0xC8),),
}
_SCRIPTS = {"Chinese": ("CJK",), "Japanese": ("CJK", "HIRAGANA", "KATAKANA"), "Korean": ("HANGUL", "CJK")}
# scripts that only UTF writes: one of them alone is as good as frequent letters
_ONLY_UTF = (
    *("DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "GUJARATI", "GURMUKHI", "KANNADA", "MALAYALAM", "SINHALA"),
    *("ARMENIAN", "GEORGIAN", "ETHIOPIC", "KHMER", "MYANMAR", "LAO", "TIBETAN", "MONGOLIAN", "SYRIAC", "THAANA"),
)


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """What letters are worth in a language, its short words, and of what scripts other letters may be."""

    letters: Mapping[str, float]
    words: frozenset[str] = frozenset()
    scripts: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()


def plausibility(text: str) -> float:
    """About 1 for words of a language that is known, below 0 for rubbish."""
    small = text.lower()
    counts = Counter(character for character in small if character > "\x7f")
    beyond = counts.total()
    if not beyond:
        return 1.0
    classes = text.translate(_CLASSES)
    strange = _MISPLACED * len(_MISPLACED_LETTERS.findall(classes)) + _DASH_INSIDE * len(
        _DASHES_INSIDE.findall(classes)
    )
    if _CAPITAL.subn("", classes)[1] > beyond / 2:
        strange += _CAPITALS * beyond
    words = Counter(_WORDS.findall(small))
    return max(_letters(counts, one) / beyond + _spoken(words, one) for one in _alphabets()) - strange / beyond


def _letters(counts: Mapping[str, int], alphabet: _Alphabet) -> float:
    return sum(_worth(one, alphabet) * count for one, count in counts.items())


def _worth(character: str, alphabet: _Alphabet) -> float:
    if character in alphabet.letters:
        return alphabet.letters[character]
    if alphabet.scripts and _script(character).startswith(alphabet.scripts):
        return _SIGN if _is_common(character, alphabet.rows) else _FOREIGN
    return _by_class(character)


def _spoken(words: Counter[str], alphabet: _Alphabet) -> float:
    """What the share of short words of a language tells; a tenth of all is as good as more."""
    if not alphabet.words:
        return 0.0
    known = sum(words[word] for word in alphabet.words)
    return _SPOKEN * min(1.0, 10 * known / max(1, words.total()))


@cache
def _by_class(character: str) -> float:
    """What a character is worth that is no letter of the language."""
    if character in _MARKS:
        return _MARK
    if character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs"):
        return _BROKEN
    return _FOREIGN if character.isalpha() or unicodedata.combining(character) else _SYMBOL


@cache
def _is_common(character: str, rows: tuple[tuple[str, int], ...]) -> bool:
    """Whether a sign stands in the first rows of a set of its language, if there are any."""
    found = ((character.encode(encoding, "ignore"), last) for encoding, last in rows)
    return not rows or any(code and code[0] <= last for code, last in found)


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "")


@cache
def _alphabets() -> tuple[_Alphabet, ...]:
    marked = [_Alphabet(_ranked(letters, _LAST), _short_words(name)) for name, letters in LATIN.items()]
    whole = [_Alphabet(_ranked(letters, _LAST_OF_MANY), _short_words(name)) for name, letters in OTHERS.items()]
    many = [
        _Alphabet(dict.fromkeys(signs, _COMMON), scripts=_SCRIPTS[name], rows=_FIRST_ROWS[name])
        for name, signs in MANY.items()
    ]
    utf = [_Alphabet(dict.fromkeys(VIETNAMESE, _OF_UTF)), *(_Alphabet({}, scripts=(name,)) for name in _ONLY_UTF)]
    return (*marked, *whole, *many, *utf)


def _ranked(letters: str, last: float) -> Mapping[str, float]:
    return {letter: 1 - (1 - last) * place / len(letters) for place, letter in enumerate(letters)}


def _short_words(name: str) -> frozenset[str]:
    """The short words of a language that has a folder."""
    told = (language(code)["language"] for code in languages())
    return next((frozenset(one["stopwords"]) for one in told if one["name"] == name), frozenset())


class _Classes(dict[int, str]):
    """The class of each character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _class_of(chr(code))
        return self[code]


_CLASSES = _Classes()


def _class_of(character: str) -> str:
    if character <= "\x7f":
        return ("E" if character.isupper() else "e") if character.isalpha() else " "
    if character in _DASHES:
        return "d"
    if character == "’":
        return " "
    if character.isalpha() or unicodedata.combining(character):
        name = _CLASSES_OF_SCRIPTS.get(_script(character).partition(" ")[0], "k")
        return name.upper() if character.isupper() else name
    return "m" if character in _MARKS else "s"
