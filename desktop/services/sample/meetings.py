"""Write the meetings of the sample council into the file: plan, agendas, results and lists."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from desktop.models.council import Member, Setting
from desktop.models.meetings import (
    ActionPoint,
    AgendaItem,
    AgendaPaper,
    Attendance,
    Meeting,
    MeetingDecision,
    MinutesRemark,
    Promise,
)
from desktop.services.meetings.items import give_numbers
from desktop.services.sample.writing import Data, add, pointed

_SCHEMES = "list_schemes"


@dataclass
class MeetingWriter:
    """Puts all meetings with everything that hangs on them in the file."""

    session: Session
    members: Mapping[str, int]
    dossiers: Mapping[str, int]
    meetings: dict[str, int] = field(default_factory=dict[str, int])
    items: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, data: Data) -> None:
        """Add everything of *data*, whose dates and texts are as they should be."""
        self.session.add(Setting(key=_SCHEMES, value=json.dumps(data["schemes"])))
        adopted: dict[str, str] = {}
        for values in data["meeting"]:
            if "adopted_in" in values:
                adopted[values["key"]] = values.pop("adopted_in")
            self._meeting({**data["defaults"], **values})
        for key, other in adopted.items():
            self.session.get_one(Meeting, self.meetings[key]).adopted_in = self.meetings[other]
        self.session.add_all(AgendaItem(**values) for values in data["waiting"])
        number = 0
        for block in data["done"]:
            for text in block.pop("texts"):
                number += 1
                self.session.add(
                    ActionPoint(
                        number=f"A-{number}",
                        text=text,
                        state="done",
                        due=block["closed_on"],
                        **block,
                    )
                )
            self.session.flush()
        self.session.add_all(ActionPoint(**self._placed(values)) for values in data["action"])
        self.session.add_all(Promise(**self._placed(values)) for values in data["promise"])
        self.session.flush()

    def _meeting(self, values: Data) -> None:
        key = values.pop("key")
        items, people = values.pop("item", []), values.pop("attendance", [])
        remarks = values.pop("remark", [])
        values = pointed(values, chair=self.members, note_taker=self.members)
        meeting = add(self.session, Meeting(**values, calendar_id=f"{key}@samenspraak.example"))
        self.meetings[key] = meeting
        held = values.get("state") == "held"
        for place, item in enumerate(items):
            self._item(key, meeting, {"place": place, **item}, held=held)
        if values.get("sent"):
            give_numbers(self.session, meeting)
        for person in people:
            for name in {"from_item", "to_item"} & set(person):
                person[name] = self.items[f"{key}.{person[name]}"]
            member = self.members.get(person["name"])
            if member is not None:
                person.setdefault("role", self.session.get_one(Member, member).role)
            self.session.add(Attendance(**person, meeting_id=meeting, member_id=member))
        for remark in remarks:
            item = self.items[f"{key}.{remark.pop('item')}"]
            self.session.add(MinutesRemark(**remark, item_id=item, meeting_id=meeting))

    def _item(self, meeting_key: str, meeting: int, values: Data, *, held: bool) -> None:
        key = f"{meeting_key}.{values.pop('key')}"
        papers, decisions = values.pop("paper", []), values.pop("decision", [])
        if held:
            values.setdefault("state", "treated")
            if values["state"] == "treated":
                values["turn"] = values["place"]
        values = pointed(values, dossier=self.dossiers)
        if "carried_from" in values:
            values["carried_from"] = self.items[values["carried_from"]]
        item = add(self.session, AgendaItem(**values, meeting_id=meeting))
        self.items[key] = item
        self.session.add_all(AgendaPaper(**paper, item_id=item) for paper in papers)
        self.session.add_all(
            MeetingDecision(**decision, meeting_id=meeting, item_id=item) for decision in decisions
        )

    def _placed(self, values: Data) -> Data:
        """Return *values* with the keys of the item, its meeting and the dossier they name."""
        values = pointed(values, dossier=self.dossiers)
        name = values.pop("item", "")
        if name:
            values["item_id"] = self.items[name]
            values["meeting_id"] = self.meetings[name.partition(".")[0]]
        return values
