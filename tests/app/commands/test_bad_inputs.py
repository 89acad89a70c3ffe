"""Whatever is given, the answer is a clear sentence and the right exit code, and the rest goes on."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from app.main import main
from storage.library import Library

GOOD = "Talks began in Geneva on 3 May 2017.\n"

FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "“a.txt” is empty"),
    "blank": ("a.txt", b" \n\t\n", "“a.txt” is empty"),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "“a.txt” is a PNG picture, whatever its name says"),
    "bytes of no sort": ("a.txt", bytes(range(256)) * 9, "“a.txt”"),
    "unknown ending": ("a.xyz", GOOD.encode(), "Dateline does not read files like “a.xyz”"),
    "no words": ("a.txt", b"--- *** ---\n", "“a.txt” has no words in it"),
    "a table without texts": ("a.csv", b"id,title\n1,Hello\n", "“a.csv”"),
}


@pytest.mark.parametrize(("name", "data", "sentence"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    name: str, data: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(GOOD)
    assert main(["extract", str(bad), str(good), "--json"]) == 1
    out = capsys.readouterr()
    assert [json.loads(line)["path"] for line in out.out.splitlines()] == [str(good)]
    assert out.err.startswith("dateline: ")
    assert sentence in out.err
    assert len(out.err.splitlines()) == 1
    assert main(["import", str(tmp_path / "l.dateline"), str(bad), str(good), "--json"]) == 1
    failed, imported = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (failed["path"], failed["status"], failed["events"]) == (str(bad), "failed", 0)
    assert sentence in failed["message"]
    assert (imported["path"], imported["status"]) == (str(good), "imported")


@pytest.mark.parametrize("given", ["nowhere.txt", "https://example.org/article.html", "empty", "\udcff.txt"])
def test_an_input_that_is_none_gives_one_line(
    given: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert main(["import", "l.dateline", given, "--json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["path"], told["status"], told["events"]) == (given, "failed", 0)
    assert told["message"].endswith(".")


def test_a_folder_without_articles_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letters").mkdir()
    assert main(["extract", str(tmp_path / "letters")]) == 1
    assert "The folder “letters” holds no articles." in capsys.readouterr().err


LIBRARY_COMMANDS: dict[str, Callable[[Path], list[str]]] = {
    "import": lambda path: ["import", str(path), str(path.parent / "good.txt")],
    "events": lambda path: ["events", str(path)],
    "export": lambda path: ["export", str(path), "-o", str(path.parent / "out.csv")],
    "check": lambda path: ["check", str(path)],
}


@pytest.mark.parametrize("command", LIBRARY_COMMANDS.values(), ids=LIBRARY_COMMANDS)
@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"Dear library", "is no Dateline library"), (b"SQLite format 3\0" + b"x" * 5000, "“l.dateline” is")],
)
def test_a_file_that_is_no_library_is_left_alone(
    command: Callable[[Path], list[str]],
    data: bytes,
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "l.dateline"
    path.write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    assert main(command(path)) == 1
    out = capsys.readouterr()
    assert not out.out
    assert sentence in out.err
    assert len(out.err.splitlines()) == 1
    assert path.read_bytes() == data
    assert sorted(one.name for one in tmp_path.iterdir()) == ["good.txt", "l.dateline"]


@pytest.mark.parametrize("command", LIBRARY_COMMANDS.values(), ids=LIBRARY_COMMANDS)
def test_a_library_of_a_later_version_is_refused(
    command: Callable[[Path], list[str]], path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library.open(path)
    library.db.execute("PRAGMA user_version = 99")
    library.close()
    (path.parent / "good.txt").write_text(GOOD)
    before = path.read_bytes()
    assert main(command(path)) == 1
    assert "was made by a later version of Dateline" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", ["events", "export", "check"])
def test_a_library_that_is_not_there_is_not_made(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "l.dateline"
    assert main(LIBRARY_COMMANDS[word](path)) == 1
    assert "There is no “l.dateline”" in capsys.readouterr().err
    assert not path.exists()


WRONG: dict[str, tuple[list[str], str]] = {
    "a day that is none": (["import", "{}", "a.txt", "--published", "2016-02-31"], "“2016-02-31” is no day"),
    "a word for a day": (["extract", "a.txt", "--published", "yesterday"], "“yesterday” is no day"),
    "an unknown kind": (["events", "{}", "--kind", "party"], "party"),
    "a date that is none": (["events", "{}", "--from", "soonish"], "“soonish” is no date"),
    "the end before the beginning": (
        ["events", "{}", "--from", "2017", "--to", "2016"],
        "--from lies behind that of --to",
    ),
    "the same for figures": (["export", "{}", "-o", "a.png", "--from", "2017", "--to", "2016"], "--from lies behind"),
    "an unknown ending": (["export", "{}", "-o", "a.xyz"], "Dateline cannot write “a.xyz”"),
    "no ending": (["export", "{}", "-o", "a"], "Dateline cannot write “a”"),
    "no output": (["export", "{}"], "-o"),
    "no width": (["export", "{}", "-o", "a.png", "--width", "wide"], "“wide” is no number of pixels"),
    "a width of a dot": (["export", "{}", "-o", "a.png", "--width", "1"], "“1” is no number of pixels"),
    "two forms at once": (["events", "{}", "--csv", "--json"], "not allowed with"),
    "nothing to read": (["extract"], "required"),
    "an empty name to read": (["extract", ""], "an empty name was given"),
    "an empty name to import": (["import", "{}", " "], "an empty name was given"),
    "an empty name for a library": (["import", "", "a.txt"], "an empty name was given"),
    "an article for a library": (["import", "new.txt", "a.txt"], "does not end in .dateline"),
    "an unknown option": (["check", "{}", "--hard"], "--hard"),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str],
    words: str,
    path: Path,
    dump: Callable[[Path], Any],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(path.parent)
    before = dump(path)
    assert main([one.format(path) for one in arguments]) == 2
    out = capsys.readouterr()
    assert not out.out
    assert words in out.err
    assert len(out.err.splitlines()) == 1
    assert dump(path) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_gets_no_figure(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(path), "-o", str(path.parent / "no" / "out.csv")]) == 1
    assert "“out.csv” could not be written: no such file or directory." in capsys.readouterr().err
    assert not (path.parent / "no").exists()


def test_what_stands_in_the_way_of_an_export_stays(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path.parent / "out.csv").mkdir()
    assert main(["export", str(path), "-o", str(path.parent / "out.csv")]) == 1
    assert "“out.csv” could not be written" in capsys.readouterr().err
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, "out.csv"]


def test_an_archive_of_which_a_part_is_lost_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, archive = tmp_path / "good.txt", tmp_path / "a.zip"
    good.write_text(GOOD)
    with ZipFile(archive, "w") as file:
        file.write(good, "good.txt")
        file.writestr("bad.pdf", b"%PDF-1.4 damaged")
    library = str(tmp_path / "l.dateline")
    assert main(["import", library, str(good)]) == 0
    capsys.readouterr()
    for _ in range(2):
        assert main(["import", library, str(archive), "--json"]) == 1
        told = json.loads(capsys.readouterr().out)
        assert told["status"] == "duplicate"
        assert "bad.pdf" in told["message"]


@pytest.mark.skipif(os.name == "nt", reason="names with such letters are a matter of POSIX")
def test_a_name_forges_no_line_and_gives_a_terminal_no_orders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "a\nimported  b.pdf: 9 events\u009b31m\u202etxt.exe"
    bad.write_text(GOOD)
    library = str(tmp_path / "l.dateline")
    assert main(["import", library, str(bad)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("failed")
    assert line.isprintable()
    assert main(["import", library, str(bad), "--json"]) == 1
    line = capsys.readouterr().out.removesuffix("\n")
    assert line.isprintable()
    assert json.loads(line)["path"] == str(bad)
