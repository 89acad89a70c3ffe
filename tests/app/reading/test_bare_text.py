"""The words of a page, whatever its tags are like."""

import pytest

from app.reading.bare_text import bare_text

PAGES = {
    "blocks are lines": ("<p>One left.<p>Two <b>came</b>\nback.</p>Three", "One left.\nTwo came back.\nThree"),
    "scripts and styles are no words": ("a<script>if (a<b) '</p>'</SCRIPT>b<style>p{}</style>c", "a\nb\nc"),
    "a script that never ends": ("a<script>b<p>c", "a"),
    "signs are letters": ("caf&eacute; &#1571; &lt;b&gt;", "café أ <b>"),
    "a number that is no letter": (f"a &#{'1' * 5000}; b", "a \ufffd b"),
    "comments": ("a<!-- <p>no --> b<!---->c", "a\nb\nc"),
    "a comment that never ends": ("a<!-- b <i>c</i>", "a\nc"),
    "sections": ("a<![CDATA[x]]>b<!DOCTYPE html>c<?php d?>e", "a\nb\nc\ne"),
    "an end of a tag in quotes": ("""a<p title="x > y" class='>'>b""", "a\nb"),
    "a quotation that never ends": ('<p title="x>a</p><p class=y>b</p>', "a\nb"),
    "less than": ("3 < 4 <3 a<b", "3 < 4 <3 a<b"),
    "a tag cut short": ("<p>a</p> b <a hre", "a\nb <a hre"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("page", "words"), PAGES.values(), ids=PAGES)
def test_the_words_are_left(page: str, words: str) -> None:
    assert bare_text(page) == words


def test_tags_of_any_depth_are_no_trouble() -> None:
    assert bare_text("<div>" * 50_000 + "It left.") == "It left."
