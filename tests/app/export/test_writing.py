"""Files are written all or not at all, where they are meant, and only over plain files."""

import os
from pathlib import Path

import pytest

from app.export.writing import write_file, write_files
from storage.errors import CannotWrite

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_where_one_of_several_cannot_be_written_none_is(tmp_path: Path) -> None:
    files = [(tmp_path / f"p-{number}.png", b"new") for number in range(3)]
    files[0][0].write_bytes(b"old")
    files[2][0].mkdir()
    with pytest.raises(CannotWrite, match=r"“p-2.png” could not be written: a folder has this name\. Choose another"):
        write_files(files)
    assert files[0][0].read_bytes() == b"old"
    assert names(tmp_path) == ["p-0.png", "p-2.png"]


@ON_POSIX
def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    path.chmod(0o660)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o660


@ON_POSIX
@pytest.mark.parametrize("there", [True, False])
def test_a_name_that_leads_to_a_file_goes_on_leading_there(there: bool, tmp_path: Path) -> None:
    folder, link = tmp_path / "else", tmp_path / "out.csv"
    folder.mkdir()
    if there:
        (folder / "real.csv").write_bytes(b"old")
    link.symlink_to(folder / "real.csv")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (folder / "real.csv").read_bytes() == b"new"
    assert names(folder) == ["real.csv"]


@ON_POSIX
def test_names_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(CannotWrite, match="could not be written"):
        write_file(first, b"new")
    assert names(tmp_path) == ["a.csv", "b.csv"]
    assert first.is_symlink()
    assert second.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    os.mkfifo(path)
    with pytest.raises(CannotWrite, match="a pipe has this name"):
        write_file(path, b"new")
    assert path.is_fifo()
    assert names(tmp_path) == ["out.csv"]
