"""The form for one part of the budget: what the council gets and plans, and where that stands."""

from collections.abc import Callable

from desktop.domain import money
from desktop.i18n import tr
from desktop.services.members.rows_budget import FREE, PartRow, parts, words
from desktop.ui.boxes import beside
from desktop.ui.form import Form, choice, line
from desktop.ui.kit import primary, quiet


class PartForm(Form):
    """Shows what was kept of the chosen part; what was typed is never replaced unasked."""

    def __init__(
        self,
        kept: Callable[[str], PartRow],
        keep: Callable[[], object],
        remove: Callable[[], object],
    ) -> None:
        super().__init__()
        self._kept = kept
        self._filled: dict[str, str] = {}
        which = choice("part", parts(free=True))
        which.activated.connect(self.show_again)
        self.add_row(tr("Which part?"), which)
        self.add_pair(
            (tr("What do you get?"), line("granted"), tr("Like 1250 or 12.50.")),
            (tr("What do you plan?"), line("planned"), tr("May stay empty.")),
        )
        self.add_row(
            tr("Where does it stand?"),
            line("source"),
            tr("For example: letter of 12 January, or article 6."),
        )
        self._remove = quiet(tr("Remove"), remove)
        self.add(beside(primary(tr("Keep"), keep, "saved"), self._remove, ...))
        self.show_part(self.part)

    @property
    def part(self) -> str:
        """The chosen part."""
        return str(self.values()["part"])

    def show_part(self, part: str) -> None:
        """Show what was kept of *part*."""
        one = self._kept(part)
        self._filled = {
            "granted": _typed(one.amounts.granted),
            "planned": _typed(one.amounts.planned),
            "source": one.source,
        }
        self.clear_errors()
        self.flush()
        self.set_values({"part": part, **self._filled})
        self._fit(one)

    def show_again(self) -> None:
        """Show what is kept now, unless something was typed that is not kept yet."""
        now = self.values()
        if all(now[key] == content for key, content in self._filled.items()):
            self.show_part(self.part)
        else:
            self._fit(self._kept(self.part))

    def _fit(self, one: PartRow) -> None:
        """Ask only what this part needs, and say what belongs to it."""
        self.rows["part"].show_help(words("help", one.key))
        self.rows["planned"].setVisible(one.key != FREE)
        self._remove.setVisible(one.kept)


def _typed(cents: int | None) -> str:
    return "" if cents is None else money.amount(cents)
