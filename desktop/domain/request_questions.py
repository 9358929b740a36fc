"""Finds the questions a municipality asks: in a list, after "Vraag 1:", or in plain sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.found import Found

HEAD = 12_000
"""Loose questions count only in this many characters from the start; a paper asks rhetorically."""
MAX_QUESTIONS = 60


@dataclass(frozen=True)
class Questions:
    """The questions of one text; ``strength`` says how clearly they are asked (0 is none)."""

    strength: int
    asked: tuple[Found[str], ...]


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    style: str = ""
    number: int = 0
    rest: int = 0

    @property
    def blank(self) -> bool:
        return not self.text.strip(" \t>|")


_ITEM = re.compile(
    r"[ \t>|]{0,20}(?:(?P<word>(?:advies|deel)?vraag)[ \t]{1,3}(?P<wn>[0-9]{1,2}|"
    r"[a-z])[ \t]{0,3}[:.)–-]?[ \t]{1,5}"
    r"|\((?P<pn>[0-9]{1,2}|[a-z])\)[ \t]{1,10}|(?P<n>[0-9]{1,2})[.)][ \t]{1,10}|"
    r"(?P<l>[a-zA-Z])[.)][ \t]{1,10}"
    r"|(?P<b>[-–•*·▪○●‐o])[ \t]{1,10})(?=\S)",
    re.I,
)
_LEAD = re.compile(
    r"\b(?:vragen|vraag|adviesvragen|verzoeken|verzoek|horen graag|graag horen|vernemen graag|"
    r"graag vernemen|"
    r"advies over|advies op|ingaan op|aandacht voor)\b[^\n]{0,200}:\W{0,3}$",
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
    lines = _lines(text)
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


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        match = _ITEM.match(raw[:300])
        if match is None:
            lines.append(_Line(start, end, raw))
        else:
            lines.append(_Line(start, end, raw, *_style(match), rest=match.end()))
        start = end + 1
    return lines


def _style(match: re.Match[str]) -> tuple[str, int]:
    for style in ("wn", "pn", "n", "l"):
        mark = match[style]
        if mark:
            number = int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
            return (style if mark.isdigit() else f"{style}-letter"), number
    return "b", 0


def _announced(lines: Sequence[_Line], text: str) -> Iterator[list[Found[str]]]:
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
        elif _ASKING.search(words) and len(words) > 20:
            yield _inline(text, line)


def _collect(lines: Sequence[_Line], place: int, text: str) -> list[Found[str]]:
    """Return the items from *place* on: one style, numbers up; deeper items join their item."""
    spans: list[tuple[int, int]] = []
    style, number, strangers, after_blank = "", 0, 0, True
    for offset, line in enumerate(lines[place:]):
        if line.blank:
            after_blank = True
            continue
        if line.style and (not style or line.style == style):
            if style not in {"", "b"} and line.number != number + 1:
                break
            if after_blank and _is_heading(lines[place + offset :], text, spans):
                break
            style, number, strangers = line.style, line.number, 0
            spans.append((line.start + line.rest, line.end))
        elif line.style and spans and style != "b" and not strangers:
            spans[-1] = (spans[-1][0], line.end)
        elif style in {"", "plain"} and line.text.rstrip().endswith("?"):
            style = "plain"
            spans.append((line.start + len(line.text) - len(line.text.lstrip()), line.end))
        elif spans and not after_blank and not _finished(text, spans[-1], line):
            spans[-1] = (spans[-1][0], line.end)
        else:
            strangers += 1
            if (
                strangers > 2
                or not spans
                or style in {"b", "plain"}
                or line.text.rstrip().endswith(":")
            ):
                break
        after_blank = False
    return [_found(text, start, end) for start, end in spans]


def _is_heading(lines: Sequence[_Line], text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether "3. Planning" is the next heading rather than a third question."""
    alone = len(lines[0].text.split()) < 8 and (len(lines) < 2 or lines[1].blank)
    ended = lines[0].text.rstrip().endswith((".", "?", ";", ",", ":"))
    return alone and not ended and all("?" in text[start:end] for start, end in spans)


def _finished(text: str, span: tuple[int, int], line: _Line) -> bool:
    words = text[span[0] : span[1]].rstrip()
    return words.endswith(("?", ".")) and not line.text.lstrip()[:1].islower()


def _worded(lines: Sequence[_Line], text: str) -> list[list[Found[str]]]:
    """Return the paragraphs that start with "Vraag 1:", as one block."""
    found: list[Found[str]] = []
    for place, line in enumerate(lines):
        if line.style not in {"wn", "wn-letter"}:
            continue
        end = line.end
        for following in lines[place + 1 :]:
            if following.blank or following.style:
                break
            end = following.end
        found.append(_found(text, line.start + line.rest, end))
    return [found] if found else []


def _runs(lines: Sequence[_Line], text: str) -> list[list[Found[str]]]:
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


def _inline(text: str, line: _Line) -> list[Found[str]]:
    """Return the items of a list inside one sentence: "over (1) de toegang, (2) het tarief"."""
    marks = list(_INLINE.finditer(line.text))
    wanted = [str(number) for number in range(1, len(marks) + 1)]
    letters = [chr(ord("a") + number) for number in range(len(marks))]
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
        item = _ITEM.match(found.quote)
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
