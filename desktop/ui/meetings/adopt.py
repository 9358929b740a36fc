"""What does the council decide about these minutes? Three ways, then they are kept for good."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.meetings.minutes_look import MinutesView
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice
from desktop.ui.kit import ChoiceCards, button, card, head, message, pill, primary
from desktop.ui.meetings.minutes import TABLES
from desktop.ui.meetings.minutes_places import state_of
from desktop.ui.meetings.remarks import remark_rows
from desktop.ui.pages import Page


class AdoptPage(Page):
    """One question, three cards, and the remarks that count."""

    area = "meetings"
    tables = TABLES

    def __init__(self, desk: Desk, meeting: int) -> None:
        super().__init__()
        self._desk, self._meeting = desk, meeting
        self._form: Form | None = None
        self._how = ""
        self._adopt = primary("")

    def build(self) -> list[Item]:
        view = self._look()
        title = tr("Minutes of {day}", day=long_date(view.day))
        top = head(title, "", pill(*state_of(view)), over=view.meeting.title)
        meetings = self._desk.office.minutes.adoption.meetings_for(self._meeting)
        if view.adopted or not meetings:
            self._form = None
            return [top, self._nothing(view)]
        self._form = self._fields(view)
        self._adopt = primary(self._word(), self._decide, "lock")
        said = tr("After adoption nobody can change the minutes. They can always be read.")
        return [
            top,
            card(
                tr("What does the council decide about these minutes?"),
                self._form,
                *self._remarks(view),
                beside((text(said, "small", "muted"), 1), self._adopt, turns=True),
            ),
        ]

    def refresh(self) -> None:
        """Build again; what was chosen and typed stays."""
        kept = self._form.read() if self._form else None
        self.rebuild()
        if kept and self._form:
            self._form.set_values(kept)

    def first_focus(self) -> QWidget | None:
        return self._form.rows["how"].focus_target() if self._form else super().first_focus()

    def _look(self) -> MinutesView:
        return self._desk.office.minutes.view(self._meeting)

    def _nothing(self, view: MinutesView) -> Box:
        back = button(tr("Back"), self._desk.window.back)
        if view.adopted:
            return message("success", tr("These minutes are adopted"), "", back)
        return message(
            "info",
            tr("There is no later meeting yet."),
            tr("Plan the next meeting first. There the council adopts these minutes."),
            button(tr("New meeting"), self._plan, icon="add"),
            back,
        )

    def _plan(self) -> None:
        from desktop.ui.meetings.meeting_form import NewMeetingPage

        self._desk.window.open_page(NewMeetingPage(self._desk))

    def _fields(self, view: MinutesView) -> Form:
        adoption = self._desk.office.minutes.adoption
        self._how = self._how or ("changed" if view.remarks else "presented")
        form = Form()
        cards = ChoiceCards(
            tr("What does the council decide about these minutes?"),
            [
                ("presented", tr("Adopt as they are"), tr("Nothing changes any more")),
                ("changed", tr("Adopt with changes"), tr("The remarks below that are taken over")),
                ("postponed", tr("Next time"), tr("The minutes come back at the next meeting")),
            ],
            "how",
        )
        form.add_row(tr("The decision"), cards)
        meetings = [
            (str(row.id), f"{row.title}, {long_date(row.starts.date())}")
            for row in adoption.meetings_for(self._meeting)
        ]
        where = [
            ("listed", tr("In the new minutes, as a list")),
            ("corrected", tr("In these minutes, in the text itself")),
        ]
        form.add_pair(
            (tr("In which meeting?"), choice("in_meeting", meetings)),
            (tr("Where do changes go?"), choice("convention", where)),
        )
        form.add_row(
            tr("More changes"),
            written(self._desk, "changes", 2),
            tr("One on every line."),
            optional=True,
        )
        form.set_values({"how": self._how, "convention": adoption.convention()})
        cards.edited.connect(lambda: self._chosen(cards.value()))
        self._show_changes(form, self._how)
        return form

    def _chosen(self, how: str) -> None:
        self._how = how
        if self._form:
            self._show_changes(self._form, how)
            self._adopt.setText(self._word())

    def _show_changes(self, form: Form, how: str) -> None:
        form.rows["changes"].setVisible(how == "changed")

    def _remarks(self, view: MinutesView) -> list[Item]:
        return list(remark_rows(self._desk, view)) if view.remarks else []

    def _word(self) -> str:
        if self._how == "postponed":
            return tr("Postpone the minutes")
        return tr("Adopt the minutes")

    def _decide(self) -> None:
        values: dict[str, Any] | None = self._form.read() if self._form else None
        if values is None or self._form is None:
            return
        minutes = self._desk.office.minutes
        try:
            if values["convention"] != minutes.adoption.convention():
                minutes.adoption.set_convention(values["convention"])
            minutes.adoption.decide(
                self._meeting, int(values["in_meeting"]), self._how, str(values["changes"])
            )
        except CouncilError as error:
            if self._form:
                self._form.show_error(error)
            return
        self._told()

    def _told(self) -> None:
        view = self._look()
        self._desk.window.back()
        if view.adopted:
            self._desk.window.strip.say(
                "success",
                tr("The minutes are adopted and kept for good."),
                tr("The sentence stands in the minutes of the new meeting too."),
            )
        else:
            self._desk.window.strip.say("success", tr("The minutes come back at the next meeting."))
