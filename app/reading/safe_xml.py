"""XML of foreign documents, as a stream of beginnings, ends and words.

Nothing is built in memory, however large or deep it is, and a document type is refused at once: entities are declared
there, and with them a page of text can become gigabytes or a file of this machine.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storage.errors import CannotRead

DEEPEST = 1000
_STEP = 1 << 16


class Start(NamedTuple):
    """An element begins. Names are without their namespace."""

    name: str
    attributes: Mapping[str, str]


class End(NamedTuple):
    """An element ends."""

    name: str


Token = Start | End | str


class _Refused(Exception):
    pass


def safe_xml(data: bytes, named: str) -> Iterator[Token]:
    """The tokens of an XML file; CannotRead if it is broken, declares entities, or is nested without end.

    `named` is how sentences call it.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    found: list[Token] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _Refused(f"{named} is nested deeper than any document is. It was not read.")
        found.append(Start(_local(name), {_local(key): value for key, value in attributes.items()}))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(End(_local(name)))

    def doctype(*_: object) -> None:
        raise _Refused(f"{named} declares entities, which can be a trap and no document needs. It was not read.")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = found.append
    parser.StartDoctypeDeclHandler = doctype
    try:
        for place in range(0, len(data) + 1, _STEP):
            parser.Parse(data[place : place + _STEP], place + _STEP > len(data))
            yield from found
            found.clear()
    except _Refused as trouble:
        raise CannotRead(str(trouble)) from None
    except (ExpatError, ValueError, LookupError) as trouble:
        raise CannotRead(
            f"{named} is damaged. Open it in the program that made it, save it again and add the new file."
        ) from trouble


def fields(data: bytes, named: str) -> dict[str, str]:
    """The words of each element that holds nothing but words, the first of each name: for properties of documents."""
    found: dict[str, str] = {}
    name, words = "", ""
    for token in safe_xml(data, named):
        match token:
            case Start():
                name, words = token.name, ""
            case End():
                if token.name == name and words.strip():
                    found.setdefault(name, words.strip())
                name = ""
            case _:
                words += token
    return found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
