"""What a lesson tells about the council itself: its own advice, agreements, people and meetings."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.dossier import STEPS, step_of
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.i18n import tr, trn
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.rows import DossierRow, DossierView
from desktop.services.choices import choices, words
from desktop.services.council import CouncilDesk
from desktop.services.ladders import Ladders
from desktop.services.letters.phrases import capital
from desktop.services.meetings.plan import MeetingPlan

_WORKING = ("drafting", "discussing", "consulting", "information", "intake", "received")
_MOST_LINES = 4


@dataclass(frozen=True)
class Ours:
    """A piece of a lesson from the council's own file."""

    title: str
    lines: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    """The road of an advice: step and day."""
    now: int = 0


class OurCouncil:
    """Fills the places in lessons that are about the council itself."""

    def __init__(self, store: Store) -> None:
        self._council = CouncilDesk(store)
        self._dossiers = Dossiers(store, self._council)
        self._plan = MeetingPlan(store, self._council)
        self._ladders = Ladders(store)

    def tell(self, kind: str, today: date) -> Ours:
        """Return what the file says now about *kind*, one of ``desktop.domain.lessons.OURS``."""
        return {
            "dossier": self._dossier,
            "norms": self._norms,
            "meeting": self._meeting,
            "people": self._people,
            "rules": self._rules,
            "history": self._history,
            "ladder": self._ladder,
            "level": self._level,
        }[kind](today)

    def _running(self, today: date) -> DossierRow | None:
        found = [line.dossier for line in self._dossiers.lines(today, ended=False)]
        found = [one for one in found if one.step is not None]
        places = {state: place for place, state in enumerate(_WORKING)}
        found.sort(key=lambda one: (places.get(one.state, len(_WORKING)), one.id))
        return found[0] if found else None

    def _dossier(self, today: date) -> Ours:
        dossier = self._running(today)
        if dossier is None:
            return Ours(tr("Our council has no running advice in this app yet."))
        view = self._dossiers.view(dossier.id, today)
        when, names = _days(view), choices("step")
        steps = tuple((names[key], when.get(key, "")) for key in STEPS)
        title = tr("This is where our advice “{title}” stands now:", title=dossier.title)
        return Ours(title, steps=steps, now=dossier.step or 0)

    def _norms(self, _today: date) -> Ours:
        labels, lines = choices("norm"), list[str]()
        for norm in self._council.norms():
            source = norm.source or tr("no source noted yet")
            label = labels.get(norm.kind, norm.kind)
            lines.append(f"{label}: {norm.term.words} ({source}).")
        if not lines:
            return Ours(tr("In our council no terms were agreed yet."))
        return Ours(tr("This was agreed in our council:"), tuple(lines[:_MOST_LINES]))

    def _meeting(self, today: date) -> Ours:
        meeting = self._plan.next(today)
        if meeting is None:
            return Ours(tr("The next meeting of our council is not in this app yet."))
        day, time = weekday_date(meeting.starts.date()), f"{meeting.starts:%H.%M}"
        where = ", ".join(filter(None, (meeting.place, meeting.room)))
        lines = [tr("{day}, at {time} o'clock.", day=capital(day), time=time)]
        return Ours(tr("Our next meeting:"), (*lines, *([f"{where}."] if where else [])))

    def _people(self, today: date) -> Ours:
        # Offices first: whom a new member needs to find.
        found = sorted(self._council.members(today), key=lambda one: (one.role == "lid", one.id))
        lines = [f"{one.name}: {one.role}." for one in found if one.role and one.role != "lid"]
        # The college comes first: it is who decides on most advice.
        told = sorted(self._council.addressees(), key=lambda one: "college" not in one.name.lower())
        lines += [tr("We write to: {name}.", name=one.name) for one in told[:1]]
        if not lines:
            return Ours(tr("The people of our council are not in this app yet."))
        return Ours(tr("In our council:"), tuple(lines[:_MOST_LINES]))

    def _rules(self, _today: date) -> Ours:
        # The national laws are in the lesson itself; what is ours is what the council agreed.
        found = [one for one in self._council.ordinances() if one.status not in ("wet", "verdrag")]
        lines = [f"{one.title} ({words('legal_status', one.status).lower()})." for one in found]
        if not lines:
            return Ours(tr("The ordinance of our municipality is not in this app yet."))
        return Ours(tr("These rules are in force for us:"), tuple(lines[:_MOST_LINES]))

    def _history(self, today: date) -> Ours:
        lines: list[str] = []
        dated = [one for one in self._council.ordinances() if one.since]
        if dated:
            oldest = min(dated, key=lambda one: one.since or today)
            day = long_date(oldest.since or today)
            lines.append(
                tr(
                    "Our oldest rule in this app: {title}, since {day}.",
                    title=oldest.title,
                    day=day,
                )
            )
        held = self._plan.held()
        if held:
            lines.append(trn("{n} meeting was held.", "{n} meetings were held.", len(held)))
        views = self._dossiers.lines(today)
        sent = [one for one in views if (step_of(one.dossier.state) or 0) >= STEPS.index("reply")]
        if sent:
            lines.append(trn("{n} advice was sent.", "{n} advices were sent.", len(sent)))
        if not lines:
            return Ours(tr("Our own story is not in this app yet: you are making it now."))
        return Ours(tr("This is in this app about our council:"), tuple(lines))

    def _ladder(self, today: date) -> Ours:
        lines: list[str] = []
        for line in self._dossiers.lines(today, ended=False):
            one = line.dossier
            rungs = self._ladders.rungs(one.ladder)
            offered, wished = rungs.get(one.level_offered), rungs.get(one.level_wished)
            if offered and wished:
                lines.append(
                    tr(
                        "{title}: the municipality offers “{offered}”, we want “{wished}”.",
                        title=one.title,
                        offered=offered,
                        wished=wished,
                    )
                )
        if not lines:
            return Ours(tr("No advice of our council tells the rung of the ladder yet."))
        return Ours(tr("In our running advice:"), tuple(lines[:_MOST_LINES]))

    def _level(self, _today: date) -> Ours:
        level = self._council.profile().goal_level
        return Ours(
            tr("Our council wants to write at level {level} of 4; level 1 is easiest.", level=level)
        )


def _days(view: DossierView) -> dict[str, str]:
    """Return the days of the steps that lie behind; the newest counts."""
    found: dict[str, str] = {}
    for event in view.events:
        step = step_of(event.state)
        if step is not None and step < len(STEPS) and step < (view.dossier.step or 0):
            found[STEPS[step]] = long_date(event.on_date).rsplit(" ", 1)[0]
    here = view.dossier.step or 0
    if here < len(STEPS):
        found[STEPS[here]] = tr("now")
    return found
