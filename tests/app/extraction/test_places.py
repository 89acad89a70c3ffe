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


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Kosovo held an election on Friday.", ("Kosovo",)),
        ("en", "Ethiopia and Eritrea signed a truce in Algiers on Friday.", ("Algiers",)),
        ("en", "Rebels captured the Varreux terminal on Friday.", ("Varreux",)),
        ("en", "The killing of Ahmed Nasri set off clashes in Homs on Friday.", ("Homs",)),
        ("en", "German police arrested two men in Tetovo on Friday.", ("Tetovo",)),
        ("de", "Am Freitag trat in Kathmandu eine Waffenruhe in Kraft.", ("Kathmandu",)),
        ("fr", "Les rebelles ont pris vendredi la ville de Kafra.", ("Kafra",)),
        ("es", "El viernes los rebeldes tomaron la ciudad de Kafra.", ("Kafra",)),
        ("ru", "В пятницу в Женеве подписано соглашение о перемирии.", ("Женева",)),
        ("tr", "Ateşkes anlaşması cuma günü Astana'da imzalandı.", ("Astana",)),
        ("ar", "سيطرت القوات الحكومية على بلدة كفركوش يوم الجمعة.", ("كفركوش",)),
        ("ar", "عقد المبعوث محادثات بالقاهرة مع الوفد يوم الجمعة.", ("القاهرة",)),
    ],
)
def test_each_language_tells_places_in_its_own_way(language, text, places):
    (event,) = extract(text, ON_SATURDAY, language).events
    assert event.places == places


def test_the_town_is_the_place_that_was_told_last():
    text = "Rebels attacked Kafra on Thursday.\n\nTroops captured the town on Friday."
    assert [event.places for event in extract(text, ON_SATURDAY, "en").events] == [("Kafra",), ("Kafra",)]


def test_an_event_without_a_place_happened_where_the_report_was_written():
    text = "QUITO - The government and the rebels signed a truce on Friday.\n\nTalks had opened on Monday."
    assert [event.places for event in extract(text, ON_SATURDAY, "en").events] == [("Quito",), ("Quito",)]


def test_a_state_that_signs_is_no_place():
    (event,) = extract("Ethiopia and Eritrea signed a truce on Friday.", ON_SATURDAY, "en").events
    assert event.places == ()
