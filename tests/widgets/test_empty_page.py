import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from widgets.empty_page import EmptyPage
from widgets.empty_picture import EmptyPicture

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot) -> EmptyPage:
    made = EmptyPage()
    qtbot.addWidget(made)
    made.set_formats(("Text", "PDF"))
    made.set_sample("Aleppo, December 2016")
    made.resize(1300, 900)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Add articles", "add_requested"),
        ("Paste text", "paste_requested"),
        ("Open a library", "open_requested"),
        ("Open the sample: Aleppo, December 2016", "sample_requested"),
    ],
)
def test_every_way_to_begin_is_a_button(qtbot: QtBot, page: EmptyPage, name: str, signal: str) -> None:
    button = next(part for part in page.findChildren(QPushButton) if part.text() == name)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_can_be_read(page: EmptyPage) -> None:
    assert "Reads Text, PDF" in [part.text() for part in page.findChildren(QLabel)]


def test_something_dragged_over_it_changes_its_words_and_looks(page: EmptyPage) -> None:
    before = page.grab().toImage()
    page.set_dragging(True)
    assert "Let go to add them" in [part.text() for part in page.findChildren(QLabel)]
    assert page.grab().toImage() != before
    page.set_dragging(False)
    assert page.grab().toImage() == before


def test_without_a_sample_none_is_offered(page: EmptyPage) -> None:
    page.set_sample("")
    assert not any(part.isVisible() and "sample" in part.text() for part in page.findChildren(QPushButton))


def test_it_fits_a_small_window(page: EmptyPage) -> None:
    page.resize(760, 640)
    page.grab()
    assert all(page.rect().contains(part.mapTo(page, part.rect().center())) for part in page.findChildren(QPushButton))


@pytest.mark.parametrize(("height", "pictured"), [(900, True), (760, True), (460, False), (400, False)])
def test_the_picture_gives_way_before_it_covers_the_words(page: EmptyPage, height: int, pictured: bool) -> None:
    page.resize(784, height)
    page.grab()
    picture = page.findChild(EmptyPicture)
    head = next(part for part in page.findChildren(QLabel) if part.text() == "Drop articles here")
    assert picture.isVisible() == pictured
    if pictured:
        assert picture.geometry().bottom() < head.geometry().top()
