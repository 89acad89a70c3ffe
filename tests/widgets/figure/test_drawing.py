"""What a painter is told, as elements of SVG."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainterPath, QPen

from widgets.figure.drawing import Drawing

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(paint: Callable[[Drawing], None]) -> list[ElementTree.Element]:
    drawing = Drawing(["Sans"])
    paint(drawing)
    return list(ElementTree.fromstring(f"<svg>{drawing.definitions.elements()}{drawing.elements()}</svg>"))


def moved(drawing: Drawing) -> None:
    drawing.translate(10, 20)
    drawing.scale(2, 2)
    drawing.fillRect(QRectF(1, 2, 3, 4), QColor("#ff0000"))
    drawing.setPen(QPen(QColor("#00ff00"), 1.5))
    drawing.drawLine(QLineF(0, 0, 5, 0))


def test_places_and_widths_are_those_after_moving_and_scaling() -> None:
    box, line = drawn(moved)
    assert box.attrib == {"x": "12", "y": "24", "width": "6", "height": "8", "fill": "#ff0000"}
    assert line.attrib == {"d": "M10 20L20 20", "stroke": "#00ff00", "stroke-width": "3", "stroke-linecap": "square"}


def test_text_stays_text_whatever_is_in_it() -> None:
    def paint(drawing: Drawing) -> None:
        drawing.setPen(QPen(QColor("#111111")))
        drawing.setFont(QFont(["Sans"]))
        drawing.drawText(QPointF(3, 4), "<script>&\"'")

    (text,) = drawn(paint)
    assert text.text == "<script>&\"'"
    assert (text.get("x"), text.get("y"), text.get("fill")) == ("3", "4", "#111111")
    assert float(text.get("textLength", "0")) > 10


def test_text_that_is_read_from_the_right_ends_where_it_is_put() -> None:
    def paint(drawing: Drawing) -> None:
        drawing.drawText(QPointF(3, 4), "حلب Aleppo")

    (text,) = drawn(paint)
    assert (text.get("direction"), text.get("text-anchor")) == ("rtl", "end")


def test_what_is_cut_out_ends_with_the_state_that_began_it() -> None:
    def paint(drawing: Drawing) -> None:
        drawing.save()
        drawing.setClipRect(QRectF(0, 0, 5, 5))
        drawing.fillRect(QRectF(0, 0, 9, 9), QColor("#ff0000"))
        drawing.restore()
        drawing.fillRect(QRectF(0, 0, 9, 9), QColor("#0000ff"))

    clip, group, box = drawn(paint)
    assert group.get("clip-path") == f"url(#{clip.get('id')})"
    assert [one.get("fill") for one in group] == ["#ff0000"]
    assert box.get("fill") == "#0000ff"


def test_an_end_that_fades_is_a_gradient_with_its_name() -> None:
    def paint(drawing: Drawing) -> None:
        fade = QLinearGradient(0, 0, 10, 0)
        fade.setColorAt(0, QColor(255, 0, 0, 0))
        fade.setColorAt(1, QColor(255, 0, 0))
        drawing.setPen(Qt.PenStyle.NoPen)
        drawing.setBrush(QBrush(fade))
        drawing.drawRoundedRect(QRectF(0, 0, 10, 4), 2, 2)

    fade, box = drawn(paint)
    assert box.get("fill") == f"url(#{fade.get('id')})"
    assert [stop.get("stop-opacity") for stop in fade] == ["0", None]


def test_a_group_without_anything_in_it_is_not_there_and_names_are_given_once() -> None:
    def paint(drawing: Drawing) -> None:
        with drawing.group("empty", "Nothing"):
            pass
        for _ in range(2):
            with drawing.group("lane", "A & B"):
                drawing.fillRect(QRectF(0, 0, 1, 1), QColor("#ff0000"))

    first, second = drawn(paint)
    assert (first.get("id"), second.get("id")) == ("lane", "lane.2")
    assert first.findtext("title") == "A & B"


def test_a_path_of_many_parts_is_the_same_wherever_it_is_drawn() -> None:
    shape = QPainterPath()
    shape.addEllipse(QRectF(0, 0, 4, 4))
    shape.addEllipse(QRectF(1, 1, 2, 2))

    def paint(drawing: Drawing) -> None:
        for x in (0, 7):
            drawing.translate(x, 0)
            drawing.setBrush(QBrush(QColor("#ff0000")))
            drawing.setPen(Qt.PenStyle.NoPen)
            drawing.drawPath(shape)

    first, second = drawn(paint)
    assert first.get("d") == second.get("d")
    assert [one.get("transform") for one in (first, second)] == ["translate(0 0) scale(1)", "translate(7 0) scale(1)"]
    assert first.get("fill-rule") == "evenodd"
