"""A hard word: what does it mean? F1 asks at the cursor, a page asks for any word."""

import re
from functools import partial

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.i18n import tr
from desktop.services.members.rows_onboarding import WordRow
from desktop.ui.boxes import TOP, Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.fields import line
from desktop.ui.form import Form
from desktop.ui.kit import announce, button, card, columns, head
from desktop.ui.pages import Page
from desktop.ui.writing.explained import told_at

_TAG = re.compile(r"<[^<>]*>")
_FEW = 12


def me(desk: Desk) -> int | None:
    """Return the member who works at this keyboard, if the council knows the name."""
    return desk.office.people.named(desk.office.store.actor)


def looked_up(desk: Desk, words: str) -> WordRow | None:
    """Return what *words* mean, and put them among the words of who works here."""
    return desk.office.learning.look_up(me(desk), words, desk.today())


def explain_here(desk: Desk) -> None:
    """Tell about the word at the cursor; without one, ask which word it is."""
    found = _at_cursor(desk)
    if found:
        meaning = found.told
        desk.window.strip.say("info", found.term, meaning)
        announce(desk.window, f"{found.term}. {meaning}")
    elif not isinstance(desk.window.page, ExplainPage):
        desk.window.open_page(ExplainPage(desk, _on_screen(desk.window.page)))


def _at_cursor(desk: Desk) -> WordRow | None:
    field = QApplication.focusWidget()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return looked_up(desk, told_at(field.textCursor())[0])
    if isinstance(field, QLineEdit) and field.selectedText().strip():
        return looked_up(desk, field.selectedText())
    return None


def _on_screen(page: QWidget | None) -> str:
    """Return everything that stands on *page* to be read."""
    said: list[str] = []
    for part in page.findChildren(QWidget) if page else []:
        if not part.isVisible():
            continue
        if isinstance(part, QLabel):
            said.append(_TAG.sub(" ", part.text()))
        elif isinstance(part, QTextEdit | QPlainTextEdit):
            said.append(part.toPlainText())
    return "\n".join(said)


def meaning(word: WordRow) -> Box:
    """Return a word with what it means below it."""
    return stack(text(word.term, "strong"), text(word.told), gap=1)


class ExplainPage(Page):
    """What does … mean? Type a word, or choose one that stood on the screen."""

    area = "today"
    tables = frozenset[str]()

    def __init__(self, desk: Desk, seen: str = "") -> None:
        super().__init__()
        self._desk = desk
        if desk.window.page:
            self.area = desk.window.page.area  # pyright: ignore[reportAttributeAccessIssue]
        self._seen = desk.office.learning.terms_in(seen)
        self._found, self._kept = Box(gap=12), ""
        self._form = Form()
        self._field = line("word", tr("for example: ordinance"))
        self._form.add_row(tr("Which word?"), self._field, tr("The answer comes while you type."))
        self._field.edited.connect(self._look)
        self._field.returnPressed.connect(self._keep)

    def build(self) -> list[Item]:
        left: list[Item] = [card("", self._form, self._found)]
        seen = [self._seen_row(word) for word in self._seen[:_FEW]]
        top = head(tr("What does … mean?"), tr("Asking is wise. Nobody knows all the words."))
        if not seen:
            return [top, *left]
        return [top, columns(left, [card(tr("Words on the screen before"), *ruled(*seen))], (1, 1))]

    def first_focus(self) -> QWidget | None:
        return self._field

    def leave(self) -> bool:
        self._keep()
        return True

    def _seen_row(self, word: WordRow) -> Box:
        tell = button(
            tr("Explain"),
            partial(self._tell, word),
            kind="chip",
            name=tr("Explain {word}", word=word.term),
        )
        return beside((text(word.term), 1), (tell, 0, TOP), gap=12)

    def _tell(self, word: WordRow) -> None:
        self._field.set_value(word.term)
        self._look()
        self._keep()

    def _look(self) -> None:
        words = str(self._field.value())
        rows = self._desk.office.learning.suggestions(words)
        if rows:
            self._found.show_items(ruled(*(meaning(row) for row in rows)))
        elif words:
            told = tr("There is no explanation of this word yet, so do ask about it.")
            self._found.show_items([text(told)])
        else:
            self._found.clear()

    def _keep(self) -> None:
        """Put the word among the own words once it is whole, and say what it means."""
        words = str(self._field.value())
        if words == self._kept:
            return
        self._kept = words
        found = looked_up(self._desk, words)
        if found:
            announce(self, f"{found.term}. {found.told}")
