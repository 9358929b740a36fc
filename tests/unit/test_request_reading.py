"""A municipality's letter or e-mail: what is asked, by whom and by when, with the words it says."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.readers import read_paper
from desktop.domain.request_dates import add_months, add_working_days
from desktop.domain.request_reading import Proposal, propose, propose_from
from tests.data import make_request as request

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 6, 15)

FORWARDED = """Zie hieronder, Cor.

Van: Dijkgraaf, Sanne <s.dijkgraaf@gemeente.example>
Verzonden: dinsdag 10 maart 2026 14:05
Aan: Cor Stam
Onderwerp: FW: RE: Verzoek om advies verordening jeugdhulp

Beste Cor,

Het college wil graag jullie advies over de verordening. Kunnen jullie vóór 1 september reageren?
De raad stelt de verordening op 24 september vast.

We horen graag:
- of de tekst duidelijk is;
- wat jullie vinden van de eigen bijdrage;
- of jullie doelgroepen missen.

Groeten,
Sanne Dijkgraaf
Gemeente Duinrede
"""
LETTER = """Gemeente Duinrede
Postbus 1
1999 AA  DUINREDE

Adviesraad Sociaal Domein
t.a.v. mevrouw R. van der Plaats

Duinrede, 14 mei 2026

Betreft: adviesaanvraag
nota minimabeleid 2027

Geachte leden,

Wij ontvangen uw advies graag binnen zes weken na dagtekening van deze brief. Het college besluit
naar verwachting op 14-07-2026.

Onze vragen zijn:
a) Wat vindt u van de inkomensgrens van 120%?
b) Bereiken wij met deze regeling
   de juiste mensen?
c) Hebt u andere voorstellen?

Heeft u nog vragen? Neem dan contact op met mevrouw S. Dijkgraaf, telefoon 0251 123456.

Met vriendelijke groet,

S. Dijkgraaf
beleidsadviseur
"""
COLUMNS = """Ons kenmerk      Uw kenmerk       Datum            Behandeld door
Z/26/1           -                14 mei 2026      J. de Boer

Onderwerp
Zienswijze verordening

U kunt tot en met 30 juni 2026 uw zienswijze indienen. Op 8 september 2026 behandelt de gemeenteraad
het voorstel, daarna volgt publicatie.
"""
FORMAL = """Geachte mevrouw Van der Plaats,

Het college van burgemeester en wethouders van de gemeente Duinrede verzoekt u, gelet op artikel \
3 van de verordening, om vóór 15 juli 2026 advies uit te brengen over het concept-beleidsplan, \
zodat het college op dinsdag 1 september een besluit kan nemen.

Wij leggen u graag de volgende vragen voor.

• Is het plan begrijpelijk?
• Wat ontbreekt er?

Hoogachtend,
burgemeester en wethouders van Duinrede
namens dezen,
S. Dijkgraaf
"""


def read(text: str) -> Proposal:
    return propose(text, today=TODAY)


def values(proposal: Proposal, *names: str) -> list[object]:
    fields = [getattr(proposal, name) for name in names]
    return [field.value if field else None for field in fields]


def test_a_forwarded_mail_gives_what_the_first_sender_asked() -> None:
    found = read(FORWARDED)
    assert values(found, "subject", "sender", "date", "reply_by", "decision_date") == [
        "Verzoek om advies verordening jeugdhulp", "Gemeente Duinrede", date(2026, 3, 10),
        date(2026, 9, 1), date(2026, 9, 24),
    ]  # fmt: skip
    assert found.questions == (
        "of de tekst duidelijk is", "wat jullie vinden van de eigen bijdrage",
        "of jullie doelgroepen missen",
    )  # fmt: skip


def test_a_letter_with_a_term_in_weeks() -> None:
    found = read(LETTER)
    assert values(found, "subject", "sender", "contact", "date", "reply_by", "decision_date") == [
        "adviesaanvraag nota minimabeleid 2027", "Gemeente Duinrede", "S. Dijkgraaf",
        date(2026, 5, 14), date(2026, 6, 25), date(2026, 7, 14),
    ]  # fmt: skip
    assert found.questions == (
        "Wat vindt u van de inkomensgrens van 120%?",
        "Bereiken wij met deze regeling de juiste mensen?",
        "Hebt u andere voorstellen?",
    )
    assert found.reply_by is not None
    assert found.reply_by.quote.startswith("Wij ontvangen uw advies graag binnen zes weken")


def test_labels_in_columns_and_a_view_on_an_ordinance() -> None:
    found = read(COLUMNS)
    names = (
        "subject",
        "reference",
        "your_reference",
        "contact",
        "date",
        "reply_by",
        "decision_date",
    )
    assert values(found, *names) == [
        "Zienswijze verordening", "Z/26/1", None, "J. de Boer", date(2026, 5, 14),
        date(2026, 6, 30), date(2026, 9, 8),
    ]  # fmt: skip
    assert found.kind == "view"


def test_both_dates_in_one_long_sentence() -> None:
    found = read(FORMAL)
    assert values(found, "sender", "contact", "reply_by", "decision_date") == [
        "Gemeente Duinrede", "S. Dijkgraaf", date(2026, 7, 15), date(2026, 9, 1),
    ]  # fmt: skip
    assert found.questions == ("Is het plan begrijpelijk?", "Wat ontbreekt er?")
    assert found.kind == "asked"


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            (
                "Vraag 1: Welke problemen zijn er?\nToelichting: alle inwoners.\n\nVraag 2: "
                "Wat moet beter?"
            ),
            ("Welke problemen zijn er? Toelichting: alle inwoners.", "Wat moet beter?"),
        ),
        (
            (
                "Wij vragen uw advies over de volgende punten: (1) de toegang, (2) de "
                "bijdrage en (3) de brieven."
            ),
            ("de toegang", "de bijdrage", "de brieven"),
        ),
        (
            "1. Inleiding\n\nTekst.\n\n2. Adviesvragen\n\n1. Wat vindt u van de "
            "doelen?\n\nDat zijn er vijf.\n\n"
            "2. Wat vindt u van de maatregelen?\n\n3. Planning\n\nDe raad besluit later.",
            ("Wat vindt u van de doelen?", "Wat vindt u van de maatregelen?"),
        ),
        (
            (
                "Wat vinden jullie daarvan? En hoe bereiken we meer mensen?\n\nHeb je nog "
                "vragen? Bel gerust."
            ),
            ("Wat vinden jullie daarvan?", "En hoe bereiken we meer mensen?"),
        ),
        (
            (
                "Graag horen wij van u:\n1. Wat vindt u van:\n   a. de prijs\n   b. de "
                "route\n2. Wat mist u?"
            ),
            ("Wat vindt u van: a. de prijs b. de route", "Wat mist u?"),
        ),
        ("Onze vragen zijn:\n\nWat mist u?\n\nWat kan weg?", ("Wat mist u?", "Wat kan weg?")),
        (
            (
                "Vragen over de toegang:\n1. Is die goed?\n2. Is die snel?\n\nVragen over "
                "geld:\n1. Is het genoeg?"
            ),
            ("Is die goed?", "Is die snel?", "Is het genoeg?"),
        ),
        (
            "> Onze vragen:\n> 1. Is het goed?\n> 2. Is het\n> genoeg?",
            ("Is het goed?", "Is het genoeg?"),
        ),
        ("1. Hoofdstuk een\n2. Hoofdstuk twee\n3. Hoofdstuk drie", ()),
        ("Zie https://www.voorbeeld.example/?pagina=3 voor meer.", ()),
    ],
)
def test_questions_in_every_shape(text: str, questions: tuple[str, ...]) -> None:
    assert read(text).questions == questions


@pytest.mark.parametrize(
    ("sentence", "reply_by"),
    [
        ("Graag uw reactie binnen tien werkdagen.", date(2026, 6, 17)),
        ("Wij zien uw advies graag over vier weken tegemoet.", date(2026, 7, 1)),
        ("Wilt u binnen een maand reageren?", date(2026, 7, 3)),
        ("Reactietermijn: 15 juli 2026", date(2026, 7, 15)),
        ("U kunt tot 1 augustus opmerkingen sturen.", date(2026, 8, 1)),
        ("Uw advies ontvangen wij graag uiterlijk 8 januari.", date(2027, 1, 8)),
        ("Uw advies van 1 maart 2026 ontvingen wij voor 2 maart 2026.", None),
        ("Wij adviseren u vóór 1 september 2026 een aanspreekpunt te kiezen.", None),
        ("Het college besluit binnen een week na bekendmaking.", None),
    ],
)
def test_reply_dates_count_from_the_letter(sentence: str, reply_by: date | None) -> None:
    assert values(read(f"Datum: 3 juni 2026\n\n{sentence}\n"), "reply_by") == [reply_by]


def test_the_mail_of_journey_two_leads_to_the_questions_in_its_paper() -> None:
    mail = read_paper("aanvraag.eml", request.request_mail())
    paper = read_paper(mail.attachments[0].name, mail.attachments[0].data)
    texts = [mail.text, paper.text]
    found = propose_from(texts, sender=mail.sender, sent=mail.sent, subject=mail.title, today=TODAY)
    assert found.questions == request.QUESTIONS
    names = ("subject", "sender", "contact", "reference", "reply_by", "decision_date")
    assert values(found, *names) == [
        request.SUBJECT, "Gemeente Duinrede", request.SENDER, request.REFERENCE, request.REPLY_BY,
        request.DECISION,
    ]  # fmt: skip
    assert {question.part for question in found.asked} == {1}
    joined = propose("\n\n".join(texts), sender=mail.sender, sent=mail.sent, today=TODAY)
    assert joined.questions == request.QUESTIONS
    assert values(joined, "reply_by", "decision_date") == [request.REPLY_BY, request.DECISION]


def test_what_the_mail_says_helps_out() -> None:
    found = propose(
        "Wat vindt u?", sender="Jan Stam <jan@gemeente.example>", sent=date(2026, 3, 1),
        subject="Re: FW: Minima", today=TODAY,
    )  # fmt: skip
    assert values(found, "subject", "sender", "contact", "date") == [
        "Minima", "Jan Stam <jan@gemeente.example>", "Jan Stam", date(2026, 3, 1),
    ]  # fmt: skip
    assert found.date is not None
    assert found.date.quote == ""


def test_council_papers_are_not_taken_for_requests() -> None:
    def paper(name: str) -> Proposal:
        text = (DATA / name).read_text(encoding="utf-8").split("-" * 70)[1]
        return read(text.strip())

    reply = paper("SYN_07_reactie_college_officialese.txt")
    names = ("sender", "date", "reference", "your_reference", "answers_us", "reply_by")
    assert values(reply, *names) == [
        "Gemeente Duinrede", date(2026, 7, 21), "Z/26/014522", "ASD 2026-07", "reactie op advies",
        None,
    ]  # fmt: skip
    own = paper("SYN_01_adviesbrief_vervolg.txt")
    assert values(own, "sender", "date", "reply_by") == [
        "Adviesraad Sociaal Domein Duinrede", date(2026, 5, 14), None,
    ]  # fmt: skip
    for name in (
        "SYN_03_notulen_actielijst_volgnummer.txt",
        "SYN_04_verslag_gedeeltelijke_aanwezigheid.txt",
        "SYN_05_agenda_openbaar.txt",
    ):
        assert (paper(name).questions, values(paper(name), "reply_by", "decision_date")) == (
            (),
            [None, None],
        )


FIELDS = (
    "subject",
    "sender",
    "contact",
    "date",
    "reference",
    "your_reference",
    "reply_by",
    "decision_date",
)
PIECES = st.sampled_from(
    ["Datum: ", "14 mei 2026", "Betreft:", "\n", "\n\n", "1. ", "2) ", "a) ", "- ", "Vraag 1: ",
     "wat?", "Wij vragen u:",
     "uiterlijk ", "advies ", "besluit ", "binnen zes weken", "   ", "\t", "Gemeente Duinrede",
     "Hoogachtend,\n", "> ",
     "(1) x (2) y", "Onze vragen zijn", "Jan Stam", "Van: "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join))
def test_every_quote_stands_in_the_text(text: str) -> None:
    found = read(text)
    for field in [*(getattr(found, name) for name in FIELDS), *found.asked]:
        if field is not None:
            assert text[field.start : field.end] == field.quote
    assert all(found.questions)
    assert all(one.end <= other.start for one, other in pairwise(found.asked))


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_months_and_working_days_go_forward(day: date, number: int) -> None:
    later = add_months(day, number)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == number
    assert later.day <= day.day
    working = add_working_days(day, number)
    assert working.weekday() < 5
    assert (working - day).days >= number
