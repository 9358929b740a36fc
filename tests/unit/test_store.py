"""One act is one transaction, one undo step, one line of history and one message."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from desktop.domain.errors import CouncilError
from desktop.models import council_file
from desktop.models.advice import Dossier, Question
from desktop.models.council import Council, Member
from desktop.models.history import Action, HistoryEntry, RowChange, from_json, merged, to_json
from desktop.models.papers import StoredFile
from desktop.models.store import Store


def add_dossier(store: Store, title: str = "Taxipas") -> int:
    with store.changing("Start") as session:
        dossier = Dossier(title=title, received=date(2026, 3, 2))
        session.add(dossier)
        session.flush()
        return dossier.id


def title_of(store: Store, number: int) -> str | None:
    with store.reading() as session:
        dossier = session.get(Dossier, number)
        return dossier.title if dossier else None


def entries(store: Store) -> list[HistoryEntry]:
    with store.reading() as session:
        return list(session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)))


def test_an_action_is_told_once_with_its_tables(store):
    told: list[Action] = []
    store.on_change(told.append)
    number = add_dossier(store)
    with store.changing("Vraag") as session:
        session.add(Question(dossier_id=number, number=1, text="Waarom?"))
        session.get_one(Dossier, number).title = "De taxipas"
    assert [(action.label, action.tables) for action in told] == [
        ("Start", {"dossier"}),
        ("Vraag", {"dossier", "question"}),
    ]


def test_a_failing_action_leaves_nothing(store):
    told: list[Action] = []
    store.on_change(told.append)

    def stop_half_way() -> None:
        with store.changing("Half") as session:
            session.add(Dossier(title="Half werk"))
            session.flush()
            raise CouncilError("nee")

    with pytest.raises(CouncilError):
        stop_half_way()
    assert not told
    assert not entries(store)
    assert store.undo_label == ""


def test_nothing_changed_is_no_action(store):
    number = add_dossier(store)
    with store.changing("Niets") as session:
        session.get_one(Dossier, number).title = "Taxipas"
    assert store.undo_label == "Start"
    assert len(entries(store)) == 1


def test_undo_and_redo_put_rows_back_exactly(store):
    number = add_dossier(store)
    with store.changing("Hernoem") as session:
        session.get_one(Dossier, number).title = "De taxipas"
    store.undo()
    assert title_of(store, number) == "Taxipas"
    assert (store.undo_label, store.redo_label) == ("Start", "Hernoem")
    store.undo()
    assert title_of(store, number) is None
    store.redo()
    store.redo()
    assert title_of(store, number) == "De taxipas"
    with store.reading() as session:
        assert session.get_one(Dossier, number).received == date(2026, 3, 2)


def test_undo_still_works_after_reopening(store, reopen):
    number = add_dossier(store)
    with store.changing("Hernoem") as session:
        session.get_one(Dossier, number).title = "De taxipas"
    store.undo()
    again = reopen(store)
    assert (again.undo_label, again.redo_label) == ("Start", "Hernoem")
    again.redo()
    assert title_of(again, number) == "De taxipas"
    again.undo()
    again.undo()
    assert title_of(again, number) is None


def test_a_new_action_clears_redo(store):
    add_dossier(store)
    store.undo()
    add_dossier(store, "Iets anders")
    assert store.redo_label == ""
    with pytest.raises(CouncilError):
        store.redo()


def test_undo_refuses_when_the_row_changed_since(store):
    number = add_dossier(store)
    with store._writers() as session:
        session.get_one(Dossier, number).title = "Buitenom"
        session.commit()
    with pytest.raises(CouncilError):
        store.undo()
    assert title_of(store, number) == "Buitenom"
    assert store.undo_label == "Start"


def test_typing_in_one_place_is_one_action(council_path):
    clock = [datetime(2026, 3, 10, 9, 0)]
    from desktop.models import council_file

    first, key = council_file.create(council_path, "een geheime zin", cost=2**12)
    first.close()
    store = Store(council_file._engine(council_path, key), now=lambda: clock[0])
    try:
        number = add_dossier(store, "T")
        for words in ("Ta", "Tax", "Taxi"):
            clock[0] += timedelta(seconds=2)
            with store.changing("Typen", merge="titel") as session:
                session.get_one(Dossier, number).title = words
        assert [entry.label for entry in entries(store)] == ["Start", "Typen"]
        clock[0] += timedelta(minutes=11)
        with store.changing("Typen", merge="titel") as session:
            session.get_one(Dossier, number).title = "Taxipas"
        assert len(entries(store)) == 3
        store.undo()
        assert title_of(store, number) == "Taxi"
        store.undo()
        assert title_of(store, number) == "T"
    finally:
        store.close()


def test_deleting_with_children_can_be_undone(store):
    number = add_dossier(store)
    with store.changing("Vraag") as session:
        session.add(Question(dossier_id=number, number=1, text="Waarom?"))
    with store.changing("Weg") as session:
        session.delete(session.scalars(select(Question)).one())
        session.flush()
        session.delete(session.get_one(Dossier, number))
    store.undo()
    with store.reading() as session:
        assert session.scalars(select(Question)).one().dossier_id == number


def test_a_file_is_kept_once_and_checked(store):
    with store.changing("Bewaar") as session:
        first = store.keep(session, b"een brief")
        assert store.keep(session, b"een brief") == first
    assert store.kept(first) == b"een brief"
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(StoredFile)) == 1
    with store._writers() as session:
        session.scalars(select(StoredFile)).one().data = b"iets anders"
        session.commit()
    with pytest.raises(CouncilError):
        store.kept(first)


def test_search_follows_every_change(store):
    number = add_dossier(store, "Café-bezoek en coöperatie")
    found = lambda words: [hit.record for hit in store.search(words)]  # noqa: E731
    assert found("cafe") == found("cooperat") == [number]
    with store.changing("Hernoem") as session:
        session.get_one(Dossier, number).title = "AVG-verzoek"
    assert found("cafe") == []
    assert found("AVG-verzoek") == [number]
    store.undo()
    assert found("cafe") == [number]
    store.undo()
    assert found("cafe") == []


def _places(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(text("SELECT count(*) FROM search"))


def test_the_search_hears_of_a_burst_of_typing_when_it_is_asked(store):
    number = add_dossier(store)
    found = lambda words: [hit.record for hit in store.search(words)]  # noqa: E731
    for title in ("Taxi", "Taxipasje", "Regiotaxi"):
        with store.changing("Typ", merge="titel") as session:
            session.get_one(Dossier, number).title = title
    assert found("regiotaxi") == [number]
    assert found("taxipas") == []
    with store.changing("Typ", merge="titel") as session:
        session.get_one(Dossier, number).title = "Wensbus"
    assert found("wensbus") == [number]
    store.undo()
    assert found("wensbus") == []
    assert found("taxipas") == [number]


def test_the_next_act_tells_the_search_of_the_bursts_before_it(store):
    with store.changing("Typ", merge="een") as session:
        session.add(Dossier(title="Eerste"))
    with store.changing("Typ", merge="twee") as session:
        session.add(Dossier(title="Tweede"))
    assert _places(store) == 0
    add_dossier(store)
    assert _places(store) == 3


def test_a_burst_that_the_search_missed_is_found_after_opening_again(tmp_path):
    path = tmp_path / "raad.samenspraak"
    first, key = council_file.create(path, "een geheime zin", cost=2**4)
    number = add_dossier(first)
    for title in ("Taxi", "Wensbus"):
        with first.changing("Typ", merge="titel") as session:
            session.get_one(Dossier, number).title = title
    with first.changing("Typ", merge="antwoord") as session:
        session.add(Question(dossier_id=number, number=1, text="Hoeveel ritten?"))
    again = council_file.open_with_key(path, key)  # as after a power cut: nobody closed it
    assert [hit.record for hit in again.search("wensbus")] == [number]
    assert [hit.kind for hit in again.search("ritten")] == ["question"]
    assert again.search("taxi") == []
    again.close()
    first.close()


@given(st.text())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_search_text_is_answered(words):
    store = _shared_store()
    assert isinstance(store.search(words), list)


_SHARED: list[Store] = []


def _shared_store() -> Store:
    if not _SHARED:
        import sqlcipher3.dbapi2 as sqlcipher
        from sqlalchemy import StaticPool, create_engine

        from desktop.models import migrations

        engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=lambda: sqlcipher.connect(
                ":memory:", check_same_thread=False, isolation_level=None
            ),
            poolclass=StaticPool,
        )
        with engine.connect() as connection:
            for script in migrations.scripts():
                for statement in migrations.statements(script):
                    connection.exec_driver_sql(statement)
        _SHARED.append(Store(engine))
    return _SHARED[0]


ROWS = st.lists(
    st.builds(
        RowChange,
        st.just("dossier"),
        st.integers(1, 3),
        st.none() | st.fixed_dictionaries({"title": st.text(), "received": st.dates()}),
        st.none() | st.fixed_dictionaries({"title": st.text(), "created": st.datetimes()}),
    ),
    max_size=6,
).map(tuple)


@given(ROWS)
@settings(deadline=None, derandomize=True)
def test_history_survives_json(rows):
    tables = {"dossier": Dossier.__table__}
    assert from_json(to_json(rows), tables) == rows


@given(ROWS, ROWS)
@settings(deadline=None, derandomize=True)
def test_merging_keeps_the_first_before_and_the_last_after(earlier, later):
    both = {(row.table, row.key): row for row in merged(earlier, later)}
    for key, row in both.items():
        chain = [r for r in (*earlier, *later) if (r.table, r.key) == key]
        assert row.before == chain[0].before
        assert row.after == chain[-1].after


def test_members_and_council_are_tracked(store):
    with store.changing("Raad") as session:
        session.add_all([Council(name="Duinrede"), Member(name="Henk Terpstra")])
    assert {row.table for row in from_json(entries(store)[0].rows, {})} == {"council", "member"}
