"""How texts tell of time: logs whose lines begin with the clock, and rows that begin with a day."""

import pytest

from app.extraction.dates import find_dates
from storage.model import Basis, Published
from storage.moment import Moment

PUBLISHED = Published(Moment.parse("2012-11-21"), Basis.USER)


def values(text: str) -> dict[str, str]:
    return {one.text: one.value for one in find_dates(text, PUBLISHED, "en")}


def test_the_entries_of_a_log_are_of_the_day_of_publication():
    log = "21:00 The truce holds.\n\n19:25 It was agreed on Sunday, an aide says.\n\n12:20 A bus has blown up.\n"
    assert values(log)["12:20"] == "2012-11-21T12:20"


def test_a_date_that_heads_a_log_is_that_of_its_entries():
    log = "Tuesday 20 November 2012\n\n21:00 A truce.\n\n19:25 Since Sunday it was calm.\n\n12:20 A bus has blown up.\n"
    assert values(log)["12:20"] == "2012-11-20T12:20"


def test_a_clock_within_a_report_is_of_the_day_told_last():
    assert values("They met on Sunday. At 12:20 a bus blew up.")["12:20"] == "2012-11-18T12:20"


def test_days_in_digits_at_the_beginning_of_rows_are_days():
    rows = "24.02 the invasion\n02.03 the town is taken\n30.09 the vote\n"
    assert values(rows) == {"24.02": "2012-02-24", "02.03": "2012-03-02", "30.09": "2012-09-30"}


@pytest.mark.parametrize("text", ["The rate rose to 24.02 points.", "24.02 points\nnext"])
def test_elsewhere_they_are_decimals(text):
    assert values(text) == {}
