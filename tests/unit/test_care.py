"""Look after the file: verify it, copy it, put a copy back; a full disk loses nothing."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.models import vault
from desktop.models.disk import DamagedFileError, NotSavedError
from desktop.services import office as offices
from desktop.services.care import backup, backups, check, restore

DAY = date(2026, 3, 20)


def titles(office) -> list[str]:
    return sorted(line.dossier.title for line in office.dossiers.lines(DAY))


def filled(office, times: int = 1) -> None:
    for number in range(times):
        office.dossiers.start(f"Dossier {number} " + "lang " * 200, DAY)


def damage(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[page * 4096 + 100] ^= 0xFF
    path.write_bytes(data)


def test_a_sound_file_says_so(office):
    filled(office)
    report = check(office)
    assert report.sound
    assert len(report.lines) == 4


def test_a_lost_or_changed_paper_is_noticed(office):
    dossier = office.dossiers.start("Taxipas", DAY)
    from desktop.models.papers import Paper, StoredFile

    with office.store._writers() as session:
        session.add(Paper(name="weg.pdf", sha256="0" * 64, dossier_id=dossier))
        session.add(StoredFile(sha256="1" * 64, data=b"anders"))
        session.commit()
    report = check(office)
    assert not report.sound
    assert len([line for line in report.lines if "1" * 12 in line]) == 1


def test_a_damaged_page_is_told_in_one_sentence(office):
    filled(office, 40)
    path = office.path
    office.close()
    pages = path.stat().st_size // 4096
    whole = path.read_bytes()
    seen = 0
    for page in range(2, pages, max(1, pages // 12)):
        path.write_bytes(whole)
        damage(path, page)
        try:
            opened = offices.open_office(path)
        except DamagedFileError:
            seen += 1
            continue
        report = check(opened)
        try:
            opened.dossiers.lines(DAY)
            opened.find("lang")
            filled(opened)
        except CouncilError:
            seen += report.sound * 1000  # the check may not miss what the work runs into
        seen += not report.sound
        opened.store._engine.dispose()
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
    assert 5 < seen < 1000
    path.write_bytes(whole)


def test_a_copy_opens_with_the_same_words(office, tmp_path, memory_keyring):
    filled(office)
    copy = backup(office, tmp_path / "stick")
    memory_keyring.kept.clear()
    opened = offices.open_office(copy, passphrase="een geheime zin")
    assert titles(opened) == titles(office)
    assert opened.store.undo_label == office.store.undo_label
    opened.close()
    assert not list((tmp_path / "stick").glob("*.nieuw"))


def test_the_copies_of_this_council_only_are_listed(office, tmp_path):
    backup(office, tmp_path)
    (tmp_path / "Raadhuis reservekopie 2026.samenspraak").write_bytes(b"")
    assert len(backups(office.path)) == 1
    strange = tmp_path / "Raad [oud].samenspraak"
    (tmp_path / "Raad [oud] reservekopie 2026.samenspraak").write_bytes(b"")
    assert len(backups(strange)) == 1


def test_a_copy_that_cannot_be_made_leaves_nothing(office, tmp_path):
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(CouncilError):
        backup(office, tmp_path / "bestand")
    assert (tmp_path / "bestand").read_text() == "x"


def test_a_backup_put_back_gives_the_same_council(office, tmp_path):
    filled(office)
    before = titles(office)
    copy = backup(office, tmp_path / "stick")
    office.dossiers.start("Later", DAY)
    office.close()
    kept = restore(copy, office.path)
    opened = offices.open_office(office.path)
    assert titles(opened) == before
    opened.close()
    opened = offices.open_office(kept)
    assert "Later" in titles(opened)
    opened.close()


def test_what_a_crash_left_in_the_log_is_kept_too(office, tmp_path):
    copy = backup(office, tmp_path / "stick")
    office.dossiers.start("Net getypt", DAY)
    crashed = tmp_path / "crash"
    crashed.mkdir()
    for path in (office.path, vault.key_path(office.path), Path(f"{office.path}-wal")):
        shutil.copy(path, crashed / path.name)
    kept = restore(copy, crashed / office.path.name)
    for path, expected in ((crashed / office.path.name, []), (kept, ["Net getypt"])):
        opened = offices.open_office(path)
        assert titles(opened) == expected
        opened.close()


@pytest.mark.parametrize("wrong", [b"", b"tekst " * 2048, b"SQLite format 3\0" * 256, b"\xff" * 99])
def test_what_is_no_backup_is_not_put_back(office, tmp_path, wrong):
    filled(office)
    office.close()
    before = office.path.read_bytes()
    (tmp_path / "fout.samenspraak").write_bytes(wrong)
    for copy in (tmp_path / "fout.samenspraak", tmp_path / "weg.samenspraak", tmp_path):
        with pytest.raises(CouncilError):
            restore(copy, office.path)
    assert office.path.read_bytes() == before
    assert not list(tmp_path.glob("*voor terugzetten*"))


def limit(office, pages: int | None) -> None:
    """Let the file grow no further than *pages* from now on: SQLite's own full disk."""
    with office.store._engine.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        wanted = now + pages if pages is not None else 2**30
        connection.exec_driver_sql(f"PRAGMA max_page_count = {wanted}")


def test_a_full_disk_loses_nothing(office):
    filled(office)
    before, label = titles(office), office.store.undo_label
    told = []
    office.store.on_change(told.append)
    limit(office, 0)
    with pytest.raises(NotSavedError):
        filled(office, 30)
    kept = titles(office)
    assert len(kept) == 1 + len(told)
    assert set(before) <= set(kept)
    assert office.store.undo_label == label
    limit(office, None)
    office.dossiers.start("Weer ruimte", DAY)
    assert len(titles(office)) == len(kept) + 1
    assert check(office).sound


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs a real disk")
def test_a_real_full_disk_loses_nothing(tmp_path):
    import subprocess

    disk = tmp_path / "stick"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    try:
        office, _code = offices.make(disk / "R.samenspraak", "een geheime zin", cost=2**4)
        office.dossiers.start("Blijft", DAY)
        with pytest.raises(NotSavedError):
            filled(office, 2000)
        with pytest.raises(CouncilError):
            backup(office, disk)
        assert "Blijft" in titles(office)
        assert check(office).sound
        office.store._engine.dispose()
        assert list(disk.glob("*.nieuw")) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_may_only_be_read_is_told(office):
    filled(office)
    before = titles(office)
    with office.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(NotSavedError):
        office.dossiers.start("Nee", DAY)
    assert titles(office) == before
