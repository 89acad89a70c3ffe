"""Sentences cut into clauses: the smallest stretches that can report an event of their own."""

from collections.abc import Sequence
from itertools import takewhile

from app.extraction.borders import Draft, opens_with_gerund, pieces
from app.extraction.clause import Clause, Link, Piece
from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary

_MEASURE = 3
"""Words of "a few days" and "two weeks" before "after"."""
_VERB_REACH = 2
"""Words among which the verb stands that a subject has waited for: "was retaken", "now lies"."""


def clauses(sentence: Sentence, vocabulary: Vocabulary, dates: frozenset[int] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence from left to right; `dates` are the words of date expressions, which are never cut."""
    reading = Draft.of(sentence, vocabulary, dates)
    return tuple(_joined(reading, pieces(reading)))


def _joined(reading: Draft, pieces: Sequence[Piece]) -> list[Clause]:
    """Pieces with a verb make clauses; the others go to the one before, or at the beginning to the one behind."""
    found: list[Clause] = []
    waiting: list[Piece] = []
    for number, piece in enumerate(pieces):
        if not _tells(reading, piece):
            following = pieces[number + 1 :]
            behind = piece.link is Link.HARD or _opens_next(reading, piece) or _waits(reading, following)
            behind = behind or _measures_next(reading, piece, following)
            if found and not waiting and not behind:
                at = -2 if len(found) > 1 and _goes_on(reading, found[-1], piece) else -1
                found[at] = Clause((*found[at].pieces, piece), found[at].core)
            else:
                waiting.append(piece)
        elif waiting and (
            _stands_between(reading, found, waiting, pieces[number:])
            or _is_said_within(found, waiting, piece, pieces[number + 1 :])
        ):
            found.append(Clause((piece,), piece))
        else:
            found.append(Clause((*waiting, piece), piece))
            waiting = []
    if waiting and found and waiting[0].start >= found[-1].core.end:
        found[-1] = Clause((*found[-1].pieces, *waiting), found[-1].core)
    elif waiting and found:
        pieces_in_order = sorted((*waiting, *found[0].pieces), key=lambda piece: piece.start)
        found[0] = Clause(tuple(pieces_in_order), found[0].core)
    elif waiting:
        found.append(Clause(tuple(waiting), waiting[-1]))
    return sorted(found, key=lambda clause: clause.core.start)


def _goes_on(reading: Draft, relative: Clause, piece: Piece) -> bool:
    """Whether a date behind a relative between commas is of the clause around it: "the port, built in 1974, on Sunday"."""
    lower, core = reading.sentence.lower, relative.core
    aside = core.link is Link.RELATIVE and core.start > 0 and lower[core.start - 1] == "," and core.end == piece.start
    prepositions = reading.vocabulary.clause_words["prepositions"]
    first = piece.start + (lower[piece.start] in prepositions)
    return aside and piece.link is Link.COMMA and first in reading.dates


def _measures_next(reading: Draft, piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a few words behind a comma tell how long before or after it was: "on Friday, two days | after troops came"."""
    sets = reading.vocabulary.clause_words
    opener = following[0].opener if following and following[0].link is Link.SUBORDINATE else ""
    short = piece.link is Link.COMMA and piece.end - piece.start <= _MEASURE
    return short and (opener in sets["later_than"] or opener in sets["earlier_than"])


def _opens_next(reading: Draft, piece: Piece) -> bool:
    """Whether a date between commas stands at the beginning of what follows: "and, five days later, two were shot"."""
    lower, start = reading.sentence.lower, piece.start
    joined = (
        start > 1 and lower[start - 1] == "," and lower[start - 2] in reading.vocabulary.clause_words["coordinators"]
    )
    return joined and start in reading.dates and lower[piece.end - 1] == ","


def _waits(reading: Draft, following: Sequence[Piece]) -> bool:
    """Whether a verb is still to come for the piece, in a language where verbs stand last."""
    if "verbs_last" not in reading.vocabulary.habits:
        return False
    near = takewhile(lambda one: one.link is not Link.HARD, following)
    return any(_tells(reading, one) for one in near)


def _tells(reading: Draft, piece: Piece) -> bool:
    infinitive = reading.vocabulary.clause_words["infinitive"]
    if piece.link is Link.COMMA and reading.sentence.lower[piece.start] in infinitive:
        return False  # "agreed yesterday, 8 April, to stop fighting" is one clause
    return (
        reading.has_verb(piece.start, piece.end)
        or (piece.link is Link.SUBORDINATE and opens_with_gerund(reading, piece.start + 1))
        or (piece.link is Link.COMMA and opens_with_gerund(reading, piece.start))
    )


def _interrupts(reading: Draft, piece: Piece) -> bool:
    """A relative or participle between a subject and its verb: "Saraqib, where two roads cross, was retaken"."""
    if piece.link in {Link.RELATIVE, Link.SUBORDINATE}:
        return piece.link is Link.RELATIVE
    if piece.link is not Link.COMMA:
        return False
    first = piece.start
    tags = reading.vocabulary.verb_forms.get(reading.sentence.lower[first], frozenset())
    more = any(verb > piece.end for verb in reading.verbs)
    if "ing" in tags and first not in reading.verbs:  # "The church, sheltering many, was shelled"
        return piece.end in reading.verbs
    return more and first in reading.verbs and "participle" in tags


def _interrupted(found: Sequence[Clause], waiting: Sequence[Piece]) -> bool:
    """Whether something stands already between a subject and the verb that it waits for."""
    return bool(found) and found[-1].core.start > waiting[-1].start


def _stands_between(reading: Draft, found: Sequence[Clause], waiting: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether the first piece is the one that stands between what waits and its verb."""
    if _interrupted(found, waiting) or not _interrupts(reading, pieces[0]):
        return False
    return not _of_two_names(reading, waiting, pieces)


def _is_said_within(
    found: Sequence[Clause], waiting: Sequence[Piece], piece: Piece, following: Sequence[Piece]
) -> bool:
    """Whether a piece is said in a relative, with a verb for the subject behind: "Men who said | they fled | were held"."""
    said = piece.link is Link.COMPLEMENT and _interrupted(found, waiting) and found[-1].core.link is Link.RELATIVE
    return said and any(one.link is Link.FIRST for one in following)


def _of_two_names(reading: Draft, waiting: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether two names of one thing wait for the verb of the first piece: "The president, Omar Nasri, backed the plan".

    They wait for another where one follows at once: "The town, a road junction, taken in March, was lost".
    """
    later = [one for one in pieces[1:2] if one.link is Link.COMMA]
    commas = [one.link is Link.COMMA for one in (*waiting[1:], pieces[0])]
    return (
        len(waiting) == 2
        and all(commas)
        and not any(reading.has_verb(one.start, one.start + _VERB_REACH) for one in later)
    )
