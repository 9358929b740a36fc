"""Today: one list of what needs the council now, soonest first."""

from datetime import date, datetime

from desktop.domain.dutch_dates import in_words, weekday_date
from desktop.i18n import tr, trn
from desktop.services.notice import Notice
from desktop.services.records import listed
from desktop.ui.advice.measures import time_card
from desktop.ui.boxes import Box, Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, columns, empty, head, next_step, primary, quiet, row
from desktop.ui.pages import Page
from desktop.ui.places import open_notice

_SHOWN = 5
TONES = {"late": "danger", "soon": "warning", "calm": "plain"}


class TodayPage(Page):
    """The home of the app."""

    area = "today"
    tables = frozenset(
        {"dossier", "letter", "question", "norm", "member", "addressee", "council"}
        | {"meeting", "agenda_item", "agenda_paper", "minutes_remark", "action_point", "promise"}
        | {"seat", "tenure", "programme", "programme_step", "lesson_done", "candidate", "claim"}
        | {"claim_kind", "training", "budget_line", "spending", "support_need"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all = False

    def build(self) -> list[Item]:
        today = self._desk.today()
        notices = self._desk.office.attention.notices(today)
        lines = self._desk.office.dossiers.lines(today)
        if not lines:
            return self._beginning(notices)
        return [
            head(_greeting(self._desk.office.store.actor), _sentence(today, notices)),
            columns(self._list(notices), time_card(self._desk, lines)),
        ]

    def _beginning(self, notices: list[Notice]) -> list[Item]:
        from desktop.ui.advice.arrival import bring_in
        from desktop.ui.advice.new import NewDossierPage

        start = empty(
            tr("Start with your first advice"),
            tr("Drop a letter of the municipality in this window, or begin with an own idea."),
            primary(tr("Open a letter"), lambda: bring_in(self._desk), "letter"),
            button(
                tr("Begin by hand"),
                lambda: self._desk.window.open_page(NewDossierPage(self._desk)),
                icon="add",
            ),
        )
        if not notices:
            return [start]
        return [start, card(tr("Also handy to do"), *ruled(*(self._row(n) for n in notices)))]

    def _list(self, notices: list[Notice]) -> list[Item]:
        if not notices:
            return [card(tr("All is done"), tr("Nothing asks for your attention now."))]
        first, rest = notices[0], notices[1:]
        act = primary(first.button, lambda: open_notice(self._desk, first), "next")
        parts: list[Item] = [next_step(first.title, first.why, act)]
        shown = rest if self._all else rest[: _SHOWN - 1]
        if shown:
            parts.append(card(tr("After that"), *ruled(*(self._row(n) for n in shown))))
        later = len(rest) - len(shown)
        if later:
            more = quiet(tr("Show all"), self._show_all, "open_down")
            later_ones = [notice.title.partition(":")[0] for notice in rest[len(shown) :]]
            names = listed([*later_ones[:2], tr("more")] if later > 2 else later_ones)
            title = trn("Later: {n} thing", "Later: {n} things", later)
            parts.append(card("", row(title, names, act=more)))
        return parts

    def _row(self, notice: Notice) -> Box:
        return row(
            notice.title,
            notice.why,
            icon=notice.icon,
            tone="warning" if notice.tone != "calm" else "muted",
            state=(notice.state, TONES[notice.tone]),
            act=button(notice.button, lambda: open_notice(self._desk, notice)),
        )

    def _show_all(self) -> None:
        self._all = True
        self.rebuild()


def _greeting(person: str) -> str:
    hour = datetime.now().hour
    day = (
        tr("Good morning")
        if hour < 12
        else tr("Good afternoon")
        if hour < 18
        else tr("Good evening")
    )
    return f"{day}, {person.split(maxsplit=1)[0]}" if person else day


def _sentence(today: date, notices: list[Notice]) -> str:
    pressing = sum(notice.tone != "calm" for notice in notices)
    day = weekday_date(today)
    day = day[:1].upper() + day[1:]
    if not pressing:
        return tr("{day}. Nothing is pressing.", day=day)
    count = in_words(pressing)
    return trn(
        "{day}. {count} thing asks for your attention soon.",
        "{day}. {count} things ask for your attention soon.",
        pressing,
        day=day,
        count=count[:1].upper() + count[1:],
    )
