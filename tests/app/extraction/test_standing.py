"""What the status of an event makes of its date: plans without a day lie ahead, states reach back."""

import pytest

from app.extraction.extract import extract
from storage.model import Basis, FoundEvent, Moment, Published, Status

SATURDAY = Published(Moment.of(2016, 12, 17), Basis.USER)
PLAN = "Rebels shelled Kafra on Friday. Envoys will hold talks on a ceasefire in Astana."
STATE = "On Friday the convoy stopped on the road. The two villages near Kafra are besieged by rebels."


def event(text: str, kind: str, published: Published | None) -> FoundEvent:
    (found,) = [one for one in extract(text, published, "en").events if one.kind == kind]
    return found


def test_a_plan_without_a_day_lies_after_publication() -> None:
    talks = event(PLAN, "talks", SATURDAY)
    assert talks.status is Status.PLANNED
    assert talks.when
    assert talks.when.edtf == "[2016-12-17..]"
    assert talks.dating
    assert "after it was published, Sat 17 Dec 2016 (set by you)" in talks.dating.why


def test_a_plan_without_a_day_waits_for_the_day_of_publication() -> None:
    talks = event(PLAN, "talks", None)
    assert talks.when is None
    assert talks.dating
    assert talks.dating.needs_publication


def test_what_a_history_calls_planned_has_no_place_in_the_time_of_its_publication() -> None:
    text = "Rebels shelled Kafra on 3 May 1948. Troops captured it on 9 May 1948. Envoys will hold talks in Rhodes."
    talks = event(text, "talks", SATURDAY)
    assert talks.when is None
    assert talks.dating
    assert not talks.dating.needs_publication


@pytest.mark.parametrize("word", ["are", "remain"])
def test_a_state_of_the_day_has_lasted_up_to_it(word: str) -> None:
    siege = event(STATE.replace("are", word), "siege", SATURDAY)
    assert siege.status is Status.ONGOING
    assert siege.when
    assert siege.when.edtf == "../2016-12-16"


def test_a_state_that_was_is_no_state_of_today() -> None:
    siege = event(STATE.replace("are besieged", "were besieged"), "siege", SATURDAY)
    assert siege.status is Status.HAPPENED
