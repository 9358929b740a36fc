"""Finds the questions a municipality asks: in a list, after "Vraag 1:", or in plain sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.found import Found
from desktop.domain.list_lines import ITEM, Line, lines_of

HEAD = 12_000
"""Loose questions count only in this many characters from the start; a paper asks rhetorically."""
MAX_QUESTIONS = 60


@dataclass(frozen=True)
class Questions:
    """The questions of one text; ``strength`` says how clearly they are asked (0 is none)."""

    strength: int
    asked: tuple[Found[str], ...]


_LEAD = re.compile(
    r"\b(?:vragen|vraag|adviesvragen|verzoeken|verzoek|horen graag|graag horen|vernemen graag|"
    r"graag vernemen|advies over|advies op|ingaan op|aandacht voor)\b[^\n]{0,200}:\W{0,3}$",
    re.I,
)
_ASKING = re.compile(r"\b(?:vragen|verzoeken|verzoekt|vraagt|horen|vernemen)\b", re.I)
_LEAD_PLAIN = re.compile(
    r"\b(?:de volgende|onderstaande|deze|hieronder\w*) (?:\w{1,20} )?(?:vragen|adviesvragen|"
    r"vraag)\b[^\n]{0,120}[.:]?$",
    re.I,
)
_HEADING = re.compile(
    r"^[ \t>#*|]{0,10}(?:[0-9]{1,2}(?:\.[0-9]{1,2})?[.)]?[ \t]{1,5})?(?:(?:de|het|onze|uw|"
    r"concrete|specifieke|centrale) ){0,2}"
    r"(?:advies|deel|consultatie)?vragen(?: (?:aan|van|voor|over)[^\n]{1,80}|"
    r" zijn)?[ \t*]{0,5}[:.]?$",
    re.I,
)
_COURTESY = re.compile(
    r"^(?:(?:hebt|heeft|heb|hebben) (?:u|je|jij|jullie)\b[^?]{0,40}\b(?:vragen|opmerkingen)|"
    r"(?:nog |meer )?vragen\b|"
    r"meer (?:weten|informatie)|interesse|(?:zijn er|is er) (?:nog )?vragen|"
    r"vragen of opmerkingen|wilt u meer)",
    re.I,
)
_QUESTION_END = re.compile(r"\?(?=[\s\"”’')*]|\Z)")
_SENTENCE_START = re.compile(
    r"[.!?:;][\"”’')]{0,2}\s{1,4}|\n\s*\n|\n(?=[ \t>]{0,10}(?:[-•*–]|[0-9]{1,2}[.)])\s)|[.!?:]\n"
)
_INLINE = re.compile(r"(?:^|\s)\(?(?P<n>[1-9]|[a-i])\) ")


def read_questions(text: str) -> Questions:
    """Return the questions of *text*, of the clearest kind only.

    A list after an announcement goes before "Vraag 1:", before a numbered run of questions, before
    loose sentences with a question mark.
    """
    lines = lines_of(text)
    announced = [block for block in _announced(lines, text) if block]
    asking = [
        block for block in announced if 2 * sum("?" in item.value for item in block) >= len(block)
    ]
    for strength, blocks in (
        (5, asking),
        (4, _worded(lines, text)),
        (3, announced),
        (2, _runs(lines, text)),
    ):
        if blocks:
            return Questions(strength, tuple(_near(blocks))[:MAX_QUESTIONS])
    loose = tuple(_loose(text[:HEAD]))[:MAX_QUESTIONS]
    return Questions(1 if loose else 0, loose)


def _near(blocks: Sequence[list[Found[str]]]) -> Iterator[Found[str]]:
    """Yield the first block and those close after it: a letter may ask under several headings."""
    end = blocks[0][0].start
    for block in blocks:
        if block[0].start - end > 3000:
            return
        if block[0].start >= end:
            yield from block
            end = block[-1].end


def _announced(lines: Sequence[Line], text: str) -> Iterator[list[Found[str]]]:
    """Yield the list that follows each "Wij leggen u de volgende vragen voor:"."""
    for place, line in enumerate(lines):
        words = line.text.strip()
        if not words or len(words) > 600:
            continue
        heading = len(words) < 120 and _HEADING.match(words)
        if heading or _LEAD.search(words[-300:]) or _LEAD_PLAIN.search(words[-300:]):
            if line.style == "b" or (line.style and not heading):
                continue
            yield _collect(lines, place + 1, text)
        elif len(words) > 20:
            yield _inline(text, line)


def _collect(lines: Sequence[Line], place: int, text: str) -> list[Found[str]]:
    """Return the items from *place* on: one style, numbers up; deeper items join their item."""
    items = _Items(text)
    for number in range(place, len(lines)):
        alone = number + 1 == len(lines) or lines[number + 1].blank
        if not items.take(lines[number], alone):
            break
    return [_found(text, start, end) for start, end in items.spans]


class _Items:
    """A list of questions while it is being read, line by line."""

    def __init__(self, text: str) -> None:
        self.spans: list[tuple[int, int]] = []
        self._text = text
        self._style = ""
        self._number = 0
        self._strangers = 0
        self._after_blank = True

    def take(self, line: Line, alone: bool) -> bool:
        """Take *line* in; return False when the list ended before it. *alone*: no line follows."""
        if line.blank:
            self._after_blank = True
            return True
        taken = self._take_item(line, alone) if line.style else self._take_words(line)
        self._after_blank = False
        return taken

    def _take_item(self, line: Line, alone: bool) -> bool:
        if self._style in {"", line.style}:
            counts_on = self._style in {"", "b"} or line.number == self._number + 1
            if not counts_on or (self._after_blank and alone and self._is_heading(line)):
                return False
            self._style, self._number, self._strangers = line.style, line.number, 0
            self.spans.append((line.start + line.rest, line.end))
            return True
        if self.spans and self._style != "b" and not self._strangers:
            self._lengthen(line)
            return True
        return self._take_words(line)

    def _take_words(self, line: Line) -> bool:
        words = line.text.rstrip()
        if self._style in {"", "plain"} and words.endswith("?"):
            self._style = "plain"
            self.spans.append((line.start + len(line.text) - len(line.text.lstrip()), line.end))
            return True
        if self.spans and not self._after_blank and not self._is_finished(line):
            self._lengthen(line)
            return True
        self._strangers += 1
        ends = self._style in {"", "b", "plain"} or words.endswith(":")
        return bool(self.spans) and not ends and self._strangers < 3

    def _lengthen(self, line: Line) -> None:
        self.spans[-1] = (self.spans[-1][0], line.end)

    def _is_finished(self, line: Line) -> bool:
        start, end = self.spans[-1]
        ended = self._text[start:end].rstrip().endswith(("?", "."))
        return ended and not line.text.lstrip()[:1].islower()

    def _is_heading(self, line: Line) -> bool:
        """Return whether "3. Planning" is the next heading rather than a third question."""
        words = line.text.rstrip()
        short = len(words.split()) < 8 and not words.endswith((".", "?", ";", ",", ":"))
        asks = ("?" in self._text[start:end] for start, end in self.spans)
        return bool(self.spans) and short and all(asks)


def _worded(lines: Sequence[Line], text: str) -> list[list[Found[str]]]:
    """Return the paragraphs that start with "Vraag 1:", as one block."""
    found: list[Found[str]] = []
    for place, line in enumerate(lines):
        if line.style not in {"wn", "wn-letter"}:
            continue
        end = line.end
        for number in range(place + 1, len(lines)):
            if lines[number].blank or lines[number].style:
                break
            end = lines[number].end
        found.append(_found(text, line.start + line.rest, end))
    return [found] if found else []


def _runs(lines: Sequence[Line], text: str) -> list[list[Found[str]]]:
    """Return the numbered lists of two or more in which most items ask something."""
    blocks: list[list[Found[str]]] = []
    done = 0
    for place, line in enumerate(lines):
        if (
            line.start < done
            or line.number != 1
            or line.style not in {"n", "pn", "l-letter", "pn-letter"}
        ):
            continue
        items = _collect(lines, place, text)
        if len(items) > 1 and 5 * sum("?" in item.value for item in items) >= 3 * len(items):
            blocks.append(items)
            done = items[-1].end
    return blocks


def _inline(text: str, line: Line) -> list[Found[str]]:
    """Return the items of a list inside one sentence: "over (1) de toegang, (2) het tarief"."""
    marks = list(_INLINE.finditer(line.text))
    wanted = [str(number) for number in range(1, len(marks) + 1)]
    letters = [chr(ord("a") + number) for number in range(len(marks))]
    if not marks or not _ASKING.search(line.text[: marks[0].start()]):
        return []
    if len(marks) < 2 or [mark["n"] for mark in marks] not in (wanted, letters):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(line.text)]
    return [
        _found(text, line.start + mark.end(), line.start + end)
        for mark, end in zip(marks, ends, strict=True)
    ]


def _loose(text: str) -> Iterator[Found[str]]:
    """Yield the sentences that end in a question mark, politeness left out."""
    earlier = 0
    for match in _QUESTION_END.finditer(text):
        start = max(earlier, match.start() - 600)
        for stop in _SENTENCE_START.finditer(text, start, match.start()):
            start = stop.end()
        found = _found(text, start, match.end())
        item = ITEM.match(found.quote)
        if item:
            found = _found(text, found.start + item.end(), match.end())
        if not _COURTESY.match(found.value) and len(found.value) > 8:
            yield found
        earlier = match.end()


def _found(text: str, start: int, end: int) -> Found[str]:
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip(" \t\n>|\"“'*"))
    quote = quote.strip(" \t\n>|").lstrip("\"“'*")
    value = " ".join(re.sub(r"\n[ \t]*>+", "\n", quote).split()).rstrip(" ;,")
    value = value.removesuffix(" en").rstrip(" ,.") if value[:1].islower() else value
    return Found(value, quote, start, start + len(quote))
