"""Folders are walked in order, and nothing that could hang or lead outside is ever opened."""

import os
import sys
from pathlib import Path

import pytest

from app.reading import walk
from app.reading.source import Source
from app.reading.walk import files_of, open_source, sources_of
from storage.errors import CannotRead

posix = pytest.mark.skipif(os.name == "nt", reason="pipes, devices and odd file names are a matter of POSIX")


def told(path: Path) -> list[str]:
    """Names of the sources, and the sentences in between."""
    return [one.name if isinstance(one, Source) else str(one) for one in sources_of(path)]


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("It left on Friday.\n", encoding="utf-8")


def test_a_file_is_its_own_source(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (source,) = sources_of(tmp_path / "a.txt")
    assert source == Source("a.txt", b"It left on Friday.\n", str(tmp_path / "a.txt"))


def test_a_folder_is_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "a/deep/er/3.md", ".git/4.txt", ".5.txt", "Thumbs.db", "c.html")
    *names, sentence = told(tmp_path)
    assert names == ["b.txt", "c.html", "1.txt", "2.txt", "3.md"]
    assert sentence == f"2 hidden files or folders in “{tmp_path.name}” were passed over."


def test_what_systems_hide_is_not_worth_a_word(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".DS_Store", "._a.txt", "desktop.ini", ".~lock.a.txt#", "__MACOSX/a.txt")
    assert told(tmp_path) == ["a.txt"]


def test_the_pictures_of_a_saved_page_belong_to_it(tmp_path: Path) -> None:
    make(tmp_path, "Aleppo.html", "Aleppo_files/frame.html", "Aleppo_files/a.js", "Other_files/b.txt")
    assert told(tmp_path) == ["Aleppo.html", "b.txt"]


@pytest.mark.parametrize(
    "folder", ["Aleppo_files", "aleppo_FILES", "Aleppo-Dateien", "Aleppo_fichiers", "Aleppo_файлы"]
)
def test_the_folder_of_a_saved_page_is_the_page(tmp_path: Path, folder: str) -> None:
    make(tmp_path, "Aleppo.htm", f"{folder}/frame.html", f"{folder}/words.txt", "Other.html")
    names = told(tmp_path)
    assert [one for one in names if "passed over" not in one] == ["Aleppo.htm", "Other.html"]
    (sentence,) = (one for one in names if "passed over" in one)
    assert sentence.startswith(f"One article in “{folder}” was passed over, because")
    assert told(tmp_path / folder) == ["Aleppo.htm"]


def test_a_folder_with_the_name_of_a_page_that_is_not_there_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "Aleppo_files/a.txt", "Aleppo.txt")
    (tmp_path / "Aleppo.html").mkdir()
    assert told(tmp_path / "Aleppo_files") == ["a.txt"]


def test_what_nobody_reads_is_named_without_being_opened(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "film.mp4")
    name, sentence = told(tmp_path)
    assert name == "a.txt"
    assert "does not read files like “film.mp4”" in sentence


def test_an_empty_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (sentence,) = told(tmp_path / "empty")
    assert "The folder “empty” holds no articles" in sentence


@pytest.mark.parametrize("name", ["missing.txt", "a.txt/b.txt", "nul\0.txt"])
def test_what_is_not_there_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    make(tmp_path, "a.txt")
    (sentence,) = told(tmp_path / name)
    assert "There is no file or folder" in sentence


@posix
def test_a_link_that_the_user_names_is_followed_and_one_inside_a_folder_is_not(tmp_path: Path) -> None:
    make(tmp_path, "outside/secret.txt", "folder/a.txt", "folder/sub/b.txt")
    folder = tmp_path / "folder"
    (folder / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "named").symlink_to(folder)
    names = told(tmp_path / "named")
    assert [name for name in names if name.endswith(".txt")] == ["a.txt", "b.txt"]
    assert sorted(name[:10] for name in names if "outside the folder" in name) == ["“out.txt” ", "“out” is a"]
    assert told(folder / "out.txt") == ["secret.txt"]


@posix
def test_pipes_and_devices_are_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    assert all("was not" in sentence or "holds no" in sentence for sentence in told(tmp_path))
    (sentence,) = told(tmp_path / "pipe.txt")
    assert "“pipe.txt” is not a file but a pipe, a device" in sentence
    (sentence,) = told(Path("/dev/zero"))
    assert "is not a file but a pipe, a device" in sentence


@posix
def test_a_link_put_in_a_files_place_after_the_look_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "folder/a.txt", "secret.txt")
    (found,) = files_of(tmp_path / "folder")
    assert isinstance(found, Path)
    found.unlink()
    found.symlink_to(tmp_path / "secret.txt")
    with pytest.raises(CannotRead, match="could not be opened"):
        open_source(found)


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS allows only names in UTF-8")
def test_a_name_of_foreign_bytes_can_be_shown_and_stored(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"It left.")
    (source,) = sources_of(tmp_path)
    assert isinstance(source, Source)
    assert source.name == "caf\ufffd.txt"
    source.path.encode("utf-8")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(walk.LARGEST + 1)
    (sentence,) = told(tmp_path / "a.txt")
    assert "“a.txt” is larger than 64 MB" in sentence


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "d"
        deep.mkdir()
    make(deep, "a.txt")
    assert told(tmp_path) == ["a.txt"]
