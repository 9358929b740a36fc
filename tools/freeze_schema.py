"""Print the SQL of today's tables: the start of a new migration, never run by the app."""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

import desktop.models  # noqa: F401 – it registers every table
from desktop.models.base import Record
from desktop.models.index import TABLE_SQL


def schema() -> str:
    """Return CREATE statements for every table and index, parents first."""
    dialect = sqlite.dialect()
    parts: list[str] = []
    for table in Record.metadata.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=dialect)).strip() + ";")
        parts += [
            str(CreateIndex(index).compile(dialect=dialect)).strip() + ";"
            for index in sorted(table.indexes, key=lambda index: str(index.name))
        ]
    parts.append(
        "CREATE TABLE search_place (place INTEGER PRIMARY KEY, kind VARCHAR NOT NULL,"
        " record INTEGER NOT NULL, UNIQUE (kind, record));"
    )
    parts.append(TABLE_SQL.strip() + ";")
    parts.append("INSERT INTO search (search, rank) VALUES ('secure-delete', 1);")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    print(schema(), end="")
