"""Opening, one action and a search in the council file, beside bare SQLite."""

import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from desktop.models import council_file
from desktop.models.advice import Dossier
from tests.benchmarks.rows import best, row

_ROWS = 2000


def measure() -> list[dict[str, Any]]:
    """Return the cost of history, encryption and full-text search per action."""
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder) / "raad.samenspraak", Path(folder) / "bare.sqlite"
        store, key = council_file.create(path, "een geheime zin", cost=2**12)
        with store.changing("vul") as session:
            session.add_all(Dossier(title=f"Advies {n} over vervoer") for n in range(_ROWS))
        floor = _bare(bare)
        count = [0]

        def act() -> None:
            count[0] += 1
            with store.changing("wijzig") as session:
                session.get_one(Dossier, 1).title = f"Titel {count[0]}"

        def bare_act() -> None:
            count[0] += 1
            floor.execute("UPDATE dossier SET title = ? WHERE id = 1", (f"Titel {count[0]}",))
            floor.commit()

        results = [
            row("one action in the file", best(act, 30), best(bare_act, 30), 50, of="value"),
            row(
                "search 2,000 dossiers",
                best(lambda: store.search("advies 19"), 20),
                best(lambda: _find(floor), 20),
                20,
                of="value",
            ),
        ]
        store.close()

        def open_again() -> None:
            council_file.open_with_key(path, key).close()

        def open_bare() -> None:
            connection = sqlite3.connect(bare)
            connection.execute("SELECT count(*) FROM dossier").fetchone()
            connection.close()

        results.append(
            row("open the file", best(open_again, 10), best(open_bare, 10), 100, of="value")
        )
        floor.close()
    return results


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE dossier (id INTEGER PRIMARY KEY, title TEXT)")
    connection.executemany(
        "INSERT INTO dossier (title) VALUES (?)",
        [(f"Advies {n} over vervoer",) for n in range(_ROWS)],
    )
    connection.commit()
    return connection


def _find(connection: sqlite3.Connection) -> None:
    query = "SELECT id FROM dossier WHERE title LIKE '%advies 19%' LIMIT 50"
    connection.execute(query).fetchall()
