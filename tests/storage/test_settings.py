import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.errors import CannotWrite
from storage.settings import MOST_RECENT, Settings, load, save

FULL = Settings("dark", ("/a/ü 🙂.dateline", "/b.dateline"), "AdnQywAD", (300, 900, 0), (1, 2), "/tmp")


@pytest.mark.parametrize("settings", [Settings(), FULL])
def test_what_is_saved_is_loaded(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    save(settings, path)
    assert load(path) == settings
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("data", [None, b"", b"{", b"[1]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "settings.json"
    if data is not None:
        path.write_bytes(data)
    assert load(path) == Settings()


BROKEN: list[tuple[str, Any]] = [
    ("theme", "pink"),
    ("theme", ["dark"]),
    ("recent", "a"),
    ("recent", [1]),
    ("geometry", None),
    ("splitters", [1, "2"]),
    ("splitters", [True]),
    ("splitters", [-1]),
    ("source_splitters", {}),
    ("export_folder", 7),
]


@pytest.mark.parametrize(("name", "value"), BROKEN)
def test_one_broken_value_does_not_spoil_the_others(tmp_path: Path, name: str, value: Any) -> None:
    path = tmp_path / "settings.json"
    save(FULL, path)
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {name: value, "unknown": 1}), "utf-8")
    loaded = load(path)
    assert getattr(loaded, name) == getattr(Settings(), name)
    others = [one for one in Settings.__dataclass_fields__ if one != name]
    assert [getattr(loaded, one) for one in others] == [getattr(FULL, one) for one in others]


def test_the_last_ten_libraries_are_remembered_the_latest_first() -> None:
    settings = Settings()
    for number in [*range(15), 10]:
        settings = settings.opened(str(number))
    assert settings.recent == ("10", "14", "13", "12", "11", "9", "8", "7", "6", "5")
    assert len(settings.recent) == MOST_RECENT
    assert settings.forgotten("14").recent[:2] == ("10", "13")


def test_a_longer_list_of_libraries_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": [str(number) for number in range(15)]}), "utf-8")
    assert load(path).recent == tuple(map(str, range(10)))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"settings.json"):
        save(FULL, tmp_path / "file" / "settings.json")


def test_settings_that_cannot_be_written_leave_the_old_ones(powerless: Path, become_nobody: Callable[[], None]) -> None:
    path = powerless / "settings.json"
    save(FULL, path)
    path.chmod(0o644)
    become_nobody()
    with pytest.raises(CannotWrite):
        save(Settings(), path)
    assert load(path) == FULL
