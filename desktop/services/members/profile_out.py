"""The profile of the council on paper: who said what of each point, and what the council misses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Title,
    runs,
)
from desktop.i18n import tr
from desktop.services.members import means_out
from desktop.services.members.rows_profile import KINDS, Profile, ProfileLine, texts, words

_WIDE, _NAME = 150.0, 66.0
_ACROSS = 6
"""So many members beside each other keep their first names whole."""


def paper(profile: Profile, council: str, logo: bytes | None, today: date) -> Document:
    """Return the matrix of *profile* (points × members, 0–3 or a dash) with the gaps under it."""
    told = texts()["paper"]
    body: list[Block] = [Title(told["title"], subtitle=council), Paragraph(runs(told["lead"]))]
    if profile.filled:
        body.append(Paragraph(runs(told["legend"]), role="note"))
    else:
        body.append(Paragraph(runs(told["nobody"])))
    for kind in KINDS:
        lines = [line for line in profile.lines if line.row.kind == kind]
        if lines and profile.filled:
            body += [Heading(words("kind", kind)), *_matrix(lines, profile.members)]
    if profile.filled:
        body += [Heading(told["missing"]), _gaps(profile)]
    made = means_out.paper(told["title"], council, logo, body, today)
    return replace(made, footer=f"{made.footer} · {told['members_only'].lower()}")


def _matrix(lines: Sequence[ProfileLine], members: Mapping[int, str]) -> list[Table]:
    """Return a table for each handful of members: a wide council does not fit on one page."""
    heads = list(zip(members, short_names(tuple(members.values())), strict=True))
    parts = -(-len(heads) // _ACROSS)
    across = -(-len(heads) // parts)
    return [_table(lines, heads[at : at + across]) for at in range(0, len(heads), across)]


def _table(lines: Sequence[ProfileLine], heads: Sequence[tuple[int, str]]) -> Table:
    width = (_WIDE - _NAME) / len(heads)
    return Table(
        (tr("Point"), *(name for _member, name in heads)),
        tuple(
            (
                Cell(runs(line.row.name)),
                *(Cell(runs(str(line.said.get(member, "–")))) for member, _name in heads),
            )
            for line in lines
        ),
        (_NAME, *[width] * len(heads)),
        right_aligned=tuple(range(1, len(heads) + 1)),
    )


def _gaps(profile: Profile) -> Block:
    if not profile.gaps:
        return Paragraph(runs(texts()["paper"]["none_missing"]))
    return ListBlock(tuple(runs(line.row.name) for line in profile.gaps))


def short_names(members: Sequence[str]) -> list[str]:
    """Return the first name of each member, with as much more as tells two apart."""
    split = [name.split() or [name] for name in members]
    ways = (
        [parts[0] for parts in split],
        [f"{parts[0]} {parts[-1][0]}." if parts[1:] else parts[0] for parts in split],
        list(members),
    )
    return [
        next((way[at] for way in ways if way.count(way[at]) == 1), name)
        for at, name in enumerate(members)
    ]
