"""The words of each language, one folder of TOML files per language under `languages/`."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

HERE = Path(__file__).parent / "languages"


class Tables(Mapping[str, Mapping[str, Any]]):
    """The tables of one language by file name without `.toml`, each read when it is first asked for.

    To tell in which language a text is takes one or two files of each, and most texts of a process are in one.
    """

    def __init__(self, folder: Path) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            self._read[name] = _load(self._paths[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a folder, in alphabetical order."""
    return tuple(sorted(folder.name for folder in HERE.iterdir() if (folder / "language.toml").is_file()))


@cache
def language(name: str) -> Tables:
    """The tables of one language; KeyError when there is no such language."""
    if name not in languages():
        raise KeyError(name)
    return Tables(HERE / name)


@cache
def knows_time(name: str) -> bool:
    """Whether a language has words of time of its own."""
    return name in languages() and "time" in language(name)


def language_name(name: str) -> str:
    """What people call a language, where it is one of those with a folder; else its code."""
    return str(language(name)["language"]["name"]) if name in languages() else name


def _load(path: Path) -> Mapping[str, Any]:
    with path.open("rb") as file:
        return MappingProxyType(tomllib.load(file))
