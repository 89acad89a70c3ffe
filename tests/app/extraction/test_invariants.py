"""What must hold of events whatever a text tells: idle neighbours do not matter, a weekday moves with publication."""

import json
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.extraction.extract import extract
from app.extraction.letters import folded
from app.extraction.lexicon import lexicon
from storage.model import Basis, FoundEvent, Moment, Precision, Published

HERE = Path(__file__).parent
NEUTRAL = {
    "ar": "الساعة القديمة في القاعة مصنوعة من خشب البلوط.",
    "de": "Die alte Uhr in der Halle ist aus Eichenholz.",
    "en": "The old clock in the hall is made of oak.",
    "es": "El viejo reloj de la sala es de roble.",
    "fr": "La vieille horloge du hall est en chêne.",
    "ru": "Старые часы в зале сделаны из дуба.",
    "tr": "Salondaki eski saat meşeden yapılmıştır.",
}
WEEKS = (1, 5)
FEWEST = 10


def found(text: str, day: Moment, language: str) -> tuple[FoundEvent, ...]:
    return extract(text, Published(day, Basis.USER), language).events


def told(events: tuple[FoundEvent, ...]) -> Counter[tuple[Any, ...]]:
    return Counter((one.kind, one.quote, one.when.edtf if one.when else "", one.status) for one in events)


@pytest.mark.parametrize("language", NEUTRAL)
def test_a_sentence_that_tells_nothing_changes_no_event_before_or_behind_it(language: str) -> None:
    changed = total = 0
    for path in sorted((HERE / "articles").glob(f"{language}-*.json")):
        data = json.loads(path.read_text("utf-8"))
        day = Moment.parse(data["published"] or "2016-12-17")
        plain = told(found(data["text"], day, language))
        for text in (f"{data['text']}\n\n{NEUTRAL[language]}\n", f"{NEUTRAL[language]}\n\n{data['text']}"):
            other = told(found(text, day, language))
            total += plain.total()
            changed += max((plain - other).total(), (other - plain).total())
    assert total > FEWEST
    assert changed == 0


def names_weekday(event: FoundEvent, language: str) -> bool:
    words = folded(event.dating.words) if event.dating else ""
    return any(day in words for day in lexicon(language).table("WEEKDAY"))


def relative_cases(language: str) -> list[tuple[str, Moment]]:
    """Texts without a figure, so that nothing in them but the day of publication fixes a time."""
    cases = tomllib.loads((HERE / "cases" / f"{language}_events.toml").read_text("utf-8"))["events"]
    fixed = [one for one in cases if one["published"] and not any(letter.isdigit() for letter in one["text"])]
    return [(one["text"], Moment.parse(one["published"])) for one in fixed]


@pytest.mark.parametrize("language", NEUTRAL)
@pytest.mark.parametrize("weeks", WEEKS)
def test_published_weeks_later_an_event_of_a_weekday_lies_as_much_later(language: str, weeks: int) -> None:
    moved = 0
    for text, day in relative_cases(language):
        later = replace(day, day=day.day + 7 * weeks)
        for one, other in zip(found(text, day, language), found(text, later, language), strict=True):
            when = one.when
            if when and when.precision is Precision.DAY and when.earliest and names_weekday(one, language):
                assert other.when is not None, text
                assert other.when.earliest is not None, text
                assert other.when.earliest.day - when.earliest.day == 7 * weeks, text
                moved += 1
    assert moved >= FEWEST
