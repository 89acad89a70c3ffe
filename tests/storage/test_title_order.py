from collections.abc import Callable

import pytest

from storage.change import set_title
from storage.library import Library
from storage.title_order import folded


@pytest.mark.parametrize(
    ("title", "sorted_as"),
    [
        ("Évacuation", "evacuation"),
        ("“Never again”, he said", "never again”, he said"),
        ("Straße", "strasse"),
        ("حَلَب", "حلب"),
        ("“”", "“”"),
        ("", ""),
    ],
)
def test_capitals_accents_and_opening_quotes_make_no_difference(title: str, sorted_as: str) -> None:
    assert folded(title) == sorted_as


def test_titles_stand_in_the_order_of_letters(library: Library, retitle: Callable[..., None]) -> None:
    for title, new in (("rebels said", "Évacuation"), ("Envoys will meet", "zoo"), ("siege of Aleppo", "eve")):
        retitle(title, new)
    titles = library.titles(library.title_order().tolist())
    assert [titles[one] for one in library.title_order().tolist()] == [
        "Évacuation", "eve", "Talks began in Astana", "zoo",
    ]  # fmt: skip


@pytest.fixture
def retitle(library: Library) -> Callable[..., None]:
    def change_title(title: str, new: str) -> None:
        event = next(one for one in library.all_events() if one.title == title)
        library.apply(set_title(event, new, (), library.new_ids()))

    return change_title
