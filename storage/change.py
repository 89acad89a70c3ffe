"""Every edit of a library: pure functions that build a Change out of values. `Library.apply` does it.

A field that a person sets is pinned by a Correction, which remembers what the machine had found; set back to that, the
Correction goes. `corrections` may hold those of other events too. An edit that changes nothing is a Change without steps.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from storage import fields
from storage.adding import add_articles, add_event, remove_article
from storage.describing import describe_article
from storage.model import Correction, Event, Mention, Review, Status, When
from storage.redating import date_article
from storage.steps import Change, Step, change

__all__ = [
    "Change",
    "Step",
    "add_articles",
    "add_event",
    "choose_alternative",
    "confirm",
    "date_article",
    "describe_article",
    "reject",
    "remove_article",
    "restore",
    "set_fields",
    "set_kind",
    "set_note",
    "set_places",
    "set_status",
    "set_title",
    "set_when",
    "together",
]

Corrections = Sequence[Correction]


def set_kind(event: Event, kind: str, corrections: Corrections, ids: Iterator[int]) -> Change:
    """Say what sort of event it is."""
    return _set("Change the kind", event, "kind", kind, corrections, ids)


def set_title(event: Event, title: str, corrections: Corrections, ids: Iterator[int]) -> Change:
    """Call it otherwise."""
    return _set("Change the title", event, "title", title, corrections, ids)


def set_when(event: Event, when: When | None, corrections: Corrections, ids: Iterator[int]) -> Change:
    """Say when it was, or that nobody knows. The mentions keep the dates that their sources give."""
    return _set("Change the date", event, "when", when, corrections, ids)


def choose_alternative(
    event: Event, mention: Mention, index: int, corrections: Corrections, ids: Iterator[int]
) -> Change:
    """Take another reading of the words that date it."""
    if mention.dating is None:
        raise ValueError("these words have no other reading")
    chosen = mention.dating.alternatives[index].when
    return _set("Choose another date", event, "when", chosen, corrections, ids)


def set_status(event: Event, status: Status, corrections: Corrections, ids: Iterator[int]) -> Change:
    """Say whether it took place."""
    return _set("Change the status", event, "status", status, corrections, ids)


def set_places(event: Event, places: tuple[str, ...], corrections: Corrections, ids: Iterator[int]) -> Change:
    """Say where it was."""
    return _set("Change the places", event, "places", places, corrections, ids)


def set_fields(
    event: Event, values: Mapping[str, fields.Value], corrections: Corrections, ids: Iterator[int]
) -> Change:
    """Set several fields as one step: kind, title, when, status, places."""
    steps: list[Step] = []
    now, pins = event, list(corrections)
    for name, value in values.items():
        for step in _set("", now, name, value, pins, ids).steps:
            steps.append(step)
            if isinstance(step.after, Event):
                now = step.after
    return change("Change the event", steps)


def set_note(event: Event, note: str) -> Change:
    """Write a note. No machine finds notes, so nothing is pinned by it."""
    return change("Change the note", [Step(event, replace(event, note=note))])


def confirm(event: Event) -> Change:
    """Vouch for it."""
    return _review("Confirm the event", event, Review.CONFIRMED)


def reject(event: Event) -> Change:
    """Say that it is none. It stays in the library, out of sight, and is not found again."""
    return _review("Reject the event", event, Review.REJECTED)


def restore(event: Event, corrections: Corrections) -> Change:
    """Take a rejection or confirmation back."""
    edited = any(one.event == event.id for one in corrections)
    return _review("Restore the event", event, Review.EDITED if edited else Review.FOUND)


def together(changes: Sequence[Change]) -> Change:
    """The same edit of several events as one step: "Confirm the event (12 events)"."""
    made = [one for one in changes if one.steps]
    name = f"{made[0].name} ({len(made):,} events)" if len(made) > 1 else made[0].name if made else ""
    return change(name, (step for one in made for step in one.steps))


def _review(name: str, event: Event, review: Review) -> Change:
    return change(name, [Step(event, replace(event, review=review))])


def _set(
    name: str, event: Event, field: str, value: fields.Value, corrections: Corrections, ids: Iterator[int]
) -> Change:
    own = {one.field: one for one in corrections if one.event == event.id}
    old = own.pop(field, None)
    now, text = fields.written(field, event), fields.write(field, value)
    if text == now:
        return Change(name, ())
    new = _correction(old, event.id, field, now, text, ids)
    fixed: dict[str, Any] = {field: value}
    after = replace(event, review=_reviewed(event.review, bool(own) or new is not None), **fixed)
    steps = [Step(event, after)]
    if old is not None or new is not None:
        steps.append(Step(old, new))
    return change(name, steps)


def _correction(
    old: Correction | None, event: int, field: str, now: str, text: str, ids: Iterator[int]
) -> Correction | None:
    """The Correction that pins the text, None where it is what had been found."""
    if old is None:
        return Correction(next(ids), event, field, now, text)
    return None if text == old.found else replace(old, value=text)


def _reviewed(review: Review, corrected: bool) -> Review:
    """A person's word about the whole event outlasts an edit of one field."""
    if review in (Review.CONFIRMED, Review.REJECTED):
        return review
    return Review.EDITED if corrected else Review.FOUND
