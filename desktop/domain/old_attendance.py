"""Reads who was there from old minutes: names, roles, by video, away with or without a message."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

PRESENCE = re.compile(
    r"^[#*\s]*(?P<label>(?:ook |wel )?aanwezig(?:en|e leden)?|via teams|online|voorzitter|"
    r"(?:ambtelijk )?secretaris|leden|notulist|verslag(?:legging)?|gast(?:en)?|namens [\w ]{2,30}|"
    r"toehoorders?|afgemeld|afwezig[\w /]{0,40})"
    r"\s*(?:\([^)]*bericht[^)]*\))?[*\s]*(?::\**\s*(?P<names>.*)|)$",
    re.I,
)
_SPLIT_NAMES = re.compile(r",(?![^(]*\))|;|\ben\b(?![^(]*\))")
_BRACKETS = re.compile(r"\s*\((?P<words>[^)]*)\)")
POLITE = re.compile(r"^(?:mw|mevr|mevrouw|dhr|de heer|hr)\.?\s+", re.I)
_FROM = re.compile(r"vanaf (?:agenda)?punt\s+([0-9]{1,2}[a-z]?)", re.I)
_UNTIL = re.compile(r"t/m (?:agenda)?punt\s+([0-9]{1,2}[a-z]?)", re.I)
_BEFORE_ITEM = re.compile(r"\btot (?:agenda)?punt\s+([0-9]{1,2})\b", re.I)
_MOST_NAMES = 40
_LONGEST = 4000
"""Signs of a line with names."""


@dataclass(frozen=True)
class Someone:
    """A person on the attendance list; items by their number, or empty."""

    name: str
    role: str = ""
    way: str = "room"
    first: str = ""
    last: str = ""
    guest: bool = False


def only_presence(lines: Sequence[str]) -> bool:
    """Tell whether *lines* are an attendance list and nothing else."""
    return all(not line.strip() or PRESENCE.match(line) for line in lines)


def read_people(lines: Sequence[str]) -> list[Someone]:
    """Return who was there and who was not, from the lines before the first item."""
    result: list[Someone] = []
    way, role, waiting = "room", "", False
    for line in lines:
        found = PRESENCE.match(line)
        if found:
            label = found["label"].casefold()
            way, role = _way(label, way), _role(label)
            names = (found["names"] or "").strip()
            result += _names(names, way, role)
            waiting = not names
        elif waiting and line.strip():
            cells = [cell.strip() for cell in re.split(r"[|\t]", line.strip(" |"))]
            if len(cells) > 1:
                result += _row(cells, way)
            else:
                result += _names(line, way, role)
                waiting = False
    return list({one.name: one for one in result}.values())[:_MOST_NAMES]


def _way(label: str, before: str) -> str:
    if label.startswith(("afwezig", "afgemeld")):
        without = "zonder" in label
        return "absent" if without else "absent_notice"
    if label in ("via teams", "online"):
        return "online"
    if label.startswith(("aanwezig", "ook aanwezig", "wel aanwezig", "gast", "namens")):
        return "room"
    return before if before in ("room", "online") else "room"


def _role(label: str) -> str:
    if label.startswith(("voorzitter", "secretaris", "gast")):
        return "" if label.startswith("gast") else label
    return label.removeprefix("namens ") if label.startswith(("namens", "ambtelijk")) else ""


def _row(cells: Sequence[str], way: str) -> list[Someone]:
    """Return the person in a row of a table: first name, surname, organisation."""
    if re.fullmatch(r"[:\-\s]*", "".join(cells)) or cells[0].casefold() in ("naam", "voornaam"):
        return []
    name, role = " ".join(cells[:2]), " ".join(cells[2:])
    return [Someone(name, role, way, guest=bool(role))] if cells[0] else []


def _names(words: str, way: str, role: str) -> list[Someone]:
    result: list[Someone] = []
    told = re.sub(r"^\(?[0-9]+ personen\)?\s*", "", words.strip()[:_LONGEST])
    for piece in _SPLIT_NAMES.split(told):
        said = " ".join(found["words"] for found in _BRACKETS.finditer(piece))
        name = POLITE.sub("", _BRACKETS.sub("", piece).strip(" .-*:"))
        if len(name) < 2 or name[0].islower() or len(name.split()) > 6:
            continue
        short = {"vz": "voorzitter", "secr": "secretaris", "secr.": "secretaris"}
        own = next((long for key, long in short.items() if key in said.casefold().split()), role)
        first, last = _FROM.search(said), _UNTIL.search(said)
        before = _BEFORE_ITEM.search(said)
        until = last[1] if last and "voorzitter" not in said else ""
        if before and int(before[1]) > 1:
            until = str(int(before[1]) - 1)
        result.append(Someone(name, own, way, first[1] if first else "", until))
    return result
