"""Joins the lines of a printed page into paragraphs, as a reader sees them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Words that keep their hyphen when it stands at the end of a line: Wmo-raad, pgb-houder.
from desktop.domain.word_sets import word_set

_SHORT_FORMS = word_set("wmo wlz awb avg zvw pgb bsn pw asd ggz lvb vng wsw woo ai it ict")
_LIST_ITEM = re.compile(
    r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?|[a-z][.)]|[-•–▪●○*\uf0b7\uf0a7\uf0d8]"
    r"|vraag [0-9]{1,2}:?)\s",
    re.I,
)
_NUMBER_ONLY = re.compile(r"^[0-9]{1,2}\s")
_LABEL = re.compile(
    r"^(?:betreft|onderwerp|(?:ons |uw )?kenmerk|datum|bijlagen?|behandeld door|aan|van)\s*:",
    re.I,
)
_SENTENCE_END = (".", ":", ";", "?", "!", "”", '"')


@dataclass(frozen=True)
class Line:
    """A line on a page. Places are in points; zero width means that they are not known."""

    text: str
    page: int = 0
    hyphen: bool = False
    left: float = 0
    right: float = 0
    bottom: float = 0
    height: float = 0
    first_word: float = 0


def joined(lines: Sequence[Line]) -> str:
    """Return the lines as text: wrapped lines run on, paragraphs are parted by a blank line."""
    if not lines:
        return ""
    pitch = _usual_pitch(lines)
    margins = _right_margins(lines)
    pieces = [lines[0].text]
    for before, line in pairwise(lines):
        margin = margins.get(before.page, before.right)
        pieces.append(_seam(before, line, pitch, margin))
        pieces.append(line.text)
    return "".join(pieces)


def _usual_pitch(lines: Sequence[Line]) -> float:
    steps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.bottom - line.bottom < 3 * max(line.height, 1)
    ]
    return median(steps) if steps else 0


def _right_margins(lines: Sequence[Line]) -> dict[int, float]:
    margins: dict[int, float] = {}
    for line in lines:
        margins[line.page] = max(margins.get(line.page, 0), line.right)
    return margins


def _seam(before: Line, line: Line, pitch: float, margin: float) -> str:
    """Return what stands between two lines: a space, nothing, a line break or a blank line."""
    if before.hyphen:
        return _hyphen(before.text, line.text)
    if _starts_anew(line.text):
        return "\n\n" if _gap(before, line, pitch) or before.text.endswith(_SENTENCE_END) else "\n"
    runs_on = not before.text.endswith(_SENTENCE_END)
    if before.page != line.page:
        return " " if runs_on and line.text[:1].islower() else "\n\n"
    if _gap(before, line, pitch) or _other_size(before, line):
        return "\n\n"
    if line.text[:1].islower() and runs_on:
        return _joint(before.text)
    if _fits(before, line, margin):
        return "\n" if runs_on else "\n\n"
    return _joint(before.text)


def _starts_anew(text: str) -> bool:
    item = _LIST_ITEM.match(text)
    # "15 september" at the start of a line is a date that runs on, not item 15.
    return bool(item and not _NUMBER_ONLY.match(text)) or bool(_LABEL.match(text))


def _gap(before: Line, line: Line, pitch: float) -> bool:
    step = before.bottom - line.bottom
    return before.page == line.page and pitch > 0 and (step > 1.25 * pitch or step < -0.5 * pitch)


def _other_size(before: Line, line: Line) -> bool:
    low, high = sorted((before.height, line.height))
    return low > 0 and high > 1.15 * low


def _fits(before: Line, line: Line, margin: float) -> bool:
    """Return whether the next word would have fitted: then the writer ended the line on purpose."""
    return line.first_word > 0 and before.right + line.first_word + 0.5 * before.height < margin


def _joint(text: str) -> str:
    return "" if text.endswith("-") and text[-2:-1].isdigit() else " "


def _hyphen(before: str, after: str) -> str:
    last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    keeps = last.lower() in _SHORT_FORMS or last[1:].lower() != last[1:] or last[-1:].isdigit()
    return "-" if keeps or not after[:1].islower() else ""
