"""Point out sentences that are too long, with the place where they can be cut in two."""

from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language.clauses import FINITE, OPENERS
from desktop.language.data import bag
from desktop.language.found import Found
from desktop.language.tokens import Sentence

LONGEST = 20  # words; a sentence with more is long (the limit most Dutch writing guides use)
_JOINTS = bag("en maar want dus")
_SUBORDINATE = bag("omdat terwijl zodat waardoor waarbij hoewel aangezien doordat waarmee")
_SUBJECTS = frozenset({"PRs", "LIDb", "BEZ", "ER", "AWp"})
_VERB_NEAR = 7  # tokens after "en" in which a new sentence shows its verb
_LEAST = 5  # words that must remain on either side of a cut


def long_sentences(sentence: Sentence) -> Iterator[Found]:
    """Give a hint when *sentence* has more than LONGEST words; the suggestion shows the cut."""
    words = sentence.count_words()
    if words <= LONGEST:
        return
    cut = split_place(sentence)
    message = tr("This sentence has {words} words.", words=words)
    suggestions = (_cut_in_two(sentence, cut),) if cut is not None else ()
    confidence = min(0.95, 0.6 + 0.02 * (words - LONGEST))
    start, end = sentence.span(0, len(sentence) - 1)
    yield Found("long_sentence", start, end, message, confidence, suggestions)


def split_place(sentence: Sentence) -> int | None:
    """Return the token before which *sentence* can best be cut, or None; the middle is best.

    Both halves must have a finite verb of their own.
    """
    finite = [place for place, tag in enumerate(sentence.tags) if tag in FINITE]
    if len(finite) < 2:
        return None
    best: tuple[float, int] | None = None
    size = len(sentence)
    for place in range(max(_LEAST, finite[0] + 1), min(size - _LEAST, finite[-1])):
        weight = _weight(sentence, place)
        if weight:
            balance = 1 - abs(place / size - 0.5)
            if best is None or weight * balance > best[0]:
                best = (weight * balance, place)
    return best[1] if best else None


def _weight(sentence: Sentence, place: int) -> float:
    before, word, tags = sentence.words[place - 1], sentence.lower[place], sentence.tags
    if before in (";", ":"):
        return 3.0
    if before == "," and tags[place - 2] in OPENERS:
        return 0.0  # "dat, mede gelet op …": the clause has only just begun
    if word in _JOINTS and before == ",":
        return 2.5
    if word in _SUBORDINATE:
        return 2.0
    if word in ("maar", "want"):
        return 1.8
    if word == "en" and tags[place + 1] in _SUBJECTS:
        # "gelet op de regels en de kosten …": without a verb nearby it only joins two nouns.
        verb_near = not FINITE.isdisjoint(tags[place + 1 : place + _VERB_NEAR])
        return 1.5 if verb_near else 0.0
    if before == "," and word in ("die", "dat", "waarin", "wat"):
        return 0.8
    return 0.0


def _cut_in_two(sentence: Sentence, place: int) -> str:
    """Return the words around the cut with a mark between them: ``… aan bod || en daarna …``."""
    first = max(0, place - 4)
    last = min(len(sentence) - 1, place + 3)
    left = sentence.text[sentence.starts[first] : sentence.ends[place - 1]].rstrip(" ,;:")
    if sentence.lower[place] == "en":
        place += 1  # the new sentence needs no "and"
    right = sentence.text[sentence.starts[place] : sentence.ends[last]]
    right = right[:1].upper() + right[1:]
    return f"… {left}. || {right} …"
