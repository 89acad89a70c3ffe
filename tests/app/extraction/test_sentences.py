"""Where sentences end, what is a heading, and that every word keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.sentences import Spelling, sentences, words_of
from storage.model import Span

SPELLING = Spelling(frozenset({"gen", "no", "mr"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town fell. Troops left.", ["The town fell.", "Troops left."]),
        ("Gen. Haddad met Mr. Karim.", ["Gen. Haddad met Mr. Karim."]),
        ("The U.N. envoy left. Talks failed.", ["The U.N. envoy left.", "Talks failed."]),
        ("They took 1,500 men. 30 died.", ["They took 1,500 men.", "30 died."]),
        ("“We fled.” They wept.", ["“We fled.”", "They wept."]),
        ("Why now? Nobody knew!", ["Why now?", "Nobody knew!"]),
        ("The price was 9.8 million.", ["The price was 9.8 million."]),
    ],
)
def test_a_sentence_ends_at_a_full_stop_before_a_new_beginning(text, expected):
    assert [one.span.of(text) for one in sentences(text, SPELLING)] == expected


def test_a_line_wrapped_in_mid_sentence_goes_on():
    text = "The rebels who had held the citadel since the winter left it\nafter a truce. Troops entered."
    assert len(sentences(text, SPELLING)) == 2


def test_a_line_without_a_full_stop_is_a_heading():
    found = sentences("Rebels seize airport\n\nRebels seized the airport.", SPELLING)
    assert [(one.heading, one.paragraph) for one in found] == [(True, 0), (False, 1)]


def test_many_lines_without_a_full_stop_are_a_list():
    assert not any(one.heading for one in sentences("\n".join(["Rebels took a town"] * 6), SPELLING))


def test_a_text_without_full_stops_is_cut_all_the_same():
    assert max(len(one.words) for one in sentences("rebels " * 1000, SPELLING)) <= 250


def test_words_under_a_span_are_those_that_share_a_character_with_it():
    (one,) = sentences("Rebels took the town.", SPELLING)
    assert [one.words[i] for i in one.at(Span(7, 13))] == ["took", "the"]


@pytest.mark.parametrize(
    ("phrase", "expected"), [("won't", ["won", "'t"]), ("cease-fire", ["cease-fire"]), ("U.N.", ["u.n."])]
)
def test_phrases_of_the_data_are_cut_as_sentences_are(phrase, expected):
    assert words_of(phrase) == expected


@given(st.text())
def test_every_word_stands_where_it_says(text):
    for one in sentences(text, SPELLING):
        assert all(text[start:end] == word for word, start, end in zip(one.words, one.starts, one.ends, strict=True))


def test_an_ordinal_with_a_full_stop_ends_no_sentence_before_its_noun():
    german = Spelling(openers=frozenset({"die", "danach"}))
    found = [one.span.of(GERMAN) for one in sentences(GERMAN, german)]
    assert found == ["Am 3. Mai kam er an.", "Es waren 12.", "Danach ging er 2014.", "Wir nicht."]


GERMAN = "Am 3. Mai kam er an. Es waren 12. Danach ging er 2014. Wir nicht."


def test_an_apostrophe_parts_a_short_word_from_the_next():
    french = Spelling(elisions=frozenset({"l", "s", "qu"}))
    (one,) = sentences("L’armée s'est dite prête, qu'il", french)
    assert one.words == ("L’", "armée", "s'", "est", "dite", "prête", ",", "qu'", "il")
