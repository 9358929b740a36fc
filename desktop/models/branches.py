"""Two copies of one council that both went on: what each changed, and how that goes together."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, UniqueConstraint, select
from sqlalchemy.orm import Session

from desktop.domain.merging import three_way
from desktop.models.base import Record, record_of
from desktop.models.history import HistoryEntry, RowChange, Values, from_json, merged
from desktop.models.links import remove

Place = tuple[str, int]
"""A table and a number in it."""
Changes = dict[Place, RowChange]
GONE = ""
"""Stands for a whole record where a clash names a field: one side threw it away."""

BLOCK = 1_000_000
"""Numbers that each copy keeps for itself: what both make new never gets the same number."""

_TABLES: dict[str, Table] = dict(Record.metadata.tables)
_RANK = {table.name: place for place, table in enumerate(Record.metadata.sorted_tables)}


@dataclass(frozen=True)
class Clash:
    """A field that both changed, or (``name`` is GONE) a record that one side threw away."""

    place: Place
    name: str
    ours: Any
    theirs: Any


@dataclass
class Plan:
    """What to write and take away here, apart from the clashes."""

    write: dict[Place, Values] = field(default_factory=dict[Place, Values])
    delete: list[Place] = field(default_factory=list[Place])
    clashes: list[Clash] = field(default_factory=list[Clash])
    gone: dict[Place, Values] = field(default_factory=dict[Place, Values])
    """What was thrown away here since they parted, as it last was."""
    dropped: set[Place] = field(default_factory=set[Place])
    """What they threw away too: it stays away when what it hung on comes back."""


def keep_apart(session: Session, copy: int) -> None:
    """Let the *copy*-th copy (1, 2 …) give out numbers that no other copy gives out."""
    connection = session.connection()
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").all()
    used: dict[str, int] = {row[0]: row[1] for row in rows}
    for name in _TABLES:
        if name == HistoryEntry.__tablename__:
            continue  # the chain of the history has no gaps
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
            (name, used.get(name, 0) + copy * BLOCK),
        )


def changes_since(session: Session, entry: int) -> Changes:
    """Return what changed after the history *entry*, each record once: before and after."""
    rows: tuple[RowChange, ...] = ()
    later = select(HistoryEntry.rows).where(HistoryEntry.id > entry).order_by(HistoryEntry.id)
    found: list[RowChange] = []
    for text in session.scalars(later):
        found.extend(from_json(text, _TABLES))
    rows = merged((), tuple(found))
    return {(row.table, row.key): row for row in rows}


def gone_since(session: Session, entry: int) -> dict[Place, Values]:
    """Return what went after the history *entry*, as it last was; nothing of what was erased."""
    gone: dict[Place, Values] = {}
    line = HistoryEntry
    later = select(line.kind, line.rows).where(line.id > entry).order_by(line.id)
    for kind, text in session.execute(later):
        for row in from_json(text, _TABLES):
            if row.after is None and kind != "undo":
                gone[row.table, row.key] = row.before or {}
            else:  # it is there, or whoever made it thought better of it
                gone.pop((row.table, row.key), None)
    return gone


def plan(
    session: Session, ours: Changes, theirs: Changes, gone: Mapping[Place, Values] | None = None
) -> Plan:
    """Return how *theirs* goes into the file of *session*, which changed *ours* meanwhile.

    *gone* is what went here since they parted: it comes back when somebody chooses so, and what was
    erased never does.
    """
    went = gone or {}
    made = Plan(gone={place: values for place, values in went.items() if values})
    erased = went.keys() - made.gone.keys()
    for place, row in sorted(theirs.items(), key=lambda item: _order(item[0])):
        if place in erased or (row.after and _hangs_on(place[0], row.after, erased)):
            erased.add(place)
        elif row.after is None:
            _their_deletion(session, made, ours, place, row)
        elif row.before is None:
            _their_new_record(session, made, place, _without(place[0], row.after, erased))
        else:
            after = _without(place[0], row.after, erased)
            _their_change(session, made, place, row.before, after)
    return made


def apply(session: Session, made: Plan, ours_wins: Callable[[Clash], bool]) -> list[Place]:
    """Carry out the plan, each clash as *ours_wins* says; return the places that were written."""
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    write, delete = dict(made.write), list(made.delete)
    for clash in made.clashes:
        if ours_wins(clash):
            if clash.name == GONE and clash.ours is None:
                _leave_out(write, clash.place)
        elif clash.name == GONE and clash.theirs is None:
            delete.append(clash.place)
        elif clash.name == GONE:
            _revive(session, write, made, clash.place, clash.theirs)
        else:
            row = write.setdefault(clash.place, present(session, clash.place) or {})
            row[clash.name] = clash.theirs
    for place in sorted(write, key=_order):
        put(session, place, write[place])
    session.flush()
    for table, key in sorted(delete, key=_order, reverse=True):
        record = session.get(record_of(table), key)
        if record is not None:
            remove(session, record)
    return sorted(write, key=_order)


def _their_new_record(session: Session, made: Plan, place: Place, values: Values) -> None:
    if place in made.gone:  # it came here before, and was thrown away
        made.clashes.append(Clash(place, GONE, None, values))
        return
    same = _same_thing(session, place[0], values)
    if same is None:
        made.write[place] = values
        _need_parents(session, made, place[0], values)
        return
    here = (place[0], int(same["id"]))
    _merge(made, here, {}, same, {**values, "id": here[1]})


def _their_change(
    session: Session, made: Plan, place: Place, before: Values, after: Values
) -> None:
    now = present(session, place)
    if now is not None:
        _merge(made, place, before, now, after)
        _need_parents(session, made, place[0], made.write.get(place, {}))
    elif place in made.gone:
        made.clashes.append(Clash(place, GONE, None, after))
    # Neither here nor thrown away here: it was erased for good, and stays so.


def _their_deletion(
    session: Session, made: Plan, ours: Changes, place: Place, row: RowChange
) -> None:
    now = present(session, place)
    if now is None:
        made.dropped.add(place)
        return
    used = any(
        change.before is None and place in _above(table, change.after or {})
        for (table, _key), change in ours.items()
    )
    if now == row.before and not used:
        made.delete.append(place)
    else:
        made.clashes.append(Clash(place, GONE, now, None))


def _merge(made: Plan, place: Place, base: Values, ours: Values, theirs: Values) -> None:
    both = three_way(base, ours, theirs)
    if both.values != ours:
        made.write[place] = both.values
    made.clashes += [Clash(place, name, ours[name], theirs[name]) for name in both.clashes]


def _need_parents(session: Session, made: Plan, table: str, values: Values) -> None:
    """Note a clash when *values* point at a record that was thrown away here."""
    for place in _above(table, values):
        known = any(clash.place == place and clash.name == GONE for clash in made.clashes)
        if place in made.gone and not known and present(session, place) is None:
            made.clashes.append(Clash(place, GONE, None, made.gone[place]))


def _leave_out(write: dict[Place, Values], place: Place) -> None:
    """Do not write what hangs on *place*, which stays thrown away."""
    write.pop(place, None)
    for other in list(write):
        if other in write and place in _above(other[0], write[other]):
            _leave_out(write, other)


def _revive(
    session: Session,
    write: dict[Place, Values],
    made: Plan,
    place: Place,
    values: Values,
) -> None:
    """Bring *place* back with everything above it that was thrown away too, and all its parts."""
    write[place] = values
    gone = made.gone
    wanted = [above for above in _above(place[0], values) if above in gone]
    wanted += [
        part
        for part in gone
        if part not in made.dropped
        and any(whole and above == place for _name, whole, above in _links(part[0], gone[part]))
    ]
    for other in wanted:
        if other not in write and present(session, other) is None:
            _revive(session, write, made, other, gone[other])


def _same_thing(session: Session, table: str, values: Values) -> Values | None:
    """Return the record here that must be the same as *values*: there may be only one."""
    for names in _unique(_TABLES[table]):
        columns = _TABLES[table].c
        query = select(_TABLES[table]).where(*(columns[name] == values[name] for name in names))
        row = session.execute(query).mappings().first()
        if row:
            return dict(row)
    return None


def _unique(table: Table) -> list[list[str]]:
    found = [
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return found + [[column.name] for column in table.columns if column.unique]


def _above(table: str, values: Values) -> list[Place]:
    """Return the records that a record of *table* with *values* points at."""
    return [place for _column, _whole, place in _links(table, values)]


def _links(table: str, values: Values) -> Iterator[tuple[str, bool, Place]]:
    """Give each field that points at a record, whether it goes along with that, and the record."""
    for column in _TABLES[table].columns:
        for key in column.foreign_keys:
            if values.get(column.name) is not None:
                place = (key.column.table.name, int(values[column.name]))
                yield column.name, key.ondelete == "CASCADE" or not column.nullable, place


def _hangs_on(table: str, values: Values, erased: Collection[Place]) -> bool:
    """Tell whether a record goes along with one that was erased here for good."""
    return any(whole and place in erased for _column, whole, place in _links(table, values))


def _without(table: str, values: Values, erased: Collection[Place]) -> Values:
    """Return *values* that no more point at what was erased here for good."""
    lost = {column for column, _whole, place in _links(table, values) if place in erased}
    return {name: None if name in lost else content for name, content in values.items()}


def present(session: Session, place: Place) -> Values | None:
    """Return the record at *place* as it is here; None when it is not here."""
    table = _TABLES[place[0]]
    row = session.execute(select(table).where(table.c.id == place[1])).mappings().first()
    return dict(row) if row else None


def put(session: Session, place: Place, values: Values) -> None:
    """Write the record at *place* as *values*, new or changed."""
    kind = record_of(place[0])
    record = session.get(kind, place[1])
    if record is None:
        record = kind(**{name: content for name, content in values.items() if name != "id"})
        record.id = place[1]
        session.add(record)
        return
    for name, content in values.items():
        if getattr(record, name) != content:
            setattr(record, name, content)


def _order(place: Place) -> tuple[int, int]:
    return _RANK[place[0]], place[1]
