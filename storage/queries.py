"""Questions about single articles, events and mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from storage.model import Article, Correction, Event, Mention
from storage.moment import Moment
from storage.rows import ARTICLES, CORRECTIONS, EVENTS, MENTIONS, text_hash
from storage.tables import AMONG, ids_parameter, read_by_id, read_rows

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A row of the list of articles; `events` leaves rejected ones out."""

    id: int
    title: str
    publisher: str
    day: Moment | None
    events: int
    report: int | None = None

    @property
    def copy(self) -> bool:
        """Whether it is the same report as an article that was there before."""
        return self.report is not None and self.report != self.id


@dataclass(frozen=True, slots=True)
class Touched:
    """The events that an article reports, with all their mentions, also in other articles, and their corrections."""

    events: list[Event]
    mentions: list[Mention]
    corrections: list[Correction]


def next_id(db: Database) -> int:
    """The id that no row has had."""
    return int(db.execute("SELECT next FROM counter").fetchone()[0])


def in_order(found: Mapping[int, T], ids: Iterable[int]) -> list[T]:
    """What was found, in the order in which it was asked for."""
    return [found[one] for one in ids if one in found]


def articles(db: Database, ids: Iterable[int]) -> dict[int, Article]:
    """By id."""
    return read_by_id(db, ARTICLES, ids)


def events(db: Database, ids: Iterable[int]) -> dict[int, Event]:
    """By id."""
    return read_by_id(db, EVENTS, ids)


def all_events(db: Database) -> Iterator[Event]:
    """An open beginning is before every other; SQLite puts NULL first."""
    return read_rows(db, EVENTS, 'ORDER BY precision IS NULL, start, "end" IS NULL, "end", id')


def article_rows(db: Database, ids: Sequence[int]) -> dict[int, ArticleRow]:
    """By id."""
    wanted = ids_parameter(ids)
    numbers = dict(
        db.execute(
            "SELECT article, count(DISTINCT event) FROM mentions JOIN events ON events.id = event "
            f"WHERE review <> 'rejected' AND article {AMONG} GROUP BY article",
            [wanted],
        )
    )
    found = db.execute(f"SELECT id, title, publisher, published, report FROM articles WHERE id {AMONG}", [wanted])
    return {
        one: ArticleRow(one, title, publisher, Moment.parse(day) if day else None, numbers.get(one, 0), report)
        for one, title, publisher, day, report in found
    }


def mentions_of_events(db: Database, ids: Iterable[int]) -> list[Mention]:
    """The first found first."""
    return list(read_rows(db, MENTIONS, f"WHERE event {AMONG} ORDER BY id", [ids_parameter(ids)]))


def reports(db: Database, ids: Iterable[int]) -> list[tuple[int, int, int]]:
    """Mentions of some events as mention, event and article, the first found first."""
    return list(
        db.execute(f"SELECT id, event, article FROM mentions WHERE event {AMONG} ORDER BY id", [ids_parameter(ids)])
    )


def quotes(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Of some mentions."""
    return dict(db.execute(f"SELECT id, quote FROM mentions WHERE id {AMONG}", [ids_parameter(ids)]))


def addresses(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Of some articles."""
    return dict(db.execute(f"SELECT id, url FROM articles WHERE id {AMONG}", [ids_parameter(ids)]))


def mentions_of_article(db: Database, article: int) -> list[Mention]:
    """In the order of the text."""
    return list(read_rows(db, MENTIONS, 'WHERE article = ? ORDER BY start, "end", id', [article]))


def corrections_of(db: Database, ids: Iterable[int]) -> list[Correction]:
    """Those of the events."""
    return list(read_rows(db, CORRECTIONS, f"WHERE event {AMONG} ORDER BY id", [ids_parameter(ids)]))


def of_report(db: Database, report: int) -> list[int]:
    """The articles that are copies of one report."""
    return [one for (one,) in db.execute("SELECT id FROM articles WHERE report = ? ORDER BY id", [report])]


def touched_events(db: Database, article: int) -> Touched:
    """What an article reports, wholly."""
    ids = [one for (one,) in db.execute("SELECT DISTINCT event FROM mentions WHERE article = ?", [article])]
    found = events(db, ids)
    return Touched([found[one] for one in sorted(found)], mentions_of_events(db, ids), corrections_of(db, ids))


def titles(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Of events."""
    return dict(db.execute(f"SELECT id, title FROM events WHERE id {AMONG}", [ids_parameter(ids)]))


def date_words(db: Database, ids: Iterable[int]) -> dict[int, str]:
    """Of the first mention of each event."""
    first = f"SELECT min(id) FROM mentions WHERE event {AMONG} GROUP BY event"
    found = db.execute(
        f"SELECT event, coalesce(json_extract(dating, '$.words'), '') FROM mentions WHERE id IN ({first})",
        [ids_parameter(ids)],
    )
    return dict(found)


def articles_of_text(db: Database, text: str) -> list[int]:
    """All of them, the first one first."""
    found = db.execute("SELECT id FROM articles WHERE text_sha256 = ? ORDER BY id", [text_hash(text)])
    return [number for (number,) in found]


def _one(db: Database, where: str, *parameters: str) -> int | None:
    row = db.execute(f"SELECT id FROM articles WHERE {where} ORDER BY id LIMIT 1", parameters).fetchone()
    return int(row[0]) if row else None
