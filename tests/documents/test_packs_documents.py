"""Welcome booklet, certificate and handover: from the council's own file, in Word and PDF alike."""

from datetime import date

import pytest

from desktop.documents.document import Figure, Table, walk, words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.domain.errors import CouncilError
from desktop.services import office as offices
from desktop.services.letters.phrases import capital
from desktop.services.members import booklet_out
from desktop.services.members.booklet import save_samples
from tests.documents import readback
from tests.documents.generate import png
from tests.documents.validating import complaints
from tests.example import example

DAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = example(tmp_path_factory.mktemp("voorbeeld"), DAY)
    yield made
    made.close()


def booklet(office, name, *, large=None):
    made = office.booklets.booklet(office.people.named(name), DAY, large=large)
    return booklet_out.booklet(made)


@pytest.fixture(scope="module")
def documents(office):
    bram = office.people.named("Bram Tichelaar")
    return [
        booklet(office, "Daan Mulder", large=False),
        booklet(office, "Daan Mulder"),
        office.booklets.certificate(bram, DAY),
        *(office.handovers.report(one.id, DAY) for one in office.handovers.all()),
    ]


def test_word_and_pdf_say_the_same(documents):
    assert len(documents) == 4
    for document in documents:
        assert readback.word_words(word_bytes(document)) == words(document)
        assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


def test_the_booklet_is_of_this_council(office, documents):
    said = " ".join(words(documents[0]))
    for part in (
        "Welkom in de raad Voor Daan Mulder, lid sinds 17 februari 2026",
        "Marijke Vos, voorzitter",
        "Uw maatje: Fatima El Idrissi",
        "Bellen mag tot 20.00 uur.",
        "Vraag mij over: vervoer en de taxipas",
        "Tijd voor een gevraagd advies: 42 dagen (werkafspraak 2)",
        "Een logeerhuis voor de regio",
        "Meekijken bij de vergadering",
        "Vraag dit eerst na bij uw consulent",
        "grote letter en samen doornemen",
    ):
        assert part in said, part
    assert "06 00 00 00 31" not in said  # nothing about candidates
    material = office.programmes.material
    for told in material.dossiers(DAY):
        assert len(told.lines) == 5
        assert told.title in said
    for word in office.learning.common_words(18):
        assert word.meaning in said


def test_the_picture_says_in_words_what_it_shows(documents):
    alts = [one.alt for one in walk(documents[0].blocks) if isinstance(one, Figure)]
    assert "1. De gemeente: De gemeente vraagt." in alts[1]
    assert "6. Wij, de raad:" in alts[1]


def test_the_wish_of_the_member_makes_the_letters_large(office, documents):
    assert [one.size for one in documents[:2]] == ["booklet", "large"]
    assert booklet(office, "Joop Kramer").size == "booklet"


def faces(document):
    """Return who is pictured in the table of the members, with how."""
    tables = [one for one in walk(document.blocks) if isinstance(one, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    return [cell.picture for cell in cells if cell.picture]


def test_everyone_has_a_face_a_photo_or_the_initials(office):
    joop = office.people.named("Joop Kramer")
    before = faces(booklet(office, "Daan Mulder"))
    office.people.set_photo(joop, png(size=(300, 400)))
    made = booklet(office, "Daan Mulder")
    after = faces(made)
    assert len(after) == len(before) == len(office.people.people(DAY)) - 1
    assert {one.alt for one in after} - {one.alt for one in before} == {"Foto van Joop Kramer"}
    assert [a.png == b.png for a, b in zip(before, after, strict=True)].count(False) == 1
    assert readback.pdf_words(pdf_bytes(made)) == readback.expected_in_pdf(made)
    office.store.undo()


def test_the_own_words_on_paper(office):
    daan = office.people.named("Daan Mulder")
    office.learning.look_up(daan, "mantelzorger", DAY)
    sheet = office.booklets.words(daan, DAY)
    assert (sheet.title, sheet.size) == ("Mijn woorden Daan Mulder (grote letters)", "large")
    said = " ".join(words(sheet))
    assert "Opgezocht Mantelzorger" in said
    for word in office.learning.common_words(18):
        assert said.count(f"{capital(word.term)} {word.meaning}") == 1, "each word stands once"
    assert readback.word_words(word_bytes(sheet)) == words(sheet)
    assert readback.pdf_words(pdf_bytes(sheet)) == readback.expected_in_pdf(sheet)
    office.store.undo()


def test_own_words_of_the_council(office):
    office.booklets.own_words.change(welcome="Dag **Daan**.", rules="- De koffie staat links.")
    said = " ".join(words(booklet(office, "Daan Mulder")))
    assert "Dag Daan." in said
    assert "Onze huisregels De koffie staat links." in said
    office.booklets.own_words.change(welcome="")
    assert "Wat fijn dat u meedoet." in " ".join(words(booklet(office, "Daan Mulder")))
    office.store.undo()
    office.store.undo()


def test_a_handover_says_how_each_dossier_stands_today(office):
    [running] = [one for one in office.handovers.all() if not one.finished]
    said = " ".join(words(office.handovers.report(running.id, DAY)))
    assert (
        "Een logeerhuis voor de regio Zo staat het: vastgesteld. Volgende datum: 16 maart" in said
    )


def test_a_council_without_anything_gets_a_booklet_too(tmp_path):
    made, _code = offices.make(tmp_path / "Raad.samenspraak", "een geheime zin", cost=2**12)
    made.programmes.start("Nora {gemeente} Zomer", DAY, DAY)
    document = booklet_out.booklet(made.booklets.booklet(1, DAY))
    said = " ".join(words(document))
    assert "Welkom, Nora" in said
    assert "Voor Nora {gemeente} Zomer" in said  # what people type has no meaning
    assert "{naam}" not in said
    assert readback.word_words(word_bytes(document)) == words(document)
    assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)
    with pytest.raises(CouncilError):
        made.booklets.certificate(1, DAY)
    made.close()


def test_the_certificate_has_no_marks(documents):
    said = " ".join(words(documents[2]))
    assert "Bram Tichelaar volgde het programma" in said
    assert "Van 1 april 2025 tot en met 3 juli 2025." in said
    assert "%" not in said


def test_the_handover_says_who_takes_what(documents):
    said = " ".join(words(documents[3]))
    assert "Overdracht van Lies Smit Laatste dag: 1 juni 2026" in said
    assert "overgedragen aan Henk Terpstra" in said
    assert "esther.bloem@steunpunt-dekust.example" in said
    assert said.count("Nog niemand") >= 3


def test_the_files_have_names_that_people_recognise(office, tmp_path):
    made = [path.name.lower() for path in save_samples(office.booklets, tmp_path, DAY)]
    made += [
        path.name.lower()
        for one in office.handovers.all()
        for path in office.handovers.save_report(one.id, DAY, tmp_path)
    ]
    assert sum("welkomstboekje" in name for name in made) == 4
    assert sum("certificaat" in name for name in made) == 2
    assert sum("overdracht" in name for name in made) == 2
    assert sum("mijn woorden" in name for name in made) == 2
    assert sorted(path.name.lower() for path in tmp_path.iterdir()) == sorted(made)


@pytest.mark.validators
def test_the_validators_have_no_complaint(office, documents, tmp_path):
    daan = office.people.named("Daan Mulder")
    assert complaints([*documents, office.booklets.words(daan, DAY)], tmp_path) == []
