"""What may go: the list by the council's own terms, ticked by a person, and erased for good."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term
from desktop.i18n import tr, trn
from desktop.services.retention import ItemRow, KindRow, OldCopyRow
from desktop.ui.boxes import Box, Item, beside, ruled, text
from desktop.ui.buttons import Tick
from desktop.ui.council.retention_terms import RetentionTermsPage
from desktop.ui.council.told import moment
from desktop.ui.desk import Desk
from desktop.ui.fields import line
from desktop.ui.form import Form
from desktop.ui.kit import Row, button, card, head, message, primary, quiet, row
from desktop.ui.pages import Page

_MANY = 3
"""From so many things of one kind on, one press ticks them all."""


class RetentionPage(Page):
    """Per kind what may go; tick it, or say why it stays."""

    area = "council"
    tables = frozenset({"norm", "setting", "member", "candidate", "contact", "claim", "paper"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._retention = desk, desk.office.retention
        self._ticked: set[str] = set()
        self._done = 0

    def build(self) -> list[Item]:
        items = self._retention.items(self._desk.today())
        self._ticked &= {item.key for item in items if not item.because}
        terms = self._retention.terms()
        parts: list[Item] = [
            head(
                tr("What may go?"),
                tr("Data of people stay no longer than you agreed. The app erases nothing itself."),
                button(tr("Change the terms"), self._change_terms, icon="clock"),
            )
        ]
        if self._done:
            parts.append(
                message(
                    "success",
                    trn(
                        "{n} thing is erased for good.",
                        "{n} things are erased for good.",
                        self._done,
                    ),
                    tr("No word of it stays in this file. Older backups still hold it."),
                )
            )
        open_items = [item for item in items if not item.because]
        parts += [
            self._kind(kind, [item for item in open_items if item.kind == kind.key])
            for kind, _term in terms
            if any(item.kind == kind.key for item in open_items)
        ]
        parts.append(self._act() if open_items else self._nothing(terms))
        parts += self._kept([item for item in items if item.because])
        return [*parts, self._terms(terms), *self._copies()]

    def first_focus(self) -> QWidget | None:
        return self._first_control()  # erasing is never the first thing at hand

    def _nothing(self, terms: list[tuple[KindRow, Term | None]]) -> Item:
        if not any(term for _kind, term in terms):
            why = tr("Agree how long you keep each kind. Then you see here what may go.")
            return message("info", tr("No term was agreed yet"), why)
        return message("info", tr("Nothing needs to go now."))

    def _kind(self, kind: KindRow, items: list[ItemRow]) -> Item:
        lines = [self._line(item) for item in items]
        tail: list[Item] = []
        if len(items) >= _MANY:
            tail = [beside(button(tr("Tick all of these"), partial(self._tick_all, items)), ...)]
        return card(kind.label, text(kind.erases, "small"), *ruled(*lines), *tail)

    def _line(self, item: ItemRow) -> Box:
        tick = Tick(item.name, _about(item))
        tick.set_value(item.key in self._ticked)
        tick.edited.connect(lambda: self._tick(item.key, ticked=tick.isChecked()))
        keep = quiet(tr("Keep because …"), partial(self._keep, item))
        keep.setAccessibleName(tr("Keep because …: {name}", name=item.name))
        return beside((tick, 1), keep, gap=12, turns=True)

    def _act(self) -> Item:
        return card(
            tr("Erase what is ticked"),
            text(tr("This is for good: it cannot be undone, and nobody can bring it back.")),
            beside(primary(tr("Erase what is ticked"), self._erase, "close"), ...),
        )

    def _kept(self, items: list[ItemRow]) -> list[Item]:
        if not items:
            return []
        year = self._desk.today().year + 1
        rows = [row(item.name, tr("because: {why}", why=item.because)) for item in items]
        return [card(tr("Stays until January {year}", year=year), *ruled(*rows))]

    def _terms(self, terms: list[tuple[KindRow, Term | None]]) -> Item:
        rows = [
            row(
                kind.label,
                f"{term.words} ({term.source})" if term else tr("no term agreed"),
                icon="done" if term else "clock",
                tone="success" if term else "muted",
            )
            for kind, term in terms
        ]
        without = sum(term is None for _kind, term in terms)
        hint = [
            text(
                trn(
                    "For {n} kind you have no term. Then nothing is proposed. Put it on the agenda"
                    " once.",
                    "For {n} kinds you have no term. Then nothing is proposed. Put it on the agenda"
                    " once.",
                    without,
                )
            )
        ]
        return card(tr("What you agreed"), *(hint if without else []), *ruled(*rows))

    def _copies(self) -> list[Item]:
        old = self._retention.old_copies()
        away = ", ".join(trip.who for trip in self._desk.office.travel.away())
        parts: list[Item] = []
        if away:
            parts.append(
                text(tr("{names} took a package along. That holds it as well.", names=away))
            )
        if old:
            parts += [
                text(
                    tr(
                        "What you erased is in these older copies still. They are locked. The app"
                        " clears each away by itself, on the day beside it at the latest. You can"
                        " also erase them now, one by one. The newest copy always stays."
                    )
                ),
                *ruled(*(self._copy(one) for one in old)),
                text(
                    tr(
                        "Did you copy the file yourself, or send a package? The app does not know"
                        " those. Throw them away yourself."
                    ),
                    "small",
                ),
            ]
        return [card(tr("Backups from before the erasing"), *parts)] if parts else []

    def _copy(self, old: OldCopyRow) -> Row:
        where = tr("on both places") if old.here and old.second else tr("beside the file")
        if old.second and not old.here:
            where = tr("on the second place")
        about = tr("{place} · until {date}", place=where, date=long_date(old.until))
        act = button(tr("Erase this copy"), partial(self._drop, old))
        return row(moment(old.copy.made), about, icon="lock", act=act)

    def _tick(self, key: str, *, ticked: bool) -> None:
        (self._ticked.add if ticked else self._ticked.discard)(key)

    def _tick_all(self, items: list[ItemRow]) -> None:
        self._ticked |= {item.key for item in items}
        self.rebuild()

    def _keep(self, item: ItemRow) -> None:
        self._desk.window.open_page(KeepPage(self._desk, item))

    def _change_terms(self) -> None:
        self._desk.window.open_page(RetentionTermsPage(self._desk))

    def _erase(self) -> None:
        today = self._desk.today()
        items = [item for item in self._retention.items(today) if item.key in self._ticked]
        if not items:
            self._desk.window.strip.say("info", tr("First tick what may go."))
            return
        done: list[int] = []
        if self._desk.attempt(lambda: done.append(self._retention.erase(items, today))):
            self._done = done[0]
            self._ticked.clear()
        self.rebuild()

    def _drop(self, old: OldCopyRow) -> None:
        if self._desk.attempt(lambda: self._retention.drop_copy(old)):
            self.rebuild()
            self._desk.window.strip.say("success", tr("The copy is erased."))


class KeepPage(Page):
    """Say why something stays for another year."""

    area = "council"

    def __init__(self, desk: Desk, item: ItemRow) -> None:
        super().__init__()
        self._desk, self._item = desk, item
        self._form = Form()
        self._form.add_row(
            tr("Keep because …"),
            line("because"),
            tr("For example: a question about it is still open. Mention no names."),
        )

    def build(self) -> list[Item]:
        return [
            head(self._item.name, _about(self._item)),
            card(
                "",
                self._form,
                beside(
                    primary(tr("Keep until next year"), self._keep, "saved"),
                    button(tr("Not now"), self._desk.window.back),
                    ...,
                    turns=True,
                ),
            ),
        ]

    def refresh(self) -> None:
        """Stay as it is: a reason that is being typed keeps its words."""

    def _keep(self) -> None:
        values = self._form.read()
        if values is None:
            return
        because, today = str(values["because"]), self._desk.today()
        try:
            self._desk.office.retention.keep(self._item, because, today)
        except CouncilError as error:
            self._form.show_error(error)
            return
        self._desk.window.back()


def _about(item: ItemRow) -> str:
    over = tr("might stay until {date}", date=long_date(item.over))
    many = trn("{n} record", "{n} records", item.many) if item.many > 1 else ""
    parts = [item.since, *([over] if item.rule else []), item.rule, many]
    return " · ".join(part for part in parts if part)
