"""Which day, month or year an expression means: one function for each rule that the patterns of a language name."""

from collections.abc import Callable, Mapping

from app.extraction.context import Context
from app.extraction.resolve_counted import later
from app.extraction.resolve_dates import a_date
from app.extraction.resolve_either import following, onward
from app.extraction.resolve_from import ahead, anniversary, from_date
from app.extraction.resolve_hijri import hijri_date
from app.extraction.resolve_named import century, decade, feast, quarter
from app.extraction.resolve_numeric import numeric
from app.extraction.resolve_relative import ago, deictic, overnight, shifted, weekend
from app.extraction.resolve_stepped import nth, ordinal_day, stepped, week_of
from app.extraction.resolve_timeless import a_set, duration, reference
from app.extraction.resolved import Resolved, Slots


def resolve(rule: str, slots: Slots, context: Context) -> Resolved | None:
    """The meaning of an expression by its rule, or None where the words turn out to be no time at all."""
    return RULES[rule](slots, context)


RULES: Mapping[str, Callable[[Slots, Context], Resolved | None]] = {
    "date": a_date,
    "numeric": numeric,
    "hijri": hijri_date,
    "deictic": deictic,
    "overnight": overnight,
    "shifted": shifted,
    "weekend": weekend,
    "week_of": week_of,
    "ago": ago,
    "later": later,
    "onward": onward,
    "next": following,
    "ahead": ahead,
    "from_date": from_date,
    "anniversary": anniversary,
    "stepped": stepped,
    "ordinal_day": ordinal_day,
    "nth": nth,
    "quarter": quarter,
    "decade": decade,
    "century": century,
    "holiday": feast,
    "duration": duration,
    "set": a_set,
    "reference": reference,
}
