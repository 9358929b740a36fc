"""What an advice rests on, and who was and was not heard."""

from datetime import date

import pytest

from desktop.domain.errors import CouncilError

DAY = date(2026, 3, 20)


@pytest.fixture
def dossier(office) -> int:
    return office.dossiers.start("Taxipas", DAY)


def test_evidence_is_told_changed_and_taken_back(office, dossier):
    record = office.evidence.add(dossier, "signal", " Te duur ", " spreekuur ", times=3, dated=DAY)
    [row] = office.dossiers.view(dossier, DAY).evidence
    assert (row.claim, row.source, row.times, row.dated) == ("Te duur", "spreekuur", 3, DAY)
    office.evidence.change(record, times=4)
    office.evidence.remove(record)
    assert office.dossiers.view(dossier, DAY).evidence == ()
    office.store.undo()
    assert office.dossiers.view(dossier, DAY).evidence[0].times == 4


@pytest.mark.parametrize(("claim", "times", "field"), [(" ", 1, "claim"), ("Duur", 0, "times")])
def test_evidence_without_words_or_number_is_refused(office, dossier, claim, times, field):
    with pytest.raises(CouncilError) as error:
        office.evidence.add(dossier, "signal", claim, times=times)
    assert error.value.field == field
    assert office.dossiers.view(dossier, DAY).evidence == ()


def test_who_was_not_heard_stands_there_too(office, dossier):
    office.evidence.add_group(dossier, "Ouderen", heard=True, people=12)
    group = office.evidence.add_group(dossier, " Jongeren ", heard=False, how="Geen tijd")
    office.evidence.change_group(group, how="Wel gevraagd")
    heard = office.dossiers.view(dossier, DAY).heard
    assert [(row.name, row.heard, row.people, row.how) for row in heard] == [
        ("Ouderen", True, 12, ""),
        ("Jongeren", False, None, "Wel gevraagd"),
    ]
    office.evidence.remove_group(group)
    assert len(office.dossiers.view(dossier, DAY).heard) == 1
    with pytest.raises(CouncilError) as error:
        office.evidence.add_group(dossier, "", heard=True)
    assert error.value.field == "name"


def test_removing_what_is_gone_is_no_action(office, dossier):
    before = office.store.undo_label
    office.evidence.remove(99)
    office.evidence.remove_group(99)
    assert office.store.undo_label == before
