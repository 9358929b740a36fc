"""Look a list over that everyone may read, before its files are made."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.meetings.minutes_care import Pointed
from desktop.services.meetings.rows import ActionRow
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.kit import card, head, primary
from desktop.ui.meetings.minutes_places import open_followed, open_minutes, papers_folder
from desktop.ui.meetings.private_words import Quoted, private_card
from desktop.ui.pages import Page


class ListReadyPage(Page):
    """What may be private in the list for everyone; the files can be made at any moment."""

    area = "meetings"
    tables = frozenset({"action_point", "meeting_decision", "setting", "agenda_item"})

    def __init__(self, desk: Desk, which: str, meeting: int | None = None) -> None:
        super().__init__()
        self._desk, self._which, self._meeting = desk, which, meeting
        self._left: set[tuple[str, str]] = set()

    def build(self) -> list[Item]:
        found = self._desk.office.minutes.private_in_list(
            self._which, self._desk.today(), self._meeting
        )
        waiting = [self._quoted(one) for one in found if _key(one) not in self._left]
        make = primary(tr("Make Word and PDF"), self._make, "file")
        return [
            head(tr("May everyone read this?")),
            text(
                tr(
                    "This list is made twice: for the members, and for everyone. "
                    "Look at what stands in the list for everyone."
                ),
                "lead",
                "muted",
            ),
            card(tr("May be private"), *private_card(waiting)),
            beside(make, ...),
        ]

    def first_focus(self) -> QWidget | None:
        return self._first_control()  # who presses Enter too fast did not look yet

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._make}

    def _quoted(self, one: Pointed) -> Quoted:
        return Quoted(one.data, partial(self._mend, one), partial(self._leave, one), one.row.number)

    def _mend(self, one: Pointed) -> None:
        if isinstance(one.row, ActionRow):
            open_followed(self._desk, "action", one.row.id)
        else:
            open_minutes(self._desk, one.row.meeting_id)

    def _leave(self, one: Pointed) -> None:
        self._left.add(_key(one))
        self.rebuild()

    def _make(self) -> None:
        if _make_list(self._desk, self._which, self._meeting):
            self._desk.window.back()
            _told(self._desk)


def save_list(desk: Desk, which: str, meeting: int | None = None) -> None:
    """Make the files of the list *which*; first ask about what may be private for everyone."""
    if desk.office.minutes.private_in_list(which, desk.today(), meeting):
        desk.window.open_page(ListReadyPage(desk, which, meeting))
    elif _make_list(desk, which, meeting):
        _told(desk)


def _make_list(desk: Desk, which: str, meeting: int | None) -> bool:
    """Make the files of the list *which*; return whether that could be done."""
    minutes, folder = desk.office.minutes, papers_folder(desk)
    return desk.attempt(lambda: minutes.save_list(which, desk.today(), folder, meeting))


def _told(desk: Desk) -> None:
    """Say that the files are there, and where."""
    folder = papers_folder(desk)
    desk.window.strip.say(
        "success",
        tr("Word and PDF are ready."),
        str(folder),
        (tr("Open the folder"), lambda: open_path(folder)),
    )


def _key(one: Pointed) -> tuple[str, str]:
    return one.row.number, one.data.text
