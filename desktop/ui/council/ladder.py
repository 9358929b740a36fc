"""The council's own participation ladder."""

from desktop.i18n import tr
from desktop.services.choices import choices
from desktop.services.records import listed
from desktop.ui.boxes import Item, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import card, columns, head


class LadderPage(KeptPage[tuple[str, ...]]):
    """Two presets to look at, and one list to write."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        form = Form()
        form.add_row(
            tr("Rungs of your own"),
            lines("rungs", rows=6),
            tr("One on each line, from the least influence to the most."),
            optional=True,
        )
        super().__init__(desk, form)

    def now(self) -> tuple[str, ...]:
        return self._desk.office.ladders.own()

    def values(self, now: tuple[str, ...]) -> dict[str, str]:
        return {"rungs": "\n".join(now)}

    def change(self, **fields: str) -> None:
        self._desk.office.ladders.set_own(fields["rungs"].splitlines())

    def parts(self, now: tuple[str, ...]) -> list[Item]:
        presets = [
            card(words, text(listed(list(choices(f"rungs_{key}").values()))))
            for key, words in choices("ladder").items()
        ]
        return [
            head(
                tr("Participation ladder"),
                tr("How much influence do you get? Choose words that you share with officials."),
            ),
            columns(card(tr("Ladder of our own"), self._form), list(presets), (1, 1)),
        ]
