"""Put the sample council in an empty file: the council, its dossiers, then its letters."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.domain.numbering import reference
from desktop.i18n import tr
from desktop.models import council
from desktop.models.advice import Dossier
from desktop.models.links import remove
from desktop.models.meetings import Meeting
from desktop.models.store import Store
from desktop.resources import resource, text
from desktop.services.meetings.adoption import freeze_minutes
from desktop.services.sample.calendar import HOME_DAY, Calendar
from desktop.services.sample.letters import make_letters, send_letters
from desktop.services.sample.means import add_means
from desktop.services.sample.meetings import MeetingWriter
from desktop.services.sample.members import MemberWriter
from desktop.services.sample.onboarding import add_onboarding
from desktop.services.sample.packs import add_packs
from desktop.services.sample.profile import add_profile
from desktop.services.sample.recruiting import add_recruiting
from desktop.services.sample.writing import Data, DossierWriter, Ids, add, pointed

FOLDER = "sample/duinrede"


def load(store: Store, shift_to: date | None = None) -> None:
    """Put the sample council in *store*, as one action.

    With *shift_to* that day takes the place of 10 March 2026 and all dates move along. Raises
    CouncilError when the file already holds a council: nothing of a real council may get lost.
    """
    shift = shift_to - HOME_DAY if shift_to else timedelta()
    facts = tomllib.loads(text(f"{FOLDER}/council.toml"))
    dossiers = {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in sorted(resource(f"{FOLDER}/dossiers").glob("*.toml"))
    }
    scheme = facts["council"]["reference_scheme"]
    calendar = Calendar(shift, _references(dossiers, Calendar(shift), scheme))
    # Letters are made from what the file says, so they come second; the key makes both one action.
    with store.changing(tr("Load the example"), merge="sample") as session:
        if session.scalar(select(council.Member.id).limit(1)) is not None:
            raise CouncilError(
                tr("This file already holds a council. Open the example in a new file.")
            )
        ids = _add_council(session, calendar.told(facts))
        people = tomllib.loads(text(f"{FOLDER}/members.toml"))
        MemberWriter(session, ids).add(calendar.told(people))
        for name in calendar.references:
            writer = DossierWriter(store, session, calendar, ids, resource(FOLDER), name)
            writer.add(calendar.told(dossiers[name]))
        _add_meetings(store, session, calendar, ids)
    for advice in (True, False):
        letters = make_letters(store, advice=advice)
        with store.changing(tr("Load the example"), merge="sample") as session:
            send_letters(store, session, letters)


def _add_meetings(store: Store, session: Session, calendar: Calendar, ids: Ids) -> None:
    known = {dossier.reference: dossier.id for dossier in session.scalars(select(Dossier))}
    dossiers = {name: known[number] for name, number in calendar.references.items()}
    data = tomllib.loads(text(f"{FOLDER}/meetings.toml"))
    writer = MeetingWriter(session, ids.members, dossiers)
    writer.add(calendar.told(data))
    found = tomllib.loads(text(f"{FOLDER}/recruiting.toml"))
    add_recruiting(session, ids.members, writer.meetings, calendar.told(found))
    told = tomllib.loads(text(f"{FOLDER}/profile.toml"))
    add_profile(session, ids.members, calendar.told(told))
    new = tomllib.loads(text(f"{FOLDER}/onboarding.toml"))
    add_onboarding(session, ids.members, calendar.told(new))
    packs = tomllib.loads(text(f"{FOLDER}/packs.toml"))
    add_packs(session, ids.members, calendar.told(packs))
    means = tomllib.loads(text(f"{FOLDER}/means.toml"))
    add_means(session, calendar.told(means))
    adopted = select(Meeting).where(Meeting.minutes_state == "adopted")
    for meeting in session.scalars(adopted).all():
        freeze_minutes(store, session, meeting.id, meeting.closed or meeting.starts)


def _references(dossiers: Mapping[str, Data], calendar: Calendar, scheme: str) -> dict[str, str]:
    """Return the reference of every dossier: numbered in the year of its start, in that order."""
    starts: dict[str, datetime] = {
        name: calendar.told(data["created"]) for name, data in dossiers.items()
    }
    numbers: dict[int, int] = {}
    result: dict[str, str] = {}
    for name in sorted(starts, key=starts.__getitem__):
        year = starts[name].year
        numbers[year] = numbers.get(year, 0) + 1
        result[name] = reference(scheme, year, numbers[year])
    return result


def _add_council(session: Session, facts: Data) -> Ids:
    profile = session.scalar(select(council.Council))
    if profile is not None:
        remove(session, profile)
    session.add(council.Council(**facts["council"]))
    towns = {
        key: add(session, council.Municipality(name=name))
        for key, name in facts["municipalities"].items()
    }
    domains = {
        key: add(session, council.Domain(name=name)) for key, name in facts["domains"].items()
    }
    rules = {
        key: add(session, council.Ordinance(**pointed(values, municipality=towns)))
        for key, values in facts["ordinances"].items()
    }
    session.add_all(council.Norm(**pointed(norm, ordinance=rules)) for norm in facts["norm"])
    addressees = {
        key: add(session, council.Addressee(**pointed(values, municipality=towns)))
        for key, values in facts["addressees"].items()
    }
    members = {member["name"]: add(session, council.Member(**member)) for member in facts["member"]}
    return Ids(towns, domains, addressees, members)
