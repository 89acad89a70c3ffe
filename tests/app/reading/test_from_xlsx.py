"""Workbooks are tables of articles: columns by their names, days that are counted, several sheets."""

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from tests.app.reading.documents import CONVOY, TALKS, xlsx

HEAD = ("ID", "Text", "Published", "Title")


def test_each_row_is_an_article() -> None:
    data = xlsx([HEAD, ("7", CONVOY, "2016-12-17", "Convoy"), ("", "", "", ""), ("8", TALKS, "42758", "")])
    first, second = read_source(Source("a.xlsx", data))
    assert (first.text, first.key, first.title) == (CONVOY, "7", "Convoy")
    assert (second.text, second.key) == (TALKS, "8")
    assert [one.published and one.published.day.iso() for one in (first, second)] == ["2016-12-17", "2017-01-23"]


def test_days_are_counted_from_where_the_workbook_says() -> None:
    (article,) = read_source(Source("a.xlsx", xlsx([HEAD, ("", CONVOY, "41296", "")], date1904=True)))
    assert article.published is not None
    assert article.published.day.iso() == "2017-01-23"


def test_all_sheets_with_a_column_of_text_are_read() -> None:
    notes = [("Notes",), ("Nothing to read",)]
    data = xlsx(notes, [HEAD, ("", CONVOY, "", "")], [("Text",), (TALKS,)])
    assert [one.text for one in read_source(Source("a.xlsx", data))] == [CONVOY, TALKS]


def test_a_workbook_without_a_column_of_text_says_so() -> None:
    with pytest.raises(CannotRead, match="has no column “text”"):
        list(read_source(Source("a.xlsx", xlsx([("Words",), (CONVOY,)]))))


def test_a_row_without_text_is_named_by_its_number() -> None:
    found = read_source(Source("a.xlsx", xlsx([HEAD, ("", CONVOY, "", ""), ("2", "", "", "")])))
    assert next(found).text == CONVOY
    with pytest.raises(CannotRead, match="Row 3 has no text"):
        next(found)
