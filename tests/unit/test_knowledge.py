"""Theme cards: they come up at the right agenda item, and somebody keeps them up to date."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.services.members import knowledge_out
from desktop.services.members.knowledge import texts

TODAY = date(2026, 3, 10)


def items(office, *titles: str):
    meeting = office.plan.add(datetime(2026, 4, 16, 13, 30))
    for title in titles:
        office.agenda.add(meeting, title)
    return {one.title: one for one in office.agenda.items(meeting)}


def test_a_card_comes_up_where_its_words_stand(office):
    card = office.knowledge.add("Vervoer")
    assert "taxi" in office.knowledge.card(card).words  # a known theme brings its words along
    own = office.knowledge.add("De markt")
    found = items(office, "De taxi komt niet", "Taxipassen", "Op de markt", "vervoer naar school")
    known = office.knowledge.at_items(list(found.values()))
    said = {title: [one.id for one in known.get(item.id, [])] for title, item in found.items()}
    assert said["De taxi komt niet"] == [card]
    assert said["vervoer naar school"] == [card]
    assert said["Op de markt"] == [own]
    assert said["Taxipassen"] == []  # a word of its own, not a part of one


def test_the_dossier_of_an_item_is_read_too(office):
    card = office.knowledge.add("Vervoer")
    dossier = office.dossiers.start("Nieuwe regels voor leerlingenvervoer", TODAY)
    found = items(office, "Bespreken")
    office.agenda.change(found["Bespreken"].id, dossier_id=dossier)
    item = office.agenda.item(found["Bespreken"].id)
    assert [one.id for one in office.knowledge.at_items([item])[item.id]] == [card]


def test_a_card_that_grew_old_is_told_once_and_can_be_said_right(office):
    card = office.knowledge.add("Wonen")
    assert list(office.knowledge.notices(TODAY)) == []
    office.knowledge.change(card, look_again=date(2026, 3, 9))
    (told,) = office.knowledge.notices(TODAY)
    assert told.why == "Wonen"
    assert any(one.place == "themes" for one in office.attention.notices(TODAY))
    office.knowledge.still_right(card, TODAY)
    assert office.knowledge.card(card).look_again == date(2027, 3, 10)
    assert list(office.knowledge.notices(TODAY)) == []


def test_known_themes_are_offered_once(office):
    first = office.knowledge.themes()
    assert len(first) == len(texts()["theme"])
    office.knowledge.add(first[0].upper())
    assert office.knowledge.themes() == first[1:]


def test_a_card_without_a_name_or_owner(office):
    for title in ("", "  "):
        with pytest.raises(CouncilError):
            office.knowledge.add(title)
    member = office.council.add_member("Joop Kramer")
    card = office.knowledge.add("Wonen")
    office.knowledge.change(card, owner_id=member)
    office.people.remove(member)
    assert office.knowledge.card(card).owner_id is None
    office.store.undo()
    assert office.knowledge.card(card).owner_id == member
    office.knowledge.remove(card)
    with pytest.raises(CouncilError):
        office.knowledge.card(card)


def test_a_longer_paper_is_kept_with_the_card(office, tmp_path: Path):
    card = office.knowledge.add("Wonen")
    with pytest.raises(CouncilError):
        office.knowledge.save_paper(card, tmp_path)
    (tmp_path / "Handreiking.txt").write_text("Lang stuk.")
    office.knowledge.attach(card, tmp_path / "Handreiking.txt")
    out = office.knowledge.save_paper(card, tmp_path / "uit")
    assert (out.name, out.read_text()) == ("Handreiking.txt", "Lang stuk.")
    (tmp_path / "groot.pdf").write_bytes(b"%PDF" + bytes(10_000_001))
    with pytest.raises(CouncilError):
        office.knowledge.attach(card, tmp_path / "groot.pdf")
    assert office.knowledge.card(card).paper_name == "Handreiking.txt"


def test_the_page_says_everything_once(office, tmp_path: Path):
    member = office.council.add_member("Joop Kramer")
    card = office.knowledge.add("Wonen")
    office.knowledge.change(
        card,
        summary="Wonen is duur. " * 60,
        watch="- Is er een lift?\n\nIs er een wachtlijst?",
        questions="Wie beslist?",
        source="brief",
        dated=date(2026, 1, 5),
        owner_id=member,
    )
    assert knowledge_out.reading_time(office.knowledge.card(card)) == "U leest dit in 1 minuut."
    word, pdf = office.knowledge.save_card(card, TODAY, tmp_path)
    assert (word.suffix, pdf.suffix) == (".docx", ".pdf")
    found = office.knowledge.card(card)
    page = knowledge_out.page(found, "Joop Kramer", texts()["paper"], "Raad", None, TODAY)
    said = str(page.blocks)
    for words in ("Is er een lift?", "Wie beslist?", "brief, 5 januari 2026", "Joop Kramer houdt"):
        assert said.count(words) == 1
    bare = knowledge_out.page(
        office.knowledge.card(office.knowledge.add("Leeg")), "", texts()["paper"], "R", None, TODAY
    )
    assert "Bron" not in str(bare.blocks)


def test_too_few_members_is_told_only_where_it_was_agreed(office):
    def told() -> list[str]:
        return [one.why for one in office.attention.notices(TODAY) if one.place == "vacancies"]

    office.council.add_member("Joop Kramer")
    assert told() == []
    rule = "artikel 3 van het reglement"
    office.council.set_norm("members_minimum", 2, "persons", source=rule)
    assert told() == ["Het zijn er 1. Afgesproken is minstens 2 (artikel 3 van het reglement)."]
    office.council.add_member("Riet")
    assert told() == []
