"""Who does what to whom: the roles and acts that tell a kind where the verb alone does not."""

import pytest

from app.extraction.frames import Frame, framed, frames
from app.extraction.reading import read
from app.extraction.sentences import sentences
from app.extraction.vocabulary import vocabulary


def kind(text: str, language: str = "en") -> str | None:
    words = vocabulary(language)
    (sentence,) = sentences(text, words.spelling)
    reading = read(sentence, (), words)
    found = [one for clause in reading.clauses if (one := framed(reading, clause, words))]
    return found[0].entry.kind if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The refugees trekked to the coast after the attack.", "humanitarian"),
        ("The envoys trekked to the coast after the attack.", "talks"),
        ("Tanks rolled towards the coast after the attack.", "attack"),
        ("The prisoners were driven to the coast after the attack.", "detention"),
        ("Gunmen pelted the clinic with stones before the talks.", "attack"),
        ("The clinic was pelted by gunmen before the talks.", "attack"),
        ("Men in uniform led the mayor off before the talks.", "detention"),
        ("The chest was closed before the talks.", None),
    ],
)
def test_who_does_what_to_whom_tells_the_kind(text, expected):
    assert kind(text) == expected


def test_a_particle_belongs_to_its_verb():
    words = vocabulary("en")
    (sentence,) = sentences("They led them off.", words.spelling)
    assert frames("en").acts_of(sentence, 1) == {"arresting"}


def test_a_sure_frame_is_marked_in_its_line():
    assert Frame.of("captives leaving * = detention !") == Frame("captives", "leaving", "*", "detention", sure=True)
    assert Frame.of("* handing weapons = other") == Frame("*", "handing", "weapons", "other", sure=False)


def test_a_language_without_frames_has_none():
    assert frames("xx").listed == ()
    assert kind("Цапля улетела.", "xx") is None
