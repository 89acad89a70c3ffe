"""The article by the length of its blocks, for pages of which no tree can be made."""

import pytest

from app.reading.page_blocks import article_words

FIRST = "The mill by the canal burnt down in the night to Sunday, and nobody was hurt, the brigade said."
SECOND = "Two hundred people had worked there until the spring, when the owner moved the looms to the coast."
LINKS = "".join(
    f"<li><a href='/{name}'>{name} of the last seven days from all parts of the land and the sea</a>" for name in "abc"
)

PAGES = {
    "a menu is left out": (f"<nav>{LINKS}</nav><p>{FIRST}</p><p>{SECOND}</p>", [FIRST, SECOND]),
    "links are no prose": (f"<div>{LINKS}</div><p>{FIRST}</p><p>{SECOND}</p>", [FIRST, SECOND]),
    "a heading between": (
        f"<h1>Fire</h1><p>{FIRST}</p><h2>The looms</h2><p>{SECOND}</p>",
        [FIRST, "The looms", SECOND],
    ),
    "captions beside": (f"<p>{FIRST}</p><p>{SECOND}</p><p>Photo: J. Doe</p>", [FIRST, SECOND]),
    "a menu without an end": (f"<nav><p>{FIRST}</p><p>{SECOND}</p>", [FIRST, SECOND]),
    "ends without beginnings": (f"</nav></nav><p>{FIRST}</p></footer><p>{SECOND}</p>", [FIRST, SECOND]),
    "marks within a line": (f"<p>{FIRST[:30]}<b>{FIRST[30:40]}</b>{FIRST[40:]}</p>", [FIRST]),
    "a footer": (f"<p>{FIRST}</p><footer><p>{SECOND}</p></footer>", [FIRST]),
    "short words alone": ("<p>It left.</p><p>It came back.</p>", ["It left.", "It came back."]),
    "nothing": ("", [""]),
}


@pytest.mark.parametrize(("page", "lines"), PAGES.values(), ids=PAGES)
def test_running_text_is_kept(page: str, lines: list[str]) -> None:
    assert [line for line in article_words(page).split("\n") if line or not page] == lines
