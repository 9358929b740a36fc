"""The fields of a letter that can still be changed before it goes."""

from functools import partial

from desktop.i18n import tr
from desktop.services.advice.rows import LetterRow
from desktop.ui.autosave import keep
from desktop.ui.desk import Desk
from desktop.ui.form import Form, date_line, line, lines

_FIELDS = ("subject", "dated", "reply_by", "signatories", "appendices", "copies_to", "recipient")


def letter_form(desk: Desk, letter: LetterRow) -> Form:
    """Return the form of *letter*; it saves itself."""
    form = Form()
    form.add_row(tr("Subject"), line("subject"))
    form.add_pair(
        (tr("Date of the letter"), date_line("dated")), (tr("Answer before"), date_line("reply_by"))
    )
    form.add_row(
        tr("Who signs?"), lines("signatories", rows=2), tr("Name, role. One on each line.")
    )
    form.add_row(tr("Appendices"), lines("appendices", rows=1), tr("One on each line."))
    form.add_row(tr("Copy to"), lines("copies_to", rows=1), tr("One on each line."))
    form.add_row(tr("Address"), lines("recipient", rows=4))
    show_letter(form, letter)

    def save() -> None:
        values = form.readable()
        present = desk.office.letters.letter(letter.id, desk.today())
        changed = {key: value for key, value in values.items() if value != getattr(present, key)}
        keep(changed, partial(desk.office.letters.change, letter.id), form.point_out)

    form.changed.connect(save)
    return form


def show_letter(form: Form, letter: LetterRow) -> None:
    """Show *letter* in its form; a field being typed in keeps its words."""
    form.set_values({key: getattr(letter, key) for key in _FIELDS})
