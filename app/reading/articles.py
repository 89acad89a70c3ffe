"""From what a reader found to an Article: the same care for every format."""

import hashlib
import re
from dataclasses import dataclass

from app.reading import dates, titles
from app.reading.clean import clean, one_line
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Published

# "en", "en-GB", "pt_BR.UTF-8"; not "english" or "x-default"
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_.].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of its article besides the text; everything may be missing."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: Published | None = None
    others: tuple[Published, ...] = ()
    """Days that the file names besides, the likeliest first."""
    guess: Published | None = None
    key: str = ""


def article(
    source: Source, text: str, reader: str, facts: Facts | None = None, sha256: str = "", as_given: bool = False
) -> Article:
    """The article with cleaned text; CannotRead if there are no words in it. The library gives the id later.

    `sha256` spares a table from hashing the same bytes for each row. `as_given` keeps blanks and empty lines, because
    whoever made the table may know places in its texts by their offsets.
    """
    facts = facts or Facts()
    text = clean(text, as_given)
    if not any(character.isalnum() for character in text):
        raise CannotRead(
            f"{source.shown} has no words in it, so there is no article to take. Look whether it is the right one."
        )
    url = one_line(facts.url or source.url, 2000)
    return Article(
        id=0,
        text=text,
        title=_title(source, text, facts),
        publisher=one_line(facts.publisher),
        author=one_line(facts.author),
        url=url,
        language=language(facts.language),
        published=facts.published,
        candidates=_candidates(source, url, facts),
        source=source.origin,
        sha256=sha256 or hashlib.sha256(source.data).hexdigest(),
        reader=reader,
        key=one_line(facts.key),
    )


def language(tag: str) -> str:
    """`en` of "en-GB"; nothing where the tag is none."""
    found = _LANGUAGE.fullmatch(tag.strip())
    return found[1].lower() if found else ""


def _title(source: Source, text: str, facts: Facts) -> str:
    name = "" if facts.key else titles.title_from_name(source.name)
    return one_line(facts.title) or titles.headline(text) or name or titles.first_words(text)


def _candidates(source: Source, url: str, facts: Facts) -> tuple[Published, ...]:
    """Other days that the file suggests, each day once, the likeliest first."""
    found = (*facts.others, dates.in_address(url), dates.in_name(source.name), facts.guess)
    by_day: dict[int, Published] = {}
    for candidate in found:
        if candidate and candidate.day != (facts.published and facts.published.day):
            by_day.setdefault(candidate.day.day, candidate)
    return tuple(by_day.values())
