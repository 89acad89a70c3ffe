import json
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from resources.kinds import kinds
from resources.samples import sample_paths

FIELDS = ["path", "id", "title", "language", "published", "published_basis", "text", "dates", "events"]
STRIKE = "Market hit in Idlib\n\nRebels attacked the town of Idlib on Friday.\n"
EVENT = ["kind", "title", "start", "end", "text", "when", "dating", "status", "places", "importance"]


def extracted(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["extract", *arguments, "--json"]) == 0
    out = capsys.readouterr()
    assert not out.err
    return [json.loads(line) for line in out.out.splitlines()]


def on_friday(told: dict[str, Any]) -> dict[str, Any]:
    return next(event for event in told["events"] if event["dating"] and event["dating"]["text"] == "on Friday")


def test_an_article_is_one_line_with_exactly_these_fields(capsys: pytest.CaptureFixture[str]) -> None:
    samples = [str(path) for path in sample_paths()]
    told = extracted(capsys, *samples)
    assert [one["path"] for one in told] == samples
    for one in told:
        assert list(one) == FIELDS
        assert one["id"] is None
        assert one["language"] == "en"
        assert one["events"]
        for date in one["dates"]:
            assert list(date) == ["start", "end", "text", "value", "kind"]
            assert date["kind"] in ("DATE", "TIME", "DURATION", "SET")
        for event in one["events"]:
            assert list(event) == EVENT
            assert event["kind"] in kinds()
            assert event["status"] in ("happened", "ongoing", "planned", "hypothetical", "denied")
            if event["when"]:
                assert list(event["when"]) == ["earliest", "latest", "precision", "approximate", "edtf"]
            if event["dating"]:
                assert list(event["dating"]) == ["start", "end", "text", "why"]


def test_every_offset_gives_its_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "🙂🙂 Shells fell on Aleppo on 16 December 2016, “naïve” 🇸🇾 said.\n\nTalks began on 17 December 2016.", "utf-8"
    )
    for one in extracted(capsys, str(file), *(str(path) for path in sample_paths())):
        found = [*one["dates"], *one["events"], *(event["dating"] for event in one["events"] if event["dating"])]
        assert found
        for part in found:
            if part["start"] is not None:
                assert one["text"][part["start"] : part["end"]] == part["text"]


def test_a_day_that_is_named_is_the_publication_date(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(STRIKE)
    (without,) = extracted(capsys, str(file))
    assert (without["published"], without["published_basis"]) == (None, None)
    event = on_friday(without)
    assert event["when"] is None
    assert "publication" in event["dating"]["why"]
    (dated,) = extracted(capsys, str(file), "--published", "2016-12-17")
    assert (dated["published"], dated["published_basis"]) == ("2016-12-17", "user")
    event = on_friday(dated)
    assert (event["when"]["earliest"], event["when"]["latest"], event["when"]["edtf"]) == ("2016-12-16",) * 2 + (
        "2016-12-16",
    )
    assert [(date["value"], date["kind"]) for date in dated["dates"]] == [("2016-12-16", "DATE")]


def test_only_the_kinds_that_are_named_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(path) for path in sample_paths()]
    every = [event for one in extracted(capsys, *paths) for event in one["events"]]
    told = [
        event for one in extracted(capsys, *paths, "--kind", "attack", "--kind", "siege") for event in one["events"]
    ]
    assert told == [event for event in every if event["kind"] in ("attack", "siege")]
    assert {event["kind"] for event in told} == {"attack", "siege"}
    assert len(told) < len(every)


def test_the_articles_of_a_table_come_in_order_with_their_ids(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [
        {"id": "b", "text": "Talks began on Friday.", "published": "2016-12-17", "title": "One"},
        {"id": 7, "text": "Shells fell on 3 May 2017.", "url": "https://x.example/2"},
    ]
    file = tmp_path / "t.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = extracted(capsys, str(file))
    assert (told[0]["title"], told[0]["published"]) == ("One", "2016-12-17")
    assert told[0]["published_basis"] == "metadata"
    assert [one["id"] for one in told] == ["b", "7"]
    assert [event["when"]["edtf"] for one in told for event in one["events"]] == ["2016-12-16", "2017-05-03"]


def test_a_table_with_a_bad_row_gives_the_good_ones(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text('{"id": 1, "text": "Talks began in Geneva."}\n{"id": 2, "text":\n{"id": 3, "text": "It rained."}\n')
    assert main(["extract", str(file), "--json"]) == 1
    out = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.out.splitlines()] == ["1", "3"]
    assert "2" in out.err
    assert len(out.err.splitlines()) == 1


def test_people_see_titles_dates_and_reasons(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(STRIKE)
    assert main(["extract", str(file), "--published", "2016-12-17"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[1] == f"{file}, published 2016-12-17 (user)"
    at = next(number for number, line in enumerate(out) if line.startswith("  Fri 16 Dec 2016  "))
    assert "on Friday" in out[at + 1]


def test_explain_tells_sentence_by_sentence_what_was_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "strike.txt"
    article.write_text(STRIKE, "utf-8")
    assert main(["extract", str(article), "--published", "2016-12-17", "--explain"]) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[:2] == ["Market hit in Idlib", str(article)]
    assert "“Friday” → 2016-12-16" in told
    assert ": an event" in told
