"""Sentences cut into clauses: the smallest stretches that can report an event of their own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary
from storage.model import Span

_HARD = frozenset(';:—–()“”"«»')
_HELP = 4
"""Words before a participle among which its auxiliary stands: "has not yet been taken"."""
_OPENING = frozenset("([“«")


class Link(StrEnum):
    """How a clause hangs on what stands before it."""

    FIRST = "first"
    COMMA = "comma"
    HARD = "hard"
    COORDINATED = "coordinated"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    COMPLEMENT = "complement"
    ELLIPTIC = "elliptic"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two possible borders; `opener` is the word that made the first border."""

    start: int
    end: int
    link: Link
    opener: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces of a sentence that belong to one predicate; `core` is the piece that holds it."""

    pieces: tuple[Piece, ...]
    core: Piece

    @property
    def indices(self) -> list[int]:
        """The words in order."""
        return [i for piece in self.pieces for i in range(piece.start, piece.end)]

    def __contains__(self, index: int) -> bool:
        return any(piece.start <= index < piece.end for piece in self.pieces)

    def span(self, sentence: Sentence, vocabulary: Vocabulary) -> Span:
        """Its place in the text, without linking words and punctuation at its edges."""
        first, last = self.pieces[0].start, self.pieces[-1].end - 1
        linking = vocabulary.clause_words["coordinators"]
        while first < last and (sentence.lower[first] in linking or not sentence.words[first][0].isalnum()):
            first += 1
        while last > first and not sentence.words[last][-1].isalnum():
            last -= 1
        return Span(sentence.starts[first], sentence.ends[last])


@dataclass(slots=True)
class _Reading:
    """A sentence under way to its clauses: which words are verbs, which belong to dates."""

    sentence: Sentence
    vocabulary: Vocabulary
    dates: frozenset[int]
    verbs: list[int] = field(default_factory=list)

    def has_verb(self, start: int, end: int) -> bool:
        return any(start <= i < end for i in self.verbs)


def clauses(sentence: Sentence, vocabulary: Vocabulary, dates: frozenset[int] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence from left to right; `dates` are the words of date expressions, which are never cut."""
    reading = _Reading(sentence, vocabulary, dates)
    reading.verbs = [i for i in range(len(sentence.words)) if i not in dates and is_verb(sentence, i, vocabulary)]
    return tuple(_joined(reading, list(_pieces(reading))))


def is_verb(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is read as a verb (finite, or a participle that tells something)."""
    word = sentence.lower[i]
    if word in vocabulary.verb_words["auxiliaries"]:
        return not word.startswith("'s") or (i > 0 and sentence.lower[i - 1] in vocabulary.clause_words["subjects"])
    tags = vocabulary.verb_forms.get(word)
    if tags is None:
        return word.endswith("ed") and len(word) > 4 and sentence.words[i].islower() and _free(sentence, i, vocabulary)
    if sentence.words[i][0].isupper() and i > 0 and not sentence.words[i].isupper():
        return False
    if {"past", "participle"} & tags:
        return word not in vocabulary.verb_words["not_verbs"] and _free(sentence, i, vocabulary)
    if "ing" in tags:
        return False
    return reads_as_verb(sentence, i, tags, vocabulary)


def _free(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Not an adjective before a noun: "the captured town", "their abandoned guns"; but "both besieged by rebels"."""
    if sentence.lower[i] in vocabulary.verb_words["not_verbs"]:
        return False
    before = sentence.lower[i - 1] if i else ""
    after = sentence.words[i + 1] if i + 1 < len(sentence.words) else "."
    if before in vocabulary.clause_words["prepositions"] - vocabulary.clause_words["subordinators"]:
        return False
    if after.lower() in vocabulary.clause_words["agents"] and not _helped(sentence, i, vocabulary):
        return False
    noun_follows = after[0].isalpha() and after.islower() and not is_function_word(after.lower(), vocabulary)
    return not (before in vocabulary.clause_words["determiners"] and noun_follows)


def _helped(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether an auxiliary stands before a participle: "was brokered by", not "a ceasefire brokered by"."""
    return bool(vocabulary.verb_words["auxiliaries"].intersection(sentence.lower[max(0, i - _HELP) : i]))


def is_function_word(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word only joins or points: an article, preposition or conjunction."""
    sets = vocabulary.clause_words
    return any(
        word in sets[name] for name in ("determiners", "prepositions", "subordinators", "coordinators", "relatives")
    )


def reads_as_verb(sentence: Sentence, i: int, tags: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether a form that may be a noun too ("attack", "strikes") is a verb where it stands."""
    sets = vocabulary.clause_words
    before = sentence.lower[i - 1] if i else ""
    after = sentence.lower[i + 1] if i + 1 < len(sentence.words) else "."
    if not before or before in sets["determiners"] or (before in sets["prepositions"] and before != "to"):
        return False
    if before == "to" or before in sets["subjects"] or before in vocabulary.verb_words["auxiliaries"]:
        return "base" in tags or before in sets["subjects"]
    follows = after in sets["determiners"] or after in sets["prepositions"] or not after[0].isalpha()
    capital_follows = i + 1 < len(sentence.words) and sentence.words[i + 1][0].isupper()
    plural = before.endswith("s") or before in {"people", "men", "women", "children", "police", "troops"}
    if "third" in tags:
        return (
            (not plural or sentence.words[i - 1][0].isupper())
            and before[0].isalpha()
            and (
                (follows and after not in {"of", ".", ",", "and", "in", "on", "against"})
                or capital_follows
                or i + 1 == len(sentence.words)
            )
        ) or (sentence.words[i - 1][0].isupper() and follows and after != "of")
    return (
        plural
        and before[0].isalpha()
        and (after in sets["determiners"] or capital_follows or after in {"through", "into", "to", "out", "in", "on"})
    )


def _pieces(reading: _Reading) -> list[Piece]:
    count = len(reading.sentence.words)
    pieces: list[Piece] = []
    start, link, opener = 0, Link.FIRST, ""
    for i in range(1, count):
        border = None if i in reading.dates and i - 1 in reading.dates else _border(reading, start, i)
        if border:
            pieces.append(Piece(start, i, link, opener))
            start, (link, opener) = i, border
    pieces.append(Piece(start, count, link, opener))
    return pieces


def _border(reading: _Reading, start: int, i: int) -> tuple[Link, str] | None:
    """Whether a new piece begins at the word, and how."""
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    before, word = sentence.lower[i - 1], sentence.lower[i]
    if (before in _HARD and before not in _OPENING) or word in _OPENING:
        return Link.HARD, before
    if before == ",":
        return _after_comma(reading, i)
    if before in {"-", "/"} and i > 1 and sentence.starts[i - 1] > sentence.ends[i - 2]:
        return Link.HARD, before
    end = _next_stop(reading, i)
    if word in sets["coordinators"] and reading.has_verb(start, i) and reading.has_verb(i + 1, end):
        return Link.COORDINATED, word
    if (
        word in sets["complementizers"]
        and before in reading.vocabulary.forms["reporting"]
        and reading.has_verb(i + 1, end)
    ):
        return Link.COMPLEMENT, word
    if word in sets["relatives"] and reading.has_verb(i + 1, end) and before not in sets["determiners"]:
        said = any(sentence.lower[k] in reading.vocabulary.forms["reporting"] for k in range(start, i))
        return (Link.COMPLEMENT, word) if said and word in sets["complementizers"] else (Link.RELATIVE, word)
    if word in sets["subordinators"] and (reading.has_verb(i + 1, end) or _gerund(reading, i + 1)):
        return Link.SUBORDINATE, word
    if _bare_complement(reading, start, i, end):
        return Link.COMPLEMENT, ""
    return None


def _after_comma(reading: _Reading, i: int) -> tuple[Link, str]:
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    word = sentence.lower[i]
    if word in sets["coordinators"]:
        return Link.COORDINATED, word
    if word in sets["subordinators"]:
        return Link.SUBORDINATE, word
    if word in sets["relatives"]:
        return Link.RELATIVE, word
    return Link.COMMA, word


def _gerund(reading: _Reading, i: int) -> bool:
    """ "after breaking through", "before handing over"."""
    if i >= len(reading.sentence.words) or i in reading.dates:
        return False
    return "ing" in reading.vocabulary.verb_forms.get(reading.sentence.lower[i], ())


def _bare_complement(reading: _Reading, start: int, i: int, end: int) -> bool:
    """ "Putin said on Friday | he was working": after a word of saying and its date, where a subject with a verb begins."""
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    said = [
        k for k in range(start, i) if k in reading.verbs and sentence.lower[k] in reading.vocabulary.forms["reporting"]
    ]
    if not said or i in reading.dates or not reading.has_verb(i + 1, end):
        return False
    between = [
        k for k in range(said[-1] + 1, i) if k not in reading.dates and sentence.lower[k] not in sets["prepositions"]
    ]
    plain = sentence.lower[said[-1]] in reading.vocabulary.forms["plain_reporting"] and sentence.words[i][0].isalnum()
    begins = plain or sentence.lower[i] in sets["subjects"] | sets["determiners"] or sentence.words[i][0].isupper()
    begins = begins and sentence.lower[i] not in sets["prepositions"] | sets["coordinators"]
    return not between and begins and sentence.lower[i - 1] not in sets["prepositions"]


def _next_stop(reading: _Reading, i: int) -> int:
    words = reading.sentence.words
    for k in range(i, len(words)):
        if words[k] in _HARD or (words[k] == "," and k not in reading.dates):
            return k
    return len(words)


def _joined(reading: _Reading, pieces: Sequence[Piece]) -> list[Clause]:
    """Pieces with a verb make clauses; the others go to the one before, or at the beginning to the one behind."""
    found: list[Clause] = []
    waiting: list[Piece] = []
    for piece in pieces:
        if not _tells(reading, piece):
            if found and not waiting and piece.link is not Link.HARD:
                found[-1] = Clause((*found[-1].pieces, piece), found[-1].core)
            else:
                waiting.append(piece)
        elif waiting and _interrupts(reading, piece):
            found.append(Clause((piece,), piece))
        else:
            found.append(Clause((*waiting, piece), piece))
            waiting = []
    if waiting and found and waiting[0].start >= found[-1].core.end:
        found[-1] = Clause((*found[-1].pieces, *waiting), found[-1].core)
    elif waiting and found:
        found[0] = Clause((*waiting, *found[0].pieces), found[0].core)
    elif waiting:
        found.append(Clause(tuple(waiting), waiting[-1]))
    return sorted(found, key=lambda clause: clause.core.start)


def _tells(reading: _Reading, piece: Piece) -> bool:
    return (
        reading.has_verb(piece.start, piece.end)
        or (piece.link is Link.SUBORDINATE and _gerund(reading, piece.start + 1))
        or (piece.link is Link.COMMA and _gerund(reading, piece.start))
    )


def _interrupts(reading: _Reading, piece: Piece) -> bool:
    """A relative or participle between a subject and its verb: "Saraqib, where two roads cross, was retaken"."""
    if piece.link in {Link.RELATIVE, Link.SUBORDINATE}:
        return piece.link is Link.RELATIVE
    if piece.link is not Link.COMMA:
        return False
    first = piece.start
    tags = reading.vocabulary.verb_forms.get(reading.sentence.lower[first], frozenset())
    more = any(verb > piece.end for verb in reading.verbs)
    return more and first in reading.verbs and "participle" in tags
