"""A title is a headline, a file name, or the first words; never a byline."""

import pytest

from app.reading.titles import first_words, headline, title_from_name

LINES = {
    "Convoy leaves eastern Aleppo": True,
    "Is the siege of Aleppo over?": True,
    "# Convoy leaves eastern Aleppo": True,
    "مغادرة قافلة من شرق حلب": True,
    "Эвакуация из Алеппо возобновлена": True,
    "阿勒颇东部地区的平民撤离行动周五重新开始进行": True,
    "ALEPPO, Syria (Courier) —": False,
    "The convoy left on Friday.": False,
    "“The convoy left on Friday.”": False,
    "By Jane Doe and Richard Roe": False,
    "Published 17 December 2016": False,
    "17.12.2016 10:45 | 23 117 5": False,
    "World": False,
    "x" * 161: False,
}


@pytest.mark.parametrize(("line", "is_headline"), LINES.items())
def test_a_first_line_is_a_headline_or_not(line: str, is_headline: bool) -> None:
    assert headline(line + "\n\nThe text goes on.") == (line.removeprefix("# ") if is_headline else "")


def test_a_line_with_nothing_below_it_is_no_headline() -> None:
    assert headline("Convoy leaves eastern Aleppo") == ""


def test_a_file_name_is_read_as_words() -> None:
    assert title_from_name("2016-12-17_convoy-leaves.txt") == "2016 12 17 convoy leaves"


def test_first_words_end_at_a_word() -> None:
    assert first_words("The convoy left. " * 10) == "The convoy left. " * 4 + "The convoy…"
    assert first_words("字" * 100) == "字" * 80 + "…"
