from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from storage.change import add_articles, add_event, remove_article
from storage.check import check
from storage.library import Library
from storage.model import Article, Extraction, FoundEvent, Mention, Review, Span, Status
from storage.when import on_day

TEXT = "🙂 Talks began. They went on. The talks failed."


def test_an_article_comes_with_everything_found_in_it() -> None:
    further = (Span(15, 28), Span(29, 45))
    event = FoundEvent(
        "talks", "Talks", Span(2, 13), "Talks began", on_day(4), None, Status.ONGOING, ("A",), 0.75, further
    )
    change = add_articles([(Article(0, TEXT, "T"), Extraction("en", (), (event,)))], count(10))
    article, stored, first, second, third = (step.after for step in change.steps)
    assert article == Article(10, TEXT, "T")
    assert (stored.when, stored.status, stored.places, stored.importance) == (on_day(4), Status.ONGOING, ("A",), 0.75)
    assert (first.event, first.article, first.when, first.quote) == (11, 10, on_day(4), "Talks began")
    assert [(one.quote, one.when, one.dating) for one in (second, third)] == [
        ("They went on.", None, None),
        ("The talks failed", None, None),
    ]


@pytest.mark.parametrize(("number", "name"), [(1, "Add the article"), (2000, "Add 2,000 articles")])
def test_the_menu_says_how_many_articles_came(number: int, name: str) -> None:
    nothing = Extraction("en", (), ())
    assert add_articles([(Article(0, TEXT, "T"), nothing)] * number, count(1)).name == name


def test_an_event_made_by_hand_is_confirmed_and_says_so() -> None:
    change = add_event(Article(3, TEXT, "T"), Span(2, 7), "talks", "Mine", on_day(4), count(10), Status.PLANNED, ("A",))
    event, mention = (step.after for step in change.steps)
    assert (event.review, event.status, event.places) == (Review.CONFIRMED, Status.PLANNED, ("A",))
    assert isinstance(mention, Mention)
    assert (mention.quote, mention.when, mention.dating.why) == ("Talks", on_day(4), "added by you")


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(40, 400)])
def test_words_outside_the_text_are_refused(span: Span) -> None:
    with pytest.raises(ValueError):
        add_event(Article(3, TEXT, "T"), span, "talks", "Mine", None, count(10))


def test_a_removed_article_takes_what_only_it_reports(library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    first = next(row.id for row in library.article_rows() if row.title == "Talks in Astana")
    touched = library.touched_events(first)
    change = remove_article(library.article(first), touched.events, touched.mentions, touched.corrections)
    library.apply(change)
    assert [event.title for event in library.all_events()] == ["siege of Aleppo", "rebels said"]
    assert check(library) == []
    library.undo()
    assert snapshot(library) == before


def test_a_removed_article_can_come_back_after_the_library_was_closed(path: Path, library: Library) -> None:
    first = library.article_rows()[-1].id
    article, touched = library.article(first), library.touched_events(first)
    library.apply(remove_article(article, touched.events, touched.mentions, touched.corrections))
    library.close()
    again = Library.open(path)
    change = again.undo()
    assert change is not None
    assert first in change.articles
    assert again.article(first) == article
    again.close()
