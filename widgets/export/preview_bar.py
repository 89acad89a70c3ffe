"""Below the preview: which page is seen, how large, and what the figure is."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.export.preview import Preview
from widgets.export.sight import STEP
from widgets.figure.figure import Figure, Page
from widgets.figure.options import Paper
from widgets.figure.paper import INCH
from widgets.pieces import button, elided, ground, label, tool

HEIGHT = 44
DRAG, PAN = "Drag it into a document or folder", "Drag to move; it is dragged out where all of it is seen"


class PreviewBar(QFrame):
    """Follows a preview and moves it."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        ground(self, "window")
        self.setProperty("edge", "top")
        self.setFixedHeight(HEIGHT)
        self._preview = preview
        self.before, self.after = tool("chevron_left", "Page before"), tool("chevron_right", "Next page")
        self.page, self.zoom = label("", "secondary"), label("", "secondary")
        self.facts = elided("", "tertiary", "label")
        self.minus, self.plus = tool("minus", "Smaller"), tool("plus", "Larger")
        self.fit, self.own = (
            button("Fit", "flat", tip="All of the page (0)"),
            button("100 %", "flat", tip="Its own size (1)"),
        )
        self.before.clicked.connect(lambda: preview.turn_to(preview.number - 1))
        self.after.clicked.connect(lambda: preview.turn_to(preview.number + 1))
        self.minus.clicked.connect(lambda: preview.zoom_by(1 / STEP))
        self.plus.clicked.connect(lambda: preview.zoom_by(STEP))
        self.fit.clicked.connect(preview.fit)
        self.own.clicked.connect(preview.own_size)
        preview.looked.connect(self._follow)
        self._place()
        self._follow()

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2)
        self.zoom.setMinimumWidth(52)
        self.zoom.setAlignment(self.zoom.alignment().AlignCenter)
        self._pages: tuple[QWidget, ...] = (self.before, self.page, self.after)
        for left in self._pages:
            row.addWidget(left)
        row.addWidget(self.facts, 1)
        for right in (self.minus, self.zoom, self.plus, self.fit, self.own):
            row.addWidget(right)

    def _follow(self) -> None:
        preview, figure = self._preview, self._preview.figure
        pages = len(figure.pages) if figure else 0
        for part in self._pages:
            part.setVisible(pages > 1)
        self.page.setText(f"Page {preview.number + 1} of {pages}")
        self.before.setEnabled(preview.number > 0)
        self.after.setEnabled(preview.number < pages - 1)
        buttons: tuple[QWidget, ...] = (self.minus, self.plus, self.fit, self.own)
        for part in buttons:
            part.setEnabled(figure is not None)
        self.zoom.setText(f"{100 * preview.zoom:.0f} %" if figure else "")
        hint = f"  ·  {PAN if not preview.whole else DRAG}"
        self.facts.setText(size_words(figure, figure.pages[preview.number]) + hint if figure else "")


def size_words(figure: Figure, page: Page) -> str:
    """ "297 × 210 mm", "1,600 × 900 px": how large a page is, as its kind is measured."""
    if figure.options.page in (Paper.PIXELS, Paper.SLIDE):
        return f"{_number(page.width)} × {_number(page.height)} px"
    return f"{_number(page.width * 25.4 / INCH)} × {_number(page.height * 25.4 / INCH)} mm"


def _number(value: float) -> str:
    return QLocale(QLocale.Language.English).toString(round(value))
