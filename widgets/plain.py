"""Foreign words on their way into parts of Qt that would read them as more than words: HTML in tooltips, keys in captions."""

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """A tooltip that shows these words: Qt takes a tooltip for HTML where it looks like that, and opens the images it names."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def caption(text: str) -> str:
    """Words of a button or menu entry, where a single & would mark a key: "Smith & Sons" keeps its &."""
    return text.replace("&", "&&")
