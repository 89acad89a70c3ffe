"""What comes back from a worker process is data and nothing else, whatever became of the process.

A pickle may name anything that Python can import and have it called. Those that are taken here may name the values in
this list; one that names anything else is refused before it has done anything, and counts as the end of its process.
"""

import builtins
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from operator import attrgetter
from typing import Any

VALUES = {
    "_pickle": ("PicklingError",),
    "app.fetching.address": ("Address", "CannotFetch", "NotPublic"),
    "app.importing": ("Found", "Taken"),
    "app.reading.noted": ("Noted",),
    "app.reading.source": ("Source",),
    "app.reading.walk": ("PassedOver",),
    "app.reading_aside": ("Told",),
    "app.worker_process": ("Said",),
    "storage.errors": ("CannotRead", "CannotWrite", "DatelineError"),
    "storage.model": (
        "Alternative", "Anchor", "Article", "Basis", "DateExpression", "DateKind", "Dating", "Extraction",
        "FoundEvent", "Published", "Span", "Status",
    ),
    "storage.moment": ("Moment",),
    "storage.when": ("Precision", "When"),
}  # fmt: skip
"""By module: frozen values and errors. To make one calls nothing but itself."""


class NotData(Exception):
    """An answer that is no answer."""


def packed(answer: Any) -> bytes:
    """The answer as it is sent."""
    into = BytesIO()
    _Packing(into, pickle.HIGHEST_PROTOCOL).dump(answer)
    return into.getvalue()


def unpacked(sent: bytes) -> Any:
    """The answer that was sent; NotData if it is, or would be, anything but values of the list."""
    try:
        return _Unpacking(BytesIO(sent)).load()
    except Exception as trouble:  # bytes that mean harm fail in any way
        raise NotData(f"{type(trouble).__name__}") from trouble


def may_be_sent(trouble: BaseException) -> bool:
    """Whether an error comes out as it was."""
    kind = type(trouble)
    if _known(kind.__module__, kind.__qualname__) is not kind:
        return False
    try:
        return type(unpacked(packed(trouble))) is kind
    except Exception:  # noqa: BLE001 - what it holds may fail in any way
        return False


class _Packing(pickle.Pickler):
    """Frozen values are sent as a call with their fields, so that whoever unpacks never gets hold of a class."""

    def reducer_override(self, value: Any) -> Any:
        """How this one is sent, if otherwise than all others."""
        kind = type(value)
        if kind is type or not is_dataclass(kind):
            return NotImplemented
        return kind, _fields(kind)(value)


class _Unpacking(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> "_Maker":
        """What makes a value of this name."""
        kind = _known(module, name)
        if kind is None:
            raise NotData(f"{module}.{name}")
        return _Maker(kind)


class _Maker:
    """A class that can be called and not be changed: a pickle may set attributes of whatever it has."""

    __slots__ = ("_kind",)
    _kind: type

    def __init__(self, kind: type) -> None:
        object.__setattr__(self, "_kind", kind)

    def __setattr__(self, name: str, value: Any) -> None:
        raise NotData(name)

    def __call__(self, *values: Any) -> Any:
        return self._kind(*values)


@cache
def _fields(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """The fields of a value, as its class takes them."""
    names = [one.name for one in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _known(module: str, name: str) -> type | None:
    """The class of this name, if it is in the list or one of Python's own errors."""
    if module == "builtins":
        kind = getattr(builtins, name, None)
        return kind if isinstance(kind, type) and issubclass(kind, Exception) else None
    return getattr(import_module(module), name) if name in VALUES.get(module, ()) else None
