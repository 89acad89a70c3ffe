"""A text as the sentences that it says, so that two can be laid beside one another whatever their quotes look like."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 100_000
"""Letters; longer texts are not laid beside others, because that is done while the library is written."""
PLACE = 80
"""So many letters a place, day and agency before the first sentence may have."""
ABBREVIATION = 4
"""A full stop behind so few letters with a capital may end no sentence: "Gen.", "Aug."."""

_ENDS = ".!?…؟।。！？"
_END = re.compile(r"[.!?…؟।][\"'”’»“)\]]*\s+|[。！？]+")  # "left.” He"
_CLOSING = "\"'”’»“)] "
# "TAVASK, 12 May 2017 (Nordline) – "; whether it is a place is told by its words
_BEFORE_DASH = re.compile(rf"[^\n]{{2,{PLACE}}}?\s[–—-]{{1,2}}\s+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BARE = re.compile(r"\w+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00ad\u200b\u2060"))
# what may look otherwise in a copy; before a digit a sign may be part of the number, as in "1.5", "-5" and "1/2"
_BETWEEN = re.compile(r"""[.,:/-](?!\d)|[\s;!()\[\]{}"'«»„“”‘’‚‹›`´…،۔؛|*_•]+""")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence or of a line that is none, without case and typography."""

    words: tuple[str, ...]
    line: bool
    """Whether it stands alone and has no end, as a headline does."""
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """All sentences of a text, and the words of the place and day that stood before the first."""

    sentences: tuple[Sentence, ...]
    place: tuple[str, ...]


def lay(text: str) -> Laid:
    """In time that grows as the text does; of a text that is too long, nothing."""
    found: list[Sentence] = []
    place: str | None = None
    for line in text.split("\n") if len(text) <= LONGEST else ():
        whole = line.rstrip(_CLOSING)[-1:] in tuple(_ENDS)
        if whole and place is None:
            place, line = parted(line)
        found += _of_line(line.strip(), whole)
    return Laid(tuple(found), words_of(_IN_BRACKETS.sub(" ", place or "")))


def words_of(text: str) -> tuple[str, ...]:
    """The words and signs that say something: "1,500", "-5", "%" and "?" are kept, quotes and dashes are not."""
    plain = unicodedata.normalize("NFC", text).translate(_DASHES).casefold()
    return tuple(word for word in _BETWEEN.split(plain) if word)


def parted(line: str) -> tuple[str, str]:
    """The place, day and agency before the first words, if there are any, and these."""
    match = _BEFORE_DASH.match(line)
    if not match or not _is_place(match[0]):
        return "", line
    return match[0], line[match.end() :]


def _is_place(before: str) -> bool:
    """ "TAVASK (Nordline) –", "Tavask, 12 May –"; not "The mayor said –"."""
    names = _BARE.findall(_IN_BRACKETS.sub(" ", before))
    plain = all(not name[0].islower() for name in names)
    return bool(names) and plain and ("(" in before or (names[0].isupper() and len(names[0]) > 2))


def _of_line(line: str, whole: bool) -> Iterator[Sentence]:
    pieces = list(_cut(line))
    for piece in pieces:
        if words := words_of(piece):
            alone = len(pieces) == 1
            yield Sentence(words, alone and not whole, alone and line[0] in "([" and line[-1] in ")]")


def _cut(line: str) -> Iterator[str]:
    first = 0
    for match in _END.finditer(line):
        if _is_end(line, match):
            yield line[first : match.end()]
            first = match.end()
    yield line[first:]


def _is_end(line: str, match: re.Match[str]) -> bool:
    """Where it is doubtful the sentence goes on: of a longer one less can be left out."""
    if line[match.end() : match.end() + 1].islower():
        return False
    if match[0][0] != ".":
        return True
    before = line[max(0, match.start() - 24) : match.start()].split()[-1:]
    return bool(before) and not _may_be_short(before[0])


def _may_be_short(word: str) -> bool:
    """ "Gen", "U.N", "17"; not "left", "Syria"."""
    return len(word) == 1 or "." in word or word.isdigit() or (word[0].isupper() and len(word) <= ABBREVIATION)
