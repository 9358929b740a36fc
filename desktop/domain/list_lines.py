"""Reads the lines of a text as items of a list: numbered, lettered, with dots, or "Vraag 1:"."""

import re
from dataclasses import dataclass

ITEM = re.compile(
    r"[ \t>|]{0,20}(?:(?P<word>(?:advies|deel)?vraag)[ \t]{1,3}(?P<wn>[0-9]{1,2}|"
    r"[a-z])[ \t]{0,3}[:.)–-]?[ \t]{1,5}"
    r"|\((?P<pn>[0-9]{1,2}|[a-z])\)[ \t]{1,10}|(?P<n>[0-9]{1,2})[.)][ \t]{1,10}|"
    r"(?P<l>[a-zA-Z])[.)][ \t]{1,10}"
    r"|(?P<b>[-–•*·▪○●‐o])[ \t]{1,10})(?=\S)",
    re.I,
)


@dataclass(frozen=True)
class Line:
    """A line at ``text[start:end]``; ``rest`` is where its words start behind the mark of an item.

    ``style`` names the kind of mark, "" for a line without; b is a dot or dash.
    """

    start: int
    end: int
    text: str
    style: str = ""
    number: int = 0
    rest: int = 0

    @property
    def blank(self) -> bool:
        """Whether the line says nothing."""
        return not self.text.strip(" \t>|")


def lines_of(text: str) -> list[Line]:
    """Return the lines of *text* in order."""
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        match = ITEM.match(raw[:300])
        if match is None:
            lines.append(Line(start, end, raw))
        else:
            lines.append(Line(start, end, raw, *_style(match), rest=match.end()))
        start = end + 1
    return lines


def _style(match: re.Match[str]) -> tuple[str, int]:
    for style in ("wn", "pn", "n", "l"):
        mark = match[style]
        if mark:
            number = int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
            return (style if mark.isdigit() else f"{style}-letter"), number
    return "b", 0
