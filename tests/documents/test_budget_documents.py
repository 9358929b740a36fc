"""The account of the budget and the help needed: totals only, and Word and PDF say the same."""

from datetime import date

import pytest

from desktop.documents.document import words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.services import office as offices
from desktop.services.members import budget_out
from tests.documents import readback
from tests.documents.validating import complaints

DAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = offices.make_example(tmp_path_factory.mktemp("voorbeeld"))
    yield made
    made.close()


def account(office, year=2026):
    view, name = office.budget.year(year), office.council.profile().name
    return budget_out.account(view, name, None, DAY)


def said(document):
    return " ".join(words(document)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Return the papers of councils that wrote down little, too much, or one amount for all."""
    path = tmp_path_factory.mktemp("leeg") / "Raad.samenspraak"
    made, _code = offices.make(path, "een geheime zin", cost=2**4)
    papers = {"nothing": account(made), "no help": budget_out.support_list([], "", None, DAY)}
    made.budget.keep_spending(None, "Zaal", DAY, "120", "meetings")
    papers["no amount"] = account(made)
    made.budget.keep(2026, "free", "100", "", "brief van 12 januari")
    papers["too much"] = account(made)
    made.budget.keep(2026, "free", "120", "", "brief van 12 januari")
    papers["all spent"] = account(made)
    made.support.take_usual()
    papers["usual help"] = budget_out.support_list(made.support.needs(), "", None, DAY)
    for need in made.support.needs():
        made.support.keep(need.id, what=need.what, asked=DAY, given="yes")
    papers["all help"] = budget_out.support_list(made.support.needs(), "", None, DAY)
    made.close()
    return papers


@pytest.fixture(scope="module")
def documents(office, bare):
    needs, name = office.support.needs(), office.council.profile().name
    helped = budget_out.support_list(needs, name, None, DAY)
    return [account(office), account(office, 2025), helped, *bare.values()]


def test_word_and_pdf_say_the_same(documents):
    for document in documents:
        assert readback.word_words(word_bytes(document)) == words(document)
        assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


def test_the_account_tells_what_came_in_and_went_out(office):
    told = said(account(office))
    for part in (
        "Verantwoording van het werkbudget 2026",
        "Reizen € 900,00 € 1.050,00 € 26,22 € 873,78",
        "Samen € 9.350,00 € 9.000,00 € 593,52 € 8.756,48",
        "brief van de gemeente van 12 januari 2026: Scholing, Uitleg en onderzoek",
        "Voor dit onderdeel is geen bedrag afgesproken: Andere kosten.",
        "Reizen Vergoedingen aan leden 2 € 26,22",
        "Over 1 aanvraag van € 22,50 besluit de raad nog.",
    ):
        assert part in told, part


def test_no_member_stands_in_the_papers(office, documents):
    names = {name for member in office.council.members() for name in member.name.split()}
    names -= {"El", "de", "van", "Boer"}
    assert len(names) > 10
    for document in documents:
        told = said(document)
        assert not [name for name in names if name in told]
    account_words = said(account(office))
    for claim in office.means.claims():
        assert not claim.note or claim.note not in account_words
    for spending in office.budget.spendings(2026):
        assert spending.what not in account_words


def test_the_minimum_comes_before_the_wishes_and_own_notes_stay_away(office):
    needs = office.support.needs()
    told = said(budget_out.support_list(needs, "Cliëntenraad Duinrede", None, DAY))
    assert told.index("Kopieën en post") < told.index("Wat ons verder helpt")
    assert told.index("Wat ons verder helpt") < told.index("Geld om zelf iets")
    assert "Van wat wij minstens nodig hebben, krijgen wij 3 van de 5." in told
    assert "24 februari 2026 Nog geen antwoord" in told
    assert "Gemeente, postkamer" in told
    assert "secretaris" not in told


def test_what_is_not_known_is_said_and_not_guessed(bare):
    told = {name: said(document) for name, document in bare.items()}
    assert "niet te zeggen wat er over is" in told["nothing"]
    assert "In 2026 is niets uitgegeven." in told["nothing"]
    assert "niet bekend" in told["no amount"]
    assert "Er is € 20,00 te veel uitgegeven aan: Vergaderen." in told["too much"]
    assert "Al het geld is besteed." in told["all spent"]
    assert "Hier staat nog niets." in told["no help"]
    assert "Nog niet gevraagd" in told["usual help"]
    assert "Alles wat wij minstens nodig hebben, krijgen wij." in told["all help"]
    assert not [name for name, words_said in told.items() if "{" in words_said]


def test_the_files_have_names_that_people_recognise(office, tmp_path):
    made = office.budget.save_account(2026, DAY, tmp_path)
    made += office.support.save_list(DAY, tmp_path)
    names = [path.name for path in made]
    assert len(set(names)) == 4
    assert sum("werkbudget" in name for name in names) == 2
    assert sum("ondersteuning" in name.casefold() for name in names) == 2
    assert all(path.stat().st_size for path in made)


@pytest.mark.validators
def test_the_validators_have_no_complaint(documents, tmp_path):
    assert complaints(documents, tmp_path) == []
