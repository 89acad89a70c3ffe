"""Where a part of a laid-out text stands, also in lines that mix directions."""

import re

from PySide6.QtGui import QTextLayout, QTextLine

_RIGHT_TO_LEFT = re.compile(
    # "قال" and "שלום"; not "said"
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
)


def runs_both_ways(text: str) -> bool:
    """Whether a text holds letters that are written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def stretches(layout: QTextLayout, start: int, end: int, both_ways: bool) -> list[tuple[float, float, float]]:
    """Left, right and baseline of each stretch that positions cover: several in a line that mixes directions.

    The space at which a line breaks hangs behind its words and belongs to none of them.
    """
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        base, words = line.y() + line.ascent(), line.naturalTextRect()
        parts = _mixed(line, first, last) if both_ways else [_plain(line, first, last)]
        cut = ((max(left, words.left()), min(right, words.right())) for left, right in parts)
        found += [(left, right, base) for left, right in cut if left < right]
    return found


def _plain(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    return line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]


def _mixed(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """By the glyphs: at the end of a run the cursor stands where the next one begins, elsewhere in the line."""
    boxes = (run.boundingRect() for run in line.glyphRuns(first, last - first))
    return [(box.left(), box.right()) for box in boxes if box.width() > 0]
