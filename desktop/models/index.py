"""Find any text in the council file ("Zoek in alles").

Every record class that names ``__search__`` columns is kept in one full-text table, in the same
transaction as the record itself.
"""

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import Connection, text

from desktop.models.base import Record
from desktop.models.history import RowChange

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


def refresh(connection: Connection, rows: tuple[RowChange, ...]) -> None:
    """Bring the search table up to date with *rows*."""
    searched = columns()
    for row in rows:
        names = searched.get(row.table)
        if not names:
            continue
        values = {"kind": row.table, "record": row.key}
        if row.before is not None:
            connection.execute(
                text(
                    "DELETE FROM search WHERE rowid = (SELECT place FROM search_place"
                    " WHERE kind = :kind AND record = :record)"
                ),
                values,
            )
            connection.execute(
                text("DELETE FROM search_place WHERE kind = :kind AND record = :record"), values
            )
        if row.after is not None:
            title = str(row.after.get(names[0]) or "")
            body = "\n".join(str(row.after.get(name) or "") for name in names[1:])
            place = connection.execute(
                text("INSERT INTO search_place (kind, record) VALUES (:kind, :record)"), values
            ).lastrowid
            connection.execute(
                text(
                    "INSERT INTO search (rowid, title, body, kind, record)"
                    " VALUES (:place, :title, :body, :kind, :record)"
                ),
                {**values, "place": place, "title": title, "body": body},
            )


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
