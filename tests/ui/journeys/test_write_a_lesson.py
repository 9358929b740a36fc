"""The council writes a lesson of its own by keyboard, with tips, until members can read it."""

from PySide6.QtCore import Qt

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.members.lessons import LessonsPage
from desktop.ui.members.own_lesson import write_page
from desktop.ui.members.write_lesson import piece_page
from desktop.ui.writing.field import TippedLines
from tests.ui.driver import Person
from tests.ui.walk import walk

KINDLY = "Precies. Iedereen is welkom."


def go_on(person: Person) -> None:
    person.presses(tr("Go on"))


def test_a_lesson_is_written_from_nothing(example: Desk, person: Person) -> None:
    lessons = example.office.lessons
    example.window.show_area("members")
    example.window.open_page(LessonsPage(example))
    person.presses(tr("Write our own lesson"))
    person.sees("Een nieuwe les", "Geef de les een naam.", "Leden zien de les nog niet.")
    person.types(tr("Name of the lesson"), "Ons spreekuur")
    person.types(tr("What does a member learn, in one sentence?"), "U weet hoe wij luisteren.")
    person.types(tr("Where do the facts come from?"), "Werkafspraken 2025")
    person.waits(lambda: "Deel 1 is nog niet af." in person.screen())

    for number in (1, 2):
        go_on(person)
        person.sees(f"Deel {number}")
        person.types(tr("Heading"), f"Stap {number}")
        person.types(tr("Text"), "Wij zitten in het buurthuis. Iedereen mag binnen.")
        person.presses(tr("Back to the lesson"))
    for number in (1, 2, 3):
        go_on(person)
        person.sees(f"Vraag {number}")
        person.types(tr("The question"), "Mag iemand binnenlopen?")
        person.chooses(tr("After which part?"), "Deel 2: Stap 2")
        person.types(tr("The right answer"), "Ja")
        person.types(tr("What do you say to that?"), KINDLY)
        person.types(tr("An answer that is not right"), "Alleen met een afspraak")
        person.types(tr("What do you say to this one?"), "Een afspraak is niet nodig.")
        person.presses(tr("Back to the lesson"))
    go_on(person)
    person.types(tr("Name of the picture"), "Zo gaat het")
    person.types(tr("What is in it?"), "Luisteren: met koffie\nOpschrijven")
    person.presses(tr("Back to the lesson"))
    person.sees("De les is af")
    person.waits(lambda: tr("No tips: this reads well.") in person.screen())

    person.presses(tr("Look at the lesson"))
    person.sees("Ons spreekuur", "Deel 1 van 2", "U weet hoe wij luisteren.")
    assert [one.title for one in lessons.all() if one.own] == ["Ons spreekuur"]


def test_tips_stand_at_the_text_and_in_the_whole(example: Desk, person: Person) -> None:
    key = example.office.lessons.writing.begin(example.today())
    example.window.open_page(write_page(example, key))
    go_on_to = "Deel 1 is nog niet af."
    example.office.lessons.writing.change(key, "lesson", title="Les", goal="U leert iets.")
    example.office.lessons.writing.change(key, "lesson", sources="Wij")
    person.sees(go_on_to)
    go_on(person)
    person.types(tr("Heading"), "Regels")
    field = person.goes_to(tr("Text"), TippedLines)
    person.types(tr("Text"), "Indien u dit wenst, dient u zich te melden.")
    assert isinstance(field, TippedLines)
    person.waits(lambda: "tips" in field.tips.count_words())
    person.presses(tr("Back to the lesson"))
    person.waits(lambda: "“Indien”" in person.screen())


def test_taken_away_and_put_back(example: Desk, person: Person) -> None:
    writing = example.office.lessons.writing
    key = writing.begin(example.today())
    writing.change(key, "lesson", title="Ons spreekuur")
    example.window.open_page(LessonsPage(example))
    person.goes_to("Ons spreekuur, nog niet af")
    person.key(Qt.Key.Key_Return)
    person.presses(tr("Throw the lesson away"))
    person.sees("De les is weg.")
    assert writing.unfinished() == []
    person.presses(tr("Put back"))
    assert [one.title for one in writing.unfinished()] == ["Ons spreekuur"]


def test_parts_are_put_in_another_order(example: Desk, person: Person) -> None:
    writing = example.office.lessons.writing
    key = writing.begin(example.today())
    for place, heading in enumerate(("Een", "Twee")):
        writing.change(key, f"part:{place}", heading=heading, text="Woorden.")
    example.window.open_page(write_page(example, key))
    person.goes_to("Een, af, knop Wijzig")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Return)
    person.presses(tr("Move up"))
    person.sees("Deel 1")
    assert [part.heading for part in writing.written(key).parts] == ["Twee", "Een"]
    person.presses(tr("Take this part out"))
    assert [part.heading for part in writing.written(key).parts] == ["Een"]
    person.presses(tr("Put back"))
    assert [part.heading for part in writing.written(key).parts] == ["Twee", "Een"]


def test_the_screens_are_walked(example: Desk) -> None:
    writing = example.office.lessons.writing
    key = writing.begin(example.today())
    writing.change(key, "part:0", heading="Een", text="Indien u wenst, kunt u komen.")
    page = write_page(example, key)
    for place in ("lesson", "part:0", "question:1", "picture"):
        example.window.open_page(piece_page(example, key, place) or page)
        assert walk(example.window) == []
        example.window.back()
