"""Names of persons: finds them by title, initials or because the council knows them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop.domain.word_sets import word_set

Kind: TypeAlias = Literal["titled", "initials", "known", "said", "official"]


@dataclass(frozen=True)
class NameFound:
    """A name at ``text[start:end]`` and by what it was recognised."""

    kind: Kind
    start: int
    end: int


_INITIALS = r"(?:[A-Z]\.(?:[ -]?(?:[A-Z]|Th|Ch|Ph|IJ)\.){0,5})"
_PARTICLES = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Hh]et|['’][Tt]|[Ii]n|[Oo]p|[Vv]on|"
    r"[Ee]l|[Aa]l|[Ll]e|[Ll]a|[Bb]en) ){0,3}"
)
_SURNAME = (
    rf"{_PARTICLES}(?:el-|al-|d['’]|O['’])?[A-ZÀ-Þ][a-zà-ÿ][\wà-ÿ'’]{{0,30}}"
    rf"(?:-{_PARTICLES}[A-ZÀ-Þ][\wà-ÿ'’]{{1,30}}){{0,2}}(?!\w)"
)
_FIRST = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})? ){0,2}"
_TITLE = (
    r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]ej\.|(?:[Dd]e )?[Hh]eer|[Dd]hr\.?|[Hh]r\.|[Mm]eneer|"
    r"[Mm]ijnheer|"
    r"[Ff]amilie|[Ff]am\.|[Dd]rs\.|[Dd]r\.|[Ii]r\.|[Mm]r\.|[Pp]rof\.|[Ii]ng\.)"
)
_TITLED = re.compile(
    rf"(?<![\w-]){_TITLE}(?: (?:drs|dr|ir|mr|prof|ing)\.){{0,2}} (?:(?P<initials>{_INITIALS}) ?|"
    rf"{_FIRST}){_SURNAME}"
)
_WITH_INITIALS = re.compile(rf"(?<![\w.-])(?P<initials>{_INITIALS}) ?{_SURNAME}")
_SAID = re.compile(
    rf"\b(?:[Mm]ijn naam is|[Ii]k heet|[Zz]ij heet|[Hh]ij heet|"
    rf"genaamd) (?P<name>{_FIRST}{_SURNAME})"
)
_BY_PATTERN: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("titled", _TITLED),
    ("initials", _WITH_INITIALS),
)
_ROLES = (
    r"(?:wethouder|burgemeester|loco-burgemeester|raadslid|fractievoorzitter|gemeentesecretaris|"
    r"griffier|minister|"
    r"staatssecretaris|gedeputeerde|voorzitter|vice-voorzitter|vicevoorzitter|secretaris|"
    r"penningmeester|"
    r"ambtelijk secretaris|beleidsadviseur|beleidsmedewerker|afdelingshoofd|teamleider|"
    r"teammanager|directeur|"
    r"projectleider|gemeentesecretaris-directeur|concerndirecteur|wnd\. voorzitter|wethouder\(s\))"
)
_ROLE_BEFORE = re.compile(
    rf"(?<!\w)(?:{_ROLES}|behandeld door|contactpersoon|namens de gemeente|"
    rf"geachte)\s?:?,? ?(?:zorg,? |sociaal domein,? |wmo,? |jeugd,? )?$",
    re.I,
)
_ROLE_AFTER = re.compile(
    rf",?\s{{1,3}}(?:\((?:{_ROLES}|gemeente|ambtenaar|vz|secr\.?)|(?:de |onze )?{_ROLES}(?!\w|"
    rf"\s?:))|\s?\((?:gemeente|ambtenaar|{_ROLES})\b",
    re.I,
)
_ENUMERATED = re.compile(
    r"(?:^|\n|\t|bijlage |optie |variant |onderdeel |deel |scenario |categorie |groep |lid |sub |"
    r"punt |zaal |blok )$",
    re.I,
)
_NOT_NAMES = word_set(
    "Wmo Jeugdwet Participatiewet Awb Raad College Gemeente Adviesraad Voorzitter "
    "Secretaris Wethouder Burgemeester Leden Inwoners Artikel Hoofdstuk Bijlage Punt "
    "Besluit De Het Een"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")
_LEADING = re.compile(rf"^(?:{_TITLE}|drs\.|dr\.|ir\.|mr\.|prof\.)\s+")
_SMALL = word_set("van de den der ten ter het 't ’t in op von el al le la ben")


def find_names(text: str, known: Collection[str] = ()) -> Iterator[NameFound]:
    """Yield the names in *text*; the same place may be found more than once."""
    named = [
        NameFound(_kind(text, match.start(), match.end(), kind), match.start(), match.end())
        for kind, pattern in _BY_PATTERN
        for match in pattern.finditer(text)
        if kind == "titled" or not _is_enumeration(text, match)
    ]
    # Who was introduced in an office stays in it: "mw. S. Dijkgraaf (gemeente)" … "mw. Dijkgraaf".
    office = {
        bare_name(text[name.start : name.end])[1] for name in named if name.kind == "official"
    }
    for name in named:
        initial, surname = bare_name(text[name.start : name.end])
        yield (
            NameFound("official", name.start, name.end)
            if surname in office and not initial
            else name
        )
    for match in _SAID.finditer(text):
        yield NameFound("said", match.start("name"), match.end("name"))
    for start, end in _known(text, known):
        yield NameFound("known", start, end)


def bare_name(name: str) -> tuple[str, str]:
    """Return the first letter and the surname of *name*, in lower case and without title.

    ``("r", "van der plaats")`` for "Mw. R. van der Plaats" and for "Ria van der Plaats".
    """
    words = _LEADING.sub("", " ".join(name.split())).replace(".", ". ").split()
    initial = ""
    while len(words) > 1 and words[0].casefold() not in _SMALL:
        initial = initial or words[0][:1].casefold()
        words.pop(0)
    return initial, " ".join(words).casefold()


def _kind(text: str, start: int, end: int, otherwise: Kind) -> Kind:
    before = text[max(0, start - 50) : start]
    if _ROLE_BEFORE.search(before) or _ROLE_AFTER.match(text, end):
        return "official"
    return otherwise


def _is_enumeration(text: str, match: re.Match[str]) -> bool:
    """Return whether "A. Inleiding" is a heading or point rather than a person."""
    surname = match.group()[len(match["initials"]) :].strip()
    if surname.split("-")[0] in _NOT_NAMES:
        return True
    single = match["initials"].count(".") == 1
    before = text[max(0, match.start() - 12) : match.start()]
    return single and bool(_ENUMERATED.search(before)) and surname[:1].isupper()


def _known(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    by_first: dict[str, list[list[str]]] = defaultdict(list)
    for name in known:
        words = [match.group().casefold() for match in _WORD.finditer(name)]
        if words and sum(map(len, words)) > 2:
            by_first[words[0]].append(words)
    if not by_first:
        return
    for lists in by_first.values():
        lists.sort(key=len, reverse=True)
    tokens = [
        (match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)
    ]
    for place, (word, start, _) in enumerate(tokens):
        for words in by_first.get(word, ()):
            last = place + len(words)
            same = last <= len(tokens) and [token[0] for token in tokens[place:last]] == words
            if same and text[start].isupper():
                yield start, tokens[last - 1][2]
                break


def initials(name: str) -> str:
    """Return the two letters for a badge: of the first and the last word with a capital."""
    letters = [part[0] for part in name.split() if part[0].isupper()]
    return "".join([letters[0], letters[-1]] if len(letters) > 1 else letters)
