"""Lists, pairs and the Kort box as lines of the PDF."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.documents import structure
from desktop.documents.columns import given_width
from desktop.documents.document import Box, ListBlock, Pairs, Runs, runs
from desktop.documents.fonts import face_for
from desktop.documents.lines import Line, Mark, stack
from desktop.documents.look import ACCENT, MM, TINT, Dress
from desktop.documents.pages import height
from desktop.documents.sheet import Sheet, beside, kept, pad
from desktop.documents.structure import Elem


@dataclass(frozen=True)
class Columns:
    """Where the label of an item stands, how wide it is, and where its text ends (points)."""

    x: float
    indent: float
    right: float


def list_block(sheet: Sheet, block: ListBlock) -> None:
    """Add a list with numbers or bullets."""
    numbering = structure.DECIMAL_LIST if block.ordered else structure.BULLET_LIST
    owner = sheet.root.add("L", attributes=numbering)
    dress = sheet.look.dress["item"]
    labels = labels_of(block)
    indent = _label_width(labels, dress, 8 if sheet.look.dress["body"].size < 14 else 11)
    place = Columns(0, indent, sheet.look.measure * MM)
    for label, content in zip(labels, block.items, strict=True):
        lines = labelled(owner, label, content, dress, place)
        sheet.add(lines, 0, dress.after)
    sheet.air = sheet.look.dress["body"].after


def labelled(owner: Elem, label: str, content: Runs, dress: Dress, place: Columns) -> list[Line]:
    """Return one item: its label on the left, or above the text when it is too wide."""
    item = owner.add("LI")
    strong = Dress(dress.size, dress.line, "SemiBold", dress.colour)
    text, right = place.x + place.indent, place.right
    head = stack(runs(label), strong, item.add("Lbl"), place.x, right - place.x)
    body = stack(content, dress, item.add("LBody").add("P"), text, right - text)
    if len(head) == 1 and all(piece.x + piece.width <= text for piece in head[0].pieces):
        return beside([head, body])
    return kept(head, 2) + body


def _label_width(labels: Iterable[str], dress: Dress, least: float) -> float:
    strong = face_for("SemiBold")
    widest = max((strong.measure("0" * len(label)) for label in labels), default=0.0)
    return max(least * MM, widest * dress.size + 2.5 * MM)


def pairs(sheet: Sheet, block: Pairs) -> None:
    """Add labels with their values; an outcome has a bar on its left."""
    if block.role == "word":
        _hard_words(sheet, block)
        return
    dress = sheet.look.dress["pair"]
    owner = sheet.root.add("L", attributes=structure.PLAIN_LIST)
    outcome = block.role == "outcome"
    indent = _pair_indent(sheet, block) * MM
    x = 10.0 if outcome else 0.0
    right = (sheet.look.wide if outcome else sheet.look.measure) * MM
    place = Columns(x, indent, right)
    for number, (label, content) in enumerate(block.items):
        lines = labelled(owner, label, content, dress, place)
        if outcome:
            pad(lines, 2.5, 2.5)
            for line in lines:
                line.marks.append(Mark(0, 2, ACCENT))
        sheet.add(lines, 4 if outcome and not number else 0, 0 if outcome else dress.after)
    sheet.air = sheet.look.dress["body"].after


def _pair_indent(sheet: Sheet, block: Pairs) -> float:
    if block.role == "outcome":
        return sheet.look.outcome
    return given_width([label for label, _ in block.items], sheet.look)


def _hard_words(sheet: Sheet, block: Pairs) -> None:
    owner = sheet.root.add("L", attributes=structure.PLAIN_LIST)
    dress = sheet.look.dress["body"]
    strong = Dress(dress.size, dress.line, "SemiBold")
    for word, meaning in block.items:
        item = owner.add("LI")
        head = sheet.text(runs(word), strong, item.add("Lbl"))
        body = sheet.text(meaning, dress, item.add("LBody").add("P"))
        sheet.add(kept(head, 2) + body, 0, dress.after)


def box(sheet: Sheet, block: Box) -> None:
    """Add the Kort box: a tint that may vanish and a bar that carries it."""
    dress = sheet.look.dress
    inside, right = 14.0, sheet.look.wide * MM - 11
    elem = sheet.heading(2, block.title)
    head = stack(runs(block.title), dress["boxhead"], elem, inside, right - inside)
    sheet.outline(head, block.title, 2)
    lines = kept(head, 2)
    if lines:
        pad(lines, 0, dress["boxhead"].after)
    numbering = structure.DECIMAL_LIST if block.ordered else structure.BULLET_LIST
    owner = sheet.root.add("L", attributes=numbering)
    labels = labels_of(block)
    place = Columns(inside, _label_width(labels, dress["box"], 8), right)
    for label, content in zip(labels, block.items, strict=True):
        item = labelled(owner, label, content, dress["box"], place)
        pad(item, dress["box"].after / 2, dress["box"].after / 2)
        lines += item
    if not lines:
        return
    pad(lines, 8, 8)
    for line in lines:
        line.marks += [Mark(0, sheet.look.wide * MM, TINT), Mark(0, 3, ACCENT)]
    if height(lines) < sheet.room / 2:
        kept(lines, 3, last=0)
    sheet.add(lines, 5, sheet.look.dress["body"].line * 0.7)


def labels_of(block: ListBlock | Box) -> list[str]:
    """Return the label of every item: a number with a point, or a bullet."""
    return [f"{n}." if block.ordered else "•" for n in range(1, len(block.items) + 1)]
