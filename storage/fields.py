"""The fields of an event that a person can set, each as text that reads back the same."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storage.model import Event, Status, When
from storage.plain import dumps, plain_when, when_of


@dataclass(frozen=True, slots=True)
class Field:
    """Both directions of one field; the type of its values is that of the event's field."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def _same(text: str) -> str:
    return text


FIELDS: dict[str, Field] = {
    "kind": Field(_same, _same),
    "title": Field(_same, _same),
    "when": Field(lambda when: dumps(plain_when(when)), lambda text: when_of(json.loads(text))),
    "status": Field(lambda status: str(status.value), Status),
    "places": Field(lambda places: dumps(list(places)), lambda text: tuple(json.loads(text))),
}

Value = str | Status | tuple[str, ...] | When | None


def written(field: str, event: Event) -> str:
    """The field of an event as text."""
    return FIELDS[field].write(getattr(event, field))


def write(field: str, value: Value) -> str:
    """A value of the field as text."""
    return FIELDS[field].write(value)


def read(field: str, text: str) -> Value:
    """The value that a Correction holds as text."""
    value: Value = FIELDS[field].read(text)
    return value
