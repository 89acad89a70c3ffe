"""A form for what a file does not say, or says wrongly, of its article: title, publisher and author."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from storage.model import Article
from widgets.fonts import font
from widgets.pieces import button, ground, label, outset

WIDTH = 460
PROMISE = "This is one step and can be undone. The text of the article and its original file stay as they are."


LONGEST, MOST_WORDS = 60, 8
"""A line that is longer names no publisher."""


class ArticleForm(QDialog):
    """`saved` tells title, publisher and author as they were typed; a title is needed, the others may stay empty."""

    saved = Signal(str, str, str)

    def __init__(self, article: Article, publishers: Sequence[str], parent: QWidget | None = None) -> None:
        """`publishers` are offered while one is typed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Edit the article")
        self.setMinimumWidth(WIDTH)
        ground(self, "window")
        self.title, self.publisher, self.author = QLineEdit(), QLineEdit(), QLineEdit()
        self._save = button("Save", "primary")
        self._named = "" if article.publisher else second_line(article.text)
        self._use = button(f"Use “{self._named}”", "link", tip="The second line of the text")
        self._use.clicked.connect(lambda: self.publisher.setText(self._named))
        known = QCompleter(list(publishers), self)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        known.setFilterMode(Qt.MatchFlag.MatchContains)
        self.publisher.setCompleter(known)
        self._place()
        for field, words in (
            (self.title, article.title),
            (self.publisher, article.publisher),
            (self.author, article.author),
        ):
            field.setText(words)
            field.setCursorPosition(0)
        self.title.textChanged.connect(lambda: self._save.setEnabled(bool(self.title.text().strip())))
        self._save.clicked.connect(self.save)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into title, publisher or author, with its words selected."""
        field: QLineEdit = getattr(self, name)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def save(self) -> None:
        """Tell what was typed, and close."""
        title, publisher, author = (" ".join(one.text().split()) for one in (self.title, self.publisher, self.author))
        if title:
            self.saved.emit(title, publisher, author)
            self.accept()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(4)
        for name, field in (("Title", self.title), ("Publisher", self.publisher), ("Author", self.author)):
            named = label(name, "tertiary", "caption", "strong")
            named.setBuddy(field)
            field.setAccessibleName(name)
            field.setFont(font("interface"))
            column.addWidget(named)
            column.addWidget(field)
            if field is self.publisher and self._named:
                column.addLayout(outset(self._use))
            column.addSpacing(8)
        column.addWidget(label(PROMISE, "secondary", "label", wrap=True))
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(10)
        leave = button("Cancel", "line")
        leave.setAutoDefault(False)
        self._save.setDefault(True)
        leave.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._save)
        column.addLayout(row)


def second_line(text: str) -> str:
    """Where papers often name themselves: the line below the headline, if it is short and no sentence or date."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()]
    line = lines[1] if len(lines) > 2 else ""
    fits = len(line) <= LONGEST and len(line.split()) <= MOST_WORDS and line[-1:] not in ".!?:,;…"
    return line if fits and not any(map(str.isdigit, line)) else ""
