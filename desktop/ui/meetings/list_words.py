"""The state of an action or promise in words, with its tone."""

from datetime import date

from desktop.domain.dutch_dates import MONTHS
from desktop.domain.lists import is_late
from desktop.i18n import tr, trn
from desktop.services.meetings.rows import ActionRow, PromiseRow


def state_words(row: ActionRow | PromiseRow, today: date) -> tuple[str, str]:
    """Return how *row* stands on *today*, and the tone of the pill: late is danger."""
    ended = {
        "done": (tr("done"), "plain"),
        "kept": (tr("kept"), "success"),
        "broken": (tr("not kept"), "danger"),
        "dropped": (tr("dropped"), "plain"),
    }
    if row.state in ended:
        return ended[row.state]
    if row.due is None:
        return tr("no date"), "warning"
    days = (row.due - today).days
    if is_late(row.state, row.due, today):
        return trn("{n} day late", "{n} days late", -days), "danger"
    if days == 0:
        return tr("today"), "warning"
    if days == 1:
        return tr("tomorrow"), "warning"
    return tr("on schedule"), "success"


def short_date(day: date | None, today: date) -> str:
    """Return "1 maart", with the year when it is another one than this year; or nothing."""
    if day is None:
        return ""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"
