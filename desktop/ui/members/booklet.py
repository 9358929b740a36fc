"""The welcome booklet and the certificate: made with one press, with the council's own words."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.members.booklet import save_booklet
from desktop.ui.autosave import keep, may_leave
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.saving import in_folder
from desktop.ui.members.vacancy import members_folder
from desktop.ui.pages import Page


def booklet_card(desk: Desk, member: int, *, own_words: bool = False) -> Box:
    """Return the card that makes the booklet of *member*; with *own_words* the way to change it."""
    office, large = desk.office, desk.office.booklets.wants_large(member)
    why = tr("Who is who, how we work, and when we meet. From your own file.")
    said = [why, tr("In large print, as was asked.")] if large else [why]
    other = tr("In normal print") if large else tr("In large print")
    make = button(tr("Make the booklet"), partial(_make, desk, member, large), icon="file")
    items: list[Item] = [
        text(" ".join(said), "small"),
        beside(make, ...),
        beside(quiet(other, partial(_make, desk, member, not large)), ...),
    ]
    if own_words:
        items.append(beside(quiet(tr("Our own words in it"), partial(_words, desk)), ...))
    row = office.programmes.of_member(member)
    if row and row.over and row.certificate:
        done = button(tr("Make the certificate"), partial(_certificate, desk, member), icon="done")
        items.append(beside(done, ...))
    return card(tr("Welcome booklet"), *items)


def _make(desk: Desk, member: int, large: bool) -> None:
    in_folder(
        desk,
        lambda: desk.office.booklets.booklet(member, desk.today(), large=large),
        save_booklet,
        tr("The booklet is being made."),
    )


def _certificate(desk: Desk, member: int) -> None:
    folder = members_folder(desk)
    today = desk.today()
    if desk.attempt(lambda: desk.office.booklets.save_certificate(member, today, folder)):
        told_saved(desk, folder)


def _words(desk: Desk) -> None:
    desk.window.open_page(BookletWordsPage(desk))


class BookletWordsPage(Page):
    """The welcome of the chair and the house rules; what is typed keeps itself."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        self._form.add_row(
            tr("Welcome by the chair"),
            lines("welcome", 8),
            tr("Stands at the front. Leave it empty to get our words back."),
        )
        self._form.add_row(
            tr("House rules"),
            lines("rules", 6),
            tr("For example where the coffee is, or how you share a ride."),
            optional=True,
        )
        self._form.set_values(dict(self._now()))
        self._form.changed.connect(self._save)

    def build(self) -> list[Item]:
        why = tr("All the rest comes from your file by itself.")
        return [head(tr("Our own words in it"), why), card("", self._form)]

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self._form.set_values(dict(self._now()))

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def leave(self) -> bool:
        return may_leave(self._form)

    def _now(self) -> dict[str, str]:
        return self._desk.office.booklets.own_words.all()

    def _save(self) -> None:
        before = self._now()
        changed = {k: str(v) for k, v in self._form.readable().items() if before[k] != v}
        keep(changed, self._desk.office.booklets.own_words.change, self._form.point_out)
