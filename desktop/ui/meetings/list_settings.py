"""How the lists are numbered, with the next number as an example, and who is named in public."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.domain.lists import ready_schemes
from desktop.i18n import tr
from desktop.services.meetings.list_settings import PUBLIC_NAMES, Numbered
from desktop.ui.boxes import Item, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import card, columns, head
from desktop.ui.pages import Page

_KINDS: tuple[Numbered, ...] = ("action", "decision", "promise")
_OWN = "own"


class ListSettingsPage(Page):
    """A card per list; each saves itself. Numbers that were given never change."""

    area = "meetings"
    tables = frozenset({"setting", "action_point", "meeting_decision", "promise"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._settings = desk.office.lists.settings
        self._examples = {kind: text("", "strong") for kind in _KINDS}
        self._writing = set[str]()
        self._patterns = {kind: line(kind) for kind in _KINDS}
        self._forms = {kind: self._form(kind) for kind in _KINDS}
        self._names = Form()
        self._names.add_row(
            tr("How does a paper for everyone name who does an action?"),
            choice("public_names", _public_names()),
            tr("In the paper for the members the name always stands."),
        )
        self._names.edited.connect(self._keep_names)
        self.refresh()

    def build(self) -> list[Item]:
        titles = {
            "action": tr("Numbers of actions"),
            "decision": tr("Numbers of decisions"),
            "promise": tr("Numbers of promises"),
        }
        cards = {
            kind: card(titles[kind], self._forms[kind], self._examples[kind]) for kind in _KINDS
        }
        public = card(tr("Names in public papers"), self._names)
        return [
            head(
                tr("Numbers and names in lists"),
                tr("What you choose counts from now on. A number that was given never changes."),
            ),
            columns([cards["action"], cards["promise"]], [cards["decision"], public], (1, 1)),
        ]

    def refresh(self) -> None:
        """Show what changed elsewhere; a pattern being typed stays."""
        chosen = self._settings.schemes()
        for kind in _KINDS:
            ready = {scheme: name for name, scheme in ready_schemes(kind).items()}
            # Who writes a pattern of their own keeps that field, also when it is like a ready one.
            how = _OWN if kind in self._writing else ready.get(chosen[kind], _OWN)
            self._forms[kind].set_values({f"{kind}_how": how, kind: chosen[kind]})
            self._show(kind)
        self._names.set_values({"public_names": self._settings.public_names()})

    def first_focus(self) -> QWidget | None:
        return self._forms["action"].rows["action_how"].field

    def leave(self) -> bool:
        for form in self._forms.values():
            form.flush()
        return True

    def _form(self, kind: Numbered) -> Form:
        form, today = Form(), self._desk.today()
        told = {
            "year": tr("begins again every year"),
            "running": tr("goes on for years"),
            "date": tr("the day first, and goes on for years"),
        }
        ways = [
            (
                name,
                tr(
                    "{number}: {how}",
                    number=self._settings.next_number(kind, today, scheme),
                    how=told[name],
                ),
            )
            for name, scheme in ready_schemes(kind).items()
        ]
        how = choice(f"{kind}_how", [*ways, (_OWN, tr("A pattern of our own"))])
        how.edited.connect(partial(self._pick, kind))
        ask, pattern = _labels()[kind]
        form.add_row(ask, how)
        form.add_row(
            pattern,
            self._patterns[kind],
            tr(
                "{number} is the place of the number; {long} makes 014 of 14. "
                "You may also use {year}, {short} and {day}.",
                number="{nummer}",
                long="{nummer:03}",
                year="{jaar}",
                short="{jj}",
                day="{datum}",
            ),
        )
        form.edited.connect(partial(self._show, kind))
        form.changed.connect(partial(self._keep, kind))
        return form

    def _pick(self, kind: Numbered) -> None:
        """Put the scheme that was chosen in the pattern, so that the two always agree."""
        form = self._forms[kind]
        how = str(form.values()[f"{kind}_how"])
        self._writing.discard(kind)
        if how == _OWN:
            self._writing.add(kind)
        else:
            self._patterns[kind].set_value(ready_schemes(kind)[how])

    def _show(self, kind: Numbered) -> None:
        """Show what the next number would be; nothing while the pattern cannot be."""
        form, example = self._forms[kind], self._examples[kind]
        pattern = str(form.values()[kind])
        form.rows[kind].setVisible(form.values()[f"{kind}_how"] == _OWN)
        try:
            number = self._settings.next_number(kind, self._desk.today(), pattern)
        except CouncilError:
            example.setText("")
            return
        example.setText(tr("The next number is {number}.", number=number))

    def _keep(self, kind: Numbered) -> None:
        form = self._forms[kind]
        pattern = str(form.values()[kind])
        if pattern == self._settings.schemes()[kind]:
            return
        try:
            self._settings.set_scheme(kind, pattern)
        except CouncilError as error:
            form.point_out(error)

    def _keep_names(self) -> None:
        how = str(self._names.values()["public_names"])
        self._desk.attempt(lambda: self._settings.set_public_names(how))


def _labels() -> dict[Numbered, tuple[str, str]]:
    """Return what is asked per list: how a number looks, and the pattern of it."""
    return {
        "action": (tr("How does the number of an action look?"), tr("Pattern for actions")),
        "decision": (tr("How does the number of a decision look?"), tr("Pattern for decisions")),
        "promise": (tr("How does the number of a promise look?"), tr("Pattern for promises")),
    }


def _public_names() -> list[tuple[str, str]]:
    words = {
        "role": tr("With the role: the secretary, a member"),
        "initials": tr("With initials: H.T."),
        "none": tr("Not at all"),
        "name": tr("With the name; the members agreed to that"),
    }
    return [(how, words[how]) for how in PUBLIC_NAMES]
