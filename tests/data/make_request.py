"""Builds the request that journey J2 starts with: an e-mail with a policy paper of forty pages.

Everything in it is invented. ``request_mail()`` gives the bytes of the .eml.
"""

import io
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import format_datetime

SENDER = "Sanne Dijkgraaf"
ADDRESS = "s.dijkgraaf@gemeente-duinrede.example"
SUBJECT = "Adviesaanvraag beleidsplan Samen sterk in de wijk 2027-2030"
REFERENCE = "Z/26/015380"
SENT = date(2026, 6, 8)
REPLY_BY = date(2026, 7, 6)
DECISION = date(2026, 9, 15)
PAPER_NAME = "Beleidsplan Samen sterk in de wijk.pdf"
PAGES = 40
QUESTIONS = (
    "Kan de adviesraad zich vinden in de voorgestelde herijking van de toegang tot "
    "maatwerkvoorzieningen?",
    "Welke gevolgen voorziet de adviesraad van de voorgenomen ombouw van individuele begeleiding "
    "naar "
    "algemene voorzieningen in de wijk?",
    "Op welke wijze kan de gemeente inwoners die nu niet worden bereikt naar uw oordeel het "
    "beste betrekken?",
)

_SUBJECTS = (
    "de herijking van de toegang",
    "de ombouw naar algemene voorzieningen",
    "de versterking van het voorliggend veld",
    "de doorontwikkeling van de wijkteams",
    "de inrichting van het opdrachtgeverschap",
    "de beheersing van het financiële kader",
    "de positionering van de onafhankelijke cliëntondersteuning",
    "de borging van de monitoring",
)
_SENTENCES = (
    "Met inachtneming van de bestuurlijke uitgangspunten en onder verwijzing naar de geldende "
    "prestatieafspraken wordt ten aanzien van {subject} een gefaseerde implementatie "
    "voorgestaan, waarbij "
    "de beschikbaarheid van middelen als randvoorwaardelijk dient te worden beschouwd.",
    "Teneinde {subject} te realiseren worden de daartoe noodzakelijk geachte interventies in "
    "samenhang "
    "geprioriteerd, gemonitord en waar opportuun bijgesteld.",
    "Onverminderd het bepaalde in de verordening is de operationalisering hiervan belegd bij de "
    "uitvoeringsorganisatie, die conform de planning- en controlcyclus rapporteert.",
    "De transformatieopgave noopt tot een herbezinning op de rolverdeling tussen ketenpartners, "
    "zulks mede "
    "in het licht van de demografische ontwikkeling en de daaruit voortvloeiende zorgvraag.",
    "Inzake {subject} zij opgemerkt dat substitutie van maatwerk door collectieve arrangementen "
    "in de "
    "regel niet leidt tot een significante wijziging van de ervaren ondersteuning.",
)


def letter_lines() -> list[str]:
    """Return the covering letter on the first page, one paragraph per line."""
    return [
        "Gemeente Duinrede, afdeling Maatschappelijke Ontwikkeling",
        f"Ons kenmerk: {REFERENCE}",
        "Datum: 8 juni 2026",
        "Behandeld door: mw. S. Dijkgraaf",
        f"Onderwerp: {SUBJECT}",
        "Geachte leden van de Adviesraad Sociaal Domein,",
        "Hierbij doen wij u toekomen het concept-beleidsplan Samen sterk in de wijk 2027-2030. "
        "Gelet op het "
        "bepaalde in de Verordening cliëntparticipatie verzoeken wij u ter zake advies uit te "
        "brengen.",
        "Wij leggen u de volgende vragen voor:",
        *(f"{number}. {question}" for number, question in enumerate(QUESTIONS, start=1)),
        "Wij zien uw advies graag uiterlijk 6 juli 2026 tegemoet. De gemeenteraad neemt naar "
        "verwachting op "
        "15 september 2026 een besluit over het beleidsplan.",
        "Hoogachtend,",
        "burgemeester en wethouders van Duinrede",
    ]


def paper_pdf(pages: int = PAGES) -> bytes:
    """Return the policy paper as PDF: the letter on page 1, then chapters in hard officialese."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    body = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=8)
    heading = ParagraphStyle(
        "heading", parent=body, fontName="Helvetica-Bold", fontSize=13, spaceBefore=6
    )
    story: list[object] = [Paragraph(line, body) for line in letter_lines()]
    for chapter in range(1, pages):
        subject = _SUBJECTS[chapter % len(_SUBJECTS)]
        story += [PageBreak(), Paragraph(f"{chapter}. Kader voor {subject}", heading)]
        for number in range(5):
            first = (chapter + number) % len(_SENTENCES)
            words = " ".join((_SENTENCES * 2)[first : first + 2]).format(subject=subject)
            story.append(Paragraph(words, body))

    def footer(canvas, template):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(25 * mm, 12 * mm, "Concept-beleidsplan Samen sterk in de wijk 2027-2030")
        canvas.drawRightString(185 * mm, 12 * mm, f"Pagina {template.page} van {pages}")

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        title="Beleidsplan Samen sterk in de wijk 2027-2030",
        author="Gemeente Duinrede",
        invariant=1,
    )
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    return file.getvalue()


def request_mail(pages: int = PAGES) -> bytes:
    """Return the e-mail with the paper attached; the questions stand in the paper only."""
    mail = EmailMessage()
    mail["From"] = f"{SENDER} <{ADDRESS}>"
    mail["To"] = "Adviesraad Sociaal Domein Duinrede <secretaris@asd-duinrede.example>"
    mail["Subject"] = SUBJECT
    mail["Date"] = format_datetime(datetime(SENT.year, SENT.month, SENT.day, 10, 4, tzinfo=UTC))
    mail["Message-ID"] = "<20260608100400.1@gemeente-duinrede.example>"
    mail.set_content(
        "Beste Cor,\n\n"
        "Bijgaand de adviesaanvraag over het beleidsplan Samen sterk in de wijk, met het concept "
        "als bijlage.\n"
        "De vragen van het college staan op de eerste bladzijde.\n\n"
        "Heb je nog vragen? Bel me gerust.\n\n"
        "Met vriendelijke groet,\n\n"
        "Sanne Dijkgraaf\n"
        "beleidsadviseur Maatschappelijke Ontwikkeling\n"
        "Gemeente Duinrede\n"
    )
    mail.add_attachment(
        paper_pdf(pages), maintype="application", subtype="pdf", filename=PAPER_NAME
    )
    return mail.as_bytes()
