"""Everything in open formats, readable without the app."""

import csv
import json
from datetime import date, datetime

import pytest
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models.base import Record
from desktop.services.exchange import export_all
from desktop.services.members.tables import safe

DAY = date(2026, 3, 20)


@pytest.fixture
def busy(office, tmp_path):
    council = office.council
    council.change_profile(name='Raad "Duin"; =1+1', address="Straat 1\n1999 AA Duinrede")
    council.set_logo(b"\x89PNG")
    office.dossiers.start("Zelfde / naam?", DAY, questions=["Wat, en\nwaarom?"])
    office.dossiers.start("Zelfde / naam?", DAY)
    for line in office.dossiers.lines(DAY):
        office.dossiers.change(line.dossier.id, reference="X")
        office.drafts.write(line.dossier.id, "summary", f"Kort é {line.dossier.id}.")
    (tmp_path / "nota.txt").write_text("De nota.")
    incoming = office.intake.read([tmp_path / "nota.txt"], DAY)
    office.intake.add_papers(line.dossier.id, incoming)
    return office


def plain(value) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else str(value)


def test_every_row_of_every_table_can_be_read_back(busy, tmp_path):
    made = export_all(busy, tmp_path / "uit")
    files = [path for path in (tmp_path / "uit").rglob("*") if path.is_file()]
    assert made == len(files)
    [everything] = [path for path in files if path.suffix == ".json"]
    told = json.loads(everything.read_text("utf-8"))
    with busy.store.reading() as session:
        for table in Record.metadata.sorted_tables:
            if table.name == "stored_file":
                continue
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            assert len(told[table.name]) == len(rows)
            path = everything.with_name(f"{table.name}.csv")
            with path.open(encoding="utf-8-sig", newline="") as file:
                read = list(csv.DictReader(file))
            assert read == [{k: safe(plain(v)) for k, v in row.items()} for row in rows], table.name


def test_papers_and_drafts_stand_there_as_they_are(busy, tmp_path):
    export_all(busy, tmp_path / "uit")
    files = {path: path.read_bytes() for path in (tmp_path / "uit").rglob("*") if path.is_file()}
    assert [path.suffix for path, data in files.items() if data == b"De nota."] == [".txt"]
    assert b"\x89PNG" in files.values()
    drafts = [data.decode() for path, data in files.items() if path.suffix == ".md"]
    assert len(drafts) == 2
    assert {"Kort é 1." in draft for draft in drafts} == {True, False}
    assert all(draft.startswith("# Zelfde / naam?") for draft in drafts)


def test_doing_it_again_gives_the_same_files(busy, tmp_path):
    first = export_all(busy, tmp_path / "uit")
    assert export_all(busy, tmp_path / "uit") == first
    assert len([p for p in (tmp_path / "uit").rglob("*") if p.is_file()]) == first


def test_a_folder_that_cannot_be_is_told(busy, tmp_path):
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(CouncilError):
        export_all(busy, tmp_path / "bestand")
