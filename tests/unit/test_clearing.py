"""Clearing up old history: who, what and when stay; what was changed goes; the file stays whole."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models import clearing, council_file
from desktop.models.base import Record
from desktop.models.council import Member
from desktop.models.history import HistoryEntry, breaks, from_json
from desktop.models.links import remove
from desktop.models.members import Contact, Duty
from desktop.models.papers import Paper, StoredFile
from desktop.models.proof import strays
from desktop.models.store import NotSavedError, Store
from desktop.services import care
from tests.data.raw_pages import raw_bytes

START = datetime(2024, 1, 1, 9)
NOW = datetime(2026, 6, 1, 12)
OLD = "Quirinalda Zwaardemaker-Ploegh"
PARTS = re.compile(rb"quirinald|uirinalda|zwaardemak|ardemaker|ploegh", re.I)


class Council:
    """A council file whose clock is moved by hand, with the key to look at its bytes."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "Raad.samenspraak"
        self.store, self.key = council_file.create(self.path, "een geheime zin", cost=2**4)
        self.clock = START
        self.store._now = lambda: self.clock

    def on(self, day: date) -> None:
        self.clock = datetime.combine(day, START.time())

    def clear(self, day: date, now: datetime | None = None) -> int:
        self.clock = now or max(self.clock, datetime.combine(day, START.time()))
        return clearing.clear(self.store, day, "Geschiedenis opgeruimd", self.clock)

    def traces(self) -> list[bytes]:
        return PARTS.findall(raw_bytes(self.path, self.key))

    def troubles(self) -> tuple[list[object], ...]:
        with self.store.reading() as session:
            links = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
            return list(breaks(session)), list(strays(session)), list(links)

    def records(self) -> dict[str, list[str]]:
        with self.store.reading() as session:
            return {
                table.name: [
                    repr(row) for row in session.execute(select(table).order_by(table.c.id))
                ]
                for table in Record.metadata.sorted_tables
                if table.name not in ("history", "stored_file")
            }


SOUND: tuple[list[object], ...] = ([], [], [])


@pytest.fixture
def council(tmp_path: Path):
    made = Council(tmp_path)
    yield made
    made.store.close()


def lines(store: Store) -> list[HistoryEntry]:
    with store.reading() as session:
        return list(session.scalars(select(HistoryEntry).order_by(HistoryEntry.id)))


def add(store: Store, record: Record, label: str = "Erbij") -> int:
    with store.changing(label) as session:
        session.add(record)
        session.flush()
        return record.id


def renamed(store: Store, number: int, name: str) -> None:
    with store.changing("Anders") as session:
        session.get_one(Contact, number).name = name


def thrown_away(store: Store, number: int) -> None:
    with store.changing("Weg") as session:
        session.delete(session.get_one(Contact, number))


def test_who_what_and_when_stay_and_what_it_was_goes(council):
    store = council.store
    store.actor = "Henk"
    number = add(store, Contact(name=OLD, about=f"{OLD} weet alles. " * 300))
    renamed(store, number, "Buur")
    council.on(date(2025, 1, 1))
    renamed(store, number, "Buurvrouw")
    before = [(line.at, line.actor, line.label, line.kind, line.link) for line in lines(store)]
    assert council.traces()
    with store.changing("Leeg") as session:
        session.get_one(Contact, number).about = ""
    council.clear(date(2025, 2, 1))
    after = lines(store)
    told = [(line.at, line.actor, line.label, line.kind, line.link) for line in after]
    assert told[: len(before)] == before
    assert (after[-1].label, after[-1].actor, after[-1].kind) == (
        "Geschiedenis opgeruimd",
        "Henk",
        "erase",
    )
    assert after[-1].erased
    assert council.traces() == []
    assert council.troubles() == SOUND


def test_how_a_record_was_last_left_stays_so_that_a_silent_edit_shows(council):
    store = council.store
    number = add(store, Contact(name="Buur"))
    renamed(store, number, "Buurvrouw")
    council.clear(date(2025, 1, 1))
    first, second = lines(store)[:2]
    assert from_json(first.rows, {})[0].after == {}
    (kept,) = from_json(second.rows, {})
    assert kept.before == {}
    assert kept.after is not None
    assert kept.after["name"] == "Buurvrouw"
    with store._engine.connect() as connection:
        connection.exec_driver_sql("UPDATE contact SET name = 'Iemand anders'")
        connection.commit()
    assert council.troubles()[1] == [("contact", number)]


def test_a_second_time_takes_what_was_last_left_then(council):
    store = council.store
    number = add(store, Contact(name=OLD))
    council.clear(date(2024, 6, 1))
    assert council.traces()  # it is called so still
    council.on(date(2025, 1, 1))
    renamed(store, number, "Buur")
    council.clear(date(2025, 6, 1))
    assert council.traces() == []
    assert council.troubles() == SOUND


def test_what_was_thrown_away_before_never_comes_back_and_its_paper_goes(council):
    store = council.store
    with store.changing("Stuk") as session:
        checksum = store.keep(session, b"%PDF van " + OLD.encode() + b"x" * 9000)
        paper = Paper(name="Brief", sha256=checksum)
        session.add(paper)
        session.flush()
        used = store.keep(session, b"%PDF blijft")
        session.add(Paper(name="Blijft", sha256=used))
        number = paper.id
    with store.changing("Weg") as session:
        session.delete(session.get_one(Paper, number))
    assert council.traces()
    council.clear(date(2025, 1, 1))
    assert council.traces() == []
    assert store.kept(used) == b"%PDF blijft"
    with store.reading() as session:
        assert session.scalars(select(StoredFile.sha256)).all() == [used]
    assert council.troubles() == SOUND


def test_undo_goes_no_further_back_than_the_day(council):
    store = council.store
    add(store, Contact(name="Oud"), "Oud")
    council.on(date(2025, 1, 1))
    add(store, Contact(name="Nieuw"), "Nieuw")
    council.clear(date(2025, 1, 1))
    with pytest.raises(CouncilError, match="voorgoed gewist"):
        store.undo()
    assert store.undo_label == "Nieuw"
    store.undo()
    assert store.undo_label == ""
    store.redo()
    assert council.troubles() == SOUND
    store.close()
    again = council_file.open_file(council.path, passphrase="een geheime zin")
    assert again.undo_label == "Nieuw"
    again.close()


def test_a_clock_that_was_wrong_for_a_while_does_no_harm(council):
    store = council.store
    council.on(date(2099, 1, 1))
    add(store, Contact(name="Uit de toekomst"))
    council.on(date(2024, 3, 1))
    number = add(store, Contact(name=OLD))
    thrown_away(store, number)
    council.on(date(2025, 3, 1))
    add(store, Contact(name="Nieuw"))
    council.on(date(2001, 1, 1))
    later = add(store, Contact(name="Klok terug"))
    renamed(store, later, "Klok nog steeds terug")
    council.clear(date(2025, 1, 1), NOW)
    assert council.traces() == []
    assert [bool(line.erased) for line in lines(store)] == [True, True, True, *[False] * 3, True]
    assert council.troubles() == SOUND


def test_a_clearing_that_was_cut_off_is_finished_at_opening(council, monkeypatch):
    store = council.store
    number = add(store, Contact(name=OLD, about=f"{OLD} " * 900))
    thrown_away(store, number)
    with monkeypatch.context() as broken:

        def full(_store: Store) -> None:
            raise NotSavedError("De schijf is vol.")

        broken.setattr(Store, "wipe", full)
        with pytest.raises(NotSavedError):
            council.clear(date(2025, 1, 1))
    store.close()
    again = council_file.open_file(council.path, passphrase="een geheime zin")
    assert council.traces() == []
    again.close()


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("add", "change", "type", "hang", "drop", "undo", "redo")),
        st.integers(0, 90),
        st.integers(0, 5),
    ),
    min_size=3,
    max_size=25,
)


@given(ACTS, st.lists(st.integers(-5, 900), min_size=1, max_size=2))
@settings(max_examples=12, deadline=None)
def test_at_any_day_the_file_stays_whole_and_undo_consistent(acts, days):
    with TemporaryDirectory() as folder:
        council = Council(Path(folder))
        day = START.date()
        for act, later, which in acts:
            day += timedelta(days=later)
            council.on(day)
            _do(council.store, act, which)
        for after in days:
            was = council.records()
            at = START.date() + timedelta(days=after)
            council.clear(at)
            assert council.records() == was
            assert council.troubles() == SOUND
            told = lines(council.store)
            old = [line for line in told if line.at.date() < at and line.kind != "erase"]
            assert all(not row.before for line in old for row in from_json(line.rows, {}))
            _undo_all_and_redo(council, was)
        council.store.close()


def _do(store: Store, act: str, which: int) -> None:
    if act in ("undo", "redo"):
        with suppress(CouncilError):  # there may be nothing to undo
            store.undo() if act == "undo" else store.redo()
        return
    merge = f"typen:{which}" if act == "type" else ""
    with store.changing(act, merge=merge) as session:
        members = list(session.scalars(select(Member).order_by(Member.id)))
        if act == "add" or not members:
            session.add(Member(name=f"Lid {which}"))
            return
        member = members[which % len(members)]
        if act in ("change", "type"):
            member.phone += str(which)
        elif act == "hang":
            session.add(Duty(member_id=member.id, name="Taak"))
            session.add(Contact(name="Buur", holder_id=member.id))
        else:
            remove(session, member)


def _undo_all_and_redo(council: Council, was: dict[str, list[str]]) -> None:
    store = council.store
    steps = 0
    while True:
        try:
            store.undo()
        except CouncilError as error:
            if "gewist" in error.message:
                continue
            break
        steps += 1
        assert council.troubles() == SOUND
    for _ in range(steps):
        store.redo()
    assert council.records() == was
    assert council.troubles() == SOUND


def test_check_says_that_a_file_with_cleared_history_is_sound(office):
    number = office.council.add_member("Riet")
    office.council.change("member", number, phone="0612345678")
    with office.store.changing("Weg") as session:
        session.add(Contact(name="Buur"))
    today = date.today() + timedelta(days=1)
    seen = office.clear_up.look(today, today)
    assert (seen.lines, seen.thrown) == (len(office.memory.acts()), 0)
    assert office.clear_up.clear(today, today) == seen.lines
    assert care.check(office).sound
    assert office.clear_up.oldest() is None
    assert office.clear_up.look(today, today).lines == 0
    # A copy that still holds it was made first, and read through.
    (copy,) = office.safety.copies()
    assert copy.why == "voor opruimen"
    acts = office.memory.acts()
    assert acts[0].label.startswith("Geschiedenis opgeruimd tot")
    assert all(act.emptied for act in acts)
    assert [line for act in acts for line in office.memory.differences(act.id) if line.before] == []


def test_clearing_waits_for_what_is_away(office, tmp_path):
    today = date(2026, 3, 10)
    office.travel.take_along(tmp_path, "Riet", date(2026, 3, 1))
    with pytest.raises(CouncilError, match="1 maart 2026"):
        office.clear_up.look(date(2026, 3, 2), today)
    assert office.clear_up.look(date(2026, 3, 1), today).lines == 0
    with pytest.raises(CouncilError, match="voorbij"):
        office.clear_up.clear(date(2026, 3, 11), today)
