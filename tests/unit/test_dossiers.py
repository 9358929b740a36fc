"""A dossier from its first question to its end, through the service."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError

DAY = date(2026, 3, 20)
QUIET = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
PAPER = {"phase": "preparation", "level_offered": "advise", "reply_by": date(2026, 4, 1)}


def questions(office, dossier) -> list[tuple[int, str, str]]:
    view = office.dossiers.view(dossier, DAY)
    return [(item.number, item.text, item.answer) for item in view.questions]


def start(office, *texts: str, **fields) -> int:
    return office.dossiers.start("Taxipas", DAY, questions=texts, **fields)


def test_a_dossier_starts_with_its_number_and_its_questions(office):
    dossier = start(office, " Waarom? ", "", "Hoe duur?")
    view = office.dossiers.view(dossier, DAY)
    assert view.dossier.reference == "CR-2026-01"
    assert questions(office, dossier) == [(1, "Waarom?", ""), (2, "Hoe duur?", "")]
    assert [event.state for event in view.events] == ["received"]
    office.store.undo()
    assert office.dossiers.lines(DAY) == []


def test_references_are_never_given_twice(office):
    made = [start(office) for _ in range(3)]
    office.dossiers.delete(made[0])
    last = start(office)
    found = [line.dossier.reference for line in office.dossiers.lines(DAY)]
    assert len(set(found)) == 3
    assert office.dossiers.view(last, DAY).dossier.reference == "CR-2026-04"


@given(st.lists(st.lists(st.sampled_from([" a", "a", "b ", "c", "", " "]), max_size=5), max_size=5))
@QUIET
def test_questions_are_always_numbered_without_gaps(office, wishes):
    dossier = start(office, "a", "a", "d")
    for texts in wishes:
        office.dossiers.set_questions(dossier, texts)
        wanted = [text.strip() for text in texts if text.strip()]
        assert [(n, text) for n, text, _ in questions(office, dossier)] == list(
            enumerate(wanted, 1)
        )


def test_a_question_that_stays_keeps_its_answer(office):
    dossier = start(office, "Waarom?", "Hoe duur?", "Voor wie?")
    second = office.dossiers.view(dossier, DAY).questions[1].id
    office.dossiers.change_question(second, answer="Tien euro")
    office.dossiers.set_questions(dossier, ["Hoe duur?", "Waarom?"])
    assert questions(office, dossier) == [(1, "Hoe duur?", "Tien euro"), (2, "Waarom?", "")]


def test_a_question_with_a_mended_word_keeps_its_answer_and_its_links(office):
    dossier = start(office, "Wat vind u van de pas?", "Voor wie is hij?")
    first = office.dossiers.view(dossier, DAY).questions[0].id
    office.dossiers.change_question(first, answer="Goed")
    advice = office.drafts.add_recommendation(dossier, what="Houd hem")
    office.drafts.answer_with(first, [advice])
    office.dossiers.set_questions(dossier, ["Wat vindt u van de pas?", "Voor wie is hij?"])
    [one, _two] = office.dossiers.view(dossier, DAY).questions
    assert (one.answer, one.answered_by) == ("Goed", (1,))


def test_another_question_in_its_place_gets_no_old_answer(office):
    dossier = start(office, "Waarom?")
    first = office.dossiers.view(dossier, DAY).questions[0].id
    office.dossiers.change_question(first, answer="Daarom")
    office.dossiers.set_questions(dossier, ["Wie betaalt de taxi?"])
    assert questions(office, dossier) == [(1, "Wie betaalt de taxi?", "")]
    office.store.undo()
    assert questions(office, dossier) == [(1, "Waarom?", "Daarom")]


def test_leaving_a_question_open_asks_why(office):
    dossier = start(office, "Waarom?")
    [question] = office.dossiers.view(dossier, DAY).questions
    with pytest.raises(CouncilError) as error:
        office.dossiers.change_question(question.id, left_open=True, open_reason=" ")
    assert error.value.field == "open_reason"
    office.dossiers.change_question(question.id, left_open=True, open_reason="Te vroeg")
    assert office.dossiers.view(dossier, DAY).questions[0].settled


def test_a_state_that_may_not_be_says_what_is_missing(office):
    dossier = start(office)
    office.dossiers.move(dossier, "intake", DAY)
    with pytest.raises(CouncilError) as error:
        office.dossiers.move(dossier, "drafting", DAY)
    assert error.value.field == "intake"
    with pytest.raises(CouncilError):
        office.dossiers.move(dossier, "done", DAY)
    assert office.dossiers.view(dossier, DAY).dossier.state == "intake"
    office.dossiers.change(dossier, **PAPER)
    office.dossiers.move(dossier, "drafting", DAY, "Wij beginnen")
    last = office.dossiers.view(dossier, DAY).events[-1]
    assert (last.state, last.text) == ("drafting", "Wij beginnen")


def written(office, kind: str) -> int:
    """Return a dossier of *kind* with a draft and an addressee, not adopted."""
    dossier = start(office, kind=kind, **PAPER)
    office.dossiers.set_addressees(dossier, [office.council.add_addressee("Het college")])
    for state in ("intake", "drafting"):
        office.dossiers.move(dossier, state, DAY)
    office.drafts.write(dossier, "summary", "Wij zijn er nog niet uit.")
    return dossier


def test_a_provisional_advice_goes_out_without_a_decision(office):
    dossier = written(office, "provisional")
    office.letters.send(dossier, DAY)
    view = office.dossiers.view(dossier, DAY)
    assert view.dossier.state == "sent"
    assert view.letters[0].sent
    office.store.undo()
    assert office.dossiers.view(dossier, DAY).dossier.state == "drafting"


def test_a_provisional_advice_without_a_word_does_not_go_out(office):
    dossier = written(office, "provisional")
    office.drafts.write(dossier, "summary", " ")
    with pytest.raises(CouncilError) as error:
        office.letters.send(dossier, DAY)
    assert error.value.field == "draft"


@pytest.mark.parametrize("counts", [{"present": 2, "votes_for": 2}, {"votes_against": 7}])
def test_a_vote_that_adopted_nothing_sends_nothing(office, counts):
    office.council.set_norm("quorum", 5, "persons", source="artikel 6")
    dossier = written(office, "asked")
    office.dossiers.decide(dossier, decided_on=DAY, **{"present": 7, "members": 9} | counts)
    for act in (office.dossiers.move, lambda number, _state, day: office.letters.send(number, day)):
        with pytest.raises(CouncilError):
            act(dossier, "sent", DAY)
    view = office.dossiers.view(dossier, DAY)
    assert view.dossier.state == "drafting"
    assert "sent" not in {step.state for step in view.next_steps}


def test_throwing_away_and_undo_bring_every_part_back(office):
    dossier = written(office, "asked")
    advice = office.drafts.add_recommendation(dossier, what="Houd de pas")
    office.dossiers.set_questions(dossier, ["Waarom?"])
    office.drafts.answer_with(office.dossiers.view(dossier, DAY).questions[0].id, [advice])
    office.evidence.add(dossier, "signal", "Duur", recommendation_id=advice)
    office.letters.prepare(dossier, DAY)
    before = office.dossiers.view(dossier, DAY)
    office.dossiers.delete(dossier)
    with pytest.raises(CouncilError):
        office.dossiers.view(dossier, DAY)
    assert office.find("Taxipas") == []
    office.store.undo()
    assert office.dossiers.view(dossier, DAY) == before


def test_a_dossier_from_which_a_letter_went_out_stays(office):
    dossier = written(office, "asked")
    kind = next(row.kind for row in office.letters.templates.rows() if not row.is_advice)
    [letter] = office.letters.prepare(dossier, DAY, kind)
    office.letters.send_letter(letter.id, DAY)
    with pytest.raises(CouncilError):
        office.dossiers.delete(dossier)
    assert office.dossiers.view(dossier, DAY).letters[0].sent


def test_a_screen_that_lags_behind_gets_one_sentence(office):
    dossier = start(office, "Waarom?")
    question = office.dossiers.view(dossier, DAY).questions[0].id
    office.store.undo()
    for act in (
        lambda: office.dossiers.change_question(question, answer="Daarom"),
        lambda: office.dossiers.change(dossier, title="De pas"),
        lambda: office.dossiers.note_event(dossier, DAY, "Gebeld"),
        lambda: office.dossiers.set_questions(dossier, ["Nu?"]),
        lambda: office.drafts.write(dossier, "summary", "Kort"),
        lambda: office.drafts.change_recommendation(99, what="Iets"),
        lambda: office.evidence.change(99, claim="Iets"),
    ):
        with pytest.raises(CouncilError):
            act()
    assert office.store.redo_label, "a refusal may not take redo away"


def test_the_list_has_the_most_pressing_date_first(office):
    days = [None, date(2026, 5, 1), date(2026, 4, 1)]
    made = [start(office, received=DAY, reply_by=day) for day in days]
    assert [line.dossier.id for line in office.dossiers.lines(DAY)] == made[::-1]


def test_votes_that_cannot_be_are_refused(office):
    dossier = start(office)
    with pytest.raises(CouncilError):
        office.dossiers.decide(dossier, decided_on=DAY, present=3, members=9, votes_for=4)
    with pytest.raises(CouncilError) as error:
        office.dossiers.decide(dossier, present=3, members=9)
    assert error.value.field == "decided_on"
    office.dossiers.decide(dossier, decided_on=DAY, present=3, members=9, votes_for=3)
    office.dossiers.decide(dossier, decided_on=DAY, present=4, members=9, votes_for=4)
    assert office.dossiers.view(dossier, DAY).decision.present == 4
