"""What may go: only by an agreed term, only by a person, and then to the last byte."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models.council import Member, Setting
from desktop.models.history import HistoryEntry, breaks, from_json
from desktop.models.means import Claim, HoursWorked
from desktop.models.meetings import Attendance, Meeting
from desktop.models.members import Candidate, Contact, Tenure, Vacancy
from desktop.models.onboarding import LessonDone, LookedUp, Programme, ProgrammeStep
from desktop.models.papers import Paper
from desktop.models.proof import strays
from desktop.services import care
from desktop.services.care.safety import Safety
from desktop.services.retention import ItemRow
from desktop.services.retention.copies import drop
from desktop.services.retention.desk import KEPT
from desktop.services.retention.finding import FINDERS
from desktop.services.retention.kinds import kinds
from tests.data.raw_pages import raw_bytes

NAME = "Quirinalda Zwaardemaker-Ploegh"
PARTS = re.compile(rb"quirinald|uirinalda|zwaardemak|ardemaker|ploegh", re.I)
TODAY = date(2026, 6, 1)
LONG_AGO, RECENT = date(2023, 1, 10), date(2026, 5, 1)
DATA = [kind.key for kind in kinds() if kind.key != "history"]


def agree(office, *keys: str, amount: int = 2) -> None:
    for kind in kinds():
        if kind.key in keys:
            office.council.set_norm(kind.norm, amount, "years", source="Reglement, artikel 8")


def live(office, day: date) -> None:
    """Let each kind of data come in, all of *day*, with the name where that kind holds it."""
    store = office.store
    with store.changing("Erbij") as session:
        member = Member(
            name="Riet",
            until=day,
            email="riet@zwaardemaker.example",
            about=NAME,
            photo=store.keep(session, b"\x89PNG " + NAME.encode() + b"x" * 9000),
        )
        vacancy = Vacancy(title="Zetel jeugd")
        meeting = Meeting(
            title="Raad", starts=datetime.combine(day, datetime.min.time()), minutes_state="adopted"
        )
        session.add_all((member, vacancy, meeting))
        session.flush()
        programme = Programme(member_id=member.id, starts=day, reachable=NAME)
        session.add_all(
            (
                programme,
                Tenure(member_id=member.id, since=day - timedelta(days=900), until=day),
                LessonDone(member_id=member.id, lesson=f"les {NAME}", on=day),
                LookedUp(member_id=member.id, term=f"woord {NAME}", last=day),
                Candidate(vacancy_id=vacancy.id, name=NAME, source="flyer", keep_until=day),
                Claim(
                    member_id=member.id,
                    name="Taxi",
                    on=day,
                    amount=900,
                    paid=day,
                    note=NAME,
                    receipt=store.keep(session, b"%PDF " + NAME.encode() + b"y" * 9000),
                ),
                HoursWorked(member_id=member.id, on=day, hours=2, what=f"Bellen met {NAME}"),
                Contact(name=NAME, about=f"{NAME} weet alles. " * 300, last_contact=day),
                Paper(name="Brief", sha256=store.keep(session, b"%PDF"), sender=NAME, dated=day),
                Attendance(meeting_id=meeting.id, name=NAME, role=f"van {NAME}"),
            )
        )
        session.flush()
        step = ProgrammeStep(programme_id=programme.id, title="Praten", answer=NAME, understood=2)
        session.add(step)
    for table, field in ((Contact, "function"), (Member, "phone"), (Claim, "note")):
        with store.changing("Anders") as session:
            setattr(session.scalars(select(table)).one(), field, f"{NAME} 2")


def only(office, *wanted: str) -> None:
    """Throw away for good what the other kinds hold, so that only *wanted* holds the name."""
    agree(office, *DATA)
    others = [item for item in office.retention.items(TODAY) if item.kind not in wanted]
    office.retention.erase(others, TODAY)
    for kind in kinds():
        if kind.key not in wanted:
            office.council.set_norm(kind.norm, None)


def traces(office) -> list[bytes]:
    return PARTS.findall(raw_bytes(office.path, office.store.key))


def test_each_kind_has_a_way_to_be_found_and_words(office):
    assert [kind.key for kind in kinds()] == list(FINDERS)
    assert len({kind.norm for kind in kinds()}) == len(kinds())
    for kind in kinds():
        assert "{name}" in kind.item
        assert "{date}" in kind.since
        assert all((kind.label, kind.ask, kind.erases))


def test_without_a_term_nothing_is_proposed(office):
    live(office, LONG_AGO)
    # The day of a candidate was fixed with that candidate.
    assert {item.kind for item in office.retention.items(TODAY)} == {"candidates"}
    assert all(term is None for _kind, term in office.retention.terms())


def test_with_terms_each_kind_is_told_with_its_rule_and_source(office):
    live(office, LONG_AGO)
    agree(office, *DATA)
    items = {item.kind: item for item in office.retention.items(TODAY)}
    assert list(items) == DATA
    claim = items["claims"]
    assert claim.name == "Vergoeding voor Riet: Taxi"
    assert claim.since == "afgehandeld op 10 januari 2023"
    assert (claim.over, claim.rule) == (date(2025, 1, 10), "2 jaar (Reglement, artikel 8)")


def test_what_is_recent_or_not_ended_stays_off_the_list(office):
    live(office, RECENT)
    agree(office, *DATA)
    assert [item.kind for item in office.retention.items(TODAY)] == ["candidates"]
    with office.store.changing("Oud") as session:
        session.scalars(select(Candidate)).one().keep_until = None
        claim = session.scalars(select(Claim)).one()
        claim.on, claim.paid = LONG_AGO, None
        meeting = session.scalars(select(Meeting)).one()
        meeting.starts, meeting.minutes_state = datetime(2020, 1, 1), "circulated"
        session.scalars(select(Contact)).one().last_contact = None
    assert office.retention.items(TODAY) == []


def test_what_a_former_member_said_in_the_profile_goes_with_the_programme(office):
    live(office, LONG_AGO)
    member = office.council.members()[0].id
    item = office.profiles.keep(None, "Kan luisteren", "skill")
    office.profiles.say(member, {item: 2})
    agree(office, "learning")
    (found,) = [one for one in office.retention.items(TODAY) if one.kind == "learning"]
    office.retention.erase([found], TODAY)
    assert office.profiles.levels_of(member) == {}
    assert [one.name for one in office.profiles.items()] == ["Kan luisteren"]


@pytest.mark.parametrize("key", DATA)
def test_of_what_is_erased_no_byte_stays(office, key):
    live(office, LONG_AGO)
    only(office, key)
    assert traces(office), key
    items = office.retention.items(TODAY)
    assert {item.kind for item in items} == {key}
    assert office.retention.erase(items, TODAY) == len(items)
    assert traces(office) == []
    assert office.retention.items(TODAY) == []
    assert care.check(office).sound
    office.store.close()
    assert traces(office) == []


def test_all_in_one_press_and_recorded_without_personal_data(office):
    live(office, LONG_AGO)
    agree(office, *DATA)
    assert office.retention.erase(office.retention.items(TODAY), TODAY) == len(DATA)
    assert traces(office) == []
    with office.store.reading() as session:
        last = session.scalars(select(HistoryEntry).order_by(HistoryEntry.id.desc())).first()
        assert (last.kind, last.label) == ("erase", "Gegevens gewist na de afgesproken tijd")
        assert all(not row.before for row in from_json(last.rows, {}) if row.table != "setting")
        assert (list(breaks(session)), list(strays(session))) == ([], [])
        guest = session.scalars(select(Attendance)).one()
        assert (guest.name, guest.role) == ("gast", "")
        assert session.scalars(select(Member)).one().name == "Riet"
        assert len(session.scalars(select(Tenure)).all()) == 1
    assert [(one.source, one.came) for one in office.recruiting.yields()] == [("flyer", 1)]


def test_nothing_goes_that_was_not_ticked_or_may_not_go_any_more(office):
    live(office, LONG_AGO)
    agree(office, "claims", "contacts")
    claims, contacts = [
        one for one in office.retention.items(TODAY) if one.kind in ("claims", "contacts")
    ]
    with office.store.changing("Net gesproken") as session:
        session.get_one(Contact, contacts.record).last_contact = TODAY
    assert office.retention.erase([contacts], TODAY) == 0
    assert office.retention.erase([claims], TODAY) == 1
    with office.store.reading() as session:
        assert len(session.scalars(select(Contact)).all()) == 1
        assert session.scalars(select(Claim)).all() == []


def test_what_stays_has_a_reason_and_comes_back_next_year(office):
    live(office, LONG_AGO)
    agree(office, "contacts")
    item = next(one for one in office.retention.items(TODAY) if one.kind == "contacts")
    with pytest.raises(CouncilError):
        office.retention.keep(item, "  ", TODAY)
    office.retention.keep(item, f"{NAME} belt nog", TODAY)
    kept = next(one for one in office.retention.items(TODAY) if one.kind == "contacts")
    assert kept.because == f"{NAME} belt nog"
    january = date(2027, 1, 1)
    again = next(one for one in office.retention.items(january) if one.kind == "contacts")
    assert again.because == ""
    only_this = [again]
    before = len(traces(office))
    office.retention.erase(only_this, january)
    assert len(traces(office)) < before
    with office.store.reading() as session:  # the reason goes along, also out of the history
        settings = session.scalars(select(Setting).where(Setting.key == KEPT)).one()
        assert settings.value == "{}"
        told = session.scalars(select(HistoryEntry.rows)).all()
    assert not [rows for rows in told if "belt nog" in rows]


def test_old_history_goes_by_its_term_after_a_copy(office):
    later = date.today() + timedelta(days=800)
    number = office.council.add_member("Riet")
    for phone in ("06 zwaardemaker", ""):
        with office.store.changing("Anders") as session:
            session.get_one(Member, number).phone = phone
    agree(office, "history")
    (item,) = office.retention.items(later)
    assert item.kind == "history"
    assert item.many == len(office.memory.acts())
    assert traces(office)
    assert office.retention.erase([item], later) == 1
    assert traces(office) == []
    assert office.retention.items(later) == []
    (old,) = office.retention.old_copies()
    assert old.copy.why == "voor opruimen"
    assert (old.here, old.second) == (True, False)


def test_notices_in_january_and_when_it_is_long_over(office):
    def told(day: date) -> list[str]:
        return [one.tone for one in office.retention.notices(day)]

    live(office, LONG_AGO)
    assert told(TODAY) == []  # a candidate has a notice of its own
    agree(office, "claims")
    assert told(date(2025, 1, 10)) == []
    assert told(date(2025, 1, 11)) == ["calm"]
    assert told(date(2025, 2, 1)) == []
    assert told(date(2025, 4, 10)) == []
    assert told(date(2025, 4, 11)) == ["soon"]
    item = next(one for one in office.retention.items(TODAY) if one.kind == "claims")
    office.retention.keep(item, "Er loopt een vraag", TODAY)
    assert told(TODAY) == []


def test_a_fresh_copy_in_the_very_second_of_erasing_is_no_old_one(office):
    live(office, LONG_AGO)
    before = datetime.now() - timedelta(minutes=1)
    Safety(office.store, office.path, now=lambda: before).make()
    agree(office, "contacts")
    contact = [one for one in office.retention.items(TODAY) if one.kind == "contacts"]
    office.retention.erase(contact, TODAY)
    (old,) = office.retention.old_copies()
    same_second = Safety(office.store, office.path, now=lambda: old.erased.replace(microsecond=0))
    drop(same_second, office.path, old)
    assert office.retention.old_copies() == []
    assert len(office.safety.copies()) == 1


def test_old_copies_are_told_until_when_and_erased_one_by_one(office, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    live(office, LONG_AGO)
    office.safety.choose(stick)
    assert office.retention.old_copies() == []
    agree(office, "contacts")
    contact = [one for one in office.retention.items(TODAY) if one.kind == "contacts"]
    office.retention.erase(contact, TODAY)
    (old,) = office.retention.old_copies()
    assert (old.here, old.second) == (True, True)
    assert old.until > date.today() + timedelta(days=600)
    office.retention.drop_copy(old)
    assert office.retention.old_copies() == []
    (fresh,) = office.safety.copies()
    assert fresh.made >= old.copy.made
    assert fresh.path.name != old.copy.path.name
    assert [path.name for path in stick.rglob(old.copy.path.name)] == []
    left = b"".join(raw_bytes(one.path, office.store.key) for one in office.safety.copies())
    assert b"weet alles" not in left


def test_a_term_of_another_kind_is_no_time(office):
    live(office, LONG_AGO)
    office.council.set_norm("keep_claims", 2, "times", source="x")
    assert [one for one in office.retention.items(TODAY) if one.kind == "claims"] == []


def test_the_key_of_an_item_is_the_same_each_time():
    item = ItemRow("claims", 4, "x", 1, "y", TODAY, "z")
    assert item.key == "claims:4"
