"""What the council knows about a theme, on one card, with who keeps it up to date."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Record


class ThemeCard(Record):
    """A theme (themakaart): what it is, what to watch, what to ask, and where that comes from."""

    __tablename__ = "theme_card"
    __search__ = ("title", "summary", "watch", "questions")

    title: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    """Words, with commas between, that bring this card up at an agenda item."""
    summary: Mapped[str] = mapped_column(default="")
    """Half a page at most, in Markdown."""
    watch: Mapped[str] = mapped_column(default="")
    """What to watch for, one on each line."""
    questions: Mapped[str] = mapped_column(default="")
    """What to ask the municipality, one on each line."""
    source: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None] = mapped_column(default=None)
    """The day of the source."""
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), default=None, index=True
    )
    """The member who keeps it up to date."""
    look_again: Mapped[date | None] = mapped_column(default=None)
    """The day to look whether it is still right."""
    paper: Mapped[str] = mapped_column(default="")
    """sha256 of a longer paper, or empty."""
    paper_name: Mapped[str] = mapped_column(default="")
