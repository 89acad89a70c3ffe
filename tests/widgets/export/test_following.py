"""A figure follows what is wanted: quick ones at once, long work gives way to what the user does meanwhile."""

from collections.abc import Callable
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from storage.errors import WrongUse
from widgets.export.following import Following
from widgets.export.pace import LONGEST, Pace, PacedPainter, Unwanted
from widgets.figure.content import Words
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions

FIRST, SECOND = FigureOptions(look="light"), FigureOptions(look="dark")


def layout(options: FigureOptions, breathe: Callable[[], None]) -> Figure:
    """Takes until others had a few turns."""
    until = monotonic() + 10 * LONGEST
    while monotonic() < until:
        breathe()
    return Figure((), options, Words())


def test_what_is_asked_for_meanwhile_takes_the_place_of_what_is_under_way(qtbot: QtBot) -> None:
    began, told = list[FigureOptions](), list[FigureOptions]()

    def begin(options: FigureOptions, breathe: Callable[[], None]) -> Figure:
        began.append(options)
        if options == FIRST:
            QTimer.singleShot(0, lambda: following.ask(SECOND))
        return layout(options, breathe)

    following = Following(begin)
    following.laid_out.connect(lambda figure: told.append(figure.options))
    with qtbot.waitSignal(following.laid_out):
        following.ask(FIRST)
    assert began == [FIRST, SECOND]
    assert told == [SECOND]


def test_what_was_told_last_is_not_laid_out_again_until_it_was_stopped(qtbot: QtBot) -> None:
    following = Following(layout)
    following.ask(FIRST)
    following.settle()
    with qtbot.assertNotEmitted(following.laid_out, wait=200):
        following.ask(FIRST)
    following.stop()
    with qtbot.waitSignal(following.laid_out):
        following.ask(FIRST)


def test_the_reason_why_there_is_no_figure_is_told(qtbot: QtBot) -> None:
    def refuse(_options: FigureOptions, _breathe: Callable[[], None]) -> Figure:
        raise WrongUse("So small a page has no room.")

    following = Following(refuse)
    with qtbot.waitSignal(following.failed, check_params_cb=lambda words: words == "So small a page has no room."):
        following.ask(FIRST)


def test_a_drawing_that_nobody_wants_any_more_ends_at_its_next_group(qtbot: QtBot) -> None:
    wanted = [True]
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = PacedPainter(image, Pace(lambda: wanted[0]))
    with painter.group("lane-1", "Talks"):
        pass
    painter.save()
    wanted[0] = False
    qtbot.wait(round(2000 * LONGEST))
    with pytest.raises(Unwanted), painter.group("lane-2", "Siege"):
        pass
    assert painter.end()
