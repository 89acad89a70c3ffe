"""What a timeline shows first: headlines, days, many dead; last: plans, years and sayings."""

import pytest

from app.extraction.extract import extract
from storage.model import Basis, Published
from storage.moment import Moment

SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


def importance(text: str) -> float:
    (event,) = extract(f"It was cold.\n\nIt rained all day.\n\n{text}", SATURDAY, "en").events
    return event.importance


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Shells killed 140 soldiers in Kafra on Friday.", "Shells killed 14 soldiers in Kafra on Friday."),
        ("Shells killed 14 soldiers in Kafra on Friday.", "Shells killed two soldiers in Kafra on Friday."),
        ("Rebels attacked the base in Kafra on Friday.", "Rebels attacked the base in Kafra in 2012."),
        ("Rebels attacked the base in Kafra on Friday.", "Rebels will attack the base in Kafra on Sunday."),
    ],
)
def test_one_event_matters_more_than_another(more: str, less: str) -> None:
    assert importance(more) > importance(less)
