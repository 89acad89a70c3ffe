"""Which date a clause has."""

import pytest

from app.extraction.choosing import Source
from app.extraction.dates import find_dates
from app.extraction.events import candidates
from app.extraction.extract import read_all
from app.extraction.vocabulary import vocabulary
from storage.model import Basis, Published
from storage.moment import Moment

ENGLISH = vocabulary("en")
ON_SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


def choices(text: str) -> list[tuple[Source, str]]:
    readings = read_all(text, find_dates(text, ON_SATURDAY, "en"), ENGLISH)
    return [
        (one.choice.source, one.choice.when.edtf if one.choice.when else "")
        for one in candidates(readings, ON_SATURDAY, ENGLISH)
        if one.kind == "attack"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked Kafra on Friday.", [(Source.CLAUSE, "2016-12-16")]),
        ("In 2016 rebels attacked Kafra on 3 March.", [(Source.CLAUSE, "2016-03-03")]),
        ("Rebels attacked Kafra after the 2014 truce ended on Monday.", [(Source.NONE, "")]),
        ("The army said on Friday that rebels attacked Kafra.", [(Source.SAYING, "2016-12-16")]),
        ("The army said on Friday that rebels attacked Kafra on Monday.", [(Source.CLAUSE, "2016-12-12")]),
        ("The army fled on Friday when rebels attacked Kafra.", [(Source.SIBLING, "2016-12-16")]),
        ("The army fled on Friday. Rebels attacked Kafra.", [(Source.BEFORE, "2016-12-16")]),
        (
            "Rebels attacked Kafra on Friday. Rebels shelled Mirzan.",
            [(Source.CLAUSE, "2016-12-16"), (Source.BEFORE, "2016-12-16")],
        ),
        (
            "Rebels attacked Kafra on Friday.\n\nRebels shelled Mirzan.",
            [(Source.CLAUSE, "2016-12-16"), (Source.NONE, "")],
        ),
        ("Rebels have attacked Kafra since Monday.", [(Source.CLAUSE, "2016-12-12/..")]),
        ("Rebels will attack Kafra, the army said on Friday.", [(Source.NONE, "")]),
    ],
)
def test_the_date_of_an_event_comes_from_where_it_is_told(text, expected):
    assert choices(text) == expected
