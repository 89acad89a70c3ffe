"""Rows in and out of their tables: the only place that writes articles, events, mentions and corrections."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from storage.model import Row
from storage.rows import FORMS, Form, record_of
from storage.steps import Step

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R", bound=Row)

AMONG = "IN (SELECT value FROM json_each(?))"
"""Any number of ids as one parameter: `ids_parameter`."""


def ids_parameter(ids: Iterable[int]) -> str:
    """The parameter of AMONG; numbers of numpy are welcome."""
    return json.dumps([int(one) for one in ids])


def read_rows(db: Database, form: Form[R], rest: str = "", parameters: Sequence[Any] = ()) -> Iterator[R]:
    """The rows of a table; `rest` is what follows the table in SQL."""
    for values in db.execute(f"SELECT {form.names} FROM {form.table} {rest}", parameters):
        yield form.read(dict(zip(form.columns, values, strict=True)))


def read_by_id(db: Database, form: Form[R], ids: Iterable[int]) -> dict[int, R]:
    """The rows of those ids that are there."""
    wanted = ids_parameter(ids)
    return {row.id: row for row in read_rows(db, form, f"WHERE {form.table}.id {AMONG}", [wanted])}


def current(db: Database, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Row]:
    """Rows by table and id as they are now; what is not there is left out."""
    ids: dict[str, list[int]] = defaultdict(list)
    for table, one in keys:
        ids[table].append(one)
    found: dict[tuple[str, int], Row] = {}
    for table, some in ids.items():
        form: Form[Any] = FORMS[table]
        found.update({(table, one): row for one, row in read_by_id(db, form, some).items()})
    return found


def write_steps(db: Database, steps: Sequence[Step]) -> None:
    """Do the steps within the transaction that is open. ValueError if the tables are not as the steps take for granted."""
    now = current(db, (step.key for step in steps))
    if any(now.get(step.key) != step.before for step in steps):
        raise ValueError("the change was made for other rows than those of the library")
    db.execute("PRAGMA defer_foreign_keys = ON")  # the order of the steps need not be that of the references
    for table in FORMS:
        own = [step for step in steps if step.key[0] == table]
        _delete(db, table, [step.before for step in own if step.before and not step.after])
        _update(db, table, [step.after for step in own if step.before and step.after])
        _insert(db, table, [step.after for step in own if step.after and not step.before])


def _delete(db: Database, table: str, rows: Sequence[Row]) -> None:
    db.conn.executemany(f"DELETE FROM {table} WHERE id = ?", [(row.id,) for row in rows])


def _insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    columns = FORMS[table].columns
    names, values = (", ".join(form.format(column) for column in columns) for form in ('"{}"', ":{}"))
    db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", map(record_of, rows))


def _update(db: Database, table: str, rows: Sequence[Row]) -> None:
    values = ", ".join(f'"{column}" = :{column}' for column in FORMS[table].columns if column != "id")
    db.conn.executemany(f"UPDATE {table} SET {values} WHERE id = :id", map(record_of, rows))


def highest_id(steps: Iterable[Step]) -> int:
    """The highest id that the steps bring; 0 where they bring none."""
    return max((step.key[1] for step in steps), default=0)
