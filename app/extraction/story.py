"""What is known of a text while it is read: its topic, its day of publication, and the date that the telling has reached."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.extraction.choosing import DAYS, NOTHING, Choice, Source
from app.extraction.clause import Clause
from app.extraction.reading import Reading
from app.extraction.reasons import when_words
from app.extraction.scoring import STATEMENT
from app.extraction.topic import Setting, Topic, total
from app.extraction.vocabulary import Entry
from storage.model import Anchor, DateExpression, Published

_OPENING = 3
"""Sentences at the beginning of a text, which the others tell again if they are more."""
_NEIGHBOURS = 2
"""Sentences before and behind that show what a sentence is about."""
_USUAL = 0.65
"""Words of conflict in a usual sentence, and its clauses that tell of an event and its day."""
_USUAL_WORDS = 50
_REACH = 1
"""Sentences over which a date carries on."""


@dataclass(slots=True)
class Story:
    """State of one pass over the sentences of a text, in order."""

    topic: Topic
    around: Sequence[Topic]
    """The topic of the neighbours of each sentence."""
    opening: int
    """Sentences at the beginning, where headline, byline and summary stand."""
    days: float
    """Clauses in a hundred words that tell of an event by a strong word and by its day."""
    published: Published | None
    chronicle: bool
    """Whether lines that are nothing but a date head what follows them; a day that is alone in this is that of publication."""
    known: dict[str, DateExpression] = field(default_factory=dict)
    """The time of the latest event of each kind."""
    last_entry: Entry | None = None
    """What the trigger of the event told last means."""
    column: Entry | None = None
    """What the head of the table in hand says of its rows: "Signed"."""
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
        if not reading.sentence.row:
            self.column = None
        elif not reading.dates and reading.triggers:
            self.column = max(reading.triggers, key=lambda trigger: trigger.weight).entry
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

    def go_on(self) -> None:
        """Leave the date that the telling has reached as it was: the day of a saying is not that of what it is about."""
        if self._sentence - self._told <= _REACH:
            self._told = self._sentence

    @property
    def setting(self) -> Setting:
        """What stands around the sentence in hand."""
        return Setting(self.topic, self.around[self._sentence - 1], self.days, self._sentence <= self.opening)

    @property
    def reached(self) -> Choice:
        """The date that holds for an event without one of its own."""
        if self._sentence - self._told <= _REACH and self._last is not NOTHING:
            return self._last
        return self._opening if self._opening is not NOTHING else self._line

    def placed(self, choice: Choice) -> Choice:
        """ "Today" under the date of a chronicle is that date, and "at noon" is on the day that the telling has reached."""
        one, head = choice.expression, self._day_of(choice)
        if not one or not one.dating or not one.when or not self.published or head is None:
            return choice
        first, last = one.when.earliest, one.when.latest
        if first is None or last is None or head.when is None or head.when.earliest is None:
            return choice
        step = head.when.earliest.day - self.published.day.day
        ends = (replace(first, day=first.day + step), replace(last, day=last.day + step))
        when = replace(one.when, earliest=ends[0], latest=ends[1])
        why = f"'{one.text}' + {when_words(head.when)} ('{head.text}') → {when_words(when)}"
        dating = replace(one.dating, why=why, anchor=Anchor(head.when, None, head.span))
        return choice._replace(expression=replace(one, when=when, dating=dating))

    def _day_of(self, choice: Choice) -> DateExpression | None:
        """The date told before from which the words count, though they were taken to count from publication."""
        dating = choice.expression.dating if choice.expression else None
        if dating is None or dating.anchor is None or dating.anchor.basis is None:
            return None
        if dating.rule == "deictic":
            return self._line.expression
        reached = self.reached.expression
        day = reached is not None and reached.when is not None and reached.when.precision in DAYS
        return reached if dating.rule == "clock" and day else None


def story_of(readings: Sequence[Reading], published: Published | None) -> Story:
    """The beginning of a story; sentences that tell nothing at all show nothing of it."""
    lines = {one.dates[0].expression.when for one in readings if one.only_date and one.sentence.heading}
    idle = [_is_idle(reading) for reading in readings]
    telling = [reading for reading, tells_nothing in zip(readings, idle, strict=True) if not tells_nothing]
    topics = [reading.topic for reading in telling]
    whole = total(topics)
    behind = list(accumulate((not one for one in idle), initial=0))
    around = [_around(topics, at, one) for at, one in zip(behind, idle, strict=False)]
    days = sum(_of_day(reading, clause) for reading in telling if reading.dates for clause in reading.clauses)
    opening = bisect_left(behind, _OPENING) if len(telling) > 2 * _OPENING + 1 else 0
    return Story(whole, around, opening, _dense(days, whole.words), published, len(lines) > 1)


def _is_idle(reading: Reading) -> bool:
    """Whether a sentence tells nothing: no event, no time, and neither of conflict nor of daily life."""
    return not (reading.triggers or reading.dates or reading.topic.core or reading.topic.daily)


def _around(topics: Sequence[Topic], index: int, idle: bool) -> Topic:
    """The topic of the neighbours of a sentence; those that a short text lacks are taken to be of the usual kind."""
    near = [*topics[max(0, index - _NEIGHBOURS) : index], *topics[index + 1 - idle : index + 1 - idle + _NEIGHBOURS]]
    return total((*near, Topic(round(_USUAL * (2 * _NEIGHBOURS - len(near))), 0, 0)))


def _dense(days: int, words: int) -> float:
    """So many clauses in a hundred words, where a short text counts as part of one of the usual kind."""
    return 100 * (days + _USUAL) / (words + _USUAL_WORDS)


def _of_day(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells of an event by a strong word and by its day."""
    strong = any(one.entry.strong and one.entry.kind != STATEMENT for one in reading.triggers_of(clause))
    dates = [date.expression.when for date in reading.dates_of(clause)] if strong else []
    return any(when is not None and when.precision in DAYS for when in dates)
