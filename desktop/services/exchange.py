"""Write everything the council keeps in open formats that are readable without the app."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.papers import Paper, StoredFile
from desktop.services.file_names import safe_name
from desktop.services.office import Office

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
            # As it is (newline=""): Windows would write every end of a line twice.
            (folder / f"{table.name}.csv").write_text(
                "\ufeff" + text.getvalue(), "utf-8", newline=""
            )
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
        name = safe_name(f"{checksum[:8]} {named.get(checksum, '')}")
        (folder / name).write_bytes(office.store.kept(checksum))
    return len(checksums)


def _drafts(office: Office, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for line in office.dossiers.lines(date.max):
        text = office.drafts.text(line.dossier.id)
        if text:
            name = safe_name(f"{line.dossier.reference} {line.dossier.title}")
            path = folder / f"{name}.md"
            if path in made:
                path = folder / f"{name} ({line.dossier.id}).md"
            path.write_text(f"# {line.dossier.title}\n\n{text}\n", "utf-8")
            made.append(path)
    return len(made)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
