"""Clear up old history: choose a day, see in numbers what that means, and then decide."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.terms import add
from desktop.i18n import tr, trn
from desktop.services.retention import ClearUpRow
from desktop.ui.boxes import Item, beside, ruled, text
from desktop.ui.desk import Desk
from desktop.ui.fields import date_line
from desktop.ui.form import Form
from desktop.ui.kit import button, card, head, message, primary, row
from desktop.ui.pages import Page

_YEARS = 2
"""Proposed: what is older than so many years. The council chooses its own day."""


class ClearUpPage(Page):
    """One date, what it means, one press."""

    area = "council"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: ClearUpRow | None = None
        self._form = Form()
        self._form.add_row(
            tr("Clear up what is from before"),
            date_line("day"),
            tr("For example: {date}", date=long_date(add(desk.today(), -_YEARS, "years"))),
        )
        self._form.changed.connect(self._forget)

    def build(self) -> list[Item]:
        return [
            head(
                tr("Clear up the history"),
                tr("The app remembers every change, so that you can look back and undo it."),
            ),
            card(tr("Up to which day?"), self._oldest(), self._form, *self._meaning()),
            card(
                tr("What goes and what stays"),
                *ruled(
                    row(
                        tr("Stays"),
                        tr("Who did something, when, and what it was called."),
                        icon="done",
                        tone="success",
                    ),
                    row(
                        tr("Stays"),
                        tr("Everything that is in your file now. Nothing of that changes."),
                        icon="done",
                        tone="success",
                    ),
                    row(
                        tr("Goes"),
                        tr("How texts and data were before, and what was thrown away then."),
                        icon="close",
                    ),
                ),
            ),
        ]

    def refresh(self) -> None:
        """Stay as it is: a date that is being typed keeps its words."""

    def first_focus(self) -> QWidget | None:
        return super().first_focus() if self._seen else self._form.first()

    def _oldest(self) -> Item:
        oldest = self._desk.office.clear_up.oldest()
        if oldest is None:
            return text(tr("Everything is cleared up already."))
        return text(
            tr("The oldest line that is still whole is from {date}.", date=long_date(oldest))
        )

    def _meaning(self) -> list[Item]:
        if self._seen is None:
            return [beside(primary(tr("See what that means"), self._look, "eye"), ...)]
        if not self._seen.lines:
            return [message("info", tr("There is nothing to clear up from before that day."))]
        return [
            message("warning", tr("This is for good: it cannot be undone."), _numbers(self._seen)),
            text(
                tr(
                    "The app first makes a backup. That copy still holds the old history. After"
                    " this you can erase old copies at: {page}.",
                    page=tr("What may go"),
                )
            ),
            beside(
                primary(
                    tr("Clear up to {date}", date=long_date(self._seen.day)), self._clear, "close"
                ),
                button(tr("Not now"), self._desk.window.back),
                ...,
                turns=True,
            ),
        ]

    def _look(self) -> None:
        self._form.flush()
        values = self._form.read()
        if values is None:
            return
        day = values["day"]
        try:
            if not isinstance(day, date):
                raise CouncilError(tr("Choose a day."), "day")
            self._seen = self._desk.office.clear_up.look(day, self._desk.today())
        except CouncilError as error:
            self._form.show_error(error)
            return
        self.rebuild(self._form)
        self.focus_on_act()

    def focus_on_act(self) -> None:
        """Go to the next thing to press."""
        target = self.opening_focus()
        if target and self._desk.window.page is self:
            target.setFocus()

    def _forget(self) -> None:
        if self._seen is not None and self._form.values()["day"] != self._seen.day:
            self._seen = None
            self.rebuild(self._form)

    def _clear(self) -> None:
        seen, office = self._seen, self._desk.office
        if seen is None:
            return
        if self._desk.attempt(lambda: office.clear_up.clear(seen.day, self._desk.today())):
            self._desk.window.back()
            page = self._desk.window.page
            if page:
                page.refresh()  # no record changed, so nothing else tells it to
            self._desk.window.strip.say(
                "success",
                tr("The history up to {date} is cleared up.", date=long_date(seen.day)),
            )


def _numbers(seen: ClearUpRow) -> str:
    parts = [
        trn(
            "Of {n} line only who, what and when stays.",
            "Of {n} lines only who, what and when stays.",
            seen.lines,
        )
    ]
    if seen.thrown:
        parts.append(
            trn(
                "{n} thing in the bin cannot come back then.",
                "{n} things in the bin cannot come back then.",
                seen.thrown,
            )
        )
    if seen.papers:
        parts.append(
            trn(
                "At most {n} paper that you use nowhere goes along.",
                "At most {n} papers that you use nowhere go along.",
                seen.papers,
            )
        )
    return " ".join(parts)
