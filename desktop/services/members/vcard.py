"""Cards for an address book: write and read vCard (RFC 6350; version 3 is read as well)."""

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_FOLD = 75
"""Bytes of a line, without its end (RFC 6350, 3.2)."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED = {"n": "\n", "N": "\n"}


@dataclass(frozen=True)
class Card:
    """What of a member goes into an address book."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    since: date | None = None
    """First day as a member; only a table holds it."""
    until: date | None = None
    trouble: str = ""
    """In one sentence what could not be read."""


def write(cards: Sequence[Card]) -> str:
    """Return *cards* as one vCard 4.0 file, with folded lines that end as the standard asks."""
    lines: list[str] = []
    for card in cards:
        first, _space, last = card.name.partition(" ")
        lines += ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_escape(card.name)}"]
        lines.append(f"N:{_escape(last)};{_escape(first)};;;")
        if card.role:
            lines.append(f"ROLE:{_escape(card.role)}")
        if card.email:
            lines.append(f"EMAIL:{_escape(card.email)}")
        if card.phone:
            lines.append(f"TEL:{_escape(card.phone)}")
        if card.address:
            lines.append(f"ADR;LABEL={_parameter(card.address)}:;;;;;;")
        lines.append("END:VCARD")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def read(text: str) -> list[Card]:
    """Return the cards in *text*; what a member has no place for is left out."""
    cards: list[Card] = []
    found: dict[str, str] | None = None
    for name, parameters, value in _fields(text):
        if name == "BEGIN":
            found = {}
        elif name == "END" and found is not None:
            cards.append(_card(found))
            found = None
        elif found is not None:
            label = parameters.get("LABEL", "") if name == "ADR" else ""
            # The first address, number or mail is the one people call theirs.
            found.setdefault("LABEL" if label else name, label or value)
    return cards


def _card(found: dict[str, str]) -> Card:
    parts = [_plain(part) for part in _split(found.get("N", ""))]
    name = _plain(found.get("FN", "")) or " ".join(filter(None, [*parts[1:2], *parts[:1]]))
    return Card(
        name=" ".join(name.split()),
        role=_plain(found.get("ROLE", "")),
        email=_plain(found.get("EMAIL", "")),
        phone=_plain(found.get("TEL", "")).removeprefix("tel:"),
        address=found.get("LABEL", "") or _address(found.get("ADR", "")),
    )


def _address(value: str) -> str:
    """Return a structured address in the lines of an envelope."""
    parts = [_plain(part) for part in _split(value)]
    parts += [""] * (7 - len(parts))
    street, town = ", ".join(filter(None, parts[:3])), " ".join(filter(None, (parts[5], parts[3])))
    return "\n".join(filter(None, (street, town)))


def _fields(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Give name, parameters and raw value of every line; folded lines are put together first."""
    for line in re.sub(r"\r?\n[ \t]", "", text.replace("=\r\n", "=\n")).splitlines():
        head, colon, value = _cut(line)
        if not colon:
            continue
        name, *rest = _unquoted_parts(head)
        parameters: dict[str, str] = {}
        for one in rest:
            key, _equals, told = one.partition("=")
            parameters[key.upper()] = _parameter_value(told)
        if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        yield name.rpartition(".")[2].upper(), parameters, value


def _cut(line: str) -> tuple[str, str, str]:
    """Cut *line* at its first colon outside quotes."""
    quoted = False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return line[:place], ":", line[place + 1 :]
    return line, "", ""


def _unquoted_parts(head: str) -> list[str]:
    return re.findall(r'(?:[^;"]|"[^"]*")+', head) or [""]


def _split(value: str) -> list[str]:
    """Split *value* at every semicolon that is not escaped."""
    return re.findall(r"(?:^|;)((?:[^;\\]|\\.)*)", value, re.DOTALL)


def _escape(words: str) -> str:
    text = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n|\r|\n", "\\\\n", text)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: _UNESCAPED.get(found[1], found[1]), value).strip()


def _parameter(words: str) -> str:
    """Return *words* as a value of a parameter (RFC 6868 for what cannot stand there)."""
    text = words.replace("^", "^^").replace('"', "^'")
    return '"' + re.sub(r"\r\n|\r|\n", "^n", text) + '"'


def _parameter_value(told: str) -> str:
    signs = {"n": "\n", "'": '"', "^": "^"}
    text = told.strip('"')
    text = re.sub(r"\^([n'^])", lambda found: signs[found[1]], text)
    return text.replace("\\n", "\n").strip()


def _folded(line: str) -> Iterator[str]:
    """Give *line* in pieces of at most 75 bytes; every piece after the first starts with a space.

    A sign of more bytes is never cut.
    """
    piece, room = "", _FOLD
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if size > room:
            yield piece
            piece, room = " ", _FOLD - 1
        piece += sign
        room -= size
    yield piece
