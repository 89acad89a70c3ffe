"""Titles out of clauses."""

import pytest

from app.extraction.extract import extract
from app.extraction.titles import LONGEST, finished
from app.extraction.vocabulary import vocabulary
from storage.model import Basis, Published
from storage.moment import Moment

ENGLISH = vocabulary("en")
ON_SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The army said that its troops had taken Mirzan on Thursday.",
            "Its troops had taken Mirzan on Thursday",
        ),
        (
            "Envoys met the new government of Fayad, which arrived in Kafra by sea on Monday during the war.",
            "The new government of Fayad arrived in Kafra by sea on Monday during the war",
        ),
        ("KAFRA, 17 December - Rebels shelled the army base on Friday.", "Rebels shelled the army base on Friday"),
        (
            "The new envoy arrived in Kafra by sea on Monday and was attacked by rebels on Tuesday.",
            "The new envoy was attacked by rebels on Tuesday",
        ),
        ("Meanwhile, rebels shelled the army base on Monday.", "Rebels shelled the army base on Monday"),
    ],
)
def test_a_title_begins_with_a_word_that_says_something(text, title):
    assert extract(text, ON_SATURDAY, "en").events[-1].title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("troops left “for good", "Troops left for good"),
        ("troops  left,\n the town —", "Troops left, the town"),
        (
            "troops of the second brigade who had held the eastern quarters for a month left by the road to Mirzan",
            "Troops of the second brigade who had held the eastern quarters for a month…",
        ),
    ],
)
def test_a_title_is_one_line_with_whole_quotes_and_no_loose_end(line, title):
    assert finished(line, ENGLISH) == title
    assert len(title) <= LONGEST
