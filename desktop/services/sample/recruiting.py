"""Write the vacancy, the claims and the trainings of the sample council into the file."""

import json
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Setting
from desktop.models.means import Claim, ClaimKind, HoursWorked, Training
from desktop.models.members import Candidate, Seat, Vacancy
from desktop.services.members.recruiting import TOTALS
from desktop.services.sample.writing import Data, add, pointed


def add_recruiting(
    session: Session, members: Mapping[str, int], meetings: Mapping[str, int], data: Data
) -> None:
    """Add everything of *data*, whose dates and texts are as they should be."""
    seats = {seat.name: seat.id for seat in session.scalars(select(Seat))}
    vacancy = add(session, Vacancy(**pointed(data["vacancy"], seat=seats)))
    for values in data["candidate"]:
        session.add(Candidate(vacancy_id=vacancy, **pointed(values, trial=meetings)))
    session.add(Setting(key=TOTALS, value=json.dumps(data["totals"], ensure_ascii=False)))
    kinds = {values["name"]: add(session, ClaimKind(**values)) for values in data["kind"]}
    for values in data["claim"]:
        name = values["kind"]
        session.add(Claim(name=name, **pointed(values, member=members, kind=kinds)))
    session.add_all(Training(**pointed(values, member=members)) for values in data["training"])
    session.add_all(HoursWorked(**pointed(values, member=members)) for values in data["hours"])
    session.flush()
