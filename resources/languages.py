"""The words of each language, one folder of TOML files per language under `languages/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

HERE = Path(__file__).parent / "languages"


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a folder, in alphabetical order."""
    return tuple(sorted(folder.name for folder in HERE.iterdir() if (folder / "language.toml").is_file()))


@cache
def language(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of one language by file name without `.toml`; KeyError when there is no such language."""
    if name not in languages():
        raise KeyError(name)
    return MappingProxyType({path.stem: _load(path) for path in sorted((HERE / name).glob("*.toml"))})


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
