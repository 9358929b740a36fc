"""Look after the council file: verify it, copy it, put a copy back."""

from desktop.services.care.backups import backup, backups
from desktop.services.care.checking import Report, check
from desktop.services.care.copies import Copy, copies_in, copies_of, copy_at, is_copy, stem_of
from desktop.services.care.notices import State
from desktop.services.care.restoring import Preview, preview, restore
from desktop.services.care.safety import Safety, known_copies

__all__ = [
    "Copy",
    "Preview",
    "Report",
    "Safety",
    "State",
    "backup",
    "backups",
    "check",
    "copies_in",
    "copies_of",
    "copy_at",
    "is_copy",
    "known_copies",
    "preview",
    "restore",
    "stem_of",
]
