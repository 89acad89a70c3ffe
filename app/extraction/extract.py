"""From a text to its dates and events. Nothing else is looked at: the same input always gives the same answer."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.extraction.choosing import DAYS
from app.extraction.collecting import without_collecting
from app.extraction.dateline import dateline
from app.extraction.dates import find_dates
from app.extraction.events import Candidate, candidates
from app.extraction.importance import importance_of
from app.extraction.language import detect_language
from app.extraction.places import Whereabouts
from app.extraction.reading import Reading, read
from app.extraction.scoring import STATEMENT
from app.extraction.sentences import Sentence, sentences
from app.extraction.settling import Happening, happenings
from app.extraction.standing import Telling, standing
from app.extraction.titles import title_of
from app.extraction.vocabulary import Vocabulary, vocabulary
from storage.model import DateExpression, Extraction, FoundEvent, Published


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is seen on the way from a text to its events, in order: dates, sentences, clauses, happenings."""

    words: Vocabulary
    dates: tuple[DateExpression, ...]
    readings: Sequence[Reading]
    candidates: Sequence[Candidate]
    happenings: Sequence[Happening]


def see(text: str, published: Published | None, language: str | None = None) -> Seen:
    """Read a text; its language is recognised where it is not told."""
    words = vocabulary(language or detect_language(text))
    dates = find_dates(text, published, words.language)
    readings = read_all(text, dates, words)
    found = candidates(readings, published, words)
    return Seen(words, dates, readings, found, happenings(found, words))


def extract(
    text: str, published: Published | None, language: str | None = None, kinds: Collection[str] | None = None
) -> Extraction:
    """Dates and events of a text; with `kinds`, only events of these kinds."""
    with without_collecting():
        return _extracted(text, published, language, kinds)


def _extracted(
    text: str, published: Published | None, language: str | None, kinds: Collection[str] | None
) -> Extraction:
    seen = see(text, published, language)
    telling = Telling.of(seen.dates, published)
    events = sorted(_events(text, seen, telling), key=lambda event: (event.span.start, event.span.end))
    return Extraction(
        seen.words.language, seen.dates, tuple(one for one in events if kinds is None or one.kind in kinds)
    )


def read_all(text: str, dates: Sequence[DateExpression], words: Vocabulary) -> list[Reading]:
    """Every sentence with its own dates, without the dateline, whose day dates no event."""
    found: list[Reading] = []
    waiting = list(reversed(dates))
    for sentence in _told(text, dates, words):
        inside: list[DateExpression] = []
        while waiting and waiting[-1].span.start < sentence.span.end:
            inside.append(waiting.pop())
        found.append(read(sentence, [date for date in inside if _within(date, sentence)], words))
    return found


def _told(text: str, dates: Sequence[DateExpression], words: Vocabulary) -> Iterator[Sentence]:
    """The sentences; that of the dateline begins behind its dash."""
    above = dateline(text, [date.span for date in dates if _names_day(date)], words.language)
    for sentence in sentences(text, words.spelling):
        holds = above and sentence.span.start < above.end and above.line <= sentence.span.start
        told = sentence.behind(above.end) if above and holds else sentence
        if told:
            yield told


def _names_day(date: DateExpression) -> bool:
    rule = date.dating.rule if date.dating else ""
    return rule in {"date", "numeric"} and (date.when is None or date.when.precision in DAYS)


def _within(date: DateExpression, sentence: Sentence) -> bool:
    return sentence.span.start <= date.span.start and date.span.end <= sentence.span.end


def _events(text: str, seen: Seen, telling: Telling) -> Iterator[FoundEvent]:
    whereabouts = Whereabouts(seen.words, seen.readings)
    before = {id(reading): earlier for earlier, reading in pairwise(seen.readings)}
    for happening in seen.happenings:
        told = happening.told
        places = whereabouts.of(told.reading, told.clause, told.kind)
        saying, earlier = told.kind == STATEMENT, before.get(id(told.reading))
        title = title_of(text, told.reading, told.clause, seen.words, saying, earlier)
        yield _event(text, happening, telling, places, title, seen.words)


def _event(
    text: str, happening: Happening, telling: Telling, places: tuple[str, ...], title: str, words: Vocabulary
) -> FoundEvent:
    told = happening.told
    span = told.span(words)
    when, dating = standing(told.choice, told.status, telling)
    return FoundEvent(
        told.kind,
        title,
        span,
        span.of(text),
        when,
        dating,
        told.status,
        places,
        importance_of(happening, words),
        tuple(sorted(other.span(words) for other in happening.again)),
    )
