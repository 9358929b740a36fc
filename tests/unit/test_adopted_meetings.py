"""Once its minutes are adopted nothing of a meeting changes, and what lives on still lives on."""

import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.documents.readers import read_file
from desktop.domain.errors import CouncilError
from desktop.models import council_file
from desktop.models.council import Council, Member
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    AgendaPaper,
    Attendance,
    AwayForItem,
    Meeting,
    MeetingDecision,
    Promise,
)
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.council import CouncilDesk
from desktop.services.meetings.agenda import AgendaDesk
from desktop.services.meetings.freezing import closed_words
from desktop.services.meetings.lists import ListsDesk
from desktop.services.meetings.minutes import MinutesDesk
from desktop.services.meetings.plan import MeetingPlan
from desktop.services.meetings.proposals import Proposal
from desktop.services.meetings.running import Running
from tests.data.held_meeting import hold
from tests.unit.test_meeting_running import START, Table

NOW = datetime(2026, 3, 19, 15, 0)
TODAY = NOW.date()


class Adopted:
    """A council whose meeting of 12 February was adopted on 19 March."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, council = store, CouncilDesk(store)
        self.held = hold(store)
        self.meeting, self.next = self.held.meeting, self.held.next
        self.item, self.part = self.held.items["5"], self.held.items["6"]
        self.agenda = AgendaDesk(store, council)
        self.running = Running(store, council, Dossiers(store, council))
        self.lists = ListsDesk(store, council)
        self.plan = MeetingPlan(store, council)
        self.minutes = MinutesDesk(store, council)
        self.waiting = self.agenda.add(None, "Een nieuw punt")
        self.paper = self.agenda.add_paper(self.item, "Notitie")
        self.file = folder / "notitie.txt"
        self.file.write_text("Een notitie.", "utf-8")
        self.person = self.held.attendance["Wim de Boer"]
        self.guest = self.held.attendance["gast"]
        with store.reading() as session:
            self.decision = session.query(MeetingDecision.id).order_by("id").first()[0]
            self.action = session.query(ActionPoint.id).order_by("id").first()[0]
            self.promise = session.query(Promise.id).order_by("id").first()[0]
        self.minutes.adoption.decide(self.meeting, self.next, "presented", now=NOW)

    def exports(self) -> list[bytes]:
        both = (self.minutes.files(self.meeting, public=public) for public in (False, True))
        return [file.data for pair in both for file in pair]

    def record(self) -> list[tuple[Any, ...]]:
        """Return every row that is the record of the meeting."""
        meeting, items = self.meeting, set(self.held.items.values())
        tables: list[tuple[Any, Any]] = [
            (Meeting, Meeting.id == meeting),
            (AgendaItem, AgendaItem.meeting_id == meeting),
            (AgendaPaper, AgendaPaper.item_id.in_(items)),
            (Attendance, Attendance.meeting_id == meeting),
            (AwayForItem, AwayForItem.item_id.in_(items)),
            (MeetingDecision, MeetingDecision.meeting_id == meeting),
        ]
        with self.store.reading() as session:
            return [
                (table.__tablename__, *row)
                for table, here in tables
                for row in session.execute(
                    select(*table.__table__.columns).where(here).order_by(table.id)
                )
            ]


@pytest.fixture
def adopted(store: Store, tmp_path: Path) -> Adopted:
    return Adopted(store, tmp_path)


@pytest.fixture(scope="module")
def closed(tmp_path_factory) -> Iterator[Adopted]:
    """One adopted meeting for all acts that are refused: they leave it as it is."""
    folder = tmp_path_factory.mktemp("vastgesteld")
    store, _key = council_file.create(folder / "raad.samenspraak", "een geheime zin", cost=2**4)
    yield Adopted(store, folder)
    store.close()


PROPOSAL = Proposal("De bus", "", "bus", "discussion", "picture", 10)
TRIED: dict[str, Callable[[Adopted], object]] = {
    "agenda.add": lambda a: a.agenda.add(a.meeting, "Nog een punt"),
    "agenda.hand_in": lambda a: a.agenda.hand_in("Nog een punt", "Wim", TODAY, a.meeting),
    "agenda.change": lambda a: a.agenda.change(a.item, title="Iets anders"),
    "agenda.remove": lambda a: a.agenda.remove(a.held.items["8"]),
    "agenda.move": lambda a: a.agenda.move(a.item, -2),
    "agenda.move_to": lambda a: a.agenda.move_to(a.item, 0),
    "agenda.make_part": lambda a: a.agenda.make_part(a.item),
    "agenda.make_own": lambda a: a.agenda.make_own(a.part),
    "agenda.park": lambda a: a.agenda.park(a.held.items["8"]),
    "agenda.reject": lambda a: a.agenda.reject(a.held.items["8"], "Te laat."),
    "agenda.place": lambda a: a.agenda.place(a.waiting, a.meeting),
    "agenda.start_from_template": lambda a: a.agenda.start_from_template(a.meeting),
    "agenda.add_paper": lambda a: a.agenda.add_paper(a.item, "Nog een stuk"),
    "agenda.keep_file": lambda a: a.agenda.keep_file(a.item, a.file),
    "agenda.keep_inside": lambda a: a.agenda.keep_inside(a.paper, True),
    "agenda.remove_paper": lambda a: a.agenda.remove_paper(a.paper),
    "carrying.build_from_last": lambda a: a.agenda.carrying.build_from_last(a.meeting),
    "carrying.bring": lambda a: a.agenda.carrying.bring(a.waiting, a.meeting, "repeat"),
    "proposals.take": lambda a: a.agenda.proposals.take(a.meeting, PROPOSAL),
    "running.open": lambda a: a.running.open(a.meeting, NOW),
    "running.go_to": lambda a: a.running.go_to(a.item, NOW),
    "running.go_on": lambda a: a.running.go_on(a.meeting, NOW),
    "running.skip": lambda a: a.running.skip(a.held.items["8"], "Te laat.", NOW),
    "running.put_back": lambda a: a.running.put_back(a.held.items["8"]),
    "running.add_urgent": lambda a: a.running.add_urgent(a.meeting, "De bus"),
    "running.pause": lambda a: a.running.pause(a.meeting, NOW),
    "running.resume": lambda a: a.running.resume(a.meeting, NOW),
    "running.close": lambda a: a.running.close(a.meeting, NOW),
    "running.reopen": lambda a: a.running.reopen(a.meeting),
    "running.note": lambda a: a.running.note(a.item, "Iets anders."),
    "running.add_action": lambda a: a.running.add_action(a.item, "Bellen", TODAY),
    "running.add_promise": lambda a: a.running.add_promise(a.item, "Komt", TODAY, "Wethouder"),
    "deciding.decide": lambda a: a.running.deciding.decide(a.item, "Toch niet.", TODAY),
    "deciding.change": lambda a: a.running.deciding.change(a.decision, text="Toch niet."),
    "deciding.withdraw": lambda a: a.running.deciding.withdraw(a.decision),
    "attendance.expect": lambda a: a.running.attendance.expect(a.meeting, TODAY),
    "attendance.add_guest": lambda a: a.running.attendance.add_guest(a.meeting, "Piet"),
    "attendance.set_way": lambda a: a.running.attendance.set_way(a.person, "online"),
    "attendance.all_here": lambda a: a.running.attendance.all_here(a.meeting),
    "attendance.arrive": lambda a: a.running.attendance.arrive(a.person, a.item),
    "attendance.leave": lambda a: a.running.attendance.leave(a.person, a.item),
    "attendance.come_back": lambda a: a.running.attendance.come_back(a.person, a.item),
    "attendance.away_for": lambda a: a.running.attendance.away_for(a.person, a.item, away=True),
    "attendance.remove_guest": lambda a: a.running.attendance.remove_guest(a.guest),
    "attendance.ask_turn": lambda a: a.running.attendance.ask_turn(a.item, a.person),
    "attendance.give_turn": lambda a: a.running.attendance.give_turn(a.item, a.person),
    "lists.add_action": lambda a: a.lists.add_action("Bellen", TODAY, meeting_id=a.meeting),
    "lists.add_promise": lambda a: a.lists.add_promise(
        "Komt", TODAY, by_whom="Wethouder", meeting_id=a.meeting
    ),
    "lists.change": lambda a: a.lists.change("action", a.action, TODAY, text="Iets anders"),
    "plan.change": lambda a: a.plan.change(a.meeting, title="Overleg"),
    "minutes.write": lambda a: a.minutes.write(a.item, "Iets anders."),
    "minutes.start": lambda a: a.minutes.start(a.meeting),
    "minutes.set_style": lambda a: a.minutes.set_style(a.meeting, "decisions"),
    "minutes.circulate": lambda a: a.minutes.circulate(a.meeting),
    "minutes.remark": lambda a: a.minutes.remark(a.meeting, "Wim", "Nog iets."),
    "adoption.decide": lambda a: a.minutes.adoption.decide(a.meeting, a.next, "presented"),
}
"""Every act on an adopted meeting: desk and method, and how it is tried."""

REFUSED_OTHERWISE = {
    "plan.cancel": lambda a: a.plan.cancel(a.meeting),
    "plan.delete": lambda a: a.plan.delete(a.meeting),
}
"""These are refused for any meeting that was held."""

LIVES_ON = {
    "lists.close",
    "lists.reopen",
    "lists.follow_up",
    "deciding.set_rules",
    "adoption.set_convention",
    "plan.add",
    "plan.add_series",
    "plan.restore",
    "minutes.take_over",
    "minutes.leave_out",
    "minutes.reopen",
}
"""Acts that change no record of an adopted meeting; those on remarks are in test_minutes."""


def acts(adopted: Adopted) -> set[str]:
    """Return the name of each method of the desks of meetings that opens an action."""
    desks = {
        "agenda": adopted.agenda,
        "carrying": adopted.agenda.carrying,
        "proposals": adopted.agenda.proposals,
        "running": adopted.running,
        "deciding": adopted.running.deciding,
        "attendance": adopted.running.attendance,
        "lists": adopted.lists,
        "plan": adopted.plan,
        "minutes": adopted.minutes,
        "adoption": adopted.minutes.adoption,
    }
    return {
        f"{name}.{method}"
        for name, desk in desks.items()
        for method, function in inspect.getmembers(type(desk), inspect.isfunction)
        if not method.startswith("_")
        and any(sign in inspect.getsource(function) for sign in (".changing(", "self._change("))
    }


def test_no_act_is_forgotten(closed: Adopted):
    assert acts(closed) == {*TRIED, *REFUSED_OTHERWISE, *LIVES_ON}


@pytest.mark.parametrize("name", TRIED)
def test_an_adopted_meeting_refuses(closed: Adopted, name: str):
    before, files = closed.record(), closed.exports()
    with pytest.raises(CouncilError) as error:
        TRIED[name](closed)
    assert error.value.message == closed_words()
    assert closed.record() == before
    assert closed.exports() == files


@pytest.mark.parametrize("name", REFUSED_OTHERWISE)
def test_a_held_meeting_refuses(closed: Adopted, name: str):
    with pytest.raises(CouncilError):
        REFUSED_OTHERWISE[name](closed)


def test_the_sentence_says_what_to_do():
    assert closed_words().endswith("Zet een verbetering in het volgende verslag.")


def test_actions_and_promises_live_on_and_the_files_do_not_notice(adopted: Adopted):
    before, files = adopted.record(), adopted.exports()
    lists = adopted.lists
    lists.follow_up("action", adopted.action, TODAY, "Gebeld, zij zoekt het uit.")
    lists.change("action", adopted.action, TODAY, owner="Joop", due=date(2026, 4, 1))
    lists.close("action", adopted.action, "done", TODAY)
    lists.reopen("action", adopted.action, TODAY)
    lists.close("promise", adopted.promise, "kept", TODAY)
    assert "Gebeld" in lists.history("action", adopted.action)[0].text
    assert adopted.record() == before
    assert adopted.exports() == files


@pytest.mark.parametrize("how", ["move", "repeat"])
def test_an_item_comes_back_and_the_old_one_stays_as_it_was(adopted: Adopted, how):
    before, files = adopted.record(), adopted.exports()
    new = adopted.agenda.carrying.bring(adopted.held.items["8"], adopted.next, how)
    assert adopted.agenda.item(new).meeting_id == adopted.next
    assert adopted.record() == before
    assert adopted.exports() == files


def test_renames_after_all_tries_change_no_letter(adopted: Adopted):
    files = adopted.exports()
    for act in TRIED.values():
        with pytest.raises(CouncilError):
            act(adopted)
    with adopted.store.changing("alles anders") as session:
        session.get_one(Member, adopted.held.members["Wim de Boer"]).name = "Willem de Boer"
        session.get_one(Member, adopted.held.members["Marijke Vos"]).role = "lid"
        session.query(Council).one().name = "Adviesraad Elders"
        session.get_one(ActionPoint, adopted.action).text = "Iets anders"
    assert adopted.exports() == files


def test_item_5_before_3_keeps_its_number_and_is_printed_in_that_order(
    store: Store, tmp_path: Path
):
    table = Table(store)
    table.begins()
    desk = table.running.attendance
    desk.arrive(table.person("Wim"), table.item("3"))
    desk.leave(table.person("Henk"), table.item("2"))
    desk.set_way(table.person("Joop"), "online")
    table.running.go_on(table.meeting, START)
    table.running.go_to(table.item("5"), START)
    table.running.note(table.item("5"), "De raad wil eerst over de bus praten.")
    for _ in range(2):
        table.running.go_on(table.meeting, START)
    table.running.close(table.meeting, START)
    minutes = MinutesDesk(store, table.council)
    for path in minutes.save_copies(table.meeting, tmp_path):
        if "intern" not in path.name:
            continue
        words = " ".join(read_file(path).text.split())
        places = [words.index(f"{n}. Punt {n}") for n in (1, 2, 5, 3, 4)]
        assert places == sorted(places), path.suffix
        for told in ("vanaf punt 3", "t/m punt 2", "via Teams"):
            assert told in words, (told, path.suffix)
