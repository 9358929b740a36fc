"""The certificate of a new member: one friendly page, without marks."""

from dataclasses import dataclass
from datetime import date

from desktop.documents.diagrams import two_circles
from desktop.documents.document import Block, Box, Document, Figure, Paragraph, Title, runs
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.members.booklet_words import fill, told


@dataclass(frozen=True)
class Certificate:
    """All that a certificate says: no marks, no numbers."""

    member: str
    places: dict[str, str]
    did: tuple[str, ...]
    signs: tuple[tuple[str, str], ...]
    """Name and role of who signs."""
    council: str
    logo: bytes | None
    today: date


def certificate(made: Certificate) -> Document:
    """Return the certificate: what the member did, and who is glad of it."""
    words = {key: fill(value, made.places) for key, value in told()["certificate"].items()}
    body: list[Block] = [
        Figure(two_circles(60), str(told()["cover"]), 60),
        Title(words["title"], subtitle=made.member),
        Paragraph(runs(words["words"]), "lead"),
        Paragraph(runs(words["days"])),
    ]
    if made.did:
        did = tuple(map(runs, made.did))
        body.append(Box(words["did"], did, ordered=False))
    body += [Paragraph(runs(words["thanks"])), Paragraph(runs(long_date(made.today)))]
    body += [Paragraph(runs(f"{name}\n{role}"), "signature") for name, role in made.signs]
    return Document(
        title=tr("Certificate {name}", name=made.member),
        blocks=tuple(body),
        author=made.council,
        footer=made.council,
        sender_mark=made.logo,
        as_of=made.today,
    )
