"""What is known of a text while it is read: its topic, its day of publication, and the date that the telling has reached."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.extraction.choosing import NOTHING, Choice, Source
from app.extraction.reading import Reading
from app.extraction.reasons import when_words
from app.extraction.topic import Topic, total
from app.extraction.vocabulary import Entry
from storage.model import Anchor, DateExpression, Published
from storage.when import on_day

_REACH = 1
"""Sentences over which a date carries on."""


@dataclass(slots=True)
class Story:
    """State of one pass over the sentences of a text, in order."""

    topic: Topic
    published: Published | None
    chronicle: bool
    """Whether lines that are nothing but a date head what follows them; a single such line is the day of publication."""
    known: dict[str, DateExpression] = field(default_factory=dict)
    """The time of the latest event of each kind."""
    last_entry: Entry | None = None
    """What the trigger of the event told last means."""
    _line: Choice = NOTHING
    _opening: Choice = NOTHING
    _last: Choice = NOTHING
    _paragraph: int = -1
    _sentence: int = 0
    _told: int = -99
    _headed: int = -99

    def enter(self, reading: Reading) -> None:
        """Go on to the next sentence; in another paragraph no date carries on, but that of a line above."""
        if reading.sentence.paragraph != self._paragraph:
            self._paragraph, self._last, self._opening = reading.sentence.paragraph, NOTHING, NOTHING
        self._sentence += 1
        if reading.only_date:
            self._head(reading)
        elif reading.sentence.heading and self._sentence > self._headed + 1:
            self._line = NOTHING  # a headline of another section; right below a date it is that of the day

    def _head(self, reading: Reading) -> None:
        choice = Choice(Source.HEADING, reading.dates[0].expression)
        if reading.sentence.heading and self.chronicle:
            self._line, self._headed = choice, self._sentence
        elif not reading.sentence.heading:
            self._opening = choice

    def tell(self, kind: str, choice: Choice) -> None:
        """Remember the date of an event."""
        if choice.expression:
            self.known[kind] = choice.expression
        self._last, self._told = choice, self._sentence

    @property
    def reached(self) -> Choice:
        """The date that holds for an event without one of its own."""
        if self._sentence - self._told <= _REACH and self._last is not NOTHING:
            return self._last
        return self._opening if self._opening is not NOTHING else self._line

    def as_of_heading(self, choice: Choice) -> Choice:
        """ "Today" under the date of a chronicle is that date, not the day of publication."""
        one, head = choice.expression, self._line.expression
        if not one or not head or not one.dating or one.dating.rule != "deictic" or not self.published:
            return choice
        if not one.when or not one.when.earliest or not head.when or not head.when.earliest:
            return choice
        day = head.when.earliest.day + one.when.earliest.day - self.published.day.day
        why = f"'{one.text}' + {when_words(head.when)} ('{head.text}') → {when_words(on_day(day))}"
        dating = replace(one.dating, why=why, anchor=Anchor(head.when, None, head.span))
        return replace(choice, expression=replace(one, when=on_day(day), dating=dating))


def story_of(readings: Sequence[Reading], published: Published | None) -> Story:
    """The beginning of a story."""
    lines = sum(reading.only_date and reading.sentence.heading for reading in readings)
    return Story(total([reading.topic for reading in readings]), published, lines > 1)
