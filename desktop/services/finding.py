"""Find anything in the council file, and say where it stands."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.models.index import Found
from desktop.models.store import Store
from desktop.services import record_words

_OF_MEMBERS = (
    "member",
    "seat",
    "work_group",
    "duty",
    "expertise",
    "interest",
    "contact",
    "vacancy",
    "profile_item",
    "theme_card",
    "handover_point",
    "programme_step",
    "training",
    "spending",
    "support_need",
)
_NUMBERED = {
    "member": "person",
    "vacancy": "vacancy",
    "programme_step": "step",
    "theme_card": "theme",
    "spending": "spending",
}
"""Records with a page of their own: the place is this word with their number."""
_IN_DOSSIER = frozenset(
    {"section", "recommendation", "question", "evidence", "heard_group", "letter", "paper"}
)
_PLACES = {
    "section": "draft",
    "recommendation": "draft",
    "question": "intake",
    "evidence": "evidence",
    "heard_group": "evidence",
    "letter": "letter",
    "paper": "papers",
    "meeting": "agenda",
    "agenda_item": "agenda",
    "meeting_decision": "decisions",
    "action_point": "actions",
    "promise": "promises",
    "training": "training",
    "profile_item": "profile",
    "support_need": "support",
}
_AREAS = {
    **dict.fromkeys(_OF_MEMBERS, "members"),
    "meeting": "meetings",
    "agenda_item": "meetings",
    "meeting_decision": "meetings",
    "action_point": "meetings",
    "promise": "meetings",
}


@dataclass(frozen=True)
class FoundRow:
    """Something found: what it is, where it stands and a few words around it."""

    kind: str
    """The kind in words."""
    title: str
    snippet: str
    """Found words stand between ‹ and ›."""
    area: str
    dossier: int | None
    place: str
    record: int
    meeting: int | None = None
    """The meeting it belongs to; an item on the parking list has none."""


def find(store: Store, query: str, limit: int = 50) -> list[FoundRow]:
    """Return what the file holds about *query*, best first."""
    result: list[FoundRow] = []
    with store.reading() as session:
        for found in store.search(query, limit):
            dossier, title = (found.record if found.kind == "dossier" else None), found.title
            if found.kind in _IN_DOSSIER:
                row = session.execute(
                    text(
                        f"SELECT d.id, d.title FROM {found.kind} p"
                        " JOIN dossier d ON d.id = p.dossier_id WHERE p.id = :id"
                    ),
                    {"id": found.record},
                ).first()
                if row is None:
                    continue
                dossier, title = int(row[0]), str(row[1])
            result.append(
                FoundRow(
                    record_words.kind(found.kind),
                    title,
                    found.snippet if found.snippet.strip() else found.title,
                    "advice" if dossier else _AREAS.get(found.kind, "council"),
                    dossier,
                    _place(found),
                    found.record,
                    _meeting_of(session, found),
                )
            )
    return result


def _place(found: Found) -> str:
    if found.kind in _NUMBERED:
        return f"{_NUMBERED[found.kind]}:{found.record}"
    return _PLACES.get(found.kind, "")


def _meeting_of(session: Session, found: Found) -> int | None:
    if found.kind == "meeting":
        return found.record
    if found.kind != "agenda_item":
        return None
    query = text("SELECT meeting_id FROM agenda_item WHERE id = :id")
    return session.scalar(query, {"id": found.record})
