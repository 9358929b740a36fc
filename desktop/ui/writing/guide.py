"""The keys that walk through the tips: F8 and its kin, from anywhere on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.i18n import tr
from desktop.ui.kit import announce
from desktop.ui.writing.families import kind_name
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.tip import MOST_ALTERNATIVES, alternatives, like, title

if TYPE_CHECKING:
    from desktop.ui.writing.desk import WritingDesk


class Guide(QObject):
    """Steps through the tips of a desk and carries out what the open one offers.

    Its acts are actions of the desk (``desk.actions()``), so that a menu can show them too.
    """

    def __init__(self, desk: "WritingDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        desk.panel.picked.connect(self._pick)
        desk.panel.replaced.connect(self.replace)
        desk.panel.ignored.connect(desk.put_aside)
        desk.panel.hidden_for_good.connect(desk.hide_for_good)
        self._act(tr("Next tip"), "F8", self.step)
        self._act(tr("Previous tip"), "Shift+F8", lambda: self.step(back=True))
        self._act(tr("Explain the tip"), "F9", self.explain)
        self._act(tr("Ignore this tip here"), "Ctrl+F8", desk.put_aside)
        for at in range(MOST_ALTERNATIVES):
            words = tr("Take alternative {number}", number=at + 1)
            self._act(words, f"Alt+{at + 1}", lambda at=at: self.replace_by(at))

    def _act(self, words: str, keys: str, act: Callable[[], object]) -> None:
        action = QAction(words, self._desk)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(_without_arguments(act))
        self._desk.addAction(action)

    def step(self, *, back: bool = False, announced: bool = True) -> None:
        """Open the next tip in the text (or the one before); after the last comes the first."""
        writing = self._desk.writing
        marks = writing.marks()
        if not marks:
            if announced:
                announce(writing, self._desk.panel.count_words())
            return
        self.open(self._beside(marks, back=back), announced=announced)

    def _beside(self, marks: list[Mark], *, back: bool) -> Mark:
        opened = self._desk.writing.opened()
        if opened is not None:
            return marks[(marks.index(opened) + (-1 if back else 1)) % len(marks)]
        here = self._desk.writing.textCursor().position()
        if back:
            return next((mark for mark in reversed(marks) if mark.start < here), marks[-1])
        return next((mark for mark in marks if mark.start >= here), marks[0])

    def _pick(self, hint: object) -> None:
        mark = next((one for one in self._desk.writing.marks() if one.hint is hint), None)
        if mark:
            self.open(mark)

    def open(self, mark: Mark, *, announced: bool = True) -> None:
        """Go to *mark*, open it, and let a screen reader say what is the matter."""
        self._desk.writing.go_to(mark)
        self._desk.panel.open_hint(mark.hint)
        if not announced:
            return
        self._desk.show_panel()
        hint = mark.hint
        words = [title(hint), kind_name(hint.kind), hint.message]
        offered = alternatives(hint)
        if offered:
            words.append(tr("Instead: {words}", words=", ".join(offered)))
        announce(self._desk.writing, ". ".join(dict.fromkeys(words)))

    def explain(self) -> None:
        """Show the explanation of the open tip, and let a screen reader say it."""
        said = self._desk.panel.open_tip.toggle_explanation()
        if said:
            announce(self._desk.panel, said)

    def replace_by(self, at: int) -> None:
        """Take alternative number *at* (from 0) of the open tip."""
        mark = self._desk.writing.opened()
        offered = alternatives(mark.hint) if mark else []
        if at < len(offered):
            self.replace(offered[at])

    def replace(self, words: str) -> None:
        """Put *words* in the place of what the open tip is about; capitals stay."""
        writing = self._desk.writing
        mark = writing.opened()
        if mark is None:
            return
        fitting = like(words, mark.hint.text)
        writing.replace_span(mark.start, mark.end, fitting)
        self._desk.checker.check()
        writing.setFocus()
        announce(writing, tr("Replaced by {words}", words=fitting))


def _without_arguments(act: Callable[[], object]) -> Callable[[], None]:
    """Return *act* fit for a signal: Qt would hand it "checked"."""

    def call() -> None:
        act()

    return call
