from dataclasses import replace
from itertools import count

import pytest

from storage.adding import BY_HAND
from storage.change import Change, date_article
from storage.model import (
    Article,
    Basis,
    Correction,
    Dating,
    Event,
    Extraction,
    FoundEvent,
    Mention,
    Moment,
    Published,
    Review,
    Row,
    Span,
    Status,
    When,
)
from storage.when import on_day

TEXT = "Talks began on Friday. The siege goes on. An attack is feared."
ARTICLE = Article(1, TEXT, "T")
PUBLISHED = Published(Moment(17152), Basis.USER)
TALKS, SIEGE, ATTACK = Span(0, 21), Span(23, 40), Span(42, 61)
WAITING = Dating("Friday", Span(15, 21), "date", "needs a day", needs_publication=True)
DATED = replace(WAITING, why="'Friday' + published", needs_publication=False)

EVENT = Event(2, "talks", "Talks began", None)
MENTION = Mention(3, 2, 1, TALKS, TALKS.of(TEXT), None, WAITING)
FOUND = FoundEvent("talks", "Talks began", TALKS, "", on_day(17151), DATED, Status.HAPPENED, ("A",), 0.75)


def redate(
    found: list[FoundEvent],
    events: list[Event] | None = None,
    mentions: list[Mention] | None = None,
    corrections: list[Correction] | None = None,
    published: Published | None = PUBLISHED,
    article: Article = ARTICLE,
) -> Change:
    extraction = Extraction("en", (), tuple(found))
    events, mentions = events or [EVENT], mentions or [MENTION]
    return date_article(article, published, extraction, events, mentions, corrections or [], count(50))


def after(change: Change, one: int) -> Row | None:
    (row,) = [step.after for step in change.steps if step.key[1] == one]
    return row


def untouched(change: Change, one: int) -> bool:
    return all(step.key[1] != one for step in change.steps)


def test_a_waiting_event_gets_its_date_and_keeps_its_id() -> None:
    change = redate([FOUND])
    assert change.name == "Set the publication date"
    assert after(change, 1) == replace(ARTICLE, published=PUBLISHED)
    assert after(change, 2) == replace(EVENT, when=on_day(17151), places=("A",), importance=0.75)
    assert after(change, 3) == replace(MENTION, when=on_day(17151), dating=DATED)
    assert len(change.steps) == 3


def test_without_a_day_the_event_waits_again() -> None:
    article = replace(ARTICLE, published=PUBLISHED)
    event, mention = replace(EVENT, when=on_day(17151)), replace(MENTION, when=on_day(17151), dating=DATED)
    found = replace(FOUND, when=None, dating=WAITING, places=(), importance=0.5)
    change = redate([found], [event], [mention], published=None, article=article)
    assert change.name == "Remove the publication date"
    assert (after(change, 2), after(change, 3)) == (EVENT, MENTION)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [("title", "Mine", "Mine"), ("status", Status.DENIED, "denied"), ("places", (), "[]"), ("kind", "siege", "siege")],
)
def test_a_field_set_by_hand_stays_and_remembers_the_new_finding(field: str, value: object, text: str) -> None:
    fixed: dict[str, object] = {field: value}
    event = replace(EVENT, review=Review.EDITED, **fixed)  # type: ignore[arg-type]
    pinned = Correction(9, 2, field, "before", text)
    changed = replace(FOUND, title="Talks were held", status=Status.ONGOING, places=("B",))
    if field == "kind":
        pinned = replace(pinned, found="talks")
    change = redate([changed], [event], corrections=[pinned])
    stored = after(change, 2)
    assert isinstance(stored, Event)
    assert getattr(stored, field) == value
    assert (stored.when, stored.review) == (on_day(17151), Review.EDITED)
    if field != "kind":
        remembered = {"title": "Talks were held", "status": "ongoing", "places": '["B"]'}[field]
        assert after(change, 9) == replace(pinned, found=remembered)


def test_a_date_set_by_hand_stays_but_its_source_is_dated_anew() -> None:
    event = replace(EVENT, when=on_day(5), review=Review.EDITED)
    pinned = Correction(9, 2, "when", "null", '{"earliest":"1970-01-06","latest":"1970-01-06","precision":"day"}')
    change = redate([FOUND], [event], corrections=[pinned])
    stored, mention = after(change, 2), after(change, 3)
    assert isinstance(stored, Event)
    assert isinstance(mention, Mention)
    assert (stored.when, mention.when) == (on_day(5), on_day(17151))


@pytest.mark.parametrize("review", [Review.REJECTED, Review.CONFIRMED])
def test_a_judged_event_stays_judged(review: Review) -> None:
    stored = after(redate([FOUND], [replace(EVENT, review=review)]), 2)
    assert isinstance(stored, Event)
    assert (stored.review, stored.when) == (review, on_day(17151))


LOST = [
    ("nobody touched it", EVENT, [MENTION], [], True),
    ("confirmed", replace(EVENT, review=Review.CONFIRMED), [MENTION], [], False),
    ("rejected", replace(EVENT, review=Review.REJECTED), [MENTION], [], False),
    ("noted", replace(EVENT, note="see p. 4"), [MENTION], [], False),
    ("corrected", EVENT, [MENTION], [Correction(9, 2, "kind", "siege", "talks")], False),
    ("reported elsewhere", EVENT, [MENTION, Mention(4, 2, 7, Span(0, 1), "x")], [], False),
    ("made by hand", EVENT, [replace(MENTION, dating=Dating("", None, BY_HAND, "added by you"))], [], False),
]


@pytest.mark.parametrize(
    ("event", "mentions", "corrections", "goes"), [row[1:] for row in LOST], ids=[row[0] for row in LOST]
)
def test_what_is_not_found_again_goes_only_if_nobody_touched_it(
    event: Event, mentions: list[Mention], corrections: list[Correction], goes: bool
) -> None:
    change = redate([], [event], mentions, corrections)
    if goes:
        assert (after(change, 2), after(change, 3)) == (None, None)
    else:
        assert untouched(change, 2)
        assert untouched(change, 3)


def test_what_is_found_for_the_first_time_comes() -> None:
    change = redate([FOUND, replace(FOUND, kind="siege", title="Siege", span=SIEGE)])
    new = [step.after for step in change.steps if step.before is None]
    assert [type(row) for row in new] == [Event, Mention]
    assert isinstance(new[1], Mention)
    assert new[1].quote == "The siege goes on"


def test_what_a_person_made_is_neither_changed_nor_doubled() -> None:
    by_hand = replace(MENTION, dating=Dating("", None, BY_HAND, "added by you"))
    change = redate([FOUND], [replace(EVENT, review=Review.CONFIRMED)], [by_hand])
    assert [step.key[0] for step in change.steps] == ["articles"]


@pytest.mark.parametrize(
    ("span", "kind", "same"),
    [
        (Span(6, 30), "talks", True),
        (TALKS, "attack", True),
        (Span(6, 21), "attack", False),
        (SIEGE, "talks", False),
        (Span(21, 30), "talks", False),
    ],
)
def test_the_same_event_has_common_words_and_its_kind_or_the_very_same_words(span: Span, kind: str, same: bool) -> None:
    change = redate([replace(FOUND, span=span, kind=kind)])
    assert (after(change, 2) is not None) is same
    assert any(step.before is None for step in change.steps) is not same


def test_of_two_events_in_a_sentence_each_finds_its_own_words() -> None:
    other = Event(4, "talks", "Talks", None)
    mentions = [MENTION, Mention(5, 4, 1, Span(6, 21), "began on Friday")]
    found = [replace(FOUND, span=Span(6, 21), when=on_day(1)), replace(FOUND, when=on_day(2))]
    change = redate(found, [EVENT, other], mentions)
    whens = [row.when for row in (after(change, 2), after(change, 4)) if isinstance(row, Event)]
    assert whens == [on_day(2), on_day(1)]


def test_an_event_that_another_article_told_first_keeps_its_own_date() -> None:
    earlier = Mention(2, 8, 7, Span(0, 1), "x", on_day(5))
    event, mention = Event(8, "talks", "Talks", on_day(5)), replace(MENTION, event=8)
    change = redate([FOUND], [event], [mention, earlier])
    assert untouched(change, 8)
    stored = after(change, 3)
    assert isinstance(stored, Mention)
    assert stored.when == on_day(17151)


def test_further_words_follow_what_is_found() -> None:
    old = Mention(4, 2, 1, SIEGE, SIEGE.of(TEXT))
    change = redate([replace(FOUND, mentions=(ATTACK,))], mentions=[MENTION, old])
    assert after(change, 4) is None
    (new,) = [step.after for step in change.steps if step.before is None]
    assert new == Mention(50, 2, 1, ATTACK, ATTACK.of(TEXT))


OLD: list[tuple[Published | None, int]] = [
    (None, 0),
    (Published(Moment(17000), Basis.METADATA), 1),
    (Published(Moment(17000), Basis.USER), 0),
    (PUBLISHED, 0),
]


@pytest.mark.parametrize(("old", "kept"), OLD)
def test_a_day_that_the_file_gave_can_be_chosen_again(old: Published | None, kept: int) -> None:
    change = redate([FOUND], article=replace(ARTICLE, published=old))
    articles = [step.after for step in change.steps if isinstance(step.after, Article)]
    assert sum(len(article.candidates) for article in articles) == kept


def test_nothing_new_is_no_change() -> None:
    when: When = on_day(17151)
    event = replace(EVENT, when=when, places=("A",), importance=0.75)
    mention = replace(MENTION, when=when, dating=DATED)
    assert redate([FOUND], [event], [mention], article=replace(ARTICLE, published=PUBLISHED)).steps == ()
