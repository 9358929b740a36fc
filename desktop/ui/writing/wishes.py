"""What a council wants of its tips, and whether one tip is wanted."""

import hashlib
import re
from dataclasses import dataclass

from desktop.language import Hint

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s|\n")
_CLOSING = ".!?…\"'”’)]"
_ABOUT_A_WORD = frozenset({"difficult_word", "jargon", "abbreviation", "compound", "spelling"})


@dataclass(frozen=True)
class Wishes:
    """The choices of the council and the writer.

    ``aside`` holds notes of ``put_aside``, ``hidden`` the (kind, words) that are never shown,
    ``off`` the kinds that are switched off, ``own_words`` words that need no tip, and ``names``
    words that the speller knows besides its list. All words in small letters.
    """

    aside: frozenset[str] = frozenset()
    hidden: frozenset[tuple[str, str]] = frozenset()
    off: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def want(self, hint: Hint, text: str) -> bool:
        """Tell whether *hint*, which stands in *text*, is to be shown."""
        if hint.kind in self.off:
            return False
        words = hint.text.lower()
        if (hint.kind, words) in self.hidden:
            return False
        if words in self.own_words and hint.kind in _ABOUT_A_WORD:
            return False
        if words in self.names and hint.kind == "spelling":
            return False
        return not self._is_aside(hint, words, text)

    def _is_aside(self, hint: Hint, words: str, text: str) -> bool:
        if not self.aside:
            return False
        prefix = f"{hint.kind}|{words}|"
        if not any(note.startswith(prefix) for note in self.aside):
            return False
        return put_aside(hint, text) in self.aside


def put_aside(hint: Hint, text: str) -> str:
    """Return the note "not this tip, in this sentence"; it lapses when the sentence changes."""
    line = text.rfind("\n", 0, hint.start) + 1
    start = max((end.end() for end in _SENTENCE_END.finditer(text, line, hint.start)), default=line)
    after = _SENTENCE_END.search(text, hint.end)
    sentence = " ".join(text[start : after.start() if after else len(text)].split())
    sentence = sentence.rstrip(_CLOSING)  # also of the last one, which may get a next one
    digest = hashlib.blake2b(sentence.encode(), digest_size=6).hexdigest()
    return f"{hint.kind}|{hint.text.lower()}|{digest}"
