"""A council file full of work survives being brought up to date, and a migration that fails."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from desktop.models import council_file, migrations
from desktop.models.base import Record
from desktop.services import care
from desktop.services import office as offices

DAY = date(2026, 3, 20)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """The example council, as bytes with its key."""
    folder = tmp_path_factory.mktemp("seeded")
    office, code = offices.make(folder / "R.samenspraak", "een geheime zin", cost=2**4)
    from desktop.services import sample

    sample.load(office.store, DAY)
    office.close()
    return office.path.read_bytes(), code


@pytest.fixture
def office(seeded, tmp_path):
    data, code = seeded
    (tmp_path / "R.samenspraak").write_bytes(data)
    opened = offices.open_office(tmp_path / "R.samenspraak", recovery_code=code)
    yield opened
    opened.close()


def rows(store) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table as today's app sees it."""
    with store.reading() as session:
        return {
            table.name: [dict(row) for row in session.execute(select(table)).mappings()]
            for table in Record.metadata.sorted_tables
        }


def rebuilt(store, table: str) -> str:
    """Return a migration that makes *table* anew: with foreign keys on, its children would go."""
    with store.reading() as session:
        query = f"SELECT sql FROM sqlite_master WHERE name = '{table}'"
        made = session.connection().exec_driver_sql(query).scalar_one()
    return (
        made.replace(f"CREATE TABLE {table}", f"CREATE TABLE {table}_new")
        + f";\nINSERT INTO {table}_new SELECT * FROM {table};\nDROP TABLE {table};\n"
        + f"ALTER TABLE {table}_new RENAME TO {table};\n"
    )


def test_a_years_work_survives_a_new_column_and_a_rebuilt_table(office, seeded, tmp_path):
    before, found = rows(office.store), len(office.find("taxi"))
    assert len(before["dossier"]) == 12
    assert found
    column = "ALTER TABLE member ADD COLUMN nickname VARCHAR;\n"
    scripts = [*migrations.scripts(), column, rebuilt(office.store, "dossier")]
    copy = migrations.bring_up_to_date(office.store._engine, office.path, scripts)
    assert rows(office.store) == before
    assert len(office.find("taxi")) == found
    key_file = office.path.with_name(office.path.name + "-sleutel")
    assert not key_file.exists()
    old = offices.open_office(copy, recovery_code=seeded[1])
    assert rows(old.store) == before
    old.close()


def test_the_copy_before_it_is_one_of_the_backups(tmp_path):
    """So that erasing tells of it, and it opens with its own key file."""
    office, _code = offices.make(tmp_path / "R.samenspraak", "een geheime zin", cost=2**4)
    office.council.add_member("Riet")
    scripts = [*migrations.scripts(), "ALTER TABLE member ADD COLUMN nickname VARCHAR;\n"]
    copy = migrations.bring_up_to_date(office.store._engine, office.path, scripts)
    office.close()
    [known] = care.copies_of(office.path)
    assert (known.path, known.dated, known.why) == (
        copy,
        True,
        f"voor bijwerken vanaf {len(scripts) - 1}",
    )
    old = offices.open_office(copy, passphrase="een geheime zin")
    assert [member.name for member in old.council.members()] == ["Riet"]
    old.close()


def test_no_room_for_the_copy_is_one_sentence(office):
    before = rows(office.store)
    (office.path.parent / "R reservekopieën").write_text("in de weg")
    with pytest.raises(migrations.CouncilError, match="bijgewerkt"):
        migrations.bring_up_to_date(
            office.store._engine, office.path, [*migrations.scripts(), "SELECT 1;\n"]
        )
    assert rows(office.store) == before


def test_a_migration_that_fails_half_way_leaves_all_work(office):
    before = rows(office.store)
    scripts = [*migrations.scripts(), "DELETE FROM dossier;\nSELECT * FROM nowhere;\n"]
    with pytest.raises(Exception, match="nowhere"):
        migrations.bring_up_to_date(office.store._engine, office.path, scripts)
    assert rows(office.store) == before
    office.dossiers.start("Gaat gewoon door", DAY)


def test_a_migration_that_loses_parents_is_taken_back(office):
    before = rows(office.store)
    scripts = [*migrations.scripts(), "DELETE FROM dossier WHERE id = 1;\n"]
    with pytest.raises(migrations.CouncilError):
        migrations.bring_up_to_date(office.store._engine, office.path, scripts)
    assert rows(office.store) == before


def test_today_and_the_first_version_read_the_same_file(office):
    with office.store.reading() as session:
        version = session.connection().exec_driver_sql("PRAGMA user_version").scalar_one()
    assert version == len(migrations.scripts())
    assert migrations.bring_up_to_date(office.store._engine, office.path) is None
    assert council_file.SUFFIX == ".samenspraak"
