"""The keys that walk through the tips: F8 and its kin, from anywhere on the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.i18n import tr
from desktop.ui.kit import announce
from desktop.ui.writing.explained import told_at
from desktop.ui.writing.families import kind_name
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.tip import alternatives, like, title

if TYPE_CHECKING:
    from desktop.ui.writing.desk import WritingDesk

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Guide(QObject):
    """Steps through the tips of a desk and carries out what the open one offers.

    Its keys go before those of the window, which may hold the same ones in a menu: Qt would find
    two and press neither.
    """

    def __init__(self, desk: "WritingDesk") -> None:
        super().__init__(desk)
        self._desk = desk
        desk.panel.picked.connect(self._pick)
        desk.panel.replaced.connect(self.replace)
        desk.panel.ignored.connect(desk.put_aside)
        desk.panel.hidden_for_good.connect(desk.hide_for_good)
        desk.panel.learned.connect(desk.learn)
        self._keys: dict[QKeyCombination, Callable[[], object]] = {
            QKeyCombination(_Key.Key_F8): self.step,
            QKeyCombination(_SHIFT, _Key.Key_F8): lambda: self.step(back=True),
            QKeyCombination(_Key.Key_F9): self.explain,
            QKeyCombination(_Key.Key_F1): self.look_up,
            QKeyCombination(_CONTROL, _Key.Key_F8): desk.put_aside,
            QKeyCombination(_ALT, _Key.Key_1): lambda: self.replace_by(0),
            QKeyCombination(_ALT, _Key.Key_2): lambda: self.replace_by(1),
            QKeyCombination(_ALT, _Key.Key_3): lambda: self.replace_by(2),
        }
        for part in (desk, desk.writing):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        act = self._keys.get(event.keyCombination())
        if act is None:
            return False
        event.accept()  # also of the question "is this a shortcut?": no, it is ours
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True

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

    def look_up(self) -> None:
        """Explain the word at the cursor, and let a screen reader say it."""
        told = told_at(self._desk.writing.textCursor())
        self._desk.writing.open_mark(None)
        self._desk.show_panel()
        self._desk.panel.show_word(told)
        announce(self._desk.writing, ". ".join(told))
        self._desk.looked_up.emit(told[0])

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
