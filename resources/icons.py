"""The window's icons as SVG paths, from `icons.toml`."""

import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
BOX = 16
PROGRAM = {"large": HERE / "program" / "dateline.svg", "small": HERE / "program" / "dateline-small.svg"}
"""The icon of the program; the small drawing is for BOX px, its edges lie on pixels."""


@cache
def icons() -> dict[str, str]:
    """Every icon's path by name, in a box of BOX by BOX, to be stroked."""
    with (HERE / "icons.toml").open("rb") as file:
        return tomllib.load(file)
