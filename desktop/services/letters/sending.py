"""Freeze a letter: its Word, PDF and e-mail are made once and kept in the council file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.documents.document import Document
from desktop.domain.errors import CouncilError
from desktop.domain.letter_checks import plain_name
from desktop.i18n import tr
from desktop.models.advice import Letter
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.advice.rows import LetterRow
from desktop.services.letters import gather, phrases
from desktop.services.letters.build import letter_document
from desktop.services.letters.chosen import Templates
from desktop.services.letters.files import MAIL, PDF, WORD, LetterFile, file_stem, mail, save_files
from desktop.services.letters.places import Material
from desktop.services.letters.templates import letter_words
from desktop.services.records import fill, listed

_HEAVIEST = 10_000_000
"""Bytes of appendices that most mail programs still take."""
FROZEN = (
    "subject",
    "recipient",
    "dated",
    "reply_by",
    "reply_source",
    "signatories",
    "appendices",
    "copies_to",
)
"""What is written into the letter when it goes out, and what can be changed before that."""


@dataclass(frozen=True)
class Ready:
    """A letter with its three files, made but not yet kept."""

    letter: LetterRow
    document: Document
    word: LetterFile
    pdf: LetterFile
    mail: LetterFile
    appendices: tuple[LetterFile, ...] = ()
    """The papers of the dossier that the letter names as its appendices."""


def ready(
    materials: Sequence[Material],
    templates: Templates,
    kept: Callable[[str], bytes] | None = None,
) -> list[Ready]:
    """Return the letters of *materials* with their files, as they go out now.

    *kept* gives the bytes of a kept paper: then the appendices in the dossier go along.
    """
    result: list[Ready] = []
    together = [made_of.letter for made_of in materials]
    for made_of in materials:
        final = replace(made_of, concept=False)
        template = templates.get(final.letter.kind)
        document = letter_document(final, template, datetime.now().replace(microsecond=0))
        files = pair(final, document, together)
        to = final.addressee.email if final.addressee else ""
        words = gather.mail_words(final, template)
        enclosed = appendices(final, kept) if kept else ()
        light = sum(len(file.data) for file in enclosed) <= _HEAVIEST
        attached = [*files, *(enclosed if light else ())]
        message = mail(final.council.email, to, document.title, words, attached)
        post = LetterFile(stem(final, together) + ".eml", message, MAIL)
        result.append(Ready(final.letter, document, *files, post, enclosed))
    return result


def appendices(made_of: Material, kept: Callable[[str], bytes]) -> tuple[LetterFile, ...]:
    """Return the papers of the dossier that bear the name of an appendix of the letter."""
    papers = {plain_name(one.name): one for one in made_of.view.papers if one.kind != "letter"}
    found: list[LetterFile] = []
    for number, name in enumerate(phrases.lines(made_of.letter.appendices), 1):
        paper = papers.get(plain_name(name))
        if paper:
            ending = Path(paper.name).suffix
            label = letter_words()["label"]["appendix"].format(number=number)
            media = paper.media_type if "/" in paper.media_type else "application/octet-stream"
            stem_words = file_stem(made_of.letter.reference, f"{label} {name}")
            stem_words = stem_words.removesuffix(ending)
            found.append(LetterFile(stem_words + ending, kept(paper.sha256), media))
    return tuple(found)


def pair(
    made_of: Material, document: Document, among: Sequence[LetterRow] = ()
) -> tuple[LetterFile, LetterFile]:
    """Return *document* for Word and as PDF."""
    from desktop.documents.pdf import pdf_bytes
    from desktop.documents.word import word_bytes

    name = stem(made_of, among)
    return (
        LetterFile(f"{name}.docx", word_bytes(document), WORD),
        LetterFile(f"{name}.pdf", pdf_bytes(document), PDF),
    )


def stem(made_of: Material, among: Sequence[LetterRow]) -> str:
    """Return the name of the files; with the addressee when several letters bear one name."""
    letter = made_of.letter
    extra = letter_words()["state"]["concept"] if made_of.concept else ""
    same = [one for one in among if one.kind == letter.kind and one.subject == letter.subject]
    if len(same) > 1:
        extra = phrases.receiver(letter.recipient)
    return file_stem(letter.reference, letter.subject, extra)


def freeze(store: Store, session: Session, letters: Sequence[Ready], today: date) -> None:
    """Keep the files of *letters* and mark them as sent *today*: from now on they never change."""
    now = datetime.now().replace(microsecond=0)
    for one in letters:
        record = session.get_one(Letter, one.letter.id)
        must_be_open(record)
        fill(record, {name: getattr(one.letter, name) for name in FROZEN})
        record.sent = datetime.combine(today, now.time())
        record.word_sha256 = store.keep(session, one.word.data)
        record.pdf_sha256 = store.keep(session, one.pdf.data)
        record.mail_sha256 = store.keep(session, one.mail.data)
        session.add(_paper(record, one, one.word, now))
        session.add(_paper(record, one, one.pdf, now))
    session.flush()


def must_be_open(letter: Letter | LetterRow) -> None:
    """Raise CouncilError when *letter* was sent."""
    if letter.sent:
        raise CouncilError(tr("This letter was sent. It can only be read now."))


def went_to(letters: Sequence[Ready]) -> str:
    """Return to whom *letters* went, for the timeline."""
    names = [phrases.receiver(one.letter.recipient) for one in letters]
    return tr("Letter to {names}.", names=listed([name for name in names if name]))


def saved(letters: Sequence[Ready], folder: Path | None) -> list[Path]:
    """Save the files of *letters* in *folder*; return where they are."""
    if folder is None:
        return []
    files = [file for one in letters for file in (one.word, one.pdf, one.mail, *one.appendices)]
    return save_files(folder, files)


def _paper(record: Letter, one: Ready, file: LetterFile, now: datetime) -> Paper:
    is_pdf = file is one.pdf
    return Paper(
        name=file.name,
        sha256=record.pdf_sha256 if is_pdf else record.word_sha256,
        dossier_id=record.dossier_id,
        kind="letter",
        media_type=file.media_type,
        pages=_pages(file.data) if is_pdf else None,
        size=len(file.data),
        text=gather.searchable(one.document) if is_pdf else "",
        sender=one.document.author,
        dated=record.dated,
        added=now,
    )


def _pages(pdf: bytes) -> int:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
