"""Who may open the council file: another passphrase, another key, the recovery sheet once more."""

from pathlib import Path

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models import keys, vault
from desktop.models.vault import WrongPassphraseError
from desktop.services.office import Office, set_passphrase

COST = vault.COST


def check_new(new: str, again: str) -> None:
    """Raise CouncilError at a new passphrase that is too short or not typed the same twice."""
    try:
        vault.check_length(new)
    except CouncilError as error:
        raise CouncilError(error.message, "new") from error
    if new.strip() != again.strip():
        raise CouncilError(tr("These two are not the same. Type it again."), "again")


class Door:
    """Lets somebody in who knows the passphrase, also when the USB stick is out for a moment."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = vault.read_key_file(vault.key_path(path))

    def close(self) -> None:
        """Raise CouncilError when no passphrase could open the door again."""
        self._known = vault.read_key_file(vault.key_path(self._path)) or self._known
        if self._known is None:
            raise CouncilError(tr("The key file is missing. Use your recovery sheet."))

    def check(self, passphrase: str) -> None:
        """Raise CouncilError unless *passphrase* opens the council."""
        if not passphrase.strip():
            raise CouncilError(tr("Type the passphrase."), "passphrase")
        self.close()
        if self._known:
            vault.unwrap(self._known, passphrase)


def change_passphrase(office: Office, present: str, new: str, again: str) -> None:
    """Let *new* open the council instead of *present*; raises CouncilError with its field."""
    check_new(new, again)
    _must_be_ours(office)
    keys.change_passphrase(office.path, present, new, cost=COST)


def choose_with_sheet(office: Office, code: str, new: str, again: str) -> None:
    """Choose a new passphrase with the recovery sheet; raises CouncilError with its field."""
    check_new(new, again)
    _must_be_ours(office)
    set_passphrase(office.path, code, new)


def sheet_code(office: Office, passphrase: str) -> str:
    """Return the code of the recovery sheet, for who knows the passphrase."""
    return vault.recovery_code(keys.check_passphrase(office.path, passphrase))


def renew(office: Office, present: str, new: str, again: str) -> str:
    """Give the council file another key and passphrase; return the code for its recovery sheet."""
    check_new(new, again)
    _must_be_ours(office)
    keys.check_passphrase(office.path, present)
    office.safety.before(tr("before a new key"))
    return vault.recovery_code(keys.renew(office.store, office.path, present, new, cost=COST))


def _must_be_ours(office: Office) -> None:
    if office.store.closed_because:
        raise CouncilError(office.store.closed_because)


__all__ = [
    "Door",
    "WrongPassphraseError",
    "change_passphrase",
    "check_new",
    "choose_with_sheet",
    "renew",
    "sheet_code",
]
