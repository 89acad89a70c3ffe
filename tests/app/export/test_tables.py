"""Whole files as they are expected, for what is text; `DATELINE_WRITE_EXPECTED=1` writes them anew, to be looked at."""

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.export.export import EXPORTERS, export_to
from app.export.job import Export
from app.offscreen import prepare_for_figures
from storage.errors import CannotWrite, WrongUse
from storage.library import Library

EXPECTED = Path(__file__).parent / "expected"


def job(library: Library, **options: object) -> Export:
    return Export(library, [int(one) for one in library.select()], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", [".csv", ".json", ".ics", ".html"])
def test_the_whole_file_is_as_expected(ending: str, library: Library) -> None:
    prepare_for_figures()
    text = EXPORTERS[ending].write(job(library)).decode()
    text = re.sub(r"<svg.*</svg>", "<svg></svg>", text, flags=re.DOTALL)  # figures have tests of their own
    file = EXPECTED / f"library{ending}"
    if os.environ.get("DATELINE_WRITE_EXPECTED"):
        file.write_bytes(text.encode())
    assert text == file.read_bytes().decode()


def test_words_of_an_article_never_become_a_formula(library: Library) -> None:
    rows = list(csv.DictReader(io.StringIO(EXPORTERS[".csv"].write(job(library)).decode("utf-8-sig"))))
    assert [row["title"] for row in rows if "2+2" in row["title"]] == ["'=2+2 was painted"]
    assert [row["quote"] for row in rows if "2+2" in row["quote"]] == ["'=2+2 was painted"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_words_of_an_article_never_become_markup_or_a_link(library: Library) -> None:
    prepare_for_figures()
    page = EXPORTERS[".html"].write(job(library)).decode()
    assert "&lt;i&gt;Clock&lt;/i&gt;" in page
    assert "<i>" not in page
    assert "javascript:" not in page
    assert "<script" not in page
    assert page.count('href="https://wire.example/1"') == 3


def test_a_calendar_has_short_lines_whole_days_and_times_in_utc(library: Library) -> None:
    lines = EXPORTERS[".ics"].write(job(library)).decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART;VALUE=DATE:20161216" in lines
    assert "DTEND;VALUE=DATE:20161217" in lines
    assert "DTSTART:20161219T160500Z" in lines
    assert (
        sum(line == "BEGIN:VEVENT" for line in lines) == 3
    )  # the open siege and the undated talks have no place in it


def test_offsets_in_the_json_give_the_quotes(library: Library) -> None:
    told = json.loads(EXPORTERS[".json"].write(job(library)))
    texts = {article.id: article.text for article in library.articles([1, *range(2, 30)])}
    sources = [source for event in told["events"] for source in event["sources"]]
    assert len(sources) == 5
    assert all(texts[one["article"]][one["start"] : one["end"]] == one["quote"] for one in sources)


@pytest.mark.parametrize("ending", [".csv", ".json", ".ics"])
def test_an_empty_library_gives_an_empty_table(ending: str, tmp_path: Path) -> None:
    library = Library.create(tmp_path / "l.dateline")
    data = EXPORTERS[ending].write(job(library)).decode("utf-8-sig")
    library.close()
    assert "VEVENT" not in data
    assert {".csv": data.count("\n") == 1, ".json": '"events": []' in data, ".ics": "END:VCALENDAR" in data}[ending]


def test_three_hundred_events_are_all_told(library: Library, add_days: Callable[[Library, int], None]) -> None:
    add_days(library, 300)
    rows = list(csv.DictReader(io.StringIO(EXPORTERS[".csv"].write(job(library)).decode("utf-8-sig"))))
    assert len(rows) == 305
    assert {f"Shelling {number}." for number in range(300)} <= {row["title"] for row in rows}


def test_a_name_decides_the_format_and_unknown_ones_are_refused(library: Library, tmp_path: Path) -> None:
    export_to(job(library), tmp_path / "OUT.JSON")
    assert json.loads((tmp_path / "OUT.JSON").read_text())["library"] == "Aleppo 2016"
    with pytest.raises(WrongUse, match=r"cannot write “out\.doc”"):
        export_to(job(library), tmp_path / "out.doc")


def test_what_cannot_be_written_leaves_what_was_there(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out.csv"
    folder.mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CannotWrite, match="could not be written"):
        export_to(job(library), folder)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_has_the_permissions_of_the_users_files(library: Library, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        export_to(job(library), tmp_path / "out.csv")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o640
