"""The members by keyboard: a new one, wishes that steer the papers, terms, the rota, a list."""

from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest

from desktop.i18n import tr
from desktop.ui.desk import Desk
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.send import SendPage
from desktop.ui.members import lists
from desktop.ui.members.data import DataPage
from desktop.ui.members.exchange import ExchangePage
from desktop.ui.members.new import NewMemberPage
from desktop.ui.members.page import MembersPage
from desktop.ui.members.person import PersonPage
from desktop.ui.members.rota import RotaPage
from desktop.ui.members.term import TermPage
from desktop.ui.members.wishes import WishesPage
from desktop.ui.rows import Table
from tests.ui.driver import Person
from tests.ui.walk import walk


def number(desk: Desk, name: str) -> int:
    found = desk.office.people.named(name)
    assert found is not None
    return found


def test_a_new_member_gets_a_seat_a_term_and_large_print(example: Desk, person: Person) -> None:
    office, window = example.office, example.window
    window.show_area("members")
    person.sees("9 leden · 1 lege plek", "Samira Aydin", "Zetel jongeren")
    person.presses(tr("New member"))
    person.types(tr("Name"), "Riet Bakker")
    person.types(tr("{label} (optional)", label=tr("First day as a member")), "1 april 2026")
    person.chooses(tr("On which seat?"), "Zetel jongeren")
    person.presses(tr("Add"))
    person.sees("Riet Bakker", "Termijn 1: 1 april 2026 tot en met 31 maart 2030")
    riet = number(example, "Riet Bakker")
    assert office.seats.vacancies(example.today()) == []

    person.presses(tr("Change: {what}", what=tr("What helps me")))
    person.ticks("Grote letter")
    person.ticks("Per post")
    person.uses("Esc")
    person.sees("• Grote letter", "• Per post")
    office.people.change(riet, address="Duinweg 1\n1999 DR DUINREDE", email="riet@raad.example")
    april = office.plan.following(office.plan.next(example.today()).id)
    office.agenda.carrying.build_from_last(april.id)
    window.open_page(SendPage(example, april.id))
    person.sees(tr("Who gets what"), "grote letter, per post", "per e-mail, grote letter")
    person.sees(tr("All others"), "Aan 7 leden, met de stukken en het agendabestand")
    person.presses(tr("Send the agenda"))
    folder = office.path.parent / tr("Meetings") / "2026-04-16"
    names = {path.name for path in folder.iterdir()}
    assert {"Agenda grote letter 2026-04-16.pdf", "Verzendlijst 2026-04-16.docx"} <= names
    mails = {path.stem: message_from_bytes(path.read_bytes()) for path in folder.glob("*.eml")}
    assert len(mails) == 3
    everyone = " ".join(str(mail["To"]) for mail in mails.values())
    assert "riet@raad.example" not in everyone, "who wants post gets no e-mail"
    large = next(mail for stem, mail in mails.items() if "grote letter" in stem)
    assert str(large["To"]) == "daan@clientenraad-duinrede.example"
    attached = [part.get_filename() for part in large.walk() if part.get_filename()]
    assert attached[0] == "Agenda grote letter 2026-04-16.pdf"


def test_bad_dates_keep_what_was_typed(example: Desk, person: Person) -> None:
    example.window.open_page(NewMemberPage(example))
    person.presses(tr("Add"))
    person.sees_at(tr("Name"), tr("Fill in a name."))
    person.types(tr("Name"), "Riet Bakker")
    person.chooses(tr("On which seat?"), "Zetel jongeren")
    person.presses(tr("Add"))
    first = tr("{label} (optional)", label=tr("First day as a member"))
    person.sees_at(first, tr("On which day does the term begin?"))
    person.types(first, "morgen of zo")
    person.presses(tr("Add"))
    person.sees_at(first, tr("This is not a date. Write it like 19 March 2026 or 19-3-2026."))
    assert person.value_of(tr("Name")) == "Riet Bakker"
    assert len(example.office.council.members()) == 9


def test_appoint_again_and_say_goodbye(example: Desk, person: Person) -> None:
    terms = example.office.seats.terms
    joop, lies = number(example, "Joop Kramer"), number(example, "Lies Smit")
    example.window.open_page(PersonPage(example, joop))
    person.presses(tr("Change: {what}", what=tr("Term")))
    person.presses(tr("Appoint again"))
    person.sees("Termijn 2: 1 november 2026 tot en met 31 oktober 2030")
    assert len(terms.of(joop)) == 2
    example.window.open_page(TermPage(example, lies))
    person.sees(tr("By your rules this member cannot be appointed again."))
    person.presses(tr("Stops on this day"))
    person.sees_at(tr("Last day as a member"), tr("Which day is the last one?"))
    person.types(tr("Last day as a member"), "9-3-2026")
    person.presses(tr("Stops on this day"))
    example.window.show_area("members")
    person.sees("8 leden · 2 lege plekken", "1 oud-lid")
    example.office.store.undo()
    person.sees("9 leden · 1 lege plek")


def test_a_last_day_being_typed_stays_while_something_else_is_undone(
    example: Desk, person: Person
) -> None:
    lies, bram = number(example, "Lies Smit"), number(example, "Bram Tichelaar")
    example.office.people.change(bram, phone="06 1")
    example.window.open_page(TermPage(example, lies))
    person.types(tr("Last day as a member"), "9-3-2026")
    example.office.store.undo()
    person.waits(lambda: example.office.people.person(bram).row.phone != "06 1")
    assert person.value_of(tr("Last day as a member")) == "9 maart 2026"
    example.office.people.remove(lies)
    person.sees(tr("This member is no longer in the file."))
    assert not isinstance(example.window.page, TermPage)


def test_who_writes_the_own_name_in_another_way_stays_who_works_here(
    our_council: Desk, person: Person
) -> None:
    office = our_council.office
    me = number(our_council, "Henk Terpstra")
    our_council.window.open_page(DataPage(our_council, me))
    person.types(tr("Name"), "Hendrik Terpstra")
    person.uses("Esc")
    person.waits(lambda: office.store.actor == "Hendrik Terpstra")
    assert our_council.window.chosen.person == "Hendrik Terpstra"
    person.sees("Hendrik Terpstra")
    office.store.undo()
    person.waits(lambda: office.store.actor == "Henk Terpstra")


def test_a_wrong_day_of_a_term_is_corrected(example: Desk, person: Person) -> None:
    bram = number(example, "Bram Tichelaar")
    example.window.open_page(TermPage(example, bram))
    person.presses("Termijn 1: 1 april 2025 tot en met 31 maart 2029, Zetel werk, Wijzig")
    person.types(tr("Last day"), "1 maart 2025")
    person.presses(tr("Keep"))
    person.sees_at(tr("Last day"), tr("The last day lies before the first day."))
    person.types(tr("Last day"), "30 april 2029")
    person.presses(tr("Keep"))
    person.sees("Termijn 1: 1 april 2025 tot en met 30 april 2029")


def test_the_view_of_a_seat_never_stands_beside_a_name(example: Desk, person: Person) -> None:
    example.window.open_page(lists.MemberListPage(example, lists.seats))
    person.sees("Zetel geld en schulden", "Wim de Boer", "leeg · Jongeren van 16 tot 27 jaar")
    assert "Rondkomen en schulden" not in person.screen()


def test_what_a_meeting_needs_stands_where_it_is_sent(example: Desk, person: Person) -> None:
    daan = number(example, "Daan Mulder")
    example.office.people.wish(daan, ["microphone", "large_print"], "")
    march = example.office.plan.next(example.today())
    example.window.open_page(SendPage(example, march.id))
    person.sees(tr("To arrange for the meeting"), "Een microfoon", "grote letter")
    assert walk(example.window, (2.0,)) == []


def test_the_rota_points_out_the_crowd_and_makes_its_papers(example: Desk, person: Person) -> None:
    example.window.open_page(RotaPage(example))
    person.sees(
        "In 2026 treden drie van de negen leden af: Lies Smit, Joop Kramer en Wim de Boer.",
        "Lies Smit tot en met 1 juni 2026; Joop Kramer tot en met 31 oktober 2026",
        "Een lid zit hoogstens twee termijnen (artikel 12 van ons huishoudelijk reglement).",
    )
    person.presses(tr("Make Word and PDF"))
    folder: Path = example.office.path.parent / tr("Members")
    assert {path.name for path in folder.iterdir()} == {
        "Rooster-van-aftreden 2026-03-10.docx",
        "Rooster-van-aftreden 2026-03-10.pdf",
    }
    person.goes_to(tr("Who leaves when?"), Table)
    person.uses("Home")
    person.uses("Return")
    person.sees("Lid · lid sinds 1 juni 2018")


def test_hours_are_only_for_the_member_itself(example: Desk, person: Person) -> None:
    samira, henk = number(example, "Samira Aydin"), number(example, "Henk Terpstra")
    example.window.open_page(PersonPage(example, henk))
    person.sees(tr("This is more than you wanted."))
    example.window.open_page(PersonPage(example, samira))
    person.sees("Werkgroep Vervoer")
    assert tr("This is more than you wanted.") not in person.screen()
    assert "uur per maand" not in person.screen()


def test_data_keep_themselves_and_a_photo_must_be_one(
    example: Desk, person: Person, tmp_path: Path
) -> None:
    samira = number(example, "Samira Aydin")
    page = DataPage(example, samira)
    example.window.open_page(page)
    person.types(tr("Telephone"), "0123 - 45 01 06")
    most = tr("{label} (optional)", label=tr("Hours per month at most"))
    person.types(most, "veel")
    page.leave()
    person.sees_at(most, tr("Fill in the hours per month, for example 4."))
    person.types(most, "7,5")
    page.leave()
    row = example.office.people.person(samira).row
    assert (row.phone, row.most_hours) == ("0123 - 45 01 06", 7.5)
    wrong = tmp_path / "foto.jpg"
    wrong.write_bytes(b"geen foto")
    page.take_photo(wrong)
    person.sees(tr("This picture cannot be read. Choose a PNG or JPEG file."))
    person.presses(tr("Take out of the file"))
    person.sees("8 leden", "“Samira Aydin” is weggegooid.")
    person.presses(tr("Put back"))
    person.sees("9 leden")


def test_tasks_and_another_function(example: Desk, person: Person) -> None:
    daan = number(example, "Daan Mulder")
    example.window.open_page(PersonPage(example, daan))
    person.presses(tr("Change: {what}", what=tr("Tasks")))
    person.types(tr("What is the task?"), "Koffie zetten")
    person.types(tr("{label} (optional)", label=tr("Hours per month")), "anderhalf")
    person.presses(tr("Add"))
    person.sees(tr("Fill in the hours per month, for example 4."))
    person.types(tr("{label} (optional)", label=tr("Hours per month")), "1,5")
    person.presses(tr("Add"))
    person.uses("Esc")
    person.sees("• Koffie zetten")
    person.presses(tr("Change: {what}", what=tr("Other functions")))
    person.types(tr("At which organisation?"), "Jongerenhuis")
    person.types(tr("{label} (optional)", label=tr("Words that bring this up")), "jongeren")
    person.presses(tr("Add"))
    march = example.office.plan.next(example.today())
    example.window.open_page(AgendaPage(example, march.id))
    person.sees(
        "Daan Mulder hoort bij Jongerenhuis. Vraag of Daan meedoet.",
        "Samira Aydin is bestuurslid bij Oudergroep Samen Reizen. Vraag of Samira meedoet.",
    )


def test_a_list_comes_in_after_a_look(our_council: Desk, person: Person, tmp_path: Path) -> None:
    path = tmp_path / "leden.vcf"
    path.write_text("BEGIN:VCARD\nFN:Riet Bakker\nEMAIL:riet@raad.example\nEND:VCARD\n")
    page = ExchangePage(our_council)
    our_council.window.open_page(page)
    page.open_file(path)
    person.sees("Riet Bakker", tr("new"))
    assert our_council.office.people.named("Riet Bakker") is None
    person.presses("1 lid overnemen")
    assert our_council.office.people.named("Riet Bakker") is not None


def test_a_table_says_since_when_and_what_is_no_date(
    our_council: Desk, person: Person, tmp_path: Path
) -> None:
    path = tmp_path / "leden.csv"
    path.write_text("Naam;Lid sinds;Lid tot\nRiet Bakker;1-3-2024;28-2-2028\nPiet Ooms;ooit;\n")
    page = ExchangePage(our_council)
    our_council.window.open_page(page)
    page.open_file(path)
    person.sees("lid van 1 maart 2024 tot en met 28 februari 2028")
    person.sees("“ooit” is geen datum: de dagen komen niet mee.")
    person.presses("2 leden overnemen")
    riet = our_council.office.people.named("Riet Bakker")
    assert [one.until for one in our_council.office.seats.terms.of(riet)] == [date(2028, 2, 28)]
    assert our_council.office.people.named("Piet Ooms") is not None


def test_a_council_without_rules_sees_no_empty_pages(our_council: Desk, person: Person) -> None:
    our_council.window.show_area("members")
    person.sees("5 leden", "Fatima el Amrani")
    our_council.window.open_page(RotaPage(our_council))
    person.sees(tr("No terms yet"))
    person.presses(tr("To the members"))
    person.sees(tr("Who is who"))


@pytest.mark.parametrize("which", range(11))
def test_every_screen_can_be_walked(example: Desk, which: int) -> None:
    samira = number(example, "Samira Aydin")
    pages = (
        lambda: MembersPage(example),
        lambda: PersonPage(example, samira),
        lambda: DataPage(example, samira),
        lambda: WishesPage(example, samira),
        lambda: TermPage(example, number(example, "Lies Smit")),
        lambda: RotaPage(example),
        lambda: NewMemberPage(example),
        lambda: ExchangePage(example),
        lambda: lists.MemberListPage(example, lists.seats),
        lambda: lists.MemberListPage(example, lists.groups),
        lambda: lists.MemberListPage(example, lambda desk: lists.tasks(desk, samira)),
    )
    page = pages[which]()
    example.window.open_page(page)
    assert walk(example.window) == [], type(page).__name__
