import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage.arrivals import Arrivals
from storage.change import add_articles, reject, set_note
from storage.library import Library
from storage.model import Article, Basis, Extraction, Mention, Moment, Published, Review, Span, Status
from storage.steps import Step, change

ORIGINAL = b"%PDF the first one, as it came"


def by_title(library: Library) -> dict[str, int]:
    return {event.title: event.id for event in library.all_events()}


def test_articles_and_events_come_in_the_order_asked_for(library: Library) -> None:
    ids = [row.id for row in library.article_rows()]
    assert [one.id for one in library.articles([*ids, 999_999])] == ids
    assert [one.id for one in library.articles(reversed(ids))] == ids[::-1]
    events = list(by_title(library).values())
    assert [one.id for one in library.events([999_999, *reversed(events)])] == events[::-1]


def test_what_is_not_there_is_a_key_error(library: Library) -> None:
    for ask in (library.article, library.event):
        with pytest.raises(KeyError):
            ask(999_999)


def test_all_events_stand_in_the_order_of_time_and_undated_ones_last(library: Library) -> None:
    titles = [event.title for event in library.all_events()]
    assert titles == ["siege of Aleppo", "rebels said", "Talks began in Astana", "Envoys will meet"]


def test_the_list_of_articles_has_undated_ones_first_and_then_the_newest(library: Library) -> None:
    days = [Moment.of(-44, 3, 15), Moment.of(2017, 1, 1), Moment.of(12000, 1, 1)]
    new = [Article(0, f"{day}", f"{day}", published=Published(day, Basis.USER)) for day in days]
    library.apply(add_articles([(one, Extraction("en", (), ())) for one in new], library.new_ids()))
    rows = library.article_rows()
    assert [row.title for row in rows] == [
        *("Siege is over", "+12000-01-01", "2017-01-01", "Talks in Astana", "-0044-03-15"),
    ]
    assert [row.events for row in rows] == [2, 0, 0, 3, 0]
    assert (rows[0].day, rows[3].day, rows[3].publisher) == (None, Moment.of(2016, 12, 17), "The Wire")


def test_rejected_events_do_not_count_in_the_list_of_articles(library: Library) -> None:
    library.apply(reject(library.event(by_title(library)["Envoys will meet"])))
    assert [row.events for row in library.article_rows()] == [2, 2]


def test_mentions_of_an_event_begin_with_the_first_found(library: Library) -> None:
    mentions = library.mentions_of_event(by_title(library)["siege of Aleppo"])
    assert [library.article(one.article).title for one in mentions] == ["Talks in Astana", "Siege is over"]


def test_mentions_of_an_article_stand_in_the_order_of_its_text(library: Library) -> None:
    for row in library.article_rows():
        text, mentions = library.article(row.id).text, library.mentions_of_article(row.id)
        assert [one.span for one in mentions] == sorted(one.span for one in mentions)
        assert all(one.span.of(text) == one.quote for one in mentions)


def test_what_an_article_reports_comes_with_the_mentions_of_others(library: Library) -> None:
    second = library.article_rows()[0].id
    touched = library.touched_events(second)
    assert [event.title for event in touched.events] == ["siege of Aleppo", "rebels said"]
    assert len(touched.mentions) == 3
    assert touched.corrections == []


def test_undated_events_come_with_their_date_words_the_most_important_first(library: Library) -> None:
    again = replace(library.undated()[0], id=500, title="More important", importance=0.5)
    library.apply(change("Add", [Step(None, again)]))
    assert [event.title for event in library.undated()] == ["More important", "Envoys will meet"]
    assert [event.title for event in library.undated(1)] == ["More important"]
    waiting = by_title(library)["Envoys will meet"]
    assert library.date_words([waiting, 500]) == {waiting: "next week"}


def test_rejected_events_do_not_wait_for_a_date(library: Library) -> None:
    library.apply(reject(library.undated()[0]))
    assert library.undated() == []


def test_an_original_comes_back_as_it_was(library: Library) -> None:
    sha256 = hashlib.sha256(ORIGINAL).hexdigest()
    assert library.original(sha256) == ORIGINAL
    assert library.original("0" * 64) is None


def test_an_original_with_another_hash_is_our_mistake(library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    new = add_articles([(Article(0, "new", "new"), Extraction("en", (), ()))], library.new_ids())
    with pytest.raises(ValueError):
        library.apply(new, Arrivals({"0" * 64: b"x"}))
    assert snapshot(library) == before


def test_an_article_is_known_by_its_text(library: Library) -> None:
    row = library.article_rows()[0]
    text = library.article(row.id).text
    assert library.articles_of_text(text) == [row.id]
    assert library.articles_of_text(text + " ") == []


def test_titles_come_by_id(library: Library) -> None:
    ids = by_title(library)
    assert library.titles([*ids.values(), 999_999]) == {one: title for title, one in ids.items()}


def test_a_change_that_points_nowhere_is_refused_wholly(library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    event = next(library.all_events())
    bad = Mention(900, event.id, 999_999, Span(0, 1), "x")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        library.apply(change("Bad", [Step(event, replace(event, note="n")), Step(None, bad)]))
    assert snapshot(library) == before


def test_what_is_applied_is_in_the_file_at_once(path: Path, library: Library) -> None:
    event = next(library.all_events())
    library.apply(set_note(event, "🙂"))
    reader = Library.open(path, read_only=True)
    assert reader.event(event.id).note == "🙂"
    reader.close()


def test_new_ids_are_all_different(library: Library) -> None:
    one, two = library.new_ids(), library.new_ids()
    assert len({next(one), next(two), next(one), next(two)}) == 4


def test_counts_leave_rejected_events_out_but_for_reviews(library: Library) -> None:
    library.apply(reject(library.event(by_title(library)["Talks began in Astana"])))
    counts = library.counts()
    assert counts.kinds == {"siege": 1, "statement": 1, "talks": 1}
    assert counts.statuses == {Status.HAPPENED: 2, Status.PLANNED: 1}
    assert counts.reviews == {Review.FOUND: 3, Review.REJECTED: 1}
    assert counts.places == {"Aleppo": 1, "Syria": 1}
    assert counts.sources == {"Café News": 2, "The Wire": 2}
    assert (counts.events, counts.articles, counts.undated) == (3, 2, 1)
