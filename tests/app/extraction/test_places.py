"""Places named with events."""

import pytest

from app.extraction.extract import extract
from storage.model import Basis, Published
from storage.moment import Moment

ON_SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels attacked an army base in Kafra on Friday.", ("Kafra",)),
        ("Rebels captured Kafra on Friday.", ("Kafra",)),
        ("Kafra was captured by rebels on Friday.", ("Kafra",)),
        ("Troops shelled Kafra and Mirzan on Friday.", ("Kafra",)),
        ("The shelling of Kafra by rebels went on through Friday.", ("Kafra",)),
        ("Envoys held peace talks in Rio de Janeiro on Friday.", ("Rio de Janeiro",)),
        ("Rebels were killed in Syrian prisons on Friday.", ()),
        ("Rebels attacked the National Army on Friday.", ()),
        ("Troops fought rebels in Idlib province on Friday.", ("Idlib",)),
    ],
)
def test_a_name_is_a_place_by_the_words_around_it(text, places):
    (event,) = extract(text, ON_SATURDAY, "en").events
    assert event.places == places


def test_an_event_without_a_place_happened_where_the_one_before_in_its_paragraph_did():
    text = "Rebels attacked Kafra on Friday. Troops shelled the rebels.\n\nA truce was signed on Sunday."
    assert [event.places for event in extract(text, ON_SATURDAY, "en").events] == [("Kafra",), ("Kafra",), ()]
