"""How far a new member is, on the page of the member; or the way to a first programme."""

from functools import partial

from desktop.i18n import tr, trn
from desktop.services.members.rows_onboarding import ProgrammeRow
from desktop.ui.boxes import Box, beside, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, quiet


def programme_cards(desk: Desk, member: int) -> list[Box]:
    """Return the card about the programme of *member*; nothing for who knows the way by now."""
    row = desk.office.programmes.of_member(member)
    if row is not None:
        return [] if row.over else [_running(desk, row)]
    if any(one.id == member for one in desk.office.programmes.newcomers(desk.today())):
        why = text(tr("Small steps with a date and a buddy: so a new member feels at home."))
        make = button(tr("Make a programme"), partial(_start, desk, member), icon="buddy")
        return [card(tr("Programme"), why, beside(make, ...))]
    return []


def _running(desk: Desk, row: ProgrammeRow) -> Box:
    said = [
        trn("{done} of {n} step done", "{done} of {n} steps done", len(row.steps), done=row.done)
    ]
    said.append(tr("buddy {name}", name=row.buddy) if row.buddy else tr("no buddy yet"))
    look = button(tr("Look at the programme"), partial(_open, desk, row.id), icon="lesson")
    now = quiet(tr("What do I do now?"), partial(_see, desk, row.member_id), "eye")
    return card(tr("Programme"), text(" · ".join(said)), beside(look, now, ..., turns=True))


def _see(desk: Desk, member: int) -> None:
    from desktop.ui.members.now import NowPage

    desk.window.open_page(NowPage(desk, member))


def _open(desk: Desk, programme: int) -> None:
    from desktop.ui.members.programme import ProgrammePage

    desk.window.open_page(ProgrammePage(desk, programme))


def _start(desk: Desk, member: int) -> None:
    from desktop.ui.members.programmes import StartProgrammePage

    desk.window.open_page(StartProgrammePage(desk, member))
