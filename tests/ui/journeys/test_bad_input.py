"""Whatever goes wrong gets one clear sentence, and nothing of the work is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.documents.readers import MAX_BYTES
from desktop.i18n import tr
from desktop.ui.advice.arrival import ArrivalPage
from desktop.ui.advice.draft import DraftPage
from desktop.ui.advice.new import NewDossierPage
from desktop.ui.app import App
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier
from tests.data import make_papers as make
from tests.data import make_request as request
from tests.ui.driver import Person

WORDS = "Wij zijn het eens met hulp in de buurt."


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def locked_pdf(path: Path) -> None:
    import pikepdf

    with pikepdf.open(path.parent / "open.pdf") as document:
        document.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def make_locked(path: Path) -> None:
    (path.parent / "open.pdf").write_bytes(make.pdf(["Tekst"], ["bladzijde twee"]))
    locked_pdf(path)


def huge(path: Path) -> None:
    """Make a file of 200 MB that takes no room: a hole."""
    with path.open("wb") as file:
        file.truncate(200_000_000)


def bomb(path: Path) -> None:
    path.write_bytes(
        make.archive({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    )


BAD_FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("leeg.docx", write(b""), "leeg"),
    ("plaatje.exe", write(b"MZ\x00\x01" * 50), ""),
    ("brief.docx", write(b"PK\x03\x04" + b"kapot" * 20), "beschadigd"),
    ("brief.pdf", make_locked, "wachtwoord"),
    ("bom.docx", bomb, "groot"),
    ("groot.pdf", huge, "groot"),
]


@pytest.mark.parametrize(("name", "make_file", "says"), BAD_FILES, ids=[f[0] for f in BAD_FILES])
def test_a_bad_file_gets_one_sentence_and_the_draft_stays(
    our_council: Desk,
    person: Person,
    tmp_path: Path,
    name: str,
    make_file: Callable[[Path], object],
    says: str,
) -> None:
    office, window = our_council.office, our_council.window
    number = office.dossiers.start("Taxipas", our_council.today())
    open_dossier(our_council, number, "draft")
    person.writes(WORDS)

    path = tmp_path / name
    make_file(path)
    person.drops(path)

    person.sees(tr("Your own work is safe. Choose another file, or begin by hand."))
    sentence = person.said(window.strip)[0]
    assert says in sentence
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 160
    assert isinstance(window.page, DraftPage)
    assert window.page.paper.markdown() == WORDS
    person.waits(lambda: office.dossiers.view(number, our_council.today()).sections != {})
    assert office.dossiers.view(number, our_council.today()).sections["summary"] == WORDS
    assert len(office.dossiers.lines(our_council.today())) == 1


def test_a_good_file_after_a_bad_one_takes_the_sentence_away(
    our_council: Desk, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "leeg.docx").write_bytes(b"")
    (tmp_path / "brief.txt").write_text("\n".join(request.letter_lines()), "utf-8")
    person.drops(tmp_path / "leeg.docx")
    person.sees(tr("Your own work is safe. Choose another file, or begin by hand."))
    person.drops(tmp_path / "brief.txt")
    person.waits(lambda: isinstance(our_council.window.page, ArrivalPage))
    assert our_council.window.strip.isHidden()
