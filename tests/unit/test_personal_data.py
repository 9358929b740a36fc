"""Personal data: found where it points to a person, left alone in ordinary council talk."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.personal_data import find_personal_data
from desktop.domain.personal_names import bare_name
from desktop.domain.personal_numbers import valid_bsn, valid_iban

DATA = Path(__file__).parent.parent / "data"


def kinds(text: str, **more: object) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in find_personal_data(text, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Haar BSN is 111222333.", "bsn", "111222333"),
        ("bsn 1112.22.333", "bsn", "1112.22.333"),
        ("nummer 111 222 333", "bsn", "111 222 333"),
        ("burgerservicenummer: 10000008", "bsn", "10000008"),
        ("Bel 06-12345678.", "phone", "06-12345678"),
        ("Bel 06 12 34 56 78", "phone", "06 12 34 56 78"),
        ("tel. 0251 - 123 456", "phone", "0251 - 123 456"),
        ("(0251) 123456", "phone", "(0251) 123456"),
        ("020-1234567", "phone", "020-1234567"),
        ("+31 6 12345678", "phone", "+31 6 12345678"),
        ("0031612345678", "phone", "0031612345678"),
        ("+32 2 123 45 67", "phone", "+32 2 123 45 67"),
        ("Mail jan.de-boer+wmo@voorbeeld.nl.", "email", "jan.de-boer+wmo@voorbeeld.nl"),
        ("rekening NL91 ABNA 0417 1643 00", "iban", "NL91 ABNA 0417 1643 00"),
        ("nl91abna0417164300", "iban", "nl91abna0417164300"),
        ("BE68 5390 0754 7034 is van haar", "iban", "BE68 5390 0754 7034"),
        ("Zij woont in de Meidoornlaan 7.", "address", "Meidoornlaan 7"),
        ("Burgemeester de Vriesstraat 12b", "address", "Burgemeester de Vriesstraat 12b"),
        ("Laan van Meerdervoort 100-3", "address", "Laan van Meerdervoort 100-3"),
        (
            "Van 't Hoffstraat 3, 1234 AB Duinrede",
            "address",
            "Van 't Hoffstraat 3, 1234 AB Duinrede",
        ),
        ("1234 AB 12.", "postcode", "1234 AB 12"),
        ("1234AB, huisnummer 12", "postcode", "1234AB, huisnummer 12"),
        ("Nummer 12, 1234 AB", "postcode", "Nummer 12, 1234 AB"),
        ("geboren op 12 maart 1980", "birth_date", "12 maart 1980"),
        ("Geboortedatum: 12-03-1980", "birth_date", "12-03-1980"),
        ("geboren te Duinrede op 3 mei 1971", "birth_date", "3 mei 1971"),
        ("Wij spraken mevrouw S. de Jong gisteren.", "name", "mevrouw S. de Jong"),
        ("volgens dhr. Jansen", "name", "dhr. Jansen"),
        ("De heer El Idrissi belde.", "name", "De heer El Idrissi"),
        ("mw. Prins-de Wit", "name", "mw. Prins-de Wit"),
        ("zoals J.P. van 't Hoff zei", "name", "J.P. van 't Hoff"),
        ("Mijn naam is Fenna Tjaden.", "name", "Fenna Tjaden"),
        ("familie De Vries", "name", "familie De Vries"),
    ],
)
def test_finds(text: str, kind: str, found: str) -> None:
    assert (kind, found) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Artikel 2.1.3 lid 3 van de Wmo 2015 en artikel 47 Participatiewet.",
        "Kenmerk: 111222333 en zaaknummer 111222333",
        "Volgnummer 20231214041 en besluit 20260319125",
        "Ons kenmerk: Z/26/014522, uw kenmerk ASD 2026-07",
        "op 14-05-2026 om 19.30 uur, vergadering 12 maart",
        "€ 111.222.333 of 111222333 euro",
        "De begroting is 6.500 euro, uitgegeven 5.918,40 euro.",
        "Postbus 1\n1999 AA  DUINREDE",
        "De vergadering is op 3 juni en de regeling loopt tot 2027.",
        "in 2026 VN-verdrag en 2030 EU",
        "een inkomen tot 120% van het minimum",
        "Bel gratis 0800 1234567 of 14 0251",
        "B. en W. besloten, de heer zei niets, mevrouw knikte.",
        "A. Inleiding\nB. Financiën\nBijlage C. Overzicht",
        "Geachte heer, mevrouw,",
        "ISBN 9789012345678 en KvK 12345678",
        "de rij 0 1 19.876 0 1 en 14 15 10 15 8",
        "station Duinrede Noord 67",
        "artikel 8:1 Awb, hoofdstuk 3, paragraaf 2.4, blz. 9",
        "De arbeidsmarkt 2026 en het gerechtshof 3",
        "wethouder D. Hofstee en burgemeester A. de Groot",
        "Behandeld door: mw. S. Dijkgraaf",
        "Mw. R. van der Plaats,\nvoorzitter",
        "mw. S. Dijkgraaf (gemeente) licht toe. Mw. Dijkgraaf antwoordt.",
        "100% van de 250 mensen, 12 maanden, 6 weken",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert kinds(text) == []


def test_officials_come_on_request() -> None:
    assert kinds("T.a.v. wethouder D. Hofstee", officials=True) == [("official", "D. Hofstee")]


def test_known_names_need_no_title_but_a_capital() -> None:
    text = "Gisteren belde Lidy Prins-de Wit. cor stam is geen naam; Cor Stam wel."
    found = kinds(text, known_names=["Lidy Prins-de Wit", "Cor Stam"])
    assert found == [("name", "Lidy Prins-de Wit"), ("name", "Cor Stam")]


def test_what_is_the_councils_own_is_not_flagged() -> None:
    text = (
        "Dorpsstraat 1, 1999 AB Duinrede, secretaris@asd.example, 0251 123456, "
        "ondertekend door mevrouw Van der Plaats en mw. K. van der Plaats"
    )
    own = [
        "Dorpsstraat 1, 1999 AB Duinrede",
        "secretaris@asd.example",
        "+31 251 123456",
        "Ria van der Plaats",
    ]
    assert kinds(text, own=own) == [("name", "mw. K. van der Plaats")]


def test_places_point_into_the_text_and_do_not_overlap() -> None:
    text = (DATA / "SYN_01_adviesbrief_vervolg.txt").read_text(encoding="utf-8").split("-" * 70)[1]
    found = find_personal_data(text, officials=True, known_names=["Ria van der Plaats"])
    assert [(item.kind, item.text) for item in found] == [
        ("name", "Ria van der Plaats"),
        ("address", "Meidoornlaan 7\n1999 ZZ  DUINREDE"),
        ("phone", "06 00000000"),
        ("official", "D. Hofstee"),
        ("official", "heer Hofstee"),
        ("official", "Mw. R. van der Plaats"),
    ]
    assert all(text[item.start : item.end] == item.text and item.reason for item in found)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("SYN_02_gevraagd_advies_artikelsgewijs", 0),
        ("SYN_05_agenda_openbaar", 0),
        ("SYN_06_jaarverslag", 3),
        ("SYN_07_reactie_college_officialese", 0),
    ],
)
def test_council_papers(name: str, count: int) -> None:
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8").split("-" * 70)[1]
    assert len(find_personal_data(text)) == count


def test_names_are_compared_without_title() -> None:
    assert bare_name("Mw. R. van der Plaats") == ("r", "van der plaats")
    assert bare_name("Ria van der Plaats") == ("r", "van der plaats")
    assert bare_name("de heer Jansen") == ("", "jansen")


@given(st.integers(1, 99_999_999))
def test_every_bsn_passes_and_its_neighbour_fails(number: int) -> None:
    digits = f"{number:08d}"
    rest = (
        sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
    )
    if rest < 10:
        assert valid_bsn(f"{digits}{rest}")
        assert not valid_bsn(f"{digits}{(rest + 1) % 10}")


@given(st.text("0123456789", min_size=10, max_size=10), st.sampled_from(["ABNA", "INGB", "RABO"]))
def test_every_iban_passes_and_one_wrong_digit_fails(account: str, bank: str) -> None:
    plain = "".join(str(int(sign, 36)) for sign in f"{bank}{account}NL00")
    check = 98 - int(plain) % 97
    assert valid_iban(f"NL{check:02d}{bank}{account}")
    assert not valid_iban(f"NL{check:02d}{bank}{account[:-1]}{(int(account[-1]) + 1) % 10}")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_gives_places_in_order(text: str, names: list[str]) -> None:
    found = find_personal_data(text, known_names=names, own=names, officials=True)
    assert all(text[item.start : item.end] == item.text for item in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
