"""Figures: the right size, their words as text, in every theme, of any number of events."""

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.export.export import EXPORTERS
from app.export.job import Export
from app.export.picture import figure_of
from resources.themes import theme
from storage.errors import WrongUse
from storage.library import Library
from storage.model import Moment
from widgets.figure.figure import Page
from widgets.figure.options import FigureOptions

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "empty.dateline")
    yield made
    made.close()


def job(library: Library, **options: object) -> Export:
    wanted = options.pop("kinds", None)
    ids = library.select(kinds=wanted, first=options.get("first"), last=options.get("last"))  # type: ignore[arg-type]
    stretch = {name: options.pop(name) for name in ("first", "last") if name in options}
    return Export(library, [int(one) for one in ids], figure=FigureOptions(**options), **stretch)  # type: ignore[arg-type]


def image(library: Library, **options: object) -> QImage:
    return QImage.fromData(EXPORTERS[".png"].write(job(library, **options)), "PNG")


def texts(library: Library, **options: object) -> list[str]:
    root = ElementTree.fromstring(EXPORTERS[".svg"].write(job(library, **options)))
    return ["".join(one.itertext()).strip() for one in root.iter(f"{SVG}text")]


def counted(page: Page) -> int:
    """How many events have a mark, a tick or a place in a counted cell."""
    scenes = [placed.strip.scene for placed in page.strips]
    return sum(
        len(one.marks)
        + sum(sum(ticks.counts) for ticks in one.ticks)
        + sum(int(band.counts.sum()) for band in one.bands)
        for one in scenes
    )


def bottom(page: Page) -> float:
    return max(placed.top + placed.strip.height for placed in page.strips)


def colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(picture.height())}


@pytest.mark.parametrize("width", [400, 1600, 3000])
def test_an_image_is_as_wide_as_asked(width: int, library: Library) -> None:
    assert image(library, width=width).width() == width


def test_an_image_is_as_high_as_asked_or_as_it_needs(
    library: Library, add_days: Callable[[Library, int], None]
) -> None:
    assert image(library, height=700).height() == 700
    low = image(library).height()
    add_days(library, 300)
    assert image(library).height() > low


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_a_figure_is_in_the_colours_of_its_theme(name: str, library: Library) -> None:
    picture = image(library, look=name)
    canvas = QColor(theme(name).surface.canvas)
    assert picture.pixelColor(3, 3) == canvas
    assert QColor(theme(name).colour_of("protest")).rgb() in colours(picture)


def test_the_words_of_a_drawing_are_text(library: Library) -> None:
    told = texts(library, first=float(Moment.of(2016, 12, 1).day), last=float(Moment.of(2017, 1, 1).day))
    for words in ("Aleppo 2016", "Talks began in Astana", "=2+2 was painted", "<i>Clock</i>", "siege of Foua"):
        assert words in told
    assert any("4 of 5 events from 2 articles (1 without a date)." in one for one in told)
    assert not any("Envoys" in one for one in told)


def test_a_stretch_and_kinds_are_all_that_is_drawn(library: Library) -> None:
    stretch = {"first": float(Moment.of(2016, 12, 12).day), "last": float(Moment.of(2016, 12, 15).day)}
    told = texts(library, **stretch)
    assert "=2+2 was painted" in told
    assert "Talks began in Astana" not in told
    assert any(one.startswith("12–14 Dec 2016") for one in told)
    assert "siege of Foua" not in texts(library, **stretch, kinds=["protest"])


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 1, 9), (2024, 4, 10), "9 Jan – 10 Apr 2024"),
        ((2016, 12, 12), (2016, 12, 13), "12 Dec 2016, 11:31 – 13 Dec 2016, 21:07"),
        ((2014, 3, 9), (2019, 6, 3), "March 2014 – June 2019"),
    ],
)
def test_a_view_is_told_in_whole_days_or_months(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str, library: Library
) -> None:
    minutes = Moment.of(*first).day + 691 / 1440, Moment.of(*last).day + 1267 / 1440
    ids = [int(one) for one in library.select()]
    shown = figure_of(Export(library, ids, first=minutes[0], last=minutes[1]))
    assert shown.words.subtitle == words


def test_a_document_has_one_page_of_the_size_with_its_fonts_inside(library: Library) -> None:
    data = EXPORTERS[".pdf"].write(job(library, width=1600, height=900))
    assert len(PdfReader(BytesIO(data)).pages) == 1
    assert [float(one) for one in PdfReader(BytesIO(data)).pages[0].mediabox] == [0, 0, 1200, 675]
    assert b"/FontFile" in data
    assert PdfReader(BytesIO(data)).metadata.title == "Aleppo 2016"
    assert b"/ToUnicode" in data
    drawn = b"".join(_unpacked(data))
    assert b" Tj" in drawn or b" TJ" in drawn, "its words are text, not outlines"


def _unpacked(data: bytes) -> Iterator[bytes]:
    at = 0
    while (at := data.find(b"stream\n", at)) > 0:
        at += len(b"stream\n")
        try:
            yield zlib.decompressobj().decompress(data[at:])
        except zlib.error:
            continue


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".html"])
def test_an_empty_library_gives_a_figure_that_says_so(ending: str, empty: Library) -> None:
    data = EXPORTERS[ending].write(job(empty))
    assert len(data) > 500
    if ending in (".svg", ".html"):
        assert "No dated events" in data.decode()


def test_every_event_of_three_hundred_leaves_something(
    library: Library, add_days: Callable[[Library, int], None]
) -> None:
    add_days(library, 300)
    told = texts(library, kinds=["attack", "talks", "siege", "other"], width=1600)
    assert sum(one.startswith("Shelling") for one in told) > 5
    assert any("of 305 events" in one for one in told)


def test_an_image_too_large_to_be_made_is_refused_kindly(library: Library) -> None:
    from storage.errors import CannotWrite

    with pytest.raises(CannotWrite, match="So large an image cannot be made"):
        EXPORTERS[".png"].write(job(library, width=30_000, height=30_000))


def test_a_low_image_has_smaller_letters_before_an_event_is_lost(
    library: Library, add_days: Callable[[Library, int], None]
) -> None:
    add_days(library, 40)
    free = figure_of(job(library)).pages[0].height
    (page,) = figure_of(job(library, height=round(0.7 * free))).pages
    assert page.height == round(0.7 * free)
    assert bottom(page) < page.height
    assert counted(page) == len(library.columns())


def test_an_image_too_low_for_any_lane_is_refused_kindly(library: Library) -> None:
    with pytest.raises(WrongUse, match="no room for a timeline"):
        image(library, height=150)


def test_the_foot_says_why_events_are_missing(library: Library) -> None:
    talks = [int(one) for one in library.select(kinds=frozenset({"talks"}))]
    foot = figure_of(Export(library, talks)).words.foot
    shown, _, rest = foot.partition(" of 5 events from 2 articles (1 without a date, ")
    assert int(shown) + 1 + sum(int(part.split()[0]) for part in rest.partition(")")[0].split(", ")) == 5
    assert "not chosen)" in rest
