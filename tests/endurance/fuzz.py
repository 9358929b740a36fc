"""The long run of the hostile files: ``python -m tests.endurance.fuzz 200`` (inputs per reader).

Every bomb and so many spoiled files per reader go through the cage of ``tests/hostile``. With a
second number the counting starts there, so that another night tries other files; names of readers
after it choose: ``python -m tests.endurance.fuzz 1000 5000 docx odt``.
"""

import sys
from collections.abc import Sequence

from tests.hostile.bombs import BOMBS
from tests.hostile.cage import MB, Outcome, run
from tests.hostile.table import READERS

_AT_ONCE = 200


def main(arguments: Sequence[str]) -> int:
    """Try the inputs, print what came of them per reader, and return 1 when a promise broke."""
    numbers = [int(one) for one in arguments if one.isdigit()]
    names = [one for one in arguments if not one.isdigit()] or list(READERS)
    count, start = (*numbers, *(100, 0)[len(numbers) :])[:2]
    print(f"{'reader':12} {'inputs':>7} {'refused':>7} {'read':>6} {'slowest':>8} {'memory':>7}")
    broken: list[Outcome] = []
    for name in names:
        spoiled = [(name, number) for number in range(start, start + count)]
        jobs = [*(key for key in BOMBS if key[0] == name), *spoiled]
        done: list[Outcome] = []
        for place in range(0, len(jobs), _AT_ONCE):
            done += run(jobs[place : place + _AT_ONCE], seconds=3600)
        told = {word: sum(one.result == word for one in done) for word in ("refused", "read")}
        slowest, largest = max(one.seconds for one in done), max(one.memory for one in done)
        print(
            f"{name:12} {len(done):7} {told['refused']:7} {told['read']:6} {slowest:6.2f} s"
            f" {largest // MB:4} MB",
            flush=True,
        )
        broken += [one for one in done if not one.held]
    for one in broken:
        print(
            f"BROKE {one.reader} {one.what!r}: {one.seconds} s, {one.memory // MB} MB, {one.told}"
        )
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
