"""A silent edit of the file shows: of a record, of the history, or of what is left out of it."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from desktop.models import council_file
from desktop.models.advice import Dossier
from desktop.models.council import Member
from desktop.models.history import HistoryEntry, breaks
from desktop.models.proof import strays
from desktop.models.store import Store
from desktop.services import care
from desktop.services import office as offices
from tests.example import example as example_council


def act(store: Store, number: int = 3) -> None:
    """Do some acts, undo one and do it again, and type in one place."""
    with store.changing("Begin") as session:
        session.add(Member(name="Riet"))
    for turn in range(number):
        with store.changing("Wijzig", merge="typen" if turn % 2 else "") as session:
            session.add(Dossier(title=f"Advies {turn}", received=date(2026, 3, 1 + turn)))
    store.undo()
    store.redo()
    with store.changing("Weg") as session:
        session.delete(session.scalars(select(Dossier)).first())


def found(store: Store) -> tuple[list[int], list[tuple[str, int]]]:
    with store.reading() as session:
        return list(breaks(session)), list(strays(session))


def silently(store: Store, sql: str) -> None:
    """Change the file as a stranger with the key would: past the app."""
    with store._engine.connect() as connection:
        connection.exec_driver_sql(sql)
        connection.commit()


@given(st.integers(1, 9))
@settings(max_examples=8, deadline=None)
def test_what_the_app_does_never_breaks_the_chain(number):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "raad.samenspraak"
        store, _key = council_file.create(path, "een geheime zin", cost=2**4)
        act(store, number)
        assert found(store) == ([], [])
        store.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE history SET rows = replace(rows, 'Riet', 'Rita') WHERE id = 1",
        "UPDATE history SET actor = 'Iemand anders' WHERE id = 2",
        "UPDATE history SET at = '2020-01-01 00:00:00.000000' WHERE id = 2",
        "UPDATE history SET label = 'Niets' WHERE id = 3",
        "UPDATE history SET digest = '', rows = '[]' WHERE id = 2",
        "DELETE FROM history WHERE id = 2",
        "DELETE FROM history WHERE id = (SELECT max(id) FROM history)",
        "INSERT INTO history (at, label, actor, kind, merge_key, rows)"
        " SELECT at, label, actor, kind, merge_key, rows FROM history WHERE id = 1",
    ],
)
def test_an_edit_of_the_history_shows(store, sql):
    act(store)
    silently(store, sql)
    assert found(store)[0]


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("UPDATE member SET name = 'Rita' WHERE id = 1", ("member", 1)),
        ("DELETE FROM member WHERE id = 1", ("member", 1)),
        ("INSERT INTO domain (name) VALUES ('Erbij')", ("domain", 1)),
    ],
)
def test_an_edit_of_a_record_shows(store, sql, place):
    act(store)
    silently(store, sql)
    assert found(store) == ([], [place])


def test_an_emptied_entry_keeps_its_place_in_the_chain(store):
    act(store)
    with store._engine.connect() as connection:
        gone = {"rows": "[]", "erased": date(2026, 1, 1)}
        connection.execute(update(HistoryEntry).where(HistoryEntry.id == 2).values(gone))
        connection.commit()
    assert found(store)[0] == []


def test_a_history_from_before_is_chained_at_opening(tmp_path):
    path = tmp_path / "raad.samenspraak"
    store, key = council_file.create(path, "een geheime zin", cost=2**4)
    act(store)
    silently(store, "UPDATE history SET digest = '', link = ''")
    store.close()
    store = council_file.open_with_key(path, key)
    assert found(store) == ([], [])
    silently(store, "UPDATE history SET label = 'Anders' WHERE id = 1")
    assert found(store)[0] == [1]
    store.close()


def test_links_that_were_taken_away_are_not_made_anew_at_opening(tmp_path):
    """Or the app itself would seal an edit."""
    path = tmp_path / "raad.samenspraak"
    store, key = council_file.create(path, "een geheime zin", cost=2**4)
    act(store)
    silently(store, "UPDATE history SET label = 'Anders' WHERE id = 2")
    silently(store, "UPDATE history SET digest = '', link = '' WHERE id > 1")
    store.close()
    store = council_file.open_with_key(path, key)
    assert found(store)[0]
    store.close()


def test_check_tells_in_a_sentence(tmp_path):
    office, _code = offices.make(tmp_path / "raad.samenspraak", "een geheime zin", cost=2**4)
    act(office.store)
    assert care.check(office).sound
    silently(office.store, "UPDATE member SET name = 'Rita' WHERE id = 1")
    silently(office.store, "UPDATE history SET label = 'Anders' WHERE id = 1")
    report = care.check(office)
    assert not report.sound
    assert report.lines[:2] == (
        "1 regel van de geschiedenis is buiten de app om veranderd.",
        "1 gegeven is buiten de app om veranderd.",
    )
    office.close()


def test_the_example_council_is_as_its_history_says(tmp_path):
    office = example_council(tmp_path)
    assert found(office.store) == ([], [])
    office.close()
