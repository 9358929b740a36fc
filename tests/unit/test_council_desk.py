"""The council's own data: kept with care, and what hangs together is let go with care."""

from datetime import date

import pytest

from desktop.domain.errors import CouncilError

PNG = b"\x89PNG\r\n\x1a\n"


def refused(act, *arguments, **fields) -> str:
    """Return the field that the refusal points at."""
    with pytest.raises(CouncilError) as error:
        act(*arguments, **fields)
    assert error.value.message
    return error.value.field


def test_a_new_file_has_no_term_of_its_own(office):
    assert office.council.norms() == []
    assert office.council.term("reply_term") is None
    assert office.council.profile().name == ""


def test_a_term_always_says_where_it_comes_from(office):
    norm = office.council.set_norm
    assert refused(norm, "reply_term", 6, "weeks", source=" ") == "reply_term_source"
    assert refused(norm, "reply_term", 0, source="artikel 4") == "reply_term_amount"
    assert refused(norm, "reply_term", 10**12, source="artikel 4") == "reply_term_amount"
    assert office.council.norms() == []
    norm("reply_term", 6, "weeks", source=" artikel 4 ")
    norm("reply_term", 4, "weeks", source="artikel 5")
    [row] = office.council.norms()
    assert (row.amount, row.source) == (4, "artikel 5")
    norm("reply_term", None)
    assert office.council.norms() == []
    office.store.undo()
    assert office.council.norm("reply_term").amount == 4


def test_the_longest_term_can_be_counted(office):
    office.council.set_norm("advice_minimum", 1000, "months", source="werkafspraak 2")
    dossier = office.dossiers.start("Taxipas", date(2026, 3, 2), received=date(2026, 3, 2))
    assert office.council.term("advice_minimum").after(date(2026, 3, 2)) == date(2109, 7, 2)
    assert office.dossiers.view(dossier, date(2026, 3, 2)).dossier.title == "Taxipas"


def test_a_name_cannot_be_taken_away(office):
    council = office.council
    member, rule = council.add_member(" Henk "), council.add_ordinance("Verordening")
    assert refused(council.change, "member", member, name=" ") == "name"
    assert refused(council.change, "ordinance", rule, title="") == "title"
    assert refused(council.add_addressee, "") == "name"
    assert refused(council.change_profile, name=" ") == "name"
    council.change("member", member, name=" Henk Bos ")
    assert [row.name for row in council.members()] == ["Henk Bos"]


def test_members_stand_in_order_and_only_while_in_office(office):
    add = office.council.add_member
    add("Bea")
    add("Sem", "secretaris")
    add("Vos", "voorzitter", since=date(2026, 3, 10))
    add("Ans", until=date(2026, 3, 10))
    names = lambda on=None: [row.name for row in office.council.members(on)]  # noqa: E731
    assert names() == ["Vos", "Sem", "Ans", "Bea"]
    assert names(date(2026, 3, 10)) == ["Vos", "Sem", "Ans", "Bea"]
    assert names(date(2026, 3, 9)) == ["Sem", "Ans", "Bea"]
    assert names(date(2026, 3, 11)) == ["Vos", "Sem", "Bea"]


def test_a_scheme_that_cannot_number_is_refused(office):
    before = office.council.profile().reference_scheme
    assert refused(office.council.change_profile, reference_scheme="CR") == "reference_scheme"
    assert office.council.profile().reference_scheme == before


def test_a_logo_is_a_picture_of_a_fair_size(office):
    assert refused(office.council.set_logo, b"GIF89a") == "logo"
    assert refused(office.council.set_logo, PNG + bytes(5_000_000)) == "logo"
    assert office.council.logo() is None
    office.council.set_logo(PNG)
    assert office.council.logo() == PNG


def test_what_pointed_at_a_removed_record_comes_back_with_undo(office, today):
    council = office.council
    town = council.add_municipality("Duinrede")
    rule = council.add_ordinance("Verordening", municipality_id=town)
    college = council.add_addressee("Het college", municipality_id=town)
    council.set_norm("reply_term", 6, source="artikel 4", ordinance_id=rule)
    member = council.add_member("Henk")
    dossier = office.dossiers.start("Taxipas", today, owner_id=member)
    office.dossiers.set_municipalities(dossier, [town])
    office.dossiers.set_addressees(dossier, [college])

    def ties():
        view = office.dossiers.view(dossier, today)
        return (
            [row.municipality_id for row in (*council.ordinances(), *council.addressees())],
            [row.ordinance_id for row in council.norms()],
            view.dossier.owner_id,
            view.municipality_ids,
            view.addressee_ids,
        )

    before = ties()
    assert before == ([town, town], [rule], member, (town,), (college,))
    for kind, record in (
        ("municipality", town),
        ("ordinance", rule),
        ("addressee", college),
        ("member", member),
    ):
        council.remove(kind, record)
        assert ties() != before, kind
        office.store.undo()
        assert ties() == before, kind
        office.store.redo()
        office.store.undo()
        assert ties() == before, kind


def test_a_record_that_is_gone_gets_one_sentence(office):
    refused(office.council.change, "member", 99, name="Henk")
    office.council.remove("member", 99)
    assert office.store.undo_label == ""
