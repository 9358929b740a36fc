"""Advert, flyer, press text, claim form and overview: Word and PDF say the same, and are sound."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.documents.document import words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.domain.errors import CouncilError
from desktop.services import office as offices
from desktop.services.members import means_out
from tests.documents import readback
from tests.documents.validating import complaints

DAY = date(2026, 3, 10)


@pytest.fixture
def office(tmp_path: Path):
    made, _code = offices.make(tmp_path / "Raad.samenspraak", "een geheime zin", cost=2**12)
    made.council.change_profile(name="Cliëntenraad Duinrede", place="Duinrede")
    made.council.add_member("Joop Kramer")
    number = made.recruiting.add("Een jong lid voor onze raad")
    made.recruiting.change(
        number,
        profile="Wij zoeken een **jongere**.\n\n- U luistert goed.",
        contact="Henk, 06 00 00 00 01.",
        closes=date(2026, 4, 30),
    )
    kind = made.means.keep_kind(None, "Eigen auto", "0,23", "km", "artikel 6")
    claim = made.means.ask(1, kind, DAY, "10", "", "Naar de raad")
    made.means.agree([claim], DAY)
    made.means.pay([claim], DAY)
    refused = made.means.ask(1, kind, DAY, "5", "")
    made.means.refuse(refused, "Deze rit was al betaald.")
    yield made
    made.close()


@pytest.fixture
def documents(office):
    council, means = office.council.profile().name, office.means
    overview = means_out.year_overview("Joop", 2026, means.claims(), council, None, DAY)
    empty = means_out.year_overview("Joop", 2025, [], council, None, DAY)
    form = means_out.claim_form(means.kinds(), council, None, DAY)
    bare = means_out.claim_form([], "", None, DAY)
    asked = [means_out.question(kinds, council, None, DAY) for kinds in (means.kinds(), [])]
    papers = office.recruiting.papers(1, DAY)
    return [*papers, overview, empty, form, bare, *asked, *letters(office)]


def letters(office):
    """Return the letter of each step that has one, with everything filled in."""
    college = "Het college van burgemeester en wethouders van Duinrede"
    office.council.add_addressee(college, address="Postbus 1\n1999 AA Duinrede")
    meeting = office.plan.add(datetime(2026, 2, 12, 13, 30))
    found = office.candidates.add(1, "Roos Wiersma", DAY, met=DAY, trial_id=meeting, needs="Tolk")
    office.candidates.change(found, keep_until=date(2026, 6, 10), note="Kent de buurt")
    made = []
    for state in ("proposed", "waiting", "stopped"):
        office.candidates.change(found, state=state)
        made.append(office.candidates.letter(found, DAY))
    return made


def test_word_and_pdf_say_the_same(documents):
    assert len(documents) == 13
    for document in documents:
        assert readback.word_words(word_bytes(document)) == words(document)
        assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


def test_the_advert_says_what_people_need_to_know(documents):
    said = " ".join(words(documents[0]))
    for part in (
        "Een jong lid voor onze raad",
        "de Cliëntenraad Duinrede",
        "Iemand die u helpt",
        "Neem contact op met Henk, 06 00 00 00 01.",
        "tot en met 30 april 2026",
        "U hoeft niet te zeggen waarom.",
    ):
        assert part in said
    assert "keer per jaar" not in said  # no number was agreed, so none is promised


def test_an_agreed_number_of_meetings_is_told(office):
    office.council.set_norm("meetings_a_year", 9, "times", source="artikel 5")
    assert "9 keer per jaar" in " ".join(words(office.recruiting.papers(1, DAY)[0]))


def test_the_overview_counts_what_was_paid(documents):
    said = " ".join(words(documents[4])).replace("\N{NO-BREAK SPACE}", " ")
    assert "Betaald in 2026: € 2,30" in said
    assert "Nog niet betaald: € 0,00" in said
    assert "Afgewezen: Deze rit was al betaald." in said


def test_a_member_asks_first_and_the_file_knows_nothing_of_it(documents):
    asked, bare = (" ".join(words(one)) for one in documents[8:10])
    for part in ("Ik doe vrijwillig mee in de Cliëntenraad Duinrede.", "Uw antwoord", "artikel 6"):
        assert part in asked
    assert "Joop" not in asked
    assert "De raad sprak nog geen bedragen af." in bare


def test_the_files_have_names_that_people_recognise(office, tmp_path):
    made = [
        *office.recruiting.save_papers(1, DAY, tmp_path),
        *office.means.save_form(DAY, tmp_path),
        *office.means.save_question(DAY, tmp_path),
    ]
    made += office.means.save_overview(1, 2026, DAY, tmp_path)
    assert len({path.name for path in made}) == 14
    assert all(path.stat().st_size for path in made)


@pytest.mark.validators
def test_the_validators_have_no_complaint(documents, tmp_path):
    assert complaints(documents, tmp_path) == []


def test_the_letters_about_a_candidate_say_no_more_than_needed(office):
    office.council.set_norm("term_length", 4, "years", source="artikel 12")
    nomination, later, thanks = (" ".join(words(one)) for one in letters(office))
    assert "Aan het college van burgemeester en wethouders van Duinrede" in nomination
    assert "draagt Roos Wiersma voor als nieuw lid." in nomination
    assert "liep op 12 februari 2026 mee" in nomination
    assert "4 jaar (artikel 12)" in nomination
    assert "Beste Roos," in later
    assert "Het gaat nu niet door." in thanks
    assert "tot en met 10 juni 2026" in thanks
    for said in (nomination, later, thanks):
        assert "Tolk" not in said
        assert "Kent de buurt" not in said
        assert "{" not in said


def test_what_is_not_known_is_left_out_of_a_letter(office):
    found = office.candidates.add(1, "Omar Bakker", DAY)
    with pytest.raises(CouncilError):
        office.candidates.letter(found, DAY)
    office.candidates.change(found, state="proposed")
    said = " ".join(words(office.candidates.letter(found, DAY)))
    assert "Wij werken graag samen met Omar." in said
    assert "maakten kennis" not in said
    assert "termijn duurt" not in said
