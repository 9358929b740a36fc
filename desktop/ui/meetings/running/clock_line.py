"""How much time the item still has, large enough to read from the other side of the table."""

from datetime import datetime

from desktop.domain.meeting_clock import Clock
from desktop.i18n import tr, trn
from desktop.services.meetings.running import RunningView
from desktop.ui.boxes import BOTTOM, Box, beside, stack, text
from desktop.ui.drawn import Bar

_BEHIND = 120
"""Seconds; nobody needs to hear of one minute."""


class ClockLine(Box):
    """Minutes left in large figures, a bar, and whether the meeting runs late. It never flashes."""

    def __init__(self) -> None:
        self._over = text("", "label", "muted", wrap=False)
        self._left = text("", "display", wrap=False)
        self._bar = Bar(0, "", high=13)
        self._told = text("", "small", "muted")
        over = stack(self._over, 6, gap=0)  # on the line of the large figures
        figures = beside((over, 0, BOTTOM), self._left, ..., gap=8)
        line = beside(figures, (stack(..., self._bar, self._told, 6, gap=6), 1), gap=24, turns=True)
        super().__init__([line])

    def show_clock(self, view: RunningView, now: datetime) -> None:
        """Show the time of the current item at *now*."""
        clock = view.clock(now)
        paused = view.meeting.paused
        minutes = _minutes(abs(clock.left))
        if paused is not None:
            self._over.setText(tr("Break"))
            self._say_large(tr("since {time}", time=f"{paused.hour}.{paused.minute:02}"))
        elif clock.left < 0:
            self._over.setText(tr("Over time"))
            self._say_large(trn("one minute", "{n} minutes", minutes))
        else:
            self._over.setText(tr("Left"))
            self._say_large(trn("one minute", "{n} minutes", minutes))
        told = _told(clock)
        if told != self._told.text():
            self._told.setText(told)
        self._bar.show_part(clock.used / clock.planned if clock.planned else 0, told)

    def _say_large(self, words: str) -> None:
        if words != self._left.text():
            self._left.setText(words)


def _told(clock: Clock) -> str:
    used = tr("{used} of {planned} minutes.", used=clock.used // 60, planned=clock.planned // 60)
    if clock.behind > _BEHIND:
        behind = trn(
            "We are one minute behind.", "We are {n} minutes behind.", _minutes(clock.behind)
        )
        return f"{used} {behind}"
    return used


def _minutes(seconds: int) -> int:
    """Return whole minutes as people count them: a minute that began counts."""
    return -(-seconds // 60)
