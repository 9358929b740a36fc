"""A council of one's own, from the answers of the first start."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import CouncilError
from desktop.services import office as offices
from desktop.services.founding import AgreedTerm, Answers, found, recovery_pdf

FULL = Answers(
    name=" Cliëntenraad Duinrede ",
    municipality="Duinrede",
    domains=("Wmo", "Jeugd"),
    me="Henk Terpstra",
    my_role="secretaris",
    others=("Marijke Vos, Voorzitter", "Joke Bos", " , lid", "Piet, notulist"),
    terms=(AgreedTerm("reply_term", 6, "weeks", " artikel 4 "), AgreedTerm("quorum", 0, "", "")),
    logo=b"\x89PNG",
)


def test_all_answers_stand_in_the_file_and_are_one_action(tmp_path):
    office, code = found(tmp_path / "R.samenspraak", "een geheime zin", FULL, cost=2**4)
    try:
        council = office.council
        assert council.profile().name == "Cliëntenraad Duinrede"
        assert council.profile().place == "Duinrede"
        assert [(m.name, m.role, m.signs) for m in council.members()] == [
            ("Marijke Vos", "voorzitter", True),
            ("Henk Terpstra", "secretaris", True),
            ("Joke Bos", "lid", False),
            ("Piet", "notulist", False),
        ]
        [college] = council.addressees()
        assert college.municipality_id == council.municipalities()[0].id
        assert [(n.kind, n.source) for n in council.norms()] == [("reply_term", "artikel 4")]
        assert council.logo() == b"\x89PNG"
        office.store.undo()
        assert office.store.undo_label == ""
        assert council.members() == []
    finally:
        office.close()
    offices.open_office(office.path, recovery_code=code).close()


def test_every_step_may_be_skipped(tmp_path):
    office, _code = found(tmp_path / "R.samenspraak", "een geheime zin", Answers(), cost=2**4)
    assert office.council.norms() == []
    assert office.council.members() == []
    assert len(office.attention.notices(date(2026, 3, 20))) == 3
    office.close()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"terms": (AgreedTerm("reply_term", 6, "weeks", " "),)}, "reply_term_source"),
        ({"terms": (AgreedTerm("reply_term", -6, "weeks", "a"),)}, "reply_term_amount"),
        ({"logo": b"GIF89a"}, "logo"),
    ],
)
def test_a_wrong_answer_makes_no_file(tmp_path, wrong, field):
    with pytest.raises(CouncilError) as error:
        found(tmp_path / "R.samenspraak", "een geheime zin", replace(FULL, **wrong), cost=2**4)
    assert error.value.field == field
    assert list(tmp_path.iterdir()) == []


def test_who_lists_himself_too_is_one_member(tmp_path):
    others = ("Bram de Wit", "henk terpstra, lid", "Bram de Wit, voorzitter")
    answers = Answers(name="Raad", me=" Henk Terpstra ", others=others)
    office, _code = found(tmp_path / "raad.samenspraak", "vier natte stoelen", answers, cost=2**12)
    names = sorted(one.name for one in office.council.members())
    assert names == ["Bram de Wit", "Henk Terpstra"]
    assert office.store.actor == "Henk Terpstra"
    office.close()


def test_the_recovery_sheet_can_be_printed():
    code = "0000 1111 2222"
    assert recovery_pdf("Duinrede", "R.samenspraak", code, date(2026, 3, 20)).startswith(b"%PDF")
