"""Hard words: what does it mean, which ones did I look up, which ones stand in our papers."""

import re
from functools import partial

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr, trn
from desktop.services.members.rows_onboarding import WordRow
from desktop.ui.boxes import TOP, Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.fields import line
from desktop.ui.form import Form
from desktop.ui.kit import announce, button, card, columns, empty, head, quiet
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
        meaning = _whole(found)
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


def _whole(word: WordRow) -> str:
    """Return the meaning, and what to say instead when that is something else."""
    instead = ", ".join(word.instead)
    if not instead or instead in word.meaning:
        return word.meaning
    return f"{word.meaning} {tr('Instead: {words}', words=instead)}."


def _meaning(word: WordRow) -> Box:
    return stack(text(word.term, "strong"), text(_whole(word)), gap=1)


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
            self._found.show_items(ruled(*(_meaning(row) for row in rows)))
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
            announce(self, f"{found.term}. {_whole(found)}")


class WordsPage(Page):
    """My words: what I looked up, and the words of our own papers."""

    area = "members"
    tables = frozenset({"looked_up", "paper"})

    def __init__(self, desk: Desk, member: int) -> None:
        super().__init__()
        self._desk, self._member = desk, member
        self._all = False

    def build(self) -> list[Item]:
        mine = self._desk.office.learning.words_of(self._member)
        ours = self._desk.office.learning.council_words()
        look = button(tr("Look up a word"), partial(explain_here, self._desk), icon="search")
        top = head(
            tr("My words"),
            tr("What you look up with F1 stands here. Take your time."),
            look,
        )
        if not mine and not ours:
            why = tr("Press F1 anywhere in the app to look up a word. It is kept here.")
            return [empty(tr("No words yet"), why, look)]
        learning = [word for word in mine if not word.known]
        known = [word for word in mine if word.known]
        left: list[Item] = [self._learning(learning)]
        if known:
            left.append(card(tr("I know these now"), *ruled(*map(self._known, known))))
        return [top, columns(left, self._ours(ours), (1, 1))]

    def _learning(self, words: list[WordRow]) -> Box:
        if not words:
            return card(tr("Looked up"), text(tr("Nothing here to learn now.")))
        return card(tr("Looked up"), *ruled(*map(self._mine, words)))

    def _mine(self, word: WordRow) -> Box:
        learning = self._desk.office.learning
        know = button(
            tr("I know it now"),
            partial(learning.know, self._member, word.term),
            kind="chip",
            icon="saved",
            name=tr("I know {word} now", word=word.term),
        )
        last = long_date(word.last).rpartition(" ")[0] if word.last else ""
        told = trn("Looked up on {day}", "Looked up {n} times, last on {day}", word.times, day=last)
        return stack(_meaning(word), text(told, "small", "muted"), beside(know, ...), gap=4)

    def _known(self, word: WordRow) -> Box:
        again = button(
            tr("Once more"),
            partial(self._desk.office.learning.know, self._member, word.term, known=False),
            kind="chip",
            name=tr("Practise {word} once more", word=word.term),
        )
        return beside((text(word.term), 1), again)

    def _ours(self, words: list[WordRow]) -> Box:
        shown = words if self._all else words[:_FEW]
        items: list[Item] = ruled(*map(_meaning, shown))
        if len(words) > len(shown):
            more = quiet(tr("All {n} words", n=len(words)), self._show_all, "open_down")
            items.append(beside(more, ...))
        if not words:
            items.append(text(tr("They come from your letters and papers.")))
        return card(tr("Words in our own papers"), *items)

    def _show_all(self) -> None:
        self._all = True
        self.rebuild()
