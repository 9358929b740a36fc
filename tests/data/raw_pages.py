"""Every byte that a council file holds, decrypted page by page: free pages and loose ends too.

SQLCipher itself shows only what is still in use. The layout of its pages (SQLCipher 4): 4096 bytes,
of which the last 80 are the start vector (16) and the seal (64); the first page opens with 16 bytes
of salt.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, TAIL, SALT, WAL_HEAD, FRAME_HEAD = 4096, 80, 16, 32, 24


def raw_bytes(path: Path, key: bytes) -> bytes:
    """Return all decrypted pages of the file at *path* and of its -wal, one after the other."""
    pages = [_decrypted(page, key, first=n == 0) for n, page in enumerate(_pages(path))]
    wal = path.with_name(path.name + "-wal")
    if wal.exists():
        data = wal.read_bytes()
        step = FRAME_HEAD + PAGE
        for start in range(WAL_HEAD, len(data) - step + 1, step):
            number = int.from_bytes(data[start : start + 4], "big")
            page = data[start + FRAME_HEAD : start + step]
            pages.append(_decrypted(page, key, first=number == 1))
    return b"".join(pages)


def _pages(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    assert len(data) % PAGE == 0
    for start in range(0, len(data), PAGE):
        yield data[start : start + PAGE]


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    vector = page[PAGE - TAIL : PAGE - TAIL + 16]
    secret = page[SALT if first else 0 : PAGE - TAIL]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return cipher.update(secret) + cipher.finalize()
