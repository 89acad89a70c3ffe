"""Titles out of clauses."""

import pytest

from app.extraction.extract import extract
from app.extraction.titles import LONGEST, finished
from app.extraction.vocabulary import vocabulary
from storage.model import Basis, FoundEvent, Published
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
        (
            "A 48-hour ceasefire was signed by the rebels on Friday.",
            "A 48-hour ceasefire was signed by the rebels on Friday",
        ),
        (
            "When the army closed the port in November 2015, the rebels waited.",
            "The army closed the port in November 2015",
        ),
    ],
)
def test_a_title_begins_with_a_word_that_says_something(text, title):
    assert extract(text, ON_SATURDAY, "en").events[-1].title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Aid reached Kafra and Mirzan, two towns in Fayad province that rebels have besieged since March 2015.",
            "Two towns in Fayad province that rebels have besieged since March 2015",
        ),
        (
            "It would add to the negotiations in Fayad, which the council suspended in April.",
            "The negotiations in Fayad, which the council suspended in April",
        ),
        ("The army denied the news that Kafra was captured on Friday.", "Kafra was captured on Friday"),
        (
            "The envoy's deputy, Omar Nasri, attacked the ceasefire on Friday and left the talks.",
            "The envoy's deputy, Omar Nasri, attacked the ceasefire on Friday",
        ),
        (
            "A first truce, signed at Kafra on 3 September 2016, collapsed in December.",
            "A first truce collapsed in December",
        ),
        (
            "KAFRA - Rebels entered the port on Friday after breaking through the lines of the army on Thursday.",
            "Rebels, breaking through the lines of the army on Thursday",
        ),
        ("In Kafra, shelling continued on Friday.", "In Kafra, shelling continued on Friday"),
        (
            "Freed on Friday by the rebels, the envoy left for Fayad on Saturday.",
            "The envoy, freed on Friday by the rebels",
        ),
        (
            "On Friday, police in the islands, off the coast, raided two camps and searched for the rebels.",
            "On Friday, police in the islands, off the coast, raided two camps",
        ),
        (
            "The army, which had held the port for weeks, attacked it on Friday for its ships, witnesses said.",
            "The army, which had held the port for weeks, attacked it on Friday for its ships",
        ),
        (
            "The decision was taken after Omar Nasri, chairman of the council, attacked the ceasefire on Friday.",
            "The decision was taken after Omar Nasri, chairman of the council, attacked…",
        ),
        ("The council condemned the attacks on Friday that killed ten soldiers.", "The attacks killed ten soldiers"),
        ("Since the truce was signed on Friday, they have left the town.", "The truce was signed on Friday"),
    ],
)
def test_a_title_tells_of_whom_or_what(text, title):
    assert title in [event.title for event in extract(text, ON_SATURDAY, "en").events]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Moscow wants to bring the rebels to a table in Kafra, the president said on Friday during a visit.",
            "Moscow wants to bring the rebels to a table in Kafra",
        ),
        (
            "The rebel leader said on Friday that he was ready to join peace talks.",
            "The rebel leader said on Friday that he was ready to join peace talks",
        ),
    ],
)
def test_the_title_of_a_saying_tells_what_is_said(text, title):
    (event,) = extract(text, ON_SATURDAY, "en").events
    assert (event.kind, event.title) == ("statement", title)


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


def _read(text: str) -> tuple[FoundEvent, ...]:
    return extract(text, Published(Moment.parse("2016-12-17"), Basis.USER), "en").events


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("8 May: Rebels captured the town of Kafra.", "Rebels captured the town of Kafra"),
        ("12–13 July: Troops shelled Mirzan.", "Troops shelled Mirzan"),
        ("21:00 (19:00 GMT) Rebels shelled the port of Adar on Friday.", "Rebels shelled the port of Adar on Friday"),
        ("14 December rebels shelled the port of Adar.", "14 December rebels shelled the port of Adar"),
        ("A: Rebels captured the town of Kafra on Friday.", "Rebels captured the town of Kafra on Friday"),
    ],
)
def test_a_title_begins_behind_the_label_of_its_line(text: str, title: str) -> None:
    assert title in [event.title for event in _read(text)]


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("General Omar Nasri attacked the garrison on Monday.", "General Omar Nasri was arrested on Friday"),
        ("General Omar Nasri met the rebels on Monday before Colonel Idris Saad left.", "He was arrested on Friday"),
        ("The army attacked the garrison on Monday.", "He was arrested on Friday"),
    ],
)
def test_a_title_names_whom_a_pronoun_stands_for_where_one_alone_can_be_meant(before: str, title: str) -> None:
    assert title in [event.title for event in _read(f"{before} He was arrested on Friday.")]
