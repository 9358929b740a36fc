"""Henk shares the action list: what may be private is shown first, for everyone may read it."""

from datetime import datetime, time, timedelta

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.meetings.lists import ListsPage
from desktop.ui.meetings.ready import ReadyPage
from desktop.ui.meetings.send import SendPage
from tests.ui.driver import Person
from tests.ui.walk import walk

PRIVATE = "Marijke belt mevrouw Jansen over haar gift."


def test_names_in_an_action_are_shown_before_the_public_list_is_made(
    example: Desk, person: Person
) -> None:
    office, window = example.office, example.window
    action = office.lists.add_action(PRIVATE, example.today(), owner="Henk Terpstra")
    folder = office.path.parent / tr("Meetings")
    window.open_page(ListsPage(example, "actions"))
    person.presses(tr("Make Word and PDF"))
    person.sees(tr("May everyone read this?"), "“mevrouw Jansen”", "“Marijke”")
    assert walk(window, (1.0, 2.0)) == []
    assert not folder.exists(), "nothing is made before it was looked at"
    person.presses(tr("Mend this"))
    office.lists.change("action", action, example.today(), text="Marijke belt met het Werkplein.")
    person.uses("Esc")
    person.waits(lambda: "mevrouw Jansen" not in person.screen())
    person.presses(tr("Leave it"))
    person.sees(tr("No private data were found"))
    person.presses(tr("Make Word and PDF"))
    person.sees(tr("Word and PDF are ready."), tr("Action list"))
    assert len(list(folder.glob("Actielijst*"))) == 4


def test_a_list_without_private_words_is_made_at_once(example: Desk, person: Person) -> None:
    example.window.open_page(ListsPage(example, "decisions"))
    person.presses(tr("Make Word and PDF"))
    person.sees(tr("Word and PDF are ready."))


def test_the_attendance_list_of_a_meeting_is_a_paper_of_its_own(
    example: Desk, person: Person
) -> None:
    office = example.office
    held = office.minutes.held()[0]
    example.window.open_page(ReadyPage(example, held.id))
    person.presses(tr("Attendance list"))
    person.sees(tr("Word and PDF are ready."))
    made = (office.path.parent / tr("Meetings")).glob("Presentielijst*")
    assert {path.suffix for path in made} == {".docx", ".pdf"}


def test_who_has_no_address_gets_the_papers_by_hand(our_council: Desk, person: Person) -> None:
    """The screen never says that everyone gets an e-mail when some have no address."""
    office, today = our_council.office, our_council.today()
    meeting = office.plan.add(datetime.combine(today + timedelta(days=28), time(13, 30)))
    office.agenda.carrying.build_from_last(meeting)
    ans = next(one for one in office.council.members() if one.name == "Ans Kuiper")
    office.people.change(ans.id, email="ans@raad.example")
    our_council.window.open_page(SendPage(our_council, meeting))
    person.sees("Fatima el Amrani, Henk Terpstra, Bram de Wit en Joke Visser")
    person.sees(tr("A sending list is made as well."))
    person.sees(tr("on paper, for there is no e-mail address"))
    person.sees("per e-mail: Ans Kuiper", "Aan één lid, met de stukken en het agendabestand")
    assert walk(our_council.window, (1.0, 2.0)) == []
