"""The choices of the last export, as they are remembered: never the title, which belongs to one figure alone."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from storage.errors import WrongUse
from widgets.figure.options import FigureOptions

REMEMBERED = (
    "what", "page", "landscape", "columns", "tallest", "width", "height", "scale", "rows", "pages", "look", "transparent",
    "legend", "credit", "sources", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choices:
    """The ending of a format, and a figure."""

    ending: str = ".png"
    options: FigureOptions = field(default_factory=FigureOptions)


def packed(choices: Choices) -> str:
    """As JSON; of the day of making only whether it was told."""
    told = {name: getattr(choices.options, name) for name in REMEMBERED}
    return json.dumps({"ending": choices.ending, "dated": choices.options.made is not None, **told}, ensure_ascii=False)


def unpacked(text: str, endings: Collection[str], today: date) -> Choices:
    """What `packed` wrote; whatever makes no sense gets the default."""
    try:
        told = json.loads(text)
    except ValueError:
        return Choices()
    if not isinstance(told, dict):
        return Choices()
    options = FigureOptions(made=today if told.get("dated") is True else None)
    for name in REMEMBERED:
        if name in told:
            options = _with(options, name, told[name])
    ending = told.get("ending")
    return Choices(ending if isinstance(ending, str) and ending in endings else Choices().ending, options)


def _with(options: FigureOptions, name: str, value: Any) -> FigureOptions:
    """The same with one value, where it is of the right type and within its limits."""
    before = getattr(options, name)
    try:
        fitting = type(before)(value) if isinstance(before, Enum) else value
        if not (isinstance(before, Enum) or _alike(before, fitting)):
            return options
        return replace(options, **{name: fitting}).checked()  # type: ignore[arg-type]  # it is of the type of the default
    except (ValueError, WrongUse):
        return options


def _alike(before: object, value: object) -> bool:
    """Whether a value is of the type of the default; a height may be missing."""
    if before is None or value is None:
        return before is None and (value is None or type(value) is int)
    if isinstance(before, float):
        return type(value) in (int, float)
    return type(value) is type(before)
