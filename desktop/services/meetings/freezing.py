"""Adopted minutes are kept as files, for good: no later rename can change a letter of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.document import Document
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.meetings import FrozenMinutes, Meeting
from desktop.models.store import Store
from desktop.services.letters.files import PDF, WORD, LetterFile

COLUMNS = {
    (False, WORD): "word_sha256",
    (False, PDF): "pdf_sha256",
    (True, WORD): "public_word_sha256",
    (True, PDF): "public_pdf_sha256",
}
"""Where the checksum of each of the four files stands: (public version?, format)."""


@dataclass(frozen=True)
class FrozenRow:
    """Adopted minutes: when they were frozen, and the checksums of the four files."""

    id: int
    meeting_id: int
    frozen: datetime
    word_sha256: str
    pdf_sha256: str
    public_word_sha256: str
    public_pdf_sha256: str

    def checksum(self, media_type: str, *, public: bool) -> str:
        """Return the checksum of one of the four files."""
        return str(getattr(self, COLUMNS[public, media_type]))


def must_be_open(session: Session, meeting: int | None) -> None:
    """Raise CouncilError when the minutes of *meeting* were adopted: nothing of it may change.

    The one guard of adopted meetings. Each service calls it where it gets what it is about to
    change: the meeting, an item, a person on its list, a decision. What lives on after a meeting
    goes around it: an action or promise is followed and closed, and an item comes back later.
    """
    if meeting is None:
        return
    found = session.get(Meeting, meeting)
    if found is None:
        raise CouncilError(tr("This meeting is no longer there."))
    if found.minutes_state == "adopted":
        raise CouncilError(closed_words())


def closed_words() -> str:
    """Return why nothing of an adopted meeting changes, and what to do with a mistake."""
    return tr(
        "The minutes of this meeting were adopted, so nothing of it changes any more. "
        "Put a correction in the next minutes."
    )


def pair(document: Document, stem: str) -> tuple[LetterFile, LetterFile]:
    """Return *document* for Word and as PDF, both named *stem*."""
    from desktop.documents.pdf import pdf_bytes
    from desktop.documents.word import word_bytes

    return (
        LetterFile(f"{stem}.docx", word_bytes(document), WORD),
        LetterFile(f"{stem}.pdf", pdf_bytes(document), PDF),
    )


def freeze(
    store: Store,
    session: Session,
    meeting: int,
    document: Callable[[bool], Document],
    now: datetime,
) -> None:
    """Make both versions (*document* of public or not) and keep their files with *meeting*."""
    if session.scalar(select(FrozenMinutes.id).where(FrozenMinutes.meeting_id == meeting)):
        raise CouncilError(closed_words())
    checksums: dict[str, str] = {}
    for public in (False, True):
        for file in pair(document(public), ""):
            checksums[COLUMNS[public, file.media_type]] = store.keep(session, file.data)
    session.add(FrozenMinutes(meeting_id=meeting, frozen=now, **checksums))
    session.flush()


def frozen_file(store: Store, row: FrozenRow, media_type: str, *, public: bool) -> bytes:
    """Return the bytes of adopted minutes exactly as they were kept."""
    return store.kept(row.checksum(media_type, public=public))
