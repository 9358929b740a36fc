"""Find anything, and hear where it stands."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models import index
from desktop.services import record_words

DAY = date(2026, 3, 20)
ONCE = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def dossier(office) -> int:
    number = office.dossiers.start("Taxipas", DAY, questions=["Blijft de zonnewijzer?"])
    office.drafts.write(number, "summary", "Houd de pas. " * 30 + "De kolenkachel ook.")
    office.drafts.add_recommendation(number, what="Koop een wasmachine", why="Dat scheelt")
    office.evidence.add(number, "signal", "De brievenbus klemt")
    office.evidence.add_group(number, "Schippers", heard=True)
    office.council.add_member("Zebedeus")
    office.recruiting.add("Trapezewerker gezocht")
    office.training.keep(None, topic="Varen met een luchtballon")
    office.council.add_addressee("Het hoogheemraadschap")
    office.council.add_ordinance("Haringverordening")
    return number


@pytest.mark.parametrize(
    ("words", "area", "place"),
    [
        ("taxipas", "advice", ""),
        ("zonnewijzer", "advice", "intake"),
        ("kolenkachel", "advice", "draft"),
        ("wasmachine", "advice", "draft"),
        ("brievenbus", "advice", "evidence"),
        ("schippers", "advice", "evidence"),
        ("zebedeus", "members", "person:1"),
        ("trapezewerker", "members", "vacancy:1"),
        ("luchtballon", "members", "training"),
        ("hoogheemraadschap", "council", ""),
        ("haring", "council", ""),
    ],
)
def test_each_thing_is_found_where_it_stands(office, dossier, words, area, place):
    [found] = office.find(words)
    assert (found.area, found.place) == (area, place)
    assert found.dossier == (dossier if area == "advice" else None)
    assert found.kind
    if area == "advice":
        assert found.title == "Taxipas"


def test_a_few_words_around_what_was_found(office, dossier):
    [found] = office.find("kolenkachel")
    assert "‹kolenkachel›" in found.snippet
    assert len(found.snippet) < 150
    [found] = office.find("wasmachine")
    assert "‹wasmachine›" in found.snippet


def test_every_kind_that_is_searched_has_words():
    assert all(record_words.kind(table) for table in index.columns())


@given(st.text(max_size=30) | st.text(alphabet="\"'*-^():_ANDORNT\x00é\u0301", max_size=12))
@ONCE
def test_anything_typed_gets_an_answer(office, typed):
    assert isinstance(office.find(typed), list)


@given(st.text(alphabet="abcçéëöñ 😀-'_.\u0301", max_size=30))
@ONCE
def test_what_was_written_is_found_by_its_own_words(office, title):
    dossier = office.dossiers.start("Zoekterm " + title, DAY)
    assert dossier in {found.dossier for found in office.find("zoekterm " + title)}
    office.store.undo()


def test_letters_with_loose_accents_are_found(office):
    number = office.dossiers.start("Coöperatie", DAY)
    for typed in ("Coöperatie", "Coo\u0308peratie", "cooperatie", "COÖP"):
        assert [found.dossier for found in office.find(typed)] == [number], typed
