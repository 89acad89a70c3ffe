from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from math import inf, isnan, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.columns import Columns, Lane, Lanes, TitlesOf
from storage.columns import Mark as Flag
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.density import MOST_TICKS
from widgets.timeline.layout import Look, build_index, layout, layout_of
from widgets.timeline.packing import LEAST_CROWDED, MOST_ROWS
from widgets.timeline.scene import Form, Mark, Scene
from widgets.timeline.spans import EARLIEST, LATEST

Row = tuple[float, float, Precision, str, float]
Build = Callable[..., Columns]
DAY, MINUTE, INTERVAL = Precision.DAY, Precision.MINUTE, Precision.INTERVAL
BASE = float(day_number(2016, 12, 1))
WORDS = ["Evacuation", "halted", "after", "shelling", "of", "the", "eastern", "enclave", "near", "Aleppo"]


def measure(text: str, style: str) -> float:
    return (7.0 if style in ("strong", "badge") else 6.0) * len(text)


def title(event: int) -> str:
    return " ".join(WORDS[: 1 + event % len(WORDS)])


def of_one_title(text: str) -> TitlesOf:
    return lambda ids: dict.fromkeys(ids, text)


def titles_of(ids: Sequence[int]) -> dict[int, str]:
    return {event: title(event) for event in ids}


def lanes_of(columns: Columns, folded: Collection[str] = ()) -> Lanes:
    counts = np.bincount(columns.kind, minlength=len(columns.kinds)).tolist()
    pairs = zip(columns.kinds, counts, strict=True)
    lanes = tuple(Lane(kind, kind, kind, count, kind in folded) for kind, count in pairs)
    return Lanes(lanes, columns.kind.astype(np.int32))


def scene_of(columns: Columns, look: Look, folded: Collection[str] = ()) -> Scene:
    return layout_of(columns, lanes_of(columns, folded), titles_of, measure, look)


def on_day(day: int, kind: str = "attack", importance: float = 0.5) -> Row:
    return BASE + day - 1, BASE + day, DAY, kind, importance


def told(scene: Scene) -> list[int]:
    """How many events of each lane are marks, in ticks or in cells."""
    counts = Counter(mark.lane for mark in scene.marks)
    for ticks in scene.ticks:
        counts[ticks.lane] += sum(ticks.counts)
    for band in scene.bands:
        counts[band.lane] += int(band.counts.sum())
    return [counts[lane] for lane in range(len(scene.lanes))]


def expected(rows: Sequence[Row], kinds: Sequence[str], start: float, end: float) -> list[set[int]]:
    """Ids of the events of each lane with a moment in a stretch, by the plainest means."""
    found: list[set[int]] = [set() for _ in kinds]
    for event, (begin, stop, _, kind, _) in enumerate(rows):
        if isnan(begin) and isnan(stop):
            continue
        ends = sorted((-inf if isnan(begin) else begin, inf if isnan(stop) else stop))
        first, last = (time if abs(time) == inf else min(max(time, EARLIEST), LATEST) for time in ends)
        if first < end and (last > start or first == last >= start):
            found[kinds.index(kind)].add(event)
    return found


def by_row(scene: Scene) -> dict[tuple[int, int], list[Mark]]:
    rows = defaultdict(list)
    for mark in sorted(scene.marks, key=lambda mark: mark.left):
        rows[mark.lane, mark.row].append(mark)
    return rows


times = st.one_of(
    st.floats(BASE, BASE + 31),
    st.integers(0, 31).map(lambda day: BASE + day),
    st.sampled_from([nan, -inf, inf, float(day_number(-9999, 1, 1)), float(day_number(99999, 1, 1)), BASE - 4000]),
)
lengths = st.one_of(st.just(0.0), st.just(1 / 1440), st.just(1.0), st.floats(0, 400))
rows_of_one_moment = st.builds(
    lambda start, length, precision, kind, importance: (start, start + length, precision, kind, importance),
    times, lengths, st.sampled_from(Precision), st.sampled_from(("talks", "attack")), st.floats(0, 1, width=32),
)  # fmt: skip
rows_of_two = st.tuples(
    times, times, st.sampled_from(Precision), st.sampled_from(("talks", "siege")), st.floats(0, 1, width=32)
)
libraries = st.lists(st.one_of(rows_of_one_moment, rows_of_two), max_size=60)
folds = st.sets(st.sampled_from(("talks", "attack", "siege")), max_size=2)
looks = st.builds(
    lambda first, days, width, height, margin: Look(BASE + first, BASE + first + days, width, height, margin),
    st.floats(-5, 30),
    st.sampled_from([0.02, 1.0, 14.0, 60.0, 4000.0, 20_000_000.0]),
    st.sampled_from([90.0, 500.0, 1100.0]),
    st.sampled_from([None, 60.0, 300.0]),
    st.sampled_from([0.0, 0.5]),
)


@settings(max_examples=150, deadline=None)
@given(libraries, looks)
def test_marks_and_labels_never_meet(columns_of: Build, rows: list[Row], look: Look) -> None:
    for marks in by_row(scene_of(columns_of(rows, sources=3, marks=int(Flag.DISAGREE)), look)).values():
        for one, other in pairwise(marks):
            assert other.left - one.right >= look.sizes.gap - 1e-6
        for mark in marks:
            assert mark.left <= min(mark.x0, mark.glyph_x) <= max(mark.x1, mark.glyph_x) <= mark.right
            if mark.label:
                assert mark.left <= mark.label_x
                assert mark.label_x + mark.label_width + mark.note_width + mark.sources_width <= mark.right


@settings(max_examples=150, deadline=None)
@given(libraries, looks, folds)
def test_every_event_is_a_mark_or_in_a_tick_or_in_a_cell(
    columns_of: Build, rows: list[Row], look: Look, folded: set[str]
) -> None:
    columns = columns_of(rows)
    scene = scene_of(columns, look, folded)
    inside = expected(rows, columns.kinds, scene.first, scene.last)
    ids = [mark.id for mark in scene.marks]
    assert told(scene) == [len(events) for events in inside] == [lane.visible for lane in scene.lanes]
    assert len(ids) == len(set(ids))
    assert all(mark.id in inside[mark.lane] for mark in scene.marks)
    assert all(set(ticks.ids) <= inside[ticks.lane] - set(ids) for ticks in scene.ticks)
    assert all((band.counts >= 0).all() for band in scene.bands)


@settings(max_examples=60, deadline=None)
@given(libraries, looks, folds)
def test_lanes_stand_below_each_other_with_rows_above_ticks(
    columns_of: Build, rows: list[Row], look: Look, folded: set[str]
) -> None:
    scene, sizes = scene_of(columns_of(rows), look, folded), look.sizes
    assert [box.top for box in scene.lanes] == pytest.approx([0, *np.cumsum([box.height for box in scene.lanes])[:-1]])
    assert scene.height == pytest.approx(sum(box.height for box in scene.lanes))
    for mark in scene.marks:
        box = scene.lanes[mark.lane]
        assert box.top + sizes.row / 2 <= mark.y <= box.top + sizes.pad + (box.rows - 0.5) * sizes.row + 1e-6
    for strip, half in (
        *((one, sizes.tick / 2) for one in scene.ticks),
        *((one, sizes.band / 2) for one in scene.bands),
    ):
        box = scene.lanes[strip.lane]
        assert strip.y - half >= box.top + sizes.pad * (box.rows > 0) + box.rows * sizes.row
        assert strip.y + half <= box.top + box.height


@settings(max_examples=60, deadline=None)
@given(libraries, looks)
def test_labels_are_whole_titles_or_their_first_words(columns_of: Build, rows: list[Row], look: Look) -> None:
    for mark in scene_of(columns_of(rows), look).marks:
        if mark.label.endswith("…"):
            words = mark.label[:-1].split(" ")
            assert len(words) >= 2
            assert words == WORDS[: len(words)]
        else:
            assert mark.label in ("", title(mark.id))


@settings(max_examples=40, deadline=None)
@given(libraries, looks)
def test_the_same_events_give_the_same_scene(columns_of: Build, rows: list[Row], look: Look) -> None:
    one, other = scene_of(columns_of(rows), look), scene_of(columns_of(rows), look)
    assert (one.lanes, one.marks, one.ticks) == (other.lanes, other.marks, other.ticks)
    assert [band.counts.tolist() for band in one.bands] == [band.counts.tolist() for band in other.bands]


@settings(max_examples=60, deadline=None)
@given(libraries, looks, st.sets(st.integers(0, 59), max_size=3), folds)
def test_a_chosen_event_has_a_mark_and_a_label(
    columns_of: Build, rows: list[Row], look: Look, chosen: set[int], folded: set[str]
) -> None:
    columns = columns_of(rows)
    scene = scene_of(columns, Look(look.start, look.end, look.width, look.height, look.margin, tuple(chosen)), folded)
    inside = set[int]().union(*expected(rows, columns.kinds, scene.first, scene.last))
    marks = {mark.id: mark for mark in scene.marks}
    assert all(marks[event].label for event in chosen & inside)


def test_one_event_has_its_lane_and_the_others_stay_low(columns_of: Build) -> None:
    scene = scene_of(columns_of([on_day(16)]), Look(BASE, BASE + 31, 1000))
    (mark,) = scene.marks
    assert (mark.label, mark.form, mark.row) == (title(0), Form.DAY, 0)
    assert mark.x0 == pytest.approx(15 * 1000 / 31)
    assert mark.x1 == pytest.approx(16 * 1000 / 31)
    assert {box.key: box.visible for box in scene.lanes} == {"talks": 0, "siege": 0, "attack": 1, "statement": 0}
    low, high = scene.lanes[0], scene.lanes[2]
    assert 0 < low.height < high.height
    assert scene.mark_of(0) == mark


def test_a_folded_lane_is_as_low_with_many_events_as_with_few(columns_of: Build) -> None:
    few, many = [on_day(16)] * 3, [on_day(1 + n % 30) for n in range(900)]
    heights = {scene_of(columns_of(rows), Look(BASE, BASE + 31, 1000), {"attack"}).height for rows in (few, many)}
    assert len(heights) == 1


def test_the_more_important_event_keeps_the_first_row(columns_of: Build) -> None:
    rows = [on_day(16, importance=0.1), on_day(16, importance=0.9), on_day(16, importance=0.5)]
    scene = scene_of(columns_of(rows), Look(BASE, BASE + 31, 1000))
    assert {mark.id: mark.row for mark in scene.marks} == {1: 0, 2: 1, 0: 2}


def test_without_room_a_label_is_shortened_then_dropped_then_the_event_is_a_tick(columns_of: Build) -> None:
    crowd = [on_day(day, importance=1 - place / 100) for place, day in enumerate((10, 10, 10, 5, 5, 5, 3, 11, 11, 11))]
    columns, look = columns_of(crowd), Look(BASE, BASE + 31, 1400, 100)
    ids = {round(start - BASE): event for event, start in zip(columns.ids.tolist(), columns.start, strict=True)}
    scene = layout_of(columns, lanes_of(columns), of_one_title(" ".join(WORDS)), measure, look)
    labels = {mark.id: mark.label for mark in scene.marks}
    assert scene.lanes[2].rows == 3
    assert labels[ids[9]] == "Evacuation halted after shelling of the eastern…"
    assert labels[ids[4]] == "Evacuation halted after…"
    assert labels[ids[2]] == ""
    assert sum(scene.ticks[0].counts) == 3
    assert ids[10] not in labels


def test_the_label_of_a_bar_longer_than_the_screen_stays_in_view(columns_of: Build) -> None:
    rows = [(float(day_number(2015, 3, 1)), inf, INTERVAL, "siege", 1.0)]
    (mark,) = scene_of(columns_of(rows), Look(BASE, BASE + 14, 1000, margin=1.0)).marks
    assert (mark.x0, mark.cut_start, mark.x1, mark.open_end) == (-1000, True, 2000, True)
    assert 0 < mark.glyph_x < mark.label_x < 100
    assert mark.note == "since March 2015"
    assert mark.label_x + mark.label_width + mark.note_width + mark.slide < mark.x1


@pytest.mark.parametrize("precision", [MINUTE, DAY])
def test_at_the_right_edge_the_label_stands_left_of_its_mark(columns_of: Build, precision: Precision) -> None:
    length = 1.0 if precision is DAY else 1 / 1440
    rows = [(BASE + 30, BASE + 30 + length, precision, "attack", 1.0)] * 9
    for mark in scene_of(columns_of(rows), Look(BASE, BASE + 31, 1000)).marks:
        if mark.label_width > 40:
            assert mark.flipped
            assert 0 <= mark.label_x < mark.label_x + mark.label_width <= mark.glyph_x - 7


def test_of_five_hundred_events_on_one_day_none_is_lost(columns_of: Build) -> None:
    columns = columns_of([on_day(16, importance=event / 500) for event in range(500)])
    look = Look(BASE, BASE + 31, 1000, 400)
    scene = scene_of(columns, look)
    assert told(scene) == [0, 0, 500, 0]
    assert sum(count for _, count, _ in scene.bands[0].sums) == int(scene.bands[0].counts.sum())
    chosen = scene_of(columns, Look(BASE, BASE + 31, 1000, 400, chosen=(3,)))
    assert chosen.mark_of(3)
    assert [mark for mark in chosen.marks if mark.id != 3] == list(scene.marks)
    assert told(chosen) == [0, 0, 500, 0]


def test_lanes_keep_to_the_height_where_rows_can_give_way(columns_of: Build) -> None:
    rows = [on_day(1 + event % 28, kind, event / 90) for event in range(90) for kind in ("talks", "attack")]
    columns = columns_of(rows)
    free = scene_of(columns, Look(BASE, BASE + 31, 1000)).height
    assert free > 400 >= scene_of(columns, Look(BASE, BASE + 31, 1000, 400)).height


def test_the_busiest_lane_keeps_the_names_of_its_most_important_events(columns_of: Build) -> None:
    few = [on_day(1 + event % 28, kind, event / 40) for event in range(40) for kind in ("siege", "talks", "statement")]
    many = [on_day(1 + event % 28, "attack", event / 400) for event in range(400)]
    scene = scene_of(columns_of(few + many), Look(BASE, BASE + 31, 1000, 200))
    number, lane = next((place, one) for place, one in enumerate(scene.lanes) if one.key == "attack")
    assert [band.lane for band in scene.bands] == [number]
    assert lane.rows == LEAST_CROWDED
    assert any(mark.label for mark in scene.marks if mark.lane == number)


def test_a_title_without_spaces_is_cut_at_a_letter(columns_of: Build) -> None:
    columns = columns_of([on_day(3)])
    scene = layout_of(columns, lanes_of(columns), of_one_title("停" * 200), measure, Look(BASE, BASE + 31, 1000))
    assert scene.marks[0].label == "停" * 52 + "…"


@pytest.mark.parametrize("look", [Look(BASE, BASE + 1, 0), Look(BASE, BASE, 500), Look(BASE, BASE - 1, 500)])
def test_where_nothing_can_be_seen_nothing_is_drawn(columns_of: Build, look: Look) -> None:
    scene = scene_of(columns_of([on_day(1)]), look)
    assert (scene.marks, scene.lanes, scene.height) == ((), (), 0)


def test_a_library_without_events_has_lanes_all_the_same(columns_of: Build) -> None:
    scene = scene_of(columns_of([]), Look(BASE, BASE + 31, 1000))
    assert [box.visible for box in scene.lanes] == [0, 0, 0, 0]
    assert scene.height > 0


def _million() -> Columns:
    count, mixed = 1_000_000, np.random.default_rng(7)
    start = np.sort(np.floor(mixed.uniform(BASE - 3650, BASE, count)))
    kind = mixed.integers(0, 4, count).astype(np.int16)
    importance = mixed.random(count).astype(np.float32)
    ids, same, one = np.arange(count), np.zeros(count, np.int8), np.ones(count, np.int32)
    precision = np.full(count, 2, np.int8)
    length = np.where(mixed.random(count) < 0.01, mixed.uniform(2, 3000, count), 1)
    return Columns(
        ids, start, start + length, kind, same, precision, same, importance, one, same.astype(np.uint8),
        ("talks", "siege", "attack", "statement"),
    )  # fmt: skip


def test_the_work_for_a_million_events_is_that_of_the_view() -> None:
    columns = _million()
    index, width = build_index(columns, lanes_of(columns)), 1100.0
    asked: list[int] = []

    def counted(ids: Sequence[int]) -> dict[int, str]:
        asked.append(len(ids))
        return titles_of(ids)

    for days in (0.05, 1, 14, 400, 3650):
        scene = layout(index, counted, measure, Look(BASE - 2000, BASE - 2000 + days, width, 500))
        assert told(scene) == index.counts(scene.first, scene.last)
        assert asked.pop() <= len(scene.lanes) * (MOST_ROWS * width / 110 + MOST_TICKS)
        assert scene.height <= 500
        assert all(len(band.counts) <= width / scene.sizes.cell + 2 for band in scene.bands)
