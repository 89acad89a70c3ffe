"""Colours and measures of the window and of figures, from `themes.toml`, as plain values (no Qt)."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from resources.kinds import Kind, kinds

HERE = Path(__file__).parent
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; colours are `#RRGGBB`. Groups carry the names of `themes.toml`, e.g. `theme.text.secondary`."""

    name: str
    surface: SimpleNamespace
    border: SimpleNamespace
    text: SimpleNamespace
    accent: SimpleNamespace
    highlight: SimpleNamespace
    warn: SimpleNamespace
    ghost: str
    pale: bool = False
    """Whether all kinds have the colour of ghosts."""

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.name == "dark"

    def colour_of(self, kind: str) -> str:
        """The colour of a kind's glyph and line."""
        return self.ghost if self.pale else _kind(kind).colour[self.name]

    def tint_of(self, kind: str) -> str:
        """The pale ground of a kind's bars."""
        return str(self.surface.hover) if self.pale else _kind(kind).tint[self.name]


def _kind(name: str) -> Kind:
    return kinds().get(name) or kinds()[OTHER]


@cache
def measures() -> dict[str, Any]:
    """Everything in `themes.toml` that is the same in all themes: `measures()["layout"]["row_height"]`, in px at 100 %."""
    with (HERE / "themes.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def theme(name: str) -> Theme:
    """The theme called light, dark or print; KeyError for another name."""
    parts = measures()[name]
    surface, border, text, accent, highlight, warn = (
        SimpleNamespace(**parts[group]) for group in ("surface", "border", "text", "accent", "highlight", "warn")
    )
    return Theme(name, surface, border, text, accent, highlight, warn, ghost=parts["other"]["ghost"])


@cache
def ghostly(name: str) -> Theme:
    """The theme of that name for what is filtered out: its kinds are told by their shapes alone."""
    return replace(theme(name), pale=True)
