"""People of the council: wishes, tasks, photo, other functions, and what agenda items touch."""

import io
from datetime import date

import pytest
from PIL import Image

from desktop.domain.errors import CouncilError
from desktop.services.members.kinds import choices, wishes
from desktop.services.office import Office

TODAY = date(2026, 3, 10)


@pytest.fixture
def ans(office: Office) -> int:
    return office.seats.terms.welcome("Ans Kuiper")


def jpeg(size: tuple[int, int] = (900, 600), **extra: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "JPEG", **extra)
    return out.getvalue()


def test_every_wish_stands_in_a_group_and_says_no_reason():
    assert {wish.group for wish in wishes()} == set(choices("wish_group"))
    assert all(wish.words and wish.why for wish in wishes())
    assert {wish.makes for wish in wishes()} == {"", "large", "word", "post"}


def test_wishes_are_kept_in_order_and_old_ones_are_left(office: Office, ans: int):
    office.people.wish(ans, ["by_post", "large_print", "gone"], " dikke randen ")
    row = office.people.person(ans).row
    assert [wish.key for wish in row.wished] == ["large_print", "by_post"]
    assert row.wish_note == "dikke randen"


def test_more_hours_than_the_member_wanted(office: Office, ans: int):
    people = office.people
    group = people.duties.add_group("Werkgroep Vervoer")
    people.duties.keep(None, ans, {"name": " ", "group_id": group, "hours": 2.5})
    people.duties.keep(None, ans, {"name": "Website", "group_id": None, "hours": 4.0})
    view = people.person(ans)
    assert (view.hours, view.over) == (6.5, 0), "without an own maximum nothing is too much"
    people.change(ans, most_hours=5.0)
    assert people.person(ans).over == 1.5
    people.duties.remove_group(group)
    assert [duty.name for duty in people.person(ans).duties] == ["Website"]
    office.store.undo()
    assert len(people.person(ans).duties) == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " ", "group_id": None, "hours": None}, "name"),
        ({"name": "Website", "group_id": None, "hours": 0.0}, "hours"),
        ({"name": "Website", "group_id": None, "hours": float("nan")}, "hours"),
    ],
)
def test_a_task_says_what_it_is(office: Office, ans: int, values, field):
    with pytest.raises(CouncilError) as refused:
        office.people.duties.keep(None, ans, values)
    assert refused.value.field == field


def test_a_photo_becomes_small_and_forgets_where_it_was_taken(office: Office, ans: int):
    place = Image.Exif()
    place[0x010E] = "Bij mij thuis"
    place[0x0112] = 6  # taken with the phone on its side
    office.people.set_photo(ans, jpeg(exif=place, comment=b"Bij mij thuis"))
    kept = office.people.photo(office.people.person(ans).row)
    assert kept is not None
    assert b"Bij mij thuis" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (480, 480)
        assert not picture.getexif()
    office.people.remove_photo(ans)
    assert office.people.photo(office.people.person(ans).row) is None


@pytest.mark.parametrize("data", [b"", b"geen foto", jpeg()[:200], b"x" * 8_000_001])
def test_what_is_no_photo_is_refused_in_one_sentence(office: Office, ans: int, data: bytes):
    with pytest.raises(CouncilError):
        office.people.set_photo(ans, data)
    assert office.people.person(ans).row.photo == ""


def test_who_is_gone_is_told_kindly(office: Office, ans: int):
    office.people.remove(ans)
    with pytest.raises(CouncilError):
        office.people.person(ans)
    office.store.undo()
    assert office.people.person(ans).row.name == "Ans Kuiper"


def test_an_agenda_item_brings_up_another_function(office: Office, ans: int):
    words = {"organisation": "Voedselbank", "function": "bestuurslid", "words": "minima, bank"}
    office.people.keep_interest(None, ans, {**words, "told": TODAY, "until": None})
    meeting = office.plan.add(title="Vergadering", starts=_noon())
    for title in ("Hulp voor minima", "De bankrekening", "Voedselbank en BANK", "Rondvraag"):
        office.agenda.add(meeting, title)
    items = office.agenda.items(meeting)
    asks = office.people.prompts(items, TODAY)
    assert [item.title for item in items if item.id in asks] == [
        "Hulp voor minima",
        "Voedselbank en BANK",
    ], "only whole words count"
    assert asks[items[0].id] == ["Ans Kuiper is bestuurslid bij Voedselbank. Vraag of Ans meedoet."]
    [interest] = office.people.person(ans).interests
    office.people.keep_interest(interest.id, ans, {**words, "until": date(2026, 3, 1)})
    assert office.people.prompts(items, TODAY) == {}, "that function is over"


def test_without_words_the_name_of_the_organisation_counts(office: Office, ans: int):
    office.people.keep_interest(None, ans, {"organisation": "Stichting C++ (zorg)", "words": " , "})
    meeting = office.plan.add(title="Vergadering", starts=_noon())
    office.agenda.add(meeting, "Subsidie Stichting C++ (zorg) en meer")
    assert len(office.people.prompts(office.agenda.items(meeting), TODAY)) == 1


def _noon():
    from datetime import datetime

    return datetime(2026, 3, 19, 12)
