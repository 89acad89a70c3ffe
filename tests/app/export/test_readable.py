"""Foreign words cannot steer a figure."""

import pytest

from app.export.readable import readable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Talks\nresume\tin  Geneva", "Talks resume in Geneva"),
        ("a\x00b\x07c\x1bd", "a b c d"),
        ("left \u202eright\u202c \u2066again\u2069", "left right again"),
        ("half \ud800 a letter", "half a letter"),
        ("no letter \ufffe here", "no letter here"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("مي\u200cخواهم", "مي\u200cخواهم"),
        ("", ""),
    ],
)
def test_signs_that_are_no_letters_are_left_out(text: str, shown: str) -> None:
    assert readable(text) == shown


def test_what_is_longer_than_a_figure_is_cut() -> None:
    shown = readable("word " * 5000)
    assert len(shown) <= 2001
    assert shown.endswith("…")
