"""The draft: numbered recommendations, answers to questions, and its earlier versions."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.services.advice import drafts

DAY = date(2026, 3, 20)


class Clock(datetime):
    """A clock that stands where the test puts it."""

    stands = datetime(2026, 3, 20, 9, 0)

    @classmethod
    def now(cls, tz=None):
        return cls.stands


@pytest.fixture
def clock(monkeypatch):
    Clock.stands = datetime(2026, 3, 20, 9, 0)
    monkeypatch.setattr(drafts, "datetime", Clock)
    return Clock


@pytest.fixture
def dossier(office) -> int:
    return office.dossiers.start("Taxipas", DAY, questions=["Waarom?"])


def order(office, dossier) -> list[int]:
    """Return the recommendations in their order; their numbers must be 1, 2, 3 …"""
    found = office.drafts.recommendations(dossier)
    assert [item.number for item in found] == list(range(1, len(found) + 1))
    return [item.id for item in found]


STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "order", "undo", "redo"]), st.integers(0, 9)),
    max_size=14,
)


@given(STEPS)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_numbers_run_from_one_whatever_happens(office, steps):
    dossier = office.dossiers.start("Taxipas", DAY)
    expected, past, future = [], [], []
    for act, place in steps:
        if act == "undo" and past:
            office.store.undo()
            future.append(expected)
            expected = past.pop()
        elif act == "redo" and future:
            office.store.redo()
            past.append(expected)
            expected = future.pop()
        else:
            wanted = list(expected)
            if act == "add":
                wanted.append(office.drafts.add_recommendation(dossier, what=str(place)))
            elif act == "remove" and wanted:
                office.drafts.remove_recommendation(wanted.pop(place % len(wanted)))
            elif act == "order" and wanted:
                wanted = wanted[place % len(wanted) :] + wanted[: place % len(wanted)]
                office.drafts.order_recommendations(dossier, wanted)
            if wanted != expected:
                past.append(expected)
                expected, future = wanted, []
        assert order(office, dossier) == expected


@pytest.mark.parametrize("wrong", [[0], [0, 1, 1], [0, 0, 1], [1, 2], []])
def test_an_order_of_other_recommendations_is_refused(office, dossier, wrong):
    made = [office.drafts.add_recommendation(dossier, what=what) for what in "ab"] + [999]
    with pytest.raises(CouncilError):
        office.drafts.order_recommendations(dossier, [made[place] for place in wrong])
    assert order(office, dossier) == made[:2]


def test_what_answered_a_question_follows_the_numbers(office, dossier):
    first, second = (office.drafts.add_recommendation(dossier, what=what) for what in "ab")
    [question] = office.dossiers.view(dossier, DAY).questions
    office.drafts.answer_with(question.id, [second, second])
    answered = lambda: office.dossiers.view(dossier, DAY).questions[0].answered_by  # noqa: E731
    assert answered() == (2,)
    office.drafts.remove_recommendation(first)
    assert answered() == (1,)
    office.drafts.remove_recommendation(second)
    assert answered() == ()
    office.store.undo()
    office.store.undo()
    assert answered() == (2,)
    office.drafts.answer_with(question.id, [])
    assert answered() == ()


def test_evidence_of_a_removed_recommendation_finds_its_way_back(office, dossier):
    advice = office.drafts.add_recommendation(dossier, what="Houd de pas")
    office.evidence.add(dossier, "signal", "Duur", recommendation_id=advice)
    tied = lambda: office.dossiers.view(dossier, DAY).evidence[0].recommendation_id  # noqa: E731
    office.drafts.remove_recommendation(advice)
    assert tied() is None
    office.store.undo()
    assert tied() == advice


def test_the_whole_draft_reads_in_the_order_of_the_letter(office, dossier):
    office.drafts.write(dossier, "request", "Antwoord ons.")
    office.drafts.write(dossier, "summary", "Kort.")
    office.drafts.add_recommendation(dossier, what="Houd de pas", by_whom="het college")
    [question] = office.dossiers.view(dossier, DAY).questions
    office.dossiers.change_question(question.id, answer="Daarom")
    text = office.drafts.text(dossier)
    places = [text.index(words) for words in ("Kort.", "**1. Houd", "Antwoord ons.", "Daarom")]
    assert places == sorted(places)


def test_the_first_change_of_a_day_keeps_what_was_there(office, dossier, clock):
    office.drafts.write(dossier, "summary", "Eerst.")
    office.drafts.write(dossier, "summary", "Eerst dit.")
    assert [version.text for version in office.drafts.versions(dossier)] == [
        office.drafts.text(dossier).replace("Eerst dit.", "Eerst.")
    ]
    before = office.drafts.text(dossier)
    clock.stands += timedelta(days=1)
    advice = office.drafts.add_recommendation(dossier, what="Houd de pas")
    assert office.drafts.versions(dossier)[0].text == before
    before = office.drafts.text(dossier)
    clock.stands += timedelta(days=1)
    office.drafts.remove_recommendation(advice)
    office.drafts.write(dossier, "summary", "Later.")
    versions = office.drafts.versions(dossier)
    assert versions[0].text == before
    assert len(versions) == 3


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_kept_version_never_changes(office, texts):
    dossier = office.dossiers.start("Taxipas", DAY)
    kept = []
    for place, text in enumerate(texts):
        office.drafts.write(dossier, "summary", text)
        office.drafts.save_version(dossier, str(place))
        kept.insert(0, (str(place), office.drafts.text(dossier)))
        named = [v for v in office.drafts.versions(dossier) if v.label]
        assert [(v.label, v.text) for v in named] == kept


def test_every_part_has_a_heading_and_help(office):
    office.council.change_profile(person_word="cliënt")
    headings = office.drafts.headings()
    assert set(drafts.SECTION_KEYS) <= set(headings)
    assert "cliënten" in headings["residents"]
    assert all("{" not in heading for heading in headings.values())
    assert all(office.drafts.help(key) != key for key in drafts.SECTION_KEYS)
