"""The words of each language as the rules use them."""

import shutil

import pytest

from app.extraction import grammar, language, lexicon, vocabulary
from app.extraction.extract import extract
from app.extraction.vocabulary import vocabulary as vocabulary_of
from resources import languages as folders


@pytest.mark.parametrize("name", folders.languages())
def test_the_words_of_a_language_fit_together(name):
    words = vocabulary_of(name)
    assert words.clause_words["prepositions"] or words.clause_words["coordinators"]
    assert words.forms["reporting"]
    assert words.status["planned"].find(["nothing"]) == []


def test_a_language_without_a_folder_knows_no_word():
    assert not vocabulary_of("xx").clause_words["determiners"]


@pytest.fixture
def _forgotten():
    """What was built from the folders is forgotten before and after the test."""
    found = (
        folders.languages,
        folders.language,
        lexicon.lexicon,
        vocabulary.vocabulary,
        grammar.patterns,
        grammar._starts,
        language._profile,
    )
    for one in found:
        one.cache_clear()
    yield
    for one in found:
        one.cache_clear()


@pytest.mark.usefixtures("_forgotten")
@pytest.mark.parametrize("missing", ["time", "words", "inflection", "triggers", "context", "status"])
def test_a_folder_may_lack_any_file_but_that_of_its_name(missing, tmp_path, monkeypatch):
    shutil.copytree(folders.HERE / "de", tmp_path / "qq", ignore=shutil.ignore_patterns(f"{missing}.toml"))
    monkeypatch.setattr(folders, "HERE", tmp_path)
    found = extract("Am 3. Mai 2014 griffen Milizen das Dorf Mirzan an.", None, "qq")
    assert found.language == "qq"
    assert bool(found.dates) or missing == "time"
