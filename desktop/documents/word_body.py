"""Turn the blocks of a document into the XML of Word, one style per element."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.documents.compose import first_line_bold, subtitle_runs
from desktop.documents.document import (
    Block,
    Box,
    Facts,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Table,
    Title,
    Together,
)
from desktop.documents.look import MM
from desktop.documents.text import tidy
from desktop.documents.word_lists import box, list_block, pairs
from desktop.documents.word_story import Story
from desktop.documents.word_styles import twips
from desktop.documents.word_tables import facts, table
from desktop.documents.word_xml import (
    keep_next,
    paragraph,
    properties,
    space_after,
    text_run,
)

_ROLES = {
    "body": "BodyText",
    "lead": "Inleiding",
    "note": "Noot",
    "quote": "Quote",
    "salutation": "Salutation",
    "closing": "Closing",
    "caption": "Caption",
}
_BETWEEN = paragraph("Anker", "")
"""Between two tables, which Word would join into one."""


def body(story: Story, blocks: Sequence[Block]) -> list[str]:
    """Return *blocks* as XML; signatures that follow each other stand two by two."""
    out: list[str] = []
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "signature":
            waiting.append(block)
            continue
        _add(story, out, _signatures(story, waiting, out))
        waiting = []
        if isinstance(block, PageBreak):
            story.new_page = True
        elif isinstance(block, Together):
            part = body(story, block.blocks)
            _add(story, out, [*(keep_next(xml) for xml in part[:-1]), *part[-1:]])
        else:
            _add(story, out, _WRITERS[type(block)](story, block))
            story.after_table = isinstance(block, Table | Facts)
    _add(story, out, _signatures(story, waiting, out))
    return out


def _add(story: Story, out: list[str], part: list[str]) -> None:
    if not part:
        return
    if story.new_page:
        part[0] = properties(part[0], "<w:pageBreakBefore/>")
        story.new_page = False
    if out and part[0].startswith("<w:tbl>") and out[-1].startswith("<w:tbl>"):
        out.append(_BETWEEN)
    out += part


def _title(story: Story, block: Title) -> list[str]:
    out: list[str] = []
    if block.label:
        out.append(paragraph("Label", text_run(tidy(block.label))))
    out.append(paragraph("Title", text_run(tidy(block.text))))
    if block.subtitle:
        out.append(paragraph("Subtitle", story.runs(subtitle_runs(block.subtitle))))
    return out


def _heading(story: Story, block: Heading) -> list[str]:
    style = "Punt" if block.item else f"Heading{block.level}"
    return [paragraph(style, text_run(tidy(block.text)))]


def _paragraph(story: Story, block: Paragraph) -> list[str]:
    style = _ROLES[block.role]
    if story.after_table and block.role == "body":
        style = "Natabel"
    return [paragraph(style, story.runs(block.runs))]


def _signatures(story: Story, blocks: Sequence[Paragraph], out: list[str]) -> list[str]:
    """Return signatures; of two the first stands in a frame and the second beside it."""
    if blocks and out:  # room to sign, and never a page with only signatures
        out[-1] = keep_next(space_after(out[-1], story.look.dress["signature"].before))
    wide = story.look.wide * MM
    frame = (
        f'<w:framePr w:w="{twips(wide * 0.48)}" w:wrap="around" '
        'w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="1"/>'
    )
    part: list[str] = []
    for number, block in enumerate(blocks):
        place = ""
        if number % 2:
            place = f'<w:ind w:left="{twips(wide * 0.52)}"/>'
        elif number + 1 < len(blocks):
            place = frame
        part.append(paragraph("Ondertekening", story.runs(first_line_bold(block.runs)), place))
    return part


def _figure(story: Story, block: Figure) -> list[str]:
    keep = "<w:keepNext/>" if block.caption else ""
    out = [paragraph("BodyText", story.drawing(block, story.look.wide), keep)]
    if block.caption:
        out.append(paragraph("Caption", text_run(tidy(block.caption))))
    return out


_WRITERS: dict[type, Callable[[Story, Any], list[str]]] = {
    Title: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: list_block,
    Pairs: pairs,
    Box: box,
    Table: table,
    Facts: facts,
    Figure: _figure,
}
