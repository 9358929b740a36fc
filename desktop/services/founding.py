"""Make a council of one's own from the answers of the first start."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop.i18n import tr
from desktop.models import vault
from desktop.models.council import Addressee, Council, Domain, Member, Municipality, Norm
from desktop.services import office as offices
from desktop.services.choices import choices
from desktop.services.council import check_logo, check_norm
from desktop.services.file_names import safe_name
from desktop.services.office import Office

_SIGNERS = ("voorzitter", "secretaris")


@dataclass(frozen=True)
class AgreedTerm:
    """A term as it is filled in at the start."""

    kind: str
    amount: int
    unit: str
    source: str
    source_kind: str = "agreement"


@dataclass(frozen=True)
class Answers:
    """What the first start asked; everything may be empty."""

    name: str = ""
    kind: str = "sociaal_domein"
    person_word: str = "inwoner"
    municipality: str = ""
    domains: tuple[str, ...] = ()
    address: str = ""
    place: str = ""
    email: str = ""
    logo: bytes = b""
    me: str = ""
    my_role: str = "secretaris"
    others: tuple[str, ...] = field(default=())
    """One member each: "Name" or "Name, role"."""
    terms: tuple[AgreedTerm, ...] = ()


def check(answers: Answers) -> None:
    """Raise CouncilError at a term without its source (no term is the app's own) or a bad logo."""
    for term in answers.terms:
        if term.amount:
            check_norm(term.kind, term.amount, term.source)
    if answers.logo:
        check_logo(answers.logo)


def found(
    path: Path, passphrase: str, answers: Answers, *, cost: int = vault.COST
) -> tuple[Office, str]:
    """Make the council file at *path* and fill it; return it open, with its recovery code."""
    check(answers)
    office, code = offices.make(path, passphrase, cost=cost)
    office.store.actor = answers.me.strip()
    with office.store.changing(tr("Make the council")) as session:
        council = Council(
            name=answers.name.strip(),
            kind=answers.kind,
            person_word=answers.person_word,
            address=answers.address.strip(),
            place=answers.place.strip() or answers.municipality.strip(),
            email=answers.email.strip(),
        )
        session.add(council)
        if answers.logo:
            council.logo = office.store.keep(session, answers.logo)
        if answers.municipality.strip():
            municipality = Municipality(name=answers.municipality.strip())
            session.add(municipality)
            session.flush()
            session.add(_college(municipality))
        session.add_all(Domain(name=name) for name in answers.domains)
        session.add_all(_members(answers))
        session.add_all(
            Norm(
                kind=term.kind,
                amount=term.amount,
                unit=term.unit,
                source=term.source.strip(),
                source_kind=term.source_kind,
            )
            for term in answers.terms
            if term.amount
        )
    return office, code


def file_name(council: str) -> str:
    """Return a file name for *council* that every computer accepts."""
    signs = "".join(sign for sign in council if sign.isalnum() or sign in " -")
    return f"{safe_name(signs, tr('Our council'))}{offices.SUFFIX}"


def _college(municipality: Municipality) -> Addressee:
    name = municipality.name
    return Addressee(
        name=f"College van burgemeester en wethouders van {name}",
        municipality_id=municipality.id,
        salutation="Geacht college,",
    )


def _members(answers: Answers) -> list[Member]:
    people: dict[str, tuple[str, str]] = {}
    if answers.me.strip():
        people[answers.me.strip().casefold()] = answers.me.strip(), answers.my_role
    for line in answers.others:
        name, _comma, role = line.partition(",")
        if name.strip():  # a name that stands there twice, such as one's own, is one person
            people.setdefault(name.strip().casefold(), (name.strip(), _role(role)))
    return [
        Member(name=name, role=role, signs=role in _SIGNERS, since=None)
        for name, role in people.values()
    ]


def _role(written: str) -> str:
    wanted = written.strip().lower()
    known = {words.lower(): key for key, words in choices("role").items()}
    return known.get(wanted, wanted or "lid")


def recovery_pdf(council: str, file: str, code: str, today: date) -> bytes:
    """Return the recovery sheet as PDF, to print and put away."""
    from desktop.documents.pdf import pdf_bytes
    from desktop.services.letters import recovery_sheet

    return pdf_bytes(recovery_sheet(council, file, code, today))
