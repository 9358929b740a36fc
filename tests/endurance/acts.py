"""What people do that touches more than one file or takes long, each to be cut off anywhere.

An act is made ready once (``prepare``), done by a child that is killed (``do``), and judged: the
council opens, is sound, and is as before or as after. ``again`` does it once more: nothing that was
left behind may be in the way.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from desktop.domain.errors import CouncilError
from desktop.models import council_file, erasing, keys, migrations
from desktop.models.council import Member
from desktop.services import care, exchange
from desktop.services import office as offices
from desktop.services.founding import Answers, found
from desktop.services.office import Office
from desktop.services.travel import unpack
from tests.endurance.points import Counter

PASSPHRASE, OTHER = "vier natte blauwe stoelen", "drie droge gele banken"
TODAY = date(2026, 3, 10)
CHEAP = 2**4
"""What a passphrase costs here: how dear it is, is tested elsewhere."""
PAPER = bytes(range(256)) * 800


@dataclass(frozen=True)
class Act:
    """Something that can be cut off."""

    prepare: Callable[[Path], object]
    ready: Callable[[Path], object]
    """What comes before it in the same app, such as opening the file; nobody is killed there."""
    do: Callable[[Path, Any], object]
    judge: Callable[[Path], str]
    """Says "old" or "new"; raises AssertionError when it is neither."""


def council(folder: Path) -> Path:
    """Return the council file in *folder*."""
    return folder / "Raad.samenspraak"


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Office:
    """Open the council in *folder*."""
    return offices.open_office(council(folder), passphrase=passphrase)


def do(wanted: dict[str, Any], counter: Counter) -> None:
    """Do the act that is *wanted*, counted."""
    act, folder = ACTS[wanted["name"]], Path(wanted["folder"])
    before = act.ready(folder)
    with counter.counting():
        act.do(folder, before)


def again(name: str, folder: Path) -> None:
    """Do the act *name* once more, as somebody would whose app was killed."""
    act = ACTS[name]
    before = act.ready(folder)
    act.do(folder, before)
    if isinstance(before, Office):
        before.close()


def sound(folder: Path, passphrase: str = PASSPHRASE) -> Office:
    """Open the council in *folder*, verify it, and return it."""
    office = opened(folder, passphrase)
    report = care.check(office)
    assert report.sound, report.lines
    return office


def made(folder: Path) -> None:
    """Make a small council with a paper, an advice that is ready to go out, and members."""
    office, _code = offices.make(council(folder), PASSPHRASE, cost=CHEAP)
    office.council.change_profile(name="Cliëntenraad Duinrede")
    for name in ("Riet Bakker", "Bram de Wit"):
        office.council.add_member(name, "lid", signs=True, email="raad@duinrede.example")
    college = office.council.add_addressee("College van Duinrede", email="college@duinrede.example")
    number = office.dossiers.start("Taxipas", TODAY, kind="unasked", state="adopted")
    office.dossiers.set_addressees(number, [college])
    office.drafts.write(number, "summary", "Houd de taxipas. " * 40)
    office.drafts.add_recommendation(number, what="Houd de taxipas zoals hij is.")
    office.dossiers.decide(number, decided_on=TODAY, members=5, present=5, votes_for=5)
    with office.store.changing("Papier") as session:
        office.store.keep(session, PAPER)
    office.lists.add_action("Bellen met de Voedselbank", TODAY)
    office.close()


def titles(office: Office) -> list[str]:
    """Return the names of the dossiers."""
    return [line.dossier.title for line in office.dossiers.lines(TODAY)]


def _nothing(_folder: Path) -> None:
    return None


# ---- to begin a council


def _found(folder: Path, _before: object) -> None:
    try:
        office, _code = found(
            council(folder), PASSPHRASE, Answers(name="Raad", me="Henk"), cost=CHEAP
        )
    except CouncilError:  # it is there, and empty
        office = opened(folder)
        office.council.change_profile(name="Raad")
    office.close()


def _judge_found(folder: Path) -> str:
    if not council(folder).exists():
        return "old"
    office = sound(folder)
    try:
        return "new" if office.council.profile().name == "Raad" else "old"
    finally:
        office.close()


# ---- to bring an older file up to date


def _older(folder: Path) -> None:
    """Make a council as the first version of the app left it, with words in it."""
    first = migrations.scripts()[:1]
    with mock.patch.object(migrations, "scripts", return_value=first):
        engine = _bare(folder)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO domain (name) VALUES ('Jeugd')")
        connection.exec_driver_sql(
            "INSERT INTO history (at, label, actor, kind, merge_key, rows) VALUES"
            " ('2025-01-01 10:00:00.000000', 'Beleidsveld toevoegen', 'Henk', 'do', '', ?)",
            ('[["domain", 1, null, {"name": "Jeugd", "id": 1}]]',),
        )
    engine.dispose()


def _bare(folder: Path) -> Any:
    from desktop.models import vault

    key = vault.new_key()
    vault.write_key_file(vault.key_path(council(folder)), vault.wrap(key, PASSPHRASE, cost=CHEAP))
    return council_file.checked_engine(council(folder), key)


def _judge_older(folder: Path) -> str:
    office = sound(folder)
    try:
        assert [one.name for one in office.council.domains()] == ["Jeugd"]
    finally:
        office.close()
    shutil.rmtree(folder / "Raad reservekopieën", ignore_errors=True)
    return "new"


# ---- copies


def _backup(folder: Path, office: Office) -> None:
    care.backup(office, folder / "stick")


def _judge_backup(folder: Path) -> str:
    office = sound(folder)
    there = titles(office)
    office.close()
    copies = [copy.path for copy in care.copies_in(folder / "stick", "Raad")]
    for path in copies:
        copy = offices.open_office(path, passphrase=PASSPHRASE)
        assert titles(copy) == there
        assert care.check(copy).sound
        copy.close()
    return "new" if copies else "old"


def _copied(folder: Path) -> None:
    made(folder)
    office = opened(folder)
    care.backup(office, folder / "stick")
    office.dossiers.start("Later", TODAY)
    # As after a crash: what was saved last is in the log only.
    log = folder / "Raad.samenspraak-wal"
    kept, whole = log.read_bytes(), council(folder).read_bytes()
    office.close()
    log.write_bytes(kept)
    council(folder).write_bytes(whole)


def _restore(folder: Path, _before: object) -> None:
    care.restore(care.copies_in(folder / "stick", "Raad")[0].path, council(folder))


def _judge_restore(folder: Path) -> str:
    office = sound(folder)
    found = titles(office)
    office.close()
    assert found in (["Later", "Taxipas"], ["Taxipas", "Later"], ["Taxipas"]), found
    return "old" if "Later" in found else "new"


# ---- passphrase and key


def _passphrase(folder: Path, _before: object) -> None:
    keys.change_passphrase(council(folder), PASSPHRASE, OTHER, cost=CHEAP)


def _renew(folder: Path, office: Office) -> None:
    keys.renew(office.store, council(folder), PASSPHRASE, OTHER, cost=CHEAP)


def _judge_key(folder: Path) -> str:
    found: list[str] = []
    for words, name in ((PASSPHRASE, "old"), (OTHER, "new")):
        with suppress(offices.WrongPassphraseError):
            office = sound(folder, words)
            assert titles(office) == ["Taxipas"]
            office.close()
            found.append(name)
    assert len(found) == 1, found
    if found == ["new"]:  # to do it again, it must be as before
        keys.change_passphrase(council(folder), OTHER, PASSPHRASE, cost=CHEAP)
    return found[0]


# ---- out of the file, along, and back


def _export(folder: Path, office: Office) -> None:
    exchange.export_all(office, folder / "uit")


def _judge_export(folder: Path) -> str:
    office = sound(folder)
    whole = folder / "heel"
    many = exchange.export_all(office, whole)
    office.close()
    out = [path for path in (folder / "uit").rglob("*") if path.is_file()]
    good = [path for path in out if not path.name.startswith(".")]
    for path in good:
        twin = whole / path.relative_to(folder / "uit")
        assert path.read_bytes() == twin.read_bytes(), path
    shutil.rmtree(whole)
    return "new" if len(good) == many else "old"


def _take(folder: Path, office: Office) -> None:
    office.travel.take_along(folder / "stick", "Fatima", TODAY)


def _judge_take(folder: Path) -> str:
    office = sound(folder)
    trips = office.travel.trips()
    office.close()
    packages = list((folder / "stick").glob("*.raadpakket"))
    for package in packages:
        away = offices.open_office(unpack(package, folder / "laptop"), passphrase=PASSPHRASE)
        assert titles(away) == ["Taxipas"]
        here = away.travel.here()
        assert here is not None
        assert here.trip in [trip.trip for trip in trips], "home does not know this package"
        away.close()
        shutil.rmtree(folder / "laptop")
        package.unlink()
    return "new" if packages else "old"


def _away(folder: Path) -> None:
    made(folder)
    home = opened(folder)
    package = home.travel.take_along(folder / "stick", "Fatima", TODAY)
    home.close()
    away = offices.open_office(unpack(package, folder / "laptop"), passphrase=PASSPHRASE)
    away.dossiers.start("Onderweg", TODAY)
    away.council.add_member("Onderweg Gevonden", "lid")
    away.travel.pack(folder / "terug", TODAY)
    away.close()
    shutil.rmtree(folder / "laptop")


def _bring(folder: Path, office: Office) -> None:
    (package,) = (folder / "terug").iterdir()
    found = office.travel.look(package, PASSPHRASE)
    try:
        office.travel.bring_back(found, {}, TODAY)
    finally:
        found.close()


def _judge_bring(folder: Path) -> str:
    office = sound(folder)
    try:
        came = titles(office).count("Onderweg")
        assert came in (0, 1)
        assert len(office.council.members()) == 2 + came
        assert bool(came) == (not office.travel.away()), "the trip and its words must agree"
        return "new" if came else "old"
    finally:
        office.close()


# ---- for good


def _erase(_folder: Path, office: Office) -> None:
    riet = [one.id for one in office.council.members() if one.name == "Riet Bakker"]
    erasing.erase(office.store, [(Member, one) for one in riet], "Gegevens gewist")


def _judge_erase(folder: Path) -> str:
    office = sound(folder)
    names = [one.name for one in office.council.members()]
    with office.store.reading() as session:
        told = session.connection().exec_driver_sql("SELECT group_concat(rows) FROM history")
        history = str(told.scalar())
    office.close()
    if "Riet Bakker" in names:
        return "old"
    assert "Riet" not in history
    return "new"


def _send(folder: Path, office: Office) -> None:
    (line,) = office.dossiers.lines(TODAY)
    if line.dossier.state == "sent":
        for letter in office.letters.letters(line.dossier.id, TODAY):
            office.letters.save_copies(letter.id, folder / "post", TODAY)
    else:
        office.letters.send(line.dossier.id, TODAY, folder / "post")


def _judge_send(folder: Path) -> str:
    office = sound(folder)
    try:
        (line,) = office.dossiers.lines(TODAY)
        letters = office.letters.letters(line.dossier.id, TODAY)
        sent = line.dossier.state == "sent"
        assert all(bool(letter.sent) == sent for letter in letters)
        kept = [file for one in letters if sent for file in office.letters.files(one.id, TODAY)]
        assert bool(kept) == sent
        for path in (folder / "post").glob("*"):
            if not path.name.startswith("."):
                assert path.read_bytes() in [file.data for file in kept], path.name
        return "new" if sent else "old"
    finally:
        office.close()


ACTS: dict[str, Act] = {
    "found": Act(lambda folder: None, _nothing, _found, _judge_found),
    "migrate": Act(_older, _nothing, lambda f, _b: opened(f).close(), _judge_older),
    "backup": Act(made, opened, _backup, _judge_backup),
    "restore": Act(_copied, _nothing, _restore, _judge_restore),
    "passphrase": Act(made, _nothing, _passphrase, _judge_key),
    "new key": Act(made, opened, _renew, _judge_key),
    "export": Act(made, opened, _export, _judge_export),
    "take along": Act(made, opened, _take, _judge_take),
    "bring back": Act(_away, opened, _bring, _judge_bring),
    "erase": Act(made, opened, _erase, _judge_erase),
    "send": Act(made, opened, _send, _judge_send),
}
"""Add an act here, and it is cut off at every moment too."""
