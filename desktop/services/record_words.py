"""Say what a record is and what it holds in words that people know."""

import tomllib
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.history import Values
from desktop.resources import text

_MONEY = "euros"
"""Stands where the words of a choice would stand: an amount in cents."""

_TABLES: dict[str, Table] = dict(Record.metadata.tables)


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(text("records/words.toml"))


@cache
def _choices(place: str) -> dict[str, str]:
    file, section = place.split()
    return tomllib.loads(text(f"{file}.toml"))[section]


def kind(table: str) -> str:
    """Return what a record of *table* is: "Actie"; empty for what only the app uses."""
    return _words()["kinds"].get(table, "")


def counted(table: str, n: int) -> str:
    """Return *n* records of *table* in words: "1 actie", "12 acties"; of the council just that."""
    one = kind(table)
    if table == "council":
        return one.lower()
    return (
        f"{n} {one[:1].lower() + one[1:] if n == 1 else _words()['many'].get(table, one.lower())}"
    )


def field(name: str) -> str:
    """Return what a field is called; empty for what only the app uses."""
    return _words()["fields"].get(name, "")


def title(session: Session, table: str, values: Values) -> str:
    """Return what people would call this record: "A-2026-014: Bellen met de Voedselbank"."""
    named = [str(values[name]) for name in ("number", "title", "name") if values.get(name)]
    if named and "text" not in values:
        return ": ".join(named[:2])
    words = str(values.get("text") or values.get("what") or values.get("subject") or "")
    named += [_short(words)] if words else []
    if named:
        return ": ".join(named[:2])
    if values.get("part") and values.get("year"):  # of the budget: "Scholing 2026"
        return f"{value(session, table, 'part', values['part'])} {values['year']}"
    # It has no name of its own: then what it belongs to.
    for column in _TABLES[table].columns:
        for key in column.foreign_keys:
            told = _of_other(session, key.column.table, values.get(column.key))
            if told:
                return told
    return ""


def value(session: Session, table: str, name: str, content: Any) -> str:  # noqa: ANN401 – any cell
    """Return *content* of the field *name* in words; an empty field is said to be empty."""
    if content is None or content in {"", "[]"}:
        return tr("empty")
    if isinstance(content, bool):
        return tr("yes") if content else tr("no")
    if isinstance(content, datetime):
        at = f"{content.hour}.{content.minute:02}"
        return tr("{date}, {time}", date=long_date(content.date()), time=at)
    if isinstance(content, date):
        return long_date(content)
    column = _TABLES[table].columns.get(name)
    if column is not None and column.foreign_keys:
        other = next(iter(column.foreign_keys)).column.table
        return _of_other(session, other, content) or tr("no longer there")
    place = _words()["choices"].get(f"{table}.{name}")
    if place == _MONEY:
        return money.euros(int(content))
    chosen = _choices(place) if place else _words()["values"]
    return chosen.get(str(content), str(content))


def _of_other(session: Session, table: Table, key: object) -> str:
    """Return the name of the record of *table* that is pointed at; empty when it is gone."""
    if key is None:
        return ""
    row = session.execute(select(table).where(table.c.id == key)).mappings().first()
    return title(session, table.name, dict(row)) if row else ""


def _short(words: str, most: int = 80) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
