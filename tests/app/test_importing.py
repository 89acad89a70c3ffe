"""From inputs to a library: which day of publication holds, what is doubled, what is told."""

from pathlib import Path

import pytest

from app.fetching.address import Address
from app.importing import (
    Given,
    Taken,
    counted,
    dated,
    found_in,
    list_inputs,
    lost,
    lost_to,
    seconds_for,
    take_file,
)
from app.reading.source import Source
from app.storing import store
from app.workers import LONGEST, TookTooLong, WorkerDied
from storage.library import Library
from storage.model import Article, Basis, Fate, Moment, Published

TEXT = "Convoy hit\n\nRebels attacked the convoy near Idlib on Friday.\n"
DAYS = {basis: Published(Moment.of(2016, 12, 10 + number), basis) for number, basis in enumerate(Basis)}
USER = Moment.of(2020, 1, 1)


def article(text: str = TEXT, published: Basis | None = None, candidates: tuple[Basis, ...] = ()) -> Article:
    days = tuple(DAYS[basis] for basis in candidates)
    return Article(
        0, text, "Convoy hit", language="en", published=DAYS[published] if published else None, candidates=days
    )


CHOICES: dict[str, tuple[Basis | None, tuple[Basis, ...], Basis | None]] = {
    "nothing known": (None, (), None),
    "metadata": (Basis.METADATA, (), Basis.METADATA),
    "an address before a file name": (None, (Basis.FILE_NAME, Basis.URL), Basis.URL),
    "a dateline before an address": (None, (Basis.URL, Basis.DATELINE), Basis.DATELINE),
    "metadata before everything": (Basis.METADATA, (Basis.DATELINE, Basis.URL, Basis.FILE_NAME), Basis.METADATA),
    "a guess is not taken": (None, (Basis.GUESS,), None),
    "a guess gives way": (None, (Basis.GUESS, Basis.FILE_NAME), Basis.FILE_NAME),
}


@pytest.mark.parametrize(("published", "candidates", "chosen"), CHOICES.values(), ids=CHOICES)
def test_the_surest_day_of_publication_holds(
    published: Basis | None, candidates: tuple[Basis, ...], chosen: Basis | None
) -> None:
    told = dated(article(published=published, candidates=candidates))
    assert told.published == (DAYS[chosen] if chosen else None)
    others = {DAYS[basis].day for basis in (published, *candidates) if basis and basis != chosen}
    assert {one.day for one in told.candidates} == others


def test_a_day_that_a_person_names_outweighs_the_file_which_stays_a_candidate() -> None:
    told = dated(article(published=Basis.METADATA, candidates=(Basis.URL,)), USER)
    assert told.published == Published(USER, Basis.USER)
    assert told.candidates == (DAYS[Basis.METADATA], DAYS[Basis.URL])


def test_the_same_day_is_no_candidate_twice() -> None:
    told = dated(article(published=Basis.METADATA, candidates=(Basis.METADATA, Basis.URL, Basis.URL)))
    assert told.candidates == (DAYS[Basis.URL],)


def test_dates_in_the_text_follow_the_day_of_publication() -> None:
    without, named = found_in(article()), found_in(article(), Moment.of(2016, 12, 17))
    assert [event.when for event in without.extraction.events] == [None]
    assert [event.when.edtf for event in named.extraction.events if event.when] == ["2016-12-16"]


def test_a_file_that_cannot_be_read_comes_back_as_a_sentence(library: Library, tmp_path: Path) -> None:
    taken = take_file(str(tmp_path / "gone.txt"))
    assert (taken.name, taken.found, taken.original) == ("gone.txt", (), b"")
    outcome = store(library, taken)
    assert (outcome.status, outcome.path) == (Fate.FAILED, str(tmp_path / "gone.txt"))
    assert outcome.message == "“gone.txt” could not be opened: it is not there any more."


def test_inputs_are_listed_in_order_each_with_what_it_holds(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "b/no.xyz", "empty/.keep", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    words = Source("", b"words")
    given: list[Given] = [
        str(tmp_path / "b"),
        words,
        str(tmp_path / "a.txt"),
        str(tmp_path / "empty"),
        "http://x.example/a",
        "none",
    ]
    told = list_inputs(given)
    files = [Path(one).name for one in told if isinstance(one, str)]
    assert files == ["1.txt", "2.txt", "a.txt"]
    assert words in told
    reasons = [(one.path, one.trouble) for one in told if isinstance(one, Taken)]
    assert Address("http://x.example/a") in told
    assert [path for path, _ in reasons] == [str(tmp_path / "b" / "no.xyz"), given[3], given[3], given[5]]
    for (_, trouble), part in zip(
        reasons, ("no.xyz", "One hidden file", "holds no articles", "There is no file"), strict=True
    ):
        assert part in trouble


def test_what_was_lost_is_named() -> None:
    assert lost("/a/b.txt", "it stopped") == Taken(
        "/a/b.txt", "b.txt", trouble="“b.txt” could not be read: it stopped. Save its words as text and try again."
    )


def test_lost_words_without_a_file_have_no_empty_name() -> None:
    assert lost(Source("", b"words"), "it stopped").trouble.startswith("The text could not be read: it stopped.")


LOST = {
    "too long": (TookTooLong(), "its reading took too long"),
    "dead": (WorkerDied(), "its reader stopped in the middle"),
    "memory": (MemoryError(), "its reading needed too much memory"),
}


@pytest.mark.parametrize(("trouble", "why"), LOST.values(), ids=LOST)
def test_what_happened_to_a_reader_is_told_and_is_no_mistake_of_ours(
    trouble: BaseException, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lost_to("/a/b.txt", trouble) == lost("/a/b.txt", why)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("no_tellers")
def test_a_mistake_of_ours_is_reported_and_costs_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert "Dateline made a mistake with it" in lost_to("/a/b.txt", KeyError("secret")).trouble
    assert "secret" not in capsys.readouterr().err
    assert list(tmp_path.rglob("dateline.log"))


def test_a_large_table_has_more_time_than_another_file(tmp_path: Path) -> None:
    for name in ("a.csv", "a.txt"):
        (tmp_path / name).write_bytes(b"x" * 1_000_000)
    assert seconds_for(str(tmp_path / "a.txt")) == seconds_for(str(tmp_path / "gone.csv")) == LONGEST
    assert seconds_for(str(tmp_path / "a.csv")) == seconds_for(Source("a.csv", b"x" * 1_000_000)) == LONGEST + 1


@pytest.mark.parametrize(("number", "words"), [(0, "0 events"), (1, "1 event"), (2000, "2,000 events")])
def test_numbers_have_their_nouns(number: int, words: str) -> None:
    assert counted(number, "event") == words
