"""The open council file with everything people can do in it; the one thing the screens hold."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from desktop.models import council_file, keys, vault
from desktop.models.council_file import (
    SUFFIX,
    DamagedFileError,
    NeedsPassphraseError,
    NeedsRecoveryCodeError,
)
from desktop.models.disk import NotSavedError
from desktop.models.lock import Holder, InUseError
from desktop.models.lock import quiet as gives_no_sign
from desktop.models.store import Store
from desktop.models.vault import WrongPassphraseError, WrongRecoveryCodeError
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.drafts import Drafts
from desktop.services.advice.evidence import EvidenceDesk
from desktop.services.attention import Attention
from desktop.services.care.safety import Safety
from desktop.services.council import CouncilDesk
from desktop.services.finding import FoundRow, find
from desktop.services.intake import Intake
from desktop.services.ladders import Ladders
from desktop.services.letters import Letters
from desktop.services.meetings.agenda import AgendaDesk
from desktop.services.meetings.importing import OldPapers
from desktop.services.meetings.lists import ListsDesk
from desktop.services.meetings.minutes import MinutesDesk
from desktop.services.meetings.notices import MeetingNotices
from desktop.services.meetings.papers_out import MeetingPapers
from desktop.services.meetings.plan import MeetingPlan
from desktop.services.meetings.policy import PolicyCalendar
from desktop.services.meetings.running import Running
from desktop.services.members.attention import few_members
from desktop.services.members.attention import notices as member_notices
from desktop.services.members.booklet import Booklets
from desktop.services.members.budget import BudgetDesk
from desktop.services.members.candidates import Candidates
from desktop.services.members.composition import Composition
from desktop.services.members.contacts import Contacts
from desktop.services.members.handover import Handovers
from desktop.services.members.handover_notices import notices as handover_notices
from desktop.services.members.knowledge import Knowledge
from desktop.services.members.learning import Learning
from desktop.services.members.lessons import Lessons
from desktop.services.members.means import Means
from desktop.services.members.own_material import OwnMaterial
from desktop.services.members.people import People
from desktop.services.members.profile import Profiles
from desktop.services.members.programme_notices import notices as programme_notices
from desktop.services.members.programmes import Programmes
from desktop.services.members.recruiting import Recruiting
from desktop.services.members.seats import Seats
from desktop.services.members.support import SupportDesk
from desktop.services.members.training import TrainingDesk
from desktop.services.remembering import Memory
from desktop.services.retention import ClearUp, Retention
from desktop.services.tips import Tips
from desktop.services.travel.desk import Travel

__all__ = [
    "SUFFIX",
    "DamagedFileError",
    "Holder",
    "InUseError",
    "NeedsPassphraseError",
    "NeedsRecoveryCodeError",
    "NotSavedError",
    "Office",
    "WrongPassphraseError",
    "WrongRecoveryCodeError",
    "gives_no_sign",
    "look_along",
    "make",
    "make_example",
    "open_office",
    "reopen",
    "set_passphrase",
]

_EXAMPLE = "Voorbeeldraad Duinrede"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Office:
    """One open council file."""

    path: Path
    store: Store
    council: CouncilDesk
    dossiers: Dossiers
    drafts: Drafts
    evidence: EvidenceDesk
    intake: Intake
    letters: Letters
    attention: Attention
    tips: Tips
    ladders: Ladders
    plan: MeetingPlan
    running: Running
    lists: ListsDesk
    minutes: MinutesDesk
    old_papers: OldPapers
    agenda: AgendaDesk
    papers: MeetingPapers
    travel: Travel
    safety: Safety
    memory: Memory
    clear_up: ClearUp
    retention: Retention
    policy: PolicyCalendar
    seats: Seats
    people: People
    programmes: Programmes
    learning: Learning
    lessons: Lessons
    knowledge: Knowledge
    profiles: Profiles
    composition: Composition
    recruiting: Recruiting
    candidates: Candidates
    means: Means
    training: TrainingDesk
    budget: BudgetDesk
    support: SupportDesk
    contacts: Contacts
    handovers: Handovers
    booklets: Booklets

    def names(self) -> frozenset[str]:
        """Return the words of all names in the file that no word list knows: people and places."""
        council = self.council
        told = [council.profile().name, council.profile().place]
        told += [one.name for one in (*council.municipalities(), *council.domains())]
        told += [one.name for one in council.members()]
        told += [f"{one.name} {one.attention}" for one in council.addressees()]
        return frozenset(word for words in told for word in _WORD.findall(words.lower()))

    def find(self, query: str) -> list[FoundRow]:
        """Return what the file holds about *query*, best first."""
        return find(self.store, query)

    def close(self) -> None:
        """Let go of the file; everything in it was saved already."""
        self.store.close()


def make(
    path: Path, passphrase: str, *, cost: int = vault.COST, name: str = ""
) -> tuple[Office, str]:
    """Make a new council file; return it open, with the code for its recovery sheet."""
    store, key = council_file.create(path, passphrase, cost=cost, name=name)
    return _office(path, store), vault.recovery_code(key)


def open_office(
    path: Path,
    *,
    passphrase: str = "",
    recovery_code: str = "",
    name: str = "",
    force: bool = False,
) -> Office:
    """Open the council file at *path*; raises as ``council_file.open_file``."""
    store = council_file.open_file(
        path, passphrase=passphrase, recovery_code=recovery_code, name=name, force=force
    )
    office = _office(path, store)
    office.travel.arrive()
    return office


def reopen(path: Path, key: bytes, actor: str) -> Office:
    """Open the council file at *path* with the *key* that was in use already, for *actor*."""
    store = council_file.reopen(path, key, actor)
    store.actor = actor
    return _office(path, store)


def look_along(path: Path, *, passphrase: str = "", recovery_code: str = "") -> Office:
    """Open the council file at *path* only to read; raises as ``council_file.look_along``."""
    store = council_file.look_along(path, passphrase=passphrase, recovery_code=recovery_code)
    return _office(path, store)


def set_passphrase(path: Path, recovery_code: str, passphrase: str) -> None:
    """Choose a new passphrase with the recovery sheet; makes the key file again when it is gone."""
    keys.set_passphrase(path, vault.key_of_recovery_code(recovery_code), passphrase)


def make_example(folder: Path, today: date | None = None) -> Office:
    """Make the example council in *folder*, fresh each time; *today* moves its dates to now.

    The example holds invented data only, so its passphrase is no secret.
    """
    from desktop.services import sample

    path = folder / f"{_EXAMPLE}{SUFFIX}"
    for old in (path, vault.key_path(path), *folder.glob(f"{path.name}-*")):
        old.unlink(missing_ok=True)
    office, _code = make(path, "voorbeeldraad", cost=2**12)
    sample.load(office.store, today)
    return office


def _office(path: Path, store: Store) -> Office:
    council = CouncilDesk(store)
    dossiers = Dossiers(store, council)
    plan, agenda = MeetingPlan(store, council), AgendaDesk(store, council)
    # The example is made fresh each time: copies of it would only be in the way.
    safety = Safety(store, path, automatic=path.stem != _EXAMPLE)
    seats = Seats(store, council)
    people = People(store, seats.terms)
    attention = Attention(council, dossiers)
    attention.add(MeetingNotices(store, council, plan).notices)
    attention.add(lambda _today: safety.notices())
    attention.add(partial(member_notices, seats))
    attention.add(partial(few_members, council))
    learning = Learning(store)
    programmes = Programmes(
        store, council, plan, OwnMaterial(council, dossiers, plan, learning), seats.terms
    )
    attention.add(partial(programme_notices, programmes))
    recruiting, means = Recruiting(store, council), Means(store, council)
    candidates = Candidates(store, council, recruiting, seats.terms)
    attention.add(candidates.notices)
    knowledge = Knowledge(store, council)
    attention.add(knowledge.notices)
    attention.add(means.notices)
    budget, support = BudgetDesk(store, council), SupportDesk(store, council)
    attention.add(budget.notices)
    attention.add(support.notices)
    contacts = Contacts(store, council)
    handovers = Handovers(store, council, dossiers)
    attention.add(contacts.notices)
    attention.add(partial(handover_notices, handovers, seats.terms))
    memory, travel = Memory(store), Travel(store, path)
    clear_up = ClearUp(store, memory, safety, travel)
    retention = Retention(store, council, recruiting, safety, clear_up, path)
    attention.add(retention.notices)
    return Office(
        path=path,
        store=store,
        council=council,
        dossiers=dossiers,
        drafts=Drafts(store, council),
        evidence=EvidenceDesk(store),
        intake=Intake(store, council),
        letters=Letters(store, council, dossiers),
        attention=attention,
        tips=Tips(store),
        ladders=Ladders(store),
        plan=plan,
        running=Running(store, council, dossiers),
        lists=ListsDesk(store, council),
        minutes=MinutesDesk(store, council),
        old_papers=OldPapers(store),
        agenda=agenda,
        papers=MeetingPapers(store, council, plan, agenda),
        travel=travel,
        safety=safety,
        memory=memory,
        clear_up=clear_up,
        retention=retention,
        policy=PolicyCalendar(store, council, plan),
        seats=seats,
        people=people,
        programmes=programmes,
        learning=learning,
        lessons=Lessons(store),
        knowledge=knowledge,
        profiles=Profiles(store, council, people),
        composition=Composition(store, council, people),
        recruiting=recruiting,
        candidates=candidates,
        means=means,
        training=TrainingDesk(store),
        budget=budget,
        support=support,
        contacts=contacts,
        handovers=handovers,
        booklets=Booklets(store, council, people, programmes, learning, means),
    )
