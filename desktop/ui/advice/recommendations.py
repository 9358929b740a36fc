"""The numbered recommendations: what, by whom, for whom, when, why, and another way."""

from functools import partial

from desktop.i18n import tr
from desktop.language import Hint, analyse
from desktop.services.advice.rows import DossierView, RecommendationRow
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, line, lines
from desktop.ui.kit import button, card, quiet
from desktop.ui.writing.families import kind_name
from desktop.ui.writing.wishes import Wishes

_FIELDS = ("what", "by_whom", "for_whom", "by_when", "why", "alternatives")
_TIPS = 4


class Recommendations(Box):
    """A card per recommendation; each saves itself and shows its tips below."""

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
            lines("what", rows=2),
            tr("Begin with a verb: Give, Make, Ask, Put."),
        )
        form.add_pair(
            (tr("By whom?"), line("by_whom")),
            (tr("For whom?"), line("for_whom")),
            (tr("When?"), line("by_when")),
        )
        form.add_row(tr("Why?"), lines("why", rows=2))
        form.add_row(tr("Another way"), lines("alternatives", rows=1), optional=True)
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
            form,
            self._tips[item.id],
            side=beside(up, remove, gap=16),
        )
        self._show_tips(item)  # only now: what is shown without a parent opens a window
        return made

    def _show_tips(self, item: RecommendationRow) -> None:
        hints = analyse(
            "\n\n".join(getattr(item, name) for name in _FIELDS), context="advice"
        ).hints
        wishes = self._wishes()
        shown = [hint for hint in hints if wishes.want(hint, "")]
        self._tips[item.id].show_items([text(_told(hint), "small") for hint in shown[:_TIPS]])
        self._tips[item.id].setVisible(bool(shown))

    def _wishes(self) -> Wishes:
        tips = self._desk.office.tips
        own = frozenset(word.lower() for word in tips.own_words())
        return Wishes(hidden=tips.hidden(), off=tips.off(), own_words=own)

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


def _told(hint: Hint) -> str:
    named = hint.text.lower() in hint.message.lower()
    words = "" if named else f" “{hint.text[:60]}”"
    instead = ", ".join(hint.suggestions[:3])
    tail = tr("Instead: {words}", words=instead) if instead else ""
    return f"{kind_name(hint.kind)}{words}: {hint.message} {tail}".strip()
