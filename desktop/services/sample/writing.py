"""Write one dossier of the sample council, with everything that hangs on it, into the file."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any, TypeAlias, cast

from sqlalchemy.orm import Session

from desktop.documents.readers import read_paper
from desktop.models import advice
from desktop.models.base import Record
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.intake import reading_level
from desktop.services.letters.templates import advice_kind
from desktop.services.sample.calendar import Calendar

Data: TypeAlias = dict[str, Any]
_READ_AT = time(9)
_PART = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Ids:
    """The numbers in the file of what the dossiers point at, by their names in the data."""

    municipalities: Mapping[str, int]
    domains: Mapping[str, int]
    addressees: Mapping[str, int]
    members: Mapping[str, int]


def add(session: Session, record: Record) -> int:
    """Add *record* and return its number."""
    session.add(record)
    session.flush()
    return record.id


def pointed(values: Data, **targets: Mapping[Any, int]) -> Data:
    """Return *values* with each name in *targets* replaced by the number of that record."""
    result = dict(values)
    for name, numbers in targets.items():
        if name in result:
            result[f"{name}_id"] = numbers[result.pop(name)]
    return result


@dataclass(frozen=True)
class DossierWriter:
    """Puts one dossier with all its parts in the file."""

    store: Store
    session: Session
    calendar: Calendar
    ids: Ids
    folder: Path
    name: str

    def add(self, data: Data) -> None:
        """Add the dossier of *data*, whose dates and texts are as they should be."""
        links = {key: data.pop(key, ()) for key in ("domains", "municipalities", "to", "copy_to")}
        parts: dict[str, list[Data]] = {
            key: data.pop(key) for key in tuple(data) if isinstance(data[key], list)
        }
        decision = data.pop("decision", None)
        record = advice.Dossier(
            **pointed(data, owner=self.ids.members), reference=self.calendar.references[self.name]
        )
        dossier = add(self.session, record)
        self._link(dossier, links)
        advised = self._recommendations(dossier, parts.get("recommendation", []))
        self._questions(dossier, parts.get("question", []), advised)
        papers = self._papers(dossier, parts.get("paper", []))
        self._plain(advice.HeardGroup, dossier, parts.get("heard", []))
        self._plain(advice.Event, dossier, parts["event"])
        evidence = [
            pointed(item, recommendation=advised, paper=papers)
            for item in parts.get("evidence", [])
        ]
        self._plain(advice.Evidence, dossier, evidence)
        if decision:
            self._plain(advice.Decision, dossier, [decision])
        self._letters(record, parts.get("letter", []))
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
        records = [
            advice.Recommendation(dossier_id=dossier, number=number, **item)
            for number, item in enumerate(items, 1)
        ]
        self.session.add_all(records)
        self.session.flush()
        return {record.number: record.id for record in records}

    def _questions(self, dossier: int, items: Sequence[Data], advised: Mapping[int, int]) -> None:
        answers = [item.pop("answered_by", ()) for item in items]
        records = [
            advice.Question(dossier_id=dossier, number=number, **item)
            for number, item in enumerate(items, 1)
        ]
        self.session.add_all(records)
        self.session.flush()
        self.session.add_all(
            advice.QuestionAnswer(question_id=record.id, recommendation_id=advised[number])
            for record, numbers in zip(records, answers, strict=True)
            for number in numbers
        )

    def _papers(self, dossier: int, items: Sequence[Data]) -> dict[str, int]:
        """Keep the papers; in one that is text the dates move along."""
        result: dict[str, int] = {}
        for item in items:
            data = (self.folder / "papers" / item["file"]).read_bytes()
            if item["file"].endswith(".txt"):
                data = self.calendar.told(data.decode()).encode()
            read = read_paper(item["name"], data)
            paper = Paper(
                dossier_id=dossier,
                sha256=self.store.keep(self.session, data),
                media_type=read.media_type,
                pages=read.pages,
                size=len(data),
                text=read.text,
                level=_level(item, read.text),
                added=datetime.combine(item["dated"], _READ_AT),
                **{key: item[key] for key in ("name", "kind", "sender", "dated")},
            )
            result[item["file"]] = add(self.session, paper)
        return result

    def _letters(self, dossier: advice.Dossier, items: Sequence[Data]) -> None:
        """Add the letters that were sent; ``make_letters`` makes their files."""
        for item in items:
            letter = pointed({"kind": advice_kind(dossier.kind)} | item, to=self.ids.addressees)
            letter["addressee_id"] = letter.pop("to_id")
            self._plain(advice.Letter, dossier.id, [{**letter, "reference": dossier.reference}])

    def _plain(self, kind: type[Record], dossier: int, items: Sequence[Data]) -> None:
        make = cast("Callable[..., Record]", kind)
        self.session.add_all(make(dossier_id=dossier, **item) for item in items)

    def _texts(self, dossier: int, versions: Sequence[Data]) -> None:
        """Add the parts of the draft and its earlier versions, if there is an .md file."""
        path = self.folder / "dossiers" / f"{self.name}.md"
        if not path.exists():
            return
        written = _PART.split(self.calendar.told(path.read_text("utf-8")))[1:]
        texts = [text.strip() for text in written[1::2]]
        parts = dict(zip(written[::2], texts, strict=True))
        for version in versions:
            text = parts.pop(version.pop("part"))
            self._plain(advice.DraftVersion, dossier, [{**version, "text": text}])
        sections = [{"key": key, "text": text} for key, text in parts.items() if text]
        self._plain(advice.Section, dossier, sections)


def _level(item: Data, text: str) -> int | None:
    """Return how hard a paper is; what the council wrote down for itself is not measured."""
    own = item["kind"] == "source"
    return item.get("level") or (None if own else reading_level(text))
