"""From the library to what the panes say."""

from dataclasses import replace

import numpy as np
import pytest

from app import showing
from app.extraction.extract import extract
from app.let_through import LetThrough
from storage import change
from storage.library import Library
from storage.model import Article, Basis, Dating, Event, Mention, Moment, Published, Review, Span, Status
from storage.steps import Step
from storage.steps import change as combined
from storage.when import on_day


def event(library: Library, title: str) -> Event:
    return next(one for one in library.all_events() if one.title == title)


def article(library: Library, title: str) -> Article:
    return library.article(next(row.id for row in library.article_rows() if row.title == title))


def test_an_event_is_shown_with_its_reason_and_its_source(library: Library) -> None:
    told = showing.shown_event(library, event(library, "Talks began in Astana"), None)
    assert told.dating
    assert told.dating.why == "“Friday” says it"
    assert told.published == Published(Moment.of(2016, 12, 17), Basis.METADATA)
    (source,) = told.sources
    assert (source.publisher, source.quote, source.words) == ("The Wire", "Talks began in Astana", "")
    assert not source.differs
    assert not source.open
    assert not told.corrected
    assert told.disagreement == ""


def test_a_date_set_by_hand_says_so_and_what_the_source_says(library: Library) -> None:
    talks = event(library, "Talks began in Astana")
    library.apply(change.set_when(talks, on_day(Moment.of(2016, 12, 20).day), (), library.new_ids()))
    told = showing.shown_event(library, library.event(talks.id), None)
    assert told.corrected
    assert told.dating
    assert (told.dating.rule, told.dating.why) == ("user", "Set by you. The source says “Friday”.")
    assert told.sources[0].differs


def test_sources_that_differ_are_all_shown_and_the_open_one_explains(library: Library) -> None:
    talks = event(library, "Talks began in Astana")
    second = article(library, "A wall; and, a clock")
    when = on_day(Moment.of(2016, 12, 15).day)
    span = Span(70, 85)
    other = Mention(
        next(library.new_ids()), talks.id, second.id, span, span.of(second.text), when, Dating("", None, "r", "w")
    )
    library.apply(combined("Merge", [Step(None, other)]))
    told = showing.shown_event(library, talks, second.id)
    assert [(one.publisher, one.differs, one.open) for one in told.sources] == [
        ("The Wire", False, False),
        ("Café News", True, True),
    ]
    assert told.disagreement
    mentions = library.mentions_of_event(talks.id)
    assert showing.explaining(talks, mentions, second.id) == mentions[0], "the one whose date the event has"
    same = [mentions[0], replace(other, when=talks.when)]
    assert showing.explaining(talks, same, second.id) == same[1]
    assert showing.explaining(talks, [], None) is None


def test_rejected_events_leave_the_text(library: Library) -> None:
    one = article(library, "Talks in Astana")
    assert len(showing.shown_mentions(library, one)) == 3
    library.apply(change.reject(event(library, "siege of Foua")))
    told = {mention.event: mention.date_text for mention in showing.shown_mentions(library, one)}
    assert event(library, "siege of Foua").id not in told
    assert told[event(library, "Talks began in Astana").id] == "Fri 16 Dec", "the year is that of the article"
    assert told[event(library, "Envoys will meet").id] == "no date"


def test_kinds_come_in_their_order_with_unknown_ones_last() -> None:
    told = showing.counted_kinds({"siege": 3, "zoo": 1, "attack": 2})
    keys = [one.key for one in told]
    assert keys.index("siege") < keys.index("attack") < keys.index("zoo") == len(keys) - 1
    assert {one.key: one.count for one in told if one.count} == {"siege": 3, "attack": 2, "zoo": 1}


def test_other_filters_list_what_occurs() -> None:
    assert [(one.key, one.count) for one in showing.counted_statuses({"planned": 1, "happened": 4})] == [
        ("happened", 4),
        ("planned", 1),
    ]
    assert [one.key for one in showing.counted_reviews({"rejected": 1, "found": 2})] == ["found", "rejected"]
    told = showing.counted_names({"B": 2, "A": 2, "": 5, "C": 1})
    assert [(one.key, one.label) for one in told] == [("", "Unknown"), ("A", "A"), ("B", "B"), ("C", "C")]


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (None, "No day is named in the file, in its name or in the text."),
        (Published(Moment.of(2016, 12, 17), Basis.GUESS, "17 December"), "the text names 17 December"),
        (Published(Moment.of(2016, 12, 17), Basis.FILE_NAME), "The guess is taken from "),
    ],
)
def test_a_guess_has_its_reason(guess: Published | None, words: str) -> None:
    assert words in showing.reason_of(guess)


def test_the_state_of_the_library_is_told_in_a_line(library: Library) -> None:
    assert showing.summary(library) == "5 events · 2 articles · saved"
    library.close()
    reader = Library.open(library.path, read_only=True)
    assert showing.summary(reader).endswith("read only")
    reader.close()


def test_events_without_a_date_are_not_counted_among_those_that_filters_hold_back(library: Library) -> None:
    catalogue = library.catalogue
    dated, all_of_them = catalogue.dated, len(catalogue.seen)
    assert 0 < dated < all_of_them
    passed = LetThrough(catalogue, np.ones(all_of_them, np.bool_))
    assert showing.let_through_words(passed) == f"{dated} of {dated} dated events shown"
    for one in library.undated():
        library.apply(change.reject(one))
    catalogue = library.catalogue
    passed = LetThrough(catalogue, np.zeros(all_of_them, np.bool_))
    assert showing.let_through_words(passed) == f"0 of {dated} events shown"


def test_a_card_tells_title_date_reason_and_sources(library: Library) -> None:
    assert showing.card(library, event(library, "Talks began in Astana")) == (
        "Talks began in Astana",
        "Friday 16 December 2016",
        "“Talks began in Astana”\n“Friday” says it",
        "The Wire",
    )
    assert showing.card(library, event(library, "Envoys will meet"))[1] == "No date yet · planned"


def test_the_facts_of_an_article_are_those_that_are_known(library: Library) -> None:
    one = article(library, "Talks in Astana")
    mentions = library.mentions_of_article(one.id)
    told = dict(showing.facts_of(one, mentions, None, None, 2).facts)
    assert (told["Publisher"], told["Published"], told["Language"]) == ("The Wire", "Sat 17 Dec 2016", "English")
    assert "Author" not in told
    assert showing.resting_on(mentions) == 2
    assert showing.undated_in(library, mentions) == 1


def test_an_article_that_was_fetched_tells_both_addresses_and_no_file() -> None:
    given, found = "https://short.example/1", "https://wire.example/talks"
    moved = Article(1, "text", "Talks", source=given, url=found)
    told = [dict(showing.facts_of(one, [], None, None, 0).facts) for one in (moved, replace(moved, source=found))]
    assert [(one["Address"], one.get("Fetched from")) for one in told] == [(found, given), (found, None)]
    assert not any("File" in one for one in told)


def test_what_a_guess_would_date_is_known_before_it_is_taken(library: Library) -> None:
    text = "Convoy hit\n\nRebels attacked the town of Idlib on Friday.\n"
    without = extract(text, None, "en")
    ids = library.new_ids()
    library.apply(change.add_articles([(Article(0, text, "Convoy hit", language="en"), without)], ids))
    one = article(library, "Convoy hit")
    assert showing.waiting_words(library.mentions_of_article(one.id)) == ("on Friday",)
    found = extract(text, Published(Moment.of(2016, 12, 17), Basis.GUESS), "en")
    ((waiting, when),) = showing.previewed(library, one.id, found)
    assert waiting.status is Status.HAPPENED
    assert when == on_day(Moment.of(2016, 12, 16).day)
    library.apply(change.set_when(waiting, on_day(3), (), library.new_ids()))
    assert showing.previewed(library, one.id, found) == []


def test_undated_events_come_with_the_words_that_would_date_them(library: Library) -> None:
    (told,) = showing.undated(library)
    assert (told.title, told.words) == ("Envoys will meet", "next week")
    library.apply(change.reject(event(library, "Envoys will meet")))
    assert showing.undated(library) == []
    assert event(library, "Envoys will meet").review is Review.REJECTED


def of_report(number: int, report: int | None) -> Article:
    return Article(number, "text", "title", report=report)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ((None,), ""),
        ((None, None), ""),
        ((1, 1), "2 articles, 1 report: copies of one wire story"),
        ((1, 1, None), "3 articles, 2 reports: some are copies of one wire story"),
    ],
)
def test_copies_among_the_sources_are_told(reports: tuple[int | None, ...], told: str) -> None:
    articles = [of_report(place + 1, report) for place, report in enumerate(reports)]
    assert showing.copies_among(articles) == told
