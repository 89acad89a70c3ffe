"""The tables of a library. Anyone may query them with sqlite3; only Dateline writes them.

A migration that was released never changes: append one. `user_version` counts those that a file has been through.
"""

from sqlite3 import complete_statement

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x446C6E65
"""Bytes 68 to 71 of the file read "Dlne"."""
PAGE_SIZE = 8192

MIGRATIONS = Migrations("dateline")

_WHEN = """
    earliest TEXT,       -- ISO 8601 day or minute, years outside 0 to 9999 with a sign; NULL is an open end
    latest TEXT,         -- inclusive
    precision TEXT,      -- minute … decade, interval; NULL where no date is known
    approximate INTEGER, -- 0 or 1
    edtf TEXT,           -- the same in one word, ISO 8601-2
"""

_TABLES = f"""
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,  -- of the bytes of the file, before compression
    size INTEGER NOT NULL,
    data BLOB NOT NULL        -- zlib
) WITHOUT ROWID;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT,           -- ISO 8601; NULL where it is not known
    published_basis TEXT,     -- user, metadata, dateline, url, file_name, guess
    published_words TEXT,
    candidates TEXT NOT NULL, -- JSON: other days of publication, the likeliest first
    source TEXT NOT NULL,     -- the path or address it came from
    sha256 TEXT NOT NULL,     -- of its original
    captured TEXT NOT NULL,   -- when it was read
    reader TEXT NOT NULL,     -- what read it
    key TEXT NOT NULL,        -- its own id in a table of articles
    text_sha256 TEXT NOT NULL,
    text TEXT NOT NULL        -- never changes: mentions point into it. Last, so that lists need not read it
);
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,{_WHEN}
    start REAL,               -- days since 1970-01-01; NULL is open or not known
    "end" REAL,               -- exclusive: a day ends at the next midnight
    status TEXT NOT NULL,     -- happened, ongoing, planned, hypothetical, denied
    places TEXT NOT NULL,     -- JSON list of names
    review TEXT NOT NULL,     -- found, confirmed, edited, rejected
    note TEXT NOT NULL,
    importance REAL NOT NULL  -- 0 to 1
);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events (id),
    article INTEGER NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL,   -- code points into articles.text
    "end" INTEGER NOT NULL,   -- exclusive
    quote TEXT NOT NULL,      -- the words between them{_WHEN}
    dating TEXT               -- JSON: why it is that date
);
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events (id),
    field TEXT NOT NULL,      -- kind, title, when, status, places
    found TEXT NOT NULL,      -- what the machine had found
    value TEXT NOT NULL,      -- what a person set
    UNIQUE (event, field)
);
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,         -- UTC
    undone INTEGER NOT NULL,  -- 1: can be done again
    steps BLOB NOT NULL       -- zlib of JSON: [table, id, the row as it is not now, or null]
);
CREATE TABLE counter (
    next INTEGER NOT NULL     -- the next id of any table; none is given twice
);
INSERT INTO counter VALUES (1);
-- The places of events one by one, kept by triggers.
CREATE TABLE event_places (
    place TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (place, event)
) WITHOUT ROWID;
"""

_INDEXES = """
CREATE INDEX articles_by_day ON articles (published, title, publisher);
CREATE INDEX articles_by_text ON articles (text_sha256);
CREATE INDEX articles_by_original ON articles (sha256, key);
CREATE INDEX events_by_time ON events (start, "end", precision, kind, status, review, importance, approximate);
CREATE INDEX events_by_review ON events (review);
CREATE INDEX mentions_by_event ON mentions (event, article, edtf);
CREATE INDEX mentions_by_article ON mentions (article, event);
CREATE INDEX event_places_by_event ON event_places (event);
CREATE INDEX changes_undone ON changes (undone);
"""

_PLACES = """
CREATE TRIGGER places_insert AFTER INSERT ON events WHEN new.places <> '[]' BEGIN
    INSERT OR IGNORE INTO event_places SELECT value, new.id FROM json_each(new.places);
END;
CREATE TRIGGER places_delete AFTER DELETE ON events BEGIN
    DELETE FROM event_places WHERE event = old.id;
END;
CREATE TRIGGER places_update AFTER UPDATE ON events WHEN new.places <> old.places BEGIN
    DELETE FROM event_places WHERE event = old.id;
    INSERT OR IGNORE INTO event_places SELECT value, new.id FROM json_each(new.places);
END;
"""


def _words(table: str, name: str, columns: tuple[str, ...]) -> str:
    """A full-text index of the columns, kept right by triggers."""
    listed = ", ".join(columns)
    old, new = (", ".join(f"{side}.{column}" for column in columns) for side in ("old", "new"))
    differ = " OR ".join(f"old.{column} <> new.{column}" for column in columns)
    forget = f"INSERT INTO {name} ({name}, rowid, {listed}) VALUES ('delete', old.id, {old});"
    learn = f"INSERT INTO {name} (rowid, {listed}) VALUES (new.id, {new});"
    return f"""
CREATE VIRTUAL TABLE {name} USING fts5(
    {listed}, content='{table}', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {learn} END;
CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {forget} END;
CREATE TRIGGER {name}_update AFTER UPDATE ON {table} WHEN {differ} BEGIN {forget} {learn} END;
"""


@MIGRATIONS()
def first_tables(db: Database) -> None:
    """Version 1."""
    script = _TABLES + _INDEXES + _PLACES
    script += _words("articles", "article_words", ("title", "text"))
    script += _words("events", "event_words", ("title", "note"))
    script += _words("mentions", "quote_words", ("quote",))
    run_script(db, script)


_CATALOGUE = """
-- What the timeline, lanes, filters and counts need of events and articles, ready to be read at once; none in a small
-- library. One row an array: storage/kept.py says which. It may be deleted at any time: it is made anew.
CREATE TABLE catalogue (
    name TEXT PRIMARY KEY,
    type TEXT NOT NULL,       -- "<f8" as numpy writes it, or "json"
    data BLOB NOT NULL        -- the values, little-endian; the order is that of time, then that of the ids
);
-- What has changed since the catalogue was written, by whatever program: triggers see to it.
CREATE TABLE stale (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER,            -- either this
    article INTEGER           -- or that
);
"""


def _noted(table: str, what: str, column: str, fields: str) -> str:
    """Triggers that note in `stale` what was added, removed or changed in one of the fields."""
    old, new = (f"INSERT INTO stale ({what}) VALUES ({side}.{column});" for side in ("old", "new"))
    both = f"INSERT INTO stale ({what}) SELECT old.{column} UNION SELECT new.{column};"
    return f"""
CREATE TRIGGER stale_{table}_before BEFORE INSERT ON {table} BEGIN
    INSERT INTO stale ({what}) SELECT {column} FROM {table} WHERE id = new.id; -- REPLACE deletes without a trigger
END;
CREATE TRIGGER stale_{table}_insert AFTER INSERT ON {table} BEGIN {new} END;
CREATE TRIGGER stale_{table}_delete AFTER DELETE ON {table} BEGIN {old} END;
CREATE TRIGGER stale_{table}_update AFTER UPDATE OF id, {fields} ON {table} BEGIN {both} END;
"""


@MIGRATIONS()
def catalogue(db: Database) -> None:
    """Version 2."""
    script = _CATALOGUE
    script += _noted(
        "events", "event", "id", 'kind, start, "end", precision, approximate, status, places, review, importance'
    )
    script += _noted("mentions", "event", "event", "event, article, edtf")
    script += _noted("articles", "article", "id", "published, publisher")
    run_script(db, script)


@MIGRATIONS()
def remembered(db: Database) -> None:
    """Version 3."""
    run_script(
        db,
        """
-- How the library was looked at last: JSON by name. Nothing depends on it.
CREATE TABLE remembered (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
""",
    )


@MIGRATIONS()
def arrivals(db: Database) -> None:
    """Version 4."""
    run_script(
        db,
        """
ALTER TABLE changes ADD COLUMN part_of INTEGER; -- the change together with which it is undone, where it follows at once
ALTER TABLE changes ADD COLUMN brought INTEGER NOT NULL DEFAULT 0; -- how many articles it added
ALTER TABLE articles ADD COLUMN report INTEGER; -- articles with the same number are copies of one report; NULL has none
-- What came in and which articles it holds, so that it need not be read again as long as they are there.
CREATE TABLE inputs (
    sha256 TEXT PRIMARY KEY,  -- of its bytes
    articles TEXT NOT NULL    -- JSON list of ids
) WITHOUT ROWID;
-- Where copies of an article are to be looked for: articles that have a band in common are likely to be alike.
CREATE TABLE bands (
    band INTEGER NOT NULL,    -- a hash of a part of the sketch of its words
    article INTEGER NOT NULL, -- stays when the article goes: it may come back
    PRIMARY KEY (band, article)
) WITHOUT ROWID;
CREATE INDEX articles_by_report ON articles (report) WHERE report IS NOT NULL;
""",
    )


VERSION = 4
"""The number of migrations."""


def run_script(db: Database, script: str) -> None:
    """Run statements within the transaction that is open; `executescript` would commit it first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            db.execute(statement)
            statement = ""


def migrate(db: Database) -> None:
    """Bring a new or older library to this version, wholly or not at all."""
    with db.atomic():
        MIGRATIONS.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
