"""What is laid out on the pages of a figure: nothing is lost, nothing overlaps, and every page is filled."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication

from app.export.job import Export
from app.export.picture import figure_of
from storage.change import add_articles
from storage.errors import WrongUse
from storage.library import Library
from storage.model import Article, Extraction, FoundEvent, Moment, Precision, Span, Status
from storage.when import When, in_days, on_day
from widgets.figure.figure import Figure, Page
from widgets.figure.lettering import width_of
from widgets.figure.options import FigureOptions, Paper, Sources
from widgets.figure.paper import mm
from widgets.figure.strips import Strip

Titles = list[tuple[str, When]]
AddDays = Callable[[Library, int], None]
EVERY_PAGE = [
    FigureOptions(),
    FigureOptions(width=400),
    FigureOptions(page=Paper.A4),
    FigureOptions(page=Paper.A4, landscape=False, sources=Sources.QUOTES),
    FigureOptions(page=Paper.A3, rows=3),
    FigureOptions(page=Paper.LETTER, pages=2),
    FigureOptions(page=Paper.SLIDE, look="dark", sources=Sources.LIST),
    FigureOptions(page=Paper.COLUMN, sources=Sources.LIST),
    FigureOptions(page=Paper.COLUMN, columns=1),
]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


def figure(library: Library, options: FigureOptions, **rest: float) -> Figure:
    ids = library.select(first=rest.get("first"), last=rest.get("last"))
    return figure_of(Export(library, [int(one) for one in ids], figure=options, **rest))  # type: ignore[arg-type]


def strips(shown: Figure) -> list[Strip]:
    return [placed.strip for page in shown.pages for placed in page.strips]


def add(library: Library, titles: Titles) -> None:
    text = " ".join("word" for _ in titles)
    events = tuple(
        FoundEvent("attack", title, Span(0, 4), "word", when, None, Status.HAPPENED) for title, when in titles
    )
    library.apply(add_articles([(Article(0, text, "Titles"), Extraction("en", (), events))], library.new_ids()))


@pytest.mark.parametrize("options", EVERY_PAGE, ids=lambda one: f"{one.page.value}-{one.rows}-{one.width}")
@pytest.mark.parametrize("days", [0, 300])
def test_every_event_is_in_the_figure_or_counted(
    options: FigureOptions, days: int, library: Library, add_days: AddDays
) -> None:
    add_days(library, days)
    shown = figure(library, options)
    dated = set(library.columns().ids.tolist())
    there = {mark.id for strip in strips(shown) for mark in strip.scene.marks}
    there |= {one for strip in strips(shown) for ticks in strip.scene.ticks for one in sum(ticks.together, ())}
    counted = sum(int(band.counts.sum()) for strip in strips(shown) for band in strip.scene.bands)
    assert len(dated - there) <= counted
    assert f"{len(dated):,} of" in shown.words.foot


@pytest.mark.parametrize("options", EVERY_PAGE, ids=lambda one: f"{one.page.value}-{one.rows}-{one.width}")
def test_no_label_lies_over_another_or_leaves_the_page(
    options: FigureOptions, library: Library, add_days: AddDays
) -> None:
    add_days(library, 60)
    for strip in strips(figure(library, options)):
        boxes = [
            (mark.lane, mark.row, mark.label_x, mark.label_x + mark.label_width + mark.note_width + mark.sources_width)
            for mark in strip.scene.marks
            if mark.label
        ]
        assert boxes
        for one, other in combinations(boxes, 2):
            assert one[:2] != other[:2] or one[3] <= other[2] or other[3] <= one[2]
        assert all(left >= 0 and right <= strip.scene.width + 1 for _, _, left, right in boxes)


@pytest.mark.parametrize("options", EVERY_PAGE, ids=lambda one: f"{one.page.value}-{one.rows}-{one.width}")
def test_no_mark_is_cut_at_either_end_of_the_time(options: FigureOptions, library: Library) -> None:
    noon = Moment(Moment.of(2016, 12, 1).day, 720)
    add(library, [("At noon", When(noon, noon, Precision.MINUTE)), ("Last", on_day(noon.day + 40))])
    shown = figure(library, options, first=noon.day + 0.5, last=noon.day + 41.0)
    marks = [(strip, mark) for strip in strips(shown) for mark in strip.scene.marks]
    assert {"At noon", "Last"} <= {mark.label for _, mark in marks}
    for strip, mark in marks:
        assert strip.left + mark.glyph_x - strip.scene.sizes.glyph / 2 >= strip.scene.sizes.header
        assert strip.left + mark.glyph_x + strip.scene.sizes.glyph / 2 <= strip.width


@pytest.mark.parametrize("options", EVERY_PAGE, ids=lambda one: f"{one.page.value}-{one.rows}-{one.width}")
def test_everything_stands_between_the_edges(options: FigureOptions, library: Library, add_days: AddDays) -> None:
    add_days(library, 60)
    for page in figure(library, options).pages:
        for run in page.runs:
            assert run.x >= page.edge - 0.5
            assert run.x + width_of(run.text, run.style) <= page.width - page.edge + 1.5, run.text
            assert page.edge <= run.y <= page.height - page.edge + 0.5
        feet = [placed.top + placed.strip.height for placed in page.strips]
        tops = [placed.top for placed in page.strips]
        assert all(foot <= top for foot, top in zip(feet, tops[1:], strict=False))
        assert all(foot <= min(page.rules, default=page.height) for foot in feet)


def test_no_grid_line_crosses_the_words_of_an_event(library: Library, add_days: AddDays) -> None:
    add_days(library, 40)
    for page in (Paper.A4, Paper.COLUMN):
        for strip in strips(figure(library, FigureOptions(page=page))):
            assert strip.lines
            for mark in strip.scene.marks:
                crossing = [
                    (first, last)
                    for x, first, last in strip.lines
                    if mark.label and mark.label_x < x < mark.label_x + mark.label_width
                ]
                assert not any(first < mark.y < last for first, last in crossing), mark.label


def test_time_is_folded_into_parts_of_the_same_scale(library: Library, add_days: AddDays) -> None:
    add_days(library, 100)
    found = strips(figure(library, FigureOptions(page=Paper.A4, rows=4)))
    assert len(found) == 4
    assert len({strip.span.length for strip in found}) == 1
    assert [one.span.start for one in found[1:]] == [one.span.end for one in found[:-1]]
    assert all(strip.span.start == int(strip.span.start) for strip in found)


def test_an_event_over_the_edge_of_a_row_goes_on_in_the_next(library: Library) -> None:
    first, last = (float(Moment.of(*day).day) for day in ((2016, 12, 1), (2017, 1, 1)))
    found = strips(figure(library, FigureOptions(rows=2), first=first, last=last))
    (siege,) = (one for one in library.all_events() if one.kind == "siege")
    marks = [strip.scene.mark_of(siege.id) for strip in found]
    assert all(marks)
    assert [bool(mark and mark.note) for mark in marks] == [True, True]


def test_pages_are_as_many_as_asked_and_sources_come_behind(library: Library, add_days: AddDays) -> None:
    add_days(library, 300)
    shown = figure(library, FigureOptions(page=Paper.A4, pages=3))
    assert len(shown.pages) == 3
    assert [any("3/3" in run.text for run in page.runs) for page in shown.pages] == [False, False, True]
    listed = figure(library, FigureOptions(page=Paper.A4, pages=3, sources=Sources.LIST))
    told = [run.text for page in listed.pages for run in page.runs]
    assert "Sources" in told
    assert any("Many days" in text for text in told)


def named(shown: Figure) -> set[int]:
    return {mark.id for strip in strips(shown) for mark in strip.scene.marks if mark.label}


def add_crowds(library: Library) -> None:
    """Of nine kinds and three months, two thirds of it in the last month and a third of it on the same days."""
    kinds = ("talks", "agreement", "siege", "attack", "capture", "humanitarian", "detention", "sanction", "other")
    first = Moment.of(2016, 1, 1).day
    days = [first + (number % 30 if number % 3 else 60 + number * 7 % 30) for number in range(300)]
    events = tuple(
        FoundEvent(
            kinds[number % 9 if number % 2 else 3],
            f"A column of {number} lorries reached the town of Minova",
            Span(0, 4),
            "word",
            on_day(day),
            None,
            Status.HAPPENED,
        )
        for number, day in enumerate(days)
    )
    library.apply(add_articles([(Article(0, "word", "Crowds"), Extraction("en", (), events))], library.new_ids()))


def test_a_list_of_sources_takes_a_page_rather_than_names_of_events(library: Library) -> None:
    add_crowds(library)
    stretch = {"first": float(Moment.of(2016, 1, 1).day), "last": float(Moment.of(2016, 4, 1).day)}
    alone = figure(library, FigureOptions(page=Paper.A4), **stretch)
    listed = figure(library, FigureOptions(page=Paper.A4, sources=Sources.QUOTES), **stretch)
    assert len(listed.pages[0].strips) == len(alone.pages[0].strips)
    assert len(named(listed)) >= 0.95 * len(named(alone))


def test_a_crowded_lane_names_its_most_important_events_too(library: Library) -> None:
    add_crowds(library)
    stretch = {"first": float(Moment.of(2016, 1, 1).day), "last": float(Moment.of(2016, 4, 1).day)}
    for strip in strips(figure(library, FigureOptions(page=Paper.A4, rows=1), **stretch)):
        crowded = {band.lane for band in strip.scene.bands}
        assert crowded
        assert crowded <= {mark.lane for mark in strip.scene.marks if mark.label}


@pytest.mark.parametrize(
    ("options", "most"),
    [
        (FigureOptions(), 2400), (FigureOptions(sources=Sources.QUOTES), 2400), (FigureOptions(width=400), 900),
        (FigureOptions(page=Paper.COLUMN, sources=Sources.QUOTES), mm(450)),
        (FigureOptions(page=Paper.COLUMN, tallest=300), mm(300)),
    ],
    ids=str,
)  # fmt: skip
def test_a_figure_is_as_high_as_it_needs_within_reason(options: FigureOptions, most: float, library: Library) -> None:
    low = figure(library, options).pages[0].height
    for _ in range(2):
        add_crowds(library)
    shown = figure(library, options)
    assert shown.pages[0].height > low
    assert all(page.height <= most + 1 for page in shown.pages)
    assert any(strip.scene.bands or strip.scene.ticks for strip in strips(shown))


def test_rows_of_a_narrow_figure_are_read_from_above_to_below(library: Library) -> None:
    add_crowds(library)
    lanes: dict[int, dict[int, float]] = {}
    (strip,) = strips(figure(library, FigureOptions(page=Paper.COLUMN, rows=1)))
    for mark in strip.scene.marks:
        rows = lanes.setdefault(mark.lane, {})
        rows[mark.row] = min(mark.glyph_x, rows.get(mark.row, mark.glyph_x))
    assert max(map(len, lanes.values())) > 3
    for rows in lanes.values():
        assert [rows[row] for row in sorted(rows)] == sorted(rows.values())


def test_a_label_at_the_right_edge_stands_on_the_side_with_more_room(library: Library) -> None:
    title = "The two sides agreed on a ceasefire that would begin when all of their columns had left the town"
    add(library, [(title, in_days(17000, 17020, Precision.DAY)), ("Long before", on_day(16700))])
    (strip,) = strips(figure(library, FigureOptions(page=Paper.COLUMN, rows=1), first=16690.0, last=17021.0))
    (mark,) = (one for one in strip.scene.marks if title.startswith(one.label.rstrip("…")[:7]))
    assert mark.flipped
    assert mark.label.startswith("The two sides")
    assert mark.label_x >= 0


def test_three_events_fill_a_page(library: Library) -> None:
    shown = figure(library, FigureOptions(page=Paper.A4, sources=Sources.NONE))
    (page,) = shown.pages
    assert used(page) > 0.5
    assert (
        page.strips[0].strip.scene.sizes.scale
        > 1.2 * figure(library, FigureOptions()).pages[0].strips[0].strip.scene.sizes.scale
    )


def used(page: Page) -> float:
    return max(placed.top + placed.strip.height for placed in page.strips) / page.height


def test_an_event_a_thousand_years_away_is_counted_and_does_not_press_the_others(library: Library) -> None:
    add(library, [("Old battle", on_day(Moment.of(1016, 5, 1).day))])
    add(library, [(f"Shelling {day}", on_day(Moment.of(2016, 12, day).day)) for day in range(1, 28)])
    shown = figure(library, FigureOptions())
    assert "1 outside this time)" in shown.words.foot
    assert strips(shown)[0].span.length < 3000


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("options", EVERY_PAGE, ids=lambda one: f"{one.page.value}-{one.rows}-{one.width}")
def test_no_event_and_one_event_are_figures_too(count: int, options: FigureOptions, library: Library) -> None:
    ids = [int(one) for one in library.select(kinds=frozenset({"protest"}))][:count]
    shown = figure_of(Export(library, ids, figure=options))
    assert shown.pages
    assert sum(len(strip.scene.marks) for strip in strips(shown)) >= count
    if not count:
        assert any("No dated events" in run.text for run in shown.pages[0].runs)


TITLES = {
    "words": "word " * 2000,
    "letters": "x" * 10_000,
    "arabic": "قصف على الأحياء الشرقية " * 40,
    "chinese": "安理会投票" * 300,
    "script": "<script>alert(1)</script>",
    "controls": "a\x00\x1b\u202eb",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_is_a_title(title: str, library: Library) -> None:
    add(library, [(title, on_day(Moment.of(2016, 12, 14).day))])
    for page in (Paper.A4, Paper.COLUMN, Paper.SLIDE):
        shown = figure(
            library, FigureOptions(page=page, title=title, subtitle=title, credit=title, sources=Sources.QUOTES)
        )
        for one in shown.pages:
            assert all(run.x + width_of(run.text, run.style) <= one.width - one.edge + 2 for run in one.runs)


def test_more_lanes_than_a_slide_can_hold_share_one(library: Library) -> None:
    places = [f"Place {number}" for number in range(38)]
    events = tuple(
        replace(
            FoundEvent("attack", f"Event {at}", Span(0, 4), "word", on_day(17150 + at), None, Status.HAPPENED),
            places=(place,),
        )  # type: ignore[arg-type]
        for at, place in enumerate(places)
    )
    library.apply(add_articles([(Article(0, "word", "Places"), Extraction("en", (), events))], library.new_ids()))
    shown = figure(library, FigureOptions(page=Paper.SLIDE, lanes="place"))
    assert any(lane.label.startswith("Others (") for strip in strips(shown) for lane in strip.scene.lanes)


@pytest.mark.parametrize(
    "options",
    [
        FigureOptions(width=0), FigureOptions(width=100_000), FigureOptions(height=0), FigureOptions(scale=0),
        FigureOptions(scale=9), FigureOptions(rows=99), FigureOptions(pages=0), FigureOptions(text=0),
        FigureOptions(look="pink"), FigureOptions(lanes="mood"), FigureOptions(columns=0), FigureOptions(height=100),
    ],
    ids=str,
)  # fmt: skip
def test_what_no_figure_can_be_is_refused_in_a_sentence(options: FigureOptions, library: Library) -> None:
    with pytest.raises(WrongUse) as refused:
        figure(library, options)
    assert str(refused.value).endswith(".")
