"""Words that people look up, and the words of the council's own papers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import analyse
from desktop.language.glossary import beginning_with, terms, terms_in
from desktop.services.members.onboarding_words import (
    first_words,
    next_case,
    practice_case,
    practice_cases,
)
from desktop.services.members.practice import compare

TODAY = date(2026, 3, 10)


@pytest.fixture
def member(office):
    return office.council.add_member("Daan Mulder")


def test_what_is_looked_up_is_kept_once_and_in_its_basic_form(office, member):
    office.learning.look_up(member, "Verordeningen", TODAY)
    office.learning.look_up(member, "verordening", TODAY + timedelta(days=1))
    office.learning.look_up(member, "beschut werk", TODAY)
    found = office.learning.words_of(member)
    assert [(word.term, word.times) for word in found] == [("verordening", 2), ("beschut werk", 1)]
    assert all(word.meaning for word in found)


def test_what_nobody_can_explain_is_not_kept(office, member):
    assert office.learning.look_up(member, "fiets", TODAY) is None
    assert office.learning.look_up(member, "", TODAY) is None
    assert office.learning.words_of(member) == []
    assert office.learning.look_up(None, "verordening", TODAY).term == "verordening"


def test_a_known_word_goes_to_the_end_and_comes_back(office, member):
    for term in ("verordening", "beschut werk"):
        office.learning.look_up(member, term, TODAY)
    office.learning.know(member, "beschut werk")
    assert [word.term for word in office.learning.words_of(member)] == [
        "verordening",
        "beschut werk",
    ]
    office.learning.look_up(member, "beschut werk", TODAY)
    assert not any(word.known for word in office.learning.words_of(member))
    office.learning.forget(member, "verordening")
    assert len(office.learning.words_of(member)) == 1


def test_a_word_a_day_comes_from_our_own_papers(office, member):
    assert office.learning.council_words() == []
    assert office.learning.word_of_the_day(TODAY).meaning  # of the whole list
    office.council.add_ordinance(
        "Regels", note="De verordening gaat over beschut werk. Verordeningen zijn regels."
    )
    assert [(w.term, w.times) for w in office.learning.council_words()] == [
        ("beschut werk", 1),
        ("verordening", 2),
    ]
    days = {office.learning.word_of_the_day(TODAY + timedelta(days=n)).term for n in range(2)}
    assert days == {"beschut werk", "verordening"}
    office.learning.look_up(member, "verordening", TODAY)
    office.learning.know(member, "verordening")
    for n in range(4):
        day = TODAY + timedelta(days=n)
        assert office.learning.word_of_the_day(day, member).term == "beschut werk"


def test_suggestions_come_while_typing(office):
    assert "beschut werk" in [word.term for word in office.learning.suggestions("Beschut w")]
    assert office.learning.suggestions("") == []
    assert office.learning.suggestions("verordeningen")[0].term == "verordening"
    assert "o.a." in [word.term for word in office.learning.suggestions("o.a.")]


@given(st.sampled_from(terms()))
def test_every_term_is_found_by_its_name_and_in_a_text(term):
    assert term in beginning_with(term.term, most=len(terms()))
    assert terms_in(f"Wij lezen: {term.term}, en meer.")[term.term] >= 1


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text):
    assert all(times > 0 for times in terms_in(text).values())


def test_a_practice_case_is_complete():
    for case in practice_cases().values():
        assert all((case.title, case.intro, case.sender, case.letter, case.example))
        assert len(case.hints) >= 3
        assert len(case.compare) >= 3
        for point in case.compare:
            assert point.example in case.example
            assert next(c.mine for c in compare(case, case.example) if c.ask == point.ask)


def test_there_is_another_case_and_after_the_last_one_comes_the_first():
    first, *others = practice_cases().values()
    assert others
    seen = [first]
    while (case := next_case(seen[-1])) != first:
        seen.append(case)
    assert seen == [first, *others]
    assert practice_case("") == practice_case("weg") == first


@pytest.mark.parametrize("case", practice_cases().values(), ids=lambda case: case.key)
def test_a_practice_case_is_easy_to_read(case):
    for words in (case.intro, case.letter, case.example, "\n\n".join(case.hints)):
        assert analyse(words).score.level in (None, 1, 2)


def test_an_answer_is_laid_beside_the_example_sentence_by_sentence():
    case = practice_cases()["bus-naar-het-zwembad"]
    answer = "Wij lazen uw brief.\n\nWij adviseren vier dagen. Omdat ouderen op maandag zwemmen."
    assert [one.mine for one in compare(case, answer)] == [
        "Wij adviseren vier dagen.",
        "Omdat ouderen op maandag zwemmen.",
        "Omdat ouderen op maandag zwemmen.",
        "",
    ]
    assert not any(one.mine for one in compare(case, ""))


def test_the_first_words_of_a_council_without_papers_are_explained(office):
    assert [word.term for word in office.learning.first_words()] == first_words()
