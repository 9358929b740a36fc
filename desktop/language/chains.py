"""Point out stacked prepositions, double negation and long lists in one sentence."""

from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language.data import bag
from desktop.language.found import Found
from desktop.language.tokens import Sentence

_MOST_PREPOSITIONS = 4  # in one row of word groups without a verb between
_NEGATIVE = bag("niet geen nooit niemand niets nergens noch zonder weinig nauwelijks")
_NEGATIVE_VERBS = bag(
    "ontkennen ontkent ontkende voorkomen voorkomt verbieden verbiedt verboden weigeren weigert"
    " uitsluiten betwijfelen betwijfelt nalaten verhinderen verhindert vermijden vermijdt"
)
_NEGATIVE_START = ("on",)
_NOT_NEGATIVE = bag(
    "onder ondanks ons onze ondersteuning onderzoek onderwerp onderdeel ongeveer ontvangen"
    " onderwijs ontwikkelen ontwikkeling onlangs onderhoud ondertussen ondernemer ondernemers"
    " onmiddellijk ontstaan online ontmoeten ontmoeting ongeval ongeluk onrust ontslag ontbijt"
    " ontwerp ontzettend"
)
_FEWEST_PARTS = 5  # parts of a list that read better below each other
_LONGEST_PART = 14


def prepositions(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for a row of word groups with too many prepositions."""
    tags = sentence.tags
    row: list[int] = []
    for place, tag in enumerate(tags):
        if tag == "VZ" and sentence.lower[place] not in ("om", "te"):
            if row and place - row[-1] > 5:
                row = []
            row.append(place)
        elif tag not in _IN_ROW:
            if len(row) >= _MOST_PREPOSITIONS:
                yield _row(sentence, row)
            row = []
    if len(row) >= _MOST_PREPOSITIONS:
        yield _row(sentence, row)


_IN_ROW = frozenset(
    {"Ne", "Nm", "NP", "LIDb", "LIDo", "ADJp", "VDp", "BEZ", "AWd", "ONBd", "TWh", "TWr", "SPEC"}
) | {"INFn", "ADJn", "PRo", "PRr"}


def _row(sentence: Sentence, row: list[int]) -> Found:
    last = row[-1]
    while last + 1 < len(sentence) and sentence.tags[last + 1] in _IN_ROW and last < row[-1] + 4:
        last += 1
    start, end = sentence.span(row[0], last)
    message = tr("{count} prepositions in a row. Use a verb, or cut it in two.", count=len(row))
    return Found("prepositions", start, end, message, 0.7)


def negations(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for two denials close to each other, such as "niet onmogelijk"."""
    lower, tags = sentence.lower, sentence.tags
    denials = [place for place, word in enumerate(lower) if word in _NEGATIVE]
    for first in denials:
        for spot in range(first + 1, min(len(lower), first + 7)):
            if tags[spot] == "LET" or tags[spot] in ("VGN", "VGO", "BETR"):
                break
            if _denies(sentence, first, spot):
                start, end = sentence.span(first, spot)
                message = tr("Two denials together. Say what is the case.")
                yield Found("negation", start, end, message, 0.7)
                break


def _denies(sentence: Sentence, first: int, spot: int) -> bool:
    word = sentence.lower[spot]
    if word in _NEGATIVE_VERBS or (word in ("zonder", "niet", "geen") and spot > first + 1):
        return True
    if spot > first + 2 or sentence.tags[spot] not in ("ADJv", "ADJp"):
        return False
    return word.startswith(_NEGATIVE_START) and len(word) > 5 and word not in _NOT_NEGATIVE


def enumerations(sentence: Sentence) -> Iterator[Found]:
    """Give a hint for a list in a sentence that reads better below each other."""
    row: list[int] = []
    for place, word in enumerate(sentence.words):
        if word in (",", ";"):
            if row and place - row[-1] > _LONGEST_PART:
                row = []
            row.append(place)
        elif sentence.tags[place] in ("WWpe", "WWpm", "VGO", "BETR"):
            row = []
        elif row and sentence.lower[place] in ("en", "of") and len(row) >= _FEWEST_PARTS - 2:
            end = _end_of_part(sentence, place)
            if end is not None and place - row[-1] <= _LONGEST_PART and _is_list(sentence, row):
                yield _list(sentence, row, end)
                row = []


def _is_list(sentence: Sentence, row: list[int]) -> bool:
    """Tell whether the commas *row* part words, not articles of law ("lid 1, 3, 4 en 8")."""
    return not any(sentence.tags[comma - 1] in ("TWh", "TWr", "SPEC") for comma in row)


def _end_of_part(sentence: Sentence, spot: int) -> int | None:
    """Return the last token of the part of a list that starts after token *spot*."""
    last = spot
    while last + 1 < len(sentence) and sentence.tags[last + 1] in _IN_ROW | {"VZ"}:
        last += 1
    return last if last > spot else None


def _list(sentence: Sentence, row: list[int], end: int) -> Found:
    first = row[0] - 1
    while first > 0 and sentence.tags[first - 1] in _IN_ROW:
        first -= 1
    start, stop = sentence.span(first, end)
    parts = len(row) + 2
    message = tr("{count} parts in one sentence. Put them in a list.", count=parts)
    return Found("enumeration", start, stop, message, 0.7)
