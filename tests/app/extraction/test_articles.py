"""Whole articles with the events that a careful reader would put on a timeline: what is found must not become less.

Articles are written for this project; each tells its events with the shortest clause that reports them. An event is hit
when a clause that overlaps it by half is found with its kind and its exact days; one that is not required counts neither way.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.extraction.extract import extract
from app.extraction.language import detect_language
from app.extraction.publication import publication_candidates
from storage.model import Basis, FoundEvent, Moment, Published

FOLDER = Path(__file__).parent / "articles"
LONGEST = 700
FLOORS = {"ar": 77.0, "de": 68.0, "en": 69.5, "es": 70.0, "fr": 73.0, "ru": 80.0, "tr": 88.0}
"""The F1 that each language keeps, in percent."""
MOST_FALSE = 1.2
"""False events in a thousand words of texts that report none."""


@dataclass(frozen=True)
class Told:
    """One article with its labels, and what is found in it."""

    name: str
    language: str
    text: str
    labels: list[dict[str, Any]]
    found: tuple[FoundEvent, ...]


@cache
def articles() -> tuple[Told, ...]:
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.json")))


def _read(path: Path) -> Told:
    data = json.loads(path.read_text("utf-8"))
    text = data["text"]
    if data["published"]:
        published = Published(Moment.parse(data["published"]), Basis.USER)
    else:
        sure = [one for one in publication_candidates(text, detect_language(text)) if one.basis is not Basis.GUESS]
        published = sure[0] if sure else None
    return Told(path.stem, data["language"], text, data["events"], extract(text, published).events)


def spans(label: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """The clause of a label and the others that tell of the same event."""
    places = ((text.find(words), words) for words in label.get("mentions", ()))
    return [(label["start"], label["end"]), *((at, at + len(words)) for at, words in places)]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / min(one[1] - one[0], other[1] - other[0]) if shared > 0 else 0.0


def kind_right(event: FoundEvent, label: dict[str, Any]) -> bool:
    return event.kind in {label["kind"], *label.get("also_kinds", ())}


def days_right(event: FoundEvent, label: dict[str, Any]) -> bool:
    ends = (event.when.earliest, event.when.latest) if event.when else (None, None)
    days = tuple(end.iso()[:10] if end else None for end in ends)
    return days in {(label["earliest"], label["latest"]), *(tuple(pair) for pair in label.get("also_dates", ()))}


def paired(told: Told) -> dict[int, int]:
    """Which found event is which label's, one to one, the closest pairs first."""
    pairs = []
    for i, event in enumerate(told.found):
        for j, label in enumerate(told.labels):
            near = max(overlap((event.span.start, event.span.end), span) for span in spans(label, told.text))
            if near >= 0.5 and event.span.end - event.span.start <= LONGEST:
                right = kind_right(event, label) + days_right(event, label)
                pairs.append((-right, -near, -label["required"], i, j))
    taken: dict[int, int] = {}
    for *_, i, j in sorted(pairs):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def counts(told: Told) -> Counter[str]:
    """How many labels are wanted, how many events count as found, and how many of these are hits."""
    pairs = paired(told)
    total = Counter(wanted=sum(label["required"] for label in told.labels))
    for i, event in enumerate(told.found):
        label = told.labels[pairs[i]] if i in pairs else None
        if label is None:
            span = (event.span.start, event.span.end)
            again = any(overlap(span, one) >= 0.5 for other in told.labels for one in spans(other, told.text))
            total["found"] += not again
        elif label["required"]:
            total["found"] += 1
            total["hits"] += kind_right(event, label) and days_right(event, label)
    return total


@pytest.mark.parametrize("language", FLOORS)
def test_the_events_of_a_language_are_found(language: str) -> None:
    told = [one for one in articles() if one.language == language and one.labels]
    total = sum((counts(one) for one in told), Counter())
    f1 = 200 * total["hits"] / (total["found"] + total["wanted"])
    assert f1 >= FLOORS[language], f"{language}: {f1:.1f} of {total}"


def test_texts_that_report_no_event_give_hardly_any() -> None:
    free = [one for one in articles() if not one.labels]
    words = sum(len(one.text.split()) for one in free)
    false = [(one.name, event.quote) for one in free for event in one.found]
    assert len(false) <= MOST_FALSE * words / 1000, false


def test_every_quote_is_what_stands_at_its_place() -> None:
    for one in articles():
        for event in one.found:
            assert one.text[event.span.start : event.span.end] == event.quote, one.name
