"""Point out sentences that are too long, with the place where they can be cut in two."""

from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language.data import bag
from desktop.language.found import Found
from desktop.language.tokens import Sentence

LONGEST = 20  # words; a sentence with more is long (the limit most Dutch writing guides use)
_JOINTS = bag("en maar want dus")
_SUBORDINATE = bag("omdat terwijl zodat waardoor waarbij hoewel aangezien doordat waarmee")
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
    """Return the token before which *sentence* can best be cut, or None; the middle is best."""
    best: tuple[float, int] | None = None
    size = len(sentence)
    for place in range(_LEAST, size - _LEAST):
        weight = _weight(sentence, place)
        if weight:
            balance = 1 - abs(place / size - 0.5)
            if best is None or weight * balance > best[0]:
                best = (weight * balance, place)
    return best[1] if best else None


def _weight(sentence: Sentence, place: int) -> float:
    before, word = sentence.words[place - 1], sentence.lower[place]
    if before in ";:":
        return 3.0
    if word in _JOINTS and before == ",":
        return 2.5
    if word in _SUBORDINATE:
        return 2.0
    if word in ("maar", "want"):
        return 1.8
    if before == "," and word in ("die", "dat", "waarin", "wat"):
        return 0.8
    return 0.6 if before == "," else 0.0


def _cut_in_two(sentence: Sentence, place: int) -> str:
    """Return the words around the cut with a mark between them: ``… aan bod || en daarna …``."""
    first = max(0, place - 4)
    last = min(len(sentence) - 1, place + 3)
    left = sentence.text[sentence.starts[first] : sentence.ends[place - 1]].rstrip(" ,;:")
    right = sentence.text[sentence.starts[place] : sentence.ends[last]]
    return f"… {left}. || {right} …"
