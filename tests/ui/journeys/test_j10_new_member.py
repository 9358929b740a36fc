"""J10: a new member: programme with a buddy; then "wat doe ik nu", a lesson, and a hard word."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.i18n import tr
from desktop.services.members.onboarding_words import choices, practice_cases
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.members.edit_step import EditStepPage
from desktop.ui.members.lesson import LessonPage
from desktop.ui.members.lesson_text import LessonText
from desktop.ui.members.my_words import WordsPage
from desktop.ui.members.now import NowPage
from desktop.ui.members.practice import ComparePage, PracticePage
from desktop.ui.members.programme import ProgrammePage
from desktop.ui.members.programmes import ProgrammesPage, StartProgrammePage
from desktop.ui.members.step import AskPage, StepPage
from desktop.ui.members.templates import TemplatePage, TemplateStepPage
from desktop.ui.members.vacancy import members_folder
from desktop.ui.members.words import ExplainPage
from desktop.ui.writing.writing import Writing
from tests.ui.driver import Person
from tests.ui.journeys.test_every_screen import looked_over

MOST_STEPS = 6
WORD = "beschut werk"


def programme_of(desk: Desk, name: str) -> ProgrammeRow:
    member = desk.office.people.named(name)
    assert member is not None
    row = desk.office.programmes.of_member(member)
    assert row is not None
    return row


@pytest.fixture
def daan(example: Desk) -> ProgrammeRow:
    """The programme of the new member of the example council, in its middle."""
    return programme_of(example, "Daan Mulder")


def booklets(desk: Desk) -> list[str]:
    """Return the names of the booklets that were made and can be opened."""
    found = members_folder(desk).glob("Welkomstboekje Nora Zomer*")
    return sorted(path.suffix for path in found if path.stat().st_size)


def step_of(row: ProgrammeRow, kind: str) -> StepRow:
    return next(step for step in row.steps if step.kind == kind)


def test_a_new_member_is_at_home(our_council: Desk, person: Person) -> None:
    desk = our_council
    desk.window.show_area("members")
    person.presses(tr("New member"))
    person.writes("Nora Zomer")
    person.types(tr("{label} (optional)", label=tr("First day as a member")), "1 april 2026")
    person.presses(tr("Add"))
    row = programme_of(desk, "Nora Zomer")
    assert row.buddy
    assert all(step.due and step.due >= date(2026, 4, 1) for step in row.steps)
    person.sees("Nora Zomer", tr("buddy {name}", name=row.buddy))
    person.presses(tr("Make the booklet"))
    person.waits(lambda: len(booklets(desk)) == 2, "the booklet was not made")

    person.presses(tr("What do I do now?"))
    person.sees(tr("Welcome, {name}", name="Nora"), row.buddy, tr("you are here"))
    person.presses(tr("Begin with the lesson"))
    assert isinstance(desk.window.page, LessonPage)
    person.uses("F1")
    person.writes(WORD)
    person.sees(WORD, "begeleiding")
    person.key(Qt.Key.Key_Escape)
    assert isinstance(desk.window.page, LessonPage)
    me = desk.office.people.named(desk.office.store.actor)
    assert WORD in [word.term for word in desk.office.learning.words_of(me)]
    assert len(person.steps) <= MOST_STEPS, person.steps


def test_a_moment_on_a_hard_word_tells_it(example: Desk) -> None:
    example.window.open_page(LessonPage(example, "vijf-rechten"))
    words = example.window.page.findChild(LessonText)
    assert words is not None
    found = words.document().find("gemeenteraad")
    assert not found.isNull()
    place = words.cursorRect(found).center() - QPoint(8, 0)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, words.viewport().mapToGlobal(place))
    QApplication.sendEvent(words.viewport(), asked)
    assert "<b>gemeenteraad</b>" in QToolTip.text()


def test_the_member_finds_the_own_words_again(
    example: Desk, person: Person, daan: ProgrammeRow
) -> None:
    example.office.store.actor = daan.name
    example.window.open_page(NowPage(example, daan.member_id))
    person.uses("F1")
    assert isinstance(example.window.page, ExplainPage)
    person.writes("mantelzorger")
    person.key(Qt.Key.Key_Return)
    person.key(Qt.Key.Key_Escape)
    count = len(example.office.learning.council_words())
    person.presses(tr("All {n} words", n=count))
    person.sees(tr("Looked up"), "mantelzorger")
    person.presses(tr("I know {word} now", word="mantelzorger"))
    person.sees(tr("I know these now"))
    known = {
        word.term: word.times
        for word in example.office.learning.words_of(daan.member_id)
        if word.known
    }
    assert known["mantelzorger"] == 1


def test_f1_on_the_words_of_the_screen(example: Desk, person: Person, daan: ProgrammeRow) -> None:
    example.window.open_page(StepPage(example, step_of(daan, "meet").id))
    person.uses("F1")
    page = example.window.page
    assert isinstance(page, ExplainPage)
    person.sees(tr("Words on the screen before"))
    words = [part.text() for part in person._controls() if part.accessibleName().startswith("Leg ")]
    assert words
    person.key(Qt.Key.Key_Tab)
    person.key(Qt.Key.Key_Return)
    assert page.title == tr("What does … mean?")
    field = next(part for part in person._controls() if part.objectName() == "word")
    assert person.value_of(field.accessibleName())


def test_f1_in_a_text_keeps_the_word_too(example: Desk, person: Person) -> None:
    from desktop.ui.advice.draft import DraftPage

    office = example.office
    dossier = next(
        line.dossier.id
        for line in office.dossiers.lines(example.today())
        if line.dossier.state == "drafting"
    )
    example.window.open_page(DraftPage(example, dossier))
    page = example.window.page
    assert isinstance(page, DraftPage)
    writing = page.paper.writing
    assert isinstance(writing, Writing)
    writing.setFocus()
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.writes("verordening")
    person.uses("F1")
    me = office.people.named(office.store.actor)
    assert "verordening" in [word.term for word in office.learning.words_of(me)]


def test_a_step_done_rated_and_asked(example: Desk, person: Person, daan: ProgrammeRow) -> None:
    steps = example.office.programmes.steps
    task = step_of(daan, "task")
    example.window.open_page(NowPage(example, daan.member_id))
    example.window.open_page(StepPage(example, task.id))
    person.types(f"{tr('What do you still want to know?')} (mag leeg blijven)", "Wie leest mee?")
    person.goes_to(choices("understood")["1"])
    person.key(Qt.Key.Key_Right)
    person.key(Qt.Key.Key_Space)
    person.presses(tr("This is done"))
    assert isinstance(example.window.page, NowPage)
    _row, step = steps.step(task.id)
    assert (step.done, step.understood, step.question) == (
        example.today(),
        2,
        "Wie leest mee?",
    )
    example.window.open_page(ProgrammePage(example, daan.id))
    person.presses(tr("Put it on the agenda"), nth=2)
    assert "Wie leest mee?" in [item.title for item in example.office.agenda.waiting()]


def test_ask_the_buddy(example: Desk, person: Person, daan: ProgrammeRow) -> None:
    example.window.open_page(NowPage(example, daan.member_id))
    person.presses(tr("Ask {name} a question", name="Fatima"))
    person.presses(tr("Keep it for {name}", name="Fatima"))
    person.sees(tr("Write your question first."))
    person.writes("Mag ik een keer mee?")
    person.presses(tr("Keep it for {name}", name="Fatima"))
    notices = [n.why for n in example.office.attention.notices(example.today())]
    assert "Mag ik een keer mee?" in notices


def test_how_clear_it_was_is_asked_once(example: Desk, person: Person, daan: ProgrammeRow) -> None:
    lesson = daan.next
    assert lesson is not None
    example.office.lessons.finish(daan.member_id, lesson.lesson, example.today())
    example.window.open_page(NowPage(example, daan.member_id))
    person.sees(tr("How clear was it?"))
    person.presses(tr("{words}: {title}", words=choices("understood")["3"], title=lesson.title))
    assert example.office.programmes.steps.step(lesson.id)[1].understood == 3
    person.waits(lambda: tr("How clear was it?") not in person.screen())


def test_practise_and_compare(example: Desk, person: Person) -> None:
    programmes = example.office.programmes
    key = programmes.start("Nora Zomer", example.today(), example.today(), template="drie-avonden")
    step = step_of(programmes.programme(key), "practice")
    example.window.open_page(PracticePage(example, step.id))
    person.presses(tr("Look at the example"))
    person.sees(tr("Write one sentence first. After that you see an example."))
    person.writes("Wij adviseren om de bus te laten rijden.")
    person.presses(tr("Give me a hint"))
    person.sees(next(iter(practice_cases().values())).hints[0])
    person.presses(tr("Look at the example"))
    assert isinstance(example.window.page, ComparePage)
    person.sees("Wij adviseren om de bus te laten rijden.", tr("An example"))
    person.presses(tr("This is done"))
    assert programmes.steps.step(step.id)[1].done == example.today()


def test_practise_with_another_letter(example: Desk, person: Person) -> None:
    programmes = example.office.programmes
    key = programmes.start("Nora Zomer", example.today(), example.today(), template="drie-avonden")
    step = step_of(programmes.programme(key), "practice")
    example.window.open_page(PracticePage(example, step.id))
    first, second, *_ = practice_cases().values()
    person.sees(first.title)
    person.presses(tr("Take another letter"))
    person.sees(second.title)
    person.presses(tr("Give me a hint"))
    person.sees(second.hints[0])
    person.types(tr("What would you advise?"), "Wij adviseren om eerst met jongeren te praten.")
    person.waits(lambda: tr("Take another letter") not in person.screen(), "it stays with this one")
    person.presses(tr("Look at the example"))
    person.sees(second.compare[0].example, "Wij adviseren om eerst met jongeren te praten.")
    example.window.back()
    example.window.back()
    example.window.open_page(PracticePage(example, step.id))
    person.sees(second.title)


def test_change_the_programme_and_take_more_time(
    example: Desk, person: Person, daan: ProgrammeRow
) -> None:
    example.window.open_page(ProgrammePage(example, daan.id))
    person.chooses(tr("Buddy"), "Samira Aydin")
    person.presses(tr("Everything a week later"))
    row = programme_of(example, daan.name)
    assert row.next.due == date(2026, 3, 17)
    person.presses(tr("Add a step"))
    assert isinstance(example.window.page, EditStepPage)
    person.types(tr("Name of the step"), "Koffie bij de wijkraad")
    person.types(tr("Day"), "20 maart 2026")
    person.key(Qt.Key.Key_Escape)
    row = programme_of(example, daan.name)
    assert row.buddy == "Samira Aydin"
    assert date(2026, 3, 20) in {s.due for s in row.steps if s.title == "Koffie bij de wijkraad"}
    person.presses(tr("Throw the programme away"))
    assert example.office.programmes.of_member(daan.member_id) is None
    person.presses(tr("Put back"))
    assert programme_of(example, daan.name).buddy == "Samira Aydin"


def test_a_programme_of_our_own(example: Desk, person: Person) -> None:
    templates = example.office.programmes.templates
    example.window.open_page(TemplatePage(example, "tien-stappen"))
    person.presses(tr("Make our own copy"))
    own = templates.all()[-1]
    person.types(tr("Name of the programme"), "Zoals wij het doen")
    person.presses(tr("Add a step"))
    assert isinstance(example.window.page, TemplateStepPage)
    person.types(tr("Name of the step"), "Koffie")
    person.key(Qt.Key.Key_Escape)
    changed = templates.get(own.key)
    assert (changed.title, changed.steps[-1].title) == ("Zoals wij het doen", "Koffie")


def test_today_leads_to_the_programme(example: Desk, person: Person, daan: ProgrammeRow) -> None:
    notices = example.office.attention.notices(example.today())
    place = f"programme:{daan.id}"
    assert [n for n in notices if n.place == place]
    from desktop.ui.places import open_members

    open_members(example, place)
    assert isinstance(example.window.page, ProgrammePage)
    example.office.store.actor = daan.name
    mine = [n.place for n in example.office.attention.notices(example.today())]
    assert place not in mine
    open_members(example, next(one for one in mine if one.startswith("now:")))
    assert isinstance(example.window.page, NowPage)


def test_every_screen_can_be_read_and_named(example: Desk, qapp, daan: ProgrammeRow) -> None:
    programmes = example.office.programmes
    key = programmes.start("Nora Zomer", example.today(), example.today(), template="drie-avonden")
    practice = step_of(programmes.programme(key), "practice")
    programmes.steps.answer(practice.id, "Wij adviseren.\n\nWant het helpt.")
    own = programmes.templates.copy("zes-stappen")
    pages = (
        lambda: ProgrammesPage(example),
        lambda: StartProgrammePage(example),
        lambda: ProgrammePage(example, key),
        lambda: EditStepPage(example, practice.id),
        lambda: NowPage(example, daan.member_id),
        lambda: StepPage(example, step_of(daan, "meet").id),
        lambda: StepPage(example, step_of(daan, "read").id),
        lambda: AskPage(example, practice.id),
        lambda: WordsPage(example, daan.member_id),
        lambda: ExplainPage(example, "De verordening over beschut werk"),
        lambda: PracticePage(example, practice.id),
        lambda: ComparePage(example, practice.id),
        lambda: TemplatePage(example, "drie-avonden"),
        lambda: TemplatePage(example, own),
        lambda: TemplateStepPage(example, own, 0),
    )
    example.window.show_area("members")
    example.window.open_page(ProgrammesPage(example))
    for colours, size in (("high_contrast", 2.0), ("light", 1.0)):
        theme.apply(qapp, colours, size)
        for make in pages:
            page = make()
            example.window.replace_page(page)
            assert looked_over(example.window, qapp) == [], (type(page).__name__, colours)
