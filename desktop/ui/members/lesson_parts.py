"""One screen of a lesson: the text, its rules, the picture, our own council, a question."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.dutch_dates import long_date
from desktop.domain.lessons import Legal, Lesson, Part, Question
from desktop.i18n import tr
from desktop.language.glossary import Explained
from desktop.services.choices import words
from desktop.services.members.ours import Ours
from desktop.ui.boxes import TOP, Box, Item, beside, ruled, stack, text
from desktop.ui.buttons import ChoiceCard
from desktop.ui.drawn import Steps
from desktop.ui.kit import announce, card, chip, message, pill, row
from desktop.ui.members.diagram import Diagram
from desktop.ui.members.lesson_text import LessonText

_Key = Qt.Key


def part_card(lesson: Lesson, number: int, ours: Ours | None) -> Box:
    """Return part *number* (from 1) as a card: the words, the rules, the picture, our council."""
    part = lesson.parts[number - 1]
    items: list[Item] = [LessonText(part.heading, part.paragraphs)]
    items += [_rule(rule) for rule in part.legal]
    if lesson.picture.part == number:
        items += [6, text(lesson.picture.title, "strong", "muted"), 2, Diagram(lesson.picture)]
    if ours:
        items += [6, *_ours(ours)]
    return card(part.heading, *items, gap=8)


def _rule(rule: Legal) -> Box:
    kind = pill(words("legal_status", rule.status), "info")
    said = stack(text(rule.text), text(rule.source, "small", "muted"), gap=1)
    return beside((kind, 0, TOP), (said, 1), gap=12, pad=(0, 4, 0, 4), turns=True)


def _ours(ours: Ours) -> list[Item]:
    items: list[Item] = [text(ours.title, "strong", "muted")]
    items += [text(line) for line in ours.lines]
    if ours.steps:
        items += [4, Steps(ours.steps, ours.now)]
    return items


def spoken_part(part: Part) -> str:
    """Return a part as a screen reader says it when it comes on the screen."""
    return " ".join((f"{part.heading}.", *part.paragraphs))


class _Answer(ChoiceCard):
    """An answer; Enter and Space choose it, and the arrows choose the one before or after it.

    Qt's own arrows go by place on the screen, and choose nothing while no answer is chosen yet.
    """

    def keyPressEvent(self, e: QKeyEvent) -> None:
        group, key = self.group().buttons(), Qt.Key(e.key())
        steps = {_Key.Key_Down: 1, _Key.Key_Right: 1, _Key.Key_Up: -1, _Key.Key_Left: -1}
        if key in (_Key.Key_Return, _Key.Key_Enter):
            self.click()
        elif key in steps:
            place = group.index(self)
            if any(one.isChecked() for one in group):
                place = (place + steps[key]) % len(group)
            group[place].setFocus(Qt.FocusReason.TabFocusReason)
            group[place].click()
        else:
            super().keyPressEvent(e)


class QuestionCard(Box):
    """A check question: choose an answer, and kind words come at once. No marks.

    *note* hears which answer was chosen; *on* goes on with the lesson.
    """

    def __init__(
        self,
        question: Question,
        chosen: int | None,
        note: Callable[[int], None],
        on: Callable[[], object],
    ) -> None:
        super().__init__(pad=(20, 16, 20, 18), gap=10, cls="card")
        self._question, self._note, self._on = question, note, on
        self._told = Box()
        self._group = QButtonGroup(self)
        self.add(text(question.text, "h2"))
        for place, answer in enumerate(question.answers):
            one = _Answer(answer.text)
            one.setAccessibleDescription(question.text)
            one.setChecked(place == chosen)
            one.clicked.connect(lambda _on=False, place=place: self._choose(place))
            self._group.addButton(one, place)
            self.add(one)
        self.add(self._told)
        if chosen is not None:
            self._tell(chosen)

    @property
    def asks(self) -> str:
        """The question in words."""
        return self._question.text

    def focus_target(self) -> QWidget:
        """Return the answer that takes the focus."""
        return self._group.checkedButton() or self._group.buttons()[0]

    @property
    def told(self) -> QWidget:
        """Where the kind words stand."""
        return self._told

    def _choose(self, place: int) -> None:
        said = self._tell(place)
        self._note(place)
        announce(self, said)

    def _tell(self, place: int) -> str:
        answer = self._question.answers[place]
        tone = "success" if answer.right else "info"
        title = tr("That is right.") if answer.right else tr("Have another look.")
        on = chip(tr("Go on"), self._on, "next")
        self._told.show_items([message(tone, title, answer.feedback, on)])
        return f"{title} {answer.feedback}"


def words_card(found: list[Explained]) -> list[Item]:
    """Return the hard words of a lesson as a card; nothing when there are none."""
    if not found:
        return []
    rows = [stack(text(one.term, "strong"), text(one.meaning, "small", "muted")) for one in found]
    return [card(tr("Words in this lesson"), *ruled(*rows))]


def sources_card(lesson: Lesson) -> Box:
    """Return where the facts come from, each with the day somebody looked there."""
    rows = [
        row(one.title, tr("seen on {day}", day=long_date(one.seen)), icon="file")
        for one in lesson.sources
    ]
    return card(tr("Where does this come from?"), *ruled(*rows))
