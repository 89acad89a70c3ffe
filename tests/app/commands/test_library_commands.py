import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from resources.samples import sample_paths
from storage.library import Library

ARTICLE = "Talks began in Geneva on 3 May 2017.\n"


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    assert main(list(arguments)) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def titles(capsys: pytest.CaptureFixture[str], path: Path, *arguments: str) -> list[str]:
    return [one["title"] for one in told(capsys, "events", str(path), "--json", *arguments)]


def test_an_import_makes_the_library_and_tells_of_each_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "l.dateline"
    lines = told(capsys, "import", str(path), *(str(one) for one in sample_paths()), "--json")
    assert [list(line) for line in lines] == [["path", "status", "events", "message"]] * 3
    assert [(line["path"], line["status"]) for line in lines] == [(str(one), "imported") for one in sample_paths()]
    assert "no publication date known" in lines[2]["message"]
    library = Library.open(path, read_only=True)
    assert library.counts().articles == 3
    assert library.counts().events == sum(line["events"] for line in lines)
    library.close()


def test_the_same_article_twice_is_a_duplicate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], dump: Callable[[Path], Any]
) -> None:
    path, article, copy = tmp_path / "l.dateline", tmp_path / "a.txt", tmp_path / "b.txt"
    article.write_text(ARTICLE)
    copy.write_text(ARTICLE)
    (first,) = told(capsys, "import", str(path), str(article), "--json")
    before = dump(path)
    for again in (article, copy):
        (line,) = told(capsys, "import", str(path), str(again), "--json")
        assert (line["status"], line["events"]) == ("duplicate", 0)
        assert "already" in line["message"]
    assert first["status"] == "imported"
    assert dump(path) == before


def test_a_folder_is_read_file_by_file_in_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Shelling number {number} began on {number + 1} May 2017.\n")
    (folder / "more" / "empty.txt").write_text("")
    lines = told(capsys, "import", str(tmp_path / "l.dateline"), str(folder), "--json", code=1)
    assert [Path(line["path"]).name for line in lines] == [*(f"{number}.txt" for number in range(9)), "empty.txt"]
    assert [line["status"] for line in lines] == ["imported"] * 9 + ["failed"]


def test_what_is_no_article_in_a_folder_is_passed_over_and_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Shelling began on 4 May 2017.\n")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    lines = told(capsys, "import", str(tmp_path / "l.dateline"), str(folder), "--json")
    assert {Path(line["path"]).name: line["status"] for line in lines} == {"a.txt": "imported", "photo.png": "skipped"}


def test_articles_in_a_language_that_is_not_read_say_so_and_which_are_read_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, words in enumerate(("kaupunkiin", "kylään", "satamaan")):
        (tmp_path / f"{number}.txt").write_text(
            f"Bussit saapuivat {words} perjantaiaamuna kahden päivän tauon jälkeen, ja asukkaat odottivat niitä.",
            "utf-8",
        )
    paths = [str(tmp_path / f"{number}.txt") for number in range(3)]
    assert main(["import", str(tmp_path / "l.dateline"), *paths, "--json"]) == 0
    printed = capsys.readouterr()
    for line in map(json.loads, printed.out.splitlines()):
        assert (line["status"], line["events"]) == ("imported", 0)
        assert line["message"].endswith("not in a language that Dateline reads")
    assert printed.err.count("It reads Arabic, ") == 1
    assert "3 articles are in a language" in printed.err


def test_a_published_day_holds_for_all_that_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, article = tmp_path / "l.dateline", tmp_path / "a.txt"
    article.write_text("Market hit in Idlib\n\nRebels attacked the town on Friday.\n")
    told(capsys, "import", str(path), str(article), "--published", "2016-12-17", "--json")
    event = told(capsys, "events", str(path), "--json")[0]
    assert event["when"]["edtf"] == "2016-12-16"
    assert event["sources"][0]["published"] == "2016-12-17"


def test_people_are_told_of_each_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE)
    assert main(["import", str(tmp_path / "l.dateline"), str(article)]) == 0
    assert capsys.readouterr().out == "imported  a.txt: 1 event, no publication date known\n"


def test_events_come_in_the_order_of_time_undated_ones_last(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert titles(capsys, path) == [
        "siege of Foua",
        "=2+2 was painted",
        "Talks began in Astana",
        "<i>Clock</i>",
        "Envoys will meet",
    ]


FILTERS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "a kind": (("--kind", "talks"), ["Talks began in Astana", "Envoys will meet"]),
    "two kinds": (("--kind", "siege", "--kind", "protest"), ["siege of Foua", "=2+2 was painted"]),
    "from a day": (("--from", "2016-12-16"), ["siege of Foua", "Talks began in Astana", "<i>Clock</i>"]),
    "to a day": (("--to", "2016-12-13"), ["siege of Foua", "=2+2 was painted"]),
    "before all": (("--to", "2015-02"), []),
    "one day": (("--from", "2016-12-13", "--to", "2016-12-13", "--kind", "protest"), ["=2+2 was painted"]),
    "a month": (("--from", "2016-12", "--to", "2016-12", "--kind", "talks"), ["Talks began in Astana"]),
    "words of the title": (("--search", "foua"), ["siege of Foua"]),
    "words of the article": (("--search", "wall clo"), ["=2+2 was painted", "<i>Clock</i>"]),
    "words that are nowhere": (("--search", "zebra"), []),
}


@pytest.mark.parametrize(("arguments", "expected"), FILTERS.values(), ids=FILTERS)
def test_events_can_be_asked_for(
    arguments: tuple[str, ...], expected: list[str], path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert titles(capsys, path, *arguments) == expected


def test_events_for_people(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", str(path), "--kind", "talks"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Fri 16 Dec 2016            Talks         Talks began in Astana",
        "no date                    Talks         Envoys will meet",
    ]


def test_events_as_a_table(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", str(path), "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["title"] for row in rows][:2] == ["siege of Foua", "'=2+2 was painted"]
    assert rows[0]["edtf"] == "2015-03-01/.."


def test_reading_changes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    for word in (["events"], ["check"], ["export", "-o", str(path.parent / "out.csv")]):
        assert main([word[0], str(path), *word[1:]]) == 0
    assert path.read_bytes() == before
    assert capsys.readouterr().err == ""


def test_an_export_prints_where_it_is(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = path.parent / "Kinds.CSV"
    assert main(["export", str(path), "-o", str(out), "--kind", "siege", "--from", "2016"]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))
    assert row["title"] == "siege of Foua"


def test_a_sound_library_is_told_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "“Aleppo 2016.dateline” is sound: 2 articles, 5 events.\n"


def test_a_library_with_a_moved_mention_is_told_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(path)
    library.db.execute(
        'UPDATE mentions SET start = start + 1, "end" = "end" + 1 WHERE id = (SELECT min(id) FROM mentions)'
    )
    library.close()
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr()
    assert "does not stand in the text" in out.out
    assert "1 problem in “Aleppo 2016.dateline”" in out.err
