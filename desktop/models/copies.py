"""Open a copy of the council file with its key, without changing one byte, and read it through."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr


@dataclass(frozen=True)
class Facts:
    """What a copy holds."""

    actions: int
    """Lines of history."""
    link: str
    """The end of the chain of its history."""
    at: datetime | None
    """When somebody last worked in it."""
    actor: str


def read_through(path: Path, key: bytes) -> Facts:
    """Open the copy at *path* with *key*, read every page of it, and say what it holds.

    Raises CouncilError when it is not sound, or belongs to another key. Nothing is written beside
    it: a USB stick may be read-only.
    """
    import sqlcipher3.dbapi2

    sqlcipher: Any = sqlcipher3.dbapi2  # it comes without stubs
    try:
        address = path.resolve().as_uri() + "?mode=ro&immutable=1"
        with closing(sqlcipher.connect(address, uri=True)) as opened:
            ask: Callable[[str], Any] = opened.execute
            ask(f"PRAGMA key = \"x'{key.hex()}'\"")
            ask("PRAGMA cipher_log_level = NONE")
            wrong = list(ask("PRAGMA cipher_integrity_check"))
            wrong += [row for row in ask("PRAGMA integrity_check") if row[0] != "ok"]
            last = ask("SELECT at, actor, link FROM history ORDER BY id DESC LIMIT 1").fetchone()
            many = ask("SELECT count(*) FROM history").fetchone()[0]
    except (sqlcipher.DatabaseError, OSError) as error:
        raise _unsound() from error
    if wrong:
        raise _unsound()
    at, actor, link = last or (None, "", "")
    return Facts(int(many), str(link), datetime.fromisoformat(at) if at else None, str(actor))


def _unsound() -> CouncilError:
    return CouncilError(tr("This copy cannot be opened with the key of your council."))
