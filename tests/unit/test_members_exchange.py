"""Members out and in: vCard and CSV survive the way there and back, and no formula gets in."""

import csv
import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.services.members import tables, vcard
from desktop.services.members.rows_people import PersonRow
from desktop.services.members.vcard import Card
from desktop.services.office import Office

TODAY = date(2026, 3, 10)
NASTY = st.text(alphabet="aé ;,:\\\"^'n=+-@🙂\n", max_size=60)
CLEAN = NASTY.map(lambda words: " ".join(words.split()))
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
# A "\\n" in words is a new line to most address books, so it cannot stand for itself.
LINES = NASTY.map(lambda words: words.replace("\\", "/")).map(
    lambda words: "\n".join(line.strip() for line in words.split("\n")).strip()
)


@given(st.lists(st.builds(Card, CLEAN.map(lambda w: f"N{w}"), CLEAN, CLEAN, CLEAN, LINES)))
def test_a_card_comes_back_as_it_went(cards):
    assert vcard.read(vcard.write(cards)) == cards


@given(CLEAN)
def test_no_line_of_a_card_is_too_long(words):
    for line in vcard.write([Card(f"N{words * 5}")]).split("\r\n"):
        assert len(line.encode()) <= 75


def test_cards_of_other_programs_are_read():
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Idrissi;Fatima;El;;\nFN:Fatima El Idrissi\n"
        "item1.EMAIL;TYPE=INTERNET:fatima@raad.example\nEMAIL:tweede@raad.example\n"
        "TEL;TYPE=CELL:06 12\n 34\nADR;TYPE=HOME:;;Duinweg 3;Duinrede;;1999 DR;\n"
        "PHOTO;ENCODING=b:AAAA\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Vos;Marijk=C3=A9\n"
        "END:VCARD\nBEGIN:VCARD\nFN:Half"
    )
    assert vcard.read(text) == [
        Card(
            "Fatima El Idrissi", "", "fatima@raad.example", "06 1234", "Duinweg 3\n1999 DR Duinrede"
        ),
        Card("Marijké Vos"),
    ]


def person(
    name: str,
    phone: str = "",
    address: str = "",
    since: date | None = TODAY,
    until: date | None = None,
) -> PersonRow:
    told = ("lid", "", phone, address, since, until)
    return PersonRow(1, name, *told, False, "", "", "[]", "", None)


@given(CLEAN, CLEAN, LINES, st.lists(st.none() | DAYS, min_size=2, max_size=2))
def test_a_table_comes_back_and_no_cell_is_a_formula(name, phone, address, days):
    name = f"n{name}"
    since, until = days if None in days else sorted(days)
    text = tables.write([person(name, phone, address, since, until)])
    for row in csv.reader(io.StringIO(text), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    [card] = tables.read(text)
    assert (card.name, card.phone, card.address) == (name, phone, address)
    assert (card.since, card.until, card.trouble) == (since, until, "")


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    vcard.read(text)
    vcard.read(f"BEGIN:VCARD\n{text}\nEND:VCARD")
    with suppress(CouncilError):  # anything else is a traceback on the screen of somebody
        tables.read(text)


def test_a_table_of_a_spreadsheet_in_english_or_with_two_names():
    assert tables.read("First name,Last name,Mobiel\nAns,Kuiper,06\n,,\n") == [
        Card("Ans Kuiper", phone="06")
    ]


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"\x00\xff\xfe", b"Naam\n\n", b"\x89PNG"])
def test_a_file_without_members_says_so(office: Office, tmp_path: Path, content: bytes):
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    with pytest.raises(CouncilError):
        office.people.exchange.look(path)


def test_a_file_that_is_not_there_says_so(office: Office, tmp_path: Path):
    with pytest.raises(CouncilError):
        office.people.exchange.look(tmp_path / "weg.vcf")


def test_first_a_look_then_one_act(office: Office, tmp_path: Path):
    office.council.add_member("Ans Kuiper", email="ans@raad.example", phone="06 1")
    office.council.add_member("Bea Smit")
    path = tmp_path / "lijst.csv"
    path.write_text(
        "Naam;Rol;E-mail;Telefoon\nANS KUIPER;;ans@raad.example;06 2\nBea Smit;;;\n"
        "Cor Tak;Penningmeester;;\nCor Tak;Penningmeester;;\n",
        "cp1252",
    )
    found = office.people.exchange.look(path)
    assert [(one.name, one.state, one.changes) for one in found] == [
        ("ANS KUIPER", "changed", ("phone",)),
        ("Bea Smit", "same", ()),
        ("Cor Tak", "new", ("role",)),
    ]
    assert len(office.council.members()) == 2, "a look keeps nothing"
    assert office.people.exchange.take(found, TODAY) == 2
    told = {m.name: (m.role, m.phone) for m in office.council.members()}
    assert told == {
        "Ans Kuiper": ("lid", "06 2"),
        "Bea Smit": ("lid", ""),
        "Cor Tak": ("penningmeester", ""),
    }
    office.store.undo()
    assert len(office.council.members()) == 2


@pytest.mark.parametrize(
    ("since", "until", "meant"),
    [
        ("1-3-2019", "28-2-2027", (date(2019, 3, 1), date(2027, 2, 28), "")),
        ("2019-03-01 00:00:00", "", (date(2019, 3, 1), None, "")),
        ("", "31 dec 2025", (None, date(2025, 12, 31), "")),
        ("maart 2019", "", (None, None, "“maart 2019” is geen datum: de dagen komen niet mee.")),
        ("1 maart", "", (None, None, "“1 maart” is geen datum: de dagen komen niet mee.")),
        (
            "31-2-2019",
            "1-1-2027",
            (None, None, "“31-2-2019” is geen datum: de dagen komen niet mee."),
        ),
        (
            "1-1-2027",
            "1-1-2026",
            (None, None, "De laatste dag ligt vóór de eerste: de dagen komen niet mee."),
        ),
    ],
)
def test_the_days_of_a_member_are_read_or_said(since, until, meant):
    [card] = tables.read(f"Naam;Lid sinds;Lid tot\nAns Kuiper;{since};{until}\n")
    assert (card.name, card.since, card.until, card.trouble) == ("Ans Kuiper", *meant)


def test_a_list_that_went_out_comes_in_with_its_terms(office: Office, tmp_path: Path):
    office.seats.terms.welcome("Ans Kuiper", since=date(2024, 1, 1))
    bea = office.seats.terms.welcome("Bea Smit", "voorzitter", since=date(2019, 5, 1))
    office.seats.terms.change(
        office.seats.terms.of(bea)[0].id, date(2019, 5, 1), date(2027, 4, 30), None
    )
    office.council.add_member("Cor Tak")
    table = office.people.exchange.save(tmp_path, TODAY)[1]
    with_days = tables.read(table.read_text("utf-8-sig"))
    for one in office.council.members():
        office.people.remove(one.id)
    exchange = office.people.exchange
    assert exchange.take(exchange.look(table), TODAY) == 3
    for card in with_days:
        number = office.people.named(card.name)
        terms = [(one.since, one.until) for one in office.seats.terms.of(number)]
        assert terms == ([(card.since, card.until)] if card.since else [])
    assert [one.state for one in exchange.look(table)] == ["same"] * 3


def test_the_rules_end_a_term_from_a_list_only_when_that_is_still_to_come(
    office: Office, tmp_path: Path
):
    office.council.set_norm("term_length", 4, "years", source="Verordening, artikel 4")
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Lid sinds\nNieuw Lid;1-2-2026\nOud Lid;1-2-2012\nZonder Dag;ooit\n")
    exchange = office.people.exchange
    found = exchange.look(path)
    assert [bool(one.trouble) for one in found] == [False, False, True]
    exchange.take(found, TODAY)
    terms = {
        view.row.name: [(one.since, one.until) for one in view.tenures]
        for view in office.people.people(TODAY)
    }
    assert terms == {
        "Nieuw Lid": [(date(2026, 2, 1), date(2030, 1, 31))],
        "Oud Lid": [(date(2012, 2, 1), None)],
        "Zonder Dag": [],
    }


def test_a_list_fills_in_days_and_never_moves_those_that_are_known(office: Office, tmp_path: Path):
    office.council.add_member("Ans Kuiper")
    bea = office.seats.terms.welcome("Bea Smit", since=date(2024, 1, 1))
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Lid sinds\nAns Kuiper;1-2-2026\nBea Smit;1-2-2012\n")
    exchange = office.people.exchange
    found = exchange.look(path)
    assert [(one.state, one.changes) for one in found] == [("changed", ("since",)), ("same", ())]
    exchange.take(found, TODAY)
    ans = office.people.named("Ans Kuiper")
    assert [one.since for one in office.seats.terms.of(ans)] == [date(2026, 2, 1)]
    assert [one.since for one in office.seats.terms.of(bea)] == [date(2024, 1, 1)]


def test_wishes_and_photos_stay_at_home(office: Office, tmp_path: Path):
    member = office.seats.terms.welcome("Ans Kuiper", since=date(2024, 1, 1), email="a@b.example")
    office.people.wish(member, ["large_print"], "dikke randen")
    office.people.change(member, about="Ik zing.")
    left = office.council.add_member("Oud Lid", until=date(2020, 1, 1))
    assert left
    made = office.people.exchange.save(tmp_path, TODAY)
    for path in made:
        text = path.read_bytes().decode("utf-8-sig")
        assert "Ans Kuiper" in text
        for kept in ("large_print", "Grote letter", "dikke randen", "zing", "Oud Lid"):
            assert kept not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_list_of_any_program_is_read(office: Office, tmp_path: Path, encoding: str):
    """Excel writes UTF-16 when it is asked for Unicode; who pastes, mixes line ends."""
    table = "naam;rol\r\nRené Smit;lid\rAnna de Wit;lid\nBo Vos;lid\n"
    card = "BEGIN:VCARD\r\nVERSION:3.0\rFN:René Smit\nEND:VCARD\r\n"
    for name, words, people in (("l.csv", table, 3), ("l.vcf", card, 1)):
        (tmp_path / name).write_bytes(words.encode(encoding))
        found = office.people.exchange.look(tmp_path / name)
        assert found[0].name == "René Smit"
        assert len(found) == people


def test_a_file_of_a_gigabyte_is_refused_unread(office: Office, tmp_path: Path):
    for name in ("leden.csv", "bon.pdf"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1_000_000_000)
    with pytest.raises(CouncilError, match="200 MB"):
        office.people.exchange.look(tmp_path / "leden.csv")
    with pytest.raises(CouncilError, match="200 MB"):
        office.means.attach(1, tmp_path / "bon.pdf")
