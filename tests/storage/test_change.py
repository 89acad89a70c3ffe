from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from storage import fields
from storage.change import (
    Change,
    Step,
    choose_alternative,
    confirm,
    reject,
    restore,
    set_kind,
    set_note,
    set_places,
    set_status,
    set_title,
    set_when,
    together,
)
from storage.model import Alternative, Correction, Dating, Event, Mention, Review, Span, Status, When
from storage.when import lasting, on_day

EVENT = Event(1, "talks", "Talks", on_day(5), Status.PLANNED, ("Astana",))
EDITS: list[tuple[Callable[..., Change], str, Any]] = [
    (set_kind, "kind", "siege"),
    (set_title, "title", "Other “talks” 🙂"),
    (set_when, "when", None),
    (set_when, "when", lasting(None, None, approximate=True)),
    (set_status, "status", Status.DENIED),
    (set_places, "places", ()),
    (set_places, "places", ("Geneva", "Astana")),
]


def event_after(change: Change) -> Event:
    (event,) = [step.after for step in change.steps if isinstance(step.after, Event)]
    return event


def corrections_after(change: Change) -> list[Correction]:
    return [step.after for step in change.steps if isinstance(step.after, Correction)]


@pytest.mark.parametrize(("edit", "field", "value"), EDITS)
def test_a_field_set_by_hand_is_pinned_with_what_had_been_found(
    edit: Callable[..., Change], field: str, value: Any
) -> None:
    change = edit(EVENT, value, [], count(50))
    (pinned,) = corrections_after(change)
    assert event_after(change) == replace(EVENT, review=Review.EDITED, **{field: value})
    assert (pinned.id, pinned.event, pinned.field) == (50, 1, field)
    assert fields.read(field, pinned.value) == value
    assert fields.read(field, pinned.found) == getattr(EVENT, field)


@pytest.mark.parametrize(("edit", "field", "value"), EDITS)
def test_a_field_set_back_to_what_was_found_is_free_again(edit: Callable[..., Change], field: str, value: Any) -> None:
    there = edit(EVENT, value, [], count(50))
    back = edit(event_after(there), getattr(EVENT, field), corrections_after(there), count(60))
    assert event_after(back) == EVENT
    assert [step for step in back.steps if isinstance(step.before, Correction)] == [
        Step(corrections_after(there)[0], None)
    ]


@pytest.mark.parametrize(("edit", "field", "value"), EDITS)
def test_a_field_that_stays_as_it_is_makes_no_step(edit: Callable[..., Change], field: str, value: Any) -> None:
    assert edit(replace(EVENT, **{field: value}), value, [], count(50)).steps == ()


def test_another_value_keeps_what_the_machine_had_found() -> None:
    once = set_title(EVENT, "Once", [], count(50))
    twice = set_title(event_after(once), "Twice", corrections_after(once), count(60))
    assert corrections_after(twice) == [Correction(50, 1, "title", "Talks", "Twice")]


def test_an_event_stays_edited_as_long_as_one_field_is() -> None:
    title = Correction(50, 1, "title", "Talks", "Other")
    kind = Correction(51, 1, "kind", "siege", "talks")
    edited = replace(EVENT, title="Other", review=Review.EDITED)
    assert event_after(set_title(edited, "Talks", [title, kind], count(60))).review is Review.EDITED
    assert event_after(set_title(edited, "Talks", [title], count(60))).review is Review.FOUND


def test_corrections_of_other_events_have_no_say() -> None:
    other = Correction(50, 2, "title", "Talks", "Other")
    change = set_title(EVENT, "New", [other], count(60))
    assert corrections_after(change) == [Correction(60, 1, "title", "Talks", "New")]


@pytest.mark.parametrize("review", [Review.CONFIRMED, Review.REJECTED])
def test_the_word_about_the_whole_event_outlasts_an_edit(review: Review) -> None:
    assert event_after(set_kind(replace(EVENT, review=review), "siege", [], count(9))).review is review


def test_another_reading_of_the_words_becomes_the_date() -> None:
    readings = (Alternative(on_day(6), "x"), Alternative(lasting(None, None), "y"))
    mention = Mention(2, 1, 3, Span(0, 1), "q", on_day(5), Dating("Friday", None, "date", "", alternatives=readings))
    change = choose_alternative(EVENT, mention, 1, [], count(50))
    assert event_after(change).when == readings[1].when
    assert fields.read("when", corrections_after(change)[0].found) == on_day(5)
    assert change.articles == frozenset()


def test_words_without_another_reading_are_our_mistake() -> None:
    with pytest.raises(ValueError):
        choose_alternative(EVENT, Mention(2, 1, 3, Span(0, 1), "q"), 0, [], count(50))


def test_a_note_pins_nothing() -> None:
    assert set_note(EVENT, "see p. 4").steps == (Step(EVENT, replace(EVENT, note="see p. 4")),)


@pytest.mark.parametrize(("edit", "review"), [(confirm, Review.CONFIRMED), (reject, Review.REJECTED)])
def test_a_person_judges_an_event(edit: Callable[[Event], Change], review: Review) -> None:
    assert edit(EVENT).steps == (Step(EVENT, replace(EVENT, review=review)),)


@pytest.mark.parametrize(("corrected", "review"), [(False, Review.FOUND), (True, Review.EDITED)])
def test_a_restored_event_is_what_its_fields_say(corrected: bool, review: Review) -> None:
    pinned = [Correction(50, 1, "kind", "siege", "talks")] if corrected else []
    assert event_after(restore(replace(EVENT, review=Review.REJECTED), pinned)).review is review


WHENS: list[When | None] = [None, on_day(-4_000_000), lasting(None, None)]


@pytest.mark.parametrize("when", WHENS)
def test_a_date_as_text_reads_back_the_same(when: When | None) -> None:
    assert fields.read("when", fields.write("when", when)) == when


def test_several_edits_are_one_step_that_is_taken_back_as_one() -> None:
    other = replace(EVENT, id=2, review=Review.CONFIRMED)
    made = together([reject(EVENT), set_note(other, ""), reject(other)])
    assert (made.name, [step.after for step in made.steps]) == (
        "Reject the event (2 events)",
        [replace(EVENT, review=Review.REJECTED), replace(other, review=Review.REJECTED)],
    )
    assert [step.after for step in made.inverse().steps] == [other, EVENT]
