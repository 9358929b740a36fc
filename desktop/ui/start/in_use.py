"""Somebody else works in this file: look along, or take over what was left behind."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services import office as offices
from desktop.ui.boxes import Item, beside
from desktop.ui.kit import button, card, head, message, primary, text, told_path
from desktop.ui.pages import Page

if TYPE_CHECKING:
    from desktop.ui.start.window import StartWindow


class InUsePage(Page):
    """Who works in the file, since when, and what you can do."""

    def __init__(
        self,
        window: "StartWindow",
        path: Path,
        error: offices.InUseError,
        look: Callable[[], object],
        take_over: Callable[[], object],
    ) -> None:
        super().__init__()
        self._window, self._path, self._error = window, path, error
        self._look, self._take_over = look, take_over

    def build(self) -> list[Item]:
        holder = self._error.holder
        parts: list[Item] = [
            head(tr("{name} is in use", name=self._path.stem), told_path(self._path.parent)),
            message("info", self._error.message, _since(holder)),
            beside(
                primary(tr("Look along"), self._look, "eye"),
                button(tr("Try again"), lambda: self._window.open_council(self._path)),
                button(tr("Back"), self._window.welcome),
                ...,
                turns=True,
            ),
            text(tr("When you look along, you see all that is saved. You cannot change anything.")),
        ]
        now = datetime.now()
        if offices.gives_no_sign(holder, now):
            parts.append(
                card(
                    tr("Is nobody working in it any more?"),
                    text(_quiet(holder, now)),
                    beside(
                        button(tr("Take over the file"), self._take_over, icon="adviseren"), ...
                    ),
                )
            )
        return parts


def _quiet(holder: offices.Holder, now: datetime) -> str:
    if holder.sign > now:
        return tr(
            "We cannot see that: the clock there says another time than the clock here."
            " Ask first: what was typed there and not saved yet may get lost."
        )
    return tr(
        "The app there gave no sign since {time}. Perhaps that computer is off."
        " Ask first: what was typed there and not saved yet may get lost.",
        time=_moment(holder.sign),
    )


def _since(holder: offices.Holder) -> str:
    return tr("Since {time}.", time=_moment(holder.since))


def _moment(at: datetime) -> str:
    return tr("{date}, {time}", date=long_date(at.date()), time=f"{at.hour}.{at.minute:02}")
