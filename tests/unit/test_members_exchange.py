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
from desktop.services.members.exchange import Exchange
from desktop.services.members.rows_people import PersonRow
from desktop.services.members.vcard import Card
from desktop.services.office import Office

TODAY = date(2026, 3, 10)
NASTY = st.text(alphabet="aé ;,:\\\"^'n=+-@🙂\n", max_size=60)
CLEAN = NASTY.map(lambda words: " ".join(words.split()))
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


def person(name: str, phone: str = "", address: str = "") -> PersonRow:
    return PersonRow(1, name, "lid", "", phone, address, TODAY, None, False, "", "", "[]", "", None)


@given(CLEAN, CLEAN, LINES)
def test_a_table_comes_back_and_no_cell_is_a_formula(name, phone, address):
    name = f"n{name}"
    text = tables.write([person(name, phone, address)])
    for row in csv.reader(io.StringIO(text), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    [card] = tables.read(text)
    assert (card.name, card.phone, card.address) == (name, phone, address)


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
    assert office.people.exchange.take(found) == 2
    told = {m.name: (m.role, m.phone) for m in office.council.members()}
    assert told == {
        "Ans Kuiper": ("lid", "06 2"),
        "Bea Smit": ("lid", ""),
        "Cor Tak": ("penningmeester", ""),
    }
    office.store.undo()
    assert len(office.council.members()) == 2


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
        found = Exchange(office.store).look(tmp_path / name)
        assert found[0].name == "René Smit"
        assert len(found) == people


def test_a_file_of_a_gigabyte_is_refused_unread(office: Office, tmp_path: Path):
    for name in ("leden.csv", "bon.pdf"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1_000_000_000)
    with pytest.raises(CouncilError, match="200 MB"):
        Exchange(office.store).look(tmp_path / "leden.csv")
    with pytest.raises(CouncilError, match="200 MB"):
        office.means.attach(1, tmp_path / "bon.pdf")
