"""A short letter beside the advice: asked too late, agree on a term, a summary, a reminder."""

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.advice.rows import LetterRow
from desktop.ui.advice.letter import open_path
from desktop.ui.advice.letter_fields import letter_form, show_letter
from desktop.ui.advice.preview import Preview
from desktop.ui.boxes import Item, beside, breakable, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form
from desktop.ui.kit import button, card, columns, head, message, primary
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier


class ShortLetterPage(Page):
    """One letter from the library, ready to look at and send."""

    area = "advice"
    tables = frozenset({"letter", "dossier", "norm", "council", "member", "dossier_addressee"})

    _preview: Preview

    def __init__(self, desk: Desk, dossier: int, kind: str) -> None:
        super().__init__()
        self._desk, self._dossier, self._kind = desk, dossier, kind
        self._letters = desk.office.letters.prepare(dossier, desk.today(), kind)
        self._form: Form | None = None
        self._folder = desk.office.path.parent / tr("Letters")

    def build(self) -> list[Item]:
        letter = self._now()
        template = next(
            row for row in self._desk.office.letters.templates.rows() if row.kind == self._kind
        )
        self._preview = Preview(self._desk)
        self._show(letter)
        self._form = letter_form(self._desk, letter)
        parts: list[Item] = []
        if not letter.recipient:
            fix = button(tr("Choose"), lambda: open_dossier(self._desk, self._dossier, "intake"))
            parts.append(message("warning", tr("Choose who gets this letter."), "", fix))
        parts += [
            card(tr("On the letter"), self._form),
            beside(
                primary(tr("Send the letter"), self._send, "letter"),
                button(tr("Throw away"), self._throw_away),
                ...,
            ),
            text(tr("The files go to: {path}", path=breakable(self._folder)), "small", "muted"),
        ]
        return [
            head(template.title, template.use, over=letter.reference),
            columns(self._preview, parts, (4, 5)),
        ]

    def refresh(self) -> None:
        """Draw the letter again; fields being typed in keep their words."""
        letter = self._now()
        if self._form:
            show_letter(self._form, letter)
        self._show(letter)

    def first_focus(self) -> QWidget | None:
        return self._form.first() if self._form else None

    def leave(self) -> bool:
        if self._form:
            self._form.flush()
        return True

    def _now(self) -> LetterRow:
        return self._desk.office.letters.letter(self._letters[0].id, self._desk.today())

    def _show(self, letter: LetterRow) -> None:
        office, today = self._desk.office, self._desk.today()
        self._preview.show_letter(lambda: office.letters.pdf(letter.id, today))

    def _send(self) -> None:
        self.leave()
        try:
            for letter in self._letters:
                self._desk.office.letters.send_letter(letter.id, self._desk.today(), self._folder)
        except CouncilError as error:
            self._desk.window.strip.say("warning", error.message)
            return
        self._desk.window.back()
        self._desk.window.strip.say(
            "success",
            tr("The letter is ready: Word, PDF and an e-mail with both."),
            tr("Send the e-mail, or print the PDF."),
            (tr("Open the folder"), lambda: open_path(self._folder)),
        )

    def _throw_away(self) -> None:
        self._desk.window.back()
        for letter in self._letters:
            self._desk.attempt(lambda number=letter.id: self._desk.office.letters.remove(number))
        self._desk.told_gone(tr("The letter is thrown away."))
