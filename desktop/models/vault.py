"""The key of the council file: made at random, wrapped by a passphrase, printed for recovery.

Beside ``Raad.samenspraak`` lies ``Raad.samenspraak-sleutel``. It holds the file's key, wrapped:
scrypt turns the passphrase and a fresh salt into 64 bytes; the first half covers the key, the
second half signs the whole (HMAC-SHA256), so that a wrong passphrase is told apart from a damaged
file. The salt is new for every wrap, so no cover is ever used twice. See docs/adr/0003.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.small import read_small

KEY_BYTES = 32
COPY = "-nieuw"
"""Ends the name of the copy that gets another key and then takes the place of the council file."""
SHORTEST = 8
"""Least signs of a passphrase."""
COST = 2**17
"""scrypt N: a third of a second and 128 MB on a plain laptop, so guessing is dear."""
_DEAREST = 2**18
"""A key file that asks for more was not made by this app: it would eat all memory."""
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class WrongPassphraseError(CouncilError):
    """The passphrase does not fit."""

    def __init__(self) -> None:
        super().__init__(
            tr("This passphrase does not fit. Look at capitals and spaces."), "passphrase"
        )


class WrongRecoveryCodeError(CouncilError):
    """The code of the recovery sheet does not fit."""


@dataclass(frozen=True)
class KeyFile:
    """What the key file beside the council file says."""

    file_id: str
    """Names the key in the system's keyring; says nothing about the council."""
    salt: bytes
    cost: int
    wrapped: bytes
    signature: bytes
    check: bytes
    """Fingerprint of the key: tells a wrong key from a damaged file."""
    before: tuple[bytes, ...] = ()
    """Fingerprints of the keys this council had before: they tell an old recovery sheet."""

    def fits(self, key: bytes) -> bool:
        """Tell whether *key* is the key of this file."""
        return hmac.compare_digest(self.check, fingerprint(key))

    def had(self, key: bytes) -> bool:
        """Tell whether *key* was the key of this file before it got another one."""
        return fingerprint(key) in self.before


def key_path(council: Path) -> Path:
    """Return where the key file of *council* lies."""
    return council.with_name(council.name + "-sleutel")


def next_key_path(council: Path) -> Path:
    """Return where the next key file of *council* lies while its key is being changed."""
    return council.with_name(council.name + "-sleutel.nieuw")


def key_files(council: Path) -> list[KeyFile]:
    """Return what can hold the key of *council*: its key file, and the next one if it was left.

    Two are there only when the app was killed while the key or the passphrase was changed.
    """
    found = (read_key_file(path) for path in (key_path(council), next_key_path(council)))
    return [key_file for key_file in found if key_file]


def settle(council: Path, key: bytes) -> None:
    """Keep the one key file that fits *key*, which opened *council*; the other one is thrown away.

    A disk that refuses leaves both: they are told apart again the next time.
    """
    waiting = next_key_path(council)
    if not waiting.exists():
        return
    present, following = read_key_file(key_path(council)), read_key_file(waiting)
    with suppress(OSError):
        if present and present.fits(key):
            for rest in (COPY, f"{COPY}-journal"):
                council.with_name(council.name + rest).unlink(missing_ok=True)
            waiting.unlink()
        elif following and following.fits(key):
            waiting.replace(key_path(council))


def check_length(passphrase: str) -> None:
    """Raise CouncilError when *passphrase* is too short to keep anybody out."""
    if len(passphrase.strip()) < SHORTEST:
        raise CouncilError(tr("Choose a passphrase of at least eight signs."), "passphrase")


def new_key() -> bytes:
    """Return 256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def fingerprint(key: bytes) -> bytes:
    """Return a value that names *key* without giving it away."""
    return hmac.digest(key, b"samenspraak key check", "sha256")[:16]


def wrap(
    key: bytes,
    passphrase: str,
    *,
    file_id: str = "",
    cost: int = COST,
    before: tuple[bytes, ...] = (),
) -> KeyFile:
    """Return *key* wrapped by *passphrase*; an empty *file_id* makes a new one."""
    salt = secrets.token_bytes(16)
    cover, seal = _derive(passphrase, salt, cost)
    wrapped = bytes(a ^ b for a, b in zip(key, cover, strict=True))
    return KeyFile(
        file_id or secrets.token_hex(16),
        salt,
        cost,
        wrapped,
        hmac.digest(seal, wrapped, "sha256"),
        fingerprint(key),
        before,
    )


def unwrap(key_file: KeyFile, passphrase: str) -> bytes:
    """Return the key; raises WrongPassphraseError."""
    cover, seal = _derive(passphrase, key_file.salt, key_file.cost)
    if not hmac.compare_digest(hmac.digest(seal, key_file.wrapped, "sha256"), key_file.signature):
        raise WrongPassphraseError
    return bytes(a ^ b for a, b in zip(key_file.wrapped, cover, strict=True))


def _derive(passphrase: str, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    both = hashlib.scrypt(
        passphrase.strip().encode("utf-8", "surrogatepass"),
        salt=salt,
        n=cost,
        r=8,
        p=1,
        dklen=64,
        maxmem=256 * cost * 8,
    )
    return both[:KEY_BYTES], both[KEY_BYTES:]


def write_key_file(path: Path, key_file: KeyFile) -> None:
    """Write *key_file* so that a crash leaves either the old or the new one."""
    content = {
        "version": 1,
        "file": key_file.file_id,
        "kdf": "scrypt",
        "cost": key_file.cost,
        "salt": key_file.salt.hex(),
        "wrapped": key_file.wrapped.hex(),
        "signature": key_file.signature.hex(),
        "check": key_file.check.hex(),
        "before": [check.hex() for check in key_file.before],
    }
    temporary = path.with_name(path.name + ".half")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def read_key_file(path: Path) -> KeyFile | None:
    """Return the key file at *path*, or None when it is missing or unreadable."""
    try:
        content = read_small(path)
        return KeyFile(
            str(content["file"]),
            bytes.fromhex(content["salt"]),
            _cost(content["cost"]),
            _bytes(content["wrapped"], KEY_BYTES),
            _bytes(content["signature"], 32),
            _bytes(content["check"], 16),
            tuple(bytes.fromhex(check) for check in content.get("before", ())),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _bytes(value: str, length: int) -> bytes:
    """Return the hexadecimal *value*; raises ValueError unless it is *length* bytes."""
    found = bytes.fromhex(value)
    if len(found) != length:
        raise ValueError(value)
    return found


def _cost(value: object) -> int:
    """Return the cost of scrypt; raises ValueError unless it is a power of two in its bounds."""
    if not isinstance(value, int) or not 1 < value <= _DEAREST or value & (value - 1):
        raise ValueError(value)
    return value


def recovery_code(key: bytes) -> str:
    """Return *key* as fourteen groups of four signs for on paper; the last group is a check."""
    check = hashlib.sha256(key).digest()[:2] + b"\0"
    letters = base64.b32encode(key).decode().rstrip("=") + base64.b32encode(check).decode()[:4]
    code = letters.translate(str.maketrans(_STANDARD, _ALPHABET))
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def key_of_recovery_code(code: str) -> bytes:
    """Return the key on a recovery sheet; raises WrongRecoveryCodeError at a typing mistake."""
    signs = "".join(code.upper().split()).replace("-", "")
    signs = signs.replace("O", "0").replace("I", "1").replace("L", "1")
    try:
        letters = signs.translate(str.maketrans(_ALPHABET, _STANDARD))
        key = base64.b32decode(letters[:52] + "====")
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES or recovery_code(key).replace(" ", "") != signs:
        raise WrongRecoveryCodeError(
            tr("This code is not right. Compare it with your recovery sheet, group by group."),
            "recovery_code",
        )
    return key


def remember(file_id: str, key: bytes) -> bool:
    """Put *key* in the keyring of this computer; False when there is none or it stays locked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password("Samenspraak", file_id, key.hex())
    except (KeyringError, RuntimeError):
        return False
    return True


def remembered(file_id: str) -> bytes | None:
    """Return the key that this computer remembers, or None."""
    import keyring
    from keyring.errors import KeyringError

    try:
        stored = keyring.get_password("Samenspraak", file_id)
        return bytes.fromhex(stored) if stored else None
    except (KeyringError, RuntimeError, ValueError):
        return None
