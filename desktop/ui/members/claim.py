"""One claim: hand it in, keep the receipt, agree, pay, or refuse with a reason."""

from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain import money
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.intake import write_new
from desktop.services.members.rows_means import ClaimKindRow, ClaimRow, texts, words
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line
from desktop.ui.form_pages import NewPage
from desktop.ui.kit import button, card, columns, head, message, next_step, pill, primary, quiet
from desktop.ui.members.claims import TONES
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page

_RECEIPTS = (".pdf", ".png", ".jpg", ".jpeg")


class NewClaimPage(NewPage):
    """Hand in a claim; the amount is counted while you type."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Form())
        members = [(one.id, one.name) for one in desk.office.council.members()]
        self._kinds = {one.id: one for one in desk.office.means.kinds()}
        kinds = [(key, one.name) for key, one in self._kinds.items()]
        self._form.add_pair(
            (tr("For whom?"), choice("member_id", members)), (tr("Which day?"), date_line("on"))
        )
        self._form.add_row(tr("What do you claim?"), choice("kind_id", kinds))
        self._form.add_row(tr("How many?"), line("units"))
        self._form.add_row(tr("What did it cost?"), line("cost"), tr("Like 12.50."))
        self._form.add_row(tr("A few words about it"), line("note"), optional=True)
        me = next((key for key, name in members if name == desk.office.store.actor), None)
        self._form.set_values({"member_id": me, "on": desk.today(), "units": "1"})
        self._form.edited.connect(self._count)
        self._total = text("", "strong")
        self._count()

    def build(self) -> list[Item]:
        told = texts()["ask_first"]
        keep = primary(tr("Hand in"), self.keep, "saved")
        return [
            head(tr("New claim")),
            columns(
                [card("", self._form, self._total, beside(keep, ...))],
                [message("info", told["title"], f"{told['words']}\n{told['source']}")],
            ),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["kind_id"].focus_target()

    def _kind(self) -> ClaimKindRow | None:
        field = self._form.rows["kind_id"].field
        return self._kinds.get(getattr(field, "value")())  # noqa: B009 – any field

    def _count(self) -> None:
        """Ask only what this kind needs, and say what it comes to."""
        kind = self._kind()
        fixed = kind is not None and kind.amount is not None
        self._form.rows["units"].setVisible(fixed)
        self._form.rows["cost"].setVisible(not fixed)
        if kind:
            self._form.rows["units"].show_help(kind.words)
        try:
            values = self._form.values()
            _many, cents = self._desk.office.means.total(
                kind.id if kind else 0, str(values["units"]), str(values["cost"])
            )
        except CouncilError:
            self._total.setText("")
        else:
            self._total.setText(tr("Together {amount}", amount=money.euros(cents)))

    def add(self, values: dict[str, Any]) -> Page:
        made = self._desk.office.means.ask(
            values["member_id"] or 0,
            values["kind_id"] or 0,
            values["on"] or self._desk.today(),
            values["units"],
            values["cost"],
            values["note"],
        )
        return ClaimPage(self._desk, made)


class ClaimPage(Page):
    """A claim that was handed in."""

    area = "members"
    tables = frozenset({"claim"})

    def __init__(self, desk: Desk, claim: int) -> None:
        super().__init__()
        self._desk, self._claim = desk, claim
        self._no = Form()
        self._no.add_row(
            tr("Why not?"), line("refused"), tr("The member gets to read this sentence.")
        )

    def build(self) -> list[Item]:
        found = self._now()
        members = self._desk.office.council.members()
        name = next((one.name for one in members if one.id == found.member_id), "")
        state = pill(words("state", found.state), TONES[found.state])
        return [
            head(money.euros(found.amount), name, state, over=tr("Claim")),
            *self._next(found),
            columns([self._facts(found)], [self._receipt(found), *self._refusing(found)]),
        ]

    def refresh(self) -> None:
        """Show how it stands; a reason being typed stays. Raises CouncilError when it is gone."""
        self._now()
        self._no.setParent(None)
        self.rebuild()

    def _now(self) -> ClaimRow:
        return self._desk.office.means.claim(self._claim)

    def _next(self, found: ClaimRow) -> list[Item]:
        if found.state == "claimed":
            why = tr("Look whether it fits with what was agreed.")
            return [next_step(tr("Is this right?"), why, primary(tr("Agree"), self._agree, "done"))]
        if found.state == "agreed":
            why = tr("Agreed on {date}.", date=long_date(found.agreed)) if found.agreed else ""
            return [
                next_step(tr("Pay this claim"), why, primary(tr("It is paid"), self._pay, "done"))
            ]
        if found.state == "refused":
            again = button(tr("Look at it again"), self._again, icon="undo")
            return [message("info", tr("This claim was refused."), found.refused, again)]
        return []

    def _facts(self, found: ClaimRow) -> Box:
        lines = [found.name, long_date(found.on), found.note]
        if found.units != 1:
            lines.insert(1, tr("{n} times the amount", n=money.number(found.units)))
        if found.paid:
            lines.append(tr("Paid on {date}.", date=long_date(found.paid)))
        items: list[Item] = [text(one) for one in lines if one]
        if not found.paid:
            items.append(beside(quiet(tr("Throw away"), self._remove), ...))
        return card(tr("What for"), *items)

    def _receipt(self, found: ClaimRow) -> Box:
        if found.receipt:
            look = button(tr("Look at the receipt"), self._look, icon="eye")
            return card(tr("Receipt"), beside(look, ...))
        why = text(tr("A PDF or a photo. It is kept in the file of the council."), "small")
        add = button(tr("Add a receipt"), self._attach, icon="attach")
        return card(tr("Receipt"), why, beside(add, ...))

    def _refusing(self, found: ClaimRow) -> list[Item]:
        if found.state in ("paid", "refused"):
            return []
        refuse = button(tr("Refuse"), self._refuse, icon="close")
        return [card(tr("Is it not right?"), self._no, beside(refuse, ...))]

    def _agree(self) -> None:
        means = self._desk.office.means
        self._desk.attempt(lambda: means.agree([self._claim], self._desk.today()))

    def _pay(self) -> None:
        means = self._desk.office.means
        self._desk.attempt(lambda: means.pay([self._claim], self._desk.today()))

    def _again(self) -> None:
        self._desk.attempt(lambda: self._desk.office.means.reopen(self._claim))

    def _refuse(self) -> None:
        values = self._no.read()
        try:
            self._desk.office.means.refuse(self._claim, str(values["refused"]) if values else "")
        except CouncilError as error:
            self._no.show_error(error)

    def _attach(self) -> None:
        means = self._desk.office.means
        for path in self._desk.choose_files(tr("Choose the receipt"), _RECEIPTS)[:1]:
            self._desk.attempt(lambda path=path: means.attach(self._claim, path))

    def _look(self) -> None:
        self._desk.attempt(self._show)

    def _show(self) -> None:
        """Open the receipt in its own program: for that it must lie on the disk for a while."""
        name, data = self._desk.office.means.receipt(self._claim)
        path = write_new(members_folder(self._desk), name, data)
        open_path(path)
        strip = self._desk.window.strip

        def throw_away() -> None:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            strip.silence()

        strip.say(
            "info",
            tr("The receipt lies in {folder}, where others can read it.", folder=path.parent.name),
            tr("Have you seen it? Then throw that copy away. The receipt stays in the app."),
            (tr("Throw the copy away"), throw_away),
        )

    def _remove(self) -> None:
        title = money.euros(self._now().amount)
        if self._desk.attempt(lambda: self._desk.office.means.remove(self._claim)):
            self._desk.told_gone(tr("“{title}” is thrown away.", title=title))
