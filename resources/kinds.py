"""The kinds of events with their looks, from `kinds.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Glyph:
    """Shapes in a 16-unit box centred on 0,0, as SVG paths: `solid` filled even-odd, `line` stroked, `line_fill` on top."""

    name: str
    solid: str
    line: str
    line_fill: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of event. `colour` and `tint` are by theme: light, dark, print."""

    name: str
    label: str
    glyph: Glyph
    colour: dict[str, str]
    tint: dict[str, str]


@cache
def kinds() -> dict[str, Kind]:
    """Every built-in kind by name, in the order in which lanes and lists show them."""
    with (HERE / "kinds.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {
        name: Kind(name, entry["label"], Glyph(**entry["glyph"]), entry["colour"], entry["tint"])
        for name, entry in entries.items()
    }
