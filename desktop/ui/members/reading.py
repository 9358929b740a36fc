"""A text of the council as labels on a page: headings, sentences and lists, to read at ease."""

from collections.abc import Iterator

from desktop.documents.document import Block, Heading, ListBlock, Paragraph, Runs, Table, plain
from desktop.documents.markdown import blocks
from desktop.ui.boxes import TOP, Box, Item, beside, stack, text

_ONE_LINE = 44


def reading(markdown: str) -> list[Item]:
    """Return *markdown* (our subset) as parts of a page."""
    return [part for block in blocks(markdown, 3) for part in _parts(block)]


def _parts(block: Block) -> Iterator[Item]:
    match block:
        case Heading():
            yield 6
            yield text(block.text, "h2")
        case Paragraph():
            whole = all(run.bold for run in block.runs)
            yield text(plain(block.runs), "h3" if whole else "body")
        case ListBlock():
            for number, item in enumerate(block.items, 1):
                yield _item(item, f"{number}." if block.ordered else "•")
        case Table():
            for row in block.rows:
                yield text(" · ".join(plain(cell.runs) for cell in row))
        case _:
            return


def _item(runs: Runs, sign: str) -> Box:
    """Return an item of a list; bold words at its beginning stand on a line of their own."""
    words = plain(runs)
    said: Item = text(words)
    if len(words) > _ONE_LINE and runs[0].bold and not all(run.bold for run in runs):
        rest = plain(runs[1:]).removeprefix(":").strip()
        said = stack(text(runs[0].text, "strong"), text(rest), gap=0)
    return beside((text(sign, tone="accent", wrap=False), 0, TOP), (said, 1), gap=10)
