"""Cut a sentence into words, numbers and signs, each with its place."""

import re
from functools import cache

from desktop.language.data import word_set

# Every repeat is bounded or cannot overlap with what follows it: the time stays linear in the text.
_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"]+                         # web address
    | ECLI:[A-Z]{2}:[\w.:]{4,40}                            # the number of a judgment
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+          # e-mail address
    | (?:[^\W\d_]{1,4}\.){2,6}(?:[^\W\d_]{1,3}(?![^\W_]))? # o.a., t.a.v., a.u.b
    | \d+(?:[.,:/]\d+)*(?:e|de|ste)?(?!-?[^\W\d_]|\d)   # 12, 3.500, 12:30, 2e
    | ['’][snt](?![^\W_])                                  # 's, 't
    | \w+(?:['’\-‑·/]\w+)*['’]?(?<=\w)                     # word, zo'n, Wmo-raad, en/of
    | \w+
    | \.{2,}
    | [^\w\s]
    """,
    re.VERBOSE,
)
_MAX_WORD = 60


@cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviations that end in a full stop, in lower case, without that stop."""
    return word_set("language/stopped-abbreviations.txt")


class Sentence:
    """One sentence and its tokens.

    ``words`` are the tokens as written, ``lower`` in lower case, ``starts`` and ``ends`` their
    places in ``text``; ``tags`` their parts of speech; ``protected`` are tokens without hints and
    ``explained`` tokens that already have a hint on the word itself; ``memo`` is for rules that
    ask the same thing more than once.
    """

    __slots__ = (
        "ends",
        "explained",
        "lower",
        "memo",
        "protected",
        "size",
        "starts",
        "tags",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        for match in _TOKEN.finditer(text):
            self._add(match.group(), match.start(), match.end())
        self.lower = [word.lower().replace("’", "'") for word in self.words]
        self.protected: frozenset[int] = frozenset()
        self.explained: frozenset[int] = frozenset()
        self.memo: dict[str, list[tuple[str, int, int]]] = {}
        self.size = sum(1 for word in self.words if word[0].isalnum() or word[-1].isalnum())

    def _add(self, word: str, start: int, end: int) -> None:
        # The stop of "art." and "dhr." belongs to the word; the stop of a sentence stands alone.
        if word == "." and self.words and self.ends[-1] == start:
            before = self.words[-1]
            if before.lower() in abbreviations() or (len(before) == 1 and before.isupper()):
                self.words[-1] = before + "."
                self.ends[-1] = end
                return
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def count_words(self) -> int:
        """Return the number of tokens that hold a letter or a digit."""
        return self.size

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters from token *first* up to and including token *last*."""
        return self.starts[first], self.ends[last]
