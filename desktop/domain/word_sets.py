"""Sets of words, written the way people write a list of words."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of *words*, which are parted by spaces."""
    return frozenset(words.split())
