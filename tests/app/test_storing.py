"""From what was taken to a library: nothing twice, all of a drop as one step, what is told of it."""

import hashlib
import json

import numpy as np
import pytest

from app.importing import counted, known_before, take
from app.reading.source import Source
from app.storing import Drop, on_languages, store
from storage.change import confirm
from storage.check import check
from storage.library import Library
from storage.model import Fate, Mention, Moment, Span
from storage.steps import Step, change

TEXT = "Convoy hit\n\nRebels attacked the convoy near Idlib on Friday.\n"


def test_an_article_is_stored_with_its_bytes_once(library: Library) -> None:
    taken = take(Source("convoy.txt", TEXT.encode(), path="/cases/convoy.txt"), Moment.of(2016, 12, 17))
    first, again = store(library, taken), store(library, taken)
    assert (first.status, first.events, first.path, first.name) == (
        Fate.IMPORTED,
        len(taken.found[0].extraction.events),
        "/cases/convoy.txt",
        "convoy.txt",
    )
    assert first.message == counted(first.events, "event")
    assert (again.status, again.events, again.articles) == (Fate.DUPLICATE, 0, first.articles)
    (kept,) = library.articles(first.articles)
    assert library.original(kept.sha256) == TEXT.encode()
    assert kept.captured.endswith("+00:00")
    library.undo()
    assert library.articles(first.articles) == []


def test_the_same_words_in_another_file_are_a_duplicate(library: Library) -> None:
    store(library, take(Source("a.txt", TEXT.encode())))
    assert store(library, take(Source("b.txt", b"\xef\xbb\xbf" + TEXT.encode()))).status == Fate.DUPLICATE


def table(*rows: dict[str, object], broken: str = "") -> bytes:
    return ("".join(json.dumps(row) + "\n" for row in rows) + broken).encode()


def test_a_table_with_a_bad_row_gives_the_good_ones_and_says_which_was_bad(library: Library) -> None:
    data = table({"text": "Talks began in Geneva on 3 May 2017."}, {"text": "Talks ended."}, broken='{"text": \n')
    outcome = store(library, take(Source("t.jsonl", data)))
    assert outcome.status == Fate.IMPORTED
    assert len(outcome.articles) == 2
    assert outcome.message.startswith("2 articles, ")
    assert "3" in outcome.message.rpartition(". ")[2] or "row" in outcome.message


def test_what_could_not_be_read_is_told_of_duplicates_too(library: Library) -> None:
    row = {"text": "Talks began in Geneva on 3 May 2017."}
    store(library, take(Source("t.jsonl", table(row))))
    outcome = store(library, take(Source("t.jsonl", table(row, broken='{"text": \n'))))
    assert (outcome.status, outcome.lost) == (Fate.DUPLICATE, True)
    assert outcome.message.startswith("This article is in the library already. Nothing was added. ")
    assert "t.jsonl" in outcome.message


def test_an_article_twice_in_one_table_is_stored_once(library: Library) -> None:
    before = library.counts().articles
    rows = [
        {"text": f"Talks number {number} began in Geneva.", "title": f"{place}"}
        for place, number in enumerate((1, 2, 1))
    ]
    outcome = store(library, take(Source("t.jsonl", table(*rows))))
    assert library.counts().articles == before + 2
    assert [library.article(one).title for one in outcome.articles] == ["0", "1"]
    assert "1 already there" in outcome.message


def test_a_day_that_cannot_be_read_is_told_with_the_articles(library: Library) -> None:
    rows = [
        {"text": f"Talks number {day} began in Geneva.", "published": day} for day in ("2016-12-17", "secret words")
    ]
    outcome = store(library, take(Source("t.jsonl", table(*rows))))
    assert (outcome.status, len(outcome.articles)) == (Fate.IMPORTED, 2)
    assert outcome.message.endswith(
        ". The column “published” of “t.jsonl” has no date like 2016-12-17 in row 2. There it was left out."
    )


def test_a_table_that_has_grown_adds_what_is_new(library: Library) -> None:
    rows = [{"text": f"Talks number {number} began in Geneva."} for number in range(3)]
    store(library, take(Source("t.jsonl", table(*rows[:2]))))
    outcome = store(library, take(Source("t.jsonl", table(*rows))))
    assert (outcome.status, len(outcome.articles)) == (Fate.IMPORTED, 1)
    assert "2 already there" in outcome.message
    assert store(library, take(Source("t.jsonl", table(*rows)))).message.startswith("All 3 articles")


def report(number: int) -> Source:
    text = f"Bridge {number} hit\n\nRebels attacked bridge number {number} near Idlib on {number + 1} May 2017.\n"
    return Source(f"{number}.txt", text.encode(), path=f"/cases/{number}.txt")


def sha256(source: Source) -> str:
    return hashlib.sha256(source.data).hexdigest()


def test_all_of_a_drop_is_taken_back_and_done_again_as_one_step(library: Library) -> None:
    before, drop = library.counts(), Drop(library)
    stored = [*drop.store([take(report(0)), take(report(1))]), *drop.store([take(report(2))])]
    after = library.counts()
    assert [one.status for one in stored] == [Fate.IMPORTED] * 3
    assert library.undo_name == "Add 3 articles"
    library.undo()
    assert library.counts() == before
    assert library.redo_name == "Add 3 articles"
    library.redo()
    assert library.counts() == after


def test_an_edit_while_articles_come_in_is_taken_back_in_its_turn(library: Library) -> None:
    drop = Drop(library)
    (first,) = drop.store([take(report(0))])
    (event,) = {one.event for one in library.mentions_of_article(first.articles[0])}
    library.apply(confirm(library.event(event)))
    drop.store([take(report(1))])
    drop.store([take(report(2))])
    names = []
    while library.counts().articles and library.articles(first.articles):
        names.append(library.undo_name)
        library.undo()
    assert names == ["Add 2 articles", "Confirm the event", "Add the article"]


def test_two_drops_are_two_steps(library: Library) -> None:
    for number in (0, 1):
        Drop(library).store([take(report(number))])
    assert library.undo_name == "Add the article"


def test_the_same_words_twice_among_what_is_stored_together_are_stored_once(library: Library) -> None:
    one, other = report(0), Source("copy.txt", b"\xef\xbb\xbf" + report(0).data)
    first, second = Drop(library).store([take(one), take(other)])
    assert (first.status, second.status) == (Fate.IMPORTED, Fate.DUPLICATE)
    assert first.articles == second.articles


def test_bytes_are_known_again_as_long_as_their_articles_are_there(library: Library) -> None:
    (stored,) = Drop(library).store([take(report(0))])
    assert library.articles_of_input(sha256(report(0))) == stored.articles
    outcome = store(library, known_before("/cases/0.txt", stored.articles))
    assert (outcome.status, outcome.path, outcome.articles) == (Fate.DUPLICATE, "/cases/0.txt", stored.articles)
    assert outcome.message == "This article is in the library already. Nothing was added."
    library.undo()
    assert library.articles_of_input(sha256(report(0))) == ()


def test_bytes_whose_words_were_there_already_are_known_too(library: Library) -> None:
    other = Source("copy.txt", b"\xef\xbb\xbf" + report(0).data)
    (stored,) = Drop(library).store([take(report(0))])
    Drop(library).store([take(other)])
    assert library.articles_of_input(sha256(other)) == stored.articles


def test_a_table_that_was_not_read_wholly_is_read_again(library: Library) -> None:
    source = Source("t.jsonl", table({"text": "Talks began in Geneva on 3 May 2017."}, broken='{"text": \n'))
    assert store(library, take(source)).status == Fate.IMPORTED
    assert library.articles_of_input(sha256(source)) == ()


def test_a_file_that_is_too_large_is_not_kept_and_that_is_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.originals.LARGEST", 50)
    monkeypatch.setattr("app.storing.LARGEST", 50)
    outcome = store(library, take(report(0)))
    assert outcome.status == Fate.IMPORTED
    assert outcome.message.endswith("and is not kept in the library")
    assert library.original(sha256(report(0))) is None
    assert library.articles_of_input(sha256(report(0))) == outcome.articles


def test_which_languages_are_read_is_said_once_for_all(library: Library) -> None:
    assert on_languages([store(library, take(report(0)))]) == ""
    words = "Bussit saapuivat kaupunkiin perjantaiaamuna kahden päivän tauon jälkeen, ja asukkaat odottivat niitä."
    outcome = store(library, take(Source("fi.txt", words.encode())))
    told = on_languages([outcome, outcome])
    assert told.startswith("2 articles are in a language that Dateline does not read")
    assert "Turkish" in told


WIRE = (
    "TAVASK, 12 May 2017 – Armed men attacked a customs post near Tavask on Thursday and took 14 officers with them,"
    " the governor said. Residents of Orlu said they had heard explosions above the road that leads to the border.\n\n"
    "Rebels shelled a barracks in Menwe on 9 May 2017, killing six guards, according to the ministry in the capital.\n\n"
    "The government and the Valley Front will hold talks in Tavask on 20 May 2017, an envoy announced after a visit."
)


def copies(*headlines: str) -> list[Source]:
    return [Source(f"{place}.txt", f"{one}\n\n{WIRE}".encode()) for place, one in enumerate(headlines)]


@pytest.mark.parametrize("together", [True, False])
def test_copies_of_a_report_are_kept_and_double_no_event(library: Library, together: bool) -> None:
    before = library.counts()
    taken = [take(one) for one in copies("Officers seized in raid", "Dawn attack on the border", "Fear in the valley")]
    drop = Drop(library)
    stored = drop.store(taken) if together else [outcome for one in taken for outcome in drop.store([one])]
    articles = [library.article(one.articles[0]) for one in stored]
    assert [one.status for one in stored] == [Fate.IMPORTED] * 3
    assert {one.report for one in articles} == {articles[0].id}
    assert ["a copy of “" in one.message for one in stored] == [False, True, True]
    assert library.counts().articles == before.articles + 3
    assert library.counts().events == before.events + len(taken[0].found[0].extraction.events)
    for event in library.events({one.event for one in library.mentions_of_article(articles[0].id)}):
        assert {one.article for one in library.mentions_of_event(event.id)} == {one.id for one in articles}
    assert check(library) == []
    library.undo()
    assert library.counts() == before


def test_copies_count_as_one_source_and_another_report_as_a_second(library: Library) -> None:
    outcomes = [store(library, take(one)) for one in copies("Officers seized in raid", "Dawn attack on the border")]
    mentions = library.mentions_of_article(outcomes[0].articles[0])
    event = mentions[0].event
    assert library.columns(np.array([event])).sources.tolist() == [1]
    other = store(library, take(report(7)))
    words = Span(0, 6)
    again = Mention(next(library.new_ids()), event, other.articles[0], words, "Bridge")
    library.apply(change("Merge", [Step(None, again)]))
    assert library.columns(np.array([event])).sources.tolist() == [2]
    assert int(library.catalogue.events.sources[library.catalogue.rows.rows(np.array([event]))[0]]) == 2


def test_the_second_copy_is_told_as_one(library: Library) -> None:
    for one in copies("Officers seized in raid", "Dawn attack on the border"):
        store(library, take(one))
    rows = {row.title: row.copy for row in library.article_rows()}
    assert (rows["Officers seized in raid"], rows["Dawn attack on the border"]) == (False, True)


BULLETIN = (
    "Government forces shelled the eastern districts of the besieged city today, residents and monitors said, as talks"
    " on a truce went on between the delegations.\n\nActivists said that the shelling began at dawn and went on until"
    " nightfall.\n\nThe delegations met in a hotel by the lake and agreed to extend the ceasefire around the water"
    " station. Mediators welcomed the step.\n\nAid convoys entered the town and unloaded food and medicine there."
)


@pytest.mark.parametrize("order", [(12, 13), (13, 12)])
def test_what_copies_date_otherwise_stays_an_event_of_its_own(library: Library, order: tuple[int, int]) -> None:
    days = set()
    for day in order:
        text = f"Bulletin\n\n{BULLETIN}\n\n" + "(Monitors)" * (day == 13)
        outcome = store(library, take(Source(f"{day}.txt", text.encode()), Moment.of(2016, 12, day)))
        events = library.events({one.event for one in library.mentions_of_article(outcome.articles[0])})
        days |= {one.when.edtf for one in events if one.when}
    assert "a copy of “" in outcome.message
    assert {"2016-12-12", "2016-12-13"} <= days


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("agreed to extend", "refused to extend"),
        ("entered the town", "entered the town of Douma"),
        ("met", "never met"),
    ],
)
def test_reports_that_say_something_else_share_no_event(library: Library, words: str, others: str) -> None:
    texts = (BULLETIN, BULLETIN.replace(words, others))
    first, second = (
        store(library, take(Source(f"{place}.txt", text.encode()), Moment.of(2016, 12, 12)))
        for place, text in enumerate(texts)
    )
    events, more = ({one.event for one in library.mentions_of_article(each.articles[0])} for each in (first, second))
    assert events
    assert not events & more
    assert library.article(second.articles[0]).report is None


@pytest.mark.parametrize(
    ("number", "told"), [(1, "This article is"), (2, "Both articles are"), (3, "All 3 articles are")]
)
def test_what_is_there_already_is_counted_as_people_do(library: Library, number: int, told: str) -> None:
    rows = "\n".join(json.dumps({"text": f"Talks number {one} began in Geneva."}) for one in range(number))
    table = Source("t.jsonl", rows.encode())
    assert store(library, take(table)).status is Fate.IMPORTED
    assert store(library, take(table)).message.startswith(told)


def published(day: str, publisher: str) -> Source:
    row = {"text": BULLETIN, "published": day, "publisher": publisher}
    return Source(f"{day}-{publisher}.jsonl", table(row))


@pytest.mark.parametrize("other", [("2016-12-14", "Monitors"), ("2016-12-12", "Herald")])
def test_the_same_words_on_another_day_or_elsewhere_are_kept_as_a_copy(
    library: Library, other: tuple[str, str]
) -> None:
    first, second = (store(library, take(published(*one))) for one in (("2016-12-12", "Monitors"), other))
    assert (first.status, second.status) == (Fate.IMPORTED, Fate.IMPORTED)
    assert "a copy of" in second.message
    events = library.events({one.event for one in library.mentions_of_article(second.articles[0])})
    assert other[0] in {one.when.edtf for one in events if one.when}
    assert store(library, take(published(*other))).articles == second.articles


def test_a_day_that_is_given_for_what_is_there_is_not_ignored_untold(library: Library) -> None:
    source = Source("a.txt", BULLETIN.encode())
    store(library, take(source, Moment.of(2016, 12, 12)))
    outcome = store(library, take(source, Moment.of(2016, 12, 14)))
    assert outcome.status == Fate.DUPLICATE
    assert "stays 2016-12-12; 2016-12-14 was not used" in outcome.message
    assert "not used" not in store(library, take(source, Moment.of(2016, 12, 12))).message
