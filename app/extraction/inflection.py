"""The forms of a word by the rules and exceptions of a language's data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Forms = dict[str, set[str]]
"""Each form with its tags: {"shot": {"past", "participle"}}."""

_SEAM = "-"
_PARTICIPLE = "participle"
_INFINITIVE = "infinitive"
_BOUND = frozenset({_PARTICIPLE, _INFINITIVE})
"""Tags of forms that a particle is never parted from."""


def forms(word: str, sort: str, rules: Mapping[str, Any]) -> Forms:
    """All forms of a verb or noun as one word. A language without rules for the sort has the word itself alone.

    Where particles can be parted from their verbs, data write them with a hyphen: "an-greifen" is "angreifen".
    """
    particle, verb = _parts(word, sort, rules)
    found = {particle + form: tags for form, tags in _forms(verb, sort, rules).items()}
    if particle and "infinitive_prefix" in rules:
        found[f"{particle}{rules['infinitive_prefix']}{verb}"] = {_INFINITIVE}
    return found


def parted(word: str, rules: Mapping[str, Any]) -> tuple[list[str], Forms]:
    """The particles of a verb and the forms that can stand without them: "griffen … an"; none where nothing is parted."""
    particle, verb = _parts(word, "verb", rules)
    if not particle:
        return [], {}
    found = {form: tags - _BOUND for form, tags in _forms(verb, "verb", rules).items()}
    return word.rpartition(_SEAM)[0].split(_SEAM), {form: tags for form, tags in found.items() if tags}


def _parts(word: str, sort: str, rules: Mapping[str, Any]) -> tuple[str, str]:
    """The particle of a verb, without hyphens, and the verb."""
    if sort != "verb" or not rules.get("separable"):
        return "", word
    particle, _, verb = word.rpartition(_SEAM)
    return particle.replace(_SEAM, ""), verb


def _forms(word: str, sort: str, rules: Mapping[str, Any]) -> Forms:
    table: Mapping[str, Sequence[tuple[str, str]]] = rules.get(sort, {"word": [("", "")]})
    irregular: Mapping[str, list[str]] = rules.get("irregular", {}).get(word, {}) if sort == "verb" else {}
    found: Forms = {}
    for tag, endings in table.items():
        prefix, stem = _prefix(word, tag, rules), _stem(word, tag, sort, rules)
        for form in irregular.get(tag) or (prefix + one for one in _changed(stem, endings, rules, sort)):
            for begun in _begun(form, rules.get("beginnings", {}).get(sort, {}).get(tag, ())):
                found.setdefault(begun, set()).add(tag)
    return found


def _stem(word: str, tag: str, sort: str, rules: Mapping[str, Any]) -> str:
    """The word, or of two stems with a hyphen between them the one of the tag: "قول" for "يقول" of "قال-قول"."""
    second = rules.get("second_stem", {}).get(sort, ())
    if not second or _SEAM not in word:
        return word
    first, _, other = word.partition(_SEAM)
    return other if tag in second else first


def _begun(form: str, beginnings: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The form with the beginnings of the first rule that fits; "a|b" in a rule gives both: "يقصف" and "تقصف"."""
    for beginning, changes in beginnings:
        if form.startswith(beginning):
            yield from (change + form[len(beginning) :] for change in changes.split("|"))
            return
    yield form


def _prefix(word: str, tag: str, rules: Mapping[str, Any]) -> str:
    """What stands before a participle: "ge" of "gegriffen"; nothing before "begriffen" and "kritisiert"."""
    unmarked = word.startswith(tuple(rules.get("unmarked_prefixes", ()))) or word.endswith(
        tuple(rules.get("unmarked_endings", ()))
    )
    return str(rules.get("participle_prefix", "")) if tag == _PARTICIPLE and not unmarked else ""


def _changed(word: str, endings: Sequence[tuple[str, str]], rules: Mapping[str, Any], sort: str) -> Iterator[str]:
    """The word with the ending of the first rule that fits; "a|b" in a rule gives both."""
    last = word.rpartition(_SEAM)[2]
    doubled = word + word[-1] if last in rules.get("doubling", {}).get(sort, ()) else word
    for ending, changes in endings:
        if word.endswith(ending):
            for change in changes.split("|"):
                base = doubled if not ending and change[:1] in {"e", "i"} else word
                yield base[: len(base) - len(ending)] + change
            return
    yield word
