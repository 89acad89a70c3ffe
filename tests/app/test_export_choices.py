"""The choices of the last export: what is remembered, and that nothing in the file of settings can do harm."""

import json
from datetime import date

import pytest

from app.export_choices import Choices, packed, unpacked
from widgets.figure.options import FigureOptions, Paper, Sources, What

TODAY = date(2026, 11, 30)
ENDINGS = (".png", ".pdf")
MADE = FigureOptions(
    what=What.CHOSEN, page=Paper.A4, landscape=False, columns=3, tallest=300, width=900, height=700, scale=2.0, rows=4, pages=3,
    look="print", transparent=True, legend=False, credit="Graphic: Rana", made=date(2020, 1, 1), sources=Sources.QUOTES,
    text=1.25,
)  # fmt: skip


def test_choices_are_found_again_and_the_day_of_making_is_that_of_today() -> None:
    found = unpacked(packed(Choices(".pdf", MADE)), ENDINGS, TODAY)
    assert found.ending == ".pdf"
    assert found.options.made == TODAY
    assert found.options == FigureOptions(
        **{name: getattr(MADE, name) for name in MADE.__slots__ if name != "made"}, made=TODAY
    )


def test_title_and_subtitle_belong_to_one_figure_alone() -> None:
    told = packed(Choices(".png", FigureOptions(title="Eleven days", subtitle="In Aleppo")))
    assert "Eleven days" not in told
    assert unpacked(told, ENDINGS, TODAY) == Choices()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '{"ending": ".exe"}', '{"ending": 3, "dated": "yes"}'])
def test_what_makes_no_sense_is_as_if_nothing_were_remembered(text: str) -> None:
    assert unpacked(text, ENDINGS, TODAY) == Choices()


@pytest.mark.parametrize(
    ("name", "value"),
    [("what", "all"), ("page", "a9"), ("width", 3), ("width", "900"), ("width", True), ("height", 1e9), ("scale", 90),
     ("scale", None), ("rows", -1), ("look", "neon"), ("legend", 1), ("credit", None), ("text", "large"), ("sources", [])],
)  # fmt: skip
def test_one_value_that_makes_no_sense_spoils_no_other(name: str, value: object) -> None:
    told = json.dumps({"ending": ".pdf", "columns": 5, name: value})
    assert unpacked(told, ENDINGS, TODAY) == Choices(".pdf", FigureOptions(columns=5))
