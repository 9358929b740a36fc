"""Bring in old minutes or an old action list: what was recognised, to tick off and keep."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.old_agreed import OldAction
from desktop.domain.old_minutes import OldMinutes
from desktop.i18n import tr, trn
from desktop.services.meetings.importing import SUFFIXES, Chosen
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, date_line, line, lines
from desktop.ui.kit import Tick, button, card, columns, head, message, primary
from desktop.ui.meetings.minutes_places import open_minutes
from desktop.ui.pages import Page


class BringInPage(Page):
    """First the paper, then what it says; nothing is kept before it was confirmed."""

    area = "meetings"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: OldMinutes | None = None
        self._path: Path | None = None
        self._ticks: dict[str, list[Tick]] = {}
        self._paste, self._facts = Form(), Form()
        self._paste.add_row(tr("Or paste the text here"), lines("text", rows=6))
        self._facts.add_pair(
            (tr("Name of the meeting"), line("title")), (tr("Day"), date_line("day"))
        )

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"open_file": self._choose}

    def build(self) -> list[Item]:
        if self._found is None:
            return self._asking()
        found, known = self._found, self._desk.office.old_papers.known(self._found)
        people = trn("{n} person was named", "{n} persons were named", len(found.people))
        left: list[Item] = [
            card(tr("The meeting"), self._facts, text(people, "small", "muted")),
            self._card("items", tr("Items"), self._item_names()),
        ]
        right: list[Item] = [
            self._card("decisions", tr("Decisions"), self._decision_names(), known.decisions),
            self._card("actions", tr("Actions"), self._action_names(), known.actions),
        ]
        if known.decisions or known.actions:
            words = tr("What is in your lists already has no tick.")
            right.insert(0, message("info", words))
        keep = primary(tr("Keep what is ticked"), self._keep, "saved")
        other = button(tr("Another paper"), self._again)
        return [
            head(tr("What does this paper say?"), tr("Take away the tick where it is not right.")),
            columns(left, right, (1, 1)),
            beside(keep, other, ..., turns=True),
        ]

    def first_focus(self) -> QWidget | None:
        return None if self._found is None else self._facts.rows["title"].field

    def take(self, path: Path) -> None:
        """Read the paper at *path* and show what it says."""
        self._path = path
        self._read(lambda: self._desk.office.old_papers.read(path, self._desk.today()))

    def _asking(self) -> list[Item]:
        read = button(tr("Read this text"), self._take_text)
        return [
            head(
                tr("Bring in old minutes"),
                tr("Minutes, an agenda or an action list: Word, PDF, text or a table."),
                primary(tr("Choose a file"), self._choose, "file"),
            ),
            card("", self._paste, beside(read, ...)),
        ]

    def _choose(self) -> None:
        paths = self._desk.choose_files(tr("Which paper?"), SUFFIXES)
        if paths:
            self.take(paths[0])

    def _take_text(self) -> None:
        self._path = None
        words = str(self._paste.values()["text"])
        self._read(lambda: self._desk.office.old_papers.read_text(words, self._desk.today()))

    def _read(self, read: Callable[[], OldMinutes]) -> None:
        try:
            self._found = read()
        except CouncilError as error:
            self._paste.show_error(error)
            return
        self._facts.set_values({"title": self._found.title, "day": self._found.day})
        self.rebuild(self._paste)

    def _again(self) -> None:
        self._found = None
        self.rebuild(self._facts)

    def _item_names(self) -> list[str]:
        found = self._found.items if self._found else ()
        return [f"{one.number}. {one.title}" for one in found]

    def _decision_names(self) -> list[str]:
        found = self._found.decisions if self._found else ()
        return ["  ".join(filter(None, (one.number, one.text))) for one in found]

    def _action_names(self) -> list[str]:
        found = self._found.actions if self._found else ()
        return [_action_name(one) for one in found]

    def _card(self, kind: str, title: str, names: list[str], known: Collection[int] = ()) -> Box:
        """Return a card with a tick for each of *names*; off for what is *known* already."""
        self._ticks[kind] = [Tick(name) for name in names]
        for place, tick in enumerate(self._ticks[kind]):
            tick.setAccessibleName(names[place])
            tick.set_value(value=place not in known)
        shown: list[Item] = [*self._ticks[kind]]
        return card(title, *(shown or [text(tr("Nothing found."), tone="muted")]))

    def _ticked(self, kind: str) -> list[int]:
        return [place for place, tick in enumerate(self._ticks[kind]) if tick.value()]

    def _keep(self) -> None:
        values: dict[str, Any] | None = self._facts.read()
        if values is None or self._found is None:
            return
        chosen = Chosen(
            values["title"],
            values["day"],
            self._ticked("items"),
            self._ticked("decisions"),
            self._ticked("actions"),
        )
        try:
            meeting = self._desk.office.old_papers.keep(
                self._found, chosen, self._desk.today(), self._path
            )
        except CouncilError as error:
            self._facts.show_error(error)
            return
        self._desk.window.back()
        if meeting is not None:
            open_minutes(self._desk, meeting)


def _action_name(action: OldAction) -> str:
    """Return an action as it will stand in the list: number, words, who and when."""
    facts = [action.owner, long_date(action.due) if action.due else ""]
    facts.append(tr("done") if action.done else "")
    told = ", ".join(fact for fact in facts if fact)
    words = "  ".join(part for part in (action.number, action.text) if part)
    return f"{words} ({told})" if told else words
