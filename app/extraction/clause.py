"""What a clause is: words of a sentence that belong to one predicate, and how they hang on what stands before them."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary
from storage.model import Span


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


class Piece(NamedTuple):
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
    indices: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The words in order."""

    def __post_init__(self) -> None:
        words = (range(one.start, one.end) for one in self.pieces)
        object.__setattr__(self, "indices", tuple(chain.from_iterable(words)))

    def __contains__(self, index: int) -> bool:
        for piece in self.pieces:  # noqa: SIM110 (asked for so often that the cost of a generator shows)
            if piece.start <= index < piece.end:
                return True
        return False

    def span(self, sentence: Sentence, vocabulary: Vocabulary) -> Span:
        """Its place in the text, without linking words and punctuation at its edges."""
        first, last = self.pieces[0].start, self.pieces[-1].end - 1
        linking = vocabulary.clause_words["coordinators"]
        while first < last and (sentence.lower[first] in linking or not sentence.words[first][0].isalnum()):
            first += 1
        while last > first and (sentence.lower[last] in linking or not sentence.words[last][-1].isalnum()):
            last -= 1
        return Span(sentence.starts[first], sentence.ends[last])
