"""Broken and hostile papers: one clear Dutch sentence, never another exception."""

import io
import os
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.readers import MAX_BYTES, SUFFIXES, read_file, read_paper
from desktop.documents.readers.archive import MAX_PART
from desktop.domain.errors import CouncilError
from tests.data import make_papers as make
from tests.data import make_request as request

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_PARTS = (
    "p", "r", "pPr", "rPr", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "txbxContent",
)  # fmt: skip


def refused(name: str, data: bytes) -> str:
    with pytest.raises(CouncilError) as caught:
        read_paper(name, data)
    assert "\n" not in caught.value.message
    return caught.value.message


@cache
def valid(suffix: str) -> bytes:
    """Return a small valid file of each kind."""
    body = make.item("vraag?") + make.paragraph("Tekst")
    return {
        ".docx": make.docx(body, numbering="<w:num/>", styles="<w:style/>"),
        ".odt": make.odt("<text:p>Tekst</text:p>"),
        ".pdf": make.pdf(["Tekst", "nog een regel"], ["bladzijde twee"]),
        ".txt": "Tekst met é".encode(),
        ".md": b"# Kop\n\ntekst",
        ".eml": request.request_mail(pages=2),
    }[suffix]


def locked_pdf() -> bytes:
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(valid(".pdf"))) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    return file.getvalue()


def with_a_flag(data: bytes) -> bytes:
    """Return the archive with its members marked as locked by a password."""
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        changed[at + 8] |= 1
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def bomb() -> bytes:
    return make.archive({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})


@pytest.mark.parametrize(
    ("name", "make_data", "words"),
    [
        ("leeg.docx", lambda: b"", "is leeg"),
        ("brief.pdf", locked_pdf, "op slot met een wachtwoord"),
        ("brief.docx", lambda: with_a_flag(valid(".docx")), "op slot met een wachtwoord"),
        ("brief.docx", lambda: b"PK\x03\x04" + b"kapot" * 20, "beschadigd"),
        ("brief.docx", lambda: valid(".docx")[:-40], "beschadigd"),
        ("brief.docx", lambda: b"\0\1\2" * 300, "beschadigd"),
        ("brief.pdf", lambda: b"%PDF-1.7 kapot", "beschadigd"),
        ("brief.docx", lambda: make.docx("<w:p>"), "beschadigd"),
        ("bom.docx", bomb, "veel te groot"),
        ("veel.docx", lambda: make.archive({f"{n}": b"" for n in range(10_001)}), "veel te groot"),
        ("brief.docx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "is een plaatje"),
        ("foto.jpg", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" * 5, "is een plaatje"),
        ("brief.doc", lambda: OLD_OFFICE + b"\0" * 99, "oud Word-bestand"),
        ("mail.msg", lambda: OLD_OFFICE + b"\0" * 99, "Bewaar de e-mail als .eml"),
        (
            "brief.docx",
            lambda: OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
            "op slot met een wachtwoord",
        ),
        ("blad.xlsx", lambda: make.archive({"xl/workbook.xml": "<a/>"}), "Dit kan wel: Word"),
        ("brief.rtf", lambda: b"{\\rtf1 tekst}", "Dit kan wel: Word"),
        ("pagina.html", lambda: b"<html>tekst</html>", "Dit kan wel: Word"),
        ("lijst.csv", lambda: b"a;b", "Dit kan wel: Word"),
        ("brief.txt", lambda: b"tekst\0met\0nullen", "geen tekst die te lezen is"),
        ("brief.txt", lambda: bytes(range(128, 160)) * 40 + bytes(range(1, 32)) * 40, "geen tekst"),
        ("mail.eml", lambda: b"From: a\n" + b"multipart/mixed\n" * 1001, "meer onderdelen"),
    ],
)  # fmt: skip
def test_one_clear_sentence(name: str, make_data: object, words: str) -> None:
    message = refused(name, make_data())  # type: ignore[operator]
    assert words in message
    assert name in message


def test_a_paper_over_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        os.truncate(file.fileno(), MAX_BYTES + 1)
    with pytest.raises(CouncilError, match="groter dan 200 MB"):
        read_file(path)


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CouncilError, match="is een map"):
        read_file(tmp_path)
    with pytest.raises(CouncilError, match="gaat niet open"):
        read_file(tmp_path / "weg.txt")
    with pytest.raises(CouncilError, match="gaat niet open"):
        read_file("nul\0teken.txt")


def test_an_archive_that_lies_about_its_size_is_not_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MAX_PART + 10))
    data = bytearray(file.getvalue())
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    refused("leugen.docx", bytes(data))


def test_entities_are_not_expanded_or_fetched() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    for entity in ("&l9;", "&x;"):
        data = make.docx(f"<w:p><w:r><w:t>voor{entity}na</w:t></w:r></w:p>", head=head)
        try:
            text = read_paper("lach.docx", data).text
        except CouncilError:
            continue
        assert "ha" not in text.replace("lach", "")
        assert "root:" not in text
        assert len(text) < 100


def test_deep_nesting_ends() -> None:
    deep = "<w:ins>" * 5000 + "</w:ins>" * 5000
    refused("diep.docx", make.docx(deep))
    mail = b"Subject: kern\n\ntekst"
    for _ in range(60):
        mail = b"Subject: laag\nContent-Type: message/rfc822\n\n" + mail
    assert "meer onderdelen" in refused("diep.eml", mail)
    html = b"From: a\nContent-Type: text/html\n\n" + b"<div>" * 20_000 + b"tekst"
    read = read_paper("diep.eml", html)
    assert (read.name, read.text) == ("diep.eml", "tekst"), "no word is left out unsaid"


def test_a_forwarded_chain_can_be_read_to_its_end() -> None:
    mail = b"Subject: kern\n\ntekst"
    for _ in range(30):
        mail = b"Subject: laag\nContent-Type: message/rfc822\n\n" + mail
    depth, paper = 0, read_paper("keten.eml", mail)
    while paper.attachments:
        depth, paper = depth + 1, read_paper(paper.attachments[0].name, paper.attachments[0].data)
    assert (depth, paper.text) == (30, "tekst")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([*SUFFIXES, ".doc", ""]), st.binary(min_size=1, max_size=600))
def test_random_bytes_give_text_or_a_sentence(suffix: str, data: bytes) -> None:
    try:
        paper = read_paper(f"stuk{suffix}", data)
    except CouncilError:
        return
    assert "\0" not in paper.text


_STARTS = (
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"From: a@b\nMIME-Version: 1.0\nContent-Type: ",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SUFFIXES), st.sampled_from(_STARTS), st.binary(max_size=300))
def test_a_real_start_with_random_bytes(suffix: str, start: bytes, data: bytes) -> None:
    try:
        read_paper(f"stuk{suffix}", start + data)
    except CouncilError:
        return


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SUFFIXES), st.data())
def test_damaged_files_give_text_or_a_sentence(suffix: str, choice: st.DataObject) -> None:
    data = bytearray(valid(suffix))
    for _ in range(choice.draw(st.integers(1, 6))):
        place = choice.draw(st.integers(0, len(data) - 1))
        match choice.draw(st.sampled_from(["change", "cut", "double", "insert"])):
            case "change":
                data[place] = choice.draw(st.integers(0, 255))
            case "cut":
                del data[place : place + choice.draw(st.integers(1, 50))]
            case "double":
                data[place:place] = data[place : place + 200]
            case _:
                data[place:place] = choice.draw(st.binary(max_size=20))
        data = data or bytearray(b"x")
    try:
        read_paper(f"stuk{suffix}", bytes(data))
    except CouncilError:
        return


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        st.sampled_from(["<w:t>tekst</w:t>", "<w:tab/>", "<w:br/>", "<w:numPr/>", ""]),
        lambda inner: st.builds(
            lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
            st.sampled_from(WORD_PARTS),
            st.lists(inner, max_size=4),
        ),
        max_leaves=25,
    )
)  # fmt: skip
def test_word_parts_in_any_order(body: str) -> None:
    numbering = (
        '<w:abstractNum/><w:num w:numId=""/><w:num><w:abstractNumId/></w:num>'
        "<w:num><w:lvlOverride/></w:num>"
    )
    paper = read_paper("stuk.docx", make.docx(body, numbering=numbering, styles="<w:style/>"))
    assert "\n\n\n" not in paper.text
