"""The least work that writes the same words: bare python-docx and bare reportlab, no tags, no look.

``floor_word`` and ``floor_pdf`` are what the writers of the app are measured against.
"""

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from desktop.documents.document import (
    Block,
    Box,
    Document,
    Facts,
    Heading,
    ListBlock,
    Pairs,
    Table,
    Title,
    plain,
    texts,
    walk,
)


def floor_word(document: Document) -> bytes:
    """Return the words of *document* as a ``.docx`` from the default template of python-docx."""
    import docx

    file = docx.Document()
    head = document.letterhead
    for line in (head.sender, *head.sender_lines, *head.address) if head else ():
        file.add_paragraph(line)
    for block in walk(document.blocks):
        if isinstance(block, Table | Facts):
            rows = grid(block)
            table = file.add_table(0, len(rows[0]))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            for text, style in _paragraphs(block):
                file.add_paragraph(text, style=style)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _paragraphs(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Title(text):
            yield text, "Title"
        case Heading(text, level):
            yield text, f"Heading {level}"
        case ListBlock(items, ordered) | Box(items=items, ordered=ordered):
            for item in items:
                yield plain(item), "List Number" if ordered else "List Bullet"
        case Pairs(items):
            for label, value in items:
                yield f"{label}\t{plain(value)}", "Body Text"
        case _:
            for text in texts(block):
                yield text, "Body Text"


def floor_pdf(document: Document) -> bytes:
    """Return the words of *document* as a PDF from platypus with our letters, without tags."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus import Table as Grid

    from desktop.documents.fonts import face_for

    regular, bold = face_for("Regular").name, face_for("Bold").name
    body = ParagraphStyle(
        "body", fontName=regular, bulletFontName=regular, fontSize=11.5, leading=16
    )
    head = ParagraphStyle("head", body, fontName=bold, fontSize=15, leading=20, spaceBefore=16)
    story: list[object] = []
    letter = document.letterhead
    for line in (letter.sender, *letter.sender_lines, *letter.address) if letter else ():
        story.append(Paragraph(escape(line), body))
    for block in walk(document.blocks):
        match block:
            case Title(text) | Heading(text):
                story.append(Paragraph(escape(text), head))
            case ListBlock(items) | Box(items=items):
                story += [Paragraph(escape(plain(item)), body, bulletText="•") for item in items]
            case Pairs(items):
                rows = [(label, plain(value)) for label, value in items]
                story.append(Grid([[Paragraph(escape(t), body) for t in row] for row in rows]))
            case Table() | Facts():
                story.append(
                    Grid([[Paragraph(escape(t), body) for t in row] for row in grid(block)])
                )
            case _:
                story += [Paragraph(escape(text), body) for text in texts(block)]
    out = BytesIO()
    SimpleDocTemplate(out, initialFontName=regular).build(story)
    return out.getvalue()


def grid(block: Table | Facts) -> list[list[str]]:
    """Return the texts of a table as rows."""
    if isinstance(block, Facts):
        return [[label for label, _ in block.items], [value for _, value in block.items]]
    rows = [[f"{cell.strong} {plain(cell.runs)}".strip() for cell in row] for row in block.rows]
    return [list(block.header), *rows]
