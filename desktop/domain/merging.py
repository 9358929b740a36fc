"""Two people changed the same record: what goes together, and where somebody must choose."""

from dataclasses import dataclass
from typing import Any

Values = dict[str, Any]


@dataclass(frozen=True)
class Merged:
    """A record with both changes in it; ``clashes`` are fields that both changed differently.

    A clashing field holds what is *ours* until somebody chooses.
    """

    values: Values
    clashes: tuple[str, ...]


def three_way(base: Values, ours: Values, theirs: Values) -> Merged:
    """Merge two changes of *base* field by field.

    A field that one side changed takes that change. A field that both changed to the same value is
    no clash.
    """
    values, clashes = dict(ours), list[str]()
    for name, content in theirs.items():
        if content == base.get(name) or content == ours.get(name):
            continue
        if ours.get(name) == base.get(name):
            values[name] = content
        else:
            clashes.append(name)
    return Merged(values, tuple(clashes))
