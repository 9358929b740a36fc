"""What is erased is gone: from the file, its history, its search, its papers, its loose bytes."""

import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desktop.domain.errors import CouncilError
from desktop.models import council_file, erasing
from desktop.models.council import Member
from desktop.models.history import HistoryEntry, breaks, from_json
from desktop.models.means import Claim
from desktop.models.members import Candidate, Contact, Duty, Vacancy
from desktop.models.papers import StoredFile
from desktop.models.proof import strays
from desktop.models.store import NotSavedError, Store
from tests.data.raw_pages import raw_bytes

NAME = "Quirinalda Zwaardemaker-Ploegh"
LATER = "Quirinalda Oxenstierna"
PARTS = re.compile(rb"quirinald|uirinalda|zwaardemak|ardemaker|oxenstiern|tiernaxyz|ploegh", re.I)
RECEIPT = b"%PDF bonnetje van Quirinalda Zwaardemaker " + b"x" * 9000


@pytest.fixture
def file(tmp_path: Path):
    path = tmp_path / "Raad.samenspraak"
    store, key = council_file.create(path, "een geheime zin", cost=2**4)
    yield path, store, key
    store.close()


def traces(path: Path, key: bytes) -> list[bytes]:
    return [found.group() for found in PARTS.finditer(raw_bytes(path, key))]


def lived(store: Store) -> tuple[int, int, int]:
    """Make a candidate, a contact and a member with that name, each with some history."""
    with store.changing("Vacature") as session:
        vacancy = Vacancy(title="Zetel jeugd")
        session.add(vacancy)
        session.flush()
        # So many neighbours that pages split: a split leaves loose copies behind.
        session.add_all(Contact(name=f"Buur {n}", about="buurt " * 30) for n in range(150))
        home = vacancy.id
    with store.changing("Erbij") as session:
        candidate = Candidate(vacancy_id=home, name=NAME, email="quirinalda@zwaardemaker.example")
        contact = Contact(name=NAME, about=f"{NAME} weet veel van vervoer. " * 200)
        member = Member(name=NAME, since=date(2024, 1, 1))
        session.add_all((candidate, contact, member))
        session.flush()
        ids = candidate.id, contact.id, member.id
        receipt = store.keep(session, RECEIPT)
        session.add(Claim(member_id=member.id, name="Taxi", on=date(2026, 1, 1), amount=900))
        session.add(Duty(member_id=member.id, name=f"Taak van {NAME}"))
        session.flush()
        session.scalars(select(Claim)).one().receipt = receipt
    for table, key in zip((Candidate, Contact, Member), ids, strict=True):
        with store.changing("Anders") as session:
            session.get_one(table, key).name = LATER
    with store.changing("Weg") as session:
        session.delete(session.scalars(select(Duty)).one())
    with store.changing("Vol") as session:
        session.add_all(Contact(name=f"Nog {n}", about="straat " * 40) for n in range(150))
    store.undo()
    store.redo()
    store.undo()
    assert [found.record for found in store.search("Oxenst")]
    return ids


RECORDS = (Candidate, Contact, Member)


def test_no_byte_of_the_name_stays(file):
    path, store, key = file
    ids = lived(store)
    assert traces(path, key)
    erasing.erase(store, list(zip(RECORDS, ids, strict=True)), "Gegevens gewist")
    assert traces(path, key) == []
    assert store.search("Oxenst") == []
    store.close()
    assert traces(path, key) == []


@pytest.mark.parametrize("without", ["wipe", "history", "files"])
def test_without_one_of_its_parts_the_name_stays(file, monkeypatch, without):
    path, store, key = file
    ids = lived(store)
    if without == "wipe":
        monkeypatch.setattr(Store, "wipe", lambda _store: None)
    elif without == "history":
        monkeypatch.setattr(erasing, "_empty_history", lambda _session, _gone: set())
    else:
        monkeypatch.setattr(erasing, "_drop_files", lambda _session, _files: None)
    erasing.erase(store, list(zip(RECORDS, ids, strict=True)), "Gegevens gewist")
    assert traces(path, key)


def test_the_search_forgets_only_because_it_is_told_to(file):
    path, store, key = file
    ids = lived(store)
    with store.changing("x") as session:
        session.execute(text("INSERT INTO search (search, rank) VALUES ('secure-delete', 0)"))
    with store.changing("Weg") as session:
        session.delete(session.get_one(Contact, ids[1]))
    assert traces(path, key)
    erasing.erase(store, list(zip(RECORDS, ids, strict=True)), "Gegevens gewist")
    assert traces(path, key) == []  # also when the setting of the search was lost


def test_undo_goes_round_what_was_erased(file):
    path, store, _key = file
    with store.changing("Eerst") as session:
        session.add(Contact(name="Buur"))
    with store.changing("Dan") as session:
        contact = Contact(name=NAME)
        session.add(contact)
        session.flush()
        number = contact.id
    erasing.erase(store, [(Contact, number)], "Gegevens gewist")
    with pytest.raises(CouncilError, match="voorgoed gewist"):
        store.undo()
    store.undo()
    with store.reading() as session:
        assert session.scalars(select(Contact)).all() == []
    assert not store.undo_label
    store.redo()
    assert store.undo_label == "Eerst"
    store.close()
    again = council_file.open_file(path, passphrase="een geheime zin")
    assert again.undo_label == "Eerst"
    again.undo()
    assert (again.undo_label, again.redo_label) == ("", "Eerst")
    again.close()


def test_the_history_says_that_something_was_erased_and_not_what(file):
    _path, store, _key = file
    ids = lived(store)
    store.actor = "Henk"
    erasing.erase(store, [(Candidate, ids[0])], "Gegevens gewist")
    with store.reading() as session:
        lines = session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)).all()
    last = lines[-1]
    assert (last.kind, last.actor, last.label) == ("erase", "Henk", "Gegevens gewist")
    assert last.erased is not None
    changes = from_json(last.rows, {})
    assert [(c.table, c.key, c.before, c.after) for c in changes] == [
        ("candidate", ids[0], {}, None)
    ]
    emptied = [line.label for line in lines if line.erased and line.kind != "erase"]
    assert emptied == ["Erbij", "Anders"]


def test_a_file_that_something_else_names_stays(file):
    _path, store, _key = file
    with store.changing("Erbij") as session:
        photo = store.keep(session, b"\x89PNG foto")
        session.add_all((Member(name=NAME, photo=photo), Member(name="Henk", photo=photo)))
        session.flush()
        number = session.scalars(select(Member.id).where(Member.name == NAME)).one()
    erasing.erase(store, [(Member, number)], "Gegevens gewist")
    assert store.kept(photo) == b"\x89PNG foto"
    with store.reading() as session:
        other = session.scalars(select(Member.id)).one()
    erasing.erase(store, [(Member, other)], "Gegevens gewist")
    with store.reading() as session:
        assert session.scalars(select(StoredFile)).all() == []


def test_what_was_removed_before_is_erased_as_well(file):
    path, store, key = file
    with store.changing("Erbij") as session:
        contact = Contact(name=NAME)
        session.add(contact)
        session.flush()
        number = contact.id
    with store.changing("Weg") as session:
        session.delete(session.get_one(Contact, number))
    erasing.erase(store, [(Contact, number)], "Gegevens gewist")
    assert traces(path, key) == []


def test_an_erasing_that_was_cut_off_is_finished_at_opening(file, monkeypatch):
    path, store, key = file
    ids = lived(store)
    with monkeypatch.context() as broken:

        def full(_store: Store) -> None:
            raise NotSavedError("De schijf is vol.")

        broken.setattr(Store, "wipe", full)
        with pytest.raises(NotSavedError):
            erasing.erase(store, list(zip(RECORDS, ids, strict=True)), "Gegevens gewist")
    store.close()
    again = council_file.open_file(path, passphrase="een geheime zin")
    assert traces(path, key) == []
    again.close()


def test_words_that_the_search_kept_behind_go_too(file):
    """SQLite leaves words of a long text in its index when that is changed and changed again."""
    path, store, key = file
    with store.changing("Erbij") as session:
        contact = Contact(name=NAME, about=f"{NAME} weet alles. " * 300)
        session.add(contact)
        session.flush()
        number = contact.id
    for name in ("Buur", "Buurvrouw"):
        with store.changing("Anders") as session:
            session.get_one(Contact, number).name = name
    with store.changing("Leeg") as session:
        session.get_one(Contact, number).about = ""
    assert traces(path, key)
    erasing.erase(store, [(Contact, number)], "Gegevens gewist")
    assert traces(path, key) == []


def test_of_a_record_that_stays_only_what_it_was_goes(file):
    path, store, key = file
    with store.changing("Erbij") as session:
        photo = store.keep(session, RECEIPT)
        member = Member(name="Buur", email="q@zwaardemaker.example", about=NAME, photo=photo)
        session.add_all((member, Member(name="Henk")))
        session.flush()
        number = member.id
    with store.changing("Henk weg") as session:
        session.delete(session.scalars(select(Member).where(Member.name == "Henk")).one())
    assert traces(path, key)

    def blank(session):
        found = session.get_one(Member, number)
        found.email = found.about = found.photo = ""

    erasing.erase(store, [], "Gegevens gewist", blank, [(Member, number)])
    assert traces(path, key) == []
    with store.reading() as session:
        assert session.get_one(Member, number).name == "Buur"
        assert (list(breaks(session)), list(strays(session))) == ([], [])
    with store._engine.connect() as connection:
        connection.exec_driver_sql("UPDATE member SET phone = '06'")
        connection.commit()
    with store.reading() as session:
        assert list(strays(session)) == [("member", number)]  # a silent edit still shows
    with pytest.raises(CouncilError, match="voorgoed gewist"):
        store.undo()
    assert store.undo_label == "Henk weg"
