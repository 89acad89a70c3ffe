"""Copies of one report are known as such; other reports of the same event, and other days of one form, never."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.copies import APART, FEWEST, bands_of
from app.copies import are_copies as are_laid_copies
from app.laid import LONGEST, lay

LEAD = "TAVASK, 12 May 2017 (Nordline) – Armed men attacked a customs post near Tavask on Thursday and took 14 officers"
BODY = (
    " The raid began shortly after dawn, when two lorries stopped in front of the barrier and gunmen jumped out, the"
    " governor of the province, Ilmar Rodek, told reporters in the regional capital. Guards returned fire for nearly"
    " an hour before they ran out of ammunition. Nobody has claimed responsibility.",
    " Residents of the village of Orlu said they had heard explosions and seen smoke above the road that leads to the"
    " border. A teacher who asked not to be named said that shops stayed closed all morning and that parents kept"
    " their children at home.",
    " The interior ministry in the capital confirmed the attack and announced that 300 soldiers would be sent to the"
    " region. It was the fourth raid on a post in the valley since January, when fighters killed six guards at Menwe.",
    " Talks between the government and the Valley Front were broken off in March. An envoy of the neighbouring"
    " country is expected in Tavask next week, where he hopes to bring both sides back to the table.",
)
WIRE = "Gunmen seize officers in border raid\n\n" + LEAD + ".\n\n" + "\n\n".join(part.strip() for part in BODY)
OTHER_HEADLINE = WIRE.replace(
    "Gunmen seize officers in border raid", "Valley in fear after dawn attack\nFrom our news desk"
)
CUT = "\n\n".join(OTHER_HEADLINE.split("\n\n")[:-1])
EDITED = (
    CUT.replace("shortly after dawn", "just after sunrise")
    .replace("told reporters", "said to journalists")
    .replace("nearly an hour", "almost an hour")
)
ANOTHER_PAPER = (
    "Fourteen taken in assault on frontier station\n\nBy our correspondent in Tavask\n\n"
    "Fourteen customs officers are missing after fighters overran their station outside Tavask on Thursday morning."
    " According to the governor, Ilmar Rodek, the attackers came in two lorries and fought the guards for an hour."
    " A shepherd saw the captives being led into the hills above Orlu. The ministry of the interior promised to send"
    " 300 soldiers. Since January four stations in the valley have been attacked; at Menwe six guards lost their"
    " lives. The Valley Front, which left the talks in March, has said nothing so far about the missing men."
)
HIGHER_TOLL = WIRE.replace("took 14 officers", "took 17 officers")
BULLETIN = (
    "Daily bulletin of the monitoring mission\n\nThe mission's teams observed {number} violations of the ceasefire"
    " between the evening of the day before and noon. Most were recorded in the {place} area, where the teams heard"
    " explosions and bursts of heavy machine gun fire. The mission facilitated repairs to power lines and to a"
    " pumping station which serves both sides. The teams were refused passage at {words} checkpoints. The use of"
    " drones remained limited because of the weather. The mission repeats its call on all sides to respect what"
    " they have signed and to let its teams work without danger."
)


def are_copies(one: str, other: str, language: str, days_apart: float = 0) -> bool:
    return are_laid_copies(lay(one), lay(other), language, days_apart)


def bulletin(number: object = 24, place: str = "Orlu", words: str = "two") -> str:
    return BULLETIN.format(number=number, place=place, words=words)


COPIES = {
    "another headline": (WIRE, OTHER_HEADLINE),
    "cut at the end": (WIRE, CUT),
    "quotes, dashes and case": (WIRE, WIRE.replace(" – ", " - ").replace("TAVASK", "Tavask")),
    "no place and agency": (WIRE, WIRE.replace("TAVASK, 12 May 2017 (Nordline) – ", "")),
    "a sentence left out": (WIRE, WIRE.replace(" Nobody has claimed responsibility.", "")),
    "one paragraph left out": (WIRE, WIRE.replace(BODY[1].strip() + "\n\n", "")),
    "an addition at the end": (WIRE, WIRE + "\n\nReporting by a friend; editing by another."),
}
NONE = {
    "another report of the same event": (WIRE, ANOTHER_PAPER),
    "a later version with another toll": (WIRE, HIGHER_TOLL),
    "the next bulletin, other figures": (bulletin(), bulletin(31)),
    "the next bulletin, no figure": (bulletin(), bulletin("no")),
    "the next bulletin, another place": (bulletin(), bulletin(place="Menwe")),
    "the next bulletin, a number in words": (bulletin(), bulletin(words="three")),
    "some words changed": (WIRE, EDITED),
    "another verb": (WIRE, WIRE.replace("confirmed the attack", "denied the attack")),
    "a negation": (WIRE, WIRE.replace("would be sent", "would not be sent")),
    "a number that comes in": (WIRE, WIRE.replace("killed six guards", "killed six guards and 12 drivers")),
    "a place that comes in": (WIRE, WIRE.replace("had heard explosions", "had heard explosions in Menwe")),
    "another time of day": (WIRE, WIRE.replace("all morning", "all evening")),
    "another day before the first sentence": (WIRE, WIRE.replace("12 May 2017 (", "13 May 2017 (")),
    "a sentence in the place of another": (WIRE, WIRE.replace("Nobody has claimed", "The Front has claimed")),
    "a sign": (WIRE, WIRE.replace("300 soldiers", "300% soldiers")),
    "a decimal": (WIRE, WIRE.replace("300 soldiers", "3.00 soldiers")),
    "another order": (WIRE, "\n\n".join([*WIRE.split("\n\n")[:2], *reversed(WIRE.split("\n\n")[2:])])),
    "a text too long to be compared": (WIRE, WIRE + "\n\n" + "word " * 40_000),
    "another day of the week": (WIRE, WIRE.replace("on Thursday", "on Saturday")),
    "a round-up that holds the report": (WIRE, WIRE + "\n\n" + ANOTHER_PAPER * 3),
    "an excerpt": (WIRE, "\n\n".join(WIRE.split("\n\n")[:2])),
    "notes of one line": ("Talks in Tavask on Friday.", "Talks in Tavask on Friday."),
}


@pytest.mark.parametrize(("one", "other"), COPIES.values(), ids=COPIES)
def test_copies_are_found_and_known(one: str, other: str) -> None:
    assert set(bands_of(one)) & set(bands_of(other))
    assert are_copies(one, other, "en", 1)
    assert are_copies(other, one, "en", -1)


@pytest.mark.parametrize(("one", "other"), NONE.values(), ids=NONE)
def test_other_reports_are_no_copies(one: str, other: str) -> None:
    assert not are_copies(one, other, "en")
    assert not are_copies(other, one, "en")


def test_the_same_words_much_later_are_no_copy() -> None:
    assert not are_copies(WIRE, CUT, "en", APART + 1)


def test_texts_about_other_things_have_no_band_in_common() -> None:
    assert not set(bands_of(WIRE)) & set(bands_of(bulletin()))


@given(st.text(max_size=2000))
def test_any_text_has_bands_or_is_too_short(text: str) -> None:
    bands = bands_of(text)
    assert len(set(bands)) == len(bands)
    assert all(-(2**63) <= band < 2**63 for band in bands)
    assert bands == bands_of(text)


def test_a_text_of_few_words_has_no_bands() -> None:
    assert bands_of("word " * (FEWEST - 1)) == ()
    assert len(bands_of(" ".join(map(str, range(FEWEST))))) == len(bands_of(WIRE))


def test_a_text_that_says_the_same_again_and_again_has_no_bands() -> None:
    assert bands_of("a b b a a a " * 500) == ()


def steps(work: Callable[[], object]) -> int:
    """How many lines of ours are run; native code runs in them, one call for each sentence or word."""
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("sentence", ["a b b a. ", "He left {}. ", "a "])
def test_a_text_of_twice_the_length_takes_twice_the_steps(sentence: str) -> None:
    texts = ["".join(sentence.format(number) for number in range(size)) for size in (1000, 2000)]
    assert max(map(len, texts)) < LONGEST
    once, twice = (steps(lambda text=text: are_copies(text, text + "He left. ", "en")) for text in texts)
    assert twice <= 2.1 * once
