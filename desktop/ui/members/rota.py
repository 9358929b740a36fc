"""The rota (rooster van aftreden): rules, the picture over the years, list and document."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.choices import words
from desktop.services.members.rota_out import after_words, crowded_words, rule_words
from desktop.services.members.rows_people import RotaLine
from desktop.ui.advice.letter import open_path
from desktop.ui.boxes import Box, Item, beside, text
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, empty, head, message, primary
from desktop.ui.members.person import PersonPage
from desktop.ui.members.rota_picture import RotaPicture
from desktop.ui.pages import Page
from desktop.ui.rows import Column, Table


class RotaPage(Page):
    """Who leaves when; Enter on a line opens the member."""

    area = "members"
    tables = frozenset({"member", "seat", "tenure", "norm"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._save}

    def build(self) -> list[Item]:
        rota = self._desk.office.seats.terms.rota(self._desk.today())
        if not rota.lines:
            return [
                empty(
                    tr("No terms yet"),
                    tr("Open a member and note the term. Then you see here who leaves when."),
                    primary(tr("To the members"), lambda: self._desk.window.show_area("members")),
                    button(tr("Change the rules"), self._rules, icon="settings"),
                )
            ]
        make = primary(tr("Make Word and PDF"), self._save, "file")
        parts: list[Item] = [
            head(tr("Rota of terms"), tr("Who leaves when, and who may go on."), make)
        ]
        for year in sorted(rota.crowded):
            why = tr("That is many at once. Spread it: let a new term end in another year.")
            parts.append(message("warning", crowded_words(rota, year), why))
        if rota.endings:
            picture = RotaPicture(rota, self._desk.today())
            note = text(tr("The coloured line is today."), "small", "muted")
            parts.append(card(tr("Over the years"), picture, note))
        parts.append(card(tr("Who leaves when?"), self._table(list(rota.lines))))
        parts.append(self._rule_card(rule_words(rota)))
        return parts

    def _table(self, lines: list[RotaLine]) -> Table[RotaLine]:
        table = Table[RotaLine](tr("Who leaves when?"), _columns(), 1)
        table.rows.show(lines)
        table.sortByColumn(2, table.horizontalHeader().sortIndicatorOrder())
        table.opened.connect(self._open)
        return table

    def _rule_card(self, said: list[str]) -> Box:
        lines = said or [tr("No rule was agreed on the length of a term.")]
        change = button(tr("Change the rules"), self._rules, icon="settings")
        return card(tr("Our rules"), *(text(one) for one in lines), beside(change, ...))

    def _open(self, line: RotaLine) -> None:
        self._desk.window.open_page(PersonPage(self._desk, line.member_id))

    def _rules(self) -> None:
        from desktop.ui.council.norms import NormsPage

        self._desk.window.open_page(NormsPage(self._desk))

    def _save(self) -> None:
        office, today = self._desk.office, self._desk.today()
        folder = office.path.parent / tr("Members")

        def save() -> None:
            office.seats.save_rota(folder, today)
            self._desk.window.strip.say(
                "success",
                tr("Word and PDF are ready."),
                str(folder),
                (tr("Open the folder"), lambda: open_path(folder)),
            )

        self._desk.attempt(save)


def _columns() -> list[Column[RotaLine]]:
    return [
        Column(tr("Who"), lambda line: line.name),
        Column(tr("Seat"), lambda line: line.seat or words("role", line.role)),
        Column(
            tr("Until"),
            lambda line: (
                long_date(line.tenure.last_day) if line.tenure.last_day else tr("no end agreed")
            ),
            sorted_by=lambda line: (line.tenure.last_day or date.max).toordinal(),
        ),
        Column(tr("After that"), after_words),
    ]
