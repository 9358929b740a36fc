"""A meeting that was held, with everything minutes can say; people and words are invented."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.council import Council, Member, Norm
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    AwayForItem,
    Meeting,
    MeetingDecision,
    Promise,
)
from desktop.models.store import Store

MEMBERS = (
    ("Marijke Vos", "voorzitter"),
    ("Henk Terpstra", "secretaris"),
    ("Fatima El Idrissi", "lid"),
    ("Joop Kramer", "lid"),
    ("Samira Aydin", "lid"),
    ("Wim de Boer", "lid"),
    ("Daan Mulder", "lid"),
    ("Ria Hoekstra", "lid"),
    ("Lies Smit", "lid"),
    ("Cor Stam", "lid"),
)
WAYS = ("room", "room", "room", "online", "room", "room", "room", "absent_notice", "room", "absent")
ITEMS = (
    # number, title, turn, notes
    ("1", "Opening", 1, "Marijke opent de vergadering om 13.30 uur. Zij heet Daan welkom."),
    ("2", "Agenda vaststellen", 2, "De agenda wordt vastgesteld. Punt 6 komt vóór punt 5."),
    ("3", "Verslag van 15 januari", 3, "Niemand heeft een opmerking."),
    ("4", "Acties en toezeggingen", 4, "Actie 38 blijft staan. Actie 40 is klaar."),
    ("5", "Advies bijzondere bijstand", 6, "Fatima licht het concept toe."),
    ("6", "Taxipas: nog geen antwoord", 5, "Joop belde al twee keer met de gemeente."),
    ("7", "Een nieuw lid kiezen", 7, "Er zijn twee kandidaten. De raad kiest Ans Kuiper."),
    ("8", "Avond met jongeren", None, ""),
    ("9", "Rondvraag en sluiting", 8, "Wim vraagt om grotere letters op de agenda."),
)
CLOSED = "7"


@dataclass(frozen=True)
class Held:
    """The keys of what was put in the file."""

    meeting: int
    next: int
    items: dict[str, int]
    members: dict[str, int]
    attendance: dict[str, int]


def add_council(store: Store) -> dict[str, int]:
    """Put a council of ten members in an empty file; return their keys by name."""
    with store.changing("Raad") as session:
        session.add(Council(name="Cliëntenraad Duinrede", place="Duinrede"))
        session.add(Norm(kind="quorum", amount=5, unit="persons", source="artikel 9"))
        records = [Member(name=name, role=role) for name, role in MEMBERS]
        for record in records:
            record.email = f"{record.name.split()[0].casefold()}@clientenraad-duinrede.example"
        session.add_all(records)
        session.flush()
        return {record.name: record.id for record in records}


def hold(store: Store) -> Held:
    """Put the meeting of 12 February and the planned one of 19 March in the file."""
    members = add_council(store)
    with store.changing("Vergadering") as session:
        meeting = Meeting(
            title="Vergadering van de raad",
            state="held",
            starts=datetime(2026, 2, 12, 13, 30),
            place="De Golfslag",
            room="zaal 2",
            opened=datetime(2026, 2, 12, 13, 30),
            closed=datetime(2026, 2, 12, 15, 34),
            minutes_state="concept",
            chair_id=members["Marijke Vos"],
            note_taker_id=members["Henk Terpstra"],
        )
        following = Meeting(title="Vergadering van de raad", starts=datetime(2026, 3, 19, 13, 30))
        session.add_all([meeting, following])
        session.flush()
        items = {
            number: AgendaItem(
                title=title,
                meeting_id=meeting.id,
                number=number,
                place=place,
                turn=turn,
                notes=notes,
                public=number != CLOSED,
                state="treated" if turn else "carried",
                state_reason="" if turn else "het plan was er nog niet",
                question="Stelt u het advies vast?" if number == "5" else "",
                purpose="decide" if number == "5" else "inform",
            )
            for place, (number, title, turn, notes) in enumerate(ITEMS, 1)
        }
        session.add_all(items.values())
        session.flush()
        keys = {number: item.id for number, item in items.items()}
        people = {
            name: Attendance(
                meeting_id=meeting.id, name=name, member_id=members[name], role=role, way=way
            )
            for (name, role), way in zip(MEMBERS, WAYS, strict=True)
        }
        people["Wim de Boer"].from_item = keys["3"]
        people["Lies Smit"].to_item = keys["2"]
        people["gast"] = Attendance(
            meeting_id=meeting.id,
            name="Petra Jansen",
            role="Werkplein",
            way="room",
            named_in_public=False,
        )
        session.add_all(people.values())
        following_item = AgendaItem(
            title="Verslag van 12 februari",
            meeting_id=following.id,
            number="3",
            place=3,
            kind="minutes",
        )
        session.add(following_item)
        session.flush()
        session.add(AwayForItem(item_id=keys["5"], attendance_id=people["Samira Aydin"].id))
        _results(session, meeting.id, keys)
        return Held(
            meeting.id,
            following.id,
            keys,
            members,
            {name: person.id for name, person in people.items()},
        )


def _results(session, meeting: int, items: dict[str, int]) -> None:
    session.add_all(
        [
            MeetingDecision(
                number="B-2026-001",
                text="De raad neemt het advies aan en stuurt het op 20 februari.",
                meeting_id=meeting,
                item_id=items["5"],
                voted=True,
                present=7,
                votes_for=6,
                votes_against=1,
                minority_view="Een lening zonder rente is beter dan een gift.",
            ),
            MeetingDecision(
                number="B-2026-002",
                text="De raad draagt Ans Kuiper voor als lid.",
                meeting_id=meeting,
                item_id=items["7"],
            ),
            ActionPoint(
                number="A-2026-041",
                text="Bellen met de Voedselbank",
                owner="Henk",
                due=date(2026, 3, 5),
                made_on=date(2026, 2, 12),
                meeting_id=meeting,
                item_id=items["6"],
            ),
            ActionPoint(
                number="A-2026-042",
                text="Ans Kuiper uitnodigen",
                owner="Marijke",
                due=date(2026, 3, 1),
                made_on=date(2026, 2, 12),
                meeting_id=meeting,
                item_id=items["7"],
            ),
            Promise(
                number="T-2026-009",
                text="Antwoord geven op het advies over de taxipas",
                by_whom="Wethouder Hofstee",
                due=date(2026, 4, 15),
                made_on=date(2026, 2, 12),
                meeting_id=meeting,
                item_id=items["6"],
            ),
        ]
    )
