"""How much an event matters in its article, from 0 to 1: what a timeline shows first when there is little room."""

from app.extraction.choosing import DAYS, Source
from app.extraction.settling import Happening
from app.extraction.status import UNREAL

_MINOR = frozenset({"statement", "other"})


def importance_of(happening: Happening) -> float:
    """Higher for what the headline or the first paragraphs tell, has a day of its own, and is told more than once."""
    told = happening.told
    headed = told.reading.sentence.heading or any(one.reading.sentence.heading for one in happening.again)
    lead = told.reading.sentence.paragraph <= 1
    when = told.choice.when
    points = (
        0.3
        + 0.2 * headed
        + 0.1 * lead
        + 0.15 * (told.kind not in _MINOR)
        + 0.1 * (told.trigger is not None and told.trigger.entry.strong)
        + 0.1 * (when is not None and when.precision in DAYS and told.choice.source is Source.CLAUSE)
        + 0.05 * min(len(happening.again), 2)
        - 0.1 * (told.status in UNREAL)
    )
    return round(max(0.0, min(1.0, points)), 2)
