"""The council file: encrypted, one key, and an honest answer when it does not open."""

import shutil

import pytest
import sqlcipher3.dbapi2
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.models import council_file, keys, migrations, vault
from desktop.models.base import Record
from desktop.models.council import Council, Member
from desktop.services import care
from desktop.ui.preferences import Preferences
from tools.freeze_schema import schema

SECRET = "een geheime zin"


@pytest.fixture
def made(council_path, memory_keyring):
    store, key = council_file.create(council_path, SECRET, cost=2**12)
    with store.changing("Raad") as session:
        session.add(Council(name="Cliëntenraad Duinrede"))
        session.add(Member(name="Zebedeus Onvindbaar"))
    store.close()
    memory_keyring.kept.clear()
    return council_path, key


def test_nothing_readable_lies_on_disk(made):
    path, key = made
    for file in path.parent.iterdir():
        data = file.read_bytes()
        assert b"Zebedeus" not in data
        assert b"SQLite format" not in data
        assert key not in data
        assert key.hex().encode() not in data


def test_this_computer_remembers_the_key(made, memory_keyring):
    path, key = made
    with pytest.raises(council_file.NeedsPassphraseError):
        council_file.open_file(path)
    council_file.open_file(path, passphrase=SECRET).close()
    assert key.hex() in memory_keyring.kept.values()
    council_file.open_file(path).close()


def test_a_wrong_passphrase_and_a_damaged_file_are_told_apart(made):
    path, _key = made
    with pytest.raises(vault.WrongPassphraseError):
        council_file.open_file(path, passphrase="een andere zin")
    data = bytearray(path.read_bytes())
    data[100] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(council_file.DamagedFileError):
        council_file.open_file(path, passphrase=SECRET)


def test_the_recovery_sheet_opens_the_file_on_a_new_computer(made, tmp_path):
    path, key = made
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = stick / path.name
    shutil.copy(path, copy)
    with pytest.raises(council_file.NeedsRecoveryCodeError):
        council_file.open_file(copy)
    code = vault.recovery_code(key)
    council_file.open_file(copy, recovery_code=code.lower().replace(" ", "-")).close()
    keys.set_passphrase(copy, key, "een nieuwe zin", cost=2**12)
    council_file.open_file(copy, passphrase="een nieuwe zin").close()


def test_a_sheet_of_another_council_is_refused(made):
    path, _key = made
    with pytest.raises(vault.WrongRecoveryCodeError):
        council_file.open_file(path, recovery_code=vault.recovery_code(vault.new_key()))


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from("23456789ABC"))
@settings(deadline=None, derandomize=True)
def test_a_typing_mistake_in_the_code_is_noticed(key, place, sign):
    code = vault.recovery_code(key).replace(" ", "")
    assert len(code) == 56
    assert vault.key_of_recovery_code(code) == key
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong != code:
        with pytest.raises(vault.WrongRecoveryCodeError):
            vault.key_of_recovery_code(wrong)


@given(st.text(max_size=70))
@settings(deadline=None, derandomize=True)
def test_any_code_gets_an_answer(code):
    with pytest.raises(vault.WrongRecoveryCodeError):
        vault.key_of_recovery_code(code)


def test_the_same_passphrase_never_wraps_the_same_way():
    key = vault.new_key()
    first, second = (vault.wrap(key, SECRET, cost=2**10) for _ in range(2))
    assert first.wrapped != second.wrapped
    assert vault.unwrap(first, SECRET) == vault.unwrap(second, SECRET) == key


def test_a_short_passphrase_or_a_taken_name_is_refused(made, tmp_path):
    path, _key = made
    with pytest.raises(CouncilError) as short:
        council_file.create(tmp_path / "Nieuw.samenspraak", "kort", cost=2**10)
    assert short.value.field == "passphrase"
    with pytest.raises(CouncilError) as taken:
        council_file.create(path, SECRET, cost=2**10)
    assert taken.value.field == "path"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(CouncilError):
        council_file.open_file(tmp_path / "weg.samenspraak")


def test_a_damaged_key_file_asks_for_the_sheet(made):
    path, _key = made
    vault.key_path(path).write_text("{", "utf-8")
    with pytest.raises(council_file.NeedsRecoveryCodeError):
        council_file.open_file(path)


def _schema(store) -> dict[str, str]:
    with store.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        )
        return {name: " ".join(sql.split()) for name, sql in rows}


def _structure(rows) -> dict[str, object]:
    """Return columns, links and uniqueness of each table; a later column may have a default."""
    tables = [name for (name,) in rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: (
            {tuple(row[i] for i in (1, 2, 3, 5)) for row in rows(f"PRAGMA table_info({name})")},
            {row[2:7] for row in rows(f"PRAGMA foreign_key_list({name})")},
            {
                (row[2], tuple(part[2] for part in rows(f"PRAGMA index_info({row[1]})")))
                for row in rows(f"PRAGMA index_list({name})")
            },
        )
        for name in tables
    }


def test_the_migrations_make_the_tables_of_today(store):
    fresh = sqlcipher3.dbapi2.connect(":memory:")
    for statement in migrations.statements(schema()):
        fresh.execute(statement)
    expected = _structure(lambda sql: fresh.execute(sql).fetchall())
    fresh.close()
    with store.reading() as session:
        connection = session.connection()
        made = _structure(lambda sql: [tuple(r) for r in connection.exec_driver_sql(sql)])
    assert made == expected
    assert set(Record.metadata.tables) <= set(made)


def test_a_failing_migration_leaves_the_file_as_it_was(store, council_path):
    before = _schema(store)
    scripts = [*migrations.scripts(), "CREATE TABLE half (id INTEGER);\nSELECT * FROM nowhere;\n"]
    with pytest.raises(Exception, match="nowhere"):
        migrations.bring_up_to_date(store._engine, council_path, scripts)
    assert _schema(store) == before


def test_a_migration_copies_the_file_first_and_keeps_children(store, council_path):
    with store.changing("Raad") as session:
        session.add(Member(name="Henk"))
    scripts = [*migrations.scripts(), "ALTER TABLE member ADD COLUMN nickname VARCHAR;\n"]
    copy = migrations.bring_up_to_date(store._engine, council_path, scripts)
    assert copy is not None
    assert copy.exists()
    assert "nickname" in _schema(store)["member"]
    assert migrations.bring_up_to_date(store._engine, council_path, scripts) is None


def test_a_newer_file_is_refused_kindly(store, council_path, reopen):
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
    with pytest.raises(migrations.NewerFileError):
        reopen(store)


@pytest.mark.parametrize("name", ["x" * 300, "geen\0naam"])
def test_a_place_that_refuses_to_be_looked_at_is_one_sentence(tmp_path, name):
    """As a stick of somebody else does, or a drive that asks for a password."""
    path = tmp_path / name / "Raad.samenspraak"
    for act in (
        lambda: council_file.open_file(path, passphrase="een geheime zin"),
        lambda: council_file.create(path, "een geheime zin", cost=2**4),
        lambda: care.restore(path, tmp_path / "Raad.samenspraak"),
    ):
        with pytest.raises(CouncilError):
            act()
    assert Preferences(recent=(str(path),)).files() == []
