"""Gives the list paragraphs of a Word file back the numbers that Word only draws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.documents.readers.archive import Element, attribute, child, local

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
BULLET = "-"
DEEPEST = 9
"""Word counts lists nine levels deep, OpenDocument ten."""


@dataclass(frozen=True)
class Level:
    """How one level of a list counts: first number, style of the number and the text around it."""

    start: int = 1
    style: str = "decimal"
    template: str = "%1."


@dataclass
class _List:
    """A list as it runs through the paper: its levels and where each counter stands."""

    levels: dict[int, Level]
    counters: dict[int, int] = field(default_factory=dict[int, int])


def written(number: int, style: str) -> str:
    """Return *number* in a Word or OpenDocument number *style* (decimal, letters, Roman)."""
    if style in {"lowerLetter", "a", "upperLetter", "A"}:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if style in {"upperLetter", "A"} else letter
    if style in {"lowerRoman", "i", "upperRoman", "I"}:
        roman, rest = "", min(max(number, 0), 399)
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman.upper() if style in {"upperRoman", "I"} else roman
    return f"{number:02d}" if style == "decimalZero" else str(number)


class Numbering:
    """The running numbers of a Word file; ask ``label`` once per list paragraph, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._named: dict[str, str] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._styles = _style_numbers(styles)
        parts = list(numbering) if numbering is not None else []
        for part in parts:
            if local(part) == "abstractNum":
                self._add_abstract(part)
        counters: dict[str, dict[int, int]] = {}
        for part in parts:
            if local(part) == "num":
                self._add_list(part, counters)

    def label(self, properties: Element | None) -> str:
        """Return the number in front of the paragraph with these ``w:pPr`` *properties*, or ""."""
        number, level = self._place(properties)
        running = self._lists.get(number)
        if running is None or level not in running.levels:
            return ""
        counters = running.counters
        start = running.levels[level].start
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]
        shape = running.levels[level]
        if shape.style == "bullet":
            return BULLET
        if shape.style == "none":
            return ""
        return _PLACE.sub(lambda match: self._count(running, int(match[1]) - 1), shape.template)

    @staticmethod
    def _count(running: _List, level: int) -> str:
        shape = running.levels.get(level, Level())
        return written(running.counters.get(level, shape.start), shape.style)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        own = child(properties, "numPr")
        style = child(properties, "pStyle")
        number, level = (
            self._styles.get(attribute(style, "val"), ("", 0)) if style is not None else ("", 0)
        )
        if own is not None:
            number_element, level_element = child(own, "numId"), child(own, "ilvl")
            if number_element is not None:
                number = attribute(number_element, "val")
            if level_element is not None:
                level = _whole(attribute(level_element, "val"))
        return number, level

    def _add_abstract(self, part: Element) -> None:
        key = attribute(part, "abstractNumId")
        self._abstract[key] = dict(_levels(part))
        for item in part:
            if local(item) == "styleLink":
                self._named[attribute(item, "val")] = key
            elif local(item) == "numStyleLink":
                self._linked[key] = attribute(item, "val")

    def _add_list(self, part: Element, counters: dict[str, dict[int, int]]) -> None:
        pointer = child(part, "abstractNumId")
        abstract = attribute(pointer, "val") if pointer is not None else ""
        abstract = self._named.get(self._linked.get(abstract, ""), abstract)
        levels = dict(self._abstract.get(abstract, {}))
        restarted = False
        for item in part:
            if local(item) == "lvlOverride":
                place = _whole(attribute(item, "ilvl"))
                levels.update(_levels(item))
                start = child(item, "startOverride")
                if start is not None and place < DEEPEST:
                    old = levels.get(place, Level())
                    levels[place] = Level(_whole(attribute(start, "val")), old.style, old.template)
                    restarted = True
        # Lists that share a definition count on, unless this one says where it starts.
        shared = {} if restarted else counters.setdefault(abstract, {})
        self._lists[attribute(part, "numId")] = _List(levels, shared)


def _levels(part: Element) -> Iterator[tuple[int, Level]]:
    for item in part:
        if local(item) != "lvl" or _whole(attribute(item, "ilvl")) >= DEEPEST:
            continue
        values = {local(piece): attribute(piece, "val") for piece in item}
        yield (
            _whole(attribute(item, "ilvl")),
            Level(
                _whole(values.get("start", "1")),
                values.get("numFmt", "decimal"),
                values.get("lvlText", ""),
            ),
        )


def _style_numbers(styles: Element | None) -> dict[str, tuple[str, int]]:
    own: dict[str, tuple[str, int]] = {}
    parents: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if local(style) != "style":
            continue
        key = attribute(style, "styleId")
        parent = child(style, "basedOn")
        if parent is not None:
            parents[key] = attribute(parent, "val")
        numbers = child(child(style, "pPr"), "numPr")
        if numbers is not None:
            number, level = child(numbers, "numId"), child(numbers, "ilvl")
            if number is not None:
                place = _whole(attribute(level, "val")) if level is not None else 0
                own[key] = (attribute(number, "val"), place)
    result = dict(own)
    for key in parents:
        ancestor, steps = key, 0
        while ancestor not in own and ancestor in parents and steps < 20:
            ancestor, steps = parents[ancestor], steps + 1
        if ancestor in own:
            result[key] = own[ancestor]
    return result


def _whole(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else 0
