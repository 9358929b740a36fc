"""Files that the council received or sent, kept inside the council file."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


class StoredFile(Record):
    """The bytes of a file, named by their checksum: written once, never changed."""

    __tablename__ = "stored_file"
    __tracked__: ClassVar[bool] = False

    sha256: Mapped[str] = mapped_column(unique=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Paper(Record):
    """A paper (stuk): a received request, an appendix, a report, a sent letter."""

    __tablename__ = "paper"
    __search__ = ("name", "sender", "text")

    name: Mapped[str]
    sha256: Mapped[str]
    dossier_id: Mapped[int | None] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), default=None, index=True
    )
    kind: Mapped[str] = mapped_column(default="appendix")
    """request, appendix, source, letter, reply."""
    media_type: Mapped[str] = mapped_column(default="")
    pages: Mapped[int | None] = mapped_column(default=None)
    size: Mapped[int] = mapped_column(default=0)
    """Bytes."""
    text: Mapped[str] = mapped_column(default="")
    sender: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None] = mapped_column(default=None)
    level: Mapped[int | None] = mapped_column(default=None)
    """Estimated LiNT level when it came in, 1 (easy) to 4."""
    added: Mapped[datetime | None] = mapped_column(default=None)
