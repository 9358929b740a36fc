"""Make the long policy note of the sample council: forty pages of invented officialese, as PDF.

    python tools/sample/policy_note.py

The note is a paper that a council receives, so it is hard to read on purpose. The same words give
the same file.
"""

import tomllib
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

PLACE = Path(__file__).parents[2] / "resources/sample/duinrede/papers/meedoen-nota.pdf"
TITLE = "Concept-nota Meedoen in Duinrede 2027-2030"
PAGES = 40

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
CHAPTERS: dict[str, list[str]] = _WORDS["chapters"]
OPENINGS, MIDDLES = _WORDS["openings"], _WORDS["middles"]
CLOSINGS, FIGURES = _WORDS["closings"], _WORDS["figures"]


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
        result += [
            PageBreak(),
            Paragraph(f"Bijlage {number}. Uitvoeringsagenda, deel {number}", head),
        ]
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
