"""Mark what must get no hint: names, quotes, titles of laws, addresses, links."""

import re

from desktop.language.abbreviations import meanings
from desktop.language.data import bag
from desktop.language.tokens import Sentence

_OPEN = {"“": "”", "„": "”", "‘": "’", "«": "»", '"': '"'}
_QUOTES = frozenset(_OPEN)
_LAWS = bag("Wet Wetboek Besluit Verordening Regeling Richtlijn Verdrag Beleidsregel Beleidsregels")
_LAW_WORDS = frozenset({"ADJp", "ADJv", "Ne", "Nm", "NP", "TWh", "VGN", "VDp", "SPEC", "INFn"})
_LAW_JOINTS = bag("op inzake voor van tot betreffende ter over")
_LISTED = (["Nm", "VGN"], ["Ne", "VGN"])  # "Wet kwaliteit, klachten en geschillen zorg"
_POSTCODE = re.compile(r"[1-9]\d{3}")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}")  # a bank account begins: NL91 ABNA
_LONGEST_TITLE = 9
_FEWEST_OUTSIDE = 3  # words; a quote with fewer words around it is simply the sentence


def protected(sentence: Sentence) -> frozenset[int]:
    """Return the tokens of *sentence* that must get no hint."""
    found: set[int] = set()
    names_tell = not sentence.text.isupper()
    for place, word in enumerate(sentence.words):
        if "@" in word or "://" in word or word.startswith(("www.", "ECLI:")):
            found.add(place)
        elif word in _LAWS:
            found |= _title(sentence, place)
        elif place and names_tell and _is_name(word) and not _begins(sentence, place):
            found.add(place)
        elif _ACCOUNT.fullmatch(word):
            found.update(range(place, min(len(sentence), place + 2)))
        elif len(word) == 4 and _POSTCODE.fullmatch(word):
            found |= _address(sentence, place)
    if not _QUOTES.isdisjoint(sentence.text):
        found |= _quoted(sentence)
    return frozenset(found)


def _is_name(word: str) -> bool:
    """Tell whether *word* looks like a name and not like a short form such as UWV or Wmo."""
    return word[:1].isupper() and word not in meanings() and not (word.isupper() and len(word) < 8)


def _begins(sentence: Sentence, place: int) -> bool:
    """Tell whether the token at *place* has its capital because something begins there."""
    opened = not sentence.words[place - 1][-1].isalnum()
    return opened and (place == 1 or sentence.tags[place] != "NP")


def _title(sentence: Sentence, place: int) -> set[int]:
    """Return the tokens of a law title that starts at *place*, such as "Wet op de jeugdzorg"."""
    words, tags = sentence.words, sentence.tags
    last = place
    for spot in range(place + 1, min(len(words), place + _LONGEST_TITLE)):
        small = tags[spot] in ("LIDb",) and sentence.lower[spot - 1] in _LAW_JOINTS
        joint = last == spot - 1 and words[spot] in _LAW_JOINTS and words[place].istitle()
        listed = words[spot] == "," and tags[spot + 1 : spot + 3] in _LISTED
        if tags[spot] in _LAW_WORDS or small or joint or listed:
            last = spot
        else:
            break
    return set(range(place, last + 1)) if last > place else set()


def _address(sentence: Sentence, place: int) -> set[int]:
    """Return the tokens around a postcode: street, number, code, letters and town."""
    following = sentence.words[place + 1] if place + 1 < len(sentence) else ""
    if not re.fullmatch(r"[A-Z]{2}", following):
        return set()
    last = min(len(sentence), place + 4)
    return set(range(max(0, place - 4), last))


def _quoted(sentence: Sentence) -> set[int]:
    found: set[int] = set()
    words = sentence.words
    place = 0
    while place < len(words):
        close = _OPEN.get(words[place])
        if close:
            try:
                end = words.index(close, place + 1)
            except ValueError:
                place += 1
                continue
            found.update(range(place, end + 1))
            place = end
        place += 1
    outside = sum(1 for spot, word in enumerate(words) if spot not in found and word[0].isalnum())
    return found if outside >= _FEWEST_OUTSIDE else set()
