"""What is said of several events."""

from app.showing_several import copied, shown_several
from storage.change import reject
from storage.library import Library


def ids(library: Library, *titles: str) -> list[int]:
    found = {event.title: event.id for event in library.all_events()}
    return [found[title] for title in titles]


def test_several_events_are_counted_with_their_time_and_kinds(library: Library) -> None:
    events = ids(library, "Talks began in Astana", "=2+2 was painted", "Envoys will meet")
    shown = shown_several(library, events)
    assert shown.events == tuple(events)
    assert shown.when == "13–16 Dec 2016"
    assert shown.length == "4 days · 1 without a date"
    assert [(one.label, one.count) for one in shown.kinds] == [("Talks", 2), ("Protest", 1)]
    assert not shown.rejected


def test_open_ends_and_missing_dates_are_told(library: Library) -> None:
    shown = shown_several(library, ids(library, "siege of Foua", "Talks began in Astana"))
    assert shown.length.endswith("some reach later")
    assert shown_several(library, ids(library, "Envoys will meet")).when == "No date yet"


def test_several_are_rejected_when_all_are(library: Library) -> None:
    events = ids(library, "Talks began in Astana", "Envoys will meet")
    for number, one in enumerate(library.events(events)):
        assert not shown_several(library, events).rejected, number
        library.apply(reject(one))
    assert shown_several(library, events).rejected


def test_events_are_copied_with_their_sources_and_words(library: Library) -> None:
    assert copied(library, ids(library, "Talks began in Astana", "Envoys will meet")) == (
        "Friday 16 December 2016: Talks began in Astana\n"
        "Talks, Astana\n"
        "“Talks began in Astana” – The Wire, https://wire.example/1, Sat 17 Dec 2016\n"
        "\n"
        "No date: Envoys will meet (planned)\n"
        "Talks\n"
        "“Envoys will meet” – The Wire, https://wire.example/1, Sat 17 Dec 2016"
    )
