"""All papers of a meeting as one PDF: invitation, agenda, and each paper behind a cover page."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.documents.document import Block, Document, PageBreak, Pairs, Paragraph, Title, runs
from desktop.i18n import tr, trn
from desktop.services.letters.files import LetterFile
from desktop.services.meetings import agenda_out
from desktop.services.meetings.agenda_out import Sheet
from desktop.services.meetings.rows import AgendaPaperRow

if TYPE_CHECKING:
    from pikepdf import Page


def document(sheet: Sheet, inside: Sequence[int] = (), loose: Sequence[int] = ()) -> Document:
    """Return invitation, agenda and a cover page for each paper, as one paper.

    The papers *inside* (by key) come behind their covers; *loose* ones are files of their own.
    The covers stand at the end, in the order of the papers, each on one page.
    """
    parts = (agenda_out.invitation(sheet), agenda_out.agenda(sheet))
    covers = [
        block
        for paper in sheet.papers
        if paper.id in (*inside, *loose)
        for block in (PageBreak(), *_cover(sheet, paper, loose=paper.id in loose))
    ]
    blocks = (*parts[0].blocks, PageBreak(), *parts[1].blocks, *covers)
    made = agenda_out.document(sheet, tr("All papers"), blocks)
    # "Page 3 of 5" would be wrong among the pages of others.
    return replace(made, page_words="") if inside else made


def _cover(sheet: Sheet, paper: AgendaPaperRow, *, loose: bool) -> tuple[Block, ...]:
    """Return the page before a paper: its number and name, for which item, and from whom."""
    item = next(one for one in sheet.items if one.id == paper.item_id)
    number, pages = sheet.numbers[item.id], dict(sheet.pages).get(paper.paper_id or 0)
    told = (
        (tr("Agenda item"), f"{number}. {item.title}" if number else item.title),
        (tr("Handed in by"), item.handed_in_by),
        (tr("Who"), "" if item.owner == item.handed_in_by else item.owner),
        (tr("Question to you"), item.question),
        (tr("How long"), trn("{n} page", "{n} pages", pages) if pages else ""),
    )
    apart = Paragraph(runs(tr("This paper is a file of its own, beside this one.")))
    return (
        Title(
            f"{agenda_out.paper_labels(sheet)[paper.id]} {paper.name}",
            subtitle=agenda_out.subtitle(sheet),
        ),
        Pairs(tuple((label, runs(value)) for label, value in told if value)),
        *((apart,) if loose else ()),
    )


def joined(first: bytes, papers: Sequence[bytes | None]) -> bytes:
    """Return the PDF *first* with *papers* in it: its last pages are their covers, in this order.

    A cover without a paper (None) stands alone.
    """
    from pikepdf import Pdf

    if not any(papers):
        return first
    with Pdf.open(BytesIO(first)) as whole:
        place = len(whole.pages) - len(papers)
        for data in papers:
            place += 1
            if data is not None:
                with Pdf.open(BytesIO(data)) as paper:
                    for page in paper.pages:
                        whole.pages.insert(place, page)
                        _forget_tags(whole.pages[place])
                        place += 1
        # Papers of others may be anything: the pack does not claim to be fit for archives.
        with whole.open_metadata() as metadata:
            for claim in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
                if claim in metadata:
                    del metadata[claim]
        out = BytesIO()
        whole.save(out)
        return out.getvalue()


def _forget_tags(page: "Page") -> None:
    """Take the numbers of its own structure off a *page*: here they would point to our words."""
    if "/StructParents" in page.obj:
        del page.obj["/StructParents"]
    for note in page.obj.get("/Annots", ()):
        if "/StructParent" in note:
            del note["/StructParent"]


def can_be_joined(file: LetterFile) -> bool:
    """Tell whether *file* is a PDF without a password: one with it opens nowhere else."""
    from pikepdf import PasswordError, Pdf

    if not file.name.lower().endswith(".pdf"):
        return False
    try:
        with Pdf.open(BytesIO(file.data)):
            return True
    except PasswordError:
        return False
