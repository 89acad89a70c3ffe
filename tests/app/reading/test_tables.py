"""Tables give an article a row; a bad row is named and takes no other row with it."""

import json

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis


def gathered(source: Source) -> tuple[list[Article], str]:
    """The articles as they come, so that those before a bad end are kept, and the sentence at the end or nothing."""
    articles: list[Article] = []
    try:
        for article in read_source(source):
            articles.append(article)
    except CannotRead as trouble:
        return articles, str(trouble)
    return articles, ""


ROW = {
    "id": 7,
    "text": "The evacuation went on on Friday.\nBuses left.",
    "title": "Convoy leaves",
    "published": "2016-12-17",
    "url": "https://example.org/a",
    "publisher": "Courier",
    "author": ["Jane Doe", "J. Roe"],
}


def test_a_row_of_json_lines_is_an_article() -> None:
    (article,), trouble = gathered(Source("t.jsonl", json.dumps(ROW).encode()))
    assert not trouble
    assert article.key == "7"
    assert article.title == "Convoy leaves"
    assert article.publisher == "Courier"
    assert article.author == "Jane Doe, J. Roe"
    assert article.url == "https://example.org/a"
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_of_a_spreadsheet_is_an_article(separator: str, encoding: str) -> None:
    lines = [
        separator.join(["id", " Text ", "published"]),
        separator.join(["a1", '"Évacuation: ""vendredi"",\nà midi; voilà"', "2016-12-17"]),
    ]
    (article,), trouble = gathered(Source("t.csv", "\r\n".join(lines).encode(encoding)))
    assert not trouble
    assert article.text == 'Évacuation: "vendredi",\nà midi; voilà'
    assert article.key == "a1"


def test_rows_without_id_are_told_apart_by_their_number() -> None:
    articles, _ = gathered(Source("t.csv", b"text\nIt left on Friday.\n\nIt came back.\n"))
    assert [article.key for article in articles] == ["2", "4"]


def test_good_rows_are_read_and_bad_ones_are_named_at_the_end() -> None:
    lines = ['{"text": "One left."}', '{"text": ""}', "{broken", "[1]", '{"text": 5}', "", '{"text": "Two left."}']
    articles, trouble = gathered(Source("t.jsonl", "\n".join(lines).encode()))
    assert [article.text for article in articles] == ["One left.", "Two left."]
    assert trouble.startswith("4 rows of “t.jsonl” could not be read, 2 could. Row 2 has no text. Row 3 is not")


BAD = {
    "no column text": ("t.csv", b"title,body\na,b\n", "has no column “text”"),
    "no key text": ("t.jsonl", b'{"body": "a"}\n{"body": "b"}\n', "has no column “text”"),
    "only a first line": ("t.csv", b"text,title\n", "has no rows"),
    "endless quotation": ("t.csv", b'text\n"never closes\nb\nc\n', "Row 2 is broken, perhaps by a quotation mark"),
    "field of many megabytes": ("t.csv", b"text\n" + b"x" * 10_000_001, "Row 2 is broken"),
    "deep nest": ("t.jsonl", b'{"text": ' + b"[" * 100_000 + b"}", "Row 1 is not a complete JSON object"),
    "number without end": ("t.jsonl", b'{"text": "a", "id": ' + b"9" * 5000 + b"}", "Row 1 is not a complete JSON"),
    "array": ("t.jsonl", b'[{"text": "a"}]', "Row 1 is JSON but not an object"),
    "zip as table": ("t.csv", b"PK\x03\x04aaaa", "is damaged"),
}


@pytest.mark.parametrize(("name", "data", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_table_is_one_clear_sentence(name: str, data: bytes, sentence: str) -> None:
    articles, trouble = gathered(Source(name, data))
    assert not articles
    assert sentence in trouble


@pytest.mark.parametrize("words", ["31/12/2016", "yesterday", "2016-12", "2016-02-30", "12 BC", "99999999999999"])
def test_a_date_that_cannot_be_told_is_named_and_no_date(words: str) -> None:
    row = json.dumps({"text": "It left on Friday.", "published": words})
    (article,), trouble = gathered(Source("t.jsonl", row.encode()))
    assert article.published is None
    assert trouble == (
        "The column “published” of “t.jsonl” has no date like 2016-12-17 in row 1. There it was left out."
    )


def test_rows_without_a_readable_date_are_counted_beside_those_that_are_bad() -> None:
    lines = [*(json.dumps({"text": f"Bus {number} left.", "published": "soon"}) for number in range(5)), "{broken"]
    articles, trouble = gathered(Source("t.jsonl", "\n".join(lines).encode()))
    assert len(articles) == 5
    assert trouble.startswith("1 row of “t.jsonl” could not be read, 5 could.")
    assert "in 5 rows (1, 2, 3 …)" in trouble
    assert "soon" not in trouble


@pytest.mark.parametrize("published", ["null", "NaN", '""', '"  "'])
def test_no_date_is_no_trouble(published: str) -> None:
    (article,), trouble = gathered(Source("t.jsonl", b'{"text": "It left.", "published": ' + published.encode() + b"}"))
    assert article.published is None
    assert not trouble


def test_line_separators_inside_json_do_not_end_a_row() -> None:
    (article,), trouble = gathered(Source("t.jsonl", '{"text": "One\u2028two\\u2029three \\ud83d\\ude00"}'.encode()))
    assert not trouble
    assert article.text == "One\ntwo\nthree 😀"


def test_a_broken_row_of_a_spreadsheet_takes_no_other_with_it() -> None:
    articles, trouble = gathered(Source("t.csv", b'text,id\nOne left.,1\n"Two" left.,2\nThree left.,3\n'))
    assert [article.key for article in articles] == ["1", "3"]
    assert trouble.startswith("1 row of “t.csv” could not be read, 2 could. Row 3 is broken")


def test_a_short_row_has_nothing_in_the_columns_it_lacks() -> None:
    (article,), _ = gathered(Source("t.csv", b"text,title,published\nIt left on Friday.\n"))
    assert article.published is None
