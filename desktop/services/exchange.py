"""Write everything the council keeps in open formats that are readable without the app."""

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.papers import Paper, StoredFile
from desktop.services.office import Office

_LONGEST = 120
_NOT_AS_TABLE = frozenset({"stored_file"})


def export_all(office: Office, folder: Path) -> int:
    """Write all tables as JSON and CSV, all papers as they are, drafts as text; return how many."""
    try:
        return (
            _tables(office, folder / tr("tables"))
            + _papers(office, folder / tr("papers"))
            + (_drafts(office, folder / tr("advices")))
        )
    except OSError as error:
        raise CouncilError(
            tr("The file cannot be written to this folder. Choose another folder.")
        ) from error


def _tables(office: Office, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    everything: dict[str, list[dict[str, Any]]] = {}
    with office.store.reading() as session:
        for table in Record.metadata.sorted_tables:
            if table.name in _NOT_AS_TABLE:
                continue
            rows = session.execute(select(table)).mappings()
            everything[table.name] = [{k: _plain(v) for k, v in row.items()} for row in rows]
            text = io.StringIO()
            writer = csv.DictWriter(text, [column.name for column in table.columns])
            writer.writeheader()
            writer.writerows(everything[table.name])
            # The mark at the start lets a spreadsheet read é and ë right.
            (folder / f"{table.name}.csv").write_text("\ufeff" + text.getvalue(), "utf-8")
    (folder / "alles.json").write_text(
        json.dumps(everything, ensure_ascii=False, indent=1), "utf-8"
    )
    return len(everything) + 1


def _papers(office: Office, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    with office.store.reading() as session:
        named = dict(session.execute(select(Paper.sha256, Paper.name)).all())
        checksums = list(session.scalars(select(StoredFile.sha256)))
    for checksum in checksums:
        name = f"{checksum[:8]} {safe_name(named.get(checksum, ''))}".strip()
        (folder / name).write_bytes(office.store.kept(checksum))
    return len(checksums)


def _drafts(office: Office, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for line in office.dossiers.lines(date.max):
        text = office.drafts.text(line.dossier.id)
        if text:
            name = safe_name(f"{line.dossier.reference} {line.dossier.title}")
            (folder / f"{name}.md").write_text(f"# {line.dossier.title}\n\n{text}\n", "utf-8")
            count += 1
    return count


def safe_name(words: str) -> str:
    """Return *words* as a file name that every computer accepts."""
    name = Path(re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", words).strip(" ."))
    return name.stem[: _LONGEST - len(name.suffix)] + name.suffix


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
