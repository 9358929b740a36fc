"""Turn the blocks of a document into lines for the PDF, and into its reading structure."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop.documents.compose_lists import box, list_block, pairs
from desktop.documents.compose_tables import facts, picture, table
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
    Run,
    Runs,
    Table,
    Title,
    Together,
    runs,
)
from desktop.documents.lines import Line, stack
from desktop.documents.look import MM
from desktop.documents.pages import height
from desktop.documents.sheet import Sheet, beside, kept


def compose(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """Add *blocks* to *sheet*; signatures that follow each other are set side by side."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "signature":
            waiting.append(block)
            continue
        signatures(sheet, waiting)
        waiting = []
        if isinstance(block, PageBreak):
            sheet.new_page = True
        else:
            _WRITERS[type(block)](sheet, block)
    signatures(sheet, waiting)


def title(sheet: Sheet, block: Title) -> None:
    """Add the title, with its label and subtitle."""
    dress = sheet.look.dress
    if block.label:
        label = sheet.text(runs(block.label), dress["label"], sheet.root.add("P"))
        sheet.add(kept(label, 2), 12)
    name = "subject" if sheet.letter else "title"
    width = sheet.look.wide * MM
    lines = stack(runs(block.text), dress[name], sheet.heading(1, block.text), 0, width)
    sheet.outline(lines, block.text, 1)
    sheet.add(kept(lines, 2), 0, dress[name].after)
    if block.subtitle:
        content = subtitle_runs(block.subtitle)
        subtitle = stack(content, dress["subtitle"], sheet.root.add("P"), 0, width)
        sheet.add(kept(subtitle, 2), 0, dress["subtitle"].after)


def heading(sheet: Sheet, block: Heading) -> None:
    """Add a heading with its bookmark."""
    name = "minutes" if block.item else f"heading{block.level}"
    dress = sheet.look.dress[name]
    lines = sheet.text(runs(block.text), dress, sheet.heading(block.level + 1, block.text))
    sheet.outline(lines, block.text, block.level + 1)
    sheet.add(kept(lines, 2), dress.before, dress.after)


def paragraph(sheet: Sheet, block: Paragraph) -> None:
    """Add running text."""
    match block.role:
        case "quote":
            elem = sheet.root.add("BlockQuote").add("P")
            sheet.put(block.runs, "quote", elem, x=8 * MM)
        case "caption":
            sheet.put(block.runs, "caption", sheet.root.add("Caption"))
        case "closing":
            sheet.tie(2)  # at least two lines of the body go with the closing
            sheet.put(block.runs, block.role, sheet.root.add("P"), keep=3)
        case "salutation":
            sheet.put(block.runs, block.role, sheet.root.add("P"), keep=2)
        case _:
            sheet.put(block.runs, block.role, sheet.root.add("P"))


def signatures(sheet: Sheet, blocks: Sequence[Paragraph]) -> None:
    """Add *blocks* two by two, with room to sign."""
    if blocks:
        sheet.tie(2)
    dress = sheet.look.dress["signature"]
    width = sheet.look.wide * MM
    for number in range(0, len(blocks), 2):
        pair = blocks[number : number + 2]
        columns: list[list[Line]] = []
        for place, block in enumerate(pair):
            x = place * width * 0.52
            content = first_line_bold(block.runs)
            columns.append(sheet.text(content, dress, sheet.root.add("P"), x, width * 0.48))
        sheet.add(kept(beside(columns), 3, last=0), dress.before, 14)


def figure(sheet: Sheet, block: Figure) -> None:
    """Add a picture with its caption."""
    shown = picture(block, sheet.root, sheet.look.wide, sheet.room * 0.8)
    line = Line(shown.height, picture=shown)
    line.keep = 2 if block.caption else 0
    sheet.add([line], 6, 6)
    if block.caption:
        sheet.put(runs(block.caption), "caption", sheet.root.add("Caption"))


def together(sheet: Sheet, block: Together) -> None:
    """Add blocks that stay on one page, when they fill less than half of it."""
    start = len(sheet.lines)
    compose(sheet, block.blocks)
    lines = sheet.lines[start:]
    if lines and height(lines) < sheet.room / 2:
        kept(lines, 3, last=lines[-1].keep)


def subtitle_runs(text: str) -> Runs:
    """Return a subtitle as runs: every line after the first is bold."""
    first, _, others = text.partition("\n")
    return (Run(first), Run("\n" + others, bold=True)) if others else runs(first)


def first_line_bold(content: Runs) -> Runs:
    """Return *content* with its first line bold, if it has more: the name in a signature."""
    if not any("\n" in run.text for run in content):
        return content
    result: list[Run] = []
    first = True
    for run in content:
        head, line_break, rest = run.text.partition("\n")
        if first and line_break:
            result += [
                Run(head, True, run.italic, run.link),
                Run("\n" + rest, run.bold, run.italic),
            ]
            first = False
        else:
            result.append(Run(run.text, run.bold or first, run.italic, run.link))
    return tuple(result)


_WRITERS: dict[type, Callable[[Sheet, Any], None]] = {
    Title: title,
    Heading: heading,
    Paragraph: paragraph,
    ListBlock: list_block,
    Pairs: pairs,
    Box: box,
    Table: table,
    Facts: facts,
    Figure: figure,
    Together: together,
}
