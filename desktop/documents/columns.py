"""How wide the columns of a table become: as asked, but no word needs to be cut if it can fit."""

from collections.abc import Sequence

from desktop.documents.document import Facts, Letterhead, Table, plain
from desktop.documents.fonts import face_for, split
from desktop.documents.look import MM, Look
from desktop.documents.text import tidy

_GAP = 10.0
_READ = 200
"""Rows that are measured: enough to know a column, quick for a list of thousands."""


def table_widths(table: Table, look: Look) -> list[float]:
    """Return the column widths of *table* in points, together the width of the page."""
    size = look.dress["table"].size
    columns = list(range(len(table.header)))
    least = [_widest_word(table.header[column], size, "SemiBold") + _GAP for column in columns]
    natural = list(least)
    for row in table.rows[:_READ]:
        for column, cell in enumerate(row[: len(columns)]):
            for text, weight in ((cell.strong, "SemiBold"), (plain(cell.runs), "Regular")):
                if text:
                    least[column] = max(least[column], _widest_word(text, size, weight) + _GAP)
                    natural[column] = max(natural[column], _width(text, size, weight) + _GAP)
    total = look.wide * MM
    if len(table.widths) == len(columns) and sum(table.widths) > 0:
        wanted = [width * total / sum(table.widths) for width in table.widths]
    else:
        wanted = [min(width, total * 0.6) for width in natural]
        wanted = [width * total / sum(wanted) for width in wanted]
    return share(wanted, least, total)


def facts_widths(facts: Facts, look: Look) -> list[float]:
    """Return the column widths of the kenmerk line in points."""
    size, label = look.dress["table"].size, look.dress["label"].size
    least = [
        max(_widest_word(value, size, "Regular"), _width(name, label, "SemiBold")) + _GAP
        for name, value in facts.items
    ]
    total = look.wide * MM
    count = len(facts.items)
    wanted = (
        [total * part / 150 for part in (42, 42, 44, 22)] if count == 4 else [total / count] * count
    )
    return share(wanted, least, total)


def one_line(letter: Letterhead, look: Look, width: float) -> bool:
    """Say whether sender and contact lines fit beside each other in *width* mm."""
    size = look.dress["senderline"].size
    left = max((_width(text, size, "Regular") for text in letter.sender_lines), default=0.0)
    right = max((_width(text, size, "Regular") for text in letter.contact_lines), default=0.0)
    return left + right + 12 <= width * MM


def label_width(label: str, look: Look) -> float:
    """Return the room that a bold *label* needs before its value, in mm."""
    return _width(label, look.dress["pair"].size, "SemiBold") / MM + 3 if label else 0.0


def given_width(labels: Sequence[str], look: Look) -> float:
    """Return the label column of pairs in mm: the narrowest of three that holds all *labels*."""
    widest = max((label_width(label, look) for label in labels), default=0.0)
    choices = (*look.given, look.outcome)
    return next((width for width in choices if widest <= width), choices[-1])


def share(wanted: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Return *wanted* widths, widened to *least* at the cost of columns with room to spare."""
    if sum(least) >= total:
        # Not all words fit: narrow columns keep their words, the widest ones give way.
        fair = total / len(least)
        small = [min(width, fair) for width in least]
        spare = total - sum(small)
        over = [width - kept for width, kept in zip(least, small, strict=True)]
        return [
            kept + spare * more / sum(over) if sum(over) else kept
            for kept, more in zip(small, over, strict=True)
        ]
    widths = [max(want, need) for want, need in zip(wanted, least, strict=True)]
    excess = sum(widths) - total
    room = [width - need for width, need in zip(widths, least, strict=True)]
    if sum(room) <= 0:
        return [width * total / sum(widths) for width in widths]
    return [width - excess * spare / sum(room) for width, spare in zip(widths, room, strict=True)]


def _width(text: str, size: float, weight: str) -> float:
    lines = tidy(text).split("\n")
    return max(
        sum(one.measure(part) for one, part in split(line, face_for(weight))) * size
        for line in lines
    )


def _widest_word(text: str, size: float, weight: str) -> float:
    return max((_width(word, size, weight) for word in tidy(text).split(" ") if word), default=0.0)
