"""The notes on top of a Markdown file: title, author, day of publication and whatever else a blog program keeps there."""

import re
import tomllib
from collections.abc import Mapping

Notes = Mapping[str, str]
"""Values by name in small letters; those of a list are joined by commas."""

# begins "---\ntitle: Aleppo\n---\n"; not a rule that is never closed
_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
# begins "+++\ntitle = 'Aleppo'\n+++\n"; not "+ + +"
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(?P<lines>.{0,20000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)", re.DOTALL)
# such as "title: 'Aleppo'" or "author:"; not "  - nested"
_NOTE = re.compile(r"(?P<name>[\w-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?")
# "  - Ana Lopez", "- Ana Lopez", and a line that goes on below "title: >-"
_ENTRY = re.compile(r"\s*-\s+(?P<value>.+)|\s+(?P<more>\S.*)")
# "Aleppo # for now"; not "Issue #5"
_REMARK = re.compile(r"(?:^|\s)#\s.*$")
_FOLDED = frozenset({">", "|", ">-", "|-", ">+", "|+"})


def split(text: str) -> tuple[Notes, str]:
    """The notes, and the text below them."""
    yaml, toml = _YAML.match(text), _TOML.match(text)
    if yaml and _are_notes(yaml["lines"]):
        return _yaml(yaml["lines"]), text[yaml.end() :]
    return (_toml(toml["lines"]), text[toml.end() :]) if toml else ({}, text)


def _are_notes(lines: str) -> bool:
    """Whether names and values stand between two rules, and not a sentence."""
    first = next((line for line in lines.splitlines() if line.strip() and not line.lstrip().startswith("#")), "")
    return _NOTE.fullmatch(first) is not None


def _toml(lines: str) -> Notes:
    try:
        values = tomllib.loads(lines)
    except tomllib.TOMLDecodeError:  # notes with a slip are still no part of the text
        return {}
    return {name.lower(): _joined(value) for name, value in values.items() if not isinstance(value, dict)}


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _yaml(lines: str) -> Notes:
    """The plain names and values, and lists of such; what is nested deeper says nothing of the article."""
    notes: dict[str, str] = {}
    name = ""
    for line in lines.splitlines():
        note, entry = _NOTE.fullmatch(line), _ENTRY.fullmatch(line)
        if note:
            name = note["name"].lower()
            notes[name] = _value(note["value"] or "")
        elif entry and name:
            between = ", " if entry["value"] else " "
            notes[name] = between.join(filter(None, (notes[name], _value(entry["value"] or entry["more"]))))
    return notes


def _value(words: str) -> str:
    """ "'Aleppo'", "Aleppo # for now", "[Ana Lopez, Bo Lind]" without their marks."""
    words = words.strip()
    if words[:1] in ("'", '"') and words.find(words[0], 1) > 0:
        return words[1 : words.rfind(words[0])]
    words = _REMARK.sub("", words).strip()
    if words.startswith("[") and words.endswith("]"):
        return ", ".join(_value(part) for part in words[1:-1].split(",") if part.strip())
    return "" if words in _FOLDED else words
