"""A calm prompt when an agenda item touches another function of a member."""

from collections.abc import Sequence

from desktop.i18n import tr
from desktop.services.meetings.rows import ItemRow, MeetingRow
from desktop.ui.boxes import Box, Item, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import card


def interests_card(desk: Desk, meeting: MeetingRow, items: Sequence[ItemRow]) -> Box | None:
    """Return whom to ask about which of the *items* of *meeting*; None when nothing touches."""
    found = desk.office.people.prompts(items, meeting.starts.date())
    if not found:
        return None
    titles = {item.id: item.title for item in items}
    lines: list[Item] = [
        stack(text(titles[item], "strong"), *(text(one, "small") for one in asks), gap=2)
        for item, asks in found.items()
    ]
    return card(tr("Ask beforehand"), *lines)
