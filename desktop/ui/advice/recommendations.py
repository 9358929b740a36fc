"""The numbered recommendations: what, by whom, for whom, when, why, and another way."""

from functools import partial

from desktop.i18n import tr
from desktop.language import analyse
from desktop.services.advice.rows import DossierView, RecommendationRow
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.boxes import TOP, Box, Item, beside, stack, text
from desktop.ui.council_tips import written
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line
from desktop.ui.icons import Icon
from desktop.ui.kit import button, card, quiet

_STEER = "no_advice"
_TIPS = 2


class Recommendations(Box):
    """A card per recommendation; each saves itself, and its fields give tips."""

    def __init__(self, desk: Desk, dossier: int, view: DossierView) -> None:
        super().__init__(gap=12)
        self._desk, self._dossier = desk, dossier
        self._forms: dict[int, Form] = {}
        self._tips: dict[int, Box] = {}
        self._order: list[int] = []
        self._list = stack(gap=14)
        self.show_items([(scrolled(self._list), 1)])
        self._build(view)

    def show_view(self, view: DossierView) -> None:
        """Show what is in the file now; a field being typed in keeps its words."""
        if [item.id for item in view.recommendations] != self._order:
            self._build(view)
            return
        for item in view.recommendations:
            self._forms[item.id].set_values(vars(item))
            self._show_tips(item)

    def flush(self) -> None:
        """Keep what is still waiting for its pause."""
        for form in self._forms.values():
            form.flush()

    def _build(self, view: DossierView) -> None:
        self._order = [item.id for item in view.recommendations]
        self._forms, self._tips = {}, {}
        cards: list[Item] = [self._card(item) for item in view.recommendations]
        add = button(tr("Add a recommendation"), self._add, icon="add")
        if not cards:
            cards.append(text(tr("Nothing yet. What should happen, and who should do it?")))
        self._list.show_items([*cards, beside(add, ...), ...])

    def _card(self, item: RecommendationRow) -> Box:
        form = Form()
        form.add_row(
            tr("What should happen?"),
            written(self._desk, "what", 2, place=self._dossier),
            tr("Begin with a verb: Give, Make, Ask, Put."),
        )
        form.add_pair(
            (tr("By whom?"), line("by_whom")),
            (tr("For whom?"), line("for_whom")),
            (tr("When?"), line("by_when")),
        )
        form.add_row(tr("Why?"), written(self._desk, "why", 2, place=self._dossier))
        other = written(self._desk, "alternatives", 1, place=self._dossier)
        form.add_row(tr("Another way"), other, optional=True)
        form.set_values(vars(item))
        form.changed.connect(partial(self._save, item.id))
        self._forms[item.id], self._tips[item.id] = form, Box(gap=4)
        place = self._order.index(item.id)
        up = quiet(tr("Move up"), partial(self._move, place, -1))
        up.setEnabled(place > 0)
        up.setAccessibleName(tr("Move recommendation {n} up", n=item.number))
        remove = quiet(tr("Remove"), partial(self._remove, item))
        remove.setAccessibleName(tr("Remove recommendation {n}", n=item.number))
        made = card(
            tr("Recommendation {n}", n=item.number),
            self._tips[item.id],
            form,
            side=beside(up, remove, gap=16),
        )
        self._show_tips(item)  # only now: what is shown without a parent opens a window
        return made

    def _show_tips(self, item: RecommendationRow) -> None:
        """Say on the card when it does not steer; each field has tips of its own."""
        wanted = () if _STEER in self._desk.office.tips.off() else (_STEER,)
        hints = analyse(item.what, context="advice", kinds=wanted).hints
        self._tips[item.id].show_items([_tip(hint.message) for hint in hints[:_TIPS]])
        self._tips[item.id].setVisible(bool(hints))

    def _save(self, record: int) -> None:
        values = self._forms[record].read()
        if values is not None:
            drafts = self._desk.office.drafts
            self._desk.attempt(lambda: drafts.change_recommendation(record, **values))

    def _add(self) -> None:
        self.flush()
        number = self._desk.office.drafts.add_recommendation(self._dossier)
        if number in self._forms:
            self._forms[number].rows["what"].field.setFocus()

    def _move(self, place: int, step: int) -> None:
        self.flush()
        order = list(self._order)
        order.insert(place + step, order.pop(place))
        drafts = self._desk.office.drafts
        self._desk.attempt(lambda: drafts.order_recommendations(self._dossier, order))

    def _remove(self, item: RecommendationRow) -> None:
        self.flush()
        if self._desk.attempt(lambda: self._desk.office.drafts.remove_recommendation(item.id)):
            words = tr("Recommendation {n} is thrown away.", n=item.number)
            self._desk.told_gone(words)


def _tip(words: str) -> Box:
    return beside((Icon("hint", "warning", 18), 0, TOP), (text(words), 1), gap=8)
