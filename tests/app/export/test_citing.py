"""Whom a figure names: an article once, and copies of one report as one source."""

from dataclasses import replace

from app.export.citing import cited
from storage.library import Library
from storage.model import Mention, Span
from storage.steps import Step, change


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
