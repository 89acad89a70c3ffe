"""What stands before a clause as its label: "8 May:", "21:00 (19:00 GMT)", "No. 3:", "A:". The day is told beside a title."""

from app.extraction.reading import Reading

_REACH = 10
"""Words of a label."""
_DASHES = frozenset("-–—")
_SHORT = 3
"""Letters of words that may join dates: "13 to 19 July"."""
_MARK = 2
"""Letters of what only counts: "A:", "No. 3:"."""
_BRACKETS = frozenset("()[]")


def past_label(reading: Reading, first: int, last: int) -> int:
    """The first word behind a label at the beginning of a sentence; `first` where there is none."""
    if first != 0:
        return first
    reach = range(min(_REACH, last))
    colon = next((i for i in reach if _ends_label(reading, i)), None)
    if colon is not None and _is_label(reading, colon):
        return colon + 1
    clock = next((i for i in reach if not _is_of_clock(reading, i)), first)
    while clock > first and reading.sentence.words[clock - 1] in "([":
        clock -= 1
    spelt = clock in reading.date_words  # "14 December rebels took": its figures are no label
    return clock if clock < last and not spelt else first


def _ends_label(reading: Reading, i: int) -> bool:
    sentence = reading.sentence
    apart = i > 0 and sentence.starts[i] > sentence.ends[i - 1]
    return sentence.words[i] == ":" or (sentence.words[i] in _DASHES and apart and i not in reading.date_words)


def _is_label(reading: Reading, colon: int) -> bool:
    """Whether all before a colon is a date, or a letter or number that only counts."""
    words = reading.sentence.words
    told = [words[i] for i in range(colon) if words[i][0].isalnum() and i not in reading.date_words]
    dated = any(i in reading.date_words for i in range(colon))
    return (0 in reading.date_words and ":" in words[0]) or all(
        word.isdigit() or len(word) <= (_SHORT if dated else _MARK) for word in told
    )


def _is_of_clock(reading: Reading, i: int) -> bool:
    """Whether a word belongs to a time or date in figures: "21:00", "24.02", "(19:00 GMT)"."""
    word = reading.sentence.words[i]
    zone = word.isupper() and len(word.rstrip("'’")) > 1  # not "À l'été", "L'an dernier"
    figures = word[0].isdigit() or zone or not word[0].isalnum()
    return word in _BRACKETS or (i in reading.date_words and figures)
