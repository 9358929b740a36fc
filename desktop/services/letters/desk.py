"""Make letters, look them over, and send them: once sent, a letter never changes."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.documents.document import Document
from desktop.domain.dossier import STEPS
from desktop.domain.errors import CouncilError
from desktop.domain.letter_checks import Check, Quote, checks
from desktop.domain.numbering import next_number, reference
from desktop.i18n import tr
from desktop.models.advice import Dossier, Event, Letter
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers, move_dossier
from desktop.services.advice.looking import of
from desktop.services.advice.rows import DossierView, LetterRow
from desktop.services.choices import words
from desktop.services.council import CouncilDesk
from desktop.services.letters import gather, phrases, sending
from desktop.services.letters.blank import blank_letter
from desktop.services.letters.build import letter_document
from desktop.services.letters.chosen import Templates
from desktop.services.letters.files import MAIL, PDF, WORD, LetterFile, save_files
from desktop.services.letters.mending import mend
from desktop.services.letters.places import Material
from desktop.services.letters.templates import advice_kind
from desktop.services.records import fill, to_row

_REMEMBERED = 6
_TAKES_NONE = frozenset({"signatories", "appendices", "copies_to"})


class Letters:
    """Everything people do with a letter."""

    def __init__(self, store: Store, council: CouncilDesk, dossiers: Dossiers) -> None:
        self.templates = Templates(store)
        self._store = store
        self._council = council
        self._dossiers = dossiers
        self._pages: OrderedDict[tuple[Document, str], bytes] = OrderedDict()

    def prepare(self, dossier: int, today: date, kind: str = "") -> list[LetterRow]:
        """Make the letters of a dossier, one for each addressee, and return them as they stand.

        Without *kind* it is the advice itself. Calling it again changes nothing that was written;
        it only follows the addressees. Letters that were sent stay as they are.
        """
        view = self._dossiers.view(dossier, today)
        advice = not kind or self.templates.get(kind).is_advice
        kind = advice_kind(view.dossier.kind) if advice else kind
        with self._store.changing(tr("Make the letter")) as session:
            number = self._reference(session, dossier, today)
            same = [one for one in session.scalars(of(Letter, dossier)) if self._alike(one, kind)]
            # A short letter is for whoever asked; what went out before does not count for it.
            wanted = view.addressee_ids if advice else view.addressee_ids[:1]
            have = [letter for letter in same if advice or letter.sent is None]
            for letter in have:
                if letter.sent is None and wanted and letter.addressee_id not in wanted:
                    remove(session, letter)
                elif letter.sent is None:
                    letter.kind = kind
            present = {letter.addressee_id for letter in have}
            session.add_all(
                Letter(dossier_id=dossier, kind=kind, addressee_id=addressee, reference=number)
                for addressee in wanted or ((None,) if not have else ())
                if addressee not in present
            )
        return [
            row
            for row in self.letters(dossier, today)
            if self._alike(row, kind) and (advice or row.sent is None)
        ]

    def letters(self, dossier: int, today: date) -> list[LetterRow]:
        """Return the letters of a dossier as they would go out, or as they went."""
        view = self._dossiers.view(dossier, today)
        return [self._material(view, letter, today).letter for letter in view.letters]

    def letter(self, letter: int, today: date) -> LetterRow:
        """Return one letter as it would go out, or as it went."""
        return self._of(letter, today).letter

    def change(self, letter: int, **changes: Any) -> None:  # noqa: ANN401 – any column of a letter
        """Change fields of a letter; None lets a field follow the dossier again.

        Fields: subject, recipient, dated, reply_by, reply_source, signatories, appendices,
        copies_to. Raises CouncilError when the letter was sent.
        """
        unknown = set(changes) - set(sending.FROZEN)
        if unknown:
            raise AttributeError(f"letter.{unknown.pop()}")
        if "reply_by" in changes:
            changes.setdefault("reply_source", "")
        values = {name: _kept(name, value) for name, value in changes.items()}
        place = "+".join(sorted(changes))
        with self._store.changing(
            tr("Change the letter"), merge=f"letter:{letter}:{place}"
        ) as session:
            found = _get(session, letter)
            sending.must_be_open(found)
            fill(found, values)

    def remove(self, letter: int) -> None:
        """Throw a letter away that was not sent; undo brings it back."""
        with self._store.changing(tr("Throw a letter away")) as session:
            found = _get(session, letter)
            sending.must_be_open(found)
            remove(session, found)

    def document(self, letter: int, today: date) -> Document:
        """Return a letter that was not sent yet as a document, for the preview."""
        made_of = self._of(letter, today)
        if made_of.letter.sent:
            raise CouncilError(tr("This letter was sent. It can only be read now."))
        return letter_document(made_of, self.templates.get(made_of.letter.kind))

    def pdf(self, letter: int, today: date | None = None) -> bytes:
        """Return the letter as PDF: as it was sent, else as it would look *today*."""
        from desktop.documents.pdf import pdf_bytes

        return self._file(letter, today or date.today(), "pdf_sha256", pdf_bytes)

    def word(self, letter: int, today: date | None = None) -> bytes:
        """Return the letter for Word: as it was sent, else as it would look *today*."""
        from desktop.documents.word import word_bytes

        return self._file(letter, today or date.today(), "word_sha256", word_bytes)

    def checks(self, dossier: int, today: date) -> tuple[Check, ...]:
        """Return what to look at once more before the advice goes out."""
        from desktop.language import analyse

        view = self._dossiers.view(dossier, today)
        materials = self._advice_letters(view, today)
        told = "\n\n".join(phrases.sentence(text) for text in gather.texts(view).values())
        level = analyse(told, context="advice").score.level
        return checks(gather.facts(self._council, view, materials, level))

    def mend(self, dossier: int, quote: Quote, replacement: str | None = None) -> None:
        """Put *replacement* (else what the check proposed) in the place of *quote*."""
        with self._store.changing(tr("Take personal data out of the letter")) as session:
            mend(session, dossier, quote, replacement)

    def send(self, dossier: int, today: date, folder: Path | None = None) -> list[Path]:
        """Send the advice: freeze its letters and bring the dossier to "sent", in one action.

        Each letter is kept as Word, PDF and e-mail; with a *folder* they are saved there as well.
        Raises CouncilError when something is missing, or when only the saving failed.
        """
        view = self._dossiers.view(dossier, today)
        if not view.addressee_ids:
            raise CouncilError(tr("Choose who gets this letter."), "addressee")
        self._stop_early(view)
        self.prepare(dossier, today)
        view = self._dossiers.view(dossier, today)
        open_ones = [one for one in self._advice_letters(view, today) if not one.letter.sent]
        if not open_ones:
            raise CouncilError(tr("This letter was sent. It can only be read now."))
        ready = sending.ready(open_ones, self.templates, self._store.kept)
        with self._store.changing(words("act", "sent")) as session:
            sending.freeze(self._store, session, ready, today)
            if _was_sent(view):
                session.add(Event(dossier_id=dossier, on_date=today, text=sending.went_to(ready)))
            else:
                move_dossier(session, dossier, "sent", today, sending.went_to(ready))
        return sending.saved(ready, folder)

    def send_letter(self, letter: int, today: date, folder: Path | None = None) -> list[Path]:
        """Send one letter that is not the advice (a reminder, a request for time)."""
        made_of = self._of(letter, today)
        if self.templates.get(made_of.letter.kind).is_advice:
            return self.send(made_of.view.dossier.id, today, folder)
        if made_of.letter.sent:
            raise CouncilError(tr("This letter was sent. It can only be read now."))
        if not made_of.letter.recipient:
            raise CouncilError(tr("Choose who gets this letter."), "addressee")
        ready = sending.ready([made_of], self.templates, self._store.kept)
        with self._store.changing(tr("Send a letter")) as session:
            sending.freeze(self._store, session, ready, today)
            text = f"{self.templates.get(made_of.letter.kind).title}. {sending.went_to(ready)}"
            session.add(Event(dossier_id=made_of.view.dossier.id, on_date=today, text=text))
        return sending.saved(ready, folder)

    def files(self, letter: int, today: date | None = None) -> list[LetterFile]:
        """Return the files of a letter: Word and PDF, and of a sent letter the e-mail."""
        made_of = self._of(letter, today or date.today())
        row = made_of.letter
        if not row.sent:
            return [*sending.pair(made_of, self._document(made_of))]
        stem = sending.stem(made_of, made_of.view.letters)
        kept = ((".docx", row.word_sha256, WORD), (".pdf", row.pdf_sha256, PDF))
        return [
            LetterFile(stem + ending, self._store.kept(checksum), media)
            for ending, checksum, media in (*kept, (".eml", row.mail_sha256, MAIL))
        ]

    def save_copies(self, letter: int, folder: Path, today: date | None = None) -> list[Path]:
        """Save the files of a letter in *folder*; return where they are."""
        return save_files(folder, self.files(letter, today))

    # --- what the methods above share --------------------------------------------------------
    def _alike(self, letter: Letter | LetterRow, kind: str) -> bool:
        """Tell whether *letter* is of this *kind*; all forms of the advice are one kind."""
        if self.templates.get(kind).is_advice:
            return self.templates.get(letter.kind).is_advice
        return letter.kind == kind

    def _material(self, view: DossierView, letter: LetterRow, today: date) -> Material:
        template = self.templates.get(letter.kind)
        return gather.material(self._council, view, letter, template, today)

    def _of(self, letter: int, today: date) -> Material:
        with self._store.reading() as session:
            record = _get(session, letter)
            row, dossier = to_row(LetterRow, record), record.dossier_id
        return self._material(self._dossiers.view(dossier, today), row, today)

    def _advice_letters(self, view: DossierView, today: date) -> list[Material]:
        """Return the letters of the advice; when none was made yet, what the first would be."""
        found = [
            self._material(view, letter, today)
            for letter in view.letters
            if self.templates.get(letter.kind).is_advice
        ]
        if found:
            return found
        first = next(iter(view.addressee_ids), None)
        kind = advice_kind(view.dossier.kind)
        return [self._material(view, blank_letter(kind, first, view.dossier.reference), today)]

    def _document(self, made_of: Material, made: datetime | None = None) -> Document:
        return letter_document(made_of, self.templates.get(made_of.letter.kind), made)

    def _file(
        self, letter: int, today: date, column: str, write: Callable[[Document], bytes]
    ) -> bytes:
        made_of = self._of(letter, today)
        if made_of.letter.sent:
            return self._store.kept(getattr(made_of.letter, column))
        document = self._document(made_of)
        key = (document, column)
        if key not in self._pages:
            self._pages[key] = write(document)
        self._pages.move_to_end(key)
        while len(self._pages) > _REMEMBERED:
            self._pages.popitem(last=False)
        return self._pages[key]

    def _reference(self, session: Session, dossier: int, today: date) -> str:
        """Return the reference of the dossier; give it one when it has none."""
        found = session.get_one(Dossier, dossier)
        if not found.reference:
            scheme = self._council.profile().reference_scheme
            used = session.scalars(select(Dossier.reference)).all()
            found.reference = reference(scheme, today.year, next_number(scheme, today.year, used))
        return found.reference

    def _stop_early(self, view: DossierView) -> None:
        """Raise CouncilError with what stands in the way, before any page is drawn."""
        if _was_sent(view):
            return
        step = next((step for step in view.next_steps if step.state == "sent"), None)
        if step is None:
            raise CouncilError(tr("The advice has not been adopted yet."), "decision")
        for lacking in step.missing:
            if lacking.place != "letter":
                raise CouncilError(lacking.words, lacking.place)


def _was_sent(view: DossierView) -> bool:
    """Tell whether the advice went out before: then one more letter changes no state."""
    step = view.dossier.step
    return step is not None and step >= STEPS.index("reply")


def _get(session: Session, letter: int) -> Letter:
    found = session.get(Letter, letter)
    if found is None:
        raise CouncilError(tr("This letter is no longer there."))
    return found


def _kept(name: str, value: object) -> object:
    """Return what goes into the file: an empty text on purpose is kept as a dash."""
    if name in _TAKES_NONE and value is not None and not str(value).strip():
        return gather.NONE
    if value is None and name not in ("dated", "reply_by"):
        return ""
    return value
