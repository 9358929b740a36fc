"""Fill an empty file with the invented council of Duinrede, to look around in and to try things.

The council is data: ``resources/sample/duinrede`` holds one file for the council, one pair of files
for every dossier (facts in .toml, running text in .md) and the papers. Its home day is 10 March 2026;
``load`` can move all its dates together, so that the council is always in the middle of its year.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.dutch_dates import MONTHS, long_date
from desktop.domain.errors import CouncilError
from desktop.domain.numbering import reference
from desktop.i18n import tr
from desktop.models import advice, council
from desktop.models.base import Record
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.resources import resource

HOME_DAY = date(2026, 3, 10)
"""The day on which the council is as the data says."""

Data = dict[str, Any]
_FOLDER = "sample/duinrede"
_PLACE = re.compile(r"\{(\w):([\w-]+)\}")
_PART = re.compile(r"^# (.+)$", re.MULTILINE)
_FORMATS: dict[str, Callable[[date], str]] = {
    "d": long_date,
    "k": lambda day: f"{day.day} {MONTHS[day.month - 1]}",
    "m": lambda day: MONTHS[day.month - 1],
    "y": lambda day: str(day.year),
}


@dataclass(frozen=True)
class Calendar:
    """Moves every date of the data, and fills the places in its texts."""

    shift: timedelta = timedelta()
    references: Mapping[str, str] = field(default_factory=dict[str, str])
    """The reference of every dossier by the name of its file, for {r:name}."""

    def told(self, value: Any) -> Any:  # noqa: ANN401 – any value of a TOML file
        """Return *value* with its dates moved and its texts filled in, however deep they lie."""
        match value:
            case str():
                return _PLACE.sub(self._words, value.strip())
            case date():  # also a datetime
                return value + self.shift
            case list():
                return [self.told(item) for item in cast("list[Any]", value)]
            case dict():
                return {key: self.told(item) for key, item in cast(Data, value).items()}
            case _:
                return value

    def _words(self, place: re.Match[str]) -> str:
        kind, what = place.groups()
        if kind == "r":
            return self.references[what]
        return _FORMATS[kind](date.fromisoformat(what) + self.shift)


def load(store: Store, shift_to: date | None = None) -> None:
    """Put the sample council in *store*, as one action.

    With *shift_to* that day takes the place of 10 March 2026 and all dates move along. Raises
    CouncilError when the file already holds a council: nothing of a real council may get lost.
    """
    shift = shift_to - HOME_DAY if shift_to else timedelta()
    facts = tomllib.loads(_read("council.toml"))
    dossiers = {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in sorted(resource(f"{_FOLDER}/dossiers").glob("*.toml"))
    }
    scheme = facts["council"]["reference_scheme"]
    calendar = Calendar(shift, _references(dossiers, Calendar(shift), scheme))
    with store.changing(tr("Load the example")) as session:
        if session.scalar(select(council.Member.id).limit(1)) is not None:
            raise CouncilError(
                tr("This file already holds a council. Open the example in a new file.")
            )
        people = _add_council(session, calendar.told(facts))
        for name, dossier in dossiers.items():
            _Writer(store, session, calendar, people, name).add(calendar.told(dossier))


def _read(name: str) -> str:
    return resource(f"{_FOLDER}/{name}").read_text("utf-8")


def _references(dossiers: Mapping[str, Data], calendar: Calendar, scheme: str) -> dict[str, str]:
    """Number the dossiers in each year of their start, as the council itself would have done."""
    starts = {name: calendar.told(data["event"][0]["on_date"]) for name, data in dossiers.items()}
    numbers: dict[int, int] = {}
    result: dict[str, str] = {}
    for name in sorted(starts, key=lambda name: (starts[name], name)):
        year = starts[name].year
        numbers[year] = numbers.get(year, 0) + 1
        result[name] = reference(scheme, year, numbers[year])
    return result


@dataclass(frozen=True)
class _Ids:
    """The numbers in the file of what the dossiers point at, by their names in the data."""

    municipalities: dict[str, int]
    domains: dict[str, int]
    addressees: dict[str, int]
    members: dict[str, int]


def _add_council(session: Session, facts: Data) -> _Ids:
    profile = session.scalar(select(council.Council))
    if profile is not None:
        session.delete(profile)
        session.flush()
    session.add(council.Council(**facts["council"]))
    towns = {
        key: _id(session, council.Municipality(name=name))
        for key, name in facts["municipalities"].items()
    }
    domains = {
        key: _id(session, council.Domain(name=name)) for key, name in facts["domains"].items()
    }
    rules = {
        key: _id(session, council.Ordinance(**_pointed(values, municipality=towns)))
        for key, values in facts["ordinances"].items()
    }
    session.add_all(council.Norm(**_pointed(norm, ordinance=rules)) for norm in facts["norm"])
    addressees = {
        key: _id(session, council.Addressee(**_pointed(values, municipality=towns)))
        for key, values in facts["addressees"].items()
    }
    members = {member["name"]: _id(session, council.Member(**member)) for member in facts["member"]}
    return _Ids(towns, domains, addressees, members)


def _id(session: Session, record: Record) -> int:
    session.add(record)
    session.flush()
    return record.id


def _pointed(values: Data, **targets: Mapping[Any, int]) -> Data:
    """Return *values* with each name in *targets* replaced by the number of that record."""
    result = dict(values)
    for name, numbers in targets.items():
        if name in result:
            result[f"{name}_id"] = numbers[result.pop(name)]
    return result


@dataclass(frozen=True)
class _Writer:
    """Puts one dossier with all its parts in the file."""

    store: Store
    session: Session
    calendar: Calendar
    ids: _Ids
    name: str

    def add(self, data: Data) -> None:
        """Add the dossier of *data*, whose dates and texts are as they should be."""
        links = {key: data.pop(key, ()) for key in ("domains", "municipalities", "to", "copy_to")}
        parts: dict[str, list[Data]] = {
            key: data.pop(key) for key in tuple(data) if isinstance(data[key], list)
        }
        decision = data.pop("decision", None)
        dossier = _id(
            self.session,
            advice.Dossier(
                **_pointed(data, owner=self.ids.members),
                reference=self.calendar.references[self.name],
            ),
        )
        self._link(dossier, links)
        advised = self._recommendations(dossier, parts.get("recommendation", []))
        self._questions(dossier, parts.get("question", []), advised)
        papers = self._papers(dossier, parts.get("paper", []))
        self._plain(advice.HeardGroup, dossier, parts.get("heard", []))
        self._plain(advice.Event, dossier, parts["event"])
        evidence = [
            _pointed(item, recommendation=advised, paper=papers)
            for item in parts.get("evidence", [])
        ]
        self._plain(advice.Evidence, dossier, evidence)
        if decision:
            self._plain(advice.Decision, dossier, [decision])
        self._texts(dossier, parts.get("version", []))

    def _link(self, dossier: int, links: Mapping[str, Collection[str]]) -> None:
        self.session.add_all(
            advice.DossierDomain(dossier_id=dossier, domain_id=self.ids.domains[name])
            for name in links["domains"]
        )
        self.session.add_all(
            advice.DossierMunicipality(
                dossier_id=dossier, municipality_id=self.ids.municipalities[name]
            )
            for name in links["municipalities"]
        )
        self.session.add_all(
            advice.DossierAddressee(
                dossier_id=dossier, addressee_id=self.ids.addressees[name], copy_only=copy
            )
            for key, copy in (("to", False), ("copy_to", True))
            for name in links[key]
        )

    def _recommendations(self, dossier: int, items: Sequence[Data]) -> dict[int, int]:
        return {
            number: _id(
                self.session, advice.Recommendation(dossier_id=dossier, number=number, **item)
            )
            for number, item in enumerate(items, 1)
        }

    def _questions(self, dossier: int, items: Sequence[Data], advised: Mapping[int, int]) -> None:
        for number, item in enumerate(items, 1):
            answers = item.pop("answered_by", ())
            question = _id(self.session, advice.Question(dossier_id=dossier, number=number, **item))
            self.session.add_all(
                advice.QuestionAnswer(question_id=question, recommendation_id=advised[answer])
                for answer in answers
            )

    def _papers(self, dossier: int, items: Sequence[Data]) -> dict[str, int]:
        """Keep every paper; one that is text moves its dates along too."""
        result: dict[str, int] = {}
        for item in items:
            file = item.pop("file")
            path = resource(f"{_FOLDER}/papers/{file}")
            text = self.calendar.told(path.read_text("utf-8"))
            result[file] = self._paper(dossier, text.encode(), text=text, **item)
        return result

    def _paper(self, dossier: int, data: bytes, **values: Any) -> int:  # noqa: ANN401
        arrived = cast("date | None", values.get("dated"))
        return _id(
            self.session,
            Paper(
                dossier_id=dossier,
                sha256=self.store.keep(self.session, data),
                media_type="text/plain",
                size=len(data),
                added=datetime.combine(arrived, datetime.min.time()) if arrived else None,
                **values,
            ),
        )

    def _plain(self, kind: type[Record], dossier: int, items: Sequence[Data]) -> None:
        make = cast("Callable[..., Record]", kind)
        self.session.add_all(make(dossier_id=dossier, **item) for item in items)
        self.session.flush()

    def _texts(self, dossier: int, versions: Sequence[Data]) -> None:
        """Add the parts of the draft, and its earlier versions, from the .md file."""
        path = Path(f"dossiers/{self.name}.md")
        written = _PART.split(self.calendar.told(_read(path.as_posix())))[1:]
        parts = {key.strip(): text.strip() for key, text in zip(written[::2], written[1::2])}
        for version in versions:
            text = parts.pop(version.pop("part"))
            self._plain(advice.DraftVersion, dossier, [{**version, "text": text}])
        self._plain(
            advice.Section, dossier, [{"key": key, "text": text} for key, text in parts.items()]
        )
