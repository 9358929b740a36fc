"""A letter comes in: it is read, kept whole, and can be found and taken out again."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import CouncilError
from desktop.services.intake import write_new

DAY = date(2026, 3, 20)
SYN = Path(__file__).resolve().parents[1] / "data" / "SYN_02_gevraagd_advies_artikelsgewijs.txt"
MAIL = (
    b"From: Bea <bea@duinrede.example>\r\nSubject: Adviesvraag taxipas\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain\r\n\r\nWij vragen u om advies.\r\n"
    b"--x\r\nContent-Type: text/plain\r\n"
    b'Content-Disposition: attachment; filename="../../nota.txt"\r\n\r\nDe nota.\r\n'
    b"--x\r\nContent-Type: application/pdf\r\n"
    b'Content-Disposition: attachment; filename="kapot.pdf"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQga2Fwb3Q=\r\n--x--\r\n"
)


def test_a_letter_becomes_a_dossier_in_one_action(office):
    incoming = office.intake.read([SYN], DAY)
    dossier = office.intake.accept(incoming, "Verordening", DAY, questions=["Waarom?"])
    view = office.dossiers.view(dossier, DAY)
    [paper] = view.papers
    assert (paper.name, paper.kind, paper.size) == (SYN.name, "request", SYN.stat().st_size)
    assert office.store.kept(paper.sha256) == SYN.read_bytes()
    assert office.intake.paper_text(paper.id)
    assert [question.text for question in view.questions] == ["Waarom?"]
    office.store.undo()
    assert office.dossiers.lines(DAY) == []


def test_an_email_brings_its_attachments_and_says_what_is_broken(office, tmp_path):
    (tmp_path / "vraag.eml").write_bytes(MAIL)
    incoming = office.intake.read([tmp_path / "vraag.eml"], DAY)
    assert len(incoming.papers) == 3
    assert len(incoming.warnings) == 1
    dossier = office.intake.accept(incoming, "Taxipas", DAY)
    papers = office.dossiers.view(dossier, DAY).papers
    assert [paper.kind for paper in papers] == ["request", "appendix", "appendix"]
    assert all("/" not in paper.name for paper in papers)
    assert office.store.kept(papers[2].sha256).startswith(b"%PDF-1.4 kapot")


def test_nothing_is_kept_of_a_letter_that_was_not_accepted(office):
    incoming = office.intake.read([SYN], DAY)
    with pytest.raises(CouncilError) as error:
        office.intake.accept(incoming, "  ", DAY)
    assert error.value.field == "title"
    assert office.dossiers.lines(DAY) == []
    with pytest.raises(CouncilError):
        office.intake.add_papers(99, incoming)
    assert office.store.undo_label == ""
    with pytest.raises(CouncilError):
        office.intake.read([], DAY)


def test_a_removed_paper_lets_its_evidence_go_and_comes_back_with_it(office):
    dossier = office.intake.accept(office.intake.read([SYN], DAY), "Taxipas", DAY)
    [paper] = office.dossiers.view(dossier, DAY).papers
    office.evidence.add(dossier, "research", "Staat er", paper_id=paper.id)
    before = office.dossiers.view(dossier, DAY)
    office.intake.remove_paper(paper.id)
    assert office.dossiers.view(dossier, DAY).evidence[0].paper_id is None
    office.store.undo()
    assert office.dossiers.view(dossier, DAY) == before


def test_a_copy_never_writes_over_another_file(office, tmp_path):
    dossier = office.intake.accept(office.intake.read([SYN], DAY), "Taxipas", DAY)
    [paper] = office.dossiers.view(dossier, DAY).papers
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / SYN.name).write_text("van een ander")
    made = office.intake.save_copy(paper.id, tmp_path / "uit")
    assert made.read_bytes() == SYN.read_bytes()
    assert made.name == f"{SYN.stem} (2).txt"
    assert (tmp_path / "uit" / SYN.name).read_text() == "van een ander"
    with pytest.raises(CouncilError):
        office.intake.save_copy(99, tmp_path)


def test_a_copy_stays_in_its_folder(tmp_path):
    folder = tmp_path / "uit"
    for name in ("../../weg.txt", "/tmp/weg.txt", "..", "CON.txt", "a:b?.txt", ""):
        path = write_new(folder, name, repr(name).encode())
        assert path.resolve().parent == folder.resolve()
    assert len(list(folder.iterdir())) == 6
    assert write_new(folder, "../../weg.txt", b"'../../weg.txt'").read_bytes() == b"'../../weg.txt'"
    assert len(list(folder.iterdir())) == 6, "the same file once more"
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(CouncilError):
        write_new(tmp_path / "bestand", "a.txt", b"x")
