"""Somebody at the real window (without a screen), in a child of its own, to be killed.

Types in an advice and does things all over the council; says what it types, just before, and which
line of the history was saved, just after.
"""

import random
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models.history import HistoryEntry
from desktop.services import office as offices
from desktop.services.advice.rows import DossierLine
from desktop.services.office import Office
from desktop.ui.advice.draft import DraftPage
from desktop.ui.app import App, application
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier

PASSPHRASE = "voorbeeldraad"
TODAY = date(2026, 3, 10)
PART = "summary"
LONGEST = 4000
"""Signs of a text before a new one is started: a person writes no book in one paragraph."""

Say = Callable[..., None]


def live(wanted: dict[str, Any], say: Say) -> None:
    """Open the council and work in it until somebody ends it."""
    app = application(["person"])
    running = App(lambda: TODAY)
    office = offices.open_office(Path(wanted["path"]), passphrase=PASSPHRASE, name="Henk")
    chance = random.Random(wanted["seed"])
    _tell_each_action(office, say)
    desk = running.open(office)
    hands = _Hands(desk, chance, say)
    hands.begin()
    app.exec()


def _tell_each_action(office: Office, say: Say) -> None:
    newest = select(HistoryEntry.id, HistoryEntry.link).order_by(HistoryEntry.id.desc()).limit(1)

    def told(action: Any) -> None:
        with office.store.reading() as session:
            number, link = session.execute(newest).one()
        say(saved=number, link=link, label=action.label)

    office.store.on_change(told)


class _Hands:
    """Types, and in between does something else."""

    def __init__(self, desk: Desk, chance: random.Random, say: Say) -> None:
        self._desk, self._chance, self._say = desk, chance, say

    def begin(self) -> None:
        """Go to the paper and start."""
        self._to_the_paper()
        self._say(ready=True)
        self._go_on()

    def _to_the_paper(self) -> None:
        """Go to the text that is being written; when it is long, start another."""
        desk = self._desk
        mine = [
            line.dossier.id
            for line in desk.office.dossiers.lines(TODAY)
            if line.dossier.title.startswith("Proef")
        ]
        number = max(mine, default=0)
        view = desk.office.dossiers.view(number, TODAY) if number else None
        if view is None or len(view.sections.get(PART, "")) > LONGEST:
            number = desk.office.dossiers.start(f"Proef {len(mine)}", TODAY, kind="unasked")
            desk.office.drafts.write(number, PART, "Begin")
        open_dossier(desk, number, "draft")
        page = desk.window.page
        assert isinstance(page, DraftPage)
        page.open_part(PART)
        self._writing = page.paper.writing
        self._writing.moveCursor(QTextCursor.MoveOperation.End)
        self._writing.setFocus()
        self._say(writes=number, text=page.paper.markdown())

    def _go_on(self) -> None:
        chance = self._chance.random()
        if chance < 0.6:
            words = f" woord{self._chance.randrange(1000)}"
            self._say(typed=words, at=time.monotonic())
            QTest.keyClicks(self._writing, words)
        elif chance < 0.95:
            self._act()
        else:
            self._desk.window.show_area(self._chance.choice(("today", "meetings", "council")))
            self._to_the_paper()
        pause = 900 if self._chance.random() < 0.05 else self._chance.randrange(10, 150)
        QTimer.singleShot(pause, self._go_on)

    def _act(self) -> None:
        """Do something; now and then take it back, and do it again."""
        office = self._desk.office
        try:
            back = self._chance.random()
            page = self._desk.window.page
            if back < 0.3 and page:
                page.leave()  # what was typed is saved first: undo is for what comes now
            before = len(office.store._undo)
            self._chance.choice(ACTS)(office, self._chance)
            if len(office.store._undo) == before:
                return  # nothing of its own to take back: undo would take back what was typed
            if back < 0.3:
                office.store.undo()
            if back < 0.15:
                office.store.redo()
        except (CouncilError, IndexError):
            return  # nothing to do here now, such as going on after the last item


def _member(office: Office, chance: random.Random) -> None:
    members = office.council.members()
    if chance.random() < 0.5 or len(members) < 6:
        office.council.add_member(f"Lid {chance.randrange(999)}", "lid")
    else:
        office.council.change("member", members[-1].id, email=f"l{chance.random()}@raad.example")


def _dossier(office: Office, chance: random.Random) -> None:
    if chance.random() < 0.3:
        office.dossiers.start(f"Vraag {chance.randrange(999)}", TODAY, questions=("Waarom?",))
    else:
        line = chance.choice(office.dossiers.lines(TODAY))
        office.dossiers.note_event(line.dossier.id, TODAY, f"Gebeld {chance.randrange(999)}")


def _others(office: Office) -> list[DossierLine]:
    lines = office.dossiers.lines(TODAY)
    return [line for line in lines if not line.dossier.title.startswith("Proef")]


def _draft(office: Office, chance: random.Random) -> None:
    line = chance.choice(
        [x for x in office.dossiers.lines(TODAY) if "Proef" not in x.dossier.title]
    )
    office.drafts.write(line.dossier.id, PART, f"Tekst {chance.randrange(999)} " * 50)


def _recommend(office: Office, chance: random.Random) -> None:
    line = chance.choice(
        [x for x in office.dossiers.lines(TODAY) if "Proef" not in x.dossier.title]
    )
    office.drafts.add_recommendation(line.dossier.id, what=f"Doe het {chance.randrange(99)} keer.")


def _meeting(office: Office, chance: random.Random) -> None:
    office.plan.add(datetime(2026, 4, 1, 14) + timedelta(days=chance.randrange(90)))


def _agenda(office: Office, chance: random.Random) -> None:
    meeting = chance.choice(office.plan.coming(TODAY))
    item = office.agenda.add(meeting.id, f"Punt {chance.randrange(99)}")
    office.agenda.move(item, -1)


def _run(office: Office, chance: random.Random) -> None:
    meeting = office.plan.coming(TODAY)[0]
    now = datetime(2026, 3, 10, 14)
    office.running.open(meeting.id, now)
    office.running.go_on(meeting.id, now)
    item = chance.choice(office.agenda.items(meeting.id))
    office.running.note(item.id, f"Gezegd: {chance.randrange(999)}")
    office.running.deciding.decide(item.id, f"Besluit {chance.randrange(999)}", TODAY)


def _follow(office: Office, chance: random.Random) -> None:
    action = office.lists.add_action(f"Bel {chance.randrange(999)}", TODAY)
    if chance.random() < 0.5:
        office.lists.close("action", action, "done", TODAY)


def _search(office: Office, chance: random.Random) -> None:
    assert office.find(chance.choice(("woord", "tekst", "vervoer"))) is not None


ACTS = (_member, _dossier, _draft, _recommend, _meeting, _agenda, _run, _follow, _search)
