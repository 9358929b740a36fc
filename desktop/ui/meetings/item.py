"""One agenda item: what it is about, for what, how long, with which papers."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.kinds import choices
from desktop.services.meetings.rows import AgendaPaperRow, ItemRow
from desktop.ui.boxes import Box, Item, beside, ruled, stack
from desktop.ui.buttons import Tick
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, number
from desktop.ui.form_pages import KeptPage, NewPage
from desktop.ui.kit import Row, button, card, chip, columns, head, message, primary, quiet, row
from desktop.ui.members.themes import cards_at

_SUFFIXES = (".pdf", ".docx", ".odt", ".txt")


def item_form(desk: Desk) -> Form:
    """Return the form of an agenda item."""
    running = desk.office.dossiers.lines(desk.today(), ended=False)
    dossiers = [
        (None, tr("No advice")),
        *((one.dossier.id, one.dossier.title) for one in running),
    ]
    form = Form()
    form.add_row(tr("What is it about?"), line("title"))
    form.add_row(
        tr("What do you ask of the members?"),
        written(desk, "question", 2),
        tr("Ask one clear question. It stands on the agenda and on the members' sheet."),
        optional=True,
    )
    form.add_pair(
        (tr("Kind"), choice("kind", list(choices("item").items()))),
        (tr("Purpose"), choice("purpose", list(choices("purpose").items()))),
    )
    form.add_pair(
        (tr("Who leads this item?"), line("owner")),
        (tr("How many minutes?"), number("minutes", 0, 480)),
    )
    form.add_row(tr("Belongs to advice"), choice("dossier_id", dossiers))
    for key, words in (
        ("standing", tr("Comes back every meeting")),
        ("closed", tr("Closed: not in the public agenda and minutes")),
    ):
        form.add_row(words, Tick(words, key=key))
    return form


def ready(values: dict[str, Any]) -> dict[str, Any]:
    """Turn the values of the form into the fields of an item."""
    fields = dict(values)
    fields["public"] = not fields.pop("closed")
    return fields


class NewItemPage(NewPage):
    """A new item for the agenda."""

    area = "meetings"

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__(desk, item_form(desk))
        self._meeting = meeting
        self._form.set_values(
            {"minutes": 10, "kind": "discussion", "purpose": "picture", "closed": False}
        )

    def build(self) -> list[Item]:
        add = primary(tr("Put it on the agenda"), self.keep, "add")
        return [head(tr("New agenda item")), card("", self._form, beside(add, ...))]

    def add(self, values: dict[str, Any]) -> None:
        fields = ready(values)
        self._desk.office.agenda.add(self._meeting, fields.pop("title"), **fields)


class ItemPage(KeptPage[ItemRow]):
    """An item that exists, with its papers and its place."""

    area = "meetings"
    tables = frozenset({"agenda_item", "agenda_paper", "meeting", "theme_card"})

    def __init__(self, desk: Desk, item: int) -> None:
        self._item = item
        self._inside: dict[int, Tick] = {}
        self._reason = Form()
        self._reason.add_row(
            tr("Why?"), line("reason"), tr("Members can read this with the item."), optional=True
        )
        self._papers = Form()
        self._papers.add_pair(
            (tr("Name of the paper"), line("name")),
            (tr("Expected before"), date_line("expected")),
        )
        super().__init__(desk, item_form(desk), others=(self._reason, self._papers))

    def parts(self, now: ItemRow) -> list[Item]:
        where = (
            self._desk.office.plan.meeting(now.meeting_id).title
            if now.meeting_id is not None
            else tr("Parking list")
        )
        parts: list[Item] = [head(now.title, "", over=where)]
        if now.state == "rejected":
            parts.append(message("warning", tr("Not placed"), now.state_reason))
        right: list[Item] = [self._paper_card(now), *self._known_about(now), self._place_card(now)]
        return [*parts, columns(card("", self._form), right, (5, 4))]

    def now(self) -> ItemRow:
        return self._desk.office.agenda.item(self._item)

    def around(self, now: ItemRow) -> object:
        meetings = self._desk.office.plan.coming(self._desk.today())
        own = (now.title, now.meeting_id, now.state, now.state_reason, now.public)
        papers = [replace(paper, internal=False) for paper in self._papers_of(now)]  # has a tick
        known = self._desk.office.knowledge.at_items([now])
        return own, papers, known, [(one.id, one.title, one.starts) for one in meetings]

    def values(self, now: ItemRow) -> dict[str, object]:
        return {**vars(now), "closed": not now.public}

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        return ready(values)

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.agenda.change(self._item, **fields)

    def refresh(self) -> None:
        super().refresh()
        for paper in self._papers_of(self.now()):
            if paper.id in self._inside:
                self._inside[paper.id].set_value(paper.internal)

    def _known_about(self, item: ItemRow) -> list[Item]:
        """Return the theme cards that belong to it; nothing when there are none."""
        found = self._desk.office.knowledge.at_items([item]).get(item.id)
        return [cards_at(self._desk, found)] if found else []

    def _papers_of(self, item: ItemRow) -> list[AgendaPaperRow]:
        if item.meeting_id is None:
            return []
        papers = self._desk.office.agenda.papers(item.meeting_id)
        return [paper for paper in papers if paper.item_id == item.id]

    def _paper_card(self, item: ItemRow) -> Box:
        papers, self._inside = self._papers_of(item), {}
        add = button(tr("Add a file"), self._add_file, icon="attach")
        await_ = chip(tr("Expect this paper"), self._expect, "clock")
        return card(
            tr("Papers"),
            *ruled(*(self._paper(p, item) for p in papers)),
            beside(add, ...),
            self._papers,
            beside(await_, ...),
        )

    def _paper(self, paper: AgendaPaperRow, item: ItemRow) -> Box:
        """Return a paper, with the tick that keeps it inside where the item itself is open."""
        found = self._paper_row(paper)
        if not item.public:
            return found
        inside = Tick(tr("Only for members: not in the public papers"))
        inside.set_value(paper.internal)
        inside.setAccessibleName(tr("Only for members: {name}", name=paper.name))
        inside.edited.connect(partial(self._keep_inside, paper.id))
        self._inside[paper.id] = inside
        return stack(found, inside, gap=0)

    def _keep_inside(self, paper: int) -> None:
        wanted, keep = self._inside[paper].value(), self._desk.office.agenda.keep_inside
        if not self._desk.attempt(lambda: keep(paper, wanted)):
            self._inside[paper].set_value(not wanted)

    def _paper_row(self, paper: AgendaPaperRow) -> Row:
        agenda = self._desk.office.agenda
        late = paper.paper_id is None and (
            paper.expected is None or paper.expected < self._desk.today()
        )
        why = tr("is there") if paper.paper_id is not None else tr("not there yet")
        if paper.paper_id is None and paper.expected:
            why = tr("expected before {day}", day=long_date(paper.expected))
        return row(
            paper.name,
            why,
            icon="attach",
            state=(tr("late"), "warning") if late else None,
            act=quiet(
                tr("Take off"), lambda: self._desk.attempt(lambda: agenda.remove_paper(paper.id))
            ),
        )

    def _add_file(self) -> None:
        for path in self._desk.choose_files(tr("Add a file"), _SUFFIXES):
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Keep the file at *path* as a paper of this item."""
        self._desk.attempt(lambda: self._desk.office.agenda.keep_file(self._item, path))

    def _expect(self) -> None:
        values = self._papers.read()
        if values is None:
            return
        try:
            self._desk.office.agenda.add_paper(
                self._item, str(values["name"]), expected=values["expected"]
            )
        except CouncilError as error:
            self._papers.show_error(error)
            return
        self._papers.set_values({"name": "", "expected": None})

    def _place_card(self, item: ItemRow) -> Box:
        acts: list[Item] = []
        if item.meeting_id is None:
            coming = self._desk.office.plan.coming(self._desk.today())
            parts: list[QWidget] = [
                row(
                    meeting.title,
                    long_date(meeting.starts.date()),
                    icon="vergaderen",
                    act=chip(tr("Place here"), lambda number=meeting.id: self._place(number)),
                )
                for meeting in coming[:3]
            ]
            acts += ruled(*parts)
        else:
            acts.append(self._reason)
            acts.append(beside(button(tr("Keep for later"), self._park, icon="parked"), ...))
        if item.meeting_id is None and item.state != "rejected":
            acts.append(self._reason)
            acts.append(beside(button(tr("Do not place"), self._reject, icon="close"), ...))
        acts.append(beside(quiet(tr("Throw away"), self._remove), ...))
        title = tr("Place") if item.meeting_id is None else tr("Not this time?")
        return card(title, *acts)

    def _why(self) -> str:
        return str(self._reason.values()["reason"])

    def _place(self, meeting: int) -> None:
        self._away(lambda: self._desk.office.agenda.place(self._item, meeting))

    def _park(self) -> None:
        self._away(lambda: self._desk.office.agenda.park(self._item, self._why()))

    def _reject(self) -> None:
        self._away(lambda: self._desk.office.agenda.reject(self._item, self._why()))

    def _away(self, act: Any) -> None:  # noqa: ANN401 – any act without arguments
        self._form.flush()
        try:
            act()
        except CouncilError as error:
            self._reason.show_error(error)
            return
        self._desk.window.back()

    def _remove(self) -> None:
        title = self.now().title
        self._form.flush()
        if self._desk.attempt(lambda: self._desk.office.agenda.remove(self._item)):
            self._desk.window.back()
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))
