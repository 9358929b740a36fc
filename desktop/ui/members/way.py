"""A row that opens a page: what is there, how it stands now, and the way to it."""

from collections.abc import Callable

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, row
from desktop.ui.pages import Page


def way(desk: Desk, what: str, why: str, icon: str, make: Callable[[], Page]) -> Row:
    """Return the row to *what*; *make* builds its page when it is opened."""
    act = button(tr("Open"), lambda: desk.window.open_page(make()))
    return row(what, why, icon=icon, act=act)
