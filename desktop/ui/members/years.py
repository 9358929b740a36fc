"""Go to the year before or after: for what is kept per year, such as the budget."""

from collections.abc import Callable
from functools import partial

from desktop.domain.budget import FIRST_YEAR
from desktop.i18n import tr
from desktop.ui.boxes import Box, beside, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button


def year_ways(desk: Desk, year: int, go: Callable[[int], object]) -> Box:
    """Return the shown *year* with a button to the one before, and one to the next."""
    before = button(tr("Look at {year}", year=year - 1), partial(go, year - 1))
    after = button(tr("Look at {year}", year=year + 1), partial(go, year + 1))
    before.setEnabled(year > FIRST_YEAR)
    after.setEnabled(year <= desk.today().year)
    return beside(before, text(str(year), "h2"), after, ..., gap=12)
