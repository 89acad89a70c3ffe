"""Patterns over classes of words."""

from itertools import pairwise

from app.extraction.grammar import find, patterns
from app.extraction.lexicon import lexicon
from app.extraction.tokens import stretches, tokenise
from resources.languages import languages


def matches(text: str) -> list[tuple[str, list[str]]]:
    tokens = tokenise(text, 0, len(text), lexicon("en"))
    return [
        (match.rule, [text[tokens.starts[part.first] : tokens.ends[part.last - 1]] for part in match.parts])
        for match in find(tokens, "en")
    ]


def test_the_longest_pattern_wins():
    assert matches("on Friday, Oct. 23, 1998 they met") == [("date", ["Friday, Oct. 23, 1998"])]


def test_a_pattern_can_hold_two_expressions():
    assert matches("(23-28 March 1951)") == [("range", ["23", "28 March 1951"])]


def test_an_empty_line_parts_what_would_belong_together():
    assert matches("They left in May\n\n2014 was quiet") == [("date", ["May"]), ("date", ["2014"])]


def test_every_language_compiles():
    for name in languages():
        assert patterns(name)


def test_stretches_cover_a_long_text_and_cut_no_word():
    text = "They waited. " * 30_000
    cuts = list(stretches(text))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(text)
    assert all(one[1] == other[0] and text[one[1] - 1] == " " for one, other in pairwise(cuts))
