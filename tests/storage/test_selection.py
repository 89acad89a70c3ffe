from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.change import reject, set_note, set_places
from storage.library import Library
from storage.selection import words

SIEGE, SAID, TALKS, MEET = "siege of Aleppo", "rebels said", "Talks began in Astana", "Envoys will meet"
ALL = [SIEGE, SAID, TALKS, MEET]

FILTERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL),
    ({"kinds": {"talks"}}, [TALKS, MEET]),
    ({"kinds": set()}, []),
    ({"kinds": {"talks", "siege"}, "statuses": {"happened"}}, [SIEGE, TALKS]),
    ({"statuses": {"planned", "denied"}}, [MEET]),
    ({"reviews": {"found"}}, ALL),
    ({"reviews": {"rejected"}}, []),
    ({"places": {"Syria"}}, [SIEGE]),
    ({"places": {"Syria", "Astana"}}, [SIEGE, TALKS]),
    ({"sources": {"Café News"}}, [SIEGE, SAID]),
    ({"sources": {""}}, []),
    ({"first": 17151.0}, [SIEGE, TALKS]),
    ({"first": 17152.0}, [SIEGE]),
    ({"last": 17148.0}, [SIEGE]),
    ({"last": 17149.0}, [SIEGE, SAID]),
    ({"first": 17148.5, "last": 17148.75}, [SIEGE, SAID]),
    ({"last": 0.0}, []),
    ({"text": "astana"}, ALL[:1] + ALL[2:]),  # three by the title of their article
    ({"text": "CAFE"}, []),
    ({"text": "alep"}, [SIEGE]),
    ({"text": "talks began"}, [TALKS]),
    ({"text": "over rebels"}, [SAID]),
    ({"text": "rebels said", "kinds": {"talks"}}, []),
]


@pytest.mark.parametrize(("filters", "titles"), FILTERS)
def test_events_that_pass_come_in_the_order_of_time(
    library: Library, filters: dict[str, Any], titles: list[str]
) -> None:
    found = library.select(**filters)
    assert [event.title for event in library.events(found)] == titles


def test_rejected_events_come_only_when_asked_for(library: Library) -> None:
    siege = next(library.all_events())
    library.apply(reject(siege))
    assert siege.id not in library.select()
    assert library.select(reviews={"rejected"}).tolist() == [siege.id]


@pytest.mark.parametrize("text", ["naive", "NAÏVE", "naïv", "(naive)", '"naive'])
def test_notes_are_searched_without_regard_to_accents_or_case(library: Library, text: str) -> None:
    siege = next(library.all_events())
    library.apply(set_note(siege, "Naïve, said “one”"))
    assert library.select(text=text).tolist() == [siege.id]
    library.undo()
    assert library.select(text=text).tolist() == []


def test_places_follow_an_edit(library: Library) -> None:
    siege = next(library.all_events())
    library.apply(set_places(siege, ("Homs", "Homs"), [], library.new_ids()))
    assert library.select(places={"Homs"}).tolist() == [siege.id]
    assert library.select(places={"Syria"}).tolist() == []
    library.undo()
    assert library.select(places={"Syria"}).tolist() == [siege.id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('sieg "Aleppo OR', ['"sieg"*', '"Aleppo"*', '"OR"*']),
        ("—  ** \0 🙂", []),
        ("a\0b a", ['"a"*', '"b"*']),
        ("l'été", ['"l\'été"*']),
        ("\ud800x", ['"?x"*']),
        ("حلب", ['"حلب"*']),
    ],
)
def test_nothing_typed_is_taken_for_an_operator(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_signs_alone_restrict_nothing(library: Library) -> None:
    assert len(library.select(text=' " - ')) == len(ALL)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text() | st.text(alphabet='ab"*()^:-+{}.\\\0 ANDORT', max_size=40))
def test_a_search_is_never_an_error(library: Library, text: str) -> None:
    assert set(library.select(text=text).tolist()) <= {event.id for event in library.all_events()}


def test_a_long_text_pasted_into_the_search_is_no_error(library: Library) -> None:
    assert library.select(text=" ".join(f"astana{number}" for number in range(3000))).tolist() == []
