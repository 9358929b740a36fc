"""A letter arrives: read it, propose what it asks, and start a dossier from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.readers import Paper as ReadPaper
from desktop.documents.readers import read_bytes, read_paper
from desktop.documents.save import save
from desktop.domain.errors import CouncilError
from desktop.domain.request_reading import Proposal, propose_from
from desktop.i18n import tr
from desktop.models.links import remove
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.advice.dossiers import add_dossier
from desktop.services.council import CouncilDesk
from desktop.services.file_names import free_path, safe_name

HARD_LEVEL = 4
"""LiNT level from which the app says that a paper is hard to read."""


@dataclass(frozen=True)
class IncomingPaper:
    """A paper that was dropped, with its bytes and its measure."""

    read: ReadPaper
    data: bytes
    level: int | None
    """Estimated LiNT level, None when the paper is too short to say."""


@dataclass(frozen=True)
class Incoming:
    """Everything that came in at once, and what it seems to ask."""

    papers: tuple[IncomingPaper, ...]
    proposal: Proposal
    warnings: tuple[str, ...] = field(default=())

    @property
    def pages(self) -> int:
        """Pages of all papers that have pages."""
        return sum(paper.read.pages or 0 for paper in self.papers)

    @property
    def hard(self) -> bool:
        """Whether one of the papers is hard to read."""
        return any((paper.level or 0) >= HARD_LEVEL for paper in self.papers)


class Intake:
    """Read incoming papers and keep them in the council file."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def read(self, paths: Sequence[Path], today: date) -> Incoming:
        """Read the files at *paths* (an e-mail brings its attachments) and propose a request.

        Raises CouncilError with one sentence when a file cannot be read. An attachment that cannot
        be read is kept as it is and named in ``warnings``.
        """
        if not paths:
            raise CouncilError(tr("Choose a file first."))
        papers: list[IncomingPaper] = []
        warnings: list[str] = []
        for path in paths:
            name, data = read_bytes(path)  # once: a file in a mail folder may be gone the next time
            self._take(papers, warnings, read_paper(name, data), data)
        reads = [paper.read for paper in papers]
        cover = reads[0]
        proposal = propose_from(
            [read.text for read in reads],
            sender=cover.sender,
            sent=cover.sent,
            subject=cover.title,
            today=today,
        )
        heads = [read.letterhead for read in reads if read.letterhead]
        if heads and proposal.reference is None:
            # A reference often stands only in the page header of a Word letter.
            proposal = replace(proposal, reference=propose_from(heads, today=today).reference)
        return Incoming(tuple(papers), proposal, tuple(warnings))

    def accept(
        self,
        incoming: Incoming,
        title: str,
        today: date,
        kind: str = "asked",
        questions: Sequence[str] = (),
        **fields: Any,  # noqa: ANN401 – any other column of a dossier
    ) -> int:
        """Start a dossier from *incoming* with what the user confirmed; return its number."""
        scheme = self._council.profile().reference_scheme
        with self._store.changing(tr("Start an advice from a letter")) as session:
            dossier = add_dossier(session, title, today, kind, questions, fields, scheme)
            for place, paper in enumerate(incoming.papers):
                keep_paper(self._store, session, dossier, paper, "appendix" if place else "request")
            return dossier

    def add_papers(self, dossier: int, incoming: Incoming, kind: str = "appendix") -> None:
        """Keep *incoming* in a dossier that exists."""
        with self._store.changing(tr("Add a paper")) as session:
            for paper in incoming.papers:
                keep_paper(self._store, session, dossier, paper, kind)

    def remove_paper(self, paper: int) -> None:
        """Take a paper out of its dossier; undo brings it back."""
        with self._store.changing(tr("Remove a paper")) as session:
            found = session.get(Paper, paper)
            if found is not None and found.kind == "letter":
                raise CouncilError(tr("A sent letter stays in the dossier."))
            if found is not None:
                remove(session, found)

    def paper_text(self, paper: int) -> str:
        """Return the text of a kept paper."""
        with self._store.reading() as session:
            return session.scalar(select(Paper.text).where(Paper.id == paper)) or ""

    def save_copy(self, paper: int, folder: Path) -> Path:
        """Write a kept paper to *folder* and return where; it never writes over another file."""
        with self._store.reading() as session:
            found = session.get(Paper, paper)
            if found is None:
                raise CouncilError(tr("This paper is no longer there."))
            name, checksum = found.name, found.sha256
        return write_new(folder, name, self._store.kept(checksum))

    def _take(
        self,
        papers: list[IncomingPaper],
        warnings: list[str],
        read: ReadPaper,
        data: bytes,
    ) -> None:
        papers.append(IncomingPaper(read, data, reading_level(read.text)))
        if read.warning:
            warnings.append(read.warning)
        for attachment in read.attachments:
            try:
                inner = read_paper(attachment.name, attachment.data)
            except CouncilError as error:
                warnings.append(error.message)
                inner = ReadPaper(attachment.name, "application/octet-stream", "")
            self._take(papers, warnings, inner, attachment.data)


def keep_paper(
    store: Store, session: Session, dossier: int, paper: IncomingPaper, kind: str
) -> None:
    """Keep *paper* within a running action."""
    session.add(
        Paper(
            name=paper.read.name,
            sha256=store.keep(session, paper.data),
            dossier_id=dossier,
            kind=kind,
            media_type=paper.read.media_type,
            pages=paper.read.pages,
            size=len(paper.data),
            text=paper.read.text,
            sender=paper.read.sender,
            dated=paper.read.sent,
            level=paper.level,
            added=datetime.now(),
        )
    )


def write_new(folder: Path, name: str, data: bytes) -> Path:
    """Write *data* as *name* in *folder*, with a number behind the name when it is taken.

    The same file that lies there already is left as it is: looking twice makes no second copy.
    """
    path = folder / safe_name(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.stat().st_size != len(data) or path.read_bytes() != data:
            path = free_path(path)
            save(path, data)
    except OSError as error:
        raise CouncilError(
            tr("The file cannot be written to this folder. Choose another folder.")
        ) from error
    return path


def reading_level(text: str) -> int | None:
    """Return the estimated LiNT level of a paper, 1 to 4; None when it is too short to say."""
    from desktop.language import analyse

    # A sample says enough: the measure of a whole policy paper would keep the user waiting.
    return analyse(text[:20_000]).score.level
