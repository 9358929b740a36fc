"""Reads the head of a Dutch letter or e-mail: subject, sender, reference and what kind it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.domain.found import Found

HEAD = 8000
"""How many characters from the start may hold the head of a letter: about two pages."""

_NAMES = {
    "subject": r"betreft|onderwerp|subject|inzake",
    "reference": (
        r"ons kenmerk|onze referentie|onze ref\.?|kenmerk|zaaknummer|zaak-?id|zaaknr\.?|zaakkenmerk|"
        r"registratienummer|documentnummer|referentie|referentienummer|briefnummer"
    ),
    "your_reference": r"uw kenmerk|uw referentie|uw ref\.?|uw brief(?: van)?|uw advies van",
    "date": r"datum|briefdatum|verzonden op|verzonden|verzenddatum|date|sent|dagtekening",
    "sender": r"van|from|afzender",
    "contact": r"behandeld door|contactpersoon|behandelaar|inlichtingen bij|behandelend ambtenaar|opsteller",
    "other": (
        r"aan|to|cc|bcc|bijlagen?|telefoon(?:nummer)?|tel\.?|e-?mail|plaats|aanvang|locatie|t\.a\.v\.|"
        r"bezoekadres|postadres|doorkiesnummer|website|afdeling|team|status|prioriteit|urgentie"
    ),
}
_WHICH = {key: re.compile(rf"(?:{names})", re.I) for key, names in _NAMES.items()}
_ANY = "|".join(f"(?:{names})" for names in _NAMES.values())
_LABEL = re.compile(
    rf"(?:^[ \t>*|]{{0,20}}|[ ]{{2,20}}|\t[ ]{{0,5}})(?P<name>{_ANY})(?P<stop>\*{{0,2}}[ \t]{{0,10}}:\*{{0,2}}|[ ]{{0,5}}[|\t]|[ ]{{3,20}}(?=\S))",
    re.I | re.MULTILINE,
)
_BARE_LABEL = re.compile(
    rf"^[ \t>*]{{0,20}}(?P<name>{_ANY})[ \t]{{0,10}}:?[ \t]*$", re.I | re.MULTILINE
)
_VALUE = re.compile(r"[ \t*]{0,20}(?P<value>[^\n\t|]{1,300}?)(?=[ ]{3,}|\t|\||\n|\Z)")
_PREFIX = re.compile(
    r"^(?:\s{0,3}(?:re|fw|fwd|antw|doorst|betr)\s?:|\s{0,3}\[[^\]]{1,30}\])\s{0,3}", re.I
)
_SALUTATION = re.compile(r"^(?:geachte|beste|hallo|hoi|dag|l\.s\.)\b", re.I)
_PLACE_NAME = r"[A-ZÀ-Þ'’][\wà-ÿ'’-]{1,30}(?:[ -](?:(?:aan|op|van|en|den|de|der|ter|bij) ){0,2}(?:den |de )?[A-ZÀ-Þ][\wà-ÿ'’-]{1,30}){0,3}"
_MUNICIPALITY = re.compile(rf"\b[Gg](?:emeente|EMEENTE) (?P<place>(?!Stad\b){_PLACE_NAME})")
_BOARD = re.compile(
    rf"\b(?:het college van )?[Bb](?:urgemeester|&|\.)? (?:en )?[Ww](?:ethouders|\.)? van (?:de )?(?:gemeente )?(?P<place>{_PLACE_NAME})"
)
_ON_BEHALF = re.compile(
    r"\b[Nn]amens (?:de |het )(?P<body>(?:Adviesraad|Cliëntenraad|Participatieraad|Wmo-raad|Seniorenraad)[^\n,.]{0,60})"
)
_TO_LINE = re.compile(r"^[ \t>]{0,10}(?:aan\b|t\.a\.v\.|to:)", re.I)
_CLOSING = re.compile(
    r"^[ \t>]{0,10}(?:met (?:vriendelijke|hartelijke|beste) groet(?:en)?|hoogachtend|vriendelijke groet(?:en)?)[^\n]{0,60}\n",
    re.I | re.MULTILINE,
)
_PERSON = re.compile(
    r"^(?:(?:mw|mevr|dhr|drs|mr|ir|dr)\. ?|mevrouw |de heer ){0,2}(?:[A-ZÀ-Þ]\.){0,4} ?[A-ZÀ-Þ][\wà-ÿ'’-]{1,30}(?: (?:(?:van|de|den|der|ten|ter|het|'t|el|al) ){0,3}[A-ZÀ-Þ][\wà-ÿ'’-]{1,30}){0,3}$"
)
_KINDS: tuple[tuple[Literal["zienswijze", "gezamenlijk", "voorlopig"], re.Pattern[str]], ...] = (
    (
        "zienswijze",
        re.compile(
            r"\b(?:uw |een )?zienswijzen? (?:in te dienen|indienen|te geven|kenbaar|naar voren|op )|\buw zienswijze\b",
            re.I,
        ),
    ),
    ("gezamenlijk", re.compile(r"\bgezamenlijk(?:e)? advies\b", re.I)),
    ("voorlopig", re.compile(r"\b(?:voorlopig(?:e)? advies|pre-?advies|eerste reactie)\b", re.I)),
)
_REPLY_MARKS = re.compile(
    r"\b(?:(?:onze |een )?(?:reactie|antwoord|beantwoording) op (?:uw|het|jullie)? ?(?:\w{1,20} )?advies"
    r"|(?:naar aanleiding van|in reactie op|in antwoord op|wij danken u voor|dank voor|bedankt voor|hartelijk dank voor)"
    r" (?:uw|jullie|het)(?: \w{1,20}){0,2} advies(?! uit))",
    re.I,
)


@dataclass(frozen=True)
class Label:
    """A label in the head of a letter ("Ons kenmerk") with the place of its value."""

    key: str
    value: str
    start: int
    end: int


def labels(text: str) -> Iterator[Label]:
    """Yield the labels with a value in the head of *text*, in order of place."""
    head = text[:HEAD]
    found = [*_on_one_line(head), *_value_below(head)]
    yield from sorted(found, key=lambda label: label.start)


def _key(name: str) -> str:
    return next((key for key, names in _WHICH.items() if names.fullmatch(name)), "other")


def _on_one_line(head: str) -> Iterator[Label]:
    for match in _LABEL.finditer(head):
        if ":" not in match["stop"] and _key(match["name"]) in {"sender", "other"}:
            continue
        value = _VALUE.match(head, match.end())
        if value and value["value"].strip(" *") and not _LABEL.match(head, match.end()):
            words = value["value"].rstrip(" *")
            yield Label(
                _key(match["name"]), words, value.start("value"), value.start("value") + len(words)
            )


def _value_below(head: str) -> Iterator[Label]:
    for match in _BARE_LABEL.finditer(head):
        line = re.compile(r"\s{1,3}(?P<value>\S[^\n]{0,200})").match(head, match.end())
        if (
            line
            and not _BARE_LABEL.match(head, line.start("value"))
            and ":" not in line["value"][:20]
        ):
            yield Label(
                _key(match["name"]), line["value"].rstrip(), line.start("value"), line.end("value")
            )
    lines = list(re.finditer(r"[^\n]+", head))
    for above, below in zip(lines, lines[1:], strict=False):
        names = list(re.finditer(r"\S(?:[^\t\n ]| (?! ))*", above.group()))
        values = list(re.finditer(r"\S(?:[^\t\n ]| (?! ))*", below.group()))
        known = [_key(name.group().rstrip(":")) for name in names]
        if (
            len(names) > 1
            and len(names) == len(values)
            and known.count("other") == 0
            and len(names) < 8
        ):
            for key, value in zip(known, values, strict=True):
                start = below.start() + value.start()
                yield Label(key, value.group(), start, start + len(value.group()))


def _labelled(text: str, key: str) -> Iterator[Found[str]]:
    for label in labels(text):
        if label.key == key:
            yield Found(label.value, text[label.start : label.end], label.start, label.end)


def read_subject(text: str) -> Found[str] | None:
    """Return what stands after "Betreft" or "Onderwerp", without Re: and Fw:."""
    for found in _labelled(text, "subject"):
        end = _wrapped_end(text, found.end)
        quote = text[found.start : end]
        value = tidy_subject(quote)
        if value:
            return Found(value, quote, found.start, end)
    return None


def _wrapped_end(text: str, end: int) -> int:
    """Return where a subject ends that runs on over the next line."""
    following = re.compile(r"\n[ \t]{0,40}(?P<line>[^\n]{1,200})").match(text, end)
    if (
        following is None
        or not following["line"][:1].islower()
        or _SALUTATION.match(following["line"])
    ):
        return end
    return following.end()


def tidy_subject(words: str) -> str:
    """Return a subject on one line, without "RE:", "FW:" and the like."""
    words = " ".join(words.split()).strip(" *")
    for _ in range(6):
        shorter = _PREFIX.sub("", words)
        if shorter == words:
            break
        words = shorter
    return words[:300]


def read_title(text: str) -> Found[str] | None:
    """Return the first line when it reads as a title: at least three words and no sentence."""
    match = re.compile(r"\s{0,20}#{0,3} ?(?P<line>[^\n]{10,150}?)[ \t]*(?=\n|\Z)").match(text)
    if match is None:
        return None
    line = match["line"]
    usual = (
        _SALUTATION.match(line)
        or _TO_LINE.match(line)
        or _LABEL.match(line)
        or _MUNICIPALITY.match(line)
    )
    if usual or line.endswith((".", ",", ":", "?")) or len(line.split()) < 3 or "@" in line:
        return None
    return Found(line, line, match.start("line"), match.end("line"))


def read_reference(text: str) -> Found[str] | None:
    """Return the municipality's own reference (kenmerk, zaaknummer)."""
    return next(
        (found for found in _labelled(text, "reference") if _is_reference(found.value)), None
    )


def read_your_reference(text: str) -> Found[str] | None:
    """Return the council's reference that the letter answers to ("uw kenmerk")."""
    return next(
        (found for found in _labelled(text, "your_reference") if len(found.value) < 80), None
    )


def _is_reference(value: str) -> bool:
    return len(value) < 60 and any(sign.isdigit() for sign in value)


def read_contact(text: str) -> Found[str] | None:
    """Return the person who handles the request: after "Behandeld door" or under the greeting."""
    for found in _labelled(text, "contact"):
        return found
    closing = None
    for closing in _CLOSING.finditer(text):
        break
    if closing is None:
        return None
    below = re.compile(r"\s{0,6}(?P<line>[^\n]{3,60})").match(text, closing.end())
    if below and _PERSON.match(below["line"].strip(" ,")):
        line = below["line"].strip(" ,")
        start = text.index(line, below.start("line"))
        return Found(line, line, start, start + len(line))
    return None


def read_sender(text: str) -> Found[str] | None:
    """Return the organisation that wrote the letter, such as "Gemeente Duinrede"."""
    behalf = _ON_BEHALF.search(text)
    if behalf:
        return Found(behalf["body"].strip(), behalf.group(), behalf.start(), behalf.end())
    found = [*_places(text, _MUNICIPALITY), *_places(text, _BOARD)]
    if not found:
        return next((_person_in_header(text)), None)
    top = [item for item in found if item.start < 600 and _starts_line(text, item.start)]
    below = [item for item in found if _after_closing(text, item.start)]
    return (top or below or sorted(found, key=lambda item: item.start))[0]


def _person_in_header(text: str) -> Iterator[Found[str]]:
    yield from (found for found in _labelled(text, "sender") if len(found.value) < 120)


def _places(text: str, pattern: re.Pattern[str]) -> Iterator[Found[str]]:
    for match in pattern.finditer(text[: 4 * HEAD]):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if not _TO_LINE.match(text[line_start : match.end()]):
            name = f"Gemeente {match['place']}"
            yield Found(name, match.group(), match.start(), match.end())


def _starts_line(text: str, place: int) -> bool:
    line_start = text.rfind("\n", 0, place) + 1
    return not text[line_start:place].strip(" \t>|")


def _after_closing(text: str, place: int) -> bool:
    closing = _CLOSING.search(text)
    return closing is not None and closing.start() < place < closing.start() + 600


def read_kind(text: str) -> str:
    """Return "zienswijze", "gezamenlijk" or "voorlopig" when the letter asks for that, else ""."""
    return next((kind for kind, words in _KINDS if words.search(text[:HEAD])), "")


def read_reply_mark(text: str) -> Found[str] | None:
    """Return the words that show that this letter answers an advice, or None."""
    match = _REPLY_MARKS.search(text[:HEAD])
    return Found(match.group(), match.group(), match.start(), match.end()) if match else None
