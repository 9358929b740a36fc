"""Someone who may want to join: contact, what helps, the next step, and erasing in time."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.members import vacancy_words
from desktop.services.members.booklet import save
from desktop.services.members.candidate_letters import LETTERS
from desktop.services.members.candidates import CandidateRow
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.form_pages import KeptPage, NewPage
from desktop.ui.kit import button, card, columns, head, next_step, pill, primary
from desktop.ui.members.person import PersonPage
from desktop.ui.members.saving import in_folder
from desktop.ui.members.vacancies import told_erased
from desktop.ui.pages import Page

_TONES = {"appointed": "success", "stopped": "plain", "waiting": "plain"}


class NewCandidatePage(NewPage):
    """Somebody responded: who, how to reach, and how they heard of it."""

    area = "members"

    def __init__(self, desk: Desk, vacancy: int) -> None:
        super().__init__(desk, Form())
        self._vacancy = vacancy
        _who(self._form, desk, vacancy)

    def build(self) -> list[Item]:
        keep = primary(tr("Add"), self.keep, "add")
        why = tr("Keep only what you need to get in touch. Nobody needs to tell why.")
        return [head(tr("New candidate"), why), card("", self._form, beside(keep, ...))]

    def add(self, values: dict[str, Any]) -> Page:
        candidates, today = self._desk.office.candidates, self._desk.today()
        return CandidatePage(self._desk, candidates.add(self._vacancy, today=today, **values))


class CandidatePage(KeptPage[CandidateRow]):
    """A candidate; what is typed is kept by itself."""

    area = "members"
    tables = frozenset({"candidate", "vacancy", "meeting"})

    def __init__(self, desk: Desk, candidate: int) -> None:
        self._candidate, self._appointing = candidate, Form()
        found = desk.office.candidates.candidate(candidate)
        super().__init__(desk, _form(desk, found), others=(self._appointing,))
        self._appointing.add_row(tr("Member from"), date_line("since"))
        self._appointing.add_row(
            tr("Who appoints?"), line("by"), tr("For example: the college of Duinrede.")
        )
        self._appointing.set_values({"since": desk.today()})

    def now(self) -> CandidateRow:
        return self._desk.office.candidates.candidate(self._candidate)

    def around(self, now: CandidateRow) -> object:
        return now, self._desk.office.recruiting.vacancy(now.vacancy_id).title

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        self._desk.office.candidates.change(self._candidate, **fields)

    def parts(self, now: CandidateRow) -> list[Item]:
        state = vacancy_words.words("state", now.state)
        side: list[Item] = [*self._steps(now), *self._letter(now), self._erasing(now)]
        over = self._desk.office.recruiting.vacancy(now.vacancy_id).title
        tone = _TONES.get(now.state, "info")
        return [
            head(now.name, "", pill(state, tone), over=over),
            columns([card("", self._form)], side),
        ]

    def first_focus(self) -> QWidget | None:
        return self._form.rows["name"].focus_target()

    def _steps(self, found: CandidateRow) -> list[Item]:
        if not found.ways:
            why = tr("The data of the member stand with the members. These can go now.")
            return [card(tr("Is a member now"), text(why))]
        first, *others = found.ways
        acts = [button(_act(way), partial(self._step, way)) for way in others]
        rest: list[Item] = [card(tr("Or something else"), stack(*acts, gap=8))] if acts else []
        if first == "appointed":
            go = primary(_act(first), self._appoint, "done")
            return [card(tr("Appoint"), self._appointing, beside(go, ...)), *rest]
        go = primary(_act(first), partial(self._step, first), "next")
        why = vacancy_words.words("next", found.state)
        return [next_step(_act(first), why, go), *rest]

    def _letter(self, found: CandidateRow) -> list[Item]:
        """Return the card that makes the letter of this step, if one goes with it."""
        if found.state not in LETTERS:
            return []
        name = vacancy_words.read()[LETTERS[found.state]]["subject"]
        told = tr("There is a name in this letter. Throw it away when you erase the data.")
        make = button(tr("Make the letter"), self._make, icon="letter")
        return [card(tr("Letter: {subject}", subject=name), text(told, "small"), beside(make, ...))]

    def _erasing(self, found: CandidateRow) -> Box:
        term = self._desk.office.candidates.term_words()
        told = (
            tr("Your agreement: {term} after the last contact.", term=term)
            if term
            else tr("No term was agreed. Choose a date yourself, or agree on one.")
        )
        if found.keep_until:
            told = f"{tr('Stays until {date}.', date=long_date(found.keep_until))} {told}"
        return card(
            tr("Erase these data"),
            text(told, "small"),
            text(tr("Erasing is for good: it cannot be undone."), "small"),
            beside(button(tr("Erase for good"), self._erase, icon="close"), ...),
        )

    def _step(self, state: str) -> None:
        self._form.flush()
        step = self._desk.office.candidates.step
        try:
            step(self._candidate, state, self._desk.today())
        except CouncilError as error:
            self._form.show_error(error)

    def _appoint(self) -> None:
        self._form.flush()
        values: dict[str, Any] | None = self._appointing.read()
        if values is None:
            return
        since = values["since"] or self._desk.today()
        try:
            member = self._desk.office.candidates.appoint(self._candidate, since, values["by"])
        except CouncilError as error:
            self._appointing.show_error(error)
            return
        self._desk.window.open_page(PersonPage(self._desk, member))

    def _make(self) -> None:
        self._form.flush()
        candidates, today = self._desk.office.candidates, self._desk.today()
        in_folder(
            self._desk,
            lambda: candidates.letter(self._candidate, today),
            save,
            tr("The letter is being made."),
        )

    def _erase(self) -> None:
        recruiting = self._desk.office.recruiting
        self._form.flush()
        if self._desk.attempt(lambda: recruiting.erase([self._candidate])):
            told_erased(self._desk, 1)


def _who(form: Form, desk: Desk, vacancy: int) -> None:
    """Add the fields that say who it is and how to reach this person."""
    own = vacancy_words.channels(desk.office.recruiting.vacancy(vacancy).channels)
    known = {one.casefold() for one in own}
    others = [one for one in vacancy_words.places() if one.casefold() not in known]
    sources = [("", tr("Not known")), *((one, one) for one in (*own, *others))]
    form.add_row(tr("Name"), line("name"))
    form.add_pair((tr("Telephone"), line("phone")), (tr("E-mail"), line("email")))
    form.add_row(tr("How did this person hear of it?"), choice("source", sources))


def _form(desk: Desk, found: CandidateRow) -> Form:
    form = Form()
    _who(form, desk, found.vacancy_id)
    meetings = [
        (one.id, f"{weekday_date(one.starts.date())}, {one.title}")
        for one in desk.office.plan.coming(desk.today())
    ]
    known = {key for key, _words in meetings}
    if found.trial_id and found.trial_id not in known:
        past = desk.office.plan.meeting(found.trial_id)
        meetings.insert(0, (past.id, f"{weekday_date(past.starts.date())}, {past.title}"))
    form.add_pair(
        (tr("When did you meet?"), date_line("met")),
        (
            tr("Which meeting to try?"),
            choice("trial_id", [(None, tr("None yet")), *meetings]),
        ),
    )
    form.add_row(
        tr("What helps to take part?"),
        lines("needs", 2),
        tr("In their own words. Never write down why."),
        optional=True,
    )
    form.add_row(
        tr("Agreements"), lines("note", 2), tr("Nothing about health or benefits."), optional=True
    )
    form.add_row(
        tr("Keep these data until"),
        date_line("keep_until"),
        tr("After that day “Today” says that they must go."),
    )
    return form


def _act(way: str) -> str:
    return vacancy_words.words("act", way)
