"""The welcome booklet and the certificate: made with one press, with the council's own words."""

from functools import partial

from desktop.i18n import tr
from desktop.services.members.booklet import save_booklet
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import button, card, head, quiet
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.saving import in_folder
from desktop.ui.members.vacancy import members_folder


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


class BookletWordsPage(KeptPage[dict[str, str]]):
    """The welcome of the chair and the house rules; what is typed keeps itself."""

    area = "members"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        form = Form()
        form.add_row(
            tr("Welcome by the chair"),
            lines("welcome", 8),
            tr("Stands at the front. Leave it empty to get our words back."),
        )
        form.add_row(
            tr("House rules"),
            lines("rules", 6),
            tr("For example where the coffee is, or how you share a ride."),
            optional=True,
        )
        super().__init__(desk, form)

    def now(self) -> dict[str, str]:
        return self._desk.office.booklets.own_words.all()

    def values(self, now: dict[str, str]) -> dict[str, str]:
        return now

    def change(self, **fields: str) -> None:
        self._desk.office.booklets.own_words.change(**fields)

    def parts(self, now: dict[str, str]) -> list[Item]:
        why = tr("All the rest comes from your file by itself.")
        return [head(tr("Our own words in it"), why), card("", self._form)]
