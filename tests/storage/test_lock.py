import sys
from pathlib import Path

import pytest

from storage.lock import Lock, Locked, NoLock, is_open_elsewhere


def test_a_lock_is_held_until_it_is_released(tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    lock = Lock(path)
    with pytest.raises(Locked):
        Lock(path)
    lock.release()
    Lock(path).release()


def test_every_way_of_writing_the_path_is_the_same_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.dateline"
    path.touch()
    link = tmp_path / "link.dateline"
    ways = [Path("x.dateline"), tmp_path / "." / "y" / ".." / "x.dateline"]
    if sys.platform != "win32":
        link.symlink_to(path)
        ways.append(link)
    monkeypatch.chdir(tmp_path)
    lock = Lock(path)
    for way in ways:
        with pytest.raises(Locked):
            Lock(way)
    lock.release()


def test_other_libraries_are_not_locked(tmp_path: Path) -> None:
    locks = [Lock(tmp_path / name) for name in ("a.dateline", "b.dateline", "\udcff.dateline")]
    for lock in locks:
        lock.release()


def test_nothing_lies_beside_the_library(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "x.dateline")
    assert list(tmp_path.iterdir()) == []
    lock.release()


def test_a_home_that_takes_no_file_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "temporary").mkdir()
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "file" / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    if sys.platform == "win32":
        pytest.skip("the state folder is not that of the environment")
    lock = Lock(tmp_path / "x.dateline")
    with pytest.raises(Locked):
        Lock(tmp_path / "x.dateline")
    lock.release()
    assert list((tmp_path / "temporary").rglob("*.lock"))


def test_a_library_that_is_open_anywhere_is_known_to_be(tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    assert not is_open_elsewhere(path)
    lock = Lock(path)
    assert is_open_elsewhere(path)
    lock.release()
    assert not is_open_elsewhere(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the state folder is not that of the environment")
def test_where_no_folder_takes_a_lock_the_reason_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    with pytest.raises(NoLock, match=r"file/state/dateline/locks” nor “.*file/dateline-locks”"):
        Lock(tmp_path / "x.dateline")
    assert not is_open_elsewhere(tmp_path / "x.dateline")
