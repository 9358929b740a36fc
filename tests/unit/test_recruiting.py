"""Looking for a member: hints that keep the door open, steps in order, and data that go in time."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.domain import candidacy
from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term
from desktop.models.council import Member, Setting
from desktop.models.members import Candidate, Tenure
from desktop.services.members import vacancy_words
from tests.data.raw_pages import raw_bytes

DAY = date(2026, 3, 10)
NAME = "Quirinalda Zwaardemaker"


@pytest.fixture
def seat(office) -> int:
    return office.seats.add("Zetel jongeren")


@pytest.fixture
def vacancy(office, seat) -> int:
    number = office.recruiting.add("Een jong lid", seat)
    office.recruiting.change(number, profile="Wij zoeken een jongere.", contact="Henk, 06 00")
    office.recruiting.open(number, DAY)
    return number


@pytest.fixture
def candidate(office, vacancy) -> int:
    office.council.set_norm("keep_candidates", 3, "months", source="artikel 13")
    return office.candidates.add(vacancy, NAME, DAY, source="Bibliotheek")


# ---- hints


@pytest.mark.parametrize(
    "profile",
    [
        "U heeft een hbo-diploma.",
        "Een vooropleiding in zorg is fijn.",
        "U heeft aantoonbare ervaring.",
        "U bent proactief.",
        "U heeft affiniteit met ouderen.",
        "Wij zoeken iemand met een uitkering.",
        "Wij zoeken iemand met een chronische ziekte.",
        "Het bestuursorgaan is u bekend.",
        "woord " * 130,
    ],
)
def test_a_profile_that_keeps_people_away_gets_a_hint(profile):
    assert vacancy_words.hints_on_profile(profile)


def test_the_hint_names_the_word_that_was_typed():
    [hint] = vacancy_words.hints_on_profile("U heeft een HBO-diploma.")
    assert "HBO" in hint


def test_a_plain_profile_has_no_hints():
    words = "Wij zoeken iemand die zijn wijk goed kent. U praat makkelijk met uw buren."
    assert vacancy_words.hints_on_profile(words) == []
    assert vacancy_words.hints_on_profile("Wij zoeken iemand van woonplezier.") == []


def test_an_empty_profile_is_told_how_to_begin():
    assert len(vacancy_words.hints_on_profile(" \n")) == 1


def test_three_different_places_are_enough():
    assert vacancy_words.hints_on_channels("Krant\n - krant \nKRANT\n\nMarkt")
    assert not vacancy_words.hints_on_channels("Krant\nMarkt\nBibliotheek")


def test_every_state_has_its_words():
    for name in ("state", "act"):
        assert set(vacancy_words.choices(name)) == set(candidacy.STATES)
    assert set(vacancy_words.choices("vacancy_state")) == set(candidacy.VACANCY_STATES)
    assert set(vacancy_words.choices("next")) == set(candidacy.STATES) - {"appointed"}


# ---- the vacancy


def test_a_vacancy_is_made_known_when_it_says_enough(office, seat):
    office.council.add_member("Henk Terpstra", "secretaris")
    number = office.recruiting.add("Een jong lid", seat)
    assert office.recruiting.vacancy(number).contact == "Henk Terpstra"
    with pytest.raises(CouncilError) as told:
        office.recruiting.open(number, DAY)
    assert told.value.field == "profile"
    office.recruiting.change(number, profile="Wij zoeken een jongere.")
    office.recruiting.open(number, DAY)
    assert office.recruiting.vacancy(number).opened == DAY


def test_open_vacancies_stand_first(office, vacancy):
    office.recruiting.add("Nog een")
    assert [line.row.state for line in office.recruiting.vacancies()] == ["open", "draft"]
    office.recruiting.stop(vacancy)
    assert [line.row.state for line in office.recruiting.vacancies()] == ["draft", "stopped"]


def test_a_vacancy_with_people_is_not_thrown_away(office, vacancy, candidate):
    with pytest.raises(CouncilError):
        office.recruiting.remove(vacancy)
    office.recruiting.erase([candidate])
    office.recruiting.remove(vacancy)
    assert office.recruiting.vacancies() == []


# ---- the candidate


def test_from_interested_to_member(office, vacancy, candidate, seat):
    office.council.set_norm("term_length", 4, "years", source="artikel 12")
    meeting = office.plan.add(datetime(2026, 4, 16, 13, 30))
    step = office.candidates.step
    step(candidate, "planned", DAY)
    step(candidate, "met", DAY)
    assert office.candidates.candidate(candidate).met == DAY
    with pytest.raises(CouncilError) as told:
        step(candidate, "trying", DAY)
    assert told.value.field == "trial_id"
    office.candidates.change(candidate, trial_id=meeting, needs="Grote letters.")
    step(candidate, "trying", DAY)
    step(candidate, "proposed", DAY)
    member = office.candidates.appoint(candidate, date(2026, 5, 1), "het college")
    with office.store.reading() as session:
        found = session.get_one(Member, member)
        tenure = session.scalars(select(Tenure)).one()
    assert (found.name, found.wish_note) == (NAME, "Grote letters.")
    assert (tenure.seat_id, tenure.since, tenure.until) == (
        seat,
        date(2026, 5, 1),
        date(2030, 4, 30),
    )
    assert office.recruiting.vacancy(vacancy).state == "filled"
    office.store.undo()
    assert office.council.members() == []
    assert office.candidates.candidate(candidate).state == "proposed"


def test_a_seat_that_is_taken_is_refused_and_nothing_is_kept(office, candidate, seat):
    holder = office.council.add_member("Bram")
    office.seats.terms.appoint(holder, DAY, seat=seat)
    for state in ("met", "proposed"):
        office.candidates.step(candidate, state, DAY)
    with pytest.raises(CouncilError, match="Bram"):
        office.candidates.appoint(candidate, date(2026, 5, 1))
    assert [one.name for one in office.council.members()] == ["Bram"]


def test_nobody_is_proposed_without_having_met(office, candidate):
    office.candidates.step(candidate, "waiting", DAY)
    with pytest.raises(CouncilError) as told:
        office.candidates.step(candidate, "proposed", DAY)
    assert told.value.field == "met"


@given(st.lists(st.sampled_from(candidacy.STATES), max_size=12))
def test_no_way_leads_to_a_member_without_a_proposal(wanted):
    state, seen = "interested", ["interested"]
    for one in wanted:
        try:
            candidacy.check_step(state, one, trial=True, met=DAY)
        except CouncilError:
            continue
        state = one
        seen.append(one)
    if "appointed" in seen:
        assert seen[seen.index("appointed") - 1] == "proposed"
        assert seen[-1] == "appointed"


# ---- keeping and erasing


def test_the_data_stay_as_long_as_was_agreed(office, candidate):
    assert office.candidates.candidate(candidate).keep_until == date(2026, 6, 10)
    office.candidates.step(candidate, "met", date(2026, 4, 2))
    assert office.candidates.candidate(candidate).keep_until == date(2026, 7, 2)
    assert office.candidates.due(date(2026, 7, 2)) == []
    assert [one.id for one in office.candidates.due(date(2026, 7, 3))] == [candidate]


def test_without_an_agreement_no_date_is_made_up(office, vacancy):
    number = office.candidates.add(vacancy, "Roos", DAY)
    assert office.candidates.candidate(number).keep_until is None
    assert candidacy.proposed_end(DAY, Term(3, "persons", "x")) is None


def test_today_says_that_data_must_go_and_one_press_erases_them(office, candidate, vacancy):
    later = date(2026, 7, 3)
    [notice] = [n for n in office.attention.notices(later) if n.place == "candidates"]
    assert notice.tone == "late"
    assert NAME not in notice.title + notice.why
    assert office.candidates.erase_due(later) == 1
    assert office.candidates.of(vacancy) == []
    assert not [n for n in office.attention.notices(later) if n.place == "candidates"]
    key = bytes.fromhex(_key_of(office))
    assert b"uirinald" not in raw_bytes(office.path, key)


def test_who_comes_along_soon_is_announced(office, candidate):
    meeting = office.plan.add(datetime(2026, 3, 19, 13, 30))
    office.candidates.change(candidate, trial_id=meeting, met=DAY)
    office.candidates.step(candidate, "met", DAY)
    office.candidates.step(candidate, "trying", DAY)
    assert [n.due for n in office.candidates.notices(DAY)] == [date(2026, 3, 19)]
    assert list(office.candidates.notices(date(2026, 3, 20))) == []


def test_the_totals_stay_when_the_people_are_erased(office, vacancy, candidate):
    before = [(one.source, one.came, one.joined) for one in office.recruiting.yields()]
    assert before == [("Bibliotheek", 1, 0)]
    office.recruiting.erase([candidate])
    office.candidates.add(vacancy, "Roos", DAY, source="Bibliotheek")
    found = [(one.source, one.came, one.joined) for one in office.recruiting.yields()]
    assert found == [("Bibliotheek", 2, 0)]
    with office.store.reading() as session:
        assert session.scalars(select(Setting)).all()
        assert len(session.scalars(select(Candidate)).all()) == 1


def test_an_erased_candidate_is_told_in_one_sentence(office, candidate):
    office.recruiting.erase([candidate])
    with pytest.raises(CouncilError):
        office.candidates.change(candidate, name="Toch")


def _key_of(office) -> str:
    from desktop.models import vault

    key_file = vault.read_key_file(vault.key_path(office.path))
    assert key_file is not None
    return vault.unwrap(key_file, "een geheime zin").hex()
