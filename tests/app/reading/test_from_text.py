"""Pasted text has no file, so its own words must do."""

import hashlib

import pytest

from app.reading.from_text import from_text
from storage.errors import CannotRead


def test_pasted_text_is_titled_by_its_headline_or_its_first_words() -> None:
    assert from_text("Convoy leaves eastern Aleppo\n\nOn Friday it left.").title == "Convoy leaves eastern Aleppo"
    assert from_text("On Friday it left.").title == "On Friday it left."


def test_its_original_bytes_are_its_utf8_before_cleaning() -> None:
    article = from_text("On Friday\r\nit left.")
    assert article.text == "On Friday\nit left."
    assert article.sha256 == hashlib.sha256(b"On Friday\r\nit left.").hexdigest()


def test_half_an_emoji_can_be_pasted() -> None:
    assert from_text("It left \ud83d on Friday").text == "It left \ufffd on Friday"


@pytest.mark.parametrize("text", ["", "  \n", "…"])
def test_nothing_pasted_is_said(text: str) -> None:
    with pytest.raises(CannotRead, match="The text has no words"):
        from_text(text)
