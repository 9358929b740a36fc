"""The help that the council needs from the municipality: what was asked, and whether it comes."""

from collections.abc import Callable, Mapping, Sequence

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.members.rows_budget import NeedRow, texts, words
from desktop.ui.boxes import Item, beside, text
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines
from desktop.ui.kit import button, card, message, next_step
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder

_TONES = {
    "yes": "success",
    "partly": "warning",
    "no": "warning",
    "asked": "info",
    "open": "plain",
}


class SupportPage(RecordsPage):
    """The list at the left, the form at the right; above it how much of the minimum comes."""

    area = "members"
    tables = frozenset({"support_need", "norm"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _needs(desk))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {**super().handlers(), "print": self._save}

    def build(self) -> list[Item]:
        top, lists = super().build()
        return [top, *self._state(), lists, *self._out()]

    def _state(self) -> list[Item]:
        """Say what to do first, or how much of the minimum comes."""
        desk = self._desk
        needs = desk.office.support.needs()
        if not needs:
            usual = button(tr("Take over what councils often need"), self._usual, icon="add")
            title = tr("What does your council need?")
            return [next_step(title, first_words(desk, "need"), usual)]
        least = [one for one in needs if one.priority == "minimum"]
        late = desk.office.support.late(desk.today())
        said: list[Item] = [text(_counted(least), "strong")] if least else []
        if late:
            names = "\n".join(one.what for one in late)
            said.append(message("warning", tr("Ask again: there is still no answer."), names))
        return said

    def _out(self) -> list[Item]:
        if not self._desk.office.support.needs():
            return []
        why = text(tr("The paper for the municipality. Your own notes are not in it."), "small")
        act = button(tr("Make this paper"), self._save, icon="file")
        return [card(tr("On paper"), why, beside(act, ...))]

    def _usual(self) -> None:
        self._desk.attempt(self._desk.office.support.take_usual)

    def _save(self) -> None:
        folder, support = members_folder(self._desk), self._desk.office.support
        if self._desk.attempt(lambda: support.save_list(self._desk.today(), folder)):
            told_saved(self._desk, folder)


def first_words(desk: Desk, key: str) -> str:
    """Return what to do first, with the law where it counts for this council."""
    told = texts()["first"]
    provider = desk.office.council.profile().kind == "aanbieder"
    return f"{told[key]}\n{told['own'] if provider else told['law']}"


def _counted(least: Sequence[NeedRow]) -> str:
    given = sum(one.given == "yes" for one in least)
    if given == len(least):
        return tr("You get what you need at least.")
    return tr("You get {given} of the {all} things you need at least.", given=given, all=len(least))


def _needs(desk: Desk) -> Records:
    support = desk.office.support

    def form() -> Form:
        made = Form()
        made.add_row(tr("What do you need?"), line("what"))
        made.add_row(
            tr("How badly do you need it?"), choice("priority", list(texts()["priority"].items()))
        )
        answers = [("", tr("No answer yet")), *texts()["given"].items()]
        made.add_row(tr("Asked on which day?"), date_line("asked"), optional=True)
        made.add_row(tr("Do you get it?"), choice("given", answers))
        made.add_row(
            tr("Who gives it?"),
            line("by_whom"),
            tr("A job or an organisation, no name."),
            optional=True,
        )
        made.add_row(
            tr("Your own note"),
            lines("note", 2),
            tr("Only for yourselves: it is not on the paper for the municipality."),
            optional=True,
        )
        return made

    return Records(
        tr("Help from the municipality"),
        tr("What do you need at least, and do you get it?"),
        tr("Add something you need"),
        tr("Nothing yet."),
        "promise",
        form,
        lambda: [_shown(need) for need in support.needs()],
        lambda values: support.keep(None, **values),
        lambda record, values: support.keep(record, **values),
        support.remove,
        ratio=(3, 2),
    )


def _shown(need: NeedRow) -> Shown:
    why = [words("priority", need.priority)]
    if need.asked:
        why.append(tr("asked on {date}", date=long_date(need.asked)))
    if need.by_whom:
        why.append(need.by_whom)
    state = (words("need", need.state), _TONES[need.state])
    return Shown(need.id, need.what, " · ".join(why), dict(vars(need)), state)
