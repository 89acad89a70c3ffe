"""How dates are written for people in the window: English, exact to what is known and never more exact."""

from dataclasses import dataclass

from storage.moment import Moment, days_in_month
from storage.when import Precision, When, year_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
QUARTERS = ("first", "second", "third", "fourth")
CLOCKED = (Precision.MINUTE, Precision.HOUR)


@dataclass(frozen=True, slots=True)
class _Hand:
    """How much is written: whole names or three letters, the year that goes without saying, the least that will do."""

    long: bool = False
    near: int | None = None
    least: bool = False

    def month(self, number: int) -> str:
        name = MONTHS[number - 1]
        return name if self.long else name[:3]

    def weekday(self, moment: Moment) -> str:
        name = DAYS[moment.weekday]
        return name if self.long else name[:3]

    def year(self, number: int) -> str:
        return "" if number == self.near else f" {year(number)}"


def written(when: When, near: int | None = None) -> str:
    """Short: "Fri 16 Dec 2016", "since March 2015", "12–14 May 2014"; the year `near` is left out."""
    return _written(when, _Hand(near=near))


def short(when: When, near: int | None = None) -> str:
    """For narrow places: without weekdays, and "9–11 Mar" also where it was on one of these days."""
    return _written(when, _Hand(near=near, least=True))


def written_out(when: When) -> str:
    """Long, for the head of a panel: "Friday 16 December 2016"."""
    text = _written(when, _Hand(long=True))
    return text[:1].upper() + text[1:]


def day(moment: Moment, near: int | None = None) -> str:
    """One day with its weekday, and the clock time where there is one: "Thu 15 Dec 2016, 08:00"."""
    hand = _Hand(near=near)
    return _day(moment, hand) + (f", {clock(moment)}" if moment.minute is not None else "")


def day_and_month(moment: Moment, near: int | None = None) -> str:
    """For narrow places: "22 Dec"; with a year `near` given, other years are written."""
    number, month, date = moment.civil
    text = f"{date} {MONTHS[month - 1][:3]}"
    return text if near in (None, number) else f"{text} {year(number)}"


def detail(when: When | None) -> str:
    """What is known within those bounds: "Some time that day", "At that minute"."""
    if when is None:
        return "No date yet"
    if when.precision is Precision.INTERVAL:
        return _lasting_detail(when)
    if when.earliest is None or when.latest is None:
        return "Some time in an open stretch"
    if when.approximate:
        return "About that time"
    if when.precision is Precision.MINUTE:
        return "At that time"
    if when.earliest.day != when.latest.day and when.precision is Precision.DAY:
        return "On one of these days"
    return {Precision.HOUR: "Within that hour", Precision.DAY: "Some time that day"}.get(
        when.precision, f"Some time that {when.precision.value}"
    )


def clock(moment: Moment) -> str:
    """ "08:00", with the zone where it is known: "19:05 UTC+3"."""
    minute = moment.minute or 0
    text = f"{minute // 60:02}:{minute % 60:02}"
    if moment.offset is None:
        return text
    hours, rest = divmod(abs(moment.offset), 60)
    zone = f"{'-' if moment.offset < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    return f"{text} UTC{zone if moment.offset else ''}"


def year(number: int) -> str:
    """2016, or 44 BC for the years before 1."""
    return str(number) if number > 0 else f"{1 - number} BC"


def _written(when: When, hand: _Hand) -> str:
    if when.earliest is None or when.latest is None:
        return _open(when, hand)
    text = _lasting(when, hand) if when.precision is Precision.INTERVAL else _within(when, hand)
    return f"c. {text}" if when.approximate else text


def _within(when: When, hand: _Hand) -> str:
    """It happened at some time between the two bounds."""
    assert when.earliest
    assert when.latest
    if when.earliest.day == when.latest.day:
        return _one_day(when, hand)
    whole = _whole(when, hand)
    if whole:
        return whole
    if when.precision is Precision.WEEK and when.latest.day - when.earliest.day == 6:
        return f"week of {_day(when.earliest, hand)}"
    if hand.least:
        return _bounds(when.earliest, when.latest, hand, "–")
    return f"between {_bounds(when.earliest, when.latest, hand, ' and ')}"


def _whole(when: When, hand: _Hand) -> str:
    """A whole month, season, quarter, year or decade; empty where the bounds are not exactly one."""
    if when.edtf.startswith("["):
        return ""
    assert when.earliest
    number, month, _ = when.earliest.civil
    season = f"{SEASONS.get(month, '')} {year(number)}" + (f"/{(number + 1) % 100:02}" if month == 12 else "")
    return {
        Precision.MONTH: f"{MONTHS[month - 1]}{hand.year(number)}",
        Precision.SEASON: season,
        Precision.QUARTER: f"{QUARTERS[(month - 1) // 3]} quarter of {year(number)}",
        Precision.YEAR: year(number),
        Precision.DECADE: f"the {year(number)}s",
    }.get(when.precision, "")


def _one_day(when: When, hand: _Hand) -> str:
    first, last = when.earliest, when.latest
    assert first
    assert last
    text = _plain_day(first, hand) if when.approximate else _day(first, hand)
    if first.minute is None or last.minute is None:
        return text
    if first.minute == last.minute:
        return f"{text}, {clock(first)}"
    return f"{text}, {clock(Moment(first.day, first.minute))}–{clock(last)}"


def _lasting(when: When, hand: _Hand) -> str:
    """It lasted from the one to the other."""
    assert when.earliest
    assert when.latest
    if when.earliest.day == when.latest.day:
        return _one_day(when, hand)
    return _bounds(when.earliest, when.latest, hand, "–")


def _bounds(first: Moment, last: Moment, hand: _Hand, joint: str) -> str:
    """Two ends with what they share written once: "12–14 May 2014", "28 May – 3 June 2014", "March – June 2015"."""
    wide = f" {joint.strip()} "
    (from_year, from_month, from_date), (to_year, to_month, _) = first.civil, last.civil
    if _starts_month(first) and _ends_month(last):
        if (from_month, to_month) == (1, 12):
            return year(from_year) + joint + year(to_year)
        head = MONTHS[from_month - 1] + ("" if from_year == to_year else hand.year(from_year))
        return f"{head}{wide}{MONTHS[to_month - 1]}{hand.year(to_year)}"
    tail = _plain_day(last, hand) + (f", {clock(last)}" if last.minute is not None else "")
    if first.minute is not None:
        return f"{_plain_day(first, hand)}, {clock(first)}{wide}{tail}"
    if (from_year, from_month) == (to_year, to_month):
        return f"{from_date}{joint}{tail}"
    head = f"{from_date} {hand.month(from_month)}" + ("" if from_year == to_year else hand.year(from_year))
    return f"{head}{wide}{tail}"


def _open(when: When, hand: _Hand) -> str:
    """One end is known; both ends are inclusive, so that end is written with its own day."""
    lasts, moment = when.precision is Precision.INTERVAL, when.earliest or when.latest
    if moment is None:
        return "no known bounds"
    month_only = _starts_month(moment) if when.earliest else _ends_month(moment)
    end = ("c. " if when.approximate else "") + _end(moment, hand, month_only, when.approximate)
    if not lasts:
        return f"{end} or {'later' if when.earliest else 'earlier'}"
    if when.earliest is None:
        return f"until {end}"
    return f"{'since' if month_only or when.approximate else 'from'} {end}"


def _end(moment: Moment, hand: _Hand, month_only: bool, approximate: bool) -> str:
    """One end of an open stretch. On the border of a month or year no day is claimed: more may not have been said."""
    number, month, date = moment.civil
    if month_only and (month, date) == (1, 1):
        return year(number)
    if month_only:
        return f"{MONTHS[month - 1]}{hand.year(number)}"
    text = _plain_day(moment, hand) if approximate else _day(moment, hand)
    return text + (f", {clock(moment)}" if moment.minute is not None else "")


def _lasting_detail(when: When) -> str:
    if when.earliest is None:
        return "Beginning not known"
    if when.latest is None:
        return "End not known"
    return "About that long" if when.approximate else "All through"


def _day(moment: Moment, hand: _Hand) -> str:
    plain = _plain_day(moment, hand)
    return plain if hand.least else f"{hand.weekday(moment)} {plain}"


def _plain_day(moment: Moment, hand: _Hand) -> str:
    number, month, date = moment.civil
    return f"{date} {hand.month(month)}{hand.year(number)}"


def _starts_month(moment: Moment) -> bool:
    return moment.minute is None and moment.civil[2] == 1


def _ends_month(moment: Moment) -> bool:
    number, month, date = moment.civil
    return moment.minute is None and date == days_in_month(number, month)


def year_near(when: When | None) -> int | None:
    """The year in which it begins, or ends: what may be left out beside it."""
    if when is None:
        return None
    moment = when.earliest or when.latest
    return year_of(moment.day) if moment else None
