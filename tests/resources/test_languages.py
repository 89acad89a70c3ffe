"""The folders of words."""

import pytest

from resources.languages import language, languages


def test_each_language_brings_its_tables():
    assert "en" in languages()
    for name in languages():
        assert {"time", "language"} <= language(name).keys()


def test_a_language_without_folder_is_unknown():
    with pytest.raises(KeyError):
        language("xx")
