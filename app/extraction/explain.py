"""Sentence by sentence what was seen in a text and why: dates with rule and anchor, triggers, clauses and their scores.

For whoever improves the extraction: a missing event shows where it was lost, a wrong one which rule spoke for it.
"""

from collections.abc import Iterator, Sequence

from app.extraction.events import Candidate
from app.extraction.extract import see
from app.extraction.reading import Reading
from app.extraction.scoring import ENOUGH
from app.extraction.settling import Happening
from app.extraction.triggers import Trigger
from storage.model import DateExpression, Dating, Published

_COLUMN = 10


def explain(text: str, published: Published | None, language: str | None = None) -> Iterator[str]:
    """Lines for a person to read: a block for each sentence that holds a date, a trigger or an event."""
    seen = see(text, published, language)
    yield f"language {seen.words.language or 'unknown'}, published {published.day.iso() if published else 'unknown'}"
    settled = _settled(seen.happenings)
    waiting = list(reversed(seen.candidates))
    for number, reading in enumerate(seen.readings, 1):
        own: list[Candidate] = []
        while waiting and waiting[-1].reading is reading:
            own.append(waiting.pop())
        if reading.dates or reading.durations or reading.triggers:
            yield ""
            yield from _sentence(number, text, reading, own, settled)


def _settled(happenings: Sequence[Happening]) -> dict[tuple[int, int], str]:
    """What became of clauses, by the beginning of their sentence and of their core."""
    found: dict[tuple[int, int], str] = {}
    for happening in happenings:
        found[_key(happening.told)] = "an event"
        for other in happening.again:
            found[_key(other)] = f"tells again of “{_short(_words(happening.told))}”"
    return found


def _key(candidate: Candidate) -> tuple[int, int]:
    return candidate.reading.sentence.span.start, candidate.clause.core.start


def _sentence(
    number: int, text: str, reading: Reading, candidates: Sequence[Candidate], settled: dict[tuple[int, int], str]
) -> Iterator[str]:
    span = reading.sentence.span
    heading = " (heading)" if reading.sentence.heading else ""
    yield f"[{number}] {span.start}–{span.end}{heading}  {' '.join(span.of(text).split())}"
    for date in (*reading.dates, *reading.durations):
        yield _line("date", _date(date.expression))
    for trigger in reading.triggers:
        yield _line("trigger", _trigger(reading, trigger))
    told = {id(one.clause): one for one in candidates}
    for clause in reading.clauses:
        words = " ".join(reading.sentence.words[i] for i in clause.indices)
        yield _line("clause", f"“{_short(words)}” ({clause.core.link.value})")
        candidate = told.get(id(clause))
        for line in (
            _candidate(candidate, settled)
            if candidate
            else ("no event: it has no trigger and no date of one, or only tells of when another clause is",)
        ):
            yield _line("", line)


def _line(word: str, told: str) -> str:
    return f"    {word:<{_COLUMN}}{told}"


def _date(date: DateExpression) -> str:
    dating = date.dating
    rule = f", rule {dating.rule}" if dating else ""
    return f"“{date.text}” → {date.value} ({date.kind.value}{rule}){_why(dating)}"


def _why(dating: Dating | None) -> str:
    if dating is None:
        return ""
    others = "".join(f"; or {one.when.edtf} {one.reason}" for one in dating.alternatives)
    return f": {dating.why}{others}"


def _trigger(reading: Reading, trigger: Trigger) -> str:
    words = " ".join(reading.sentence.words[trigger.start : trigger.end])
    entry = trigger.entry
    sort = f"{'strong' if entry.strong else 'weak'} {'verb' if entry.verb else 'noun'}"
    return f"“{words}” {entry.kind}, {sort} ({', '.join(sorted(entry.tags))}), weight {trigger.weight:g}"


def _candidate(candidate: Candidate, settled: dict[tuple[int, int], str]) -> Iterator[str]:
    choice = candidate.choice
    yield f"{candidate.kind}, {candidate.status.value}, date {choice.source.value}{_why(choice.dating)}"
    verdict = settled.get(_key(candidate))
    if verdict is None:
        verdict = "no event" if candidate.score < ENOUGH else "no event: another clause or a headline tells it"
    yield f"score {candidate.score:.2f} of {ENOUGH:g}: {verdict}"


def _words(candidate: Candidate) -> str:
    return " ".join(candidate.reading.sentence.words[i] for i in candidate.clause.indices)


def _short(words: str, longest: int = 90) -> str:
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
