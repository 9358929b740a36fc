"""Make the long policy note of the sample council: forty pages of invented officialese, as PDF.

    python tools/sample/policy_note.py

The note is a paper that a council *receives*, so it is hard to read on purpose. Same words, same file.
"""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

PLACE = Path(__file__).parents[2] / "resources/sample/duinrede/papers/meedoen-nota.pdf"
TITLE = "Concept-nota Meedoen in Duinrede 2027-2030"
PAGES = 40

CHAPTERS = {
    "Inleiding en leeswijzer": ("de voorgeschiedenis", "het wettelijk kader", "de reikwijdte"),
    "Vier opgaven voor het sociaal domein": (
        "de opgave bestaanszekerheid",
        "de opgave gezond opgroeien",
        "de opgave langer zelfstandig wonen",
        "de opgave passend vervoer",
        "de samenhang tussen de vier opgaven",
    ),
    "Van maatwerk naar collectief": (
        "de ombouw van individuele begeleiding",
        "de algemene voorzieningen in de wijk",
        "de indicatiestelling nieuwe stijl",
        "de overgangsregeling voor bestaande cliënten",
    ),
    "Toegang en wijkteams": (
        "de positionering van de wijkteams",
        "het mandaat van de consulenten",
        "de onafhankelijke cliëntondersteuning",
        "de digitale toegang",
    ),
    "Werk en inkomen": (
        "de bijzondere bijstand",
        "de meedoenregeling",
        "het beschut werk",
        "de vroegsignalering van schulden",
    ),
    "Jeugd en gezin": (
        "de preventieve jeugdhulp",
        "het leerlingenvervoer",
        "de aansluiting tussen onderwijs en zorg",
    ),
    "Vervoer": ("de taxipas", "de regionale vervoerscentrale", "de haltes en de haltetaxi"),
    "Financieel kader": (
        "de taakstelling van 1,8 miljoen euro",
        "de fasering van de ombuigingen",
        "de risico’s en het weerstandsvermogen",
        "de bekostigingssystematiek",
    ),
    "Sturing en verantwoording": (
        "de opdrachtgeversrol",
        "de monitoring en evaluatie",
        "de informatievoorziening aan de raad",
    ),
    "Participatie en vervolg": (
        "de betrokkenheid van inwoners",
        "de rol van de cliëntenraad",
        "de planning en besluitvorming",
    ),
}
OPENINGS = (
    "Met betrekking tot {subject} geldt dat de huidige werkwijze, mede gelet op de demografische "
    "ontwikkeling en de structurele tekorten op de begroting, niet langer toekomstbestendig wordt geacht.",
    "Teneinde ten aanzien van {subject} tot een duurzame oplossing te komen, is in de voorbereidende fase "
    "een groot aantal scenario’s verkend, waarvan de uitkomsten in deze paragraaf worden samengevat.",
    "De afgelopen beleidsperiode heeft uitgewezen dat {subject} onvoldoende aansluit bij de leefwereld van "
    "inwoners, hetgeen noopt tot een herijking van de uitgangspunten.",
    "Onverminderd het bepaalde in de verordening is {subject} aan te merken als een gedeelde "
    "verantwoordelijkheid van gemeente, ketenpartners en inwoners.",
)
MIDDLES = (
    "De beoogde veranderingen worden gefaseerd geïmplementeerd, waarbij in het eerste jaar de nadruk ligt op "
    "het bewerkstelligen van draagvlak bij de uitvoeringsorganisaties en in de daaropvolgende jaren op het "
    "realiseren van de financiële taakstelling.",
    "Hierbij wordt uitgegaan van de eigen kracht en het sociale netwerk van de inwoner, en wordt "
    "professionele inzet slechts overwogen indien voorliggende mogelijkheden aantoonbaar zijn uitgeput.",
    "De operationalisering hiervan is belegd bij de afdeling Beleid, die daartoe in samenspraak met de "
    "gecontracteerde partijen een uitvoeringsprogramma opstelt en conform de planning- en controlcyclus "
    "rapporteert over de voortgang.",
    "Substitutie van maatwerk door collectieve arrangementen leidt naar verwachting niet tot een "
    "significante wijziging van de ervaren ondersteuning, zij het dat een zorgvuldige monitoring van "
    "kwetsbare doelgroepen aangewezen blijft.",
    "In dit verband is een integrale afweging noodzakelijk, waarbij zowel de inhoudelijke doelstellingen als "
    "de beschikbaarheid van middelen als randvoorwaardelijk dienen te worden beschouwd.",
    "De verantwoordelijkheid voor de regievoering ligt primair bij de wijkteams, tenzij sprake is van "
    "meervoudige problematiek waarvoor opschaling naar een gespecialiseerde voorziening geïndiceerd is.",
)
CLOSINGS = (
    "Een nadere uitwerking van {subject} zal te zijner tijd ter besluitvorming worden aangeboden.",
    "De financiële consequenties van {subject} zijn verwerkt in de meerjarenraming.",
    "Over {subject} vindt in het voorjaar nog bestuurlijk overleg plaats met de regiogemeenten.",
    "Vooralsnog wordt ten aanzien van {subject} uitgegaan van een budgettair neutrale invulling.",
)
FIGURES = (
    "In het afgelopen jaar maakten {people} huishoudens gebruik van deze voorziening, een toename van "
    "{growth}% ten opzichte van het jaar daarvoor.",
    "De geraamde lasten bedragen {money}.000 euro per jaar, waarvan {growth}% structureel gedekt is.",
)


def paragraphs(place: int, subject: str) -> list[str]:
    """Return five paragraphs about *subject*; *place* makes each page another mix of sentences."""
    people, growth, money = 140 + place * 37 % 900, 2 + place * 5 % 23, 85 + place * 61 % 700
    numbers = FIGURES[place % 2].format(people=people, growth=growth, money=money)
    first, second, third, last = (MIDDLES[(place + step) % len(MIDDLES)] for step in (0, 2, 4, 5))
    texts = [
        f"{OPENINGS[place % 4]} {first}",
        f"{numbers} {second}",
        f"{OPENINGS[(place + 1) % 4]} {CLOSINGS[place % 4]}",
        f"{third} {CLOSINGS[(place + 2) % 4]}",
        f"{OPENINGS[(place + 2) % 4]} {last}",
    ]
    return [text.format(subject=subject) for text in texts]


def story() -> list[object]:
    """Return the note: a cover with contents, then one page for every paragraph of a chapter."""
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14.5, spaceAfter=9)
    small = ParagraphStyle("small", parent=body, leftIndent=6 * mm, spaceAfter=2)
    head = ParagraphStyle("head", parent=body, fontName="Helvetica-Bold", fontSize=14, leading=18)
    sub = ParagraphStyle("sub", parent=head, fontSize=11.5, leading=15, spaceBefore=4)
    result: list[object] = [
        Spacer(1, 30 * mm),
        Paragraph(TITLE, ParagraphStyle("title", parent=head, fontSize=22, leading=28)),
        Paragraph("Gemeente Duinrede, afdeling Beleid. Versie 0.7, ter consultatie", body),
        Spacer(1, 12 * mm),
        Paragraph("Inhoudsopgave", head),
        *(Paragraph(f"{number}. {name}", small) for number, name in enumerate(CHAPTERS, 1)),
    ]
    place = 0
    for chapter, (name, subjects) in enumerate(CHAPTERS.items(), 1):
        for part, subject in enumerate(subjects, 1):
            place += 1
            result.append(PageBreak())
            if part == 1:
                result.append(Paragraph(f"{chapter}. {name}", head))
            result.append(Paragraph(f"{chapter}.{part} {subject[0].upper()}{subject[1:]}", sub))
            result += [Paragraph(words, body) for words in paragraphs(place, subject)]
    while place < PAGES - 1:
        place += 1
        number = place - sum(map(len, CHAPTERS.values()))
        result += [PageBreak(), Paragraph(f"Bijlage {number}. Uitvoeringsagenda, deel {number}", head)]
        result += [Paragraph(words, body) for words in paragraphs(place, f"deel {number}")]
    return result


def footer(canvas: Canvas, template: SimpleDocTemplate) -> None:
    """Draw title and page number."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, 12 * mm, TITLE)
    canvas.drawRightString(185 * mm, 12 * mm, f"Pagina {template.page} van {PAGES}")


def main() -> None:
    """Write the note."""
    document = SimpleDocTemplate(
        str(PLACE),
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        title=TITLE,
        author="Gemeente Duinrede",
        lang="nl-NL",
        invariant=1,
    )
    document.build(story(), onFirstPage=footer, onLaterPages=footer)


if __name__ == "__main__":
    main()
