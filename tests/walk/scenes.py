"""Events for pictures of the timeline: the usual, the crowded, the far, the foreign and the broken ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf, nan

import numpy as np

from resources.kinds import kinds
from storage.columns import PRECISIONS, REVIEWS, STATUSES, Columns, Lane, Lanes, Mark
from storage.model import Precision, Review, Status
from storage.moment import day_number
from widgets.timeline.spans import Span

DAY = float(day_number(2016, 12, 12))
KINDS = tuple(kinds())
WORDS = (
    "Convoy reaches the old town", "Talks resume in Ankara", "Shelling of the market", "Monitors cross the river",
    "A truce is announced for the night", "Garrison leaves its last position", "Hospital reports twelve wounded",
    "Court orders the release of two editors", "Crowds gather before the ministry", "Envoys meet in Geneva",
    "Ministers extend the sanctions", "Power fails in four districts after an air raid", "Village falls",
)  # fmt: skip
ARABIC = (
    "وصول قافلة المساعدات إلى المدينة القديمة", "استئناف المحادثات في أنقرة", "قصف السوق الشعبي",
    "المراقبون يعبرون النهر عند الفجر", "إعلان هدنة لمدة ليلة واحدة", "انسحاب الحامية من موقعها الأخير",
)  # fmt: skip
OTHERS = (
    "停火协议今晚生效",
    "Заседание перенесено на пятницу",
    "🕊️ Ateşkes ilan edildi 🕊️",
    "שיחות בג׳נבה",
    "ไม่มีข่าวจากชายแดน",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One event, as plainly as it can be said."""

    start: float
    end: float
    precision: Precision = Precision.DAY
    kind: str = "attack"
    title: str = ""
    status: Status = Status.HAPPENED
    review: Review = Review.FOUND
    importance: float = 0.5
    sources: int = 1
    marks: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on the timeline, and what of it is looked at; None lets the timeline choose."""

    rows: Sequence[Row]
    span: Span | None = None
    size: tuple[int, int] = (1136, 560)
    act: Callable[..., None] = field(default=lambda _timeline: None)
    hint: str = "No events were found in the articles."


def columns_of(rows: Sequence[Row]) -> tuple[Columns, Lanes, dict[int, str]]:
    """The rows in the order of time, in lanes by kind, with their titles."""
    ordered = sorted(enumerate(rows, 1), key=lambda pair: (pair[1].start != pair[1].start, pair[1].start))
    present = [kind for kind in KINDS if any(row.kind == kind for row in rows)]

    def column(values: list[object], kind: type) -> np.ndarray:  # type: ignore[type-arg]
        return np.array(values, dtype=kind)

    one = [row for _, row in ordered]
    made = Columns(
        column([number for number, _ in ordered], np.int64),
        column([row.start for row in one], np.float64),
        column([row.end for row in one], np.float64),
        column([KINDS.index(row.kind) for row in one], np.int16),
        column([STATUSES.index(row.status) for row in one], np.int8),
        column([PRECISIONS.index(row.precision) for row in one], np.int8),
        column([REVIEWS.index(row.review) for row in one], np.int8),
        column([row.importance for row in one], np.float32),
        column([row.sources for row in one], np.int32),
        column([row.marks for row in one], np.uint8),
        KINDS,
    )
    counts = [sum(row.kind == kind for row in rows) for kind in present]
    lanes = tuple(Lane(kind, kinds()[kind].label, kind, count) for kind, count in zip(present, counts, strict=True))
    of_row = column([present.index(row.kind) for row in one], np.int32)
    return made, Lanes(lanes, of_row), {number: row.title for number, row in ordered}


def on_day(day: float, title: str, kind: str = "attack", **more: object) -> Row:
    return Row(DAY + day, DAY + day + 1, Precision.DAY, kind, title, **more)  # type: ignore[arg-type]


def at_minute(time: float, title: str) -> Row:
    return Row(time, time + 1 / 1440, Precision.MINUTE, "attack", title)


def clustered(count: int, titles: Sequence[str] = WORDS) -> list[Row]:
    """Around a few days, of all kinds, one in seven lasting."""
    chance = np.random.default_rng(count)
    days = np.where(chance.random(count) < 0.9, chance.normal(4, 12, count), chance.uniform(-900, 900, count)).round()
    return [_clustered(chance, float(day), titles[number % len(titles)]) for number, day in enumerate(days.tolist())]


def _clustered(chance: np.random.Generator, day: float, title: str) -> Row:
    kind = KINDS[int(chance.integers(0, len(KINDS)))]
    sources, status = int(chance.geometric(0.5)), list(Status)[int(chance.choice(5, p=[0.8, 0.05, 0.08, 0.04, 0.03]))]
    weight, start = float(chance.random()), DAY + day
    sort = chance.random()
    if sort < 0.15:
        return Row(
            start, start + float(chance.integers(2, 40)), Precision.INTERVAL, kind, title, status, importance=weight
        )
    if sort < 0.25:
        minute = float(chance.integers(0, 1440)) / 1440
        return Row(start + minute, start + minute + 1 / 1440, Precision.MINUTE, kind, title, status, importance=weight)
    return Row(start, start + 1, Precision.DAY, kind, title, status, importance=weight, sources=sources)


def every_state() -> list[Row]:
    """Each form and state of a mark once."""
    fuzzy, split = int(Mark.APPROXIMATE), int(Mark.DISAGREE)
    return [
        Row(DAY + 1.8, DAY + 1.8 + 1 / 1440, Precision.MINUTE, "attack", "Ambassador shot, 19:05"),
        on_day(1, "Police station bombed"),
        Row(DAY, DAY + 5, Precision.DAY, "detention", "Arrests, some day that week"),
        Row(DAY - 11, DAY + 20, Precision.MONTH, "politics", "Decree, some day in December"),
        Row(DAY + 1.3, DAY + 4.4, Precision.INTERVAL, "humanitarian", "Evacuation halted"),
        Row(DAY + 0.5, DAY + 5, Precision.INTERVAL, "siege", "Siege of the old town", marks=fuzzy),
        Row(-inf, DAY + 6, Precision.INTERVAL, "siege", "Beginning not known"),
        Row(DAY + 2, inf, Precision.INTERVAL, "siege", "Siege of two villages"),
        Row(DAY - 520, DAY + 30, Precision.INTERVAL, "siege", "Mountain towns cut off"),
        on_day(0, "Talks in Astana", "talks", status=Status.PLANNED),
        Row(DAY + 3, DAY + 6, Precision.INTERVAL, "talks", "Round of talks", Status.PLANNED),
        on_day(0, "Sanctions weighed", "sanction", status=Status.HYPOTHETICAL),
        Row(DAY + 3, DAY + 6, Precision.INTERVAL, "agreement", "If a truce holds", Status.HYPOTHETICAL),
        on_day(1, "Declared complete", "humanitarian", status=Status.DENIED),
        on_day(1, "Oasis town falls", "capture", review=Review.CONFIRMED, sources=4),
        on_day(1, "Gas attack east of the road", "attack", sources=2, marks=split),
        on_day(5, "A preview", "statement", marks=int(Mark.PREVIEW)),
    ]


def edges_of_time() -> list[Row]:
    """Years at the limits, ends before starts, times that are none."""

    def year(number: int, title: str) -> Row:
        day = float(day_number(number, 5, 1))
        return Row(day, day + 1, Precision.DAY, "politics", title)

    return [
        year(1, "Year 1"), year(9999, "Year 9999"), year(-500, "501 BC"), year(20000, "Year 20000"),
        Row(DAY + 4, DAY - 3, Precision.INTERVAL, "siege", "Ends before it begins"),
        Row(nan, DAY, Precision.INTERVAL, "attack", "Start is no number"),
        Row(nan, nan, Precision.DAY, "attack", "Neither is a number"),
        Row(inf, -inf, Precision.INTERVAL, "talks", "The wrong way round for ever"),
        on_day(0, ""), on_day(1, "x" * 10_000), on_day(2, "word " * 2_000), on_day(3, "two\nlines\tand a tab"),
        on_day(4, "<b>no markup</b> & so on"), *(on_day(n, title) for n, title in enumerate(OTHERS, 5)),
    ]  # fmt: skip


def with_lone(year: int) -> list[Row]:
    day = float(day_number(year, 2, 3))
    return [Row(day, day + 1, Precision.DAY, "agreement", "An old accord"), *clustered(60)]


def zoomed(length: float, start: float = DAY) -> Span:
    return Span(start, start + length)


def pictures() -> dict[str, Picture]:
    """By their names, in the order in which one looks at them."""
    from widgets.timeline.arrangement import Arrangement

    low = Arrangement(folded=frozenset({"attack", "siege", "talks"}), hidden=frozenset({"other", "sanction"}))
    news = clustered(1000)
    return {
        "states": Picture(every_state(), Span(DAY - 0.4, DAY + 7.6), (1136, 760)),
        "empty": Picture([]),
        "one": Picture([on_day(0, WORDS[0])]),
        "one-minute": Picture([at_minute(DAY + 0.5, WORDS[2])]),
        "same-day": Picture([on_day(0, WORDS[n % 13], importance=n / 500) for n in range(500)]),
        "same-minute": Picture([at_minute(DAY + 0.5, WORDS[n % 13]) for n in range(90)]),
        "lone": Picture(with_lone(1993)),
        "lone-whole": Picture(with_lone(1993), Span(day_number(1992, 1, 1), day_number(2018, 1, 1))),
        "arabic": Picture(clustered(80, ARABIC), zoomed(14)),
        "mixed-scripts": Picture(clustered(80, OTHERS), zoomed(14)),
        "edges-near": Picture(edges_of_time(), zoomed(12, DAY - 1)),
        "edges-all": Picture(edges_of_time(), Span(day_number(-700, 1, 1), day_number(20500, 1, 1))),
        "news": Picture(news, zoomed(14)),
        "news-quarter": Picture(news, zoomed(90, DAY - 40)),
        "news-years": Picture(news, zoomed(1900, DAY - 950)),
        "arranged": Picture(news, zoomed(14), act=lambda timeline: timeline.set_arrangement(low)),
        "chosen": Picture(clustered(60), zoomed(10), act=lambda timeline: timeline.select(5)),
        "week-of-hours": Picture(clustered(200), zoomed(3)),
        "hours": Picture(clustered(200), zoomed(0.5, DAY + 4.4)),
        "minutes": Picture(clustered(200), zoomed(1 / 48, DAY + 4.4)),
        "century": Picture(with_lone(1933), Span(day_number(1920, 1, 1), day_number(2020, 1, 1))),
        "millennia": Picture(edges_of_time(), Span(day_number(-3000, 1, 1), day_number(3000, 1, 1))),
        "low": Picture(news, zoomed(14), (1136, 190)),
        "narrow": Picture(news, zoomed(14), (360, 420)),
        "wide": Picture(news, zoomed(60), (7680, 700)),
    }  # fmt: skip
