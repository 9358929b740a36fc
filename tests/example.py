"""The example council for a test: made once per run and copied, since making it takes seconds."""

import tempfile
from datetime import date
from pathlib import Path

from desktop.models import vault
from desktop.services import office as offices
from desktop.services.office import Office

PASSPHRASE = "voorbeeldraad"
_made: dict[date | None, tuple[str, bytes, bytes]] = {}


def example(folder: Path, today: date | None = None) -> Office:
    """Return the example council, open in *folder*, with its dates around *today*."""
    if today not in _made:
        with tempfile.TemporaryDirectory() as workshop:
            office = offices.make_example(Path(workshop), today)
            office.close()
            key = vault.key_path(office.path).read_bytes()
            _made[today] = (office.path.name, office.path.read_bytes(), key)
    name, council, key = _made[today]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(council)
    vault.key_path(path).write_bytes(key)
    return offices.open_office(path, passphrase=PASSPHRASE)
