"""New members: who is in a programme, who has none yet, and the programmes to start from."""

from functools import partial
from typing import Any

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.council import MemberRow
from desktop.services.members.rows_onboarding import ProgrammeRow, Template
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import Row, button, card, columns, empty, head, primary, row
from desktop.ui.members.new import add_seat
from desktop.ui.members.programme import ProgrammePage
from desktop.ui.members.templates import TemplatePage
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList


class ProgrammesPage(Page):
    """Everyone who is new, and how it goes."""

    area = "members"
    tables = frozenset({"programme", "programme_step", "lesson_done", "member", "setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def build(self) -> list[Item]:
        programmes = self._desk.office.programmes
        rows, new = programmes.all(), programmes.newcomers(self._desk.today())
        templates = self._templates(programmes.templates.all())
        start = primary(tr("Begin a programme"), self._start, "add")
        if not rows and not new:
            why = tr("Small steps with a date and a buddy: so a new member feels at home.")
            return [empty(tr("No new members yet"), why, start), templates]
        left: list[Item] = []
        if new:
            left.append(card(tr("New, without a programme"), *ruled(*map(self._newcomer, new))))
        for title, over in ((tr("In a programme"), False), (tr("Ready"), True)):
            wanted = [one for one in rows if one.over == over]
            if wanted:
                found = RowList[ProgrammeRow](title, _face)
                found.show_rows(wanted)
                found.opened.connect(self._open)
                left.append(card(title, found))
        top = head(tr("New members"), tr("Small steps, a buddy, and time to ask."), start)
        return [top, columns(left, templates)]

    def _newcomer(self, member: MemberRow) -> Row:
        since = long_date(member.since) if member.since else ""
        act = button(tr("Make a programme"), partial(self._start, member.id))
        return row(member.name, tr("Member from {day}", day=since), icon="buddy", act=act)

    def _templates(self, templates: list[Template]) -> Box:
        rows = [
            row(
                one.title,
                one.about,
                icon="adviseren" if one.own else "lesson",
                act=button(tr("Look"), partial(self._template, one.key)),
            )
            for one in templates
        ]
        return card(tr("Programmes to start from"), *ruled(*rows))

    def _start(self, member: int | None = None) -> None:
        self._desk.window.open_page(StartProgrammePage(self._desk, member))

    def _open(self, one: ProgrammeRow) -> None:
        self._desk.window.open_page(ProgrammePage(self._desk, one.id))

    def _template(self, key: str) -> None:
        self._desk.window.open_page(TemplatePage(self._desk, key))


class StartProgrammePage(NewPage):
    """Who, from when, with which buddy: one press makes the whole programme with its dates."""

    area = "members"

    def __init__(self, desk: Desk, member: int | None = None) -> None:
        super().__init__(desk, Form())
        today, office = desk.today(), desk.office
        members = [m for m in office.council.members() if not (m.until and m.until < today)]
        known = next((one for one in members if one.id == member), None)
        templates = office.programmes.templates.all()
        self._who = choice("member", [(None, tr("Somebody new")), *_people(members)])
        who = self._form.add_row(tr("Who is it?"), self._who)
        self._name = self._form.add_row(tr("Name of the new member"), line("name"))
        self._form.add_row(tr("First day"), date_line("starts"))
        add_seat(self._form, desk)
        self._form.add_row(
            tr("Buddy"),
            choice("buddy_id", [(None, tr("Nobody yet")), *_people(members)]),
            tr("Somebody who may be called, and who sits beside the new member."),
        )
        self._form.add_row(
            tr("When may the buddy be called?"),
            line("reachable", tr("for example: calling is fine until 20.00 h")),
            optional=True,
        )
        self._form.add_row(
            tr("Which programme?"), choice("template", [(one.key, one.title) for one in templates])
        )
        wish = tr("Wants a certificate at the end")
        self._form.add_row(wish, Tick(wish, key="certificate"))
        who.setVisible(known is not None or bool(office.programmes.newcomers(today)))
        self._form.set_values(
            {
                "member": member,
                "starts": known.since if known and known.since else today,
                "buddy_id": office.programmes.proposed_buddy(today, member),
            }
        )
        self._who.edited.connect(self._show_name)
        self._show_name()

    def build(self) -> list[Item]:
        make = primary(tr("Make the programme"), self.keep, "saved")
        told = text(
            tr("All steps get a date. You can change everything afterwards."), "small", "muted"
        )
        return [
            head(tr("Begin a programme"), tr("For somebody who just came, or comes soon.")),
            card("", self._form, told, beside(make, ...)),
        ]

    def _show_name(self) -> None:
        """Ask the name and the seat of somebody new; of the others they are known."""
        for asked in (self._name, self._form.rows.get("seat")):
            if asked is not None:
                asked.setVisible(self._who.value() is None)

    def add(self, values: dict[str, Any]) -> Page:
        name, today = values.pop("name"), self._desk.today()
        values["told"] = {"seat": values.pop("seat", None)}
        start = self._desk.office.programmes.start
        return ProgrammePage(self._desk, start(values.pop("member") or name, today=today, **values))


def _people(members: list[MemberRow]) -> list[tuple[int, str]]:
    return [(one.id, one.name) for one in members]


def _face(one: ProgrammeRow) -> Face:
    told = trn("{done} of {n} step done", "{done} of {n} steps done", len(one.steps), done=one.done)
    buddy = tr("buddy {name}", name=one.buddy) if one.buddy else tr("no buddy yet")
    asks = sum(step.waiting_question for step in one.steps)
    state = (trn("{n} question", "{n} questions", asks), "warm") if asks else None
    return Face(one.name, f"{told} · {buddy}", "buddy", state=state, act=tr("Open"))
