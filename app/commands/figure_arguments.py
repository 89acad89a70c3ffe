"""What can be said of a figure on the command line, and the options that it comes to."""

import argparse
from argparse import Namespace
from datetime import date

from widgets.figure.options import (
    LANES,
    LOOKS,
    LOWEST,
    MOST_COLUMNS,
    MOST_PAGES,
    MOST_ROWS,
    NARROWEST,
    SCALES,
    TALLEST,
    TEXTS,
    WIDEST,
    FigureOptions,
    Paper,
    Sources,
)

PAGES = tuple(page.value for page in Paper if page is not Paper.PIXELS)


def add_figure_arguments(made: argparse.ArgumentParser) -> None:
    """The group “of a figure” in the help."""
    group = made.add_argument_group("of a figure (PNG, SVG, PDF)")
    _add_page(group)
    _add_words(group)


def figure_options(told: Namespace) -> FigureOptions:
    """Everything that was said; what was not has its default."""
    sources = Sources.QUOTES if told.quotes else Sources.LIST if told.sources else Sources.NONE
    return FigureOptions(
        lanes=told.lanes,
        page=Paper(told.page) if told.page else Paper.PIXELS,
        landscape=not told.portrait,
        columns=told.columns,
        tallest=told.tallest,
        width=told.width,
        height=told.height,
        scale=told.scale,
        rows=told.rows,
        pages=told.pages,
        look=told.theme,
        transparent=told.transparent,
        title=told.title,
        subtitle=told.subtitle,
        legend=told.legend,
        credit=told.credit,
        made=told.made,
        sources=sources,
        text=told.text,
    ).checked()


def _add_page(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--page", choices=PAGES, help="a page of that size; one in px if not said")
    way = group.add_mutually_exclusive_group()
    way.add_argument("--landscape", action="store_true", help="paper lies on its side, as it does if not said")
    way.add_argument("--portrait", action="store_true", help="paper stands upright")
    add(
        "--columns",
        type=_whole(1, MOST_COLUMNS),
        default=2,
        metavar="N",
        help="of a newspaper, for --page column; 2 if not said",
    )
    add(
        "--tallest",
        type=_whole(LOWEST, TALLEST),
        default=450,
        metavar="MM",
        help="the most that a figure for --page column may be high; 450 if not said",
    )
    add("--width", type=_pixels, default=1600, metavar="PX", help="of a page in px; 1600 if not said")
    add(
        "--height",
        type=_pixels,
        metavar="PX",
        help="of a page in px; if not said, as much as it needs up to 1.5 times its width",
    )
    add(
        "--scale",
        type=_share(*SCALES),
        default=1.0,
        metavar="N",
        help="a PNG in a higher resolution, 1 to 4; of paper, 1 is 150 dpi",
    )
    add(
        "--rows",
        type=_whole(1, MOST_ROWS),
        default=0,
        metavar="N",
        help="rows of time on a page; what suits if not said",
    )
    add(
        "--pages",
        type=_whole(1, MOST_PAGES),
        default=1,
        metavar="N",
        help="pages onto which time is folded; 1 if not said",
    )
    add("--lanes", choices=LANES, default="kind", help="what lanes are by; kind if not said")
    add(
        "--text-size",
        dest="text",
        type=_share(*TEXTS),
        default=1.0,
        metavar="N",
        help="how large letters are, from 0.75 to 1.6; 1 suits the page",
    )
    add("--theme", choices=LOOKS, default="light", help="how it looks; print is safe in black and white")
    add("--transparent", action="store_true", help="without a ground, to be laid on something")


def _add_words(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--title", metavar="TEXT", help="the name of the library if not said; '' for none")
    add("--subtitle", metavar="TEXT", help="the days that are shown if not said; '' for none")
    add("--credit", default="", metavar="TEXT", help="who made it")
    add(
        "--made",
        nargs="?",
        type=_day,
        const=_today(),
        metavar="YYYY-MM-DD",
        help="tell when it was made; today if no day is said",
    )
    add("--no-legend", dest="legend", action="store_false", help="leave out what marks mean")
    add("--sources", action="store_true", help="number the sources and list them")
    add("--quotes", action="store_true", help="list the sources with their words")


def _today() -> str:
    return date.today().isoformat()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day such as 2016-12-17") from None


def _pixels(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not NARROWEST <= int(text) <= WIDEST:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of pixels from {NARROWEST} to {WIDEST}")
    return int(text)


class _Bounded:
    """A number between two others, whole or not."""

    def __init__(self, least: float, most: float, whole: bool) -> None:
        self._least, self._most, self._whole = least, most, whole

    def __call__(self, text: str) -> float:
        try:
            number = int(text) if self._whole else float(text)
        except ValueError:
            number = self._least - 1
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(f"“{text}” is no number from {self._least:g} to {self._most:g}")
        return number


def _whole(least: int, most: int) -> _Bounded:
    return _Bounded(least, most, True)


def _share(least: float, most: float) -> _Bounded:
    return _Bounded(least, most, False)
