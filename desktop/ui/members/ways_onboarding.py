"""The ways to everything for new members, as they stand on the first page of the members."""

from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, card
from desktop.ui.members.way import way
from desktop.ui.members.words import me
from desktop.ui.pages import Page


def onboarding_ways(desk: Desk) -> list[Item]:
    """Return the card for new members; who is one finds the own programme first."""
    programmes, today = desk.office.programmes, desk.today()
    running = [one for one in programmes.all() if not one.over]
    waiting = len(programmes.newcomers(today))
    told = trn("{n} in a programme", "{n} in a programme", len(running))
    if waiting:
        told = trn("{n} without a programme", "{n} without a programme", waiting)

    def programmes_page() -> Page:
        from desktop.ui.members.programmes import ProgrammesPage

        return ProgrammesPage(desk)

    rows = [way(desk, tr("Programmes"), told, "lesson", programmes_page)]
    here = me(desk)
    if here is not None:
        rows = [*_own(desk, here, any(one.member_id == here for one in running)), *rows]
    return [card(tr("New members"), *ruled(*rows))]


def _own(desk: Desk, member: int, new: bool) -> list[Row]:
    def now_page() -> Page:
        from desktop.ui.members.now import NowPage

        return NowPage(desk, member)

    def words_page() -> Page:
        from desktop.ui.members.my_words import WordsPage

        return WordsPage(desk, member)

    count = sum(not word.known for word in desk.office.learning.words_of(member))
    learning = trn("{n} word to learn", "{n} words to learn", count)
    words = way(desk, tr("My words"), learning, "hint", words_page)
    if not new:
        return [words]
    why = tr("Your own programme, step by step.")
    return [way(desk, tr("What do I do now?"), why, "now", now_page), words]
