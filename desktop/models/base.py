"""What every record in the council file has in common."""

import re
from typing import ClassVar, dataclass_transform

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass_transform(kw_only_default=True, field_specifiers=(mapped_column,))
class Record(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """A row of the council file.

    ``__search__`` names the columns that "Zoek in alles" looks through, the first being the title.
    ``__tracked__`` is False for tables that never change after they are written (files, history).
    """

    metadata = MetaData(naming_convention=_NAMES)
    __search__: ClassVar[tuple[str, ...]] = ()
    __tracked__: ClassVar[bool] = True
    # A number that was used once is never given out again: history and undo point at it.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 – SQLAlchemy's own name

    id: Mapped[int] = mapped_column(primary_key=True, init=False)

    def __setattr__(self, name: str, value: object) -> None:
        # Half of an emoji, as a broken paste gives, cannot be kept in any file.
        if isinstance(value, str) and not value.isascii():
            value = _HALVES.sub("\ufffd", value)
        super().__setattr__(name, value)


def record_of(table: str) -> type[Record]:
    """Return the kind of record that *table* holds; raises StopIteration for an unknown table."""
    return next(
        mapper.class_ for mapper in Record.registry.mappers if mapper.class_.__tablename__ == table
    )
