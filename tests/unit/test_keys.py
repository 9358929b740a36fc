"""Another passphrase, another key: killed at every step, and something always opens the file."""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.models import council_file, keys, lock, proof, vault
from desktop.models.council import Member

OLD, NEW = "een geheime zin", "vier natte blauwe stoelen"
CHEAP = 2**10
HERE = "Zebedeus Onvindbaar"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="only there a process is doubled")


@pytest.fixture
def council(council_path, memory_keyring) -> tuple[Path, bytes]:
    """A closed council file with one member, and its key; this computer remembers nothing."""
    store, key = council_file.create(council_path, OLD, cost=CHEAP)
    with store.changing("Raad") as session:
        session.add(Member(name=HERE))
    store.close()
    memory_keyring.kept.clear()
    return council_path, key


def _whole(path: Path, **secret: str) -> bool:
    """Tell whether *secret* opens the file and all is in it, right to the history."""
    try:
        store = council_file.open_file(path, **secret)
    except (vault.WrongPassphraseError, vault.WrongRecoveryCodeError):
        return False
    try:
        with store.reading() as session:
            assert [member.name for member in session.query(Member)] == [HERE]
            assert not list(proof.strays(session))
    finally:
        store.close()
    return True


def _renew(path: Path, present: str = OLD, new: str = NEW) -> bytes:
    store = council_file.open_file(path, passphrase=present)
    try:
        return keys.renew(store, path, present, new, cost=CHEAP)
    finally:
        store.close()


# ---- the passphrase ----------------------------------------------------------------------------


def test_another_passphrase_opens_the_same_file(council, memory_keyring):
    path, key = council
    before = path.read_bytes()
    keys.change_passphrase(path, OLD, NEW, cost=CHEAP)
    assert path.read_bytes() == before
    assert not _whole(path, passphrase=OLD)
    assert _whole(path, passphrase=NEW)
    memory_keyring.kept.clear()
    assert _whole(path, recovery_code=vault.recovery_code(key))


def test_this_computer_needs_no_passphrase_after_another_one(council):
    path, _key = council
    assert _whole(path, passphrase=OLD)
    keys.change_passphrase(path, OLD, NEW, cost=CHEAP)
    assert _whole(path)


def test_a_passphrase_that_is_given_must_fit_even_where_the_key_is_remembered(council):
    path, _key = council
    assert _whole(path, passphrase=OLD)
    assert not _whole(path, passphrase="iets heel anders")


@pytest.mark.parametrize(("present", "new"), [("verkeerde zin", NEW), (OLD, "kort")])
def test_a_wrong_or_a_short_passphrase_changes_nothing(council, present, new):
    path, _key = council
    before = vault.key_path(path).read_bytes()
    with pytest.raises(CouncilError) as refused:
        keys.change_passphrase(path, present, new, cost=CHEAP)
    assert refused.value.field == "passphrase"
    assert vault.key_path(path).read_bytes() == before


def test_without_the_key_file_the_app_asks_for_the_sheet(council):
    path, key = council
    vault.key_path(path).unlink()
    with pytest.raises(CouncilError):
        keys.change_passphrase(path, OLD, NEW, cost=CHEAP)
    keys.set_passphrase(path, key, NEW, cost=CHEAP)
    assert _whole(path, passphrase=NEW)


# ---- the key -----------------------------------------------------------------------------------


def test_a_new_key_shuts_out_the_old_passphrase_and_the_old_sheet(council, memory_keyring):
    path, old = council
    new = _renew(path)
    assert _whole(path), "this computer remembers the new key"
    memory_keyring.kept.clear()
    assert not council_file.opens(path, old)
    assert not _whole(path, passphrase=OLD)
    assert _whole(path, passphrase=NEW)
    assert _whole(path, recovery_code=vault.recovery_code(new))
    with pytest.raises(vault.WrongRecoveryCodeError, match="nieuwste"):
        council_file.open_file(path, recovery_code=vault.recovery_code(old))
    assert sorted(one.name for one in path.parent.iterdir()) == [
        "Raad.samenspraak",
        "Raad.samenspraak-sleutel",
    ]


def test_an_old_sheet_is_told_even_without_the_key_file(council):
    path, old = council
    _renew(path)
    vault.key_path(path).unlink()
    with pytest.raises(vault.WrongRecoveryCodeError, match="nieuwer"):
        council_file.open_file(path, recovery_code=vault.recovery_code(old))
    with pytest.raises(vault.WrongRecoveryCodeError, match="nieuwer"):
        keys.set_passphrase(path, old, NEW, cost=CHEAP)


def test_the_open_file_goes_on_and_undo_still_works(council):
    path, _old = council
    store = council_file.open_file(path, passphrase=OLD)
    told: list[object] = []
    store.on_change(told.append)
    keys.renew(store, path, OLD, NEW, cost=CHEAP)
    assert told, "the screens hear that the file was read anew"
    assert lock.lock_path(path).exists(), "nobody else may come in between"
    store.undo()
    with store.reading() as session:
        assert session.query(Member).count() == 0
    store.redo()
    store.close()
    assert _whole(path, passphrase=NEW)


def test_a_copy_from_before_opens_with_what_belonged_to_it(council, tmp_path, memory_keyring):
    path, old = council
    copy = tmp_path / "kopie" / path.name
    copy.parent.mkdir()
    for source, target in ((path, copy), (vault.key_path(path), vault.key_path(copy))):
        shutil.copyfile(source, target)
    _renew(path)
    assert _whole(copy), "this computer still remembers the key of its copies"
    memory_keyring.kept.clear()
    assert _whole(copy, recovery_code=vault.recovery_code(old))
    assert _whole(copy, passphrase=OLD)


def test_the_sheet_of_two_keys_ago_is_recognised_too(council):
    path, first = council
    _renew(path)
    _renew(path, NEW, OLD)
    with pytest.raises(vault.WrongRecoveryCodeError, match="nieuwste"):
        council_file.open_file(path, recovery_code=vault.recovery_code(first))


def test_nobody_renews_the_key_of_a_file_that_is_only_looked_at(council):
    path, _key = council
    mine = council_file.look_along(path, passphrase=OLD)
    with pytest.raises(CouncilError):
        keys.renew(mine, path, OLD, NEW, cost=CHEAP)
    mine.close()
    assert _whole(path, passphrase=OLD)


def test_a_reader_that_stays_stops_the_renewing(council):
    path, _key = council
    store = council_file.open_file(path, passphrase=OLD)
    with store.changing("Lid") as session:
        session.add(Member(name="Henk"))
    other = council_file.open_with_key(path, keys.check_passphrase(path, OLD))
    with store.reading() as session:  # the writing waits five seconds for a reader; here a moment
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 100")
    with other.reading() as reading:
        assert reading.query(Member).count() == 2
        with store.changing("Lid") as session:
            session.add(Member(name="Ans"))
        with pytest.raises(CouncilError):
            keys.renew(store, path, OLD, NEW, cost=CHEAP)
    other.close()
    with store.changing("Lid") as session:
        session.add(Member(name="Joke"))
    store.close()
    store = council_file.open_file(path, passphrase=OLD)
    with store.reading() as session:
        assert session.query(Member).count() == 4
    store.close()


# ---- killed, or refused by the disk, at every step ---------------------------------------------

_TOUCHES = {"open", "os.rename", "os.remove", "shutil.copyfile", "sqlite3.connect"}


def _doubled(path: Path, act: Callable[[], object], at: int, harm: Callable[[], None]) -> str:
    """Run *act* in a copy of this process, with *harm* at its step *at* on the disk.

    A step is anything that opens, renames or throws away a file beside the council. Returns
    "killed", "refused" (one sentence for people), "done", or "broken".
    """
    child = os.fork()
    if child:
        _pid, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return "killed"
        return {0: "done", 1: "refused", 7: "done"}.get(os.WEXITSTATUS(status), "broken")
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        if event in _TOUCHES and str(path.parent) in str(args[0] if args else ""):
            count += 1
            if count == at:
                harm()

    try:
        sys.addaudithook(hook)
        act()
        os._exit(0 if count >= at else 7)
    except CouncilError:
        os._exit(1)
    except BaseException:
        os._exit(2)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _refuse() -> None:
    raise OSError(28, "No space left on device")


def _fresh(council: tuple[Path, bytes], folder: Path) -> Path:
    source, _key = council
    folder.mkdir()
    for one in source.parent.glob(f"{source.name}*"):
        shutil.copyfile(one, folder / one.name)
    return folder / source.name


STEPS = range(1, 20)


@needs_fork
@pytest.mark.parametrize("harm", [_kill, _refuse])
def test_renewing_the_key_may_stop_at_any_step(council, tmp_path, memory_keyring, harm):
    """After each the old or the new passphrase opens all, and what was left is put in order."""
    ends: list[str] = []
    for at in STEPS:
        path = _fresh(council, tmp_path / f"stap{at}")
        ends.append(_doubled(path, lambda path=path: _renew(path), at, harm))
        assert ends[-1] != "broken", at
        memory_keyring.kept.clear()
        old, new = (_whole(path, passphrase=words) for words in (OLD, NEW))
        assert old or new, f"nothing opens it after step {at}"
        left = sorted(one.name for one in path.parent.iterdir())
        wanted = ["Raad.samenspraak", "Raad.samenspraak-sleutel"]
        assert [name for name in left if not name.endswith(".half")] == wanted, at
    assert ends.count("killed" if harm is _kill else "refused") >= 8


@needs_fork
@pytest.mark.parametrize("thousandths", [5, 20, 40, 60, 80, 120, 200, 400])
def test_renewing_the_key_may_be_killed_at_any_moment(council, memory_keyring, thousandths):
    """Also in the middle of writing the copy, where nobody can put a step."""
    path, _key = council
    child = os.fork()
    if not child:
        threading.Timer(thousandths / 1000, _kill).start()
        _renew(path)
        os._exit(0)
    os.waitpid(child, 0)
    memory_keyring.kept.clear()
    assert [_whole(path, passphrase=words) for words in (OLD, NEW)].count(True) == 1


@needs_fork
def test_changing_the_passphrase_may_stop_at_any_step(council, tmp_path, memory_keyring):
    ends: list[str] = []
    for at in range(1, 6):
        path = _fresh(council, tmp_path / f"stap{at}")

        def change(path: Path = path) -> None:
            keys.change_passphrase(path, OLD, NEW, cost=CHEAP)

        ends.append(_doubled(path, change, at, _kill))
        memory_keyring.kept.clear()
        assert [_whole(path, passphrase=words) for words in (OLD, NEW)].count(True) == 1
    assert "killed" in ends
    assert ends[-1] == "done"


def test_a_half_made_key_is_found_by_the_sheet_and_by_this_computer(council, memory_keyring):
    """The council file has the new key already; its key file still lies beside the old one."""
    path, old = council
    kept = vault.key_path(path).read_bytes()
    new = _renew(path)
    vault.key_path(path).replace(vault.next_key_path(path))
    vault.key_path(path).write_bytes(kept)
    remembered = dict(memory_keyring.kept)
    assert _whole(path), "this computer knows the new key"
    assert not vault.next_key_path(path).exists()

    vault.key_path(path).replace(vault.next_key_path(path))
    vault.key_path(path).write_bytes(kept)
    memory_keyring.kept.clear()
    with pytest.raises(vault.WrongRecoveryCodeError):
        council_file.open_file(path, recovery_code=vault.recovery_code(old))
    assert _whole(path, recovery_code=vault.recovery_code(new))
    assert vault.read_key_file(vault.key_path(path)).fits(new)
    assert remembered
