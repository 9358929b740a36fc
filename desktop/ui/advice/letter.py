"""Ready to send? The real letter at the left, what to look at once more at the right."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.domain.letter_checks import Check, Quote
from desktop.i18n import tr, trn
from desktop.services.advice.rows import DossierView, LetterRow
from desktop.ui.advice.letter_fields import letter_form, show_letter
from desktop.ui.advice.preview import Preview
from desktop.ui.boxes import Box, Item, beside, breakable, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice
from desktop.ui.kit import button, card, chip, columns, head, message, primary, quiet, row
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier

_PLACES = {"heard": "evidence", "questions": "draft", "addressee": "intake"}


class LetterPage(Page):
    """The advice letters of a dossier: look, check, send."""

    area = "advice"
    tables = frozenset(
        {
            "dossier",
            "letter",
            "section",
            "recommendation",
            "question",
            "question_answer",
            "decision",
            "heard_group",
            "norm",
            "council",
            "member",
            "addressee",
            "dossier_addressee",
        }
    )

    _preview: Preview

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._shown = 0
        self._seen: set[Quote] = set()
        self._form: Form | None = None
        self._checks, self._in_order = Box(gap=12), Box(gap=12)
        self._folder = desk.office.path.parent / tr("Letters")

    def build(self) -> list[Item]:
        view = self._view()
        letters = self._letters(view)
        self._preview = Preview(self._desk)
        self._checks, self._in_order = Box(gap=12), Box(gap=12)
        letter = letters[min(self._shown, len(letters) - 1)]
        self._form = None if letter.sent else letter_form(self._desk, letter)
        self._show(letter)
        over = f"{view.dossier.reference}, {view.dossier.title}"
        title = tr("The letter was sent") if letter.sent else tr("Ready to send?")
        left: list[Item] = [*self._pick(letters), self._preview]
        right = self._sent(letter) if letter.sent else self._to_send(view)
        return [head(title, "", over=over), columns(left, right, (4, 5))]

    def refresh(self) -> None:
        """Draw the letter again; fields being typed in keep their words."""
        view = self._view()
        letters = self._letters(view)
        letter = letters[min(self._shown, len(letters) - 1)]
        if letter.sent or self._form is None:
            self.rebuild()
            return
        show_letter(self._form, letter)
        self._show(letter)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._save_copies}

    def leave(self) -> bool:
        if self._form:
            self._form.flush()
        return True

    def _view(self) -> DossierView:
        return self._desk.office.dossiers.view(self._dossier, self._desk.today())

    def _letters(self, view: DossierView) -> list[LetterRow]:
        """Return the advice letters; they are made when there are none, and never made twice."""
        office, today = self._desk.office, self._desk.today()
        kinds = [letter.kind for letter in view.letters]
        have = {letter.addressee_id for letter in view.letters if letter.kind.startswith("advice")}
        wanted = set(view.addressee_ids or (None,))
        if wanted <= have or (kinds and any(letter.sent for letter in view.letters)):
            letters = [
                letter
                for letter in office.letters.letters(self._dossier, today)
                if letter.kind.startswith("advice")
            ]
            if letters:
                return letters
        return office.letters.prepare(self._dossier, today)

    def _show(self, letter: LetterRow) -> None:
        office, today = self._desk.office, self._desk.today()
        self._preview.show_letter(lambda: office.letters.pdf(letter.id, today))
        if not letter.sent:
            self._show_checks()

    def _pick(self, letters: list[LetterRow]) -> list[Item]:
        if len(letters) < 2:
            return []
        names = [
            (str(n), letter.recipient.partition("\n")[0] or tr("No addressee"))
            for n, letter in enumerate(letters)
        ]
        pick = choice("letter", names)
        pick.setAccessibleName(tr("Which letter?"))
        pick.set_value(str(self._shown))
        pick.textActivated.connect(lambda: self._open(int(str(pick.value()))))
        return [pick]

    def _open(self, number: int) -> None:
        self.leave()
        self._shown = number
        self.rebuild()

    # ---- before sending ------------------------------------------------------------------------

    def _to_send(self, view: DossierView) -> list[Item]:
        send = primary(tr("Send the letter"), self._send, "letter")
        copies = button(tr("Make Word and PDF"), self._save_copies, icon="file")
        step = next((s for s in view.next_steps if s.state == "sent"), None)
        lacks = [m for m in (step.missing if step else ()) if m.place != "letter"]
        items: list[Item] = [card("", self._checks)]
        if step is None or lacks:
            words = lacks[0].words if lacks else tr("The advice has not been adopted yet.")
            fix = chip(tr("Record the decision"), lambda: self._go("decision"))
            items.append(message("info", tr("This is still a concept."), words, fix))
            items.append(beside(copies, ...))
        else:
            items.append(beside(send, copies, ..., turns=True))
            items.append(
                text(
                    tr("After sending, the letter cannot change. It is kept in the dossier."),
                    "small",
                    "muted",
                )
            )
        items.append(
            beside(
                (
                    text(
                        tr("The files go to: {path}", path=breakable(self._folder)),
                        "small",
                        "muted",
                    ),
                    1,
                ),
                quiet(tr("Another folder"), self._choose_folder),
            )
        )
        items.append(card(tr("In order"), self._in_order))
        if self._form:
            items.append(card(tr("On the letter"), self._form))
        return items

    def _show_checks(self) -> None:
        """Show what needs a look on top, and below the buttons what is in order."""
        found = self._desk.office.letters.checks(self._dossier, self._desk.today())
        # A decision that is lacking has its own message with its own button below.
        checks = [check for check in found if check.ok or check.place != "decision"]
        wrong = [check for check in checks if not check.ok and not self._done_with(check)]
        good = [check for check in checks if check.ok or self._done_with(check)]
        title = (
            trn("{n} more thing to look at", "{n} more things to look at", len(wrong))
            if wrong
            else tr("Everything was looked at")
        )
        rows = [
            row(check.words, check.why if check.ok else "", icon="done", tone="success")
            for check in good
        ]
        self._checks.show_items([text(title, "h2"), *(self._trouble(check) for check in wrong)])
        self._in_order.show_items(ruled(*rows))

    def _done_with(self, check: Check) -> bool:
        return bool(check.quotes) and all(quote in self._seen for quote in check.quotes)

    def _trouble(self, check: Check) -> Box:
        if check.quotes:
            open_ones = [quote for quote in check.quotes if quote not in self._seen]
            parts = [self._quote(quote) for quote in open_ones[:3]]
            return message_with(check.words, check.why, parts)
        acts: list[QWidget] = []
        place = _PLACES.get(check.place, check.place)
        if place and place != "letter":
            acts.append(chip(tr("Mend this"), lambda: self._go(place)))
        return message("warning", check.words, check.why, *acts)

    def _quote(self, quote: Quote) -> Box:
        acts: list[Item] = []
        if quote.replacement:
            words = tr("Make it “{words}”", words=quote.replacement)
            acts.append(chip(words, lambda: self._mend(quote)))
        acts.append(quiet(tr("Leave it"), lambda: self._leave_it(quote)))
        return stack(
            text(f"“{quote.text}”", "strong"), text(quote.why), beside(*acts, ..., gap=16), gap=4
        )

    def _mend(self, quote: Quote) -> None:
        self._desk.attempt(lambda: self._desk.office.letters.mend(self._dossier, quote))

    def _leave_it(self, quote: Quote) -> None:
        self._seen.add(quote)
        self._show_checks()

    def _go(self, place: str) -> None:
        open_dossier(self._desk, self._dossier, place)

    def _choose_folder(self) -> None:
        folder = self._desk.choose_folder(tr("Where shall the files go?"))
        if folder:
            self._folder = folder
            self.rebuild()

    def _save_copies(self) -> None:
        self.leave()
        letters = self._letters(self._view())

        def save() -> None:
            for letter in letters:
                self._desk.office.letters.save_copies(letter.id, self._folder, self._desk.today())
            self._told_saved()

        self._desk.attempt(save)

    def _told_saved(self) -> None:
        self._desk.window.strip.say(
            "success",
            tr("Word and PDF are ready."),
            breakable(self._folder),
            (tr("Open the folder"), lambda: open_path(self._folder)),
        )

    def _send(self) -> None:
        self.leave()
        try:
            paths = self._desk.office.letters.send(self._dossier, self._desk.today(), self._folder)
        except CouncilError as error:
            self._desk.window.strip.say("warning", error.message)
            return
        mails = [path for path in paths if path.suffix == ".eml"]
        acts = [(tr("Open the folder"), lambda: open_path(self._folder))]
        if mails:
            acts.insert(0, (tr("Open the e-mail"), lambda: open_path(mails[0])))
        self._desk.window.strip.say(
            "success",
            tr("The letter is ready: Word, PDF and an e-mail with both."),
            tr("Send the e-mail, or print the PDF."),
            *acts,
        )
        self.rebuild()

    # ---- after sending -------------------------------------------------------------------------

    def _sent(self, letter: LetterRow) -> list[Item]:
        when = long_date(letter.sent.date()) if letter.sent else ""
        due = long_date(letter.reply_by) if letter.reply_by else tr("no date agreed")
        rows = [
            row(
                tr("Sent on {date}", date=when), letter.recipient.partition("\n")[0], icon="letter"
            ),
            row(tr("Answer before: {date}", date=due), letter.reply_source, icon="clock"),
            row(
                tr("Kept for good"),
                tr("This letter never changes, whatever you change later."),
                icon="lock",
            ),
        ]
        copies = button(tr("Save Word and PDF again"), self._save_copies, icon="file")
        follow = primary(tr("Follow the answer"), lambda: self._go("reply"), "next")
        return [card(tr("On its way"), *ruled(*rows)), beside(follow, copies, ..., turns=True)]


def message_with(what: str, why: str, parts: list[Box]) -> Box:
    """Return a warning with more than one repair in it."""
    return stack(
        text(what, "strong"), *([text(why)] if why else []), *parts, gap=8, pad=16, cls="warning"
    )


def open_path(path: Path) -> None:
    """Let the computer show a folder or a file in its own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
