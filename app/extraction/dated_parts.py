"""A clause that tells of two times tells of two events: "Mokot fell on the 27th, Zolib three days later"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.extraction.clause import Clause, Link, Piece
from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary
from storage.model import DateExpression

Placed = tuple[int, int, DateExpression]
"""First word, last word (exclusive) and the date that they are."""

_FEWEST = 2
"""Dates of a clause that can tell of two events."""


def parted(
    clause: Clause, sentence: Sentence, dates: Sequence[Placed], heads: Sequence[int], vocabulary: Vocabulary
) -> list[Clause]:
    """The clause cut before every further date that has words of its own; `heads` are where its triggers begin.

    The first date must follow what it dates: "On Friday the town, taken in March, was lost" is left whole. Where verbs
    stand last, what is told of all of them follows the last date.
    """
    own = [date for date in dates if date[0] in clause]
    if len(own) < _FEWEST:
        return [clause]
    last = "verbs_last" in vocabulary.habits
    cuts = [
        cut
        for first, second in pairwise(own)
        if any(last or head < first[0] for head in heads if head in clause) and first[2].when != second[2].when
        for cut in [_cut(sentence, first[1], second, heads, vocabulary)]
        if cut and cut in clause
    ]
    return list(_cut_up(clause, cuts))


def _cut(sentence: Sentence, after: int, date: Placed, heads: Sequence[int], vocabulary: Vocabulary) -> int:
    """The first word between two dates from which the second has words of its own, else 0."""
    sets, words = vocabulary.clause_words, sentence.lower
    for i in range(after, date[0]):
        joined = words[i] in sets["coordinators"] or words[i - 1] == ","
        bound = words[i] in sets["sequels"] and any(i < head < date[0] for head in heads)
        if (joined or bound) and _says_more(sentence, i, date[0], vocabulary):
            return i
    return 0


def _says_more(sentence: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    sets = vocabulary.clause_words
    small = sets["prepositions"] | sets["coordinators"] | (sets["determiners"] - sets["counters"]) | sets["small"]
    return any(sentence.lower[i] not in small and sentence.lower[i].isalnum() for i in range(start, end))


def _cut_up(clause: Clause, cuts: Sequence[int]) -> Iterator[Clause]:
    rest = list(clause.pieces)
    core = clause.core
    for cut in cuts:
        before, rest = _divided(rest, cut)
        yield _clause(before, core)
        core = rest[0]
    yield _clause(rest, core)


def _divided(pieces: Sequence[Piece], cut: int) -> tuple[list[Piece], list[Piece]]:
    before = [Piece(p.start, min(p.end, cut), p.link, p.opener) for p in pieces if p.start < cut]
    after = [Piece(cut, p.end, Link.ELLIPTIC) if p.start <= cut < p.end else p for p in pieces if p.end > cut]
    return before, after


def _clause(pieces: Sequence[Piece], core: Piece) -> Clause:
    holding = [piece for piece in pieces if piece.start <= core.start < piece.end] or list(pieces)
    return Clause(tuple(pieces), holding[0])
