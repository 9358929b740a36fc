"""Make the letter: from a dossier and a template to a document, for Word and PDF alike."""

import re
from collections.abc import Sequence
from datetime import datetime

from desktop.documents.document import (
    Block,
    Document,
    Facts,
    Heading,
    Letterhead,
    ListBlock,
    Pairs,
    Paragraph,
    Run,
    Title,
    Together,
    runs,
)
from desktop.domain.dutch_dates import long_date
from desktop.services.council import AddresseeRow, CouncilRow
from desktop.services.letters import phrases
from desktop.services.letters.inserts import inserted
from desktop.services.letters.places import Material, places
from desktop.services.letters.templates import (
    Part,
    Template,
    fill_in,
    holds,
    letter_words,
    said,
)

WINDOW_LINES = 5
"""Lines of address that fit in the window of an envelope (28 mm)."""
_POSTCODE = re.compile(r"^(.*?)\b([1-9]\d{3}) ?([A-Za-z]{2}) +(\D+)$")


def letter_document(
    material: Material, template: Template, made: datetime | None = None
) -> Document:
    """Return the letter of *material*, worded by *template*."""
    values = places(material)
    council, letter = material.council, material.letter
    label: dict[str, str] = letter_words()["label"]
    title = letter.subject.strip() or subject(template, values)
    state = letter_words()["state"]["concept"] if material.concept else ""
    head: list[Block] = [
        Facts(tuple(_facts(material, bool(values["to_asker"])))),
        Title(title, label["subject"], _subtitle(material, template, values)),
        Paragraph(runs(_salutation(material)), "salutation"),
    ]
    return Document(
        title=title,
        blocks=tuple(head + _ending(material, body(material, template, values), values)),
        author=council.name,
        footer=", ".join(filter(None, (council.name, letter.reference))),
        letterhead=letterhead(council, material.logo, address(material)),
        state=state,
        reference=letter.reference,
        page_words=label["page"],
        made=made,
        as_of=material.day,
    )


def subject(template: Template, values: dict[str, str]) -> str:
    """Return the subject that *template* gives."""
    return phrases.capital(fill_in(template.subject, values))


def letterhead(council: CouncilRow, logo: bytes | None, to: tuple[str, ...] = ()) -> Letterhead:
    """Return the council's letterhead, with the address *to* in the place of the window."""
    sender = ", ".join(town_in_capitals(line) for line in phrases.lines(council.address))
    contact = (council.email, council.phone, council.website)
    return Letterhead(
        sender=council.name,
        sender_lines=(sender,) if sender else (),
        contact_lines=tuple(line.strip() for line in contact if line.strip()),
        address=to,
        window_left=council.window_left,
        window_top=council.window_top,
        logo_png=logo,
    )


def address(material: Material) -> tuple[str, ...]:
    """Return the lines of the address: as changed for this letter, else those of the addressee."""
    if material.letter.recipient.strip():
        return tuple(town_in_capitals(line) for line in phrases.lines(material.letter.recipient))
    return address_lines(material.addressee) if material.addressee else ()


def address_lines(addressee: AddresseeRow) -> tuple[str, ...]:
    """Return name, "t.a.v." and address of *addressee*, one line each."""
    label: dict[str, str] = letter_words()["label"]
    name, attention = addressee.name.strip(), addressee.attention.strip()
    if re.match(r"(?i)(het|de)\s", name):
        name = label["to"].format(name=name[0].lower() + name[1:])
    if attention and not attention.casefold().startswith(("t.a.v", "ter attentie")):
        attention = label["attention"].format(name=attention)
    lines = [name, attention, *phrases.lines(addressee.address)]
    return tuple(town_in_capitals(line) for line in lines if line)


def town_in_capitals(line: str) -> str:
    """Return an address line as the post wants it: "1999 AA  DUINREDE"."""
    found = _POSTCODE.match(line.strip())
    if not found:
        return line.strip()
    before, digits, letters, town = found.groups()
    return f"{before}{digits} {letters.upper()}  {town.strip().upper()}"


def body(material: Material, template: Template, values: dict[str, str]) -> list[Block]:
    """Return the text of the letter, between the salutation and the closing."""
    result: list[Block] = []
    waiting = ""
    for part in template.parts:
        if not holds(part.conditions, values):
            continue
        if part.heading:
            waiting = fill_in(part.heading, values)
        found = _part(part, material, values)
        if found and waiting:
            result.append(Heading(waiting))
            waiting = ""
        elif found and part.join and result:
            found = _joined(result, found)
        result += found
    return result


def _part(part: Part, material: Material, values: dict[str, str]) -> list[Block]:
    found: list[Block] = []
    spoken = said(part.say, values)
    if spoken:
        found.append(Paragraph(runs(" ".join(spoken))))
    bullets = said(part.bullets, values)
    if bullets:
        found.append(ListBlock(tuple(runs(words) for words in bullets)))
    return found + (inserted(part.insert, material) if part.insert else [])


def _joined(before: list[Block], found: list[Block]) -> list[Block]:
    """Put the first paragraph of *found* behind the last one of *before*; return what is left."""
    last, first = before[-1], found[0]
    if not isinstance(last, Paragraph) or not isinstance(first, Paragraph):
        return found
    before[-1] = Paragraph((*last.runs, Run(" "), *first.runs))
    return found[1:]


def _facts(material: Material, to_asker: bool) -> list[tuple[str, str]]:
    label: dict[str, str] = letter_words()["label"]
    dossier, letter = material.view.dossier, material.letter
    asked = dossier.requested or dossier.received
    theirs: list[str] = []
    if to_asker and dossier.kind != "unasked":
        theirs = [long_date(asked) if asked else "", dossier.request_reference.strip()]
    appendices = len(phrases.lines(letter.appendices))
    facts = (
        (label["reference"], letter.reference),
        (label["date"], ", ".join(filter(None, (material.council.place, long_date(material.day))))),
        (label["your_letter"], ", ".join(filter(None, theirs))),
        (label["appendices"], str(appendices) if appendices else ""),
    )
    return [(name, value) for name, value in facts if value]


def _subtitle(material: Material, template: Template, values: dict[str, str]) -> str:
    words = said(template.subtitle, values)
    if material.concept:
        words.append(letter_words()["state"]["concept_of"].format(date=long_date(material.day)))
    return ". ".join(words)


def _salutation(material: Material) -> str:
    given = material.addressee.salutation if material.addressee else ""
    name = material.addressee.name if material.addressee else " ".join(address(material)[:1])
    return phrases.salutation(given, name)


def _ending(material: Material, text: list[Block], values: dict[str, str]) -> list[Block]:
    """Return *text* with the closing: the last lines and all signatures stay on one page."""
    closing: dict[str, str] = letter_words()["closing"]
    greeting = "\n".join(
        fill_in(closing[name], values)
        for name in ("greeting", "on_behalf")
        if name == "greeting" or values["council"]
    )
    kept: list[Block] = [text.pop()] if text and isinstance(text[-1], Paragraph) else []
    kept.append(Paragraph(runs(greeting), "closing"))
    kept += signatures(phrases.lines(material.letter.signatories))
    return [*text, Together(tuple(kept)), *_enclosed(material)]


def signatures(lines: Sequence[str]) -> list[Block]:
    """Return who signs, each given as "name, role"."""
    found: list[Block] = []
    for line in lines:
        name, _, role = (piece.strip() for piece in line.partition(","))
        below = runs(f"\n{role}" if role else "")
        found.append(Paragraph((Run(name, bold=True), *below), "signature"))
    return found


def _enclosed(material: Material) -> list[Block]:
    label: dict[str, str] = letter_words()["label"]
    names = phrases.lines(material.letter.appendices)
    appendices = [f"{number}. {name}" for number, name in enumerate(names, 1)]
    found = (
        (label["appendices"], "\n".join(appendices)),
        (label["copy_to"], "\n".join(phrases.lines(material.letter.copies_to))),
    )
    pairs = tuple((name, runs(words)) for name, words in found if words)
    return [Pairs(pairs)] if pairs else []
