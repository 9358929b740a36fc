"""An empty council for a test: made once per run and copied, since making it takes a while."""

import tempfile
from pathlib import Path

from desktop.models import council_file, vault

PASSPHRASE = "een geheime zin"
_made: list[tuple[bytes, bytes]] = []


def fresh(path: Path) -> None:
    """Put an empty council file at *path*, with its key file."""
    if not _made:
        with tempfile.TemporaryDirectory() as workshop:
            first = Path(workshop) / "Raad.samenspraak"
            council_file.create(first, PASSPHRASE, cost=2**12)[0].close()
            _made.append((first.read_bytes(), vault.key_path(first).read_bytes()))
    council, key = _made[0]
    path.write_bytes(council)
    vault.key_path(path).write_bytes(key)
