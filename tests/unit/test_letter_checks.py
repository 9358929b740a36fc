"""What the app looks over before a letter goes out: it advises and never stops anyone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.letter_checks import AdviceLine, Check, LetterFacts, checks
from desktop.domain.voting import Vote

DAY = date(2026, 3, 20)
GOOD = LetterFacts(
    addresses=(("Het college", "Postbus 1", "1999 AA  DUINREDE"),),
    dated=DAY,
    today=DAY,
    advices=(AdviceLine(1, "Geef een gift", "Het college", "1 juli"),),
    questions=((1, True), (2, True)),
    reply_by=date(2026, 5, 1),
    reply_agreed=True,
    vote=Vote(7, 9, 5, 6, 0, 1),
    heard=("Inwoners met bijstand",),
    not_heard=("Jongeren",),
    level=2,
    goal=2,
    texts={"reason": "Wij schrijven u. Zie bijlage 1.", "residents": "Een inwoner vertelde dit."},
    appendices=("Wat inwoners vertelden",),
    papers=("wat inwoners vertelden.pdf",),
    known_names=("Marijke Vos",),
    own=("post@raad.example",),
)


def look(facts: LetterFacts) -> dict[str, Check]:
    return {check.key: check for check in checks(facts)}


def test_a_good_letter_has_nothing_left_to_do():
    assert [check.key for check in checks(GOOD) if not check.ok] == []
    assert all(check.place and check.words for check in checks(GOOD))


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("addressee", {"addresses": ()}),
        ("addressee", {"addresses": (("Het college",), ())}),
        ("addressee", {"addresses": (("a", "b", "c", "d", "e", "f"),)}),
        ("date", {"dated": DAY - timedelta(days=1)}),
        ("advices", {"advices": ()}),
        ("advices", {"advices": (AdviceLine(1, "Geef een gift", "Het college", " "),)}),
        ("numbers", {"advices": (AdviceLine(2, "Geef", "Het college", "1 juli"),)}),
        ("questions", {"questions": ((1, True), (2, False))}),
        ("reply", {"reply_by": None}),
        ("reply", {"reply_by": DAY}),
        ("decision", {"vote": None}),
        ("decision", {"vote": Vote(4, 9, 5, 4, 0, 0)}),
        ("heard", {"heard": ()}),
        ("heard", {"not_heard": ()}),
        ("heard", {"heard": (), "not_heard": ()}),
        ("signs", {"unshown": "王明"}),
        ("appendices", {"appendices": ()}),
        ("appendices", {"papers": ()}),
        ("privacy", {"texts": {"reason": "Bel 06-12345678."}}),
        ("privacy", {"texts": {"reason": "Vraag het Marijke Vos."}}),
        ("level", {"level": 3}),
    ],
)
def test_each_check_sees_its_own_mistake_and_only_that(key, change):
    bad = {name for name, check in look(replace(GOOD, **change)).items() if not check.ok}
    assert bad == {key}


@pytest.mark.parametrize(
    "change",
    [
        {"reply_by": None, "reply_agreed": False},
        {"vote": Vote(4, 9, 5, 4, 0, 0), "written_round": True},
        {"vote": Vote(4, 9, None, 4, 0, 0)},
        {"questions": ()},
        {"level": None},
        {"texts": {"reason": "Mail ons: post@raad.example"}},
        {"dated": None, "today": None},
    ],
)
def test_what_is_allowed_is_not_pointed_at(change):
    assert all(check.ok for check in checks(replace(GOOD, **change)))


def test_what_is_missing_is_named():
    facts = replace(
        GOOD,
        advices=(AdviceLine(1, "Geef", "", ""), AdviceLine(2, "Doe", "Het college", "nu")),
        questions=((1, False), (2, True), (3, False)),
    )
    found = look(facts)
    assert found["advices"].why == "Advies 1 zegt nog niet: door wie, wanneer."
    assert found["questions"].words == "De vragen 1, 3 hebben nog geen antwoord"


def test_a_private_thing_is_quoted_with_other_words():
    facts = replace(
        GOOD,
        person_word="cliënt",
        texts={"residents": "Mevrouw S. de Jong woont aan de Dorpsstraat 12, 1999 AB Duinrede."},
    )
    quotes = look(facts)["privacy"].quotes
    assert [(q.section, q.replacement) for q in quotes] == [
        ("residents", "een cliënt"),
        ("residents", "een adres in onze gemeente"),
    ]
    for quote in quotes:
        assert facts.texts["residents"][quote.start :].startswith(quote.text)
        assert quote.why


def test_an_appendix_that_does_not_exist_is_quoted():
    facts = replace(GOOD, texts={"reason": "Zie bijlage 1 en bijlage 12."})
    assert [quote.text for quote in look(facts)["appendices"].quotes] == ["bijlage 12"]
