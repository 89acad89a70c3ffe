"""Small parts that every pane is built from: labels, buttons, rules."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from resources.themes import measures
from widgets import plain
from widgets.fonts import LABEL, REGULAR, STRONG, font
from widgets.icons import set_icon


def label(
    text: str = "", tone: str = "primary", role: str = "interface", weight: str = REGULAR, wrap: bool = False
) -> QLabel:
    """Words that are shown as they are, never read as HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("tone", tone)
    made.setFont(font(role, weight))
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


class Elided(QLabel):
    """One line that is shortened at its end where room is short; `text()` stays whole."""

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(36, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many words as there is room for."""
        painter, rect = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


def elided(text: str, tone: str = "primary", role: str = "interface", weight: str = REGULAR) -> Elided:
    """Words in one line that may be shortened."""
    made = Elided(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("tone", tone)
    made.setFont(font(role, weight))
    made.setToolTip(plain.tip(text))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def pill(text: str = "", look: str = "plain") -> QLabel:
    """A state in a rounded frame; `warn` for what waits for the user."""
    made = label(text, role="small", weight=REGULAR if look == "plain" else STRONG)
    made.setProperty("pill", look)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setIndent(0)
    made.setFixedHeight(20 if look == "plain" else 18)
    return made


def button(text: str, look: str = "line", icon: str = "", tip: str = "", size: str = "") -> QPushButton:
    """A button with words. Looks: primary, line, flat, choice, link, chip, word, plain, big, bigprimary."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    strong = look in ("primary", "bigprimary", "link")
    usual = {"link": "label", "chip": "label", "word": "lane_header"}.get(look, "interface")
    made.setFont(font(size or usual, STRONG if strong else REGULAR if look == "word" else LABEL))
    made.setToolTip(plain.tip(tip))
    if icon:
        set_icon(made, icon, "on_accent" if look in ("primary", "bigprimary") else "primary", pad=3)
    return made


def tool(icon: str, name: str, tip: str = "") -> QToolButton:
    """A square button with an icon only; `name` is what a screen reader says."""
    made = QToolButton()
    side = measures()["layout"]["button_height"]
    made.setFixedSize(side, side)
    made.setIconSize(QSize(16, 16))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name)
    made.setToolTip(plain.tip(tip or name))
    set_icon(made, icon)
    return made


def rule() -> QFrame:
    """A hairline from side to side."""
    made = QFrame()
    made.setProperty("rule", True)
    made.setFixedHeight(1)
    return made


def ground(widget: QWidget, name: str) -> None:
    """Let the style sheet fill a plain widget: window, canvas, attention."""
    widget.setProperty("ground", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def header(text: str) -> QHBoxLayout:
    """A line 30 high that names what is below it."""
    row = QHBoxLayout()
    row.setSpacing(2)
    name = label(text, "tertiary", "caption", "strong")
    name.setFixedHeight(30)
    row.addWidget(name)
    row.addStretch(1)
    return row


OUT = 4
"""Buttons without a frame reach out by so much on either side, so that their words stand in line with others."""


def outset(part: QWidget) -> QHBoxLayout:
    """A line for a button without a frame."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, OUT, 0)
    row.addWidget(part)
    row.addStretch(1)
    return row


def inset(part: QWidget) -> QHBoxLayout:
    """A line for anything else, in line with the words of such buttons."""
    row = QHBoxLayout()
    row.setContentsMargins(OUT, 0, OUT, 0)
    row.addWidget(part)
    return row


def text_left(pane: int) -> int:
    """Where a text and what is asked about it begin in a pane of that width: where its header does if that is narrow."""
    return 56 if pane >= 560 else 20
