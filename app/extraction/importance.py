"""How much an event matters in its article, from 0 to 1: what a timeline shows first when there is little room."""

import re

from app.extraction.choosing import DAYS, Source
from app.extraction.events import Candidate
from app.extraction.settling import Happening
from app.extraction.status import UNREAL
from app.extraction.vocabulary import Vocabulary
from storage.model import Precision

_MINOR = frozenset({"statement", "other"})
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
"""Whole numbers with or without groups: "83", "1,500"; not "9.8"."""
_MANY = 10
_MASS = 100
_VAGUE = {Precision.YEAR, Precision.DECADE}


def importance_of(happening: Happening, vocabulary: Vocabulary) -> float:
    """Points that add up to at most 1, from 0.3 on.

    For its place (headline 0.2, first paragraphs 0.1), its kind (0.15 unless a saying or of no kind, 0.1 for words that
    speak for themselves), its date (0.1 for a day of its own, -0.1 for a mere year), each further time it is told (0.05,
    twice at most), the dead and wounded (0.05 from ten, 0.1 from a hundred); 0.1 less for what has not happened.
    """
    told = happening.told
    headed = told.reading.sentence.heading or any(one.reading.sentence.heading for one in happening.again)
    when = told.choice.when
    points = (
        0.3
        + 0.2 * headed
        + 0.1 * (told.reading.sentence.paragraph <= 1)
        + 0.15 * (told.kind not in _MINOR)
        + 0.1 * (told.trigger is not None and told.trigger.entry.strong)
        + 0.1 * (when is not None and when.precision in DAYS and told.choice.source is Source.CLAUSE)
        - 0.1 * (when is not None and when.precision in _VAGUE)
        + 0.05 * min(len(happening.again), 2)
        + _of_toll(happening, vocabulary)
        - 0.1 * (told.status in UNREAL)
    )
    return round(max(0.0, min(1.0, points)), 2)


def _of_toll(happening: Happening, vocabulary: Vocabulary) -> float:
    """More for many dead or wounded, in whichever clause their number is told."""
    toll = max(_toll(one, vocabulary) for one in (happening.told, *happening.again))
    return 0.1 if toll >= _MASS else 0.05 if toll >= _MANY else 0.0


def _toll(one: Candidate, vocabulary: Vocabulary) -> int:
    """The largest number in a clause that tells of dead or wounded, without those of its dates."""
    lower = one.reading.sentence.lower
    words = [lower[i] for i in one.clause.indices if i not in one.reading.date_words]
    if not any("outcomes" in vocabulary.forms_of[word] for word in words):
        return 0
    return max((int(re.sub(r"\D", "", word)) for word in words if _NUMBER.fullmatch(word)), default=0)
