"""Where one piece of a sentence ends and the next begins: at stops, conjunctions, relatives and what is said."""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain

from app.extraction.clause import Link, Piece
from app.extraction.sentences import Sentence
from app.extraction.verbs import is_verb
from app.extraction.vocabulary import Vocabulary

_HARD = frozenset(';:—–()“”"«»')
_VERB_FIRST = 2
"""Words among which the verb stands in a language that begins its clauses with it."""
_BOTH_VERBS = 2
"""Verbs of what is said within a relative and of the noun that it describes: "Men who said they saw it | fled"."""
_WITHIN = frozenset({Link.RELATIVE, Link.COMPLEMENT})
_OPENING = frozenset("([“«")
_PARTING = _HARD | frozenset(",-/")
_QUOTES = {"«": "»", "“": "”"}
_NAME = 3
"""Words between quotes that are a name or a nickname, and no saying."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence under way to its clauses; `dates` are the words of date expressions."""

    sentence: Sentence
    vocabulary: Vocabulary
    dates: frozenset[int]
    verbs: Sequence[int]
    """The words that are verbs, in order."""
    sayings: Sequence[int]
    """The verbs that report what somebody says."""
    stops: Sequence[int]
    """For each word the first from it on that stops what is told; that behind the last where none does."""

    @classmethod
    def of(cls, sentence: Sentence, vocabulary: Vocabulary, dates: frozenset[int]) -> "Draft":
        """A sentence of which the verbs and stops are known."""
        lower, forms_of, like_verbs = sentence.lower, vocabulary.forms_of, vocabulary.like_verbs
        possible = [i for i, word in enumerate(lower) if like_verbs[word] and i not in dates]
        verbs = [i for i in possible if is_verb(sentence, i, vocabulary)]
        sayings = [i for i in verbs if "reporting" in forms_of[lower[i]]]
        return cls(sentence, vocabulary, dates, verbs, sayings, _stops(lower, dates))

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands from one word to another (exclusive)."""
        at = bisect_left(self.verbs, start)
        return at < len(self.verbs) and self.verbs[at] < end


def _stops(lower: Sequence[str], dates: frozenset[int]) -> Sequence[int]:
    found = [len(lower)]
    for k in range(len(lower) - 1, -1, -1):
        found.append(k if lower[k] in _HARD or (lower[k] == "," and k not in dates) else found[-1])
    return found[::-1]


def pieces(reading: Draft) -> list[Piece]:
    """The sentence cut wherever a clause could begin; a date is never cut."""
    count, named, possible = len(reading.sentence.words), _quotes_of_names(reading), _possible(reading)
    found: list[Piece] = []
    start, link, opener = 0, Link.FIRST, ""
    for i in range(1, count):
        border = _border(reading, start, i, named) if i in possible else None
        if border is None and link in _WITHIN and found and _resumes(reading, found, start, i):
            border = Link.FIRST, ""
        if border:
            found.append(Piece(start, i, link, opener))
            start, (link, opener) = i, border
    found.append(Piece(start, count, link, opener))
    return found


def _possible(reading: Draft) -> Set[int]:
    """The words at which a piece can begin at all: most have nothing beside them that could part them."""
    lower, opening, dates = reading.sentence.lower, reading.vocabulary.joining | _OPENING, reading.dates
    said = reading.sayings[0] if reading.sayings else len(lower)
    near = {i for i in range(1, min(said + 1, len(lower))) if lower[i] in opening or lower[i - 1] in _PARTING}
    return {i for i in chain(near, range(said + 1, len(lower))) if i not in dates or i - 1 not in dates}


def _quotes_of_names(reading: Draft) -> frozenset[int]:
    """Both quotes around a few words without a verb in the midst of a sentence: the «Norman» group."""
    words, found = reading.sentence.words, set[int]()
    if _QUOTES.keys().isdisjoint(words):
        return frozenset()
    for i, word in enumerate(words):
        closing = _QUOTES.get(word)
        reach = range(i + 2, min(i + _NAME + 2, len(words) - 1))
        end = next((k for k in reach if words[k] == closing), None) if closing and i else None
        if end and words[i - 1][-1].isalnum() and words[end + 1][0].isalnum() and not reading.has_verb(i + 1, end):
            found |= {i, end}
    return frozenset(found)


def _border(reading: Draft, start: int, i: int, named: frozenset[int]) -> tuple[Link, str] | None:
    """Whether a new piece begins at the word, and how; quotes around names part nothing."""
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    before, word = sentence.lower[i - 1], sentence.lower[i]
    closed = before in _HARD and before not in _OPENING and i - 1 not in named
    if closed or (word in _OPENING and i not in named):
        return Link.HARD, before
    if before == ",":
        return _after_comma(reading, start, i)
    if before in {"-", "/"} and i > 1 and sentence.starts[i - 1] > sentence.ends[i - 2]:
        return Link.HARD, before
    end = reading.stops[i]
    if word not in reading.vocabulary.joining:
        bare = "clauses_behind_commas" not in reading.vocabulary.habits and _bare_complement(reading, start, i, end)
        return (Link.COMPLEMENT, "") if bare else None
    if (
        word in sets["coordinators"]
        and reading.has_verb(start, i)
        and reading.has_verb(i + 1, _verb_expected(reading, i, end))
    ):
        return Link.COORDINATED, word
    if "clauses_behind_commas" in reading.vocabulary.habits:
        return None
    if (
        word in sets["complementizers"]
        and "reporting" in reading.vocabulary.forms_of[before]
        and reading.has_verb(i + 1, end)
    ):
        return Link.COMPLEMENT, word
    if word in sets["relatives"] and reading.has_verb(i + 1, end) and before not in sets["determiners"]:
        said = any("reporting" in reading.vocabulary.forms_of[sentence.lower[k]] for k in range(start, i))
        return (Link.COMPLEMENT, word) if said and word in sets["complementizers"] else (Link.RELATIVE, word)
    if word in sets["subordinators"] and (
        reading.has_verb(i + 1, _until_next(reading, i, end)) or opens_with_gerund(reading, i + 1)
    ):
        return Link.SUBORDINATE, word
    if _bare_complement(reading, start, i, end):
        return Link.COMPLEMENT, ""
    return None


def _resumes(reading: Draft, found: Sequence[Piece], start: int, i: int) -> bool:
    """Whether a verb inside a relative is that of the noun before it: "Men who had refused to talk | agreed".

    So may one behind what is said in the relative: "Men who said | they saw the raid | were held".
    """
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    verb, said = i + (sentence.lower[i] in sets["midway"]), found[-1].link is Link.RELATIVE and len(found) > 1
    before, behind = (found[-2], found[-1].start) if said else (found[-1], start)
    if (
        not sets["midway"]
        or verb not in reading.verbs
        or before.end != behind
        or reading.has_verb(before.start, before.end)
    ):
        return False
    last = sentence.lower[i - 1]
    auxiliaries = reading.vocabulary.verb_words["auxiliaries"]
    closed = auxiliaries | sets["coordinators"] | sets["infinitive"] | sets["subjects"] | sets["midway"]
    apart = last[0].isalnum() and last not in closed and i - 1 not in reading.verbs and not _is_adverb(reading, last)
    return apart and reading.has_verb(start + 1, i - 1) and _is_main(reading, verb)


def _is_main(reading: Draft, verb: int) -> bool:
    """Whether a verb can be the main one of a sentence: not the participle of "men wounded in a raid"."""
    sentence = reading.sentence
    if sentence.lower[verb] in reading.vocabulary.verb_words["auxiliaries"]:
        return True
    after = sentence.lower[verb + 1] if verb + 1 < len(sentence.words) else "."
    sets = reading.vocabulary.clause_words
    reduced = after in sets["prepositions"] - sets["infinitive"] and not _is_last_verb(reading, verb)
    return "past" in reading.vocabulary.verb_forms.get(sentence.lower[verb], ()) and not reduced


def _is_last_verb(reading: Draft, verb: int) -> bool:
    """Whether no other verb is left for the sentence: "A truce that began in May | collapsed on Friday"."""
    lower, sets = reading.sentence.lower, reading.vocabulary.clause_words
    reach = range(verb + 1, reading.stops[verb])
    end = next((k for k in reach if lower[k] in sets["subordinators"] or lower[k] in sets["relatives"]), reach.stop)
    return not reading.has_verb(verb + 1, end)


def _is_adverb(reading: Draft, word: str) -> bool:
    endings = reading.vocabulary.clause_words["adverb_endings"]
    return bool(endings) and word.endswith(tuple(endings))


def _verb_expected(reading: Draft, i: int, end: int) -> int:
    """Before which word a verb must stand behind a conjunction that opens a clause: near it where clauses begin with verbs."""
    until = _until_next(reading, i, end)
    return min(until, i + 1 + _VERB_FIRST) if "verbs_first" in reading.vocabulary.habits else until


def _until_next(reading: Draft, i: int, end: int) -> int:
    """Where the next conjunction stands: "Kenya and Tanzania on Monday and called" is cut before "called" alone."""
    coordinators = reading.vocabulary.clause_words["coordinators"]
    return next((k for k in range(i + 1, end) if reading.sentence.lower[k] in coordinators), end)


def _after_comma(reading: Draft, start: int, i: int) -> tuple[Link, str]:
    sentence, sets = reading.sentence, reading.vocabulary.clause_words
    word = sentence.lower[i]
    if word in sets["coordinators"]:
        return Link.COORDINATED, word
    if word in sets["complementizers"] and _is_said(reading, start, i):
        return Link.COMPLEMENT, word
    if word in sets["subordinators"]:
        return Link.SUBORDINATE, word
    if word in sets["relatives"] or _opens_relative(reading, i):
        return Link.RELATIVE, word
    if "said_behind_comma" in reading.vocabulary.habits and _is_said(reading, start, i):
        return Link.COMPLEMENT, ""
    return Link.COMMA, word


def _opens_relative(reading: Draft, i: int) -> bool:
    """Whether an article behind a comma is a relative, as the verb at the end shows: ", die gefallen war"; ", in der …"."""
    lower, sets = reading.sentence.lower, reading.vocabulary.clause_words
    led = lower[i] in sets["prepositions"] and i + 1 < len(lower)
    first = next((k for k in reading.verbs if k > i), len(lower))
    if lower[i + led] not in sets["comma_relatives"] or first >= reading.stops[i]:
        return False
    after = lower[first + 1] if first + 1 < len(lower) else "."
    return first + 1 in reading.verbs or after in sets["coordinators"] or not after[0].isalnum()


def _is_said(reading: Draft, start: int, i: int) -> bool:
    """Whether a verb of saying stands before the comma and what begins behind it is a clause."""
    forms_of, lower = reading.vocabulary.forms_of, reading.sentence.lower
    return reading.has_verb(i, reading.stops[i]) and any("reporting" in forms_of[lower[k]] for k in range(start, i))


def opens_with_gerund(reading: Draft, i: int) -> bool:
    """ "after breaking through", "before handing over"."""
    if i >= len(reading.sentence.words) or i in reading.dates:
        return False
    return "ing" in reading.vocabulary.verb_forms.get(reading.sentence.lower[i], ())


def _bare_complement(reading: Draft, start: int, i: int, end: int) -> bool:
    """ "Putin said on Friday | he was working": after a word of saying and its date, where a subject with a verb begins."""
    said = bisect_left(reading.sayings, i) - 1
    if said < 0 or reading.sayings[said] < start or i in reading.dates:
        return False
    sets, lower, verb = reading.vocabulary.clause_words, reading.sentence.lower, reading.sayings[said]
    word, spelt = lower[i], reading.sentence.words[i]
    if word in sets["prepositions"] or word in sets["coordinators"] or lower[i - 1] in sets["prepositions"]:
        return False
    if any(k not in reading.dates and lower[k] not in sets["prepositions"] for k in range(verb + 1, i)):
        return False
    plain = "plain_reporting" in reading.vocabulary.forms_of[lower[verb]] and spelt[0].isalnum()
    begins = plain or word in sets["subjects"] or word in sets["determiners"] or spelt[0].isupper()
    return begins and _has_finite_verb(reading, i + 1, end) and not _is_wanted_before(reading, start, i, end)


def _is_wanted_before(reading: Draft, start: int, i: int, end: int) -> bool:
    """Whether the only verb left is that of the noun before a relative: "The group that claimed the raid | attacked"."""
    lower, sets = reading.sentence.lower, reading.vocabulary.clause_words
    waits = start > 0 and lower[start] in sets["relatives"] and not reading.has_verb(0, start)
    return waits and sum(i < verb < end and verb - 1 not in reading.verbs for verb in reading.verbs) < _BOTH_VERBS


def _has_finite_verb(reading: Draft, start: int, end: int) -> bool:
    """Whether a verb stands there that is no infinitive: not in "told | their armies to stop"."""
    infinitive = reading.vocabulary.clause_words["infinitive"]
    return any(start <= i < end and reading.sentence.lower[i - 1] not in infinitive for i in reading.verbs)
