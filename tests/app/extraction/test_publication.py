"""Days of publication that a text tells about itself."""

import pytest

from app.extraction.publication import publication_candidates
from storage.model import Basis


def found(text: str) -> list[tuple[str, Basis]]:
    return [(one.day.iso(), one.basis) for one in publication_candidates(text, "en")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BEIRUT, 17 December 2016 — The buses left the eastern quarter.", "2016-12-17"),
        ("KAFRA, Dec. 17, 2016 (AP) -- The buses left on 3 May 2015.", "2016-12-17"),
        ("A quiet road\n\nPublished 3 March 2014\n\nThe road was opened on 1 March 2014.", "2014-03-03"),
        ("This is the late bulletin for Monday the 5th of November 1956.\n\nTwo bridges were shelled.", "1956-11-05"),
        ("Wednesday, 2 November 2022\n\nThe office said that the talks had ended.", "2022-11-02"),
        ("The bridge is open.\n\nThe gate, too.\n\nThe harbour, 22 February 2002\nOffice of the Mayor", "2002-02-22"),
    ],
)
def test_a_dateline_comes_first(text, day):
    assert found(text)[0] == (day, Basis.DATELINE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The town fell on 3 May 2012. It was retaken on 14 June 2013 after a siege.", "2013-06-14"),
        ("The hostages were released on 3 May 2012.", "2012-05-03"),
        ("The truce began on 3 May 2012 — the first in the war. It held.", "2012-05-03"),
        ("The truce began on 3 May 2012. Talks are to be held in Kafra on 8 June 2012.", "2012-05-03"),
        ('The truce began on 3 May 2012. "A vote on 8 June 2012," the envoy said, "is all we ask."', "2012-05-03"),
        ('The envoy is back. "They came yesterday, 8 April 2004," she said to us at the harbour.', "2004-04-09"),
    ],
)
def test_without_one_there_is_a_guess(text, day):
    assert found(text)[0] == (day, Basis.GUESS)


def test_yesterday_beside_its_date_tells_the_day():
    assert found("The paper was signed yesterday, 8 April 2004, in the capital.")[0] == ("2004-04-09", Basis.DATELINE)


def test_what_is_to_come_is_no_guess():
    assert found("The parties will meet on 8 June 2012. The deadline is 9 June 2012.") == []


def test_a_chronicle_has_no_dateline():
    text = "3 May 2012\nThe town falls.\n\n14 June 2013\nThe town is retaken.\n\n2 July 2014\nA truce.\n\nIt held."
    assert Basis.DATELINE not in {basis for _, basis in found(text)}


def test_a_text_without_a_full_date_has_no_candidate():
    assert found("They met on Friday and again in May.") == []


def test_the_words_of_the_date_are_kept():
    (one,) = publication_candidates("Published 3 March 2014", "en")
    assert one.words == "3 March 2014"


BODY = "Rebels shelled the port of Tamra on Friday, officials said. Nobody has left since March 2015.\n"


@pytest.mark.parametrize(
    "line",
    [
        "KABUL | 3 May 2018 | Agency",
        "2018-05-03",
        "2018-05-03 14:20 UTC",
        "Published: 2018-05-03T14:20:00Z",
        "Last updated at 14:02 on 3 May 2018",
        "Posted by Ana Lopez on May 3, 2018",
        "Date: 3 May 2018",
        "THURSDAY, MAY 3, 2018 AT 2:02 PM",
        "By Ana Lopez, 3 May 2018",
        "Vol. 12, No. 4, May 3, 2018",
        "The Tamra Chronicle. Thursday, 3rd May 2018",
        "Thursday 3 May 2018. All times local. Newest first.",
        "Reporting period: 24 April-2 May 2018. Issued: 3 May 2018",
        "Summary of findings. Tamra, 3 May 2018",
        "Thu, 03 May 2018 10:11:12 +0000",
        "SITUATION REPORT No. 4 (as of 3 May 2018)",
    ],
)
def test_a_line_of_the_head_tells_the_day(line):
    assert found(f"Port under fire\n{line}\n\n{BODY}")[0] == ("2018-05-03", Basis.DATELINE)


@pytest.mark.parametrize(
    "lead",
    ["GENEVA, 3 May 2018: ", "Geneva, 3 May 2018 - ", "GENEVA (3 May 2018) – ", "Tamra, May 3, 2018 (AP) -- "],
)
def test_a_dateline_runs_on_into_the_text(lead):
    assert found(f"Port under fire\n\n{lead}{BODY}")[0] == ("2018-05-03", Basis.DATELINE)


@pytest.mark.parametrize(
    "line",
    ["Stockholm, 12 mars 2020", "Lisboa, 12 de março de 2020", "Kraków | 12 marca 2020", "Київ, 12 березня 2020 р."],
)
def test_a_dateline_is_read_in_languages_without_words_of_their_own(line):
    (one, *_) = publication_candidates(f"{line}\n\nLorem ipsum dolor sit amet.\n", "")
    assert (one.day.iso(), one.basis) == ("2020-03-12", Basis.DATELINE)
