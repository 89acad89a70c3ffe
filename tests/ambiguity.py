r"""Whether a pattern can match a text in more ways than it could try: so a text that was made for it makes it run for ever.

A pattern becomes an automaton of the places at which it takes a character. It is ambiguous without bound where two ways lead
from a place back to itself over the same characters: "(a|a?)*", "(a*)*", "(\w+\s?)*". What looks around takes no character and
is a pattern of its own; a repetition of more than a few times counts as one without end, so that no danger is overlooked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the only parser that knows all that the patterns use

_FEW = 3
_MANY = 2
_SAMPLE = [*map(chr, range(0x180)), *"ёЖشّ٣–—‘’“”…年\u2028\U000f0001😀"]
"""Characters of every sort that patterns tell apart, besides those that a pattern names."""
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


@dataclass
class _Part:
    """A part of a pattern: the places that it can begin and end with, and in how many ways it can be empty (two are many)."""

    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    empty: int = 1


class Automaton:
    """The places of a pattern, what each takes, and which can follow which, in how many ways."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.takes: list[frozenset[str]] = []
        self.follow: Counter[tuple[int, int]] = Counter()
        self.around: list[Any] = []
        self.named = frozenset(source)
        self.flags = flags
        self._sequence(_parser.parse(source, flags))
        while self.around:
            self._sequence(self.around.pop())

    def _sequence(self, items: Iterable[tuple[Any, Any]]) -> _Part:
        whole = _Part()
        for operation, argument in items:
            whole = self._joined(whole, self._part(str(operation), argument))
        return whole

    def _joined(self, one: _Part, other: _Part) -> _Part:
        self.follow.update((last, first) for last in one.last for first in other.first)
        return _Part(
            one.first + other.first * one.empty,
            other.last + one.last * other.empty,
            min(_MANY, one.empty * other.empty),
        )

    def _part(self, operation: str, argument: Any) -> _Part:
        if operation in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}:
            return self._place(operation, argument)
        if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return self._repeated(*argument)
        if operation == "SUBPATTERN":
            return self._sequence(argument[3])
        if operation == "ATOMIC_GROUP":
            return self._sequence(argument)
        if operation == "BRANCH":
            parts = [self._sequence(branch) for branch in argument[1]]
            firsts, lasts = [p for one in parts for p in one.first], [p for one in parts for p in one.last]
            return _Part(firsts, lasts, min(_MANY, sum(one.empty for one in parts)))
        if operation in {"ASSERT", "ASSERT_NOT"}:
            self.around.append(argument[1])
            return _Part()
        if operation in {"AT", "GROUPREF"}:  # what a group took before is no choice
            return _Part()
        raise ValueError(f"{operation} is not known here")

    def _repeated(self, least: int, most: int, items: Sequence[tuple[Any, Any]]) -> _Part:
        if most <= _FEW:
            whole = _Part()
            for number in reversed(range(most)):
                whole = self._joined(self._sequence(items), whole)
                whole.empty = min(_MANY, whole.empty + (number >= least))
            return whole
        part = self._sequence(items)
        self.follow.update((last, first) for last in part.last for first in part.first)
        return _Part(part.first, part.last, int(part.empty > 0 or least == 0))

    def _place(self, operation: str, argument: Any) -> _Part:
        self.takes.append(frozenset(sign for sign in (*_SAMPLE, *self.named) if self._fits(operation, argument, sign)))
        return _Part([len(self.takes) - 1], [len(self.takes) - 1], 0)

    def _fits(self, operation: str, argument: Any, sign: str) -> bool:
        forms = {sign, sign.lower(), sign.upper()} if self.flags & re.IGNORECASE else {sign}
        if operation == "ANY":
            return sign != "\n" or bool(self.flags & re.DOTALL)
        if operation == "LITERAL":
            return chr(argument) in forms
        if operation == "NOT_LITERAL":
            return chr(argument) not in forms
        negated = str(argument[0][0]) == "NEGATE"
        return negated != any(_holds(str(sort), value, one) for sort, value in argument[negated:] for one in forms)

    def ambiguous(self) -> tuple[int, int] | None:
        """A place to which two ways lead back over the same characters, and where one of them goes; None if there is none."""
        for ring in self._rings():
            following = {one: [other for other in ring if self.follow[one, other]] for one in ring}
            for one in ring:
                for other in following[one]:
                    if self.follow[one, other] > 1:
                        return one, other
                if found := self._comes_back(one, following):
                    return one, found
        return None

    def _rings(self) -> Iterator[list[int]]:
        """Places that can come again: each with all those from which it is reached and that it reaches."""
        following: dict[int, set[int]] = {}
        for one, other in self.follow:
            following.setdefault(one, set()).add(other)
        reached = {one: _reached(one, following) for one in following}
        done: set[int] = set()
        for one in following:
            ring = [other for other in reached[one] if one in reached.get(other, ())]
            if one in reached[one] and one not in done:
                done.update(ring)
                yield ring

    def _comes_back(self, start: int, following: dict[int, list[int]]) -> int | None:
        """Two ways walked side by side over the same characters, from a place back to it, that part on the way."""
        waiting, seen = [(start, start)], {(start, start)}
        before: dict[tuple[int, int], set[tuple[int, int]]] = {}
        while waiting:
            pair = waiting.pop()
            for one in following[pair[0]]:
                for other in following[pair[1]]:
                    if self.takes[one] & self.takes[other]:
                        before.setdefault((one, other), set()).add(pair)
                        if (one, other) not in seen:
                            seen.add((one, other))
                            waiting.append((one, other))
        back = _reached_pairs((start, start), before)
        return next((one for one, other in back if one != other), None)


@cache
def _category(name: str) -> re.Pattern[str]:
    return re.compile(_CATEGORIES[name])


def _holds(sort: str, value: Any, sign: str) -> bool:
    if sort == "LITERAL":
        return ord(sign) == value if len(sign) == 1 else False
    if sort == "RANGE":
        return len(sign) == 1 and value[0] <= ord(sign) <= value[1]
    return bool(_category(str(value)).match(sign))


def _reached(start: int, following: dict[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [start]
    while waiting:
        for other in following.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _reached_pairs(start: tuple[int, int], before: dict[tuple[int, int], set[tuple[int, int]]]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    waiting = [start]
    while waiting:
        for other in before.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
