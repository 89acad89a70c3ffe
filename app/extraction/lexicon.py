"""What the words of a language can be in an expression of time, each set of possible classes as one character.

A text becomes a string with one such character per token, so that patterns over classes run as ordinary regular
expressions over that string.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app.extraction.letters import MARKS, folded
from app.extraction.proclitics import NO_PROCLITICS, Proclitics
from resources.languages import language, languages

Value = int | float | str

_GROUPED = r"\d{{1,3}}(?:[{}]\d{{3}})+(?!\d)|"
"""Digits in groups of three: "1,900"; not the "2016" of "3.10.2016"."""
_TOKEN = (
    # "25", "Freitag", an empty line, "-", the years that run together in "20052006"; not the blank in "25 May"
    r"(?:19|20)\d\d(?=(?:(?:19|20)\d\d){1,2}(?!\d))|\d+"
    rf"|[^\W\d_]+(?:[{MARKS}]+[^\W\d_]+)*[{MARKS}]*|\n[^\S\n]*\n\s*|[^\w\s]|_"
)
ITEM = re.compile(
    # the parts of a pattern: "(", ")=n", "MONTH", "<!CURRENCY", "sept"; not blanks
    r"\)=?\w*\??|[({}|]|[^\s(){}|]+"
)
_FIRST_CODE = 0xF0000
_FOREVER = 9999
"""The year of papers that never run out."""
_MOST_CACHED = 4096
_MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a token can be: its values by class, and the character that stands for this set of classes."""

    code: str
    values: Mapping[str, Value]


@dataclass(slots=True)
class Lexicon:
    """The words and patterns of one language.

    `names` are words that count only when they begin with a capital. `suffixes` are letters right behind digits
    ("3rd"), `attached` those behind a mark that belong to the number or word before it ("2016'da", "6-го").
    """

    data: Mapping[str, Any]
    names: frozenset[str]
    suffixes: Mapping[str, str]
    attached: Mapping[str, str]
    token: re.Pattern[str]
    lead: re.Pattern[str] | None
    """A preposition, with an article or not, right before an expression."""
    proclitics: Proclitics = NO_PROCLITICS
    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    codes: dict[frozenset[str], str] = field(default_factory=dict)
    numbers: dict[str, Entry] = field(default_factory=dict)
    lists: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Those that have been asked for."""
    alone: "Alone" = field(init=False)

    def __post_init__(self) -> None:
        self.alone = Alone(self)

    def table(self, word_class: str) -> Mapping[str, Value]:
        """The words of a class with their values; a class that the language does not name is empty."""
        found: Mapping[str, Value] = self.data.get("words", {}).get(word_class, {})
        return found

    def listed(self, section: str, name: str) -> tuple[str, ...]:
        """A list of words in a section of the data, empty where there is none."""
        found = self.lists.get((section, name))
        if found is None:
            found = self.lists[section, name] = tuple(self.data.get(section, {}).get(name, ()))
        return found

    def code(self, classes: Iterable[str]) -> str:
        """The character for a set of classes."""
        key = frozenset(classes)
        return self.codes.setdefault(key, chr(_FIRST_CODE + len(self.codes)))

    def members(self, classes: Iterable[str]) -> str:
        """The characters of all sets that hold one of the classes; a literal word is the class "=word"."""
        wanted = set(classes)
        return "".join(sorted(code for key, code in self.codes.items() if key & wanted))

    def code_of(self, token: str) -> str:
        """The character of a token that is no word of time."""
        return self.code(["BREAK" if token[0] == "\n" else "NAME" if token[0].isupper() else "PLAIN"])

    def number(self, digits: str, suffix: str = "") -> Entry:
        """The entry of a run of digits, with what the letters that follow make of it ("ORDINAL", "DECADE")."""
        found = self.numbers.get(digits + suffix)
        if found is None:
            values = number_values(digits, suffix)
            found = Entry(self.code(values), values)
            if len(self.numbers) >= _MOST_CACHED:
                self.numbers.clear()
            self.numbers[digits + suffix] = found
        return found


class Alone(dict[str, tuple[Entry | None, str] | None]):
    """What a token is by itself, and its character, remembered; None where that hangs on the tokens beside it."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, token: str) -> tuple[Entry | None, str] | None:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = found = self._looked_up(token)
        return found

    def _looked_up(self, token: str) -> tuple[Entry | None, str] | None:
        words, lower = self._words, folded(token)
        entry = words.words.get(lower)
        bound = lower in words.phrases or (entry is None and token[0].isdecimal())
        if bound or (entry is not None and words.attached):
            return None
        counts = entry is not None and (lower not in words.names or token[0].isupper())
        return (entry, entry.code) if entry and counts else (None, words.code_of(token))


def number_values(digits: str, suffix: str = "") -> dict[str, Value]:
    """The classes that digits can have by their length and size, or with the letters of an ordinal, rank or decade.

    A rank is an ordinal that no day of a month can be: "9'uncu", beside "9'unda" for "on the ninth".
    """
    number = int("".join(filter(str.isdecimal, digits))[:18])
    if suffix == "DECADE":
        return {"DECADE": number} if len(digits) in (2, 4) and number % 10 == 0 else {"NUM": number}
    if suffix == "RANK":
        return {"ORD": number}
    if suffix:
        if 1 <= number <= 31:
            return {"ORD": number, "ORDDAY": number, "NTH": number}
        return {"ORD": number, "YEARTH": number} if 1000 <= number <= 2199 else {"ORD": number}
    if not digits.isdecimal() or len(digits) > 4:
        return {"BIG": number, "NUM": number}
    return {"NUM": number, **_BY_LENGTH.get(len(digits), _no_values)(number, digits)}


def _no_values(_number: int, _digits: str) -> dict[str, Value]:
    return {}


def _short(number: int, digits: str) -> dict[str, Value]:
    limits = {"DAY": (1, 31), "MM": (1, 12), "MM2": (1, 12), "HOUR": (0, 24), "MINUTE": (0, 59), "YY": (0, 99)}
    needs_two = ("MINUTE", "YY", "MM2")
    return {
        name: number
        for name, (low, high) in limits.items()
        if low <= number <= high and (len(digits) == 2 or name not in needs_two)
    }


def _triple(number: int, _digits: str) -> dict[str, Value]:
    return {"TRIPLE": number}


def _four(number: int, _digits: str) -> dict[str, Value]:
    values: dict[str, Value] = {"FOUR": number}
    if 1000 <= number <= 2199 or number == _FOREVER:
        values["YEAR"] = number
    if number % 100 > 12 and number >= 1000:
        values["ISOYEAR"] = number  # "2016-12" is a month, "1904-05" two years
    if 1800 <= number <= 2099:
        values["MODERNYEAR"] = number
    if 1600 <= number <= 1799:
        values["OLDYEAR"] = number
    if number % 100 <= 59 and number <= 2400:
        values["CLOCK"] = number
    return values


_BY_LENGTH = {1: _short, 2: _short, 3: _triple, 4: _four}


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon of a language, built once from its `time.toml`; without that file it knows nothing but numbers."""
    data = _spelt_out(language(name).get("time", {}) if name in languages() else {})
    attached = {folded(mark): sort for marks, sort in data.get("attached", {}).items() for mark in spellings(marks)}
    token, names = _token(data.get("thousands", "")), frozenset(data.get("names", ()))
    made = Lexicon(data, names, data.get("suffixes", {}), attached, token, _lead(data))
    made.code(["PLAIN"])
    made.code(["NAME"])
    made.code(["BREAK"])
    _add_numbers(made)
    _add_words(made)
    known = {part for parts in made.phrases.values() for phrase, _ in parts for part in phrase} | made.words.keys()
    made.proclitics = Proclitics(frozenset(data.get("proclitics", ())), frozenset(known))
    return made


@cache
def _token(separators: str) -> re.Pattern[str]:
    """What a token is where these signs group the digits of large numbers."""
    return re.compile((_GROUPED.format(re.escape(separators)) if separators else "") + _TOKEN)


def _lead(data: Mapping[str, Any]) -> re.Pattern[str] | None:
    """ "on " of "on 3 May", "d'ici au " of "d'ici au 3 mai", "since the " of "since the 3rd"; not the end of "(on"."""
    prepositions = _any_of(data.get("words", {}).get("PREP", {}))
    articles = _any_of(data.get("articles", ()))
    if not prepositions:
        return None
    gap = r"(?:(?<=['’])|[ \t\n]+)"
    optional = rf"(?:(?:{articles}){gap})?" if articles else ""
    joined = f"[{''.join(data['proclitics'])}]?" if data.get("proclitics") else ""
    return re.compile(rf"(?<!\w){joined}(?P<words>{prepositions}){gap}{optional}$", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered)


def _add_numbers(made: Lexicon) -> None:
    samples = [str(number) for number in range(100)] + [f"{number:02}" for number in range(10)]
    samples += (
        ["100", "10000"]
        + [f"{number:04}" for number in range(0, 10000, 10)]
        + [f"{n:04}" for n in range(50, 10000, 100)]
    )
    for suffix in ("", *made.suffixes.values(), *made.attached.values()):
        for digits in samples:
            made.code(number_values(digits, suffix))


def _add_words(made: Lexicon) -> None:
    values: dict[tuple[str, ...], dict[str, Value]] = {}
    for word_class, words in made.data["words"].items():
        for word, value in words.items():
            values.setdefault(split(word), {})[word_class] = value
    for literal in set(literals_of(made.data)):
        values.setdefault((literal,), {})[f"={literal}"] = literal
    for parts, classes in values.items():
        entry = Entry(made.code(classes), classes)
        if len(parts) == 1:
            made.words[parts[0]] = entry
        else:
            made.phrases.setdefault(parts[0], []).append((parts, entry))
    for found in made.phrases.values():
        found.sort(key=lambda item: -len(item[0]))


def _spelt_out(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data with every form of its words: choices in brackets, and the endings that its class may have."""
    endings, classes = data.get("endings", {}), data.get("words", {})
    words = {
        name: {
            folded(form + ending): value
            for word, value in table.items()
            for form in spellings(word)
            for ending in endings.get(name, ("",))
        }
        for name, table in classes.items()
    }
    return {**data, "words": words}


def spellings(word: str) -> list[str]:
    """The forms that brackets stand for: "январ(ь|я)" is "январь" and "января"; without a bar the word itself."""
    return _choices(word, 0)[0] if "|" in word else [word]


def _choices(word: str, at: int) -> tuple[list[str], int]:
    """All forms from a place to the end of its bracket, and the place behind that."""
    done: list[str] = []
    current = [""]
    while at < len(word) and word[at] != ")":
        sign = word[at]
        at += 1
        if sign == "(":
            inner, at = _choices(word, at)
            current = [before + after for before in current for after in inner]
        elif sign == "|":
            done, current = done + current, [""]
        else:
            current = [before + sign for before in current]
    return done + current, at + 1


def literals_of(data: Mapping[str, Any]) -> Iterator[str]:
    """Every word and sign that the patterns name as such."""
    lines = [line for pattern in data.get("pattern", ()) for line in pattern["match"]] + list(
        data.get("parts", {}).values()
    )
    for line in lines:
        for item in ITEM.findall(line):
            for name in element_names(item):
                if not name[:1].isupper():
                    yield name


def element_names(item: str) -> tuple[str, ...]:
    """The classes and literals that one item of a pattern accepts; none for a bracket or a named part."""
    bare = item.lstrip("<>").lstrip("!") if item[0] in "<>" and len(item) > 1 else item
    if bare[0] in "(){}|@" and bare != "@":
        return ()
    bare = bare.removesuffix("?") if len(bare) > 1 else bare
    bare = bare.split("=")[0] if len(bare) > 1 else bare
    names = bare.split("/") if len(bare) > 1 else [bare]
    return tuple(name if name[:1].isupper() else folded(name) for name in names)


def split(words: str) -> tuple[str, ...]:
    """The tokens of a phrase, in lower case."""
    return tuple(_token("").findall(folded(words)))
