"""Killed at a touch of the disk, or within a statement: the council is as before, or as after."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.endurance import acts
from tests.endurance.server import Server


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give the folder in which an act is ready to be done; it is copied for each kill."""
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name.replace(" ", ""))
            acts.ACTS[name].prepare(made[name])
        return made[name]

    return get


@pytest.mark.parametrize("name", list(acts.ACTS))
def test_killing_at_a_moment(
    name: str,
    tmp_path: Path,
    memory_keyring,
    server: Server,
    prepared: Callable[[str], Path],
    chance: random.Random,
    rounds: Callable[[int, int], int],
) -> None:
    act = acts.ACTS[name]
    whole = _fresh(prepared(name), tmp_path / "heel")
    memory_keyring.kept.clear()
    told = server.act(name, whole, 0)[-2]
    assert act.judge(whole) == "new"
    moments = int(told["points"])
    kills = min(rounds(1, 30), moments)
    seen = {"old": 0, "new": 0}
    for at in sorted(chance.sample(range(1, moments + 1), kills)):
        folder = _fresh(prepared(name), tmp_path / str(at))
        memory_keyring.kept.clear()
        ended = server.act(name, folder, at)[-1]
        assert ended["ended"] == 9, "it was not killed"
        left = sorted(path.name for path in folder.rglob("*"))
        try:
            seen[act.judge(folder)] += 1
            memory_keyring.kept.clear()
            acts.again(name, folder)
            assert act.judge(folder) == "new"
        except Exception as error:
            raise AssertionError(f"killed at moment {at} of {moments}; there: {left}") from error
        shutil.rmtree(folder)
    print(f"\n{name}: {kills} kills survived, of {moments} moments {told['kinds']}: {seen}")


def _fresh(prepared: Path, folder: Path) -> Path:
    shutil.copytree(prepared, folder)
    return folder
