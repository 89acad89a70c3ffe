"""From a text to its dates and events. Nothing else is looked at: the same input always gives the same answer."""

from collections.abc import Collection, Sequence

from app.extraction.dates import find_dates
from app.extraction.events import Candidate, Story, candidates
from app.extraction.language import detect_language
from app.extraction.places import places_in
from app.extraction.reading import Reading, read
from app.extraction.sentences import Sentence, sentences
from app.extraction.titles import title_of
from app.extraction.topic import total
from app.extraction.vocabulary import Vocabulary, vocabulary
from storage.model import DateExpression, Extraction, FoundEvent, Published

ENOUGH = 3.0  # score from which a clause is taken to report an event


def extract(
    text: str, published: Published | None, language: str | None = None, kinds: Collection[str] | None = None
) -> Extraction:
    """Dates and events of a text; with `kinds`, only events of these kinds."""
    name = language or detect_language(text)
    words = vocabulary(name)
    dates = find_dates(text, published, name)
    readings = read_all(text, dates, words)
    story = Story(total([reading.topic for reading in readings]), published)
    found = [candidate for candidate in candidates(readings, story, words) if candidate.score >= ENOUGH]
    events = [_event(text, candidate, words) for candidate in found if kinds is None or candidate.kind in kinds]
    return Extraction(name, dates, tuple(events))


def read_all(text: str, dates: Sequence[DateExpression], words: Vocabulary) -> list[Reading]:
    """Every sentence with its own dates."""
    found: list[Reading] = []
    waiting = list(reversed(dates))
    for sentence in sentences(text, words.abbreviations):
        inside: list[DateExpression] = []
        while waiting and waiting[-1].span.start < sentence.span.end:
            inside.append(waiting.pop())
        found.append(read(sentence, [date for date in inside if _within(date, sentence)], words))
    return found


def _within(date: DateExpression, sentence: Sentence) -> bool:
    return sentence.span.start <= date.span.start and date.span.end <= sentence.span.end


def _event(text: str, candidate: Candidate, words: Vocabulary) -> FoundEvent:
    span = candidate.clause.span(candidate.reading.sentence, words)
    quote = span.of(text)
    places = places_in(candidate.reading.sentence, candidate.clause.indices, words, candidate.reading.date_words)
    choice = candidate.choice
    return FoundEvent(
        candidate.kind, title_of(quote), span, quote, choice.when, choice.dating, candidate.status, places, 0.5
    )
