"""Numbers of sources: each article once, in the order of its day, and every event's numbers are those of its articles."""

import re
from dataclasses import replace

import pytest

from app.export.citing import MOST_QUOTES, MOST_SOURCES, cited, in_figures
from storage.change import add_articles
from storage.library import Library
from storage.model import Article, Extraction, FoundEvent, Mention, Span, Status
from storage.steps import Step, change
from storage.when import on_day


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ([], ""),
        ([3], "3"),
        ([4, 3], "3,4"),
        ([1, 2, 3, 7], "1–3,7"),
        ([1, 3, 5, 7, 9], "1,3,5,7,9"),
        ([1, 3, 5, 7, 9, 11], "1,3,5,7,+2"),
        ([1, 3, 5, 7, 9, 10, 11, 12], "1,3,5,7,9–12"),
        ([1, 3, 5, 7, 9, 10, 11, 13], "1,3,5,7,+4"),
        ([2, MOST_SOURCES + 1], "2,+1"),
        ([MOST_SOURCES + 1, MOST_SOURCES + 2], "+2"),
    ],
)
def test_numbers_are_written_short_and_none_is_lost(numbers: list[int], written: str) -> None:
    assert in_figures(numbers) == written


def test_sources_stand_in_the_order_of_their_days_and_undated_ones_last(library: Library) -> None:
    events = [int(one) for one in library.select()]
    told = cited(library, events, quotes=False)
    assert [source.publisher for source in told.sources] == ["The Wire", "Café News"]
    assert [source.published for source in told.sources] == ["17 Dec 2016", "no date"]
    assert told.further == 0
    numbers = told.numbers_of(events)
    for event in events:
        (mention,) = library.mentions_of_event(event)
        assert numbers[event] == ("1" if library.article(mention.article).publisher == "The Wire" else "2")


def test_only_addresses_of_the_web_are_kept(library: Library) -> None:
    told = cited(library, [int(one) for one in library.select()], quotes=False)
    assert [source.address for source in told.sources] == ["https://wire.example/1", ""]


def test_quotes_are_the_words_of_the_articles(library: Library) -> None:
    told = cited(library, [int(one) for one in library.select()], quotes=True)
    assert told.sources[0].quotes == ("Talks began in Astana", "siege of Foua", "Envoys will meet")
    assert told.sources[1].quotes == ("=2+2 was painted", "The clock stood")


def test_copies_of_a_report_share_its_number(library: Library) -> None:
    event = next(library.all_events())
    mention = library.mentions_of_event(event.id)[0]
    first, ids = library.article(mention.article), library.new_ids()
    copy = replace(first, id=next(ids), text=first.text + " ", title="The same again", report=first.id)
    again = Mention(next(ids), event.id, copy.id, Span(0, 1), copy.text[:1])
    library.apply(change("Copy", [Step(None, copy), Step(first, replace(first, report=first.id)), Step(None, again)]))
    told = cited(library, [event.id], quotes=False)
    assert [one.title for one in told.sources] == [first.title]
    assert told.numbers_of([event.id]) == {event.id: "1"}


def test_an_article_with_more_quotes_than_a_list_takes_counts_the_others(library: Library) -> None:
    text = " ".join(f"Word{number}" for number in range(MOST_QUOTES + 5))
    events = tuple(
        FoundEvent("attack", one.group(), Span(*one.span()), one.group(), on_day(17150), None, Status.HAPPENED)
        for one in re.finditer(r"\S+", text)
    )
    library.apply(add_articles([(Article(0, text, "Many"), Extraction("en", (), events))], library.new_ids()))
    told = cited(library, [int(one) for one in library.select()], quotes=True)
    (many,) = (source for source in told.sources if source.title == "Many")
    assert (len(many.quotes), many.further_quotes) == (MOST_QUOTES, 5)
    assert many.quotes[9] == "Word9"
