"""Reads from a Dutch letter or e-mail who wrote it, about what, and what kind of request it is."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from desktop.domain.found import Found
from desktop.domain.letter_labels import HEAD, labels, starts_with_label

Kind: TypeAlias = Literal["asked", "view", "joint", "provisional"]

_PREFIX = re.compile(
    r"^(?:\s{0,3}(?:re|fw|fwd|antw|doorst|betr)\s?:|\s{0,3}\[[^\]]{1,30}\])\s{0,3}", re.I
)
_SALUTATION = re.compile(r"^(?:geachte|beste|hallo|hoi|dag|l\.s\.)\b", re.I)
_WORD = r"[A-ZÀ-Þ'’][\wà-ÿ'’-]{1,30}"
_PLACE = rf"{_WORD}(?:[ -](?:(?:aan|op|van|en|den|de|der|ter|bij) ){{0,3}}{_WORD}){{0,3}}"
_MUNICIPALITY = re.compile(rf"\b[Gg](?:emeente|EMEENTE) (?P<place>{_PLACE})")
_BOARD = re.compile(
    r"\b(?:[Bb]urgemeester en [Ww]ethouders|[Bb](?:\.| ?&| en) ?[Ww]\.?) van (?:de )?"
    rf"(?:gemeente )?(?P<place>{_PLACE})"
)
_ON_BEHALF = re.compile(
    r"\b[Nn]amens (?:de |het )(?P<body>"
    r"(?:Adviesraad|Cliëntenraad|Participatieraad|Wmo-raad|Seniorenraad)[^\n,.]{0,60})"
)
_TO_LINE = re.compile(r"^[ \t>]{0,10}(?:aan\b|t\.a\.v\.|to:)", re.I)
_CLOSING = re.compile(
    r"^[ \t>]{0,10}(?:(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|hoogachtend)"
    r"[^\n]{0,60}\n",
    re.I | re.MULTILINE,
)
_PERSON = re.compile(
    r"(?:(?:[Mm]w|[Mm]evr|[Dd]hr|drs|mr|ir|dr)\. ?|[Mm]evrouw |"
    r"[Dd]e heer ){0,2}(?:[A-ZÀ-Þ]\.){0,4} ?"
    rf"{_WORD}(?: (?:(?:van|de|den|der|ten|ter|het|'t|el|al) ){{0,3}}{_WORD}){{0,3}}"
)
_FIRST_LINE = re.compile(r"\s{0,20}#{0,3} ?(?P<line>[^\n]{10,150}?)[ \t]{0,20}(?=\n|\Z)")
_NEXT_LINE = re.compile(r"\n[ \t]{0,40}(?P<line>[^\n]{1,200})")
_LINE = re.compile(r"[^\n]+")
_NO_PERSON = re.compile(
    r"(?:gemeente|afdeling|team|college|sociaal|maatschappelijk|namens|burgemeester|het|de)\b", re.I
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "view",
        re.compile(
            r"\bzienswijzen? (?:in te dienen|indienen|te geven|kenbaar|naar voren|op )"
            r"|\buw zienswijze\b|\bzienswijzeprocedure\b",
            re.I,
        ),
    ),
    ("joint", re.compile(r"\bgezamenlijk(?:e)? advies\b", re.I)),
    ("provisional", re.compile(r"\b(?:voorlopig(?:e)? advies|pre-?advies|eerste reactie)\b", re.I)),
)
_REPLY_MARK = re.compile(
    r"\b(?:(?:reactie|antwoord|beantwoording) op (?:(?:uw|het|jullie) )?(?:\w{1,20} )?advies\b"
    r"|(?:naar aanleiding van|in reactie op|in antwoord op|dank(?:en wij u)? voor|bedankt voor) "
    r"(?:uw|jullie)(?: \w{1,20}){0,2} advies(?! uit)\b)",
    re.I,
)


def read_subject(text: str) -> Found[str] | None:
    """Return what stands after "Betreft" or "Onderwerp", without Re: and Fw:."""
    for found in _labelled(text, "subject"):
        following = _NEXT_LINE.match(text, found.end)
        # A subject that runs on over the next line goes on in small letters.
        end = following.end() if following and following["line"][0].islower() else found.end
        value = tidy_subject(text[found.start : end])
        if value:
            return Found(value, text[found.start : end], found.start, end)
    return None


def read_title(text: str) -> Found[str] | None:
    """Return the first line when it reads as a title: at least three words and no sentence."""
    match = _FIRST_LINE.match(text)
    if match is None:
        return None
    line = match["line"]
    usual = (_SALUTATION, _TO_LINE, _MUNICIPALITY)
    if any(pattern.match(line) for pattern in usual) or starts_with_label(line):
        return None
    if line.endswith((".", ",", ":", "?")) or len(line.split()) < 3 or "@" in line:
        return None
    return Found(line, line, match.start("line"), match.end("line"))


def tidy_subject(words: str) -> str:
    """Return a subject on one line, without "RE:", "FW:" and the like."""
    words = " ".join(words.split()).strip(" *")
    for _ in range(6):  # a mail that was answered and sent on many times
        words = _PREFIX.sub("", words)
    return words[:300]


def read_reference(text: str) -> Found[str] | None:
    """Return the municipality's own reference (kenmerk, zaaknummer); it holds a digit."""
    return next(_with_digit(_labelled(text, "reference")), None)


def read_your_reference(text: str) -> Found[str] | None:
    """Return the council's reference that the letter answers to ("uw kenmerk")."""
    return next(_with_digit(_labelled(text, "your_reference")), None)


def read_contact(text: str) -> Found[str] | None:
    """Return the person who handles the request: after "Behandeld door" or under the greeting."""
    for found in _labelled(text, "contact"):
        return found
    closing = _CLOSING.search(text)
    place = closing.end() if closing else len(text)
    for line in list(_LINE.finditer(text, place, min(len(text), place + 400)))[:5]:
        name = line.group().strip(" ,\t")
        if _PERSON.fullmatch(name) and " " in name and not _NO_PERSON.match(name):
            start = line.start() + line.group().index(name)
            return Found(name, name, start, start + len(name))
    return None


def read_sender(text: str) -> Found[str] | None:
    """Return the organisation that wrote the letter, such as "Gemeente Duinrede".

    The letterhead counts most, then the signature, then the first mention. An e-mail that was sent
    on without any of these gives the person after "Van:".
    """
    behalf = _ON_BEHALF.search(text[: 4 * HEAD])
    if behalf:
        return Found(behalf["body"].strip(), behalf.group(), behalf.start(), behalf.end())
    found = sorted(_bodies(text[: 4 * HEAD]), key=lambda body: body.start)
    closing = _CLOSING.search(text)
    signed = range(closing.start(), closing.start() + 600) if closing else range(0)
    top = [body for body in found if body.start < 600 and _starts_line(text, body.start)]
    below = [body for body in found if body.start in signed]
    person = (found for found in _labelled(text, "sender") if len(found.value) < 120)
    return next(iter(top or below or found), None) or next(person, None)


def read_kind(text: str) -> Kind:
    """Return what kind of advice the letter asks for; "asked" unless its words say otherwise."""
    for kind, words in _KINDS:
        if words.search(text[:HEAD]):
            return kind
    return "asked"


def read_reply_mark(text: str) -> Found[str] | None:
    """Return the words that show that this letter answers an advice, or None."""
    match = _REPLY_MARK.search(text[:HEAD])
    return Found(match.group(), match.group(), match.start(), match.end()) if match else None


def _labelled(text: str, key: str) -> Iterator[Found[str]]:
    for label in labels(text):
        if label.key == key:
            yield Found(label.value, text[label.start : label.end], label.start, label.end)


def _with_digit(found: Iterator[Found[str]]) -> Iterator[Found[str]]:
    return (one for one in found if len(one.value) < 60 and any(map(str.isdigit, one.value)))


def _bodies(text: str) -> Iterator[Found[str]]:
    """Yield the municipalities that are named, but not the one a letter is addressed to."""
    for pattern in (_MUNICIPALITY, _BOARD):
        for match in pattern.finditer(text):
            line_start = text.rfind("\n", 0, match.start()) + 1
            if not _TO_LINE.match(text[line_start : match.end()]):
                name = f"Gemeente {match['place']}"
                yield Found(name, match.group(), match.start(), match.end())


def _starts_line(text: str, place: int) -> bool:
    line_start = text.rfind("\n", 0, place) + 1
    return not text[line_start:place].strip(" \t>|")
