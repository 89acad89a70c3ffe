"""The bar that asks for an article's publication date: what waits for it, the best guess and why, another date."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from storage.model import Published
from storage.moment import Moment
from storage.when import When
from widgets import dates
from widgets.date_field import DateField, Reader
from widgets.flow import FlowLayout
from widgets.icons import Picture
from widgets.pieces import button, ground, label, text_left
from widgets.runs import DATED, Run, RunsLabel

RIGHT, FIELD_WIDTH, LEAST_WORDS = 20, 160, 220
QUESTION = "When was this published?"


class AskBar(QWidget):
    """`set_question` fills it; the answer comes by `date_chosen` with a Moment, or by `dismissed`."""

    date_chosen = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guess: Published | None = None
        self._asked: Hashable = None
        self._question = label(QUESTION, role="panel_when", weight="strong")
        self._waiting = label("", "secondary", wrap=True)
        self._use = button("", "primary")
        self.field = DateField("Another date")
        self.field.setFixedWidth(FIELD_WIDTH)
        self._leave = button("Leave undated", "link")
        self._reason = RunsLabel("label", "secondary", 18, 13.5)
        self._answers = QWidget()
        self._margins: list[QLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._reason_row = self._reason_bar()
        column.addWidget(self._reason_row)
        self._use.clicked.connect(self._use_guess)
        self.field.entered.connect(self._typed)
        self.field.cancelled.connect(lambda: self.field.set_text(""))
        self._leave.clicked.connect(self._dismiss)

    def set_reader(self, read: Reader) -> None:
        """What understands a typed date."""
        self.field.set_reader(read)

    def set_question(
        self, words: tuple[str, ...], guess: Published | None, reason: str = "", article: int | None = None
    ) -> None:
        """`words` are those that wait; the guess is offered only where there is one, with the reason for it.

        The same question about the same article leaves alone what is being typed.
        """
        if self._is_asked((article, words, guess, reason)):
            return
        self._guess = guess
        self._answers.show()
        self._question.setText(QUESTION)
        self._leave.setText("Leave undated")
        self._waiting.setText(waiting(words))
        self._use.setVisible(guess is not None)
        if guess:
            self._use.setText(f"Use {dates.day(guess.day.date())}")
        self._reason.set_runs(_reason(reason, guess))
        self._reason_row.setVisible(bool(reason))
        self.field.set_text("")
        self._fit()

    def set_change(self, published: Published, resting: int, article: int | None = None) -> None:
        """Ask for another day in place of the one that is known, on which `resting` dates rest."""
        if self._is_asked((article, published, resting)):
            return
        self._guess = None
        self._answers.show()
        self._question.setText("Change the publication date")
        self._waiting.setText(at_stake(dates.day(published.day.date()), resting))
        self._use.hide()
        self._reason_row.hide()
        self._leave.setText("Keep it")
        self.field.set_text("")
        self._fit()

    def set_dating(self, published: Published) -> None:
        """Say that the article is being dated; there is nothing to answer meanwhile."""
        self._asked = None
        self._question.setText(f"Setting {dates.day(published.day.date())} …")
        self._waiting.setText("The text is read again, counted from that day.")
        self._answers.hide()
        self._reason_row.hide()

    def focus_first(self) -> None:
        """Put the keyboard on the guess, or on the field where there is none."""
        target = self._use if self._guess else self.field.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_asked(self, question: Hashable) -> bool:
        """Whether that is being asked already; if not, it is from now on."""
        before, self._asked = self._asked, question
        return before == question

    def _answer(self, day: Moment) -> None:
        self._asked = None  # asked again, the field begins empty
        self.date_chosen.emit(day)

    def _dismiss(self) -> None:
        self._asked = None
        self.dismissed.emit()

    def _use_guess(self) -> None:
        if self._guess:
            self._answer(self._guess.day.date())

    def _typed(self, when: When) -> None:
        moment = one_day(when)
        if moment is None:
            self.field.complain("A publication date is one day, such as 14 Dec 2016.")
            return
        self._answer(moment)

    def _bar(self) -> QFrame:
        made = QFrame()
        ground(made, "attention")
        made.setProperty("edge", "warn")
        whole = QVBoxLayout(made)
        whole.setContentsMargins(RIGHT, 13, RIGHT, 13)
        whole.setSpacing(3)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        whole.addLayout(self._row)
        whole.addWidget(self.field.note)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._question)
        words.addWidget(self._waiting)
        self._row.addLayout(words, 1)
        flow = FlowLayout(self._answers, gap=10, line_gap=8)
        for part in (self._use, self.field, self._leave):
            flow.addWidget(part)
        self._row.addWidget(self._answers)
        self._margins.append(whole)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand beside the question where there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        start = text_left(self.width())
        beside = self.width() >= start + LEAST_WORDS + self._answers.sizeHint().width() + RIGHT
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        self.field.note.setAlignment(right if beside else left)
        for layout in self._margins:
            margins = layout.contentsMargins()
            margins.setLeft(start)
            layout.setContentsMargins(margins)

    def _reason_bar(self) -> QFrame:
        made = QFrame()
        made.setProperty("edge", "under")
        row = QHBoxLayout(made)
        row.setContentsMargins(RIGHT, 8, RIGHT, 8)
        row.setSpacing(7)
        row.addWidget(Picture("info", size=15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._reason, 1)
        self._margins.append(row)
        return made


def waiting(words: tuple[str, ...]) -> str:
    """The sentence that names the first two of the words that wait."""
    if not words:
        return "Without that day, its place in time is not known."
    named = [f"“{word}”" for word in words[:2]]
    more = len(words) - len(named)
    rest = f" and {more} more"
    told = ", ".join(named) + rest if more else " and ".join(named)
    return f"{told} can only be read from that day."


def at_stake(day: str, resting: int) -> str:
    """What a change would do."""
    if not resting:
        return f"No date rests on {day}."
    rest = "1 date rests" if resting == 1 else f"{resting:,} dates rest"
    return f"{rest} on {day} and will be read again. Dates you corrected by hand stay as they are."


def one_day(when: When) -> Moment | None:
    """The day, where the date is a single one."""
    if when.earliest is None or when.latest is None or when.earliest.day != when.latest.day:
        return None
    return when.earliest.date()


def _reason(reason: str, guess: Published | None) -> list[Run]:
    """The reason with the words that say it set as a date in the source."""
    words = guess.words if guess else ""
    if not words or words not in reason:
        return [Run(reason)]
    before, _, after = reason.partition(words)
    return [Run(before), Run(words, DATED), Run(after)]
