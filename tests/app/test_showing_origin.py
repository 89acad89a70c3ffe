"""Where articles came from, in words, and names that tell them apart."""

from dataclasses import replace

import pytest

from app.importing import take_any
from app.reading.source import Source
from app.showing import shown_event
from app.showing_origin import copies_of, file_words, name_of
from app.storing import store
from storage.library import Library
from storage.model import Article

PLAIN = Article(1, "Talks began.", "Talks", source="/home/ada/news/a.txt")
WIRE = (
    "TAVASK, 12 May 2017 – Armed men attacked a customs post near Tavask on Thursday and took 14 officers with them,"
    " the governor said. Residents of Orlu said they had heard explosions above the road that leads to the border.\n\n"
    "Rebels shelled a barracks in Menwe on 9 May 2017, killing six guards, according to the ministry in the capital."
)


@pytest.mark.parametrize(
    ("source", "key", "told"),
    [
        ("/home/ada/news/a.txt", "", "a.txt"),
        ("C:\\news\\a.txt", "", "a.txt"),
        ("", "", ""),
        ("/news/table.csv", "17", "table.csv"),
        ("/news/stringer.zip/archive/mail.eml", "archive/mail.eml", "mail.eml in archive, from stringer.zip"),
        ("/news/stringer.zip/mail.eml", "mail.eml", "mail.eml, from stringer.zip"),
        ("/news/stringer.zip/tables/t.csv", "tables/t.csv/17", "t.csv in tables, from stringer.zip"),
        ("/news/outer.zip/inner.zip/a.txt", "inner.zip/a.txt", "a.txt in inner.zip, from outer.zip"),
    ],
)
def test_the_file_of_an_article_is_named_with_what_held_it(source: str, key: str, told: str) -> None:
    assert file_words(replace(PLAIN, source=source, key=key)) == told


def test_an_article_is_named_so_that_copies_can_be_told_apart() -> None:
    assert name_of(PLAIN) == "“Talks” (a.txt)"
    assert name_of(replace(PLAIN, publisher="The Wire")) == "“Talks”, The Wire (a.txt)"


def test_copies_name_each_other_and_the_sources_of_their_event_are_told_apart(library: Library) -> None:
    stored = [
        store(library, take_any(Source(f"{one}.txt", f"Officers seized\n\n{WIRE}\n\n({one})".encode())))
        for one in ("north", "south")
    ]
    first, second = (library.article(one.articles[0]) for one in stored)
    assert "a copy of “Officers seized” (north.txt)" in stored[1].message
    assert "south.txt" in copies_of(library, first)
    assert "north.txt" in copies_of(library, second)
    event = library.events([library.mentions_of_article(first.id)[0].event])[0]
    names = [one.publisher for one in shown_event(library, event, None).sources]
    assert names == ["Officers seized · north.txt", "Officers seized · south.txt"]
    assert not copies_of(library, library.articles(library.article_order().tolist()[-1:])[0])
