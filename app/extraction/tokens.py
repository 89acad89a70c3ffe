"""A stretch of text as tokens: where each stands, what it can be, and one string with a character per token."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.letters import folded
from app.extraction.lexicon import Entry, Lexicon

_CHUNK = 60_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one stretch: `starts` and `ends` are offsets into the whole text, `codes` has a character per token."""

    text: str
    starts: list[int]
    ends: list[int]
    entries: list[Entry | None]
    codes: str

    def word(self, index: int) -> str:
        """The token's own letters."""
        return self.text[self.starts[index] : self.ends[index]]

    def __len__(self) -> int:
        return len(self.starts)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a long text at empty lines, line ends, sentence ends or blanks, so that no memory grows with its length."""
    start = 0
    while len(text) - start > _CHUNK:
        end = start + _CHUNK
        for mark in ("\n\n", "\n", ". ", " "):
            cut = text.rfind(mark, start + _CHUNK // 2, end)
            if cut > 0:
                end = cut + len(mark)
                break
        yield start, end
        start = end
    yield start, len(text)


def tokenise(text: str, start: int, end: int, words: Lexicon) -> Tokens:
    """The tokens between two offsets; words that belong together ("new year's eve") become one."""
    matches = words.token.finditer(text, start, end)
    found = [(match[0], match.start(), match.end()) for match in matches]
    if "’" in text:
        found = [("'" if word == "’" else word, first, last) for word, first, last in found]
    if words.proclitics:
        found = [part for token in found for part in words.proclitics.parted(token[0], token[1])]
    starts: list[int] = []
    ends: list[int] = []
    entries: list[Entry | None] = []
    codes: list[str] = []
    index, count, alone = 0, len(found), words.alone
    while index < count:
        token, first, last = found[index]
        index += 1
        known = alone[token]
        entry, code = known or (None, "")
        if known is None:
            entry, last, index = _beside(found, index, words)
            code = entry.code if entry else words.code_of(token)
        starts.append(first)
        ends.append(last)
        entries.append(entry)
        codes.append(code)
    return Tokens(text, starts, ends, entries, "".join(codes))


_Found = list[tuple[str, int, int]]


def _beside(found: _Found, index: int, words: Lexicon) -> tuple[Entry | None, int, int]:
    """What a token is together with those behind it, where it ends then, and which comes next."""
    token, _, last = found[index - 1]
    lower = folded(token)
    entry = words.words.get(lower)
    if lower in words.phrases:
        entry, last, index = _phrase(found, index - 1, words) or (entry, last, index)
    if entry is None and token[0].isdecimal():
        entry, last, index = _number(found, index - 1, words)
    elif entry is not None and words.attached:
        last, index = _with_ending(found, last, index, words)
    if lower in words.names and not token[0].isupper():
        entry = None
    return entry, last, index


def _phrase(found: _Found, index: int, words: Lexicon) -> tuple[Entry, int, int] | None:
    second = folded(found[index + 1][0]) if index + 1 < len(found) else ""
    for parts, entry in words.phrases[folded(found[index][0])]:
        if parts[1] != second:
            continue
        here = found[index : index + len(parts)]
        if len(here) == len(parts) and all(folded(one[0]) == part for one, part in zip(here, parts, strict=True)):
            return entry, here[-1][2], index + len(parts)
    return None


def _number(found: _Found, index: int, words: Lexicon) -> tuple[Entry, int, int]:
    digits, _, end = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    if following and following[1] == end and following[0].lower() in words.suffixes:
        return words.number(digits, words.suffixes[following[0].lower()]), following[2], index + 2
    ending = _ending(found, end, index + 1) if words.attached else ""
    if ending in words.attached:
        return words.number(digits, words.attached[ending]), found[index + 2][2], index + 3
    return words.number(digits), end, index + 1


def _with_ending(found: _Found, end: int, index: int, words: Lexicon) -> tuple[int, int]:
    """Where a word ends, and what comes next, behind an ending of its own: "Mayıs'ta"."""
    ending = _ending(found, end, index)
    return (found[index + 1][2], index + 2) if ending in words.attached else (end, index)


def _ending(found: _Found, end: int, index: int) -> str:
    """A mark and the letters behind it, where both follow at once: "'ta"; else ""."""
    if index + 1 >= len(found):
        return ""
    mark, letters = found[index], found[index + 1]
    return folded(mark[0] + letters[0]) if mark[1] == end and letters[1] == mark[2] else ""
