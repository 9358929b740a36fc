"""Reads tables in old papers (Word or Markdown): rows of an agenda, and lists of actions."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.domain.dutch_dates import find_dates
from desktop.domain.old_agreed import OldAction

_HEADINGS = {
    "number": ("nr", "nummer", "no", "volgnummer", "actienummer", "#", "punt"),
    "text": ("wat", "actie", "actiepunt", "omschrijving", "onderwerp", "taak", "agendapunt"),
    "owner": ("wie", "door", "eigenaar", "actiehouder", "verantwoordelijke", "naam"),
    "due": ("wanneer", "datum", "klaar voor", "klaar vóór", "deadline", "gereed", "voor", "vóór"),
    "state": ("stand", "status", "staat", "stand van zaken"),
    "agenda": (
        *("tijd", "duur", "tijdsduur", "doel", "minuten", "min", "bijlage", "bijlagen"),
        *("stuk", "stukken", "agendapunt", "inbreng"),
    ),
}
_DONE = ("klaar", "gereed", "afgerond", "gedaan", "afgehandeld", "ja")
_RULE = re.compile(r"[\s:|=-]*")
_BREAK = re.compile(r"<br\s*/?>|\n")
_NUMBER = re.compile(r"\**(?P<number>[1-9][0-9]?[a-z]?)[.)]?\**", re.I)
_NUMBERED = re.compile(r"\**(?P<number>[1-9][0-9]?[a-z]?)[.)]\s*(?P<title>\S.*)", re.I | re.S)
_CLOCK = re.compile(r"\**[0-9]{1,2}[.:][0-9]{2}(?:\s*(?:uur|u))?(?:\s*[-–].*)?\**", re.I)
_TIME = re.compile(_CLOCK.pattern + r"|[0-9]{1,3}\s*(?:min|minuten|')?\.?", re.I)
_FEW = 3
"""In one of the first cells stands the number of an item."""


def cells_of(line: str) -> list[str]:
    """Return the cells of a row, parted by tabs or Markdown's bars; one cell when it is no row."""
    words = line.strip()
    if words.startswith("|") and words.count("|") > 1:
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", words.strip("|"))]
    return [cell.strip() for cell in words.split("\t")] if words else []


def untable(lines: Sequence[str], near: date) -> tuple[list[str], list[OldAction]]:
    """Return *lines* with rows of an agenda as plain headings, and the actions of action tables.

    Other tables, such as who was there, stay as they are. Dates are taken near the day *near*.
    """
    plain: list[str] = []
    actions: list[OldAction] = []
    block: list[str] = []

    def close() -> None:
        rows, found = _block(block, near)
        plain.extend(rows)
        actions.extend(found)
        block.clear()

    for line in lines:
        if len(cells_of(line)) > 1:
            block.append(line)
        elif line.strip() or not block:
            close()
            plain.append(line)
    close()
    return plain, actions


def read_rows(rows: Sequence[Sequence[str]], near: date) -> list[OldAction]:
    """Return the actions of a table whose first row says what stands in each column, or none."""
    columns = _columns(rows[0]) if rows else {}
    if "text" not in columns or not {"owner", "due", "state", "number"} & set(columns):
        return []
    if "agenda" in columns:
        return []
    found: list[OldAction] = []
    for row in rows[1:]:
        cells = {key: row[n].strip(" *") if n < len(row) else "" for key, n in columns.items()}
        if cells["text"]:
            due = next((d.value for d in find_dates(cells.get("due", ""), near)), None)
            done = cells.get("state", "").casefold().startswith(_DONE)
            number, owner = cells.get("number", ""), cells.get("owner", "")
            found.append(OldAction(cells["text"], number, owner, due, done=done))
    return found


def _block(block: Sequence[str], near: date) -> tuple[list[str], list[OldAction]]:
    rows = [cells_of(line) for line in block if not _RULE.fullmatch(line)]
    actions = read_rows(rows, near) if len(rows) > 1 else []
    if actions:
        return [], actions
    head = _columns(rows[0]) if rows else {}
    listed = "agenda" in head and "text" in head
    plain: list[str] = []
    count = 0
    for line, cells in zip((b for b in block if not _RULE.fullmatch(b)), rows, strict=True):
        if listed and cells is rows[0]:
            continue
        found = _item(cells)
        if not found and listed and "number" not in head and len(cells) > head["text"]:
            found = str(count + 1), cells[head["text"]], _without(cells, head["text"])
        if not found:
            plain.append(line)
            continue
        count += 1
        number, title, rest = found
        first, *more = _BREAK.split(title)
        first, after = _bold(first)
        plain.append(f"{number}. {first.rstrip(' .')}    {' '.join(rest)}".rstrip())
        told = [after, *more, *(cell for cell in rest if not _TIME.fullmatch(cell))]
        plain += [_as_text(words) for words in told if words.strip()]
    return plain, []


def _item(cells: Sequence[str]) -> tuple[str, str, list[str]] | None:
    """Return number, title and the other cells of a row of an agenda; None when it is none."""
    number = _NUMBER.fullmatch(cells[0])
    if number and len(cells) > 1 and cells[1] and not _NUMBER.fullmatch(cells[1]):
        return number["number"], cells[1], list(cells[2:])
    for place, cell in enumerate(cells[:_FEW]):
        found = _NUMBERED.fullmatch(cell)
        if found and not _CLOCK.match(cell):
            bold = "**" if cell.startswith("**") else ""
            return found["number"], bold + found["title"], _without(cells, place)
    return None


def _bold(words: str) -> tuple[str, str]:
    """Return the bold beginning of *words* and what comes after it; all of it when none is."""
    found = re.fullmatch(r"\*\*(.+?)\*\*(.*)", words.replace("** **", " "), re.S)
    return (found[1], found[2]) if found else (words.replace("*", ""), "")


def _as_text(words: str) -> str:
    """Return *words* as text below a heading, which no reader takes for a heading itself."""
    words = words.strip()
    return f"- {words}" if words[0].isdigit() else words


def _without(cells: Sequence[str], place: int) -> list[str]:
    return [cell for at, cell in enumerate(cells) if at != place and cell]


def _columns(heading: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(heading):
        name = cell.strip(" .:*").casefold()
        for key, names in _HEADINGS.items():
            if name in names and key not in found:
                found[key] = place
    return found
