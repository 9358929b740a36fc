"""Find any text in the council file ("Zoek in alles").

Every record class that names ``__search__`` columns is kept in one full-text table. That costs more
than keeping the record itself, so what is being typed waits for the burst to end: see
``Store.changing``.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, text

from desktop.models.base import Record

TABLE_SQL = """
CREATE VIRTUAL TABLE search USING fts5(
    title, body, kind UNINDEXED, record UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4')
"""


@dataclass(frozen=True)
class Found:
    """A record that answers the search; ``snippet`` has the found words between ‹ and ›."""

    kind: str
    """The name of its table."""
    record: int
    title: str
    snippet: str


def columns() -> dict[str, tuple[str, ...]]:
    """Return the searched columns of every table that has them."""
    return {
        mapper.class_.__tablename__: mapper.class_.__search__
        for mapper in Record.registry.mappers
        if mapper.class_.__search__
    }


def refresh(connection: Connection, records: Iterable[tuple[str, int]]) -> None:
    """Bring what the search knows of *records* (name of the table, number) up to date."""
    searched = columns()
    for kind, record in records:
        if kind in searched:
            _refresh(connection, kind, record, searched[kind])


def renew(connection: Connection) -> None:
    """Make the index again from the words of now: no word that was taken out stays in it.

    Taking words out one record at a time can leave some behind (seen in SQLite 3.53.4: a long text
    that changes a few times), and FTS5's own ``optimize`` does not find those.
    """
    connection.execute(text("INSERT INTO search (search) VALUES ('rebuild')"))


_KNOWN = text(
    "SELECT place, title, body FROM search_place JOIN search ON search.rowid = place"
    " WHERE search_place.kind = :kind AND search_place.record = :record"
)
_OUT = text("DELETE FROM search WHERE rowid = :place")
_PLACE_OUT = text("DELETE FROM search_place WHERE place = :place")
_PLACE_IN = text("INSERT INTO search_place (kind, record) VALUES (:kind, :record)")
_IN = text(
    "INSERT INTO search (rowid, title, body, kind, record)"
    " VALUES (:place, :title, :body, :kind, :record)"
)


def _refresh(connection: Connection, kind: str, record: int, names: tuple[str, ...]) -> None:
    values: dict[str, object] = {"kind": kind, "record": record}
    words = _words_now(connection, kind, record, names)
    known = connection.execute(_KNOWN, values).first()
    if known:
        place, *was = known
        if words == tuple(was):
            return  # to take words out of the search and put them in again is dear
        connection.execute(_OUT, {"place": place})
        connection.execute(_PLACE_OUT, {"place": place})
    if words is None:
        return
    place = connection.execute(_PLACE_IN, values).lastrowid
    title, body = words
    connection.execute(_IN, {**values, "place": place, "title": title, "body": body})


def _words_now(
    connection: Connection, kind: str, record: int, names: tuple[str, ...]
) -> tuple[str, str] | None:
    """Return the title and the words of a record as they are now; None when it is gone."""
    row = connection.execute(_words_of(kind, names), {"record": record}).first()
    if row is None:
        return None
    title, *others = (str(value or "") for value in row)
    return title, "\n".join(others)


@cache
def _words_of(kind: str, names: tuple[str, ...]) -> Select[Any]:
    """Return what asks for the columns *names* of a record of the table *kind*."""
    table = Record.metadata.tables[kind]
    return select(*(table.c[name] for name in names)).where(table.c.id == bindparam("record"))


def search(connection: Connection, query: str, limit: int) -> list[Found]:
    """Return what matches every word of *query*, best first; the last word may be unfinished."""
    # Without loose accents: "ö" as two signs (as a Mac writes it) would fall apart in two words.
    signs = unicodedata.normalize("NFD", query)
    tokens = re.findall(r"\w+", "".join(s for s in signs if unicodedata.category(s) != "Mn"))
    if not tokens:
        return []
    # Each token is quoted: signs such as - and ' mean something else to FTS5.
    match = " ".join(f'"{token}"*' for token in tokens)
    rows = connection.execute(
        text(
            "SELECT kind, record, title, snippet(search, -1, '‹', '›', '…', 12) FROM search"
            " WHERE search MATCH :query ORDER BY bm25(search, 5.0, 1.0) LIMIT :limit"
        ),
        {"query": match, "limit": limit},
    )
    return [Found(kind, int(record), title, snippet) for kind, record, title, snippet in rows]
