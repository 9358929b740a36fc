"""A table of words and small numbers that loads at once and takes five bytes per word.

The words themselves are not kept, only their CRC-32: a word that is not in the table is taken for
one that is about once in 20,000 look-ups, which no average notices.
"""

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from desktop.resources import resource

_MAGIC = b"SPHT1\n"


class HashedTable:
    """Numbers from 0 to 255 by word; ``columns`` numbers per word."""

    def __init__(self, keys: "array[int]", values: bytes, columns: int) -> None:
        self._keys = keys
        self._values = values
        self._columns = columns
        self._size = len(keys)

    def get(self, word: str) -> bytes | None:
        """Return the numbers of *word*, or None when it is not in the table."""
        key = zlib.crc32(word.encode("utf-8", "replace"))
        place = bisect_left(self._keys, key)
        if place == self._size or self._keys[place] != key:
            return None
        return self._values[place * self._columns : (place + 1) * self._columns]


def write(path: Path, numbers: Mapping[str, Iterable[int]], columns: int) -> None:
    """Write *numbers*, *columns* per word, to *path*; of words with one hash the first stays."""
    hashed: dict[int, bytes] = {}
    for word, values in numbers.items():
        hashed.setdefault(zlib.crc32(word.encode("utf-8")), bytes(values))
    keys = array("I", sorted(hashed))
    body = b"".join(hashed[key] for key in keys)
    if sys.byteorder == "big":
        keys.byteswap()
    path.write_bytes(_MAGIC + bytes([columns]) + zlib.compress(keys.tobytes() + body, 9))


@cache
def hashed_table(name: str) -> HashedTable:
    """Return the table in the resource *name*; ValueError when the file is something else."""
    content = resource(name).read_bytes()
    if not content.startswith(_MAGIC):
        raise ValueError(f"{name} is not a table of words")
    columns = content[len(_MAGIC)]
    body = zlib.decompress(content[len(_MAGIC) + 1 :])
    size = len(body) // (4 + columns)
    keys = array("I", body[: 4 * size])
    if sys.byteorder == "big":
        keys.byteswap()
    return HashedTable(keys, body[4 * size :], columns)
