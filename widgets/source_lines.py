"""How the lines of a source text are spaced: the same distance whatever the script, and a gap after each paragraph."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from resources.themes import measures

PARAGRAPH_GAP, EMPTY_LINE, TOP, BOTTOM = 8, 2, 12, 24


def space_lines(document: QTextDocument) -> None:
    """25 from line to line, a gap after each paragraph, and room above and below."""
    spacing = QTextBlockFormat()
    line = measures()["font"]["line"]["source_text"]
    spacing.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    spacing.setBottomMargin(PARAGRAPH_GAP)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spacing)
    _close_empty_lines(document)
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(TOP)
    frame.setBottomMargin(BOTTOM)
    document.rootFrame().setFrameFormat(frame)


def _close_empty_lines(document: QTextDocument) -> None:
    """An empty line between paragraphs is a gap, not a line; it keeps its place in the text."""
    gap = QTextBlockFormat()
    gap.setLineHeight(EMPTY_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    gap.setBottomMargin(0)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            QTextCursor(block).mergeBlockFormat(gap)
        block = block.next()
