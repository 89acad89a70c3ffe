"""From rows on pages to paragraphs: lines joined, words that a hyphen parts at the end of a line made whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.reading.pdf_rows import HYPHEN, Row, median

_NEAR = 5  # rows before and after that tell how wide a column is

# letters of Hebrew and Arabic, which begin at the right
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# letters that stand without blanks between words: Chinese, Japanese
_NO_BLANKS = re.compile("[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uffef]")
# ends of sentences, with what may stand behind: 'left.”', "left.)12"; not "left,"
_STOPS = re.compile(r"[.!?:؟۔。…][\"'”’»)\]]*\d{0,2}$")
# meant for "• It left", "- It left", "3. It left" and "(a) It left", not for "3 people" or "-5 degrees"
_ITEM = re.compile(r"(?:[•●▪◦■–—*·‣]|-\s|\(?(?:\d{1,3}|\w)[.)]\s)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def text_of(pages: Sequence[Sequence[Row]]) -> str:
    """The paragraphs of all pages, with an empty line between two."""
    pages = [[replace(row, text=row.text.translate(_LIGATURES)) for row in rows] for rows in pages]
    known = {word.casefold() for rows in pages for row in rows for word in _WORD.findall(row.text)}
    paragraphs: list[str] = []
    last: Row | None = None
    for rows in pages:
        breaks = list(_breaks(rows))
        for number, row in enumerate(rows):
            apart = breaks[number] if number else last is None or not _goes_on(last, row)
            if apart or last is None:
                paragraphs.append(row.text)
            else:
                paragraphs[-1] = _joined(paragraphs[-1], row.text, known)
            last = row
    return "\n\n".join(paragraph.replace(HYPHEN, "-") for paragraph in paragraphs)


def title_of(rows: Sequence[Row]) -> str:
    """The words on a first page that are clearly taller than the rest, if they are a line or two; else nothing."""
    if len(rows) < 4:
        return ""
    usual = median(row.height for row in rows)
    tallest = max((row.height for row in rows[:12] if sum(map(str.isalpha, row.text)) > 5), default=0.0)
    if tallest < 1.25 * usual:
        return ""
    tall = [row.text for row in rows[:12] if row.height > 0.95 * tallest]
    title = " ".join(tall).replace(HYPHEN + " ", "")
    return title if 8 <= len(title) <= 200 else ""


def _breaks(rows: Sequence[Row]) -> Iterator[bool]:
    """For each row whether a paragraph begins with it."""
    steps = [a.bottom - b.bottom for a, b in pairwise(rows) if 0.5 < (a.bottom - b.bottom) / a.height < 3]
    step = median(steps)
    height = median(row.height for row in rows)
    edges = [(_begin(row), _end(row)) for row in rows]
    for number in range(len(rows)):
        yield number == 0 or _begins(rows, number, step, height, edges)


def _begins(
    rows: Sequence[Row], number: int, usual: float, height: float, edges: Sequence[tuple[float, float]]
) -> bool:
    """Whether one begins with the row of this number, where lines are `usual` apart and letters of this height."""
    row = rows[number]
    last = rows[number - 1]
    if last.text.endswith(HYPHEN):
        return False
    step = last.bottom - row.bottom
    if "\t" in row.text or "\t" in last.text or _ITEM.match(row.text):
        return True
    if step < 0 or row.left > last.right or row.right < last.left:  # another column
        return not _goes_on(last, row)
    if _headline(last, row, height) and step < 1.8 * row.height:
        return False
    if step > max(1.35 * usual, 1.1 * last.height) or not 0.8 < row.height / last.height < 1.25:
        return True
    near = range(max(0, number - _NEAR), min(len(rows), number + _NEAR))
    column = [edges[one] for one in near if abs(rows[one].bottom - row.bottom) < 12 * usual]
    return _short(last, row, edges[number - 1][1], column) or _indented(number, row.height, edges, last)


def _headline(last: Row, row: Row, usual: float) -> bool:
    """Whether both are lines of one headline: equally tall, and taller than the page is."""
    return min(last.height, row.height) > 1.25 * usual and abs(last.height / row.height - 1) < 0.05


def _short(last: Row, row: Row, ended: float, column: Sequence[tuple[float, float]]) -> bool:
    """Whether the row before ended before the edge of its column, as the last of a paragraph does."""
    begin, end = min(one[0] for one in column), max(one[1] for one in column)
    first = row.text.lstrip("“\"'«(").split(" ", 1)[0]
    room = end - ended
    if room < 0.12 * (end - begin) or room < len(first) * 0.4 * row.height:
        return False
    return bool(_STOPS.search(last.text)) or not row.text[:1].islower()


def _indented(number: int, height: float, edges: Sequence[tuple[float, float]], last: Row) -> bool:
    """Whether it begins further in than the rows around it."""
    begin, inward = edges[number][0], 0.8 * height
    if begin - edges[number - 1][0] < inward:
        return False
    if number + 1 < len(edges):
        return begin - edges[number + 1][0] >= inward
    return bool(_STOPS.search(last.text))


def _goes_on(last: Row, row: Row) -> bool:
    """Whether a sentence goes on over the end of a column or page."""
    if last.text.endswith(HYPHEN) or last.text.endswith("-"):
        return True
    if _STOPS.search(last.text) or "\t" in last.text or _ITEM.match(row.text):
        return False
    unfinished = row.text[:1].islower() or last.text.endswith(",") or bool(_FROM_RIGHT.match(row.text))
    return unfinished and abs(last.height / row.height - 1) < 0.15


def _begin(row: Row) -> float:
    return -row.right if _FROM_RIGHT.search(row.text) else row.left


def _end(row: Row) -> float:
    return -row.left if _FROM_RIGHT.search(row.text) else row.right


def _joined(above: str, below: str, known: set[str]) -> str:
    """Two lines of a paragraph as one."""
    if above.endswith(HYPHEN) or (above.endswith("-") and above[-2:-1].isalpha() and below[:1].islower()):
        return above[:-1] + ("-" if _keeps_hyphen(above[:-1], below, known) else "") + below
    if _NO_BLANKS.match(above[-1:]) and _NO_BLANKS.match(below[:1]):
        return above + below
    return f"{above} {below}"


def _keeps_hyphen(above: str, below: str, known: set[str]) -> bool:
    """Whether the hyphen is the word's own: "human-rights" is elsewhere in the text, or a capital or digit follows."""
    words = _WORD.findall(above[-60:])
    after = _WORD.match(below)
    if not words or not after or not below[:1].islower() or not above[-1:].isalpha():
        return True
    before = words[-1]
    if (before + after[0]).casefold() in known:
        return False
    return f"{before}-{after[0]}".casefold() in known or "-" in before
