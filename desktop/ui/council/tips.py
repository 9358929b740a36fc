"""Which plain-language tips this council wants, and its own words."""

from typing import Any

from desktop.i18n import tr
from desktop.language import KINDS
from desktop.services.tips import Tips
from desktop.ui.boxes import Item, ruled, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.form_pages import KeptPage
from desktop.ui.kit import Row, button, card, columns, head, row
from desktop.ui.writing.families import kind_name


class TipsPage(KeptPage[Tips]):
    """Switch kinds of tip off, bring hidden tips back, and name the council's own words."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        kinds, self._words = Form(gap=4), Form()
        for kind in KINDS:
            kinds.add_row(kind_name(kind), Tick(kind_name(kind), "", f"kind_{kind}"))
        self._words.add_row(
            tr("Words of your council"),
            lines("words", rows=6),
            tr("One on each line. They never get a tip."),
        )
        super().__init__(desk, kinds, self._words)

    def now(self) -> Tips:
        return self._desk.office.tips

    def values(self, now: Tips) -> dict[str, Any]:
        off = now.off()
        ticked = {f"kind_{kind}": kind not in off for kind in KINDS}
        return {**ticked, "words": "\n".join(now.own_words())}

    def around(self, now: Tips) -> object:
        return now.hidden()

    def fields(self, values: dict[str, Any]) -> dict[str, Any]:
        words = (word.strip() for word in values["words"].splitlines())
        return {
            "off": [kind for kind in KINDS if not values[f"kind_{kind}"]],
            "words": tuple(sorted({word for word in words if word})),
        }

    def change(self, **fields: Any) -> None:  # noqa: ANN401 – as in the desk
        tips = self._desk.office.tips
        if "off" in fields:
            tips.set_off(fields["off"])
        if "words" in fields:
            tips.set_own_words(fields["words"])

    def parts(self, now: Tips) -> list[Item]:
        hidden = ruled(*(self._hidden(kind, words) for kind, words in sorted(now.hidden())))
        rows: list[Item] = hidden or [text(tr("Nothing is hidden."), tone="muted")]
        return [
            head(tr("Tips for plain language"), tr("Tips help. You decide.")),
            columns(
                [card(tr("Which tips do you want to see?"), self._form)],
                [card("", self._words), card(tr("Hidden in this council"), *rows)],
                (1, 1),
            ),
        ]

    def _hidden(self, kind: str, words: str) -> Row:
        again = button(tr("Show again"), lambda: self._desk.office.tips.show_again(kind, words))
        return row(words, kind_name(kind), icon="hint", act=again)
