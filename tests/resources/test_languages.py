"""The folders of words."""

import pytest

from app.extraction.frames import Frame
from resources.kinds import kinds
from resources.languages import language, language_name, languages

FILES = {"language", "time", "words", "inflection", "triggers", "context", "status", "places", "frames"}
SECTIONS = {"verbs", "weak_verbs", "nouns", "weak_nouns"}


def test_the_languages_of_the_program_have_folders():
    assert {"ar", "de", "en", "es", "fr", "ru", "tr"} <= set(languages())


@pytest.mark.parametrize("name", languages())
def test_a_folder_holds_known_files_and_says_what_it_is(name):
    data = language(name)
    assert data.keys() <= FILES
    assert language_name(name)
    assert len(set(data["language"]["stopwords"])) >= 30


@pytest.mark.parametrize("name", languages())
def test_triggers_are_of_kinds_that_the_program_has(name):
    triggers = {kind: words for kind, words in language(name)["triggers"].items() if kind != "classes"}
    assert triggers.keys() == kinds().keys()
    assert all(words.keys() <= SECTIONS and words.get("verbs", words.get("nouns")) for words in triggers.values())


@pytest.mark.parametrize("name", languages())
def test_words_of_company_are_of_kinds_that_the_program_has(name):
    assert language(name)["context"].get("company", {}).keys() <= kinds().keys()


def test_a_language_without_folder_is_unknown():
    with pytest.raises(KeyError):
        language("xx")


@pytest.mark.parametrize("name", languages())
def test_words_about_places_are_sets_of_words_and_pairs_of_what_changes(name):
    for key, entry in language(name).get("places", {}).items():
        assert entry
        if key in {"prefixes", "endings"}:
            assert all(isinstance(old, str) and isinstance(new, str) and old for old, new in entry)
        else:
            assert all(isinstance(word, str) and word for word in entry)


@pytest.mark.parametrize("name", languages())
def test_frames_are_of_kinds_that_the_program_has_and_of_roles_and_acts_that_the_folder_lists(name):
    data = language(name).get("frames", {})
    for one in map(Frame.of, data.get("frames", ())):
        assert one.kind in kinds()
        assert {one.doer, one.done_to} <= {"*", *data["roles"]}
        assert one.act in {"*", *data["acts"]}
