"""Write everything the council keeps in open formats that are readable without the app.

``alles.json`` holds every record as it is, the history too; ``rebuilding.py`` makes a council file
of it again. The CSV files are for spreadsheets: what one would work out stands there as words.
"""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.save import save
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.base import Record
from desktop.models.papers import Paper, StoredFile
from desktop.services.file_names import safe_name
from desktop.services.members.tables import safe
from desktop.services.office import Office

FILES = "stored_file"
NUMBERS, VERSION, EVERYTHING = "_numbers", "_version", "alles.json"


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
            if table.name == FILES:
                everything[FILES] = _names(session)  # the papers themselves stand beside it
                continue
            rows = session.execute(select(table)).mappings()
            everything[table.name] = [{k: _plain(v) for k, v in row.items()} for row in rows]
            text = io.StringIO()
            writer = csv.DictWriter(text, [column.name for column in table.columns])
            writer.writeheader()
            writer.writerows(
                {k: safe(v) if isinstance(v, str) else v for k, v in row.items()}
                for row in everything[table.name]
            )
            # The mark at the start lets a spreadsheet read é and ë right.
            save(folder / f"{table.name}.csv", ("\ufeff" + text.getvalue()).encode())
        ask = session.connection().exec_driver_sql
        facts: dict[str, Any] = {
            VERSION: ask("PRAGMA user_version").scalar_one(),
            NUMBERS: {row[0]: row[1] for row in ask("SELECT name, seq FROM sqlite_sequence")},
        }
    whole = json.dumps({**everything, **facts}, ensure_ascii=False, indent=1)
    save(folder / EVERYTHING, whole.encode())
    return len(everything)  # with the list of all, without a table of the papers


def _names(session: Session) -> list[dict[str, Any]]:
    """Return the number, checksum and file name of every paper."""
    named = _names_of_papers(session)
    return [
        {"id": number, "sha256": checksum, "file": _file_name(checksum, named)}
        for number, checksum in session.execute(select(StoredFile.id, StoredFile.sha256))
    ]


def _names_of_papers(session: Session) -> dict[str, str]:
    return {row[0]: row[1] for row in session.execute(select(Paper.sha256, Paper.name))}


def _file_name(checksum: str, named: dict[str, str]) -> str:
    return safe_name(f"{checksum[:8]} {named.get(checksum, '')}")


def _papers(office: Office, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    with office.store.reading() as session:
        named = _names_of_papers(session)
        checksums = list(session.scalars(select(StoredFile.sha256)))
    for checksum in checksums:
        save(folder / _file_name(checksum, named), office.store.kept(checksum))
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
            save(path, f"# {line.dossier.title}\n\n{text}\n".encode())
            made.append(path)
    return len(made)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
