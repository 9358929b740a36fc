"""Look back and bring back: the history in words, and a bin from which all of it returns."""

from datetime import date

import pytest
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models.base import Record
from desktop.models.proof import strays
from desktop.services import record_words, sample

DAY = date(2026, 3, 10)


def everything(store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as session:
        return {
            table.name: sorted(map(tuple, session.execute(select(table))), key=repr)
            for table in Record.metadata.sorted_tables
            if table.name != "history"
        }


def test_every_table_and_field_has_words():
    for table in Record.metadata.sorted_tables:
        if table.name in {"history", "stored_file"}:
            continue
        assert record_words.kind(table.name), table.name
        for column in table.columns:
            if column.name != "id":
                assert column.name in record_words._words()["fields"], (table.name, column.name)


def test_no_word_is_left_over():
    columns = {c.name for table in Record.metadata.sorted_tables for c in table.columns}
    assert set(record_words._words()["fields"]) <= columns
    assert set(record_words._words()["kinds"]) <= set(Record.metadata.tables)


def test_an_action_in_words(office):
    office.store.actor = "Henk"
    number = office.lists.add_action("Bel de Voedselbank", DAY, owner="Riet")
    office.lists.change("action", number, DAY, owner="Ans", due=date(2026, 4, 2))
    act = office.memory.acts()[0]
    assert (act.actor, act.label, act.emptied) == ("Henk", "Actie wijzigen", False)
    lines = {(one.field, one.before, one.after) for one in office.memory.differences(act.id)}
    assert ("Wie", "Riet", "Ans") in lines
    assert ("Klaar voor", "leeg", "2 april 2026") in lines


def test_the_history_is_searched_by_words_and_person(office):
    office.store.actor = "Henk"
    office.council.add_member("Riet")
    office.store.actor = "Fatima 100%_"
    office.dossiers.start("Taxipas", DAY)
    assert {act.actor for act in office.memory.acts("henk")} == {"Henk"}
    assert {act.actor for act in office.memory.acts("100%_")} == {"Fatima 100%_"}
    assert office.memory.acts("zzz") == []
    assert office.memory.acts("", before=1) == []


def test_what_was_thrown_away_comes_back_whole(office):
    sample.load(office.store, DAY)
    before = everything(office.store)
    lines = office.dossiers.lines(DAY)
    dossier = next(line.dossier for line in lines if line.dossier.state == "drafting")
    office.dossiers.delete(dossier.id)
    office.council.add_member("Later erbij")
    (thrown,) = office.memory.bin()
    assert thrown.what == "Dossier"
    assert dossier.title in thrown.name
    assert thrown.more > 3
    office.memory.bring_back(thrown.act)
    after = everything(office.store)
    for table, rows in before.items():
        if table not in {"member", "search_place"}:
            assert after[table] == rows, table
    assert office.memory.bin() == []
    assert office.find(dossier.title.split()[0])
    with office.store.reading() as session:
        assert not list(strays(session))
    with pytest.raises(CouncilError, match="al terug"):
        office.memory.bring_back(thrown.act)


def test_undo_takes_it_out_of_the_bin(office):
    number = office.council.add_member("Riet")
    office.council.remove("member", number)
    assert [one.name for one in office.memory.bin()] == ["Riet"]
    office.store.undo()
    assert office.memory.bin() == []
    office.store.redo()
    assert [one.name for one in office.memory.bin()] == ["Riet"]


def test_a_part_needs_its_whole_first(office):
    number = office.dossiers.start("Taxipas", DAY)
    evidence = office.evidence.add(number, claim="De taxi komt niet", kind="signal")
    office.evidence.remove(evidence)
    office.dossiers.delete(number)
    whole, part = office.memory.bin()
    with pytest.raises(CouncilError, match="eerst terug"):
        office.memory.bring_back(part.act)
    office.memory.bring_back(whole.act)
    office.memory.bring_back(part.act)
    assert office.memory.bin() == []
