"""Look for a new member: vacancies, where they are made known, and how many came from where."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.documents.both import write_both
from desktop.documents.document import Document
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import erasing
from desktop.models.council import Setting
from desktop.models.links import remove
from desktop.models.members import Candidate, Vacancy
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import recruiting_out, vacancy_words
from desktop.services.members.committee import Committees
from desktop.services.members.rows_recruiting import VacancyLine, VacancyRow, Yield
from desktop.services.records import fill, needed, rows, to_row

TOTALS = "recruiting.yield"
"""The setting that keeps the totals per place, also when the candidates are erased."""

_ORDER = {"open": 0, "draft": 1, "filled": 2, "stopped": 3}


class Recruiting:
    """Everything around vacancies; candidates have their own desk."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store, self._council = store, council
        self.committees = Committees(store)

    def vacancies(self) -> list[VacancyLine]:
        """Return all vacancies, those that are open first."""
        with self._store.reading() as session:
            found = rows(session, VacancyRow, select(Vacancy).order_by(Vacancy.id.desc()))
            many = Counter(session.scalars(select(Candidate.vacancy_id)))
        found.sort(key=lambda row: _ORDER[row.state])
        return [VacancyLine(row, many[row.id]) for row in found]

    def vacancy(self, vacancy: int) -> VacancyRow:
        """Return one vacancy; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            found = session.get(Vacancy, vacancy)
            if found is None:
                raise CouncilError(tr("This vacancy is gone."))
            return to_row(VacancyRow, found)

    def add(self, title: str, seat: int | None = None, profile: str = "") -> int:
        """Start looking for someone for a seat, or for any; return the number.

        What a member gets and whom to call are proposed: the usual offer, and the secretary.
        """
        vacancy = Vacancy(
            title=needed(title, "title"),
            seat_id=seat,
            profile=profile,
            offer=vacancy_words.read()["offer"]["start"].strip(),
            contact=self._contact(),
        )
        with self._store.changing(tr("Start a vacancy")) as session:
            session.add(vacancy)
            session.flush()
            return vacancy.id

    def change(self, vacancy: int, **fields: Any) -> None:  # noqa: ANN401 – any column of a vacancy
        """Change *fields* of a vacancy; its name cannot be taken away."""
        if "title" in fields:
            fields["title"] = needed(fields["title"], "title")
        with self._store.changing(tr("Change a vacancy"), merge=f"vacancy:{vacancy}") as session:
            fill(session.get_one(Vacancy, vacancy), fields)

    def open(self, vacancy: int, today: date) -> None:
        """Say that the vacancy is made known from *today*; raises CouncilError while it is bare."""
        with self._store.changing(tr("Open a vacancy")) as session:
            found = session.get_one(Vacancy, vacancy)
            if not found.profile.strip():
                raise CouncilError(tr("Write whom you look for first."), "profile")
            if not found.contact.strip():
                raise CouncilError(tr("Whom can people call or mail?"), "contact")
            found.state, found.opened = "open", found.opened or today

    def stop(self, vacancy: int) -> None:
        """Stop looking; the candidates stay until their data may go."""
        with self._store.changing(tr("Stop a vacancy")) as session:
            session.get_one(Vacancy, vacancy).state = "stopped"

    def remove(self, vacancy: int) -> None:
        """Throw a vacancy away; raises CouncilError while there are candidates.

        Undo brings a vacancy back, and the data of people must not come back with it.
        """
        with self._store.changing(tr("Throw a vacancy away")) as session:
            query = select(func.count()).where(Candidate.vacancy_id == vacancy)
            if session.scalar(query):
                raise CouncilError(tr("First erase the data of the candidates."))
            found = session.get(Vacancy, vacancy)
            if found:
                remove(session, found)

    def papers(self, vacancy: int, today: date) -> list[Document]:
        """Return the advert, the flyer, the press text and the guide for the talk of a vacancy."""
        norm = self._council.norm("meetings_a_year")
        sought = recruiting_out.Sought(
            self.vacancy(vacancy),
            self._council.profile(),
            self._council.logo(),
            today,
            norm.amount if norm else None,
            tuple(one.name for one in self.committees.of(vacancy)),
        )
        out = recruiting_out
        return [make(sought) for make in (out.advert, out.flyer, out.press_text, out.guide)]

    def save_papers(self, vacancy: int, today: date, folder: Path) -> list[Path]:
        """Write the papers of a vacancy to *folder* as Word and PDF; return the files."""
        return [
            path
            for document in self.papers(vacancy, today)
            for path in write_both(document, folder / safe_name(document.title))
        ]

    def yields(self) -> list[Yield]:
        """Return how many people came by each place, most first; also of candidates long erased."""
        with self._store.reading() as session:
            totals = _kept_totals(session)
            for source, state in session.execute(select(Candidate.source, Candidate.state)):
                _count(totals, source, state)
        found = [Yield(source, came, joined) for source, (came, joined) in totals.items()]
        return sorted(found, key=lambda one: (-one.came, one.source))

    def erase(self, candidates: list[int]) -> None:
        """Erase candidates for good: no word of them stays in the file. Cannot be undone.

        Only the totals per place stay. Raises CouncilError when the disk refuses.
        """
        gone = [(Candidate, number) for number in candidates]
        erasing.erase(
            self._store,
            gone,
            tr("Data of candidates erased"),
            lambda session: self.keep_totals(session, candidates),
        )

    def keep_totals(self, session: Session, candidates: list[int]) -> None:
        """Count *candidates* per place within a running act, right before they are erased."""
        totals = _kept_totals(session)
        for number in candidates:
            found = session.get(Candidate, number)
            if found is not None:
                _count(totals, found.source, found.state)
        setting = session.scalar(select(Setting).where(Setting.key == TOTALS))
        if setting is None:
            setting = Setting(key=TOTALS)
            session.add(setting)
        setting.value = json.dumps(totals, ensure_ascii=False)

    def _contact(self) -> str:
        """Return the secretary, or else the council, with the way to reach them."""
        profile = self._council.profile()
        members = self._council.members()
        secretary = next((m for m in members if m.role == "secretaris"), None)
        name = secretary.name if secretary else profile.name
        reach = [profile.phone, profile.email]
        return ", ".join(part for part in (name, *reach) if part)


def _kept_totals(session: Session) -> dict[str, tuple[int, int]]:
    value = session.scalar(select(Setting.value).where(Setting.key == TOTALS))
    return {source: (came, joined) for source, (came, joined) in json.loads(value or "{}").items()}


def _count(totals: dict[str, tuple[int, int]], source: str, state: str) -> None:
    came, joined = totals.get(source, (0, 0))
    totals[source] = (came + 1, joined + (state == "appointed"))
