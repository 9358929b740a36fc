"""Bring together what a letter is made of; what nobody changed follows the dossier."""

from dataclasses import replace
from datetime import date

from desktop.documents.document import Document, ListBlock, Paragraph, plain, words
from desktop.documents.markdown import blocks
from desktop.domain.dossier import STEPS, step_of
from desktop.domain.letter_checks import AdviceLine, LetterFacts
from desktop.domain.voting import Vote
from desktop.services.advice.rows import DossierView, LetterRow
from desktop.services.choices import words as choice
from desktop.services.council import CouncilDesk
from desktop.services.letters import build, phrases
from desktop.services.letters.places import Material, places, term_of
from desktop.services.letters.templates import Template, letter_words
from desktop.services.signs import unshown

NONE = "–"
"""Kept in a field of a letter that was made empty on purpose."""


def material(
    council: CouncilDesk, view: DossierView, letter: LetterRow, template: Template, today: date
) -> Material:
    """Return all that *letter* is made of, with every field filled in as it would go out."""
    addressee = next((a for a in council.addressees() if a.id == letter.addressee_id), None)
    profile = council.profile()
    known = [profile.name, profile.place, *(m.name for m in council.municipalities())]
    step = step_of(view.dossier.state)
    draft = step is None or step < STEPS.index("send")
    rough = Material(
        view=view,
        council=profile,
        addressee=addressee,
        letter=letter,
        today=today,
        norms=tuple(council.norms()),
        logo=council.logo(),
        known_names=tuple(name for name in known if name),
        concept=template.is_advice and letter.sent is None and draft,
    )
    return replace(rough, letter=_filled_in(council, rough, template))


def _filled_in(council: CouncilDesk, rough: Material, template: Template) -> LetterRow:
    letter, view = rough.letter, rough.view
    if letter.sent:
        return letter
    names = {addressee.id: addressee.name for addressee in council.addressees()}
    copies = [phrases.within(names[record]) for record in view.copy_ids if record in names]
    if not template.is_advice:
        copies = []
    filled = replace(
        letter,
        subject=letter.subject.strip() or build.subject(template, places(rough)),
        recipient="\n".join(build.address(rough)),
        dated=rough.day,
        signatories=_own(letter.signatories, signatories(council, rough.day)),
        appendices=_own(letter.appendices, _appendices(view) if template.is_advice else []),
        copies_to=_own(letter.copies_to, copies),
    )
    term = term_of(rough, template.answer_term)
    if letter.reply_by is None and term:
        filled = replace(filled, reply_by=term.after(rough.day), reply_source=term.source)
    return filled


def _own(kept: str, found: list[str]) -> str:
    """Return what the council wrote itself, else what the dossier says."""
    if kept.strip() == NONE:
        return ""
    return kept if kept.strip() else "\n".join(found)


def signatories(council: CouncilDesk, day: date) -> list[str]:
    """Return "name, role" of who signs: the members who sign, else chair and secretary."""
    members = council.members(day)
    signing = [member for member in members if member.signs]
    if not signing:
        signing = [member for member in members if member.role in ("voorzitter", "secretaris")][:2]
    return [f"{member.name}, {choice('role', member.role).lower()}" for member in signing]


def _appendices(view: DossierView) -> list[str]:
    found: list[str] = []
    for block in blocks(view.sections.get("appendices", ""), 2):
        if isinstance(block, ListBlock):
            found += [plain(item) for item in block.items]
        elif isinstance(block, Paragraph):
            found += plain(block.runs).splitlines()
    return [" ".join(line.split()) for line in found if line.strip()]


def texts(view: DossierView) -> dict[str, str]:
    """Return every text that people wrote for the letter, by its part."""
    found = {key: text for key, text in view.sections.items() if key != "recommendations"}
    for advice in view.recommendations:
        for part in ("what", "by_whom", "for_whom", "by_when", "why", "alternatives"):
            found[f"recommendation:{advice.number}:{part}"] = getattr(advice, part)
    for question in view.questions:
        found[f"question:{question.number}:answer"] = question.answer
        found[f"question:{question.number}:open_reason"] = question.open_reason
    for place, group in enumerate(view.heard, 1):
        found[f"heard:{place}:name"] = group.name
        found[f"heard:{place}:how"] = group.how
    if view.decision:
        found["minority_view"] = view.decision.minority_view
    return {key: text for key, text in found.items() if text.strip()}


def facts(
    council: CouncilDesk, view: DossierView, materials: list[Material], level: int | None
) -> LetterFacts:
    """Return what the checks look at, for all letters of one dossier together."""
    waiting = [made_of for made_of in materials if not made_of.letter.sent]
    profile, first = council.profile(), (waiting or materials)[0]
    decision = view.decision
    own = [profile.name, *phrases.lines(profile.address), profile.email, profile.phone]
    own += [line.split(",")[0] for line in phrases.lines(first.letter.signatories)]
    for addressee in council.addressees():
        own += [addressee.name, addressee.attention, addressee.email]
    term = first.norm("reply_term")
    told = texts(view)
    addresses = tuple(tuple(phrases.lines(each.letter.recipient)) for each in materials)
    printed = [*told.values(), *own, *(line for lines in addresses for line in lines)]
    return LetterFacts(
        addresses=addresses,
        dated=first.letter.dated,
        today=first.letter.dated if first.letter.sent else first.today,
        advices=tuple(
            AdviceLine(a.number, a.what, a.by_whom, a.by_when) for a in view.recommendations
        ),
        questions=tuple((question.number, question.settled) for question in view.questions),
        reply_by=first.letter.reply_by,
        reply_agreed=term is not None,
        vote=Vote(
            decision.present,
            decision.members,
            decision.quorum,
            decision.votes_for,
            decision.votes_against,
            decision.abstained,
        )
        if decision
        else None,
        written_round=bool(decision and decision.way == "written"),
        heard=tuple(group.name for group in view.heard if group.heard),
        not_heard=tuple(group.name for group in view.heard if not group.heard),
        level=level,
        goal=profile.goal_level,
        texts=told,
        appendices=tuple(phrases.lines(first.letter.appendices)),
        papers=tuple(paper.name for paper in view.papers),
        known_names=tuple(member.name for member in council.members()),
        own=tuple(item for item in own if item.strip()),
        person_word=profile.person_word,
        unshown=unshown("".join(printed)),
    )


def searchable(document: Document) -> str:
    """Return the words of *document* for "Zoek in alles"."""
    return " ".join(words(document))


def mail_words(made_of: Material, template: Template) -> list[str]:
    """Return the paragraphs of the e-mail that goes with the letter."""
    from desktop.services.letters.templates import said

    values = places(made_of)
    greeting = letter_words()["closing"]["greeting"]
    signed = [line.replace(", ", "\n", 1) for line in phrases.lines(made_of.letter.signatories)]
    opening = phrases.salutation(
        made_of.addressee.salutation if made_of.addressee else "", values["addressee"]
    )
    body = " ".join(said(template.mail, values))
    return [opening, body, f"{greeting}\n{made_of.council.name}", *signed[:1]]
