"""Names in sentences that may be places."""

import pytest

from app.extraction.placenames import place_names
from app.extraction.sentences import sentences
from app.extraction.vocabulary import vocabulary


def names(text: str, language: str) -> list[str]:
    words = vocabulary(language)
    (sentence,) = sentences(text, words.spelling)
    found = place_names(sentence, frozenset(), words)
    return [one.spelt for one in found if one.sort or one.start]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Shells hit Deir ez-Zor and Kafra.", ["Deir ez-Zor", "Kafra"]),
        ("en", "Troops left the Horn of Africa.", ["Horn of Africa"]),
        ("en", "QUITO - The truce began.", ["Quito"]),
        ("en", "Fighting spread through Idlib Province.", ["Idlib"]),
        ("en", "They met Paris Winterbottom there.", ["Paris Winterbottom"]),
        ("ru", "Стороны встретились в Женеве.", ["Женева"]),
        ("ru", "Войска вошли в Грозный из Ингушетии.", ["Грозный", "Ингушетия"]),
        ("tr", "Heyet Halep'te bekledi.", ["Halep"]),
        ("ar", "قصفت الطائرات مدينة حلب وإدلب.", ["حلب", "إدلب"]),
        ("ar", "وصل الوفد إلى دمشق من بيروت.", ["دمشق", "بيروت"]),
        ("ar", "انسحبوا من بلدة كفركوش.", ["كفركوش"]),
        ("ar", "اجتمع الوزير بالقاهرة مع الوفد.", ["القاهرة"]),
        ("ar", "قال متحدث إن المدينة هادئة.", []),
    ],
)
def test_names_are_found_in_their_bare_form(language, text, expected):
    assert names(text, language) == expected
