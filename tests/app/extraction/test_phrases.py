"""Phrases with choices, classes, stems and gaps, as the data of a language spell them."""

import pytest

from app.extraction.phrases import Element, Gap, Phrases, Words, both_ways, elements

CLASSES = {"pact": ["truce", "treaty"]}


def found(phrase: str, text: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in Phrases([(elements(phrase, CLASSES), phrase)]).find(text.split())]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("peace talks", "the peace talks failed", [(1, 3)]),
        ("lift|raise .. siege", "they raise the long siege now", [(1, 5)]),
        ("lift .. siege", "lift a b c d siege", []),
        ("lift .. siege", "lift hands , siege", []),
        ("sign .. {pact}", "sign the treaty", [(0, 3)]),
        ("sign {pact}", "sign a treaty", []),
        ("rebel*", "rebellion of rebels", [(0, 1), (2, 3)]),
        ("negoti* round", "negotiation round", [(0, 2)]),
        ("won't", "they won 't go", [(1, 3)]),
    ],
)
def test_a_phrase_is_found_where_all_its_parts_stand(phrase, text, expected):
    assert found(phrase, text) == expected


def test_words_hold_whole_words_and_beginnings():
    words = Words.of(["war", "rebel*"])
    assert all(word in words for word in ("war", "rebel", "rebellion"))
    assert not any(word in words for word in ("wars", "re", ""))


def test_a_mark_tells_which_word_is_inflected():
    assert [element.marked for element in elements("end~ of hostilities", CLASSES)] == [True, False, False]


def test_words_in_either_order_are_two_phrases_with_one_head():
    assert both_ways("nieder-legen & waffen") == ["nieder-legen~ .. waffen", "waffen .. nieder-legen~"]
    assert both_ways("sign .. deal") == ["sign .. deal"]


def test_a_word_can_be_given_by_its_end():
    assert found("*angriff", "der luftangriff am abend") == [(1, 2)]


def test_a_particle_stands_where_its_clause_ends():
    last = Element(Words.of(["an"]), before=Words.of(["und"]))
    phrases = Phrases([([*elements("griffen ..", {}), last], "attack")], Gap(6))
    assert phrases.find(["sie", "griffen", "an", "diesem", "tag", "das", "dorf", "an", "."])[0].end == 8
    assert phrases.find(["sie", "griffen", "das", "dorf", "an", "und", "flohen"])[0].end == 5
    assert not phrases.find(["sie", "griffen", "an", "diesem", "tag"])


def test_elided_words_are_words_of_their_own():
    words = elements("prise~ d'otages", {}, frozenset({"d"}))
    assert [sorted(one.words.exact) for one in words] == [["prise"], ["d'"], ["otages"]]
