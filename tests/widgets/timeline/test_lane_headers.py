import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from resources.themes import theme
from widgets.timeline.dress import Dress, dress_for
from widgets.timeline.lane_headers import GAP, counted, elided, lines_of
from widgets.timeline.scene import LaneBox

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def dress() -> Dress:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made = dress_for(painter, theme("light"))
    painter.end()
    return made


@pytest.mark.parametrize(
    "label", ["Attack", "Office for the Coordination of Humanitarian Affairs", "Donaudampfschifffahrtsgesellschaft", ""]
)
@pytest.mark.parametrize("room", [20.0, 60.0, 90.0, 1000.0])
def test_a_label_never_runs_into_the_count(dress: Dress, label: str, room: float) -> None:
    shown = elided(label, room, dress.letters.measure)
    assert dress.letters.measure(shown, "lane") <= room
    assert shown == label or shown.endswith("…")


def test_a_label_is_shortened_at_a_word(dress: Dress) -> None:
    room = dress.letters.measure("Office for the…", "lane") + 1
    assert elided("Office for the Coordination of Affairs", room, dress.letters.measure) == "Office for the…"


@pytest.mark.parametrize("room", [20.0, 60.0, 90.0, 1000.0])
def test_a_long_name_never_changes_the_count(dress: Dress, room: float) -> None:
    lane = LaneBox("humanitarian", "Humanitarian", "humanitarian", 0, 34, 1, 3, 39)
    assert counted(dress, lane, 3, room)[0] == "3/39"
    assert counted(dress, lane, 39, room)[0] == "39"


def test_a_large_count_is_told_roughly_before_a_name_is_shortened(dress: Dress) -> None:
    lane = LaneBox("humanitarian", "Humanitarian", "humanitarian", 0, 34, 1, 83_545, 83_545)
    name = dress.letters.measure("Humanitarian", "lane") + GAP
    assert counted(dress, lane, 83_545, name + dress.letters.measure("83,545", "count"))[0] == "83,545"
    assert counted(dress, lane, 83_545, name + dress.letters.measure("83,545", "count") - 1)[0] == "84k"
    many = LaneBox("humanitarian", "Humanitarian", "humanitarian", 0, 34, 1, 0, 1_234_567)
    assert counted(dress, many, 0, 0)[0] == "0/1.2m"
    assert counted(dress, many, 12_345, 0)[0] == "12k/1.2m"


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (1, ("Explosion…",)),
        (2, ("Explosion", "in a Damascus police…")),
        (3, ("Explosion", "in a Damascus police", "station wounds…")),
        (9, ("Explosion", "in a Damascus police", "station wounds", "officers")),
    ],
)
def test_a_long_name_goes_on_in_further_lines(most: int, lines: tuple[str, ...]) -> None:
    rooms = 100.0, 210.0
    title = "Explosion in a Damascus police station wounds officers"
    if most == 9:
        rooms = 100.0, 200.0
    assert lines_of(title, rooms, most, lambda text, _: 10.0 * len(text)) == lines


@given(st.text("ab ", max_size=60), st.floats(5, 200), st.floats(5, 200), st.integers(1, 4))
def test_no_line_of_a_name_is_wider_than_its_room(label: str, first: float, rest: float, most: int) -> None:
    lines = lines_of(label, (first, rest), most, lambda text, _: 7.0 * len(text))
    assert len(lines) <= most
    for number, line in enumerate(lines):
        assert 7.0 * len(line) <= (rest if number else first) or line == "…"
