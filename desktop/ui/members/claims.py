"""Allowances and expenses: who claims what, what was agreed, and what must still be paid."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.rows_means import ClaimRow, texts, words
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.fields import Choice
from desktop.ui.form import choice
from desktop.ui.kit import button, card, columns, head, message, primary, row
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page
from desktop.ui.rows import Face, RowList

STATES = ("claimed", "agreed", "paid", "refused")
TONES = {"claimed": "warning", "agreed": "info", "paid": "success", "refused": "plain"}
_MOST = 12


class ClaimsPage(Page):
    """All claims; Enter opens one."""

    area = "members"
    tables = frozenset({"claim", "claim_kind", "member"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who, self._state = "", ""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new, "print": self._form}

    def build(self) -> list[Item]:
        has_kinds = bool(self._desk.office.means.kinds())
        start = (
            primary(tr("New claim"), self._new, "add")
            if has_kinds
            else primary(tr("Fill in the amounts"), self._kinds, "next")
        )
        if has_kinds and not self._names():
            start = primary(tr("New member"), self._new_member, "add")
        told = texts()["ask_first"]
        ask = button(tr("Paper for your benefits officer"), self._ask, icon="file")
        warn = message("info", told["title"], f"{told['words']}\n{told['source']}", ask)
        return [
            head(tr("Allowances"), self._counted(), start),
            columns([card(tr("Claims"), *self._claims())], [self._amounts(), self._out(), warn]),
        ]

    def _counted(self) -> str:
        waiting = [one for one in self._desk.office.means.claims() if one.state == "agreed"]
        if not waiting:
            return ""
        total = money.euros(sum(one.amount for one in waiting))
        return trn(
            "{n} claim must still be paid: {total}.",
            "{n} claims must still be paid: {total}.",
            len(waiting),
            total=total,
        )

    def _claims(self) -> list[Item]:
        means, names = self._desk.office.means, self._names()
        member = int(self._who) if self._who else None
        found = means.claims(member=member, state=self._state)
        items: list[Item] = [self._filters(names)]
        if not found:
            return [*items, text(tr("Nothing here."), tone="muted")]
        shown = RowList[ClaimRow](tr("Claims"), lambda one: _face(one, names), most=_MOST)
        shown.show_rows(found)
        shown.opened.connect(self._open)
        items.append(shown)
        if any(one.state == "agreed" for one in found):
            pay = button(tr("All agreed claims are paid"), self._pay, icon="done")
            items.append(beside(pay, ...))
        return items

    def _filters(self, names: dict[int, str]) -> QWidget:
        people = [("", tr("Everyone")), *((str(key), name) for key, name in names.items())]
        who = choice("who", people)
        who.setAccessibleName(tr("Whose?"))
        who.set_value(self._who)
        state = choice("state", [("", tr("All")), *((key, words("state", key)) for key in STATES)])
        state.setAccessibleName(tr("Which ones?"))
        state.set_value(self._state)
        who.activated.connect(lambda: self._filter(who, state))
        state.activated.connect(lambda: self._filter(who, state))
        return beside((state, 1), (who, 1), ..., turns=True)

    def _filter(self, who: Choice, state: Choice) -> None:
        self._who, self._state = str(who.value()), str(state.value())
        self.rebuild()

    def _amounts(self) -> Box:
        kinds = self._desk.office.means.kinds()
        rows = ruled(*(row(one.name, f"{one.words} · {one.source}") for one in kinds))
        none: list[Item] = [text(tr("Nothing was filled in yet."), tone="muted")]
        change = button(tr("Change the amounts"), self._kinds, icon="settings")
        return card(tr("What was agreed"), *(rows or none), beside(change, ...))

    def _out(self) -> Box:
        names = list(self._names().items())
        self._overview = choice("overview", [(str(key), name) for key, name in names])
        self._overview.setAccessibleName(tr("Overview of the year for"))
        self._overview.set_value(self._who)
        year = self._desk.today().year
        form = beside(button(tr("Claim form"), self._form, icon="file"), ...)
        if not names:
            return card(tr("On paper"), form)
        return card(
            tr("On paper"),
            form,
            text(tr("Overview of {year}, for one member", year=year), "small"),
            beside((self._overview, 1), button(tr("Make"), self._year), turns=True),
        )

    def _names(self) -> dict[int, str]:
        return {one.id: one.name for one in self._desk.office.council.members()}

    def _new(self) -> None:
        from desktop.ui.members.claim import NewClaimPage

        if not self._names():
            self._new_member()
        elif self._desk.office.means.kinds():
            self._desk.window.open_page(NewClaimPage(self._desk))
        else:
            self._kinds()

    def _new_member(self) -> None:
        from desktop.ui.members.new import NewMemberPage

        self._desk.window.open_page(NewMemberPage(self._desk))

    def _open(self, one: ClaimRow) -> None:
        from desktop.ui.members.claim import ClaimPage

        self._desk.window.open_page(ClaimPage(self._desk, one.id))

    def _kinds(self) -> None:
        from desktop.ui.members.claim_kinds import ClaimKindsPage

        self._desk.window.open_page(ClaimKindsPage(self._desk))

    def _pay(self) -> None:
        means = self._desk.office.means
        member = int(self._who) if self._who else None
        agreed = [one.id for one in means.claims(member=member, state="agreed")]
        self._desk.attempt(lambda: means.pay(agreed, self._desk.today()))

    def _ask(self) -> None:
        folder, means = members_folder(self._desk), self._desk.office.means
        if self._desk.attempt(lambda: means.save_question(self._desk.today(), folder)):
            told_saved(self._desk, folder)

    def _form(self) -> None:
        folder, means = members_folder(self._desk), self._desk.office.means
        if self._desk.attempt(lambda: means.save_form(self._desk.today(), folder)):
            told_saved(self._desk, folder)

    def _year(self) -> None:
        folder, means, today = (
            members_folder(self._desk),
            self._desk.office.means,
            self._desk.today(),
        )
        member = int(str(self._overview.value() or 0))
        if self._desk.attempt(lambda: means.save_overview(member, today.year, today, folder)):
            told_saved(self._desk, folder)


def _face(one: ClaimRow, names: Mapping[int, str]) -> Face:
    why = [names.get(one.member_id, ""), long_date(one.on), one.name]
    return Face(
        money.euros(one.amount),
        " · ".join(part for part in why if part),
        state=(words("state", one.state), TONES[one.state]),
        act=tr("Open"),
    )
