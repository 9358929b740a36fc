"""What goes out before a meeting: the words of each paper, one pack with bookmarks, the e-mail."""

from datetime import date, datetime
from email import message_from_bytes

import pikepdf
import pytest

from desktop.documents.document import words
from desktop.documents.pdf import pdf_bytes
from desktop.domain.errors import CouncilError
from desktop.services.office import Office
from tests.example import example as example_council

NOW = datetime(2026, 3, 10, 12, 0)


@pytest.fixture
def office(tmp_path, today: date):
    made = example_council(tmp_path, today)
    yield made
    made.close()


@pytest.fixture
def march(office: Office, today: date) -> int:
    meeting = office.plan.next(today)
    assert meeting is not None
    return meeting.id


def said(office: Office, meeting: int, name: str) -> str:
    document = next(d for n, d in office.papers.documents(meeting).items() if n.startswith(name))
    return " ".join(words(document))


def test_the_agenda_has_times_questions_and_what_follows(office, march):
    text = said(office, march, "Agenda")
    assert "14.10 7. Advies over leerlingenvervoer Sturen wij deze brief?" in text
    assert "10. Hoe gaat het met ons nieuwe lid? Besloten punt" in text
    assert "Plan voor de avond met jongeren (volgt)" in text
    assert "Een reden is niet nodig." in text
    assert "Volgende keer: donderdag 16 april." in text


def test_the_invitation_keeps_closed_items_to_the_members(office, march):
    text = said(office, march, "Convocatie")
    assert "Iedereen mag komen luisteren" in text
    assert "Avond met jongeren" in text
    assert "nieuwe lid" not in text


def test_the_agenda_for_everyone_has_no_closed_items_names_or_papers(office, march):
    closed = next(item for item in office.agenda.items(march) if not item.public)
    office.agenda.add(march, "Loon van de directeur", parent_id=closed.id, public=True)
    text = said(office, march, "Agenda voor iedereen")
    assert "14.10 7. Advies over leerlingenvervoer Sturen wij deze brief?" in text
    assert "15.15 10. Besloten punt" in text
    for word in ("nieuwe lid", "directeur", "Fatima", "Concept van ons advies", "Teams"):
        assert word not in text
    office.plan.change(march, public=False)
    assert not [name for name in office.papers.documents(march) if "iedereen" in name]


def test_a_paper_for_members_is_told_to_members_only(office, march):
    agenda = office.agenda
    paper = next(one for one in agenda.papers(march) if agenda.item(one.item_id).public)
    assert paper.name in said(office, march, "Convocatie")
    agenda.keep_inside(paper.id, True)
    assert f"{paper.name} (alleen voor leden)" in said(office, march, "Agenda 2026").replace(
        " (volgt)", ""
    )
    for outside in ("Convocatie", "Agenda voor iedereen"):
        assert paper.name not in said(office, march, outside)
    office.store.undo()
    assert paper.name in said(office, march, "Convocatie")


def test_the_invitation_says_nothing_of_the_papers_of_a_closed_item(office, march):
    closed = next(item for item in office.agenda.items(march) if not item.public)
    part = office.agenda.add(march, "Loon", parent_id=closed.id, public=True)
    office.agenda.add_paper(closed.id, "Brief van mevrouw Pas")
    office.agenda.add_paper(part, "Loonstrook")
    for name in ("Brief van mevrouw Pas", "Loonstrook"):
        assert name in said(office, march, "Agenda 2026")
        assert name not in said(office, march, "Convocatie")
    office.plan.change(march, public=False)
    assert "Loonstrook" in said(office, march, "Convocatie"), "it goes to members alone"


def test_private_words_in_the_agenda_for_everyone_are_pointed_out(office, march, today):
    opening, closed = (
        next(item for item in office.agenda.items(march) if item.public is public)
        for public in (True, False)
    )
    office.agenda.change(opening.id, question="Mag mevrouw Jansen mee? Bel 06 12345678.")
    office.agenda.change(closed.id, question="Past meneer Pietersen bij ons?")
    words_ = " ".join(check.words for check in office.papers.checks(march, today))
    assert "“mevrouw Jansen”" in words_
    assert "“06 12345678”" in words_
    assert "Pietersen" not in words_


def test_the_members_sheet_is_large_and_explains(office, march):
    papers = office.papers.documents(march)
    sheet = next(d for name, d in papers.items() if name.startswith("Ledenblad"))
    assert sheet.size == "large"
    text = " ".join(words(sheet))
    assert "Avond met jongeren (punt 9) Welke jongeren willen meepraten?" in text
    assert "Bijzondere bijstand Extra geld voor kosten" in text


def test_the_chair_reads_what_to_say(office, march):
    text = said(office, march, "Voorzittersscript")
    assert "Welkom allemaal. Ik open de vergadering." in text
    assert "Als het lastig wordt" in text


def test_numbers_on_paper_stay_when_the_order_changes(office, march, tmp_path):
    office.papers.send(march, tmp_path / "uit", NOW)
    eighth = office.agenda.items(march)[7]
    office.agenda.move(eighth.id, -2)
    text = said(office, march, "Agenda")
    assert text.index("8. Advies over bijzondere bijstand") < text.index("6. Actielijst")


def test_the_pack_holds_every_paper_behind_its_cover(office, march, tmp_path):
    """Who prints the pack finds each paper by its number, also what is a file of its own."""
    folder = tmp_path / "uit"
    plan = tmp_path / "Plan voor de avond met jongeren.pdf"
    plan.write_bytes(pdf_bytes(office.papers.year_plan(2026, NOW.date())))
    with pikepdf.open(plan) as pdf:
        pages = len(pdf.pages)
    notes = tmp_path / "Losse notitie.txt"
    notes.write_text("Een notitie over vervoer.", "utf-8")
    item = next(i for i in office.agenda.items(march) if i.title == "Avond met jongeren")
    for path in (plan, notes):
        office.agenda.keep_file(item.id, path)
    made = {path.name for path in office.papers.save(march, folder, NOW)}
    assert "9-b Losse notitie.txt" in made
    covers = ["9-a Plan voor de avond met jongeren", "9-b Losse notitie"]
    with pikepdf.open(next(folder.glob("Alle stukken*.pdf"))) as pack:
        with pack.open_outline() as outline:
            assert [one.title for one in outline.root[-2:]] == covers
        places = [n for n, page in enumerate(pack.pages) if "/StructParents" not in page.obj]
        assert len(places) == pages, "only pages of others have no tags of ours"
        assert places[-1] == len(pack.pages) - 2, "the paper stands before the next cover"
        with pack.open_metadata() as metadata:
            assert "pdfaid:part" not in metadata
    mail = message_from_bytes(next(folder.glob("*.eml")).read_bytes())
    names = [part.get_filename() for part in mail.walk() if part.get_filename()]
    assert any(name.startswith("Alle stukken") for name in names)
    assert not any("script" in name.lower() for name in names)


def test_checks_before_sending(office, march, today):
    found = [check.words for check in office.papers.checks(march, date(2026, 3, 16))]
    assert any("5 minuten te lang" in words for words in found)
    assert any("artikel 6 van ons huishoudelijk reglement" in words for words in found)
    assert not any("artikel 6" in c.words for c in office.papers.checks(march, today))


def test_an_empty_agenda_is_not_sent(office, march, tmp_path):
    april = office.plan.following(march)
    with pytest.raises(CouncilError):
        office.papers.send(april.id, tmp_path / "uit", NOW)
    assert office.plan.meeting(april.id).state == "planned"


def test_the_year_plan_counts(office, today):
    text = " ".join(words(office.papers.year_plan(2026, today)))
    assert "Vergadering 7 Gaat niet door" in text
    assert "Verplaatst, was donderdag 17 september" in text
    assert "Afgesproken: minstens 10 keer (artikel 5 van ons huishoudelijk reglement)." in text
