"""The forms of a word by the rules and exceptions of a language's data."""

from collections.abc import Mapping, Sequence
from typing import Any

Forms = dict[str, set[str]]
"""Each form with its tags: {"shot": {"past", "participle"}}."""


def forms(word: str, sort: str, rules: Mapping[str, Any]) -> Forms:
    """All forms of a verb or noun. A language without rules for the sort has the word itself alone."""
    table: Mapping[str, Sequence[tuple[str, str]]] = rules.get(sort, {"base": [("", "")]})
    irregular: Mapping[str, list[str]] = rules.get("irregular", {}).get(word, {}) if sort == "verb" else {}
    found: Forms = {}
    for tag, endings in table.items():
        for form in irregular.get(tag) or [_changed(word, endings, rules, sort)]:
            found.setdefault(form, set()).add(tag)
    return found


def _changed(word: str, endings: Sequence[tuple[str, str]], rules: Mapping[str, Any], sort: str) -> str:
    head, hyphen, last = word.rpartition("-")
    stem = head + hyphen + last
    doubled = stem + stem[-1] if last in rules.get("doubling", {}).get(sort, ()) else stem
    for ending, change in endings:
        if stem.endswith(ending):
            base = doubled if not ending and change[:1] in {"e", "i"} else stem
            return base[: len(base) - len(ending)] + change
    return word
