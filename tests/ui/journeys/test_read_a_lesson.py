"""A new member reads a lesson by keyboard; the council adds a lesson of its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.i18n import tr
from desktop.resources import text
from desktop.services.members.lessons import EXAMPLE
from desktop.ui import theme
from desktop.ui.buttons import ChoiceCard
from desktop.ui.desk import Desk
from desktop.ui.members.diagram import Diagram
from desktop.ui.members.lesson import LessonPage
from desktop.ui.members.lesson_text import LessonText
from desktop.ui.members.lessons import LessonsPage
from tests.ui.driver import Person
from tests.ui.walk import looked_at, walk

LESSON = "hoe-een-advies-loopt"


@pytest.fixture
def els(example: Desk) -> int:
    """A new member, who has the keyboard."""
    member = example.office.council.add_member("Els Nijland", since=example.today())
    example.office.store.actor = "Els Nijland"
    return member


def test_a_new_member_reads_a_lesson(example: Desk, person: Person, els: int) -> None:
    window, lessons = example.window, example.office.lessons
    window.show_area("members")
    window.open_page(LessonsPage(example))
    person.sees("De wet in gewone woorden", "Begin hier")
    row = next(one for one in lessons.all() if one.key == LESSON)
    person.goes_to("De wet in gewone woorden, 11 minuten")
    for _ in range(4):
        person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Return)
    person.sees(row.title, row.goal, "Deel 1 van 8, nog ongeveer elf minuten")
    person.sees("Zo staat het nu met ons advies “Bijzondere bijstand: nieuwe regels”:")
    assert person.focus().text() == tr("Go on"), "Enter goes on at once"
    for part in range(2, 5):
        person.key(Qt.Key.Key_Return)
        person.sees(f"Deel {part} van 8")


def test_a_new_member_answers_and_finishes(example: Desk, person: Person, els: int) -> None:
    lessons, page = example.office.lessons, LessonPage(example, LESSON)
    example.window.show_area("members")
    example.window.open_page(LessonsPage(example))
    example.window.open_page(page)
    page.go_to(4)
    person.picks("De brieven van de gemeente zijn slecht")
    person.sees(tr("Have another look."), "Zeg er nog bij wat er anders moet.")
    person.key(Qt.Key.Key_Down)
    person.sees(tr("That is right."), "Daar kan de gemeente ja op zeggen.")
    assert "Zeg er nog bij wat er anders moet." not in person.screen()

    person.presses(tr("Go on"), nth=2)  # it stands below the kind words too
    person.sees("Deel 5 van 8")
    person.presses(tr("Go on"))
    person.sees("Deel 6 van 8")
    person.presses(tr("Go on"))
    assert person.focus().accessibleName() == "Het college", "the question comes first"
    person.presses(tr("Go on"))
    person.sees("Deel 7 van 8")
    person.presses(tr("Go on"))
    person.sees("Deel 8 van 8")
    person.sees("Waar komt dit vandaan?", "les nagekeken op")
    person.picks("Een vriendelijke herinnering sturen")
    assert lessons.done(els) == {}
    person.presses(tr("This lesson is done"))
    person.sees("U hebt “Zo loopt een advies” gelezen. Goed gedaan.")
    assert lessons.done(els) == {LESSON: example.today()}
    person.presses("Volgende les: Signalen en privacy")
    person.sees("Deel 1 van 8")
    person.uses("Esc")
    person.sees("U las één van de elf lessen.", "gelezen op 10 maart 2026")


def test_going_back_keeps_the_answer(example: Desk, person: Person) -> None:
    page = LessonPage(example, "wet")
    example.window.open_page(page)
    person.presses(tr("Go on"))
    person.picks("De regering in Den Haag")
    person.presses(tr("Go on"))
    person.sees("Deel 3 van 8")
    person.presses(tr("Previous"))
    cards = {card.accessibleName(): card.isChecked() for card in page.findChildren(ChoiceCard)}
    assert cards == {
        "De gemeenteraad": False,
        "De regering in Den Haag": True,
        "Onze raad zelf": False,
    }
    person.sees("De wet komt uit Den Haag en geeft de opdracht.")


def test_f1_explains_the_word_at_the_cursor(example: Desk, person: Person, els: int) -> None:
    page = LessonPage(example, "wet")
    example.window.open_page(page)
    person.presses(tr("Go on"))
    words = person.goes_to("Werk en inkomen: de Participatiewet", LessonText)
    assert isinstance(words, LessonText)
    cursor = words.document().find("cliënten")
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    words.setTextCursor(cursor)
    person.uses("F1")
    kept = example.office.learning.words_of
    person.waits(lambda: bool(kept(els)))
    assert [word.term for word in example.office.learning.words_of(els)] == ["cliënt"]


def test_the_picture_is_spoken(example: Desk) -> None:
    page = LessonPage(example, "ladder")
    example.window.open_page(page)
    picture = next(iter(page.findChildren(Diagram)))
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() == QAccessible.Role.Graphic
    assert "3. Adviseren: U geeft advies en krijgt uitleg." in interface.text(QAccessible.Text.Name)


def test_a_lesson_of_our_own(
    example: Desk, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "spreekuur.toml"
    path.write_text(text(EXAMPLE).replace("minutes = 6", "minutes = 90"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_all, **_more: ([str(path)], ""))
    example.window.open_page(LessonsPage(example))
    person.presses(tr("Add a lesson from a file"))
    person.sees("Geef “minutes” in de les een getal van 3 tot 20.")

    path.write_text(text(EXAMPLE), "utf-8")
    person.presses(tr("Add a lesson from a file"))
    person.sees("Ons spreekuur in het buurthuis", "Zij staat nog niet in het programma.")
    person.waits(lambda: tr("Estimated level (LiNT)") in person.screen())
    person.sees(tr("Is it easy to read?"))
    assert not any(one.own for one in example.office.lessons.all())
    person.presses(tr("Go on"))
    person.picks("Ja")
    person.presses(tr("Go on"))
    person.sees("Deel 2 van 2")
    person.presses(tr("Add to our lessons"))
    person.sees("De les “Ons spreekuur in het buurthuis” staat nu bij de lessen.")

    person.goes_to("Ons spreekuur in het buurthuis, 6 minuten")
    person.key(Qt.Key.Key_Return)
    person.presses(tr("Take this lesson away"))
    person.sees("De les is weg.")
    assert not any(one.own for one in example.office.lessons.all())
    person.presses(tr("Put back"))
    person.sees("Ons spreekuur in het buurthuis")


def test_lessons_go_on_paper(
    example: Desk, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_all, **_more: str(tmp_path))
    example.window.open_page(LessonPage(example, "een-vergadering"))
    person.presses(tr("In large print"))
    person.sees("Bewaard als")
    names = sorted(path.name for path in tmp_path.glob("Les*"))
    assert names == [
        "Les Zo gaat een vergadering (grote letters).docx",
        "Les Zo gaat een vergadering (grote letters).pdf",
    ]


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_every_part_of_every_lesson_can_be_read(
    example: Desk, qapp: QApplication, size: float
) -> None:
    theme.apply(qapp, "light", size)
    complaints: list[str] = []
    for row in example.office.lessons.all():
        page = LessonPage(example, row.key)
        example.window.open_page(page)
        lesson = example.office.lessons.lesson(row.key)
        for part in {lesson.picture.part, *(one.part for one in lesson.questions)}:
            page.go_to(part)
            found: list[str] = []
            for _ in range(12):
                qapp.processEvents()
                found = looked_at(page)
                if not found:
                    break
            complaints += [f"{row.key} {part}: {one}" for one in found]
        example.window.back()
    assert not complaints, "\n".join(complaints)


def test_the_screens_are_walked(example: Desk, els: int) -> None:
    example.window.open_page(LessonsPage(example))
    assert walk(example.window) == []
    example.window.open_page(LessonPage(example, "vijf-rechten", els))
    assert walk(example.window) == []
