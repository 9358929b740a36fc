r"""Read and write the plain text in which people's words are kept: a small part of Markdown.

What counts, and nothing else::

    a paragraph              lines that follow each other keep their line breaks
    **bold**  *italic*       also ***both***
    - a bullet list          ``*`` and ``+`` too; lists within lists become one list
    1. a numbered list       every list counts from 1
    ### a sub-heading        any number of ``#``
    > a quote
    | a | table |            with a line ``| --- | --- |`` under its head; ``---:`` aligns right
    \* \_ \# \| \\           a backslash makes a sign an ordinary sign

All else is text as it stands: HTML, links, code and images have no meaning here, so nothing that
someone types can disappear.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop.documents.document import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
    texts,
    walk,
)
from desktop.documents.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_RULES = ("blockquote", "emphasis", "escape", "heading", "list", "newline", "table")
_NEST = r"(?:[^\S\n]*(?:>|(?:[-*+]|\d{1,9}[.)])[^\S\n]))"
_TOO_DEEP = re.compile(rf"^({_NEST}{{8}}){_NEST}+", re.M)
_SPECIAL = re.compile(r"([\\*_|])")
_LINE_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([>+-])|(\d{1,9})([.)])(?=\s|$))")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero", {"maxNesting": 100}).enable(list(_RULES))


def blocks(text: str, heading_level: Literal[1, 2, 3] = 2) -> tuple[Block, ...]:
    """Return *text* as blocks; its sub-headings get *heading_level*."""
    from markdown_it.tree import SyntaxTreeNode

    text = _TOO_DEEP.sub(r"\1", clean(text))
    tree = SyntaxTreeNode(_parser().parse(text))
    return tuple(_blocks(tree.children, heading_level, quoted=False))


def plain_text(text: str) -> str:
    """Return the words of *text* without its signs; blocks stand on lines of their own."""
    return "\n".join("\n".join(filter(None, texts(block))) for block in walk(blocks(text)))


def _blocks(
    nodes: Sequence["SyntaxTreeNode"], level: Literal[1, 2, 3], *, quoted: bool
) -> Iterable[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                words = " ".join(plain(_runs(node)).split())
                if words:
                    yield Heading(words, level)
            case "bullet_list" | "ordered_list":
                yield ListBlock(tuple(_items(node)), node.type == "ordered_list")
            case "blockquote":
                yield from _blocks(node.children, level, quoted=True)
            case "table":
                yield _table(node)
            case _:
                content = _runs(node)
                if content:
                    yield Paragraph(content, "quote" if quoted else "body")


def _items(node: "SyntaxTreeNode") -> Iterable[Runs]:
    for item in node.children:
        own: list[Run] = []
        nested: list[Runs] = []
        for part in item.children:
            if part.type in {"bullet_list", "ordered_list"}:
                nested += _items(part)
            else:
                content = _runs(part)
                own += [Run("\n"), *content] if own and content else content
        yield _joined(own)
        yield from nested


def _table(node: "SyntaxTreeNode") -> Table:
    rows = [row for part in node.children for row in part.children]
    head = rows[0].children
    right = tuple(
        number for number, cell in enumerate(head) if "right" in str(cell.attrs.get("style", ""))
    )
    return Table(
        tuple(plain(_runs(cell)) for cell in head),
        tuple(tuple(Cell(_runs(cell)) for cell in row.children) for row in rows[1:]),
        right_aligned=right,
    )


def _runs(node: "SyntaxTreeNode") -> Runs:
    return _joined(_inline(node, bold=False, italic=False))


def _inline(node: "SyntaxTreeNode", *, bold: bool, italic: bool) -> Iterable[Run]:
    for number, part in enumerate(node.children):
        match part.type:
            case "strong":
                yield from _inline(part, bold=True, italic=italic)
            case "em":
                yield from _inline(part, bold=bold, italic=True)
            case "softbreak" | "hardbreak":
                yield Run("\n", bold, italic)
            case "text":
                yield Run(part.content, bold, italic)
            case _:
                if number and part.type != "inline":
                    yield Run("\n")
                yield from _inline(part, bold=bold, italic=italic)


def _joined(content: Iterable[Run]) -> Runs:
    """Return *content* with neighbours in the same dress as one, and no air at its ends."""
    result: list[Run] = []
    for run in content:
        words = _said(run)
        if result and (result[-1].bold, result[-1].italic) == (run.bold, run.italic):
            result[-1] = Run(result[-1].text + words, run.bold, run.italic)
        elif words:
            result.append(Run(words, run.bold, run.italic))
    result = [Run(re.sub(r" *\n *", "\n", run.text), run.bold, run.italic) for run in result]
    while result and not result[0].text.strip():
        result.pop(0)
    while result and not result[-1].text.strip():
        result.pop()
    if result:
        first = result[0]
        result[0] = Run(first.text.lstrip(), first.bold, first.italic)
        last = result[-1]
        result[-1] = Run(last.text.rstrip(), last.bold, last.italic)
    return tuple(result)


# --- writing ---------------------------------------------------------------------------------
def to_markdown(content: Iterable[Block]) -> str:
    """Return *content* as Markdown that ``blocks`` reads back.

    Blocks outside the small part (a box, pairs) become paragraphs; of a link the address is written
    behind it.
    """
    parts: list[str] = []
    before: tuple[str, bool] = ("", False)
    for block in walk(tuple(content)):
        match block:
            case Heading(text):
                parts.append("### " + _line(runs_to_markdown((Run(" ".join(text.split())),))))
                before = ("", False)
            case ListBlock(items, ordered):
                kind = "ordered" if ordered else "bullet"
                other = before[0] == kind and not before[1]
                parts.append(_list(items, ordered, other))
                before = (kind, other)
                continue
            case Table():
                parts.append(_pipes(block))
            case Paragraph(runs=said, role=role):
                words = runs_to_markdown(_joined(said))
                parts.append(re.sub("^", "> ", words, flags=re.M) if role == "quote" else words)
            case _:
                parts += [runs_to_markdown(_joined((Run(words),))) for words in texts(block)]
        before = ("", False)
    return "\n\n".join(filter(None, parts))


def _list(items: Sequence[Runs], ordered: bool, other: bool) -> str:
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        # Two lists in a row differ in their sign, otherwise they would be read as one.
        mark = f"{number}{')' if other else '.'} " if ordered else ("* " if other else "- ")
        words = runs_to_markdown(_joined(item))
        lines.append((mark + words.replace("\n", "\n" + " " * len(mark))).rstrip())
    return "\n".join(lines)


def _pipes(table: Table) -> str:
    def row(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    rule = ["---:" if n in table.right_aligned else "---" for n in range(len(table.header))]
    lines = [row(_line(_escaped(text, False)) for text in table.header), row(rule)]
    for cells in table.rows:
        said = ((Run(cell.strong, bold=True), Run(" "), *cell.runs) for cell in cells)
        lines.append(
            row(_line(runs_to_markdown(_joined(content), in_cell=True)) for content in said)
        )
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split())


def runs_to_markdown(content: Runs, *, in_cell: bool = False) -> str:
    """Return *content* as inline Markdown; where signs cannot show the dress, the words stay."""
    dressed = _dressed(content, in_cell)
    if not any(run.bold or run.italic for run in content):
        return dressed
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_parser().parse(dressed))
    read = _joined(run for part in tree.children for run in _inline(part, bold=False, italic=False))
    if plain(read) == plain(content):
        return dressed
    return _dressed(tuple(Run(run.text) for run in content), in_cell)


def _said(run: Run) -> str:
    if run.link and run.link != run.text:
        return f"{run.text} ({run.link})"
    return run.text


def _dressed(content: Runs, in_cell: bool) -> str:
    out = ""
    for run in content:
        signs = ("**" if run.bold else "") + ("*" if run.italic else "")
        text = run.text
        # A sign must touch its word, so the air moves outside: "**bold** text".
        inside = text.strip()
        if not signs or not inside:
            out += _escaped(text, not in_cell and (not out or out.endswith("\n")))
            continue
        start = text[: len(text) - len(text.lstrip())]
        end = text[len(text.rstrip()) :]
        out += start + signs + _escaped(inside, False) + signs[::-1] + end
    return out


def _escaped(text: str, at_start: bool) -> str:
    lines = _SPECIAL.sub(r"\\\1", clean(text)).split("\n")
    return "\n".join(
        _line_escaped(line) if number or at_start else line for number, line in enumerate(lines)
    )


def _line_escaped(line: str) -> str:
    line = line.strip(" ") if not line.strip() else line

    def escape(found: re.Match[str]) -> str:
        if found[1]:
            return "\\" + found[1]
        return "\\" + found[2] if found[2] else f"{found[3]}\\{found[4]}"

    return _LINE_START.sub(escape, line)
