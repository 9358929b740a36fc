"""Which plain-language tips this council wants, and its own words."""

from desktop.i18n import tr
from desktop.language import KINDS
from desktop.ui.boxes import Item, ruled, text
from desktop.ui.buttons import Tick
from desktop.ui.desk import Desk
from desktop.ui.form import Form, lines
from desktop.ui.kit import Row, button, card, columns, head, row
from desktop.ui.pages import Page
from desktop.ui.writing.families import kind_name


class TipsPage(Page):
    """Switch kinds of tip off, bring hidden tips back, and name the council's own words."""

    area = "council"
    tables = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kinds, self._words = Form(gap=4), Form()
        for kind in KINDS:
            self._kinds.add_row(kind_name(kind), Tick(kind_name(kind), "", f"kind_{kind}"))
        self._words.add_row(
            tr("Words of your council"),
            lines("words", rows=6),
            tr("One on each line. They never get a tip."),
        )
        self._fill()
        self._kinds.changed.connect(self._save_kinds)
        self._words.changed.connect(self._save_words)

    def build(self) -> list[Item]:
        hidden = sorted(self._desk.office.tips.hidden())
        rows: list[Item] = ruled(*(self._hidden(kind, words) for kind, words in hidden))
        if not rows:
            rows = [text(tr("Nothing is hidden."), tone="muted")]
        return [
            head(tr("Tips for plain language"), tr("Tips help. You decide.")),
            columns(
                [card(tr("Which tips do you want to see?"), self._kinds)],
                [card("", self._words), card(tr("Hidden in this council"), *rows)],
                (1, 1),
            ),
        ]

    def refresh(self) -> None:
        """Show what changed; a field being typed in keeps its words."""
        self._fill()
        self.rebuild(self._kinds, self._words)

    def leave(self) -> bool:
        self._kinds.flush()
        self._words.flush()
        return True

    def _fill(self) -> None:
        off = self._desk.office.tips.off()
        self._kinds.set_values({f"kind_{kind}": kind not in off for kind in KINDS})
        self._words.set_values({"words": "\n".join(self._desk.office.tips.own_words())})

    def _hidden(self, kind: str, words: str) -> Row:
        again = button(tr("Show again"), lambda: self._desk.office.tips.show_again(kind, words))
        return row(words, kind_name(kind), icon="hint", act=again)

    def _save_kinds(self) -> None:
        values = self._kinds.values()
        off = [kind for kind in KINDS if not values[f"kind_{kind}"]]
        if frozenset(off) != self._desk.office.tips.off():
            self._desk.attempt(lambda: self._desk.office.tips.set_off(off))

    def _save_words(self) -> None:
        words = [word.strip() for word in str(self._words.values()["words"]).splitlines()]
        wanted = tuple(sorted({word for word in words if word}))
        if wanted != self._desk.office.tips.own_words():
            self._desk.attempt(lambda: self._desk.office.tips.set_own_words(wanted))
