"""What a new member reads about this council itself: always as its file says it today."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.i18n import tr, trn
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.rows import DossierLine, DossierView
from desktop.services.choices import choices, plural
from desktop.services.council import CouncilDesk
from desktop.services.meetings.plan import MeetingPlan
from desktop.services.members.learning import Learning
from desktop.services.members.onboarding_words import what_we_do
from desktop.services.members.rows_onboarding import ProgrammeRow, Told

_PLACE = re.compile(r"\{(\w+)\}")
_DOSSIERS = 8
_MEETINGS = 12
_WORDS = 15
_LONGEST = 140

BLOCKS = (
    "wat_wij_doen",
    "wie_is_wie",
    "lopende_adviezen",
    "afspraken",
    "jaaragenda",
    "woordenlijst",
)
"""Places in a text that become a piece of the council's own data."""


class OwnMaterial:
    """Gather who is who, what runs, what was agreed, when the meetings are, and which words."""

    def __init__(
        self, council: CouncilDesk, dossiers: Dossiers, plan: MeetingPlan, learning: Learning
    ) -> None:
        self._council, self._dossiers = council, dossiers
        self._plan, self._learning = plan, learning

    def people(self, today: date) -> list[Told]:
        """Return the members with their role."""
        return [Told(one.name, (one.role,)) for one in self._council.members(today)]

    def dossiers(self, today: date) -> list[Told]:
        """Return each running advice in five lines, the most pressing first."""
        lines = self._dossiers.lines(today, ended=False)[:_DOSSIERS]
        people = {one.id: one.name for one in self._council.members()}
        views = [(line, self._dossiers.view(line.dossier.id, today)) for line in lines]
        return [
            Told(line.dossier.title, _five_lines(line, view, people, today)) for line, view in views
        ]

    def norms(self) -> list[Told]:
        """Return what was agreed, each with its source."""
        names = choices("norm")
        return [
            Told(names.get(norm.kind, norm.kind), (norm.term.words, norm.source))
            for norm in self._council.norms()
        ]

    def meetings(self, today: date) -> list[Told]:
        """Return the meetings to come: name, and when and where."""
        found: list[Told] = []
        for meeting in self._plan.coming(today)[:_MEETINGS]:
            day = weekday_date(meeting.starts.date())
            when = tr("{day} at {time}", day=day, time=clock(meeting.starts))
            found.append(Told(meeting.title, (when, meeting.place)))
        return found

    def what_we_do(self, today: date) -> tuple[Told, Told]:
        """Return what the council does, and what it does not do."""
        does, does_not = what_we_do()
        return (
            Told(tr("This we do"), tuple(self.plain(one, today) for one in does)),
            Told(tr("This we do not do"), tuple(self.plain(one, today) for one in does_not)),
        )

    def filled(self, text: str, today: date, names: dict[str, str] | None = None) -> str:
        """Return the Markdown *text* with its places filled in; *names* are further words."""
        words = self._names(today) | (names or {})
        blocks: dict[str, Callable[[], str]] = {
            "wie_is_wie": lambda: _listed(self.people(today)),
            "lopende_adviezen": lambda: _headed(self.dossiers(today)),
            "afspraken": lambda: _listed(self.norms()),
            "jaaragenda": lambda: _listed(self.meetings(today)),
            "wat_wij_doen": lambda: _headed(self.what_we_do(today)),
            "woordenlijst": lambda: _listed(
                [
                    Told(word.term, (word.meaning,))
                    for word in self._learning.common_words(_WORDS) or self._learning.first_words()
                ]
            ),
        }

        def fill(place: re.Match[str]) -> str:
            name = place[1]
            if name in words:
                return safe(words[name])
            return (
                blocks[name]() or tr("Nothing of this is in the file yet.")
                if (name in blocks)
                else place[0]
            )

        return _PLACE.sub(fill, text)

    def plain(self, text: str, today: date) -> str:
        """Return *text* with the names filled in, for a title."""
        words = self._names(today)
        return _PLACE.sub(lambda place: words.get(place[1], place[0]), text)

    def named(self, text: str, row: ProgrammeRow, today: date) -> str:
        """Return *text* with the names of the programme *row* too."""
        words = self._names(today) | names_of(row)
        return _PLACE.sub(lambda place: words.get(place[1], place[0]), text)

    def _names(self, today: date) -> dict[str, str]:
        profile = self._council.profile()
        towns = [one.name for one in self._council.municipalities()]
        members = self._council.members(today)
        chair = next((one.name for one in members if one.role == "voorzitter"), "")
        return {
            "raad": profile.name or tr("our council"),
            "gemeente": (towns[0] if towns else profile.place) or tr("our municipality"),
            "inwoners": plural(profile.person_word),
            "voorzitter": chair or tr("the chair"),
        }


def names_of(row: ProgrammeRow) -> dict[str, str]:
    """Return the words for the buddy and the member of *row*."""
    return {"maatje": row.buddy or tr("your buddy"), "naam": row.first_name}


def has_material(text: str) -> bool:
    """Tell whether *text* holds a piece of the council's own data, so that it must be read."""
    return any(f"{{{name}}}" in text for name in BLOCKS)


def safe(words: str) -> str:
    """Return *words* so that none of its signs has a meaning in Markdown."""
    from desktop.documents.document import Run
    from desktop.documents.markdown import runs_to_markdown

    return runs_to_markdown((Run(words),))


def _five_lines(
    line: DossierLine, view: DossierView, people: dict[int, str], today: date
) -> tuple[str, str, str, str, str]:
    dossier = line.dossier
    first = next(iter(view.questions), None)
    about = first.text if first else dossier.changeable or dossier.title
    own_idea = not dossier.requester or dossier.requester.lower().startswith("eigen initiatief")
    asked = (
        tr("An idea of the council itself.")
        if own_idea
        else tr("Asked by {name}.", name=dossier.requester)
    )
    owner = people.get(dossier.owner_id or 0)
    return (
        tr("About: {words}", words=_short(about)),
        f"{dossier.kind_words}. {asked}",
        *how_it_stands(line, today),
        tr("Ask {name} about it.", name=owner)
        if owner
        else trn("There is {n} paper to read.", "There are {n} papers to read.", len(view.papers)),
    )


def how_it_stands(line: DossierLine, today: date) -> tuple[str, str]:
    """Return the state of a dossier and its next date, as two sentences."""
    state = tr("How it stands: {state}.", state=line.dossier.state_words.lower())
    return state, _next_date(line.due, today)


def _next_date(due: date | None, today: date) -> str:
    if due is None:
        return tr("No date is known yet.")
    day = long_date(due)
    if due < today:
        return tr("This should have been done by {date}.", date=day)
    return tr("Next date: {date}.", date=day)


def _short(words: str) -> str:
    """Cut *words* after a whole word when they are long."""
    words = " ".join(words.split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _listed(items: Sequence[Told]) -> str:
    """Return *items* as a list of one line each."""
    return "\n".join(
        f"- **{safe(one.title)}**: {safe(', '.join(line for line in one.lines if line))}"
        for one in items
    )


def _headed(items: Sequence[Told]) -> str:
    """Return *items* as a bold line with a list below each."""
    return "\n\n".join(
        "\n".join([f"**{safe(one.title)}**", "", *(f"- {safe(line)}" for line in one.lines)])
        for one in items
    )
