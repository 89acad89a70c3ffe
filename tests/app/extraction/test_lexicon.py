"""Words of time as data spell them: choices, endings, and what is attached to numbers."""

import pytest

from app.extraction.dates import find_dates
from app.extraction.lexicon import spellings
from storage.model import Basis, Published
from storage.moment import Moment

IN_2016 = Published(Moment.parse("2016-12-17"), Basis.USER)


@pytest.mark.parametrize(
    ("spelt", "expected"),
    [
        ("may", ["may"]),
        ("(", ["("]),
        ("январ(ь|я)", ["январь", "января"]),
        ("выход(|а)", ["выход", "выхода"]),
        ("(тон(н|ны)|кг)", ["тонн", "тонны", "кг"]),
        ("(в|на) (ночь|утро)", ["в ночь", "в утро", "на ночь", "на утро"]),
    ],
)
def test_brackets_stand_for_several_forms(spelt, expected):
    assert spellings(spelt) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Olay 2015'te oldu.", "tr", ["2015'te"]),
        ("Olay 2015’te oldu.", "tr", ["2015’te"]),
        ("Olay 28 Haziran'da oldu.", "tr", ["28 Haziran'da"]),
        ("Lig 24'üncü haftada bitti.", "tr", []),
        ("Это было в 1990-х.", "ru", ["1990-х"]),
        ("It was in 2015's worst month.", "en", ["2015"]),
        ("Takım 20152016 sezonunda oynadı.", "tr", ["2015", "2016"]),
        ("Dosya 2015201612 burada.", "tr", []),
    ],
)
def test_numbers_take_the_endings_behind_them_and_years_may_run_together(text, language, expected):
    assert [one.text for one in find_dates(text, IN_2016, language)] == expected
