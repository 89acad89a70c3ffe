"""From a text to its dates and events. Nothing else is looked at: the same input always gives the same answer."""

from collections.abc import Collection, Sequence

from app.extraction.dates import find_dates
from app.extraction.events import candidates
from app.extraction.language import detect_language
from app.extraction.places import places_in
from app.extraction.reading import Reading, read
from app.extraction.sentences import Sentence, sentences
from app.extraction.settling import Happening, happenings
from app.extraction.titles import title_of
from app.extraction.vocabulary import Vocabulary, vocabulary
from storage.model import DateExpression, Extraction, FoundEvent, Published


def extract(
    text: str, published: Published | None, language: str | None = None, kinds: Collection[str] | None = None
) -> Extraction:
    """Dates and events of a text; with `kinds`, only events of these kinds."""
    name = language or detect_language(text)
    words = vocabulary(name)
    dates = find_dates(text, published, name)
    readings = read_all(text, dates, words)
    found = happenings(candidates(readings, published, words), words)
    events = [_event(text, one, words) for one in found if kinds is None or one.told.kind in kinds]
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


def _event(text: str, happening: Happening, words: Vocabulary) -> FoundEvent:
    told = happening.told
    span = told.span(words)
    quote = span.of(text)
    sentence = told.reading.sentence
    places = places_in(sentence, told.clause.indices, words, told.reading.date_words)
    return FoundEvent(
        told.kind,
        title_of(quote),
        span,
        quote,
        told.choice.when,
        told.choice.dating,
        told.status,
        places,
        0.5,
        tuple(sorted(other.span(words) for other in happening.again)),
    )
