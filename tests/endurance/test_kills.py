"""The app is killed at any moment, hundreds of times: what was saved is there, whole."""

import random
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from desktop.models import lock
from desktop.models.history import HistoryEntry
from desktop.services import care
from desktop.services import office as offices
from desktop.services.office import Office
from tests.endurance.person import PART, PASSPHRASE, TODAY
from tests.endurance.server import Server, Working
from tests.example import example

SECONDS_LOST = 2.0
FILES = 50
"""Kills after which a fresh council is taken: a history of years makes each look slow."""


def test_killing_the_window(
    tmp_path: Path,
    memory_keyring,
    server: Server,
    chance: random.Random,
    rounds: Callable[[int, int], int],
) -> None:
    lost: list[float] = []
    actions = early_ones = takeovers = 0
    path = Path()
    kills = rounds(8, 300)
    for number in range(kills):
        if number % FILES == 0:
            path = _fresh(tmp_path / f"{number}")
        memory_keyring.kept.clear()
        early = chance.random() < 0.1
        seconds = chance.uniform(0, 1 if early else chance.choice((1, 3)))
        seed = chance.randrange(10**6)
        work = server.kill_person(path, seed, seconds, early=early)
        takeovers += lock.read(lock.lock_path(path)) is not None
        office = offices.open_office(path, passphrase=PASSPHRASE)
        where = f"kill {number}, child {seed}, {seconds:.2f} s"
        try:
            report = care.check(office)
            assert report.sound, (where, report.lines)
            _nothing_missing(office, work, where)
            lost.append(_seconds_lost(office, work, where))
        finally:
            office.close()
        actions += work.actions
        early_ones += not work.ready
        if number % 25 == 24:
            print(f"\n{number + 1} kills, {actions} actions, lost {max(lost):.2f} s", flush=True)
    print(
        f"\n{kills} kills of the real window survived ({early_ones} while it started), "
        f"{takeovers} locks taken over; {actions} saved actions, none missing; "
        f"typed text lost: at most {max(lost):.2f} s"
    )
    assert max(lost) <= SECONDS_LOST
    assert takeovers
    assert actions or kills < 5


def _fresh(folder: Path) -> Path:
    office = example(folder, TODAY)
    office.close()
    return office.path


def _nothing_missing(office: Office, work: Working, where: str) -> None:
    """Compare the history with what the app said it saved; each line vouches for all before it."""
    with office.store.reading() as session:
        found = dict(session.execute(select(HistoryEntry.id, HistoryEntry.link)).all())
    newest = max(work.saved, default=0)
    for number, link in work.saved.items():
        assert number in found, (where, "an action is gone", number)
        # To the newest line some typing may have been added, killed before it was said.
        assert number == newest or found[number] == link, (where, "an action differs", number)
    assert len(found) <= newest + 1 or not work.saved, (where, "more than was said")


def _seconds_lost(office: Office, work: Working, where: str) -> float:
    """Return how long before the kill the oldest word was typed that is gone."""
    dossier, begin, words = work.typed()
    if not dossier:
        return 0.0
    kept = office.dossiers.view(dossier, TODAY).sections[PART]
    everything = begin + "".join(typed for _at, typed in words)
    assert everything.startswith(kept), (where, "other words than were typed")
    assert len(kept) >= len(begin), (where, "words from before are gone")
    so_far = len(begin)
    for at, typed in words:
        so_far += len(typed)
        if so_far > len(kept):
            return work.killed - at
    return 0.0
