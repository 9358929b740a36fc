"""The files of a letter: clean names on every computer, saved whole, nothing overwritten."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from desktop.documents.document import Table, walk, words
from desktop.documents.pdf import pdf_bytes
from desktop.domain.errors import CouncilError
from desktop.models import vault
from desktop.services.council import CouncilRow
from desktop.services.letters import sheets
from desktop.services.letters.files import PDF, LetterFile, file_stem, mail, save_files
from tests.data.letter_dossier import DAY

FILE = LetterFile("Advies.pdf", b"%PDF-1", PDF)


def test_a_name_says_what_the_letter_is():
    named = file_stem("CR-2026-04", "Advies over bijzondere bijstand")
    assert named == "CR-2026-04 Advies bijzondere bijstand"
    assert file_stem("CR/2026/4", "Herinnering: ons advies", "concept") == (
        "CR-2026-4 Herinnering ons advies (concept)"
    )


@settings(max_examples=150, derandomize=True)
@given(st.text(max_size=30), st.text(max_size=200), st.text(max_size=20))
def test_a_name_is_safe_on_every_computer(reference, subject, extra):
    stem = file_stem(reference, subject, extra)
    assert stem
    assert len(stem) <= 121
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', stem)
    assert stem == stem.strip(" .")
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", stem)
    stem.encode("utf-8")


@pytest.mark.parametrize("name", ["CON", "nul", "Com1", "aux.advies"])
def test_a_name_that_windows_keeps_for_itself_is_changed(name):
    assert file_stem("", name).startswith("_")


def test_nothing_that_is_there_is_overwritten(tmp_path: Path):
    [first] = save_files(tmp_path / "a" / "b", [FILE])
    assert save_files(first.parent, [FILE]) == [first]
    [second] = save_files(first.parent, [LetterFile("Advies.pdf", b"%PDF-2", PDF)])
    assert second.name == "Advies (2).pdf"
    assert first.read_bytes() == b"%PDF-1"
    assert {path.name for path in first.parent.iterdir()} == {first.name, second.name}


def test_a_file_that_cannot_be_written_gets_one_sentence(tmp_path: Path):
    (tmp_path / "geen map").write_text("x")
    with pytest.raises(CouncilError, match="geen map") as told:
        save_files(tmp_path / "geen map", [FILE])
    assert told.value.field == "folder"


@settings(max_examples=80, derandomize=True)
@given(st.text(max_size=40), st.text(max_size=60))
def test_any_address_and_subject_give_a_mail_that_can_be_read(to, subject):
    data = mail("geen adres", to, subject, ["Geacht college,"], [FILE])
    read = message_from_bytes(data, policy=policy.default)
    assert read["X-Unsent"] == "1"
    assert read["From"] is None
    [attached] = read.iter_attachments()
    assert attached.get_content() == FILE.data


def test_the_proof_sheet_draws_the_window_where_the_council_put_it():
    sheet = sheets.proof_print(
        CouncilRow(name="Raad", window_left=118.0, window_top=47.5), None, DAY
    )
    assert sheet.letterhead.draw_window
    assert (sheet.letterhead.window_left, sheet.letterhead.window_top) == (118.0, 47.5)
    assert "118 mm van links en 47,5 mm van boven" in " ".join(words(sheet))
    without = sheets.proof_print(CouncilRow(name="Raad", window_left=None), None, DAY)
    assert "zonder venster" in " ".join(words(without))


def test_the_recovery_sheet_gives_the_key_back():
    key = vault.new_key()
    sheet = sheets.recovery_sheet("Raad", "Raad.samenspraak", vault.recovery_code(key), DAY)
    [table] = [block for block in walk(sheet.blocks) if isinstance(block, Table)]
    groups = [cell.strong for row in table.rows for cell in row[1:] if cell.strong]
    assert len(groups) == 14
    assert vault.key_of_recovery_code(" ".join(groups)) == key
    assert [row[0].strong for row in table.rows] == [str(n + 1) for n in range(len(table.rows))]
    file = PdfDocument(pdf_bytes(sheet))
    assert len(file) == 1
    file.close()
    assert "Raad.samenspraak" in " ".join(words(sheet))
