"""The words by which a language reports events, built once from its data: triggers, idioms, words of status and clause."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from app.extraction import inflection
from app.extraction.letters import folded
from app.extraction.phrases import LONGEST_GAP, PLAIN_GAP, Element, Gap, Phrases, Words, both_ways, elements
from app.extraction.proclitics import Proclitics
from app.extraction.sentences import Spelling, words_of
from resources.languages import language, languages

Set = TypeVar("Set")

_OPENERS = ("determiners", "subjects", "prepositions", "subordinators", "coordinators", "asides")
_SECTIONS = ("verbs", "weak_verbs", "nouns", "weak_nouns")
_FUNCTION_WORDS = ("determiners", "prepositions", "subordinators", "coordinators", "relatives")
_JOINING = ("coordinators", "complementizers", "relatives", "subordinators")
_SMALL = ("prepositions", "coordinators", "subordinators", "relatives", "articles")
_MOST_REMEMBERED = 50_000


class Entry(NamedTuple):
    """What a trigger means: an event of a kind. `tags` are the forms that its word can be ("past", "ing", "plural").

    `led` is a verb with its subject before it: "rebels entered".
    """

    kind: str
    strong: bool
    verb: bool
    tags: frozenset[str]
    led: bool = False


class Holding(dict[str, frozenset[str]]):
    """The names of the sets that hold a word, remembered: most words of a text come again."""

    def __init__(self, sets: Mapping[str, Words]) -> None:
        super().__init__()
        self._sets = sets

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[word] = found = frozenset(name for name, words in self._sets.items() if word in words)
        return found


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language. A set that its data do not name is empty."""

    language: str
    spelling: Spelling
    habits: frozenset[str]
    """What the language does as others do not: "verbs_like_nouns", "capital_nouns" … (see words.toml)."""
    clause_words: Mapping[str, frozenset[str]]
    verb_words: Mapping[str, frozenset[str]]
    verb_forms: Mapping[str, frozenset[str]]
    forms: Mapping[str, Words]
    """All forms of the verbs of a set: "reporting", "plain_reporting" (no object but what is said), "phases" …"""
    triggers: Phrases[Entry]
    idioms: Phrases[str]
    context: Mapping[str, Words]
    company: Mapping[str, Words]
    """Words at home with a kind of event, by kind."""
    status: Mapping[str, Phrases[str]]
    cues: Phrases[str]
    """The phrases of all sets of `status` at once; each means the name of its set."""

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that only join or point: articles, prepositions and conjunctions."""
        return self.any_of(*_FUNCTION_WORDS)

    @cached_property
    def past_forms(self) -> frozenset[str]:
        """Forms of verbs that tell what was."""
        return frozenset(form for form, tags in self.verb_forms.items() if "past" in tags)

    @cached_property
    def joining(self) -> frozenset[str]:
        """Words before which a clause may begin."""
        return self.any_of(*_JOINING)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that say nothing at the end of a line."""
        return self.any_of(*_SMALL)

    def any_of(self, *names: str) -> frozenset[str]:
        """The words of several sets of clause words together."""
        return frozenset().union(*(self.clause_words[name] for name in names))

    @cached_property
    def forms_of(self) -> Holding:
        """The sets of `forms` that hold a word."""
        return Holding(self.forms)

    @cached_property
    def context_of(self) -> Holding:
        """The sets of `context` that hold a word."""
        return Holding(self.context)

    @cached_property
    def kinds_of(self) -> Holding:
        """The kinds of event at which a word is at home."""
        return Holding(self.company)

    @cached_property
    def like_verbs(self) -> Holding:
        """What lets a word be taken for a verb; nothing does for most."""
        ends = Words(endings=tuple(ending for ending in self.verb_endings))
        known = Words(frozenset(self.verb_forms) | self.verb_words["auxiliaries"])
        return Holding({"known": known, "by ending": ends})

    @cached_property
    def verb_endings(self) -> tuple[str, ...]:
        """Endings by which unknown words are known as verbs."""
        return tuple(self.verb_words["endings"])

    @cached_property
    def plural_endings(self) -> tuple[str, ...]:
        """Endings by which nouns are known as plurals."""
        return tuple(self.clause_words["plural_endings"])


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of a language; that of an unknown language knows no word."""
    data = language(name) if name in languages() else {}
    words, rules = data.get("words", {}), data.get("inflection", {})
    context = data.get("context", {})
    forms, spelling = words.get("forms", {}), _spelling(words)
    clause_words, verb_words = words.get("clauses", {}), words.get("verbs", {})
    longest = int(words.get("sentences", {}).get("longest_gap", LONGEST_GAP))
    gap = Gap(longest, PLAIN_GAP.closing | _listed(clause_words.get("gap_closers", ())))
    entries = list(_triggers(data.get("triggers", {}), rules, spelling.elisions))
    made = Vocabulary(
        name,
        spelling,
        frozenset(words.get("habits", ())),
        _Table({key: _listed(entry) for key, entry in clause_words.items()}, frozenset()),
        _Table({key: _listed(entry) for key, entry in verb_words.items()}, frozenset()),
        _verb_forms(_listed(verb_words.get("common", ())), rules),
        _Table({key: _forms(entry, rules) for key, entry in forms.items()}, Words()),
        Phrases(entries, gap),
        _phrases(context.get("idioms", ()), spelling.elisions, gap),
        _Table(_context(context), Words()),
        _Table({key: Words.of(entry) for key, entry in context.get("company", {}).items()}, Words()),
        _Table(
            {key: _phrases(entry, spelling.elisions, gap) for key, entry in data.get("status", {}).items()},
            Phrases[str](),
        ),
        _named_phrases(data.get("status", {}), spelling.elisions, gap),
    )
    proclitics = frozenset(words.get("sentences", {}).get("proclitics", ()))
    if not proclitics:
        return made
    known = _known(made, (element for phrase, _ in entries for element in phrase), data.get("status", {}))
    return replace(made, spelling=replace(spelling, proclitics=Proclitics(proclitics, known, _stems(made))))


def _stems(made: Vocabulary) -> tuple[str, ...]:
    """The beginnings of words that the context of events is known by."""
    tables = (made.context, made.company)
    return tuple(sorted({stem for table in tables for words in table.values() for stem in words.stems}))


def _known(made: Vocabulary, triggers: Iterable[Element], status: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every word that the data of a language hold, by which those that are written as one are told apart."""
    tables = (made.clause_words, made.verb_words)
    of_status = (word for lines in status.values() for line in lines for word in words_of(line))
    return frozenset(
        chain(
            made.verb_forms,
            of_status,
            (word for table in tables for words in table.values() for word in words),
            (word for element in triggers for word in element.words.exact),
            (
                word
                for table in (made.forms, made.context, made.company)
                for words in table.values()
                for word in words.exact
            ),
        )
    )


def _spelling(words: Mapping[str, Any]) -> Spelling:
    given, sets = words.get("sentences", {}), words.get("clauses", {})
    openers = frozenset().union(*(_listed(sets.get(name, ())) for name in _OPENERS))
    return Spelling(
        frozenset(given.get("abbreviations", ())),
        frozenset(given.get("elisions", ())),
        openers=openers if "dotted_ordinals" in words.get("habits", ()) else None,
    )


class _Table(dict[str, Set]):
    """Sets by name; one that is not named is the empty one."""

    def __init__(self, sets: Mapping[str, Set], empty: Set) -> None:
        super().__init__(sets)
        self._empty = empty

    def __missing__(self, key: str) -> Set:
        return self._empty


def _context(data: Mapping[str, Any]) -> dict[str, Words]:
    """Sets of words by name; without words that are at home in reports alone, `core`, all of conflict and diplomacy are."""
    sets = {key: Words.of(entry) for key, entry in data.items() if key not in {"company", "idioms"}}
    return {"core": Words.of([*data.get("conflict", ()), *data.get("diplomacy", ())]), **sets}


def _listed(entry: str | Iterable[str]) -> frozenset[str]:
    return frozenset(map(folded, entry.split() if isinstance(entry, str) else entry))


def _verb_forms(verbs: Iterable[str], rules: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for verb in verbs:
        for table in (inflection.forms(verb, "verb", rules), inflection.parted(verb, rules)[1]):
            for form, tags in table.items():
                found[form] = found.get(form, frozenset()) | tags
    return MappingProxyType(found)


def _forms(verbs: str, rules: Mapping[str, Any]) -> Words:
    """All forms of the verbs; those that data give by their stem stay so."""
    listed = folded(verbs).split()
    stems = [verb for verb in listed if "*" in verb]
    return Words.of([*stems, *_verb_forms((verb for verb in listed if "*" not in verb), rules)])


def _phrases(lines: Iterable[str], elisions: frozenset[str], gap: Gap) -> Phrases[str]:
    return Phrases(((elements(one, {}, elisions), line) for line in lines for one in both_ways(line)), gap)


def _named_phrases(data: Mapping[str, Iterable[str]], elisions: frozenset[str], gap: Gap) -> Phrases[str]:
    """The phrases of several sets, each with the name of its set."""
    return Phrases(
        (
            (elements(one, {}, elisions), name)
            for name, lines in data.items()
            for line in lines
            for one in both_ways(line)
        ),
        gap,
    )


def _triggers(
    data: Mapping[str, Any], rules: Mapping[str, Any], elisions: frozenset[str]
) -> Iterator[tuple[list[Element], Entry]]:
    """Every form of every trigger, each with what it means."""
    classes = data.get("classes", {})
    for kind, sections in data.items():
        if kind == "classes":
            continue
        for section in _SECTIONS:
            sort = "verb" if section.endswith("verbs") else "noun"
            for phrase in (one for line in sections.get(section, ()) for one in both_ways(line)):
                parts = elements(phrase, classes, elisions)
                led = sort == "verb" and parts[0].given and any(part.marked for part in parts[1:])
                for words, tags in _inflected(parts, sort, rules):
                    yield words, Entry(kind, not section.startswith("weak"), sort == "verb", tags, led)


def _inflected(
    phrase: list[Element], sort: str, rules: Mapping[str, Any]
) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """A phrase with each form of the word that changes: the marked one, else a verb's first and a noun's last."""
    marked = [index for index, element in enumerate(phrase) if element.marked]
    at = marked[0] if marked else 0 if sort == "verb" else len(phrase) - 1
    if phrase[at].given:
        yield phrase, frozenset({"base"})
        return
    words = phrase[at].words
    for tags, changed in _by_tags(inflection.forms(word, sort, rules) for word in sorted(words.exact)).items():
        yield [*phrase[:at], Element(Words(changed)), *phrase[at + 1 :]], tags
    for tags, changed in _by_tags(inflection.forms(word, sort, rules) for word in words.endings).items():
        yield [*phrase[:at], Element(Words(endings=tuple(sorted(changed)))), *phrase[at + 1 :]], tags
    if words.stems:
        yield [*phrase[:at], Element(Words(stems=words.stems)), *phrase[at + 1 :]], frozenset({"stem"})
    if sort == "verb":
        yield from _parted(phrase, at, rules)


def _parted(phrase: list[Element], at: int, rules: Mapping[str, Any]) -> Iterator[tuple[list[Element], frozenset[str]]]:
    """The phrase with the particle of its verb at the end of the clause: "legten … die Waffen … nieder"."""
    ends = Words.of(rules.get("after_particle", ()))
    for word in sorted(phrase[at].words.exact):
        particles, found = inflection.parted(word, rules)
        last = [Element(Words(frozenset({one})), before=ends) for one in particles[-1:]]
        tail = [Element(Words(), gap=True), *(Element(Words(frozenset({one}))) for one in particles[:-1]), *last]
        for tags, changed in _by_tags([found]).items():
            yield [*phrase[:at], Element(Words(changed)), *phrase[at + 1 :], *tail], tags


def _by_tags(tables: Iterable[inflection.Forms]) -> dict[frozenset[str], frozenset[str]]:
    """Forms that can be the same, together."""
    found: dict[frozenset[str], set[str]] = {}
    for table in tables:
        for form, tags in table.items():
            found.setdefault(frozenset(tags), set()).add(form)
    return {tags: frozenset(changed) for tags, changed in found.items()}
