"""Members: who is who, their role, and who signs."""

from desktop.ui.council.kinds import members
from desktop.ui.council.records import RecordsPage
from desktop.ui.desk import Desk


class MembersPage(RecordsPage):
    """The list of members with one form."""

    area = "members"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, members(desk))
