"""Turn the blocks of a document into lines for the PDF, and into its reading structure."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desktop.documents import structure
from desktop.documents.columns import facts_widths, given_width, table_widths
from desktop.documents.document import (
    Block,
    Box,
    Cell,
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
from desktop.documents.fonts import face_for
from desktop.documents.lines import Line, Mark, Picture, stack
from desktop.documents.look import ACCENT, INK, MM, RULE, TINT, Dress, Look
from desktop.documents.pages import height
from desktop.documents.pictures import fit
from desktop.documents.structure import Elem
from desktop.documents.text import clean

_GAP = 8.0


class Composer:
    """Collects the lines of one document; ``letter`` makes the title a subject line.

    ``room`` is the height of the text area of a whole page in points.
    """

    def __init__(self, look: Look, root: Elem, room: float, letter: bool) -> None:
        self.look, self.root, self.room, self.letter = look, root, room, letter
        self.lines: list[Line] = []
        self._air = 0.0
        self._level = 0
        self._new_page = False
        self._writers: dict[type, Callable[[Any], None]] = {
            Title: self._title,
            Heading: self._heading,
            Paragraph: self._paragraph,
            ListBlock: self._list,
            Pairs: self._pairs,
            Box: self._box,
            Table: self._table,
            Facts: self._facts,
            Figure: self._figure,
            Together: self._together,
        }

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Add *blocks*; signatures that follow each other are set side by side."""
        waiting: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Paragraph) and block.role == "signature":
                waiting.append(block)
                continue
            self._signatures(waiting)
            waiting = []
            if isinstance(block, PageBreak):
                self._new_page = True
            else:
                self._writers[type(block)](block)
        self._signatures(waiting)

    # --- adding lines ------------------------------------------------------------------------
    def _add(self, lines: list[Line], before: float = 0.0, after: float = 0.0) -> None:
        if not lines:
            return
        lines[0].before = max(before, self._air)
        if self._new_page:
            lines[0].new_page, self._new_page = bool(self.lines), False
        self.lines += lines
        self._air = after

    def _text(
        self, content: Runs, dress: Dress, elem: Elem | None, x: float = 0.0, width: float = 0.0
    ) -> list[Line]:
        return stack(content, dress, elem, x, width or self.look.measure * MM)

    def _put(self, content: Runs, name: str, elem: Elem, *, keep: int = 0, x: float = 0.0) -> None:
        dress = self.look.dress[name]
        lines = self._text(content, dress, elem, x, self.look.measure * MM - x)
        if keep:
            for line in lines:
                line.keep = keep
        self._add(lines, dress.before, dress.after)

    def _head_elem(self, level: int) -> Elem:
        # A level is never skipped (ISO 14289-1, 7.4.2): an H3 straight under the title becomes H2.
        self._level = min(level, self._level + 1)
        return self.root.add(f"H{self._level}")

    def _outline(self, lines: list[Line], text: str, level: int) -> None:
        words = " ".join(clean(text).split())
        if lines and words:
            lines[0].outline = (words, level - 1)

    # --- headings and text -------------------------------------------------------------------
    def _title(self, block: Title) -> None:
        dress = self.look.dress
        if block.label:
            label = self._text(runs(block.label), dress["label"], self.root.add("P"))
            self._add(_kept(label, 2), 12)
        self._level = 0
        name = "subject" if self.letter else "title"
        width = self.look.wide * MM
        lines = stack(runs(block.text), dress[name], self._head_elem(1), 0, width)
        self._outline(lines, block.text, 1)
        self._add(_kept(lines, 2), 0, dress[name].after)
        if block.subtitle:
            content = subtitle_runs(block.subtitle)
            subtitle = stack(content, dress["subtitle"], self.root.add("P"), 0, width)
            self._add(_kept(subtitle, 2), 0, dress["subtitle"].after)

    def _heading(self, block: Heading) -> None:
        name = "minutes" if block.item else f"heading{block.level}"
        dress = self.look.dress[name]
        lines = self._text(runs(block.text), dress, self._head_elem(block.level + 1))
        self._outline(lines, block.text, block.level + 1)
        self._add(_kept(lines, 2), dress.before, dress.after)

    def _paragraph(self, block: Paragraph) -> None:
        match block.role:
            case "quote":
                elem = self.root.add("BlockQuote").add("P")
                self._put(block.runs, "quote", elem, x=8 * MM)
            case "caption":
                self._put(block.runs, "caption", self.root.add("Caption"))
            case "closing":
                self._tie(2)  # at least two lines of the body go with the closing
                self._put(block.runs, block.role, self.root.add("P"), keep=3)
            case "salutation":
                self._put(block.runs, block.role, self.root.add("P"), keep=2)
            case _:
                self._put(block.runs, block.role, self.root.add("P"))

    def _tie(self, count: int) -> None:
        """Keep the last *count* lines so far with what follows."""
        for line in self.lines[-count:]:
            line.keep = 3

    def _signatures(self, blocks: Sequence[Paragraph]) -> None:
        if blocks:
            self._tie(2)
        dress = self.look.dress["signature"]
        width = self.look.wide * MM
        for number in range(0, len(blocks), 2):
            pair = blocks[number : number + 2]
            columns: list[list[Line]] = []
            for place, block in enumerate(pair):
                x = place * width * 0.52
                content = first_line_bold(block.runs)
                columns.append(self._text(content, dress, self.root.add("P"), x, width * 0.48))
            self._add(_kept(_beside(columns), 3, last=0), dress.before, 14)

    # --- lists -------------------------------------------------------------------------------
    def _list(self, block: ListBlock) -> None:
        numbering = structure.DECIMAL_LIST if block.ordered else structure.BULLET_LIST
        owner = self.root.add("L", attributes=numbering)
        dress = self.look.dress["item"]
        labels = labels_of(block)
        indent = self._label_width(labels, dress, 8 if self.look.dress["body"].size < 14 else 11)
        for label, content in zip(labels, block.items, strict=True):
            lines = self._labelled(owner, label, content, dress, 0, indent)
            self._add(lines, 0, dress.after)
        self._air = self.look.dress["body"].after

    def _labelled(
        self,
        owner: Elem,
        label: str,
        content: Runs,
        dress: Dress,
        x: float,
        indent: float,
        width: float = 0.0,
    ) -> list[Line]:
        item = owner.add("LI")
        width = width or self.look.measure * MM
        strong = Dress(dress.size, dress.line, "SemiBold", dress.colour)
        head = stack(runs(label), strong, item.add("Lbl"), x, width - x)
        body = stack(content, dress, item.add("LBody").add("P"), x + indent, width - x - indent)
        if len(head) == 1 and all(piece.x + piece.width <= x + indent for piece in head[0].pieces):
            return _beside([head, body])
        return _kept(head, 2) + body

    def _label_width(self, labels: Iterable[str], dress: Dress, least: float) -> float:
        strong = face_for("SemiBold")
        widest = max((strong.measure("0" * len(label)) for label in labels), default=0.0)
        return max(least * MM, widest * dress.size + 2.5 * MM)

    def _pairs(self, block: Pairs) -> None:
        if block.role == "word":
            self._hard_words(block)
            return
        dress = self.look.dress["pair"]
        owner = self.root.add("L", attributes=structure.PLAIN_LIST)
        outcome = block.role == "outcome"
        indent = self._pair_indent(block) * MM
        x = 10.0 if outcome else 0.0
        width = (self.look.wide if outcome else self.look.measure) * MM
        for number, (label, content) in enumerate(block.items):
            lines = self._labelled(owner, label, content, dress, x, indent, width)
            if outcome:
                _pad(lines, 2.5, 2.5)
                for line in lines:
                    line.marks.append(Mark(0, 2, ACCENT))
            self._add(lines, 4 if outcome and not number else 0, 0 if outcome else dress.after)
        self._air = self.look.dress["body"].after

    def _pair_indent(self, block: Pairs) -> float:
        if block.role == "outcome":
            return self.look.outcome
        return given_width([label for label, _ in block.items], self.look)

    def _hard_words(self, block: Pairs) -> None:
        owner = self.root.add("L", attributes=structure.PLAIN_LIST)
        dress = self.look.dress["body"]
        strong = Dress(dress.size, dress.line, "SemiBold")
        for word, meaning in block.items:
            item = owner.add("LI")
            head = self._text(runs(word), strong, item.add("Lbl"))
            body = self._text(meaning, dress, item.add("LBody").add("P"))
            self._add(_kept(head, 2) + body, 0, dress.after)

    def _box(self, block: Box) -> None:
        dress = self.look.dress
        inside, right = 14.0, self.look.wide * MM - 11
        head = stack(
            runs(block.title), dress["boxhead"], self._head_elem(2), inside, right - inside
        )
        self._outline(head, block.title, 2)
        lines = _kept(head, 2)
        if lines:
            _pad(lines, 0, dress["boxhead"].after)
        numbering = structure.DECIMAL_LIST if block.ordered else structure.BULLET_LIST
        owner = self.root.add("L", attributes=numbering)
        labels = labels_of(block)
        indent = self._label_width(labels, dress["box"], 8)
        for label, content in zip(labels, block.items, strict=True):
            item = self._labelled(owner, label, content, dress["box"], inside, indent, right)
            _pad(item, dress["box"].after / 2, dress["box"].after / 2)
            lines += item
        if not lines:
            return
        _pad(lines, 8, 8)
        for line in lines:
            line.marks += [Mark(0, self.look.wide * MM, TINT), Mark(0, 3, ACCENT)]
        if height(lines) < self.room / 2:
            _kept(lines, 3, last=0)
        self._add(lines, 5, self.look.dress["body"].line * 0.7)

    # --- tables ------------------------------------------------------------------------------
    def _table(self, block: Table) -> None:
        columns = len(block.header)
        if not columns:
            return
        dress = self.look.dress
        owner = self.root.add("Table")
        if block.caption:
            caption = stack(
                runs(block.caption), dress["label"], owner.add("Caption"), 0, self.look.wide * MM
            )
            self._add(_kept(caption, 2), 0, 3)
        widths = table_widths(block, self.look)
        row = owner.add("TR")
        cells = [Cell(strong=text) for text in block.header]
        head = self._row(row, cells, widths, block, head=True)
        head[-1].marks.append(Mark(0, sum(widths), INK, 1.2))
        self._add(_kept(head, 2), 0, 0)
        body: list[list[Line]] = []
        for cells_of_row in block.rows:
            cells = [*cells_of_row, *[Cell()] * columns][:columns]
            lines = self._row(owner.add("TR"), cells, widths, block, head=False)
            lines[-1].marks.append(Mark(0, sum(widths), RULE, 0.5))
            body.append(lines)
        self._keep_rows(head, body)
        for lines in body:
            self._add(lines, 0, 0)
        self._air = dress["body"].line * 0.7

    def _keep_rows(self, head: list[Line], body: list[list[Line]]) -> None:
        repeat = tuple(head) if height(head) < self.room / 3 else ()
        for number, lines in enumerate(body):
            # A row is never cut, unless no page can hold it; and one row never stands alone.
            whole = height(lines) < self.room * 0.8
            for line in lines:
                line.keep = 2 if whole else 1
                line.repeat = repeat
            alone = number in (0, len(body) - 2) and number < len(body) - 1
            lines[-1].keep = 2 if alone and whole else 0

    def _row(
        self, row: Elem, cells: Sequence[Cell], widths: Sequence[float], table: Table, *, head: bool
    ) -> list[Line]:
        plain, strong = self.look.dress["table"], self.look.dress["strong"]
        columns: list[list[Line]] = []
        x = 0.0
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            right = number in table.right_aligned
            room = width - (0 if number == len(widths) - 1 else 9)
            elem = self._cell_elem(row, number, table, head=head)
            lines: list[Line] = []
            if cell.strong:
                lines += stack(runs(cell.strong), strong, elem.add("P"), x, room, right)
            if cell.runs:
                lines += stack(cell.runs, plain, elem.add("P"), x, room, right)
            columns.append(lines)
            x += width
        lines = _beside(columns) or [Line(plain.line, leading=plain.line)]
        _pad(lines, 4, 5.5)
        return lines

    def _cell_elem(self, row: Elem, number: int, table: Table, *, head: bool) -> Elem:
        if head:
            return row.add("TH", attributes=structure.COLUMN_HEAD)
        if number == table.row_header:
            return row.add("TH", attributes=structure.ROW_HEAD)
        return row.add("TD")

    def _facts(self, block: Facts) -> None:
        if not block.items:
            return
        dress = self.look.dress
        widths = facts_widths(block, self.look)
        owner = self.root.add("Table")
        rows: list[list[list[Line]]] = [[], []]
        labels, values = owner.add("TR"), owner.add("TR")
        x = 0.0
        for (label, value), width in zip(block.items, widths, strict=True):
            head = labels.add("TH", attributes=structure.COLUMN_HEAD).add("P")
            cell = values.add("TD").add("P")
            rows[0].append(stack(runs(label), dress["label"], head, x, width - 6))
            rows[1].append(stack(runs(value), dress["table"], cell, x, width - 6))
            x += width
        self._add(_kept(_beside(rows[0]), 2), 0, 1)
        self._add(_kept(_beside(rows[1]), 2), 1, 14)

    # --- the others --------------------------------------------------------------------------
    def _figure(self, block: Figure) -> None:
        elem = self.root.add("Figure", alt=clean(block.alt) or clean(block.caption) or "–")
        widest = min(block.width, self.look.wide) * MM
        width, high = fit(block.png, widest, self.room * 0.8)
        line = Line(high, picture=Picture(block.png, width, high, elem))
        line.keep = 2 if block.caption else 0
        self._add([line], 6, 6)
        if block.caption:
            self._put(runs(block.caption), "caption", self.root.add("Caption"))

    def _together(self, block: Together) -> None:
        start = len(self.lines)
        self.blocks(block.blocks)
        lines = self.lines[start:]
        if lines and height(lines) < self.room / 2:
            _kept(lines, 3, last=lines[-1].keep)


def labels_of(block: ListBlock | Box) -> list[str]:
    """Return the label of every item: a number with a point, or a bullet."""
    return [f"{n}." if block.ordered else "•" for n in range(1, len(block.items) + 1)]


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


def _kept(lines: list[Line], keep: int, last: int | None = None) -> list[Line]:
    for line in lines:
        line.keep = max(line.keep, keep)
    if lines and last is not None:
        lines[-1].keep = last
    return lines


def _pad(lines: list[Line], above: float, below: float) -> None:
    lines[0].pad += above
    lines[0].height += above
    lines[-1].height += below


def _beside(columns: Sequence[list[Line]]) -> list[Line]:
    """Return lines of columns next to each other; all have the same line height."""
    deepest = max(columns, key=len, default=[])
    for lines in columns:
        if lines is not deepest:
            for line, other in zip(deepest, lines, strict=False):
                line.pieces = sorted([*line.pieces, *other.pieces], key=lambda piece: piece.x)
    return deepest
