"""Numbers written in words or digits, from the values of their tokens."""

from collections.abc import Sequence

from app.extraction.lexicon import Entry, Value

UNKNOWN = "X"


def number_of(entries: Sequence[Entry]) -> Value:
    """The number that tokens say together ("one hundred and fifty", "5 1/2"), or "X" for an unknown one ("several")."""
    total, current, seen, last, divided = 0.0, 0.0, False, 0.0, False
    for entry in entries:
        values = entry.values
        if divided and values.get("NUM"):
            current += last / float(values["NUM"]) - last
            divided = False
            continue
        divided = "=/" in values
        last = last if divided else float(values.get("NUM", 0))
        if "VAGUE" in values:
            return UNKNOWN
        if "MULTIPLIER" in values:
            factor = float(values["MULTIPLIER"])
            current = (current or 1) * factor
            total, current = (total + current, 0.0) if factor >= 1000 else (total, current)
            seen = True
        elif "FRACTION" in values:
            current, seen = current + float(values["FRACTION"]), True
        elif "NUM" in values:
            current, seen = current + float(values["NUM"]), True
    number = total + current if seen else 1.0
    return int(number) if number == int(number) else number


def year_of_words(entries: Sequence[Entry]) -> int:
    """A year said as two numbers ("nineteen seventy-nine") or as one ("two thousand and five")."""
    numbers = [int(entry.values["NUM"]) for entry in entries if "NUM" in entry.values]
    if any("MULTIPLIER" in entry.values for entry in entries):
        return int(number_of(entries))
    return numbers[0] * 100 + sum(numbers[1:])
