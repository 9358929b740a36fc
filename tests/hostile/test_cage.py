"""The worst files, each in a cage: no network, nothing written elsewhere, 5 seconds, 500 MB."""

import sys

import pytest

from tests.hostile.bombs import BOMBS
from tests.hostile.cage import MB, Outcome, run
from tests.hostile.table import READERS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cage is built of Linux")
# The others take long to build; the long run has them all.
LIGHT = (
    "laughs", "symlink", "relations and macros", "zips in zips", "says 4 GB", "deep", "levels",
    "levels times lists", "script", "launch", "address", "pages in a circle", "xref in a circle",
    "deep arrays", "long file name", "punycode charset", "strange charset", "html deep", "dear",
    "uuencode", "no end", "with a zone", "lines", "large copy", "path", "absolute", "halves",
    "windows", "locked", "endless copy", "deep note", "copy of nothing", "no council", "empty",
    "plain SQLite", "conditions", "no number", "large number", "long number", "carriage returns",
    "quotes", "open tags", "open cells", "comments", "ones", "below", "presence",
)  # fmt: skip


def told(broken: list[Outcome]) -> str:
    return "\n".join(
        f"{one.reader} {one.what!r}: {one.result} {one.seconds} s {one.memory // MB} MB {one.told}"
        for one in broken
    )


def test_the_worst_files_and_spoiled_ones_do_no_harm():
    worst = [key for key in BOMBS if key[1] in LIGHT]
    spoiled = [(name, number) for name in READERS for number in range(2)]
    outcomes = run([*worst, *spoiled])  # one cage: making it ready takes longer than the reading
    assert len(outcomes) == len(worst) + len(spoiled) >= len(LIGHT)
    assert not (broken := [one for one in outcomes if not one.held]), told(broken)
    assert {"read", "refused"} <= {one.result for one in outcomes}


def test_the_cage_sees_what_it_must_see(tmp_path):
    """A cage that notices nothing would prove nothing."""
    jobs = [("bad reader", number) for number in range(6)]
    found = {one.what: one for one in run(jobs, most=1)}
    assert [found[n].held for n in range(6)] == [False] * 6, found
    assert "outside" in found[0].told
    assert "socket" in found[1].told
    assert found[2].seconds >= 1
    assert found[3].memory > 500 * MB
    assert "ValueError" in found[4].told
