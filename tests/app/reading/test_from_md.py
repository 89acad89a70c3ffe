"""Markdown files: the words of the page, whole, and the notes on top as facts."""

import pytest

from app.reading import front_matter
from app.reading.from_md import read
from app.reading.markdown import plain
from app.reading.source import Source
from storage.model import Article, Basis


def only(text: str) -> Article:
    (article,) = read(Source("a.md", text.encode()))
    return article


MARKED = """---
title: "Siege: the end"
date: 2016-12-17 10:00:00 +0100
authors:
  - Ana Lopez
  - Bo Lind
---
<!-- draft of 3 May 2011 -->
# The *convoy* leaves **Kafra**

KAFRA, 17 December 2016 — The [last buses](https://example.org/2015/01/02/x "on 3 May 2014") left
on *Friday*, `the army` said.<!-- check --> ![Map of 3 May](map.png) It was over.[^1]

> Nobody fired.\\
> Nobody spoke.

- [x] Talks
- **Truce** signed
  - in Geneva

| Day   | Dead   |
|:------|-------:|
| 3 May | **12** |

```text
The list of names
```

<div class="box"><p>Aid &amp; food</p><script>var a = 1</script></div>

Last part
---------

Five \\*stars\\* &ndash; <b>bold</b>.<br>Next.

[^1]: https://example.org/1
[ref]: https://example.org/2 "3 May 2014"
"""
WORDS = """The convoy leaves Kafra

KAFRA, 17 December 2016 — The last buses left on Friday, the army said. It was over.

Nobody fired.
Nobody spoke.

Talks
Truce signed
in Geneva

Day\tDead
3 May\t12

The list of names

Aid & food

Last part

Five *stars* – bold.
Next."""


def test_no_mark_reaches_the_text_and_no_word_is_lost():
    assert only(MARKED).text == WORDS


def test_notes_on_top_are_facts():
    article = only(MARKED)
    assert (article.title, article.author) == ("Siege: the end", "Ana Lopez, Bo Lind")
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)
    assert article.candidates == ()


def test_a_heading_on_top_is_the_title_however_short():
    assert only("# **Sirte**\n\nThe town fell.").title == "Sirte"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("17. Dezember 2016 war ein Samstag.", "17. Dezember 2016 war ein Samstag."),
        ("1992. The siege begins.\n\n1993. It goes on.", "1992. The siege begins.\n\n1993. It goes on."),
        ("The army said # on *Friday.", "The army said # on *Friday."),
        ("    Indented words stay.", "Indented words stay."),
        ("Some[^note] words.\n\n[^note]: The source.", "Some words.\n\nThe source."),
        ("---\n\nThe convoy left.\n\n---\n\nNobody spoke.", "The convoy left.\n\nNobody spoke."),
        ("---\ntitle: Kafra\n\nThe convoy left.", "title: Kafra\n\nThe convoy left."),
    ],
)
def test_what_only_looks_like_a_mark_stays(text, words):
    assert only(text).text == words


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("---\nauthor: [Ana Lopez, 'Bo Lind']\n---\nx", {"author": "Ana Lopez, Bo Lind"}),
        ("---\n# notes\nTitle: 'Bo's town' # for now\n---\nx", {"title": "Bo's town"}),
        ("---\ntitle: >-\n  The convoy\n  leaves\n---\nx", {"title": "The convoy leaves"}),
        ("+++\ntitle = 'Kafra'\ndate = 2016-12-17\n+++\nx", {"title": "Kafra", "date": "2016-12-17"}),
        ("+++\ntitle = \n+++\nx", {}),
    ],
)
def test_notes_are_read_in_the_usual_spellings(text, notes):
    assert front_matter.split(text) == (notes, "x")


def test_no_depth_of_quotations_breaks_the_reader():
    assert plain("> " * 5000 + "x\n\nThe convoy left.").text.endswith("The convoy left.")
