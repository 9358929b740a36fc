"""An invented dossier for the tests of letters: everything filled in, or nothing at all."""

from dataclasses import replace
from datetime import date

from desktop.domain.timeliness import timeliness
from desktop.services.advice.rows import (
    DecisionRow,
    DossierView,
    HeardRow,
    LetterRow,
    PaperRow,
    QuestionRow,
    RecommendationRow,
)
from desktop.services.council import AddresseeRow, CouncilRow, NormRow
from desktop.services.letters.blank import blank_letter, blank_view
from desktop.services.letters.places import Material

DAY = date(2026, 3, 20)
COUNCIL = CouncilRow(
    name="Cliëntenraad Duinrede",
    kind="participatie",
    address="Postbus 12\n1999 DR Duinrede",
    place="Duinrede",
    email="post@raadduinrede.example",
)
COLLEGE = AddresseeRow(
    7,
    "Het college van burgemeester en wethouders van Duinrede",
    None,
    "de heer D. Hofstee, wethouder",
    "Postbus 1\n1999 AA Duinrede",
    "",
    "college@duinrede.example",
)
NORMS = (
    NormRow(1, "advice_minimum", 42, "days", "agreement", "werkafspraak 2", None),
    NormRow(2, "reply_term", 6, "weeks", "ordinance", "artikel 4 van de verordening", None),
)
SUMMARY = """1. Geef een wasmachine of koelkast als gift, niet als lening.
2. Zet alle kosten op één lijst van één bladzijde."""


def full_view(kind: str = "asked", phase: str = "decision", say_late: bool = True) -> DossierView:
    """Return a dossier with everything in it."""
    empty = blank_view()
    received, reply_by = date(2026, 3, 2), date(2026, 3, 30)
    dossier = replace(
        empty.dossier,
        id=1,
        title="Adviesaanvraag regels voor bijzondere bijstand.",
        reference="CR-2026-04",
        kind=kind,
        state="adopted",
        request_reference="Z/26/00417",
        requested=received,
        received=received,
        reply_by=reply_by,
        decision_on=date(2026, 4, 14),
        phase=phase,
        say_late=say_late,
    )
    minimum = NORMS[0].term
    return replace(
        empty,
        dossier=dossier,
        time=timeliness(received, reply_by, dossier.decision_on, phase, minimum),
        questions=(
            QuestionRow(1, 1, "Wat vindt u van de regels?", "Wij vinden ze goed", False, "", (1,)),
            QuestionRow(2, 2, "Is de lijst duidelijk?", "", False, "", (1, 2)),
            QuestionRow(3, 3, "Hoe hoog is het bedrag?", "", True, "Wij weten dat niet"),
            QuestionRow(4, 4, "Wanneer begint het?", "", False, ""),
        ),
        recommendations=(
            _advice(1, "Geef een wasmachine als gift", "Vijf inwoners vertelden ons dat."),
            _advice(2, "Zet alle kosten op één lijst.", ""),
        ),
        sections={
            "summary": SUMMARY,
            "reason": "Wij vinden het **goed** dat u de regels verandert.",
            "residents": "Zeven mensen vroegen niets aan.\n\n> Het formulier was te moeilijk.",
            "request": "Nodig ons uit om de lijst samen te maken.",
            "appendices": "1. Wat inwoners vertelden\n2. Voorbeeld van de lijst",
        },
        heard=(
            HeardRow(1, "Inwoners met bijstand", True, 19, "Op het spreekuur in januari."),
            HeardRow(2, "Jongeren tot 23 jaar", False, None, "Dat doen wij in mei"),
        ),
        decision=DecisionRow(
            date(2026, 3, 19), "meeting", 7, 9, 5, "artikel 5", 6, 0, 1, "Eén lid wil een lening"
        ),
        papers=(PaperRow(1, "Plan.pdf", "", "request", "", 40, 9, "", None, 4, None),),
        letters=(replace(blank_letter("advice", 7, "CR-2026-04"), id=2, reply_by=DAY, sent=None),),
        addressee_ids=(7,),
    )


def _advice(number: int, what: str, why: str) -> RecommendationRow:
    return RecommendationRow(
        number, number, what, "Het college", "", "Vóór 1 juni 2026", why, "", "", ""
    )


def full_letter(kind: str = "advice") -> LetterRow:
    """Return a letter with every field filled in."""
    return replace(
        blank_letter(kind, 7, "CR-2026-04"),
        id=1,
        dated=DAY,
        reply_by=date(2026, 5, 1),
        reply_source="artikel 4 van de verordening",
        signatories="Marijke Vos, voorzitter\nHenk Terpstra, secretaris",
        appendices="Wat inwoners vertelden\nVoorbeeld van de lijst",
        copies_to="de gemeenteraad van Duinrede",
    )


def full_material(kind: str = "advice", view: DossierView | None = None) -> Material:
    """Return all that a letter of *kind* is made of, with everything filled in."""
    return Material(view or full_view(), COUNCIL, COLLEGE, full_letter(kind), DAY, NORMS)


def empty_material(kind: str = "advice") -> Material:
    """Return a letter of *kind* in an empty dossier of an unnamed council."""
    return Material(blank_view(), CouncilRow(), None, blank_letter(kind), DAY)
