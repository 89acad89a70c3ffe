"""The list of sources: every one once, in columns of about the same height, over as many pages as are needed."""

from dataclasses import replace

import pytest

from widgets.figure.content import Source
from widgets.figure.listing import Listing, bare
from widgets.figure.options import FigureOptions, Paper
from widgets.figure.paper import area_of

pytestmark = pytest.mark.usefixtures("qapp")
AREA = area_of(FigureOptions(page=Paper.A4))


def sources(count: int, quotes: tuple[str, ...] = ()) -> list[Source]:
    address = "https://paper.example/{}"
    return [
        Source(
            f"Paper {number}",
            f"Title {number}",
            "1 May 2014",
            address.format(number),
            quotes,
            link=address.format(number),
        )
        for number in range(1, count + 1)
    ]


def numbers(listing: Listing, first: float, other: float) -> list[list[int]]:
    pages = listing.pages(first, other)
    return [[int(run.text) for run in page.runs if run.text.isdecimal()] for page in pages]


def test_every_source_stands_in_the_list_once_and_in_order() -> None:
    found = numbers(Listing(sources(300), 0, AREA), 200, 600)
    assert len(found) > 2
    assert [one for page in found for one in page] == list(range(1, 301))


def test_a_page_without_room_is_left_empty() -> None:
    assert numbers(Listing(sources(5), 0, AREA), 0.0, 600) == [[], [1, 2, 3, 4, 5]]


def test_no_page_is_higher_than_its_room() -> None:
    listing = Listing(sources(120, ("Words of an article that say what happened. " * 6,) * 5), 0, AREA)
    for page, room in zip(listing.pages(300, 600), [300, *[600] * 50], strict=False):
        assert page.height <= room + 1


def test_all_quotes_of_an_article_stand_in_the_list_however_many_pages_they_take() -> None:
    quotes = tuple(f"Quote {number}" for number in range(1, 151))
    listing = Listing(sources(1, quotes), 0, AREA)
    pages = listing.pages(100, 300)
    assert len(pages) > 1
    told = [run.text for page in pages for run in page.runs if run.text.startswith("“")]
    assert told == [f"“{quote}”" for quote in quotes]
    assert all(run.y <= page.height for page in pages for run in page.runs)


def test_quotes_that_are_left_out_are_counted() -> None:
    many = replace(sources(1, ("One", "Two"))[0], further_quotes=1300)
    (page,) = Listing([many], 0, AREA).pages(600, 600)
    assert [run.text for run in page.runs][-3:] == ["“One”", "“Two”", "and 1,300 more"]


def test_columns_are_balanced() -> None:
    (page,) = Listing(sources(9), 0, AREA).pages(600, 600)
    places = sorted({round(link.x) for link in page.links})
    assert len(places) == 3
    assert [sum(round(link.x) == place for link in page.links) for place in places] == [3, 3, 3]


def test_a_link_lies_on_the_words_of_its_source() -> None:
    (page,) = Listing(sources(4), 0, AREA).pages(600, 600)
    assert page.links
    for link in page.links:
        number = link.address.rpartition("/")[2]
        (run,) = (run for run in page.runs if run.text == f"Paper {number}")
        assert link.x <= run.x <= link.x + link.width
        assert link.y <= run.y <= link.y + link.height


def test_articles_that_are_not_listed_are_counted() -> None:
    (page,) = Listing(sources(2), 1234, AREA).pages(600, 600)
    assert any("1,234 more articles" in run.text for run in page.runs)


def test_an_address_is_read_without_its_scheme() -> None:
    assert bare("https://www.paper.example/a/") == "paper.example/a"
