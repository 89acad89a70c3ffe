"""What a text has said of time so far: the day it was published, the date it told last, and how it tells its story."""

from dataclasses import dataclass, field

from app.extraction.lexicon import lexicon
from app.extraction.manner import begins_line, leads_entry
from app.extraction.points import Grain, Point
from app.extraction.tense import Tense, is_arranged, is_kept, tense_at
from storage.model import Anchor, Published, Span
from storage.when import on_day

_NOWHERE = Span(0, 0)
_STORY_REACH = 400
_FAR_DAYS = 300
_BESIDE = 8
_REMARK_REACH = 12
_SUSTAINED_DAYS = 400
_LEAD = 1000
"""Characters within which a text tells what anniversary it is written for."""
_LONG_AGO = 700
_CLAUSE_REACH = 160
_PRONOUN_REACH, _PRONOUN_WORDS = 40, 3
_FINE = frozenset({Grain.TIME, Grain.DAY, Grain.MONTH, Grain.SEASON})
"""From these a story goes on; from a year only within its sentence: "in 1954, on 7 May"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has told, and where."""

    point: Point
    span: Span
    day: int
    explicit: bool
    """Whether its year was said or comes from another date whose year was said."""
    ahead: bool = False
    """Whether it was told as still to come."""


@dataclass(slots=True)
class Context:
    """State of one pass over a text, in order."""

    text: str
    language: str
    published: Published | None
    history: bool
    order: str = "dmy"
    """Which part of 3/4/2014 comes first in this text: "dmy" or "mdy"."""
    asides: frozenset[Span] = frozenset()
    """Dates of other times than the story's."""
    recalls: bool = False
    """Whether the text can be one that recalls another time on an anniversary."""
    log: bool = False
    """Whether the text is a log, of which each line begins with a clock time."""
    rows: bool = False
    """Whether its lines begin with days such as "29.10"."""
    annals: bool = False
    """Whether its lines begin with days that leave out the year, which stands above them."""
    heading: Told | None = None
    """The day that stands at the head of a log, of its part, or of an entry in a chronicle."""
    told: Told | None = None
    line: Told | None = None
    """The date from which the story goes on: the one told last but for those told by the way."""
    line_before: Told | None = None
    era: Told | None = None
    """The date that an anniversary at the beginning of the text recalls."""
    told_day: Told | None = None
    days: dict[int, Told] = field(default_factory=dict)
    """The days told so far."""
    past_day: Told | None = None
    """The day told last as one that is over."""
    waits: bool = False
    """Whether the day told last waits for the day of publication."""
    told_month: Told | None = None
    told_quarter: Told | None = None
    here: Span = _NOWHERE
    preposition: str = ""
    lean: int | None = None
    """The direction that words such as "last" give to the expression in hand."""
    _heard_at: Span = _NOWHERE
    _tenses: dict[bool, Tense] = field(default_factory=dict)

    @property
    def today(self) -> int | None:
        """The day of publication, where dates may count from it."""
        return self.published.day.day if self.published else None

    @property
    def entry(self) -> Told | None:
        """The day of the entry in a chronicle of unknown publication, from which its dates count."""
        return self.heading if self.annals and self.published is None else None

    def tense(self) -> Tense:
        """The tense of the clause around the expression in hand; a deadline ("by Friday") lies ahead."""
        if self.lean is not None:
            return Tense(self.lean)
        if self.preposition in lexicon(self.language).listed("tense", "deadlines"):
            lead = self.here.start - len(self.preposition) - 1
            can_be_kept = self.preposition in lexicon(self.language).listed("tense", "kept")
            kept = can_be_kept and is_kept(self.text, lead, self.here.end, self.language)
            return Tense.PAST if kept else Tense.FUTURE
        if self.preposition in lexicon(self.language).listed("tense", "beginnings"):
            return Tense.PAST
        if self._of_noun():
            return Tense.PAST
        return self._heard(plans=True)

    def _heard(self, plans: bool) -> Tense:
        """The tense of the verbs around the expression in hand, which is asked for several times over."""
        if self._heard_at != self.here:
            self._heard_at, self._tenses = self.here, {}
        if plans not in self._tenses:
            self._tenses[plans] = tense_at(self.text, self.here.start, self.here.end, self.language, plans)
        return self._tenses[plans]

    def names_again(self) -> bool:
        """Whether a pronoun behind the expression in hand tells on of somebody: "On 9 June they left"."""
        after = self.text[self.here.end : self.here.end + _PRONOUN_REACH].lower().split()[:_PRONOUN_WORDS]
        return not set(after).isdisjoint(lexicon(self.language).listed("tense", "pronouns"))

    def arranged(self) -> bool:
        """Whether the sentence of the expression in hand sets a day for something."""
        return self.lean is not None or is_arranged(self.text, self.here.start, self.here.end, self.language)

    def _of_noun(self) -> bool:
        """Whether the words belong to a noun, not to the verb: "to discuss Friday's ruling"; not "at Friday's talks"."""
        words = lexicon(self.language)
        genitive = self.text.startswith(words.listed("tense", "genitives"), self.here.end)
        return genitive and self.preposition not in words.listed("tense", "leading_to")

    def tell(
        self, point: Point, span: Span, explicit: bool, from_publication: bool = False, from_clock: bool = False
    ) -> None:
        """Remember a date for those that count from it."""
        if point.day is None or point.grain is Grain.NONE:
            return
        is_day = point.grain in (Grain.DAY, Grain.TIME)
        told = Told(point, span, point.day, explicit, is_day and not self.history and self.tense() is Tense.FUTURE)
        self.told = told
        counted = self.history and from_publication
        if not (counted or span in self.asides or self._is_remark(point, span) or self._is_era(point)):
            self.line_before, self.line = self.line, told
        if is_day and not from_clock and self._heads(span):
            self.heading = told
        if is_day:
            self.told_day, self.waits = told, False
            self.days[point.day] = told
            self.past_day = self.past_day if told.ahead else told
        if point.grain in (Grain.DAY, Grain.TIME, Grain.WEEK, Grain.MONTH) and not self._is_backdrop():
            self.told_month = told
        if point.grain is Grain.QUARTER:
            self.told_quarter = told

    def _heads(self, span: Span) -> bool:
        """Whether a day stands at the head of a log, of its part, or of an entry in a chronicle."""
        articles = lexicon(self.language).data.get("articles", ())
        return (self.log and begins_line(self.text, span)) or (self.annals and leads_entry(self.text, span, articles))

    def _is_era(self, point: Point) -> bool:
        """ "Had held since 1994": from a year in which something long past began no story goes on in news."""
        return point.grain is Grain.YEAR and self._is_backdrop()

    def _is_backdrop(self) -> bool:
        """Whether the words only tell since when a state lasts: in news, "the 15th" is not of the month of "since July"."""
        beginnings = lexicon(self.language).listed("tense", "beginnings")
        return not self.history and self.today is not None and self.preposition in beginnings

    def forget(self) -> None:
        """What follows may count from a date that nobody knows yet."""
        entry = self.entry
        self.told = self.line = self.told_day = self.past_day = self.told_month = entry
        self.waits = entry is None

    def last_day(self) -> Told | None:
        """The day from which "the next day" counts: what is over does not count from a day that is to come."""
        told = self.told_day
        return self.past_day if told and told.ahead and self.tense() is not Tense.FUTURE else told

    def near(self, told: Told | None) -> Told | None:
        """The told date if it stands close enough before."""
        return told if told and (self.history or self.here.start - told.span.end < _STORY_REACH) else None

    def beside(self) -> Told | None:
        """The day or week told right before, which the expression in hand only makes clearer: "two weeks later, on Friday"."""
        told = self.told
        if told is None or told.point.grain not in (Grain.DAY, Grain.WEEK) or self.here.start - told.span.end > _BESIDE:
            return None
        between = self.text[told.span.end : self.here.start].lower().split()
        return told if self.preposition and between == [",", self.preposition] else None

    def apposed(self) -> Told | None:
        """The day right before, of which the expression in hand is another name: "on Thursday, the day before"."""
        told = self.told_day if self.told_day is self.told else None
        return told if told and self.text[told.span.end : self.here.start].strip(" ") == "," else None

    def go_on_from(self, day: int) -> None:
        """Take a day up again, if it was told: the one told last was only looked back to."""
        if day in self.days:
            self.told = self.line = self.told_day = self.past_day = self.days[day]

    def narrated_day(self) -> Told | None:
        """The day that a history or chronicle has reached, in which "overnight" is not the night before publication."""
        return self.near(self.told_day) if self.history or self.annals else None

    def near_day(self) -> Told | None:
        """The day told last, if it is the last date told and stands close before."""
        return self.told_day if self.told_day is self.told and self.near(self.told_day) else None

    def same_sentence(self, told: Told | None) -> Told | None:
        """The told date if no sentence ends between it and the expression in hand."""
        if told is None or self.here.start - told.span.end > _STORY_REACH:
            return None
        between = self.text[told.span.end : self.here.start]
        return None if "\n" in between or ". " in between else told

    def story(self) -> Told | None:
        """The date from which the text carries on by itself: any in a history, in news one of another time close by."""
        if self.line is None or self.history:
            return self.line
        near = self.near(self.line)
        if self.today is None:
            if self.annals and self.line.explicit:
                return self.line
            return near if near and near.point.grain in (Grain.DAY, Grain.TIME) else None
        far = self.line.day < self.today - _FAR_DAYS
        fine = self.line.point.grain in _FINE or _is_day(self.line.point) or self.same_sentence(self.line)
        told = near and near.explicit and far and fine and self._goes_on(near)
        if self.annals and self.line.explicit and far and self._leads_entry():
            return self.line
        if told and not self._looks_ahead():
            return near
        return self._of_era(far) if self.era and not self._looks_ahead() else None

    def _of_era(self, far: bool) -> Told | None:
        """The date of the time that an anniversary recalls, unless the paragraph has come back to the news."""
        assert self.line is not None
        if far:
            return self.line
        return self.era if "\n\n" in self._since(self.line) else None

    def recall(self, span: Span) -> None:
        """Take the date told last for the time that the text recalls, if it is an anniversary told near its beginning."""
        long_ago = self.told is not None and self.today is not None and self.told.day < self.today - _LONG_AGO
        if self.era is None and span.start < _LEAD and long_ago:
            self.era = self.told

    def looks_back(self) -> bool:
        """Whether the clause tells of what had been before the date told last."""
        start = max(self.here.start - _CLAUSE_REACH, self.line.span.end if self.line else 0, 0)
        before = self.text[start : self.here.start].lower()
        clause = before[max(before.rfind(". "), before.rfind(", ")) + 1 :]
        return not set(clause.split()).isdisjoint(lexicon(self.language).listed("tense", "before_that"))

    def _leads_entry(self) -> bool:
        return leads_entry(self.text, self.here, lexicon(self.language).data.get("articles", ()))

    def _looks_ahead(self) -> bool:
        """Whether words of the future tell of what is to come; the present does so only in news of the day."""
        if self.lean is not None:
            return self.lean > 0
        return self._heard(plans=False) is Tense.FUTURE

    def _goes_on(self, line: Told) -> bool:
        """Whether news still tell of another time: in the paragraph of its date, or where it was told twice in a row."""
        before = self.line_before
        return bool(before and abs(before.day - line.day) < _SUSTAINED_DAYS) or "\n\n" not in self._since(line)

    def _since(self, told: Told) -> str:
        return self.text[told.span.end : self.here.start]

    def _is_remark(self, point: Point, span: Span) -> bool:
        """ "The 1978 treaty", "the charter (1790) said": no story goes on from what only tells a noun apart."""
        words, after = span.of(self.text), self.text[span.end : span.end + _REMARK_REACH]
        if point.grain not in (Grain.MONTH, Grain.YEAR) or not words[-1:].isdecimal():
            return False
        if self.text[span.start - 1 : span.start] == "(" and after[:1] == ")":
            return after[1:].strip(" ") != "" and not after[1:].lstrip(" ").startswith("\n")
        before = self.text[max(0, span.start - _REMARK_REACH) : span.start].lower().split()[-1:]
        determined = {words.split()[0].lower(), *before} & set(lexicon(self.language).listed("tense", "determiners"))
        return bool(determined) and after[:1] == " " and after[1:2].isalpha()

    def anchor(self, told: Told | None) -> Anchor | None:
        """What explains a date: the words told before, or the day of publication."""
        if told:
            return Anchor(told.point.when, None, told.span) if told.point.when else None
        if self.published is None:
            return None
        return Anchor(on_day(self.published.day.day), self.published.basis)


def _is_day(point: Point) -> bool:
    """Whether a time is a single day, as a week counted on from another is."""
    return point.when is not None and point.when.earliest is not None and point.when.earliest == point.when.latest
