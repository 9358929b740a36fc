"""One member: who it is, the term, the tasks, what to ask, and how the papers should come."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.choices import words
from desktop.services.members.rows_people import PersonView, TenureRow
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import TOP, button, card, columns, head, message
from desktop.ui.members import lists
from desktop.ui.members.booklet import booklet_card
from desktop.ui.members.handovers import handover_card
from desktop.ui.members.portrait import portrait
from desktop.ui.members.programme_card import programme_cards
from desktop.ui.pages import Page


class PersonPage(Page):
    """All about one member on one calm page; each card can be changed."""

    area = "members"
    tables = frozenset(
        {"member", "seat", "tenure", "duty", "work_group", "expertise", "interest", "norm"}
        | {"handover", "programme", "profile_item", "profile_level"}
    )

    def __init__(self, desk: Desk, member_id: int) -> None:
        super().__init__()
        self._desk, self.member = desk, member_id

    def build(self) -> list[Item]:
        known = {view.id for view in self._desk.office.council.members()}
        if self.member not in known:
            return [head(tr("This member is no longer in the file."))]
        view = self._desk.office.people.person(self.member)
        top = beside(
            (portrait(self._desk, view.row, 84), 0, TOP),
            (
                head(
                    view.row.name,
                    _sub(view, self._desk.today()),
                    button(tr("Change the data"), self._data, icon="settings"),
                ),
                1,
            ),
            gap=18,
        )
        new = programme_cards(self._desk, self.member)
        booklet = booklet_card(self._desk, self.member)
        told = [self._about(view), self._tasks(view), self._knows(view), *self._profile()]
        # Who is new comes for the programme and the booklet; later on the person comes first.
        left = [*new, booklet, *told] if new else [*told, booklet]
        left.append(handover_card(self._desk, self.member))
        right = [self._contact(view), self._term(view), self._wishes(view), self._interests(view)]
        return [top, columns([*left], [*right], (1, 1))]

    def _about(self, view: PersonView) -> Box:
        told = view.row.about.strip() or tr("Nothing told yet.")
        return card(tr("About me"), text(told, tone="" if view.row.about.strip() else "muted"))

    def _contact(self, view: PersonView) -> Box:
        row = view.row
        lines = [row.phone, row.email, row.address]
        told = "\n".join(part for part in lines if part) or tr("Nothing filled in yet.")
        parts: list[Item] = [text(told)]
        if row.signs:
            parts.append(text(tr("Signs the letters"), "small", "muted"))
        return card(tr("Contact"), *parts)

    def _tasks(self, view: PersonView) -> Box:
        mine = self._desk.office.store.actor == view.row.name  # hours are for the member alone
        said = [_task(view, number, hours=mine) for number in range(len(view.duties))]
        parts: list[Item] = [_bullets(said, tr("No tasks yet."))]
        if view.hours and mine:
            total = tr("Together {n} hours per month.", n=lists.plain_number(view.hours))
            parts.append(text(total, "small", "muted"))
        if view.over and mine:
            parts.append(_too_much(view))
        return self._card(tr("Tasks"), parts, lists.tasks)

    def _knows(self, view: PersonView) -> Box:
        said = [one.subject for one in view.expertise]
        parts: list[Item] = [_bullets(said, tr("Nothing told yet."))]
        return self._card(tr("Ask me about"), parts, lists.knowledge)

    def _profile(self) -> list[Box]:
        """Return how far the member is with the profile; nothing while the council has none."""
        from desktop.ui.members.profile_fill import LevelsPage, filled_words

        told, title = filled_words(self._desk, self.member), tr("Profile of the council")
        if not told:
            return []

        def go() -> None:
            self._desk.window.open_page(LevelsPage(self._desk, self.member))

        change = button(tr("Fill in"), go, name=tr("Fill in: {what}", what=title))
        return [card(title, text(told), side=change)]

    def _interests(self, view: PersonView) -> Box:
        said = [", ".join(filter(None, (one.organisation, one.function))) for one in view.interests]
        parts: list[Item] = [_bullets(said, tr("None told."))]
        return self._card(tr("Other functions"), parts, lists.interests)

    def _term(self, view: PersonView) -> Box:
        said = [term_words(one) for one in reversed(view.tenures)]
        parts: list[Item] = [text(one, "body" if not n else "small") for n, one in enumerate(said)]
        if not parts:
            parts = [text(tr("No term noted yet."), tone="muted")]
        if view.seat:
            parts.insert(0, text(view.seat.name, "strong"))
        change = button(tr("Change"), self._terms, name=tr("Change: {what}", what=tr("Term")))
        return card(tr("Term"), *parts, side=change)

    def _wishes(self, view: PersonView) -> Box:
        said = [wish.words for wish in view.row.wished]
        said += [view.row.wish_note] if view.row.wish_note else []
        what = tr("What helps me")
        change = button(tr("Change"), self._wish, name=tr("Change: {what}", what=what))
        return card(what, _bullets(said, tr("No wishes.")), side=change)

    def _card(
        self, title: str, parts: list[Item], make: Callable[[Desk, int], lists.Records]
    ) -> Box:
        def go() -> None:
            page = lists.MemberListPage(self._desk, lambda desk: make(desk, self.member))
            self._desk.window.open_page(page)

        change = button(tr("Change"), go, name=tr("Change: {what}", what=title))
        return card(title, *parts, side=change)

    def _data(self) -> None:
        from desktop.ui.members.data import DataPage

        self._desk.window.open_page(DataPage(self._desk, self.member))

    def _terms(self) -> None:
        from desktop.ui.members.term import TermPage

        self._desk.window.open_page(TermPage(self._desk, self.member))

    def _wish(self) -> None:
        from desktop.ui.members.wishes import WishesPage

        self._desk.window.open_page(WishesPage(self._desk, self.member))


def _sub(view: PersonView, today: date) -> str:
    told, since = [words("role", view.row.role)], view.row.since
    if since:
        day = long_date(since)
        begun = since <= today
        told.append(
            tr("member since {date}", date=day) if begun else tr("member from {date}", date=day)
        )
    return " · ".join(told)


def _task(view: PersonView, number: int, *, hours: bool) -> str:
    duty = view.duties[number]
    group = view.groups.get(duty.group_id or 0, "")
    name = f"{group}: {duty.name}" if group else duty.name
    told = lists.hours_words(duty.hours) if hours else ""
    return f"{name} ({told})" if told else name


def _too_much(view: PersonView) -> Box:
    """Say that the tasks are more than the member wanted; only for the member's own sake."""
    return message(
        "info",
        tr("This is more than you wanted."),
        tr(
            "You wanted {most} hours per month at most. Is it still all right? "
            "Otherwise hand something over.",
            most=lists.plain_number(view.row.most_hours),
        ),
    )


def _bullets(said: list[str], none: str) -> QWidget:
    if not said:
        return text(none, tone="muted")
    return stack(*(text(f"• {one}") for one in said), gap=4)


def term_words(one: TenureRow) -> str:
    """Return a term in words: "2e termijn: 1 juni 2022 tot en met 1 juni 2026"."""
    number, since = one.number, long_date(one.since)
    if one.last_day is None:
        return tr("Term {number}: since {since}", number=number, since=since)
    return tr(
        "Term {number}: {since} to {until}",
        number=number,
        since=since,
        until=long_date(one.last_day),
    )
