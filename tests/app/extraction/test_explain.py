from pathlib import Path

import pytest

from app.extraction.explain import explain
from app.extraction.extract import extract
from resources.samples import sample_paths
from storage.model import Basis, Moment, Published

TEXT = (
    "Rebels attacked the town of Idlib on Friday. The mayor could not be reached.\n\n"
    "The siege may end in March. He tends his garden every Sunday.\n"
)
SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


def test_an_event_is_told_with_its_words_its_date_and_the_reasons() -> None:
    told = "\n".join(explain(TEXT, SATURDAY, "en"))
    assert told.startswith("language en, published 2016-12-17\n")
    assert "[1] 0–44  Rebels attacked the town of Idlib on Friday." in told
    assert "“Friday” → 2016-12-16 (DATE, rule date)" in told
    assert "“attacked” attack, strong verb" in told
    assert "attack, happened, date in the clause: 'on Friday' + published Sat 17 Dec 2016 (set by you)" in told
    assert "; or 2016-12-23 if it is still to come" in told


def test_a_sentence_in_which_nothing_is_seen_is_passed_over() -> None:
    assert "[2]" not in "\n".join(explain(TEXT, SATURDAY, "en"))


def test_the_language_is_recognised_and_a_missing_day_of_publication_is_told() -> None:
    first = next(iter(explain(sample_paths()[0].read_text("utf-8"), None)))
    assert first == "language en, published unknown"


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_as_many_clauses_are_told_to_be_events_as_there_are_events(path: Path) -> None:
    text = path.read_text("utf-8")
    events = extract(text, SATURDAY).events
    assert sum(line.endswith(": an event") for line in explain(text, SATURDAY)) == len(events)
