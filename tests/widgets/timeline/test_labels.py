import pytest

from storage.moment import day_number
from widgets.timeline.drafts import Draft, Walls
from widgets.timeline.labels import drop_label, put_label, shorten_label
from widgets.timeline.scene import Form
from widgets.timeline.sizes import screen_sizes

SIZES, WALLS = screen_sizes(), Walls(-500, 1500, 1000)
NEAR = float(day_number(2016, 12, 1))


def measure(text: str, style: str) -> float:
    return (7.0 if style == "badge" else 6.0) * len(text)


def drafted(form: Form, x0: float, x1: float, sources: int = 1, disagree: bool = False) -> Draft:
    glyph = (x0 + x1) / 2 if x1 - x0 <= SIZES.narrow else max(x0, 0) + SIZES.inset
    flags = (False,) * 5
    return Draft(
        1, "siege", form, "happened", float(day_number(2015, 3, 1)), x0, x1, *flags, sources, disagree, False, False,
        glyph, min(glyph - SIZES.half, x0), max(glyph + SIZES.half, x1),
    )  # fmt: skip


def labelled(draft: Draft, title: str = "Panel set up") -> Draft:
    put_label(draft, title, WALLS, SIZES, measure, NEAR)
    return draft


def test_a_label_stands_right_of_its_glyph_and_its_room_is_taken() -> None:
    draft = labelled(drafted(Form.DAY, 100, 120))
    assert (draft.label, draft.label_x, draft.label_width) == ("Panel set up", 110 + SIZES.to_label, 72)
    assert draft.left == 100
    assert draft.right >= draft.label_x + draft.label_width


def test_number_of_sources_and_disagreement_take_room_behind_the_label() -> None:
    plain, rich = labelled(drafted(Form.DAY, 100, 120)), labelled(drafted(Form.DAY, 100, 120, 12, disagree=True))
    assert plain.sources_width == 0
    assert rich.right >= plain.right + rich.sources_width > plain.right + 14


@pytest.mark.parametrize(("x", "flips"), [(500, False), (900, False), (930, True), (980, True), (1010, False)])
def test_a_label_turns_to_the_left_only_near_the_edge_of_the_view(x: float, flips: bool) -> None:
    draft = labelled(drafted(Form.INSTANT, x, x))
    assert draft.flipped is flips
    assert draft.label == "Panel set up"
    if flips:
        assert draft.left < draft.label_x < draft.label_x + draft.label_width == draft.glyph_x - SIZES.to_label


def test_a_wide_mark_near_the_edge_shortens_its_label_instead() -> None:
    draft = labelled(drafted(Form.BAR, 850, 1400), "Siege of Foua and Kefraya goes on")
    assert not draft.flipped
    assert draft.label == "Siege of Foua and…"
    assert draft.label_x + draft.label_width <= 1000


def test_a_bar_from_out_of_view_says_since_when_beside_its_label() -> None:
    draft = labelled(drafted(Form.BAR, -400, 700), "Siege")
    assert draft.note == "since March 2015"
    assert draft.note_width > 0
    assert labelled(drafted(Form.BAR, 10, 700), "Siege").note == ""


def test_a_shortened_label_ends_before_the_neighbour_or_stays_as_it_was() -> None:
    draft = labelled(drafted(Form.DAY, 100, 120), "Envoys resume talks in Ankara")
    assert not shorten_label(draft, "Envoys resume talks in Ankara", 180, SIZES, measure)
    assert draft.label == "Envoys resume talks in Ankara"
    assert shorten_label(draft, "Envoys resume talks in Ankara", 260, SIZES, measure)
    assert (draft.label, draft.right <= 260) == ("Envoys resume talks…", True)


def test_without_its_label_a_mark_takes_its_line_and_glyph_alone() -> None:
    draft = labelled(drafted(Form.INSTANT, 980, 980, 3, disagree=True))
    drop_label(draft, SIZES)
    assert (draft.left, draft.right) == (980 - SIZES.half, 980 + SIZES.half)
    assert (draft.label, draft.sources_width, draft.flipped, draft.disagree) == ("", 0, False, False)


def test_an_event_without_title_keeps_its_number_of_sources() -> None:
    draft = labelled(drafted(Form.DAY, 100, 120, 3), "")
    assert draft.label == ""
    assert draft.sources_width > 0
    assert draft.right >= draft.label_x + draft.sources_width
