"""The words by which a language reports events, built once from its data: triggers, idioms, words of status and clause."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from app.extraction import inflection
from app.extraction.letters import folded
from app.extraction.phrases import Element, Phrases, Words, elements
from resources.languages import language, languages

Set = TypeVar("Set")

_SECTIONS = ("verbs", "weak_verbs", "nouns", "weak_nouns")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a trigger means: an event of a kind. `tags` are the forms that its word can be ("past", "ing", "plural")."""

    kind: str
    strong: bool
    verb: bool
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language. A set that its data do not name is empty."""

    language: str
    abbreviations: frozenset[str]
    clause_words: Mapping[str, frozenset[str]]
    verb_words: Mapping[str, frozenset[str]]
    verb_forms: Mapping[str, frozenset[str]]
    forms: Mapping[str, frozenset[str]]
    """All forms of the verbs of a set: "reporting", "plain_reporting" (no object but what is said), "phases" …"""
    triggers: Phrases[Entry]
    idioms: Phrases[str]
    context: Mapping[str, Words]
    company: Mapping[str, Words]
    """Words at home with a kind of event, by kind."""
    status: Mapping[str, Phrases[str]]


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of a language; that of an unknown language knows no word."""
    data = language(name) if name in languages() else {}
    words, rules = data.get("words", {}), data.get("inflection", {})
    context = data.get("context", {})
    forms = words.get("forms", {})
    clause_words, verb_words = words.get("clauses", {}), words.get("verbs", {})
    return Vocabulary(
        name,
        frozenset(words.get("sentences", {}).get("abbreviations", ())),
        _Table({key: _listed(entry) for key, entry in clause_words.items()}, frozenset()),
        _Table({key: _listed(entry) for key, entry in verb_words.items()}, frozenset()),
        _verb_forms(_listed(verb_words.get("common", ())), rules),
        _Table({key: frozenset(_verb_forms(entry.split(), rules)) for key, entry in forms.items()}, frozenset()),
        Phrases(_triggers(data.get("triggers", {}), rules)),
        _phrases(context.get("idioms", ())),
        _Table({key: Words.of(entry) for key, entry in context.items() if key != "company"}, Words()),
        _Table({key: Words.of(entry) for key, entry in context.get("company", {}).items()}, Words()),
        _Table({key: _phrases(entry) for key, entry in data.get("status", {}).items()}, Phrases[str]()),
    )


class _Table(dict[str, Set]):
    """Sets by name; one that is not named is the empty one."""

    def __init__(self, sets: Mapping[str, Set], empty: Set) -> None:
        super().__init__(sets)
        self._empty = empty

    def __missing__(self, key: str) -> Set:
        return self._empty


def _listed(entry: str | Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, entry.split() if isinstance(entry, str) else entry))


def _verb_forms(verbs: Iterable[str], rules: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for verb in verbs:
        for form, tags in inflection.forms(verb, "verb", rules).items():
            found[form] = found.get(form, frozenset()) | tags
    return MappingProxyType(found)


def _phrases(lines: Iterable[str]) -> Phrases[str]:
    return Phrases((elements(line, {}), line) for line in lines)


def _triggers(data: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[tuple[list[Element], Entry]]:
    """Every form of every trigger, each with what it means."""
    classes = data.get("classes", {})
    for kind, sections in data.items():
        if kind == "classes":
            continue
        for section in _SECTIONS:
            sort = "verb" if section.endswith("verbs") else "noun"
            for phrase in sections.get(section, ()):
                for words, tags in _inflected(elements(phrase, classes), sort, rules):
                    yield words, Entry(kind, not section.startswith("weak"), sort == "verb", tags)


def _inflected(
    phrase: list[Element], sort: str, rules: Mapping[str, Any]
) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """A phrase with each form of the word that changes: the marked one, else a verb's first and a noun's last."""
    marked = [index for index, element in enumerate(phrase) if element.marked]
    at = marked[0] if marked else 0 if sort == "verb" else len(phrase) - 1
    if phrase[at].given:
        yield phrase, frozenset({"base"})
        return
    by_tags: dict[frozenset[str], set[str]] = {}
    for word in sorted(phrase[at].words.exact):
        for form, form_tags in inflection.forms(word, sort, rules).items():
            by_tags.setdefault(frozenset(form_tags), set()).add(form)
    for tags, changed in by_tags.items():
        yield [*phrase[:at], Element(Words(frozenset(changed))), *phrase[at + 1 :]], tags
    if phrase[at].words.stems:
        yield phrase, frozenset({"base"})
