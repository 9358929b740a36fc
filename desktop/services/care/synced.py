"""Find out whether a cloud service copies the folder of the file, and made a second version."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.models import vault
from desktop.models.council_file import SUFFIX
from desktop.services.care.copies import is_copy

_NAMES: tuple[tuple[str, str], ...] = (
    (r"onedrive\b.*", "OneDrive"),
    (r"dropbox\b.*", "Dropbox"),
    (r"google ?drive.*|mijn drive|my drive|gedeelde drives|shared drives", "Google Drive"),
    (r"nextcloud.*|owncloud.*", "Nextcloud"),
    (r"icloud ?drive.*|com~apple~clouddocs|mobile documents", "iCloud"),
)
"""What the folder of a service is usually called, in Dutch and in English."""
_MARKS: tuple[tuple[str, str], ...] = (
    (".dropbox*", "Dropbox"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".stfolder", "Syncthing"),
)
"""What a service leaves in the folder that it copies."""
_SURE = re.compile(r" ?\(.*(conflict|exemplaar).*\)|[ ._-]*(sync-)?conflict.*", re.IGNORECASE)
"""Dropbox, Nextcloud, Syncthing: the word stands in the name."""
_MAYBE = re.compile(r" \(\d+\)| \d{1,2}|-[\w-]+")
"""Google Drive and browsers, iCloud, OneDrive (name of the laptop): could be another council."""


@dataclass(frozen=True)
class Synced:
    """What was found around the file."""

    service: str
    """ "OneDrive"; empty when the folder is an ordinary one."""
    conflicts: tuple[Path, ...]
    """Other versions of the file, or of its key file, that a service put beside it."""


def look_around(council: Path) -> Synced:
    """Return which service copies the folder of *council*, and the versions it put beside it."""
    return Synced(service_of(council), conflicts_of(council))


def service_of(council: Path) -> str:
    """Return the name of the cloud service that copies the folder of *council*, or nothing."""
    for folder in council.absolute().parents:
        for pattern, service in _NAMES:
            if re.fullmatch(pattern, folder.name, re.IGNORECASE):
                return service
        for mark, service in _MARKS:
            with suppress(OSError):
                if any(folder.glob(mark)) and folder.parent != folder:
                    return service
    return ""


def conflicts_of(council: Path) -> tuple[Path, ...]:
    """Return what lies beside *council* and is another version of it or of its key file."""
    found: list[Path] = []
    with suppress(OSError):
        for path in council.parent.iterdir():
            for suffix in (SUFFIX, vault.key_path(Path(f"x{SUFFIX}")).suffix):
                if path.name.endswith(suffix) and _differs(path, council, suffix):
                    found.append(path)
    return tuple(sorted(found))


def _differs(path: Path, council: Path, suffix: str) -> bool:
    rest = path.name[len(council.stem) : -len(suffix)]
    if not path.name.startswith(council.stem) or not rest or is_copy(path):
        return False
    if _SURE.fullmatch(rest):
        return True
    if not _MAYBE.fullmatch(rest):
        return False
    # A council of its own has a key of its own; a version that a service made has the same or none.
    whole = path.with_name(council.stem + rest + SUFFIX)
    if not (whole.exists() and vault.key_path(whole).exists()):
        return True
    own = vault.read_key_file(vault.key_path(council))
    other = vault.read_key_file(vault.key_path(whole))
    return bool(own and other and own.file_id == other.file_id)
