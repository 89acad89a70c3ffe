"""Patterns over classes of words, written as data, and how they are found in a text.

A pattern is a line such as `{ WEEKDAY ,? MONTH .? DAY }`: upper case names classes of the lexicon, anything else is
a word or sign itself. `( | )` groups, `?` makes optional, `=name` names a slot, `@NAME` inserts a part, `{ }` marks the
words that tell the time, `<X` and `>X` ask for the token before and after, `<!X` and `>!X` forbid it. There is no
repetition, so the search takes time in proportion to the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from app.extraction.lexicon import ITEM, Entry, Lexicon, Value, element_names, lexicon
from app.extraction.numbers import number_of, year_of_words
from app.extraction.tokens import Tokens


class Part(NamedTuple):
    """One expression of time within a match: its tokens (`last` is exclusive) and what its slots hold."""

    first: int
    last: int
    slots: Mapping[str, Value]


class Match(NamedTuple):
    """A pattern found: its rule, the tokens that it covers, and the expressions in it, at least one."""

    rule: str
    first: int
    last: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    group: str
    name: str
    classes: tuple[str, ...]
    part: int


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled pattern: the regular expression over codes, its slots, how many expressions it has, and constants."""

    rule: str
    regex: re.Pattern[str]
    slots: tuple[_Slot, ...]
    parts: int
    constants: Mapping[str, Value]
    tight: bool
    prefixes: tuple[tuple[str, ...], ...]
    """With what it can begin: two sets of characters, or one where that can be all."""

    def begins(self, pair: str) -> bool:
        """Whether it can begin with two characters, or be one where there is no other."""
        first, second = pair[0], pair[1:]
        return any(
            first in one[0] and (len(one) == 1 or (second != "" and second in one[1])) for one in self.prefixes if one
        )


class _Compiler:
    """Turns one line into a regular expression over the codes of a lexicon."""

    def __init__(self, words: Lexicon, line: str) -> None:
        self.words = words
        self.slots: list[_Slot] = []
        self.parts = 0
        self.count = 0
        items = list(self._items(line))
        if "{" not in items:
            leading = 0
            while items[leading][0] == "<":
                leading += 1
            trailing = len(items)
            while items[trailing - 1][0] == ">" and len(items[trailing - 1]) > 1:
                trailing -= 1
            items = [*items[:leading], "{", *items[leading:trailing], "}", *items[trailing:]]
        self.open: list[str] = []
        self.source = "".join(self._element(item) for item in self._named_groups(items))

    def _items(self, line: str) -> Iterator[str]:
        for item in ITEM.findall(line):
            if item[0] == "@" and len(item) > 1:
                name = item[1:].removesuffix("?")
                tail = ")?" if item.endswith("?") else ")"
                yield from ("(", *self._items(self.words.data["parts"][name]), tail)
            else:
                yield item

    def _named_groups(self, items: list[str]) -> list[str]:
        """Move the name of a group from its closing to its opening bracket."""
        result: list[str] = []
        stack: list[int] = []
        for item in items:
            if item == "(":
                stack.append(len(result))
                result.append(item)
            elif item[0] == ")":
                at = stack.pop()
                optional = item.endswith("?")
                name = item.rstrip("?")[2:]
                result[at] = f"(={name}" if name else "("
                result.append(")?" if optional else ")")
            else:
                result.append(item)
        return result

    def _element(self, item: str) -> str:
        if item == "{":
            self.parts += 1
            return f"(?P<p{self.parts - 1}>"
        if item == "}":
            return ")"
        if item == "(":
            return "(?:"
        if item.startswith("(="):
            return f"(?P<{self._slot(item[2:], ())}>"
        if item in (")", ")?", "|"):
            return item
        return self._word(item)

    def _slot(self, name: str, classes: tuple[str, ...]) -> str:
        group = f"s{self.count}"
        self.count += 1
        self.slots.append(_Slot(group, name, classes, self.parts - 1))
        return group

    def _word(self, item: str) -> str:
        names = element_names(item)
        allowed = "[" + self.words.members([name if name[:1].isupper() else f"={name}" for name in names]) + "]"
        if allowed == "[]":
            raise ValueError(f"no word of the language is in {item!r}")
        if item[0] in "<>" and len(item) > 1:
            negative = item[1] == "!"
            behind = "<" if item[0] == "<" else ""
            return f"(?{behind}{'!' if negative else '='}{allowed})"
        optional = "?" if item.endswith("?") and len(item) > 1 else ""
        upper = tuple(name for name in names if name[:1].isupper())
        body = item.removesuffix("?") if optional else item
        name = body.split("=")[1] if "=" in body and len(body) > 1 else upper[0].lower() if upper else ""
        if not name:
            return allowed + optional
        return f"(?P<{self._slot(name, upper)}>{allowed}){optional}"


class _Beginnings(dict[str, tuple[Pattern, ...]]):
    """The patterns that can begin with two characters, or with the last one of a text; found when first asked for.

    There are at most as many entries as pairs of characters, of which a language has a few hundred.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        super().__init__()
        self.all = patterns

    def __missing__(self, pair: str) -> tuple[Pattern, ...]:
        self[pair] = found = tuple(one for one in self.all if one.begins(pair))
        return found


@cache
def patterns(name: str) -> _Beginnings:
    """The patterns of a language in the order of the file."""
    words = lexicon(name)
    listed = words.data.get("pattern", ())
    return _Beginnings([_compile(words, entry, line) for entry in listed for line in entry["match"]])


def _compile(words: Lexicon, entry: Mapping[str, object], line: str) -> Pattern:
    try:
        compiler = _Compiler(words, line)
        regex = re.compile(compiler.source)
    except (re.error, ValueError, KeyError, IndexError) as error:
        raise ValueError(f"pattern {line!r}: {error}") from error
    constants = entry.get("with", {})
    assert isinstance(constants, dict)
    return Pattern(
        str(entry["rule"]),
        regex,
        tuple(compiler.slots),
        compiler.parts,
        constants,
        bool(entry.get("tight")),
        tuple(sorted(_alternatives(_Reader(compiler.source)))),
    )


@dataclass(slots=True)
class _Reader:
    source: str
    at: int = 0


_Prefix = tuple[str, ...]
"""Sets of characters that stand one behind the other, no more than two."""
_LONGEST_PREFIX = 2
_NOTHING: frozenset[_Prefix] = frozenset({()})


def _alternatives(reader: _Reader) -> frozenset[_Prefix]:
    """With what an alternation up to its closing bracket can begin; what is shorter than two can be all of it."""
    done: frozenset[_Prefix] = frozenset()
    current = _NOTHING
    while reader.at < len(reader.source) and reader.source[reader.at] != ")":
        if reader.source[reader.at] == "|":
            done, current = done | current, _NOTHING
            reader.at += 1
            continue
        following = _element(reader)
        current = frozenset((*one, *other)[:_LONGEST_PREFIX] for one in current for other in following)
    return done | current


def _element(reader: _Reader) -> frozenset[_Prefix]:
    """With what one element can begin: a set of characters, a group, or what only looks at the characters beside."""
    source = reader.source
    if source[reader.at] == "[":
        end = source.index("]", reader.at)
        found: frozenset[_Prefix] = frozenset({(source[reader.at + 1 : end],)})
        reader.at = end + 1
    else:
        looking = source.startswith(("(?=", "(?!", "(?<=", "(?<!"), reader.at)
        reader.at = source.index(">", reader.at) + 1 if source.startswith("(?P<", reader.at) else reader.at
        if looking:
            reader.at = source.index(")", reader.at) + 1
            return _NOTHING
        if source.startswith("(?:", reader.at):
            reader.at += 3
        found = _alternatives(reader)
        reader.at += 1
    if reader.at < len(source) and source[reader.at] == "?":
        reader.at += 1
        found |= _NOTHING
    return found


def find(tokens: Tokens, name: str) -> Iterator[Match]:
    """Matches from left to right without overlap: at each place the longest, of equal ones the first in the file."""
    beginnings, codes = patterns(name), tokens.codes
    if not beginnings.all:
        return
    any_start = _starts(name)
    place = any_start.search(codes)
    while place:
        at = place.start()
        best = _longest(tokens, beginnings[codes[at : at + _LONGEST_PREFIX]], at)
        at = max(best.last, at + 1) if best else at + 1
        if best:
            yield best
        place = any_start.search(codes, at)


@cache
def _starts(name: str) -> re.Pattern[str]:
    """Any character with which a pattern can begin."""
    codes = {code for pattern in patterns(name).all for prefix in pattern.prefixes for code in "".join(prefix[:1])}
    return re.compile("[" + "".join(sorted(codes)) + "]")


def _longest(tokens: Tokens, candidates: tuple[Pattern, ...], at: int) -> Match | None:
    best: tuple[Pattern, re.Match[str]] | None = None
    codes, end = tokens.codes, at
    for pattern in candidates:
        found = pattern.regex.match(codes, at)
        if found and found.end() > end and not (pattern.tight and not _is_tight(tokens, at, found.end())):
            best, end = (pattern, found), found.end()
    return _match(tokens, *best) if best else None


def _is_tight(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.ends[i] == tokens.starts[i + 1] for i in range(first, last - 1))


def _match(tokens: Tokens, pattern: Pattern, found: re.Match[str]) -> Match:
    values: list[dict[str, Value]] = [dict(pattern.constants) for _ in range(pattern.parts)]
    for slot in pattern.slots:
        first, last = found.span(slot.group)
        if first >= 0:
            value = _value(tokens, slot, first, last)
            for index in range(pattern.parts) if slot.part < 0 else (slot.part,):
                values[index][slot.name] = value
    parts = tuple(
        Part(*found.span(f"p{index}"), values[index])
        for index in range(pattern.parts)
        if found.span(f"p{index}")[0] >= 0
    )
    return Match(pattern.rule, found.start(), found.end(), parts)


def _value(tokens: Tokens, slot: _Slot, first: int, last: int) -> Value:
    if not slot.classes:
        entries = [entry for entry in tokens.entries[first:last] if entry]
        return year_of_words(entries) if slot.name == "year" else number_of(entries)
    entry = tokens.entries[first]
    return _value_of(entry, slot.classes) if entry else tokens.word(first)


def _value_of(entry: Entry, classes: tuple[str, ...]) -> Value:
    return next(entry.values[name] for name in classes if name in entry.values)
