"""What can be said of a figure on the command line, and the options that it comes to."""

import argparse
from argparse import Namespace
from datetime import date
from typing import Any

from widgets.figure.options import (
    LANES,
    LOOKS,
    MOST_COLUMNS,
    MOST_PAGES,
    MOST_ROWS,
    NARROWEST,
    SCALES,
    TEXTS,
    WIDEST,
    FigureOptions,
    Paper,
    Sources,
)

PAGES = tuple(page.value for page in Paper if page is not Paper.PIXELS)


PLAIN = (
    "lanes", "columns", "width", "height", "scale", "rows", "pages", "look", "transparent", "title", "subtitle", "legend",
    "credit", "made", "text",
)  # fmt: skip
"""Arguments that stand in the options as they are said."""
NAMES = (*PLAIN, "page", "landscape", "portrait", "sources", "quotes")
"""All arguments of a figure; one that was not said is None."""


def add_figure_arguments(made: argparse.ArgumentParser) -> None:
    """The group “of a figure” in the help."""
    group = made.add_argument_group("of a figure (PNG, SVG, PDF)")
    _add_page(group)
    _add_words(group)


def figure_options(told: Namespace) -> FigureOptions:
    """Everything that was said; what was not has its default."""
    said: dict[str, Any] = {name: getattr(told, name) for name in PLAIN if getattr(told, name) is not None}
    sources = Sources.QUOTES if told.quotes else Sources.LIST if told.sources else Sources.NONE
    page = Paper(told.page) if told.page else Paper.PIXELS
    return FigureOptions(page=page, landscape=not told.portrait, sources=sources, **said).checked()


def _add_page(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--page", choices=PAGES, help="a page of that size; one in px if not said")
    way = group.add_mutually_exclusive_group()
    way.add_argument(
        "--landscape", action="store_const", const=True, help="paper lies on its side, as it does if not said"
    )
    way.add_argument("--portrait", action="store_const", const=True, help="paper stands upright")
    add(
        "--columns",
        type=_whole(1, MOST_COLUMNS),
        metavar="N",
        help="of a newspaper, for --page column; 2 if not said",
    )
    add("--width", type=_pixels, metavar="PX", help="of a page in px; 1600 if not said")
    add("--height", type=_pixels, metavar="PX", help="of a page in px; as much as it needs if not said")
    add(
        "--scale",
        type=_share(*SCALES),
        metavar="N",
        help="a PNG in a higher resolution, 1 to 4; of paper, 1 is 150 dpi",
    )
    add(
        "--rows",
        type=_whole(1, MOST_ROWS),
        metavar="N",
        help="rows of time on a page; what suits if not said",
    )
    add(
        "--pages",
        type=_whole(1, MOST_PAGES),
        metavar="N",
        help="pages onto which time is folded; 1 if not said",
    )
    add("--lanes", choices=LANES, help="what lanes are by; kind if not said")
    add(
        "--text-size",
        dest="text",
        type=_share(*TEXTS),
        metavar="N",
        help="how large letters are, from 0.75 to 1.6; 1 suits the page",
    )
    add("--theme", dest="look", choices=LOOKS, help="how it looks; print is safe in black and white")
    add("--transparent", action="store_const", const=True, help="without a ground, to be laid on something")


def _add_words(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--title", metavar="TEXT", help="the name of the library if not said; '' for none")
    add("--subtitle", metavar="TEXT", help="the days that are shown if not said; '' for none")
    add("--credit", metavar="TEXT", help="who made it")
    add(
        "--made",
        nargs="?",
        type=_day,
        const=_today(),
        metavar="YYYY-MM-DD",
        help="tell when it was made; today if no day is said",
    )
    add("--no-legend", dest="legend", action="store_const", const=False, help="leave out what marks mean")
    add("--sources", action="store_const", const=True, help="number the sources and list them")
    add("--quotes", action="store_const", const=True, help="list the sources with their words")


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
