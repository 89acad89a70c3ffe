"""Rows of tables: lines under each other with as many cells, told one by one."""

import pytest

from app.extraction.extract import extract
from app.extraction.tables import cells, rows
from storage.model import Span

TABLE = """Accords of the northern war

No. ; Parties ; Place ; Signed
1 ; Government and Northern Front ; Kafra ; 2004-04-08
2 ; Government and River Army ; Mirzan ; 2005-08-15
3 ; Government and rebels ; Port Adar ; 2006-11-21
"""


def lines(text: str) -> list[Span]:
    starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]
    return [Span(start, text.find("\n", start) if "\n" in text[start:] else len(text)) for start in starts]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a;b;c\nd;e;f\ng;h;i", 3),
        ("a | b | c\nd | e | f", 0),
        ("a\tb\tc\nd\te\tf\ng\th\ti\nplain", 3),
        ("one; two; three\nfour; five\nsix; seven; eight", 0),
    ],
)
def test_rows_have_as_many_cells_and_are_three_at_least(text: str, count: int) -> None:
    assert len(rows(text, lines(text))) == count


def test_cells_stand_between_the_separators() -> None:
    assert cells("3 ; Kafra ; 2005-08-15") == ["3", "Kafra", "2005-08-15"]


def test_a_row_is_one_event_of_the_kind_that_the_head_of_the_table_names() -> None:
    found = extract(TABLE, None, "en").events
    assert [(one.kind, one.title, one.when.edtf if one.when else "") for one in found] == [
        ("agreement", "Government and Northern Front, Kafra", "2004-04-08"),
        ("agreement", "Government and River Army, Mirzan", "2005-08-15"),
        ("agreement", "Government and rebels, Port Adar", "2006-11-21"),
    ]
