"""The rules of the design that a reader would miss: breaks, tags, files, signs."""

import stat
import tomllib
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from desktop.documents import look
from desktop.documents.document import (
    Box,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
    Together,
    runs,
    words,
)
from desktop.documents.fonts import UNKNOWN, as_printed
from desktop.documents.pdf import pdf_bytes, write_pdf
from desktop.documents.text import NBSP, clean, safe_link, tidy
from desktop.documents.word import word_bytes, write_word
from desktop.domain.errors import CouncilError

from .generate import png
from .readback import expected_in_pdf, page_texts, pages, pdf_words, tags, word_words
from .samples import agenda, everything, letter, minutes, sheet

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "De raad vraagt het college om een antwoord. "


def _document(*blocks, **more):
    return Document(
        "Proef", blocks, "Cliëntenraad Duinrede", "Duinrede", made=datetime(2026, 3, 20), **more
    )


def _word_part(data, name="word/document.xml"):
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


# --- text ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("op 19 maart 2026 om 13.30 uur", "op~19~maart~2026 om~13.30~uur"),
        ("bij punt 3 en Advies 2", "bij punt~3 en Advies~2"),
        ("6 stemmen voor, 1 onthouding", "6~stemmen voor, 1~onthouding"),
        ("1999 AA DUINREDE", "1999~AA~~DUINREDE"),
        ("1999 AA  DUINREDE", "1999~AA~~DUINREDE"),
        ("de heer D. Hofstee", "de heer D.~Hofstee"),
        ("J.P. van Dam", "J.P.~van Dam"),
        ("twee leden", "twee leden"),
        ("vanaf 1 mei", "vanaf~1~mei"),
    ],
)
def test_no_line_break_inside(typed, kept):
    assert tidy(typed) == kept.replace("~", NBSP)
    assert tidy(tidy(typed)) == tidy(typed)


def test_clean_drops_what_paper_cannot_show():
    assert clean("a\x00b\u200bc\ud800d\u00ade") == "abcde"
    assert clean("a\r\nb\u2028c\x0bd\te") == "a\nb\nc\nd e"
    assert clean("e\u0301") == "é"


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://voorbeeld.nl/a", "https://voorbeeld.nl/a"),
        ("mailto:post@raad.example", "mailto:post@raad.example"),
        ("https://voorbeeld.nl/é", "https://voorbeeld.nl/%C3%A9"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://a b", ""),
    ],
)
def test_only_web_and_mail_become_links(typed, link):
    assert safe_link(typed) == link


# --- look ------------------------------------------------------------------------------------
def test_colours_are_those_of_the_screens():
    tokens = Path(__file__).parents[2] / "resources/themes/tokens.toml"
    light = tomllib.loads(tokens.read_text("utf-8"))["light"]
    ours = {
        "text": look.INK,
        "muted": look.MUTED,
        "accent": look.ACCENT,
        "accent_soft": look.TINT,
        "warm": look.WARM,
        "border": look.RULE,
    }
    assert {name: light[name].lstrip("#").upper() for name in ours} == ours


def test_large_print_is_large():
    dress = look.look("large").dress
    assert min(dress[name].size for name in ("body", "table", "item", "pair", "box")) >= 16
    assert dress["footer"].size >= 14


# --- PDF -------------------------------------------------------------------------------------
def test_every_element_has_its_tag():
    said = tags(pdf_bytes(letter()))
    assert said[0] == ("P", "Cliëntenraad Duinrede")
    assert ("H1", "Advies over de regels voor bijzondere bijstand") in said
    assert ("H2", "Ons advies in het kort") in said
    assert ("H2", "Onze drie adviezen") in said
    assert ("H3", "Advies 1. Maak van de lening een gift") in said
    assert ("Lbl", "Wat") in said
    assert ("Lbl", "1.") in said
    assert ("Link", "onze website") in said
    assert [text for tag, text in said if "Bladzijde" in text] == []


def test_headings_never_skip_a_level():
    document = _document(
        Heading("Diep", 3), Title("Titel"), Heading("Weer diep", 3), Heading("A", 1)
    )
    said = [tag for tag, _ in tags(pdf_bytes(document))]
    assert said == ["H1", "H1", "H2", "H2"]


def test_the_file_knows_what_it_is():
    data = pdf_bytes(replace(letter(), state="concept"))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert str(pdf.docinfo["/Author"]) == "Cliëntenraad Duinrede"
        assert str(pdf.docinfo["/Subject"]) == "CR-2026-04, concept"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260320133000")
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Advies over de regels voor bijzondere bijstand"
            assert meta["pdf:Keywords"] == "CR-2026-04"
        with pdf.open_outline() as outline:
            assert outline.root[0].title.startswith("Advies over")
            assert len(outline.root[0].children) == 5


def test_same_document_same_bytes():
    assert pdf_bytes(minutes()) == pdf_bytes(minutes())


def test_signs_outside_the_letters_are_never_lost_in_silence():
    assert as_printed("Łukasz Şahin, Dvořák, ĳ") == "Łukasz Şahin, Dvořák, ĳ"
    assert as_printed("→ ✓ ≤ Ωμ") == "→ ✓ ≤ Ωμ"
    assert as_printed("a\u2011b") == "a-b"
    assert as_printed("漢") == UNKNOWN
    assert as_printed("😀🙂\ufe0f") == "😀☺"
    assert pdf_words(pdf_bytes(_document(Paragraph(runs("漢 ✓ 😀"))))) == [UNKNOWN, "✓", "😀"]


# --- pages -----------------------------------------------------------------------------------
def test_a_heading_stays_with_its_text():
    for count in range(20, 60):
        filler = [Paragraph(runs(SENTENCE))] * count
        document = _document(*filler, Heading("Kop"), Paragraph(runs("Eerste zin van het stuk.")))
        with_head = [text for text in page_texts(pdf_bytes(document)) if "Kop" in text]
        assert "Eerste zin" in with_head[0]


def test_together_stays_whole_and_table_head_comes_back():
    rows = tuple((Cell(runs(str(n))), Cell(runs(SENTENCE))) for n in range(80))
    table = Table(("Nummer", "Zin"), rows, (30, 120))
    data = pdf_bytes(_document(table))
    assert pages(data) > 2
    assert pdf_words(data).count("Nummer") == 1  # read once, seen on every page
    with pypdfium2.PdfDocument(data) as pdf:
        assert all("Nummer" in page.get_textpage().get_text_range() for page in pdf)
    for count in range(25, 45):
        group = Together(tuple(Paragraph(runs(f"Deel {n}.")) for n in range(8)))
        document = _document(*[Paragraph(runs(SENTENCE))] * count, group)
        found = [text for text in page_texts(pdf_bytes(document)) if "Deel" in text]
        assert len(found) == 1


def test_signatures_are_never_alone_on_a_page():
    for count in range(20, 45):
        document = _document(
            *[Paragraph(runs(SENTENCE))] * count,
            Paragraph(runs("Met vriendelijke groet,"), "closing"),
            Paragraph(runs("Marijke Vos\nvoorzitter"), "signature"),
            Paragraph(runs("Henk Terpstra\nsecretaris"), "signature"),
        )
        last = page_texts(pdf_bytes(document))[-1]
        assert "Met vriendelijke" in last
        assert SENTENCE.strip() in last


def test_page_break_starts_a_page_in_both():
    document = _document(Paragraph(runs("een")), PageBreak(), Paragraph(runs("twee")))
    assert pages(pdf_bytes(document)) == 2
    assert len(_word_part(word_bytes(document)).findall(f".//{_W}pageBreakBefore")) == 1


# --- what should not happen, happens -----------------------------------------------------------
HARD = {
    "nothing": _document(),
    "empty": _document(
        Title(""), Heading(""), Paragraph(()), ListBlock(()), Box("", ()), Facts(()),
        Table((), ()), Together(()), Paragraph((Run(""),)),
    ),
    "long word": _document(
        Paragraph(runs("x" * 5_000)), Heading("y" * 500), Box("z" * 300, (runs("q" * 900),)),
        Table(("a" * 200, "b"), ((Cell(runs("c" * 3_000)), Cell(runs("d"))),)),
    ),
    "tall row": _document(
        Table(("A", "B"), ((Cell(runs("woord " * 6_000)), Cell(runs("kort"))),), (40, 110))
    ),
    "many columns": _document(Table(("kolom",) * 30, ((Cell(runs("waarde")),) * 30,))),
    "thousand items": _document(ListBlock((runs("Punt van de lijst."),) * 1_000, ordered=True)),
    "big together": _document(Together((Paragraph(runs(SENTENCE * 200)),) * 3)),
    "tall picture": _document(Figure(png("RGB", (10, 4_000)), "Een lijn", 100, "Figuur 1. Lijn")),
    "right to left": _document(Paragraph(runs("שלום عليكم")), Heading("مرحبا")),
    "control signs": _document(Paragraph(runs("a\x00\x07b\x1b[0m\ud800c")), Heading("\x01")),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_hard_documents_are_written_whole(name):
    document = HARD[name]
    assert word_words(word_bytes(document)) == words(document)
    assert pdf_words(pdf_bytes(document)) == expected_in_pdf(document)


def test_text_never_runs_off_the_page():
    for document in (*HARD.values(), *(document for _, document in everything())):
        with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
            for page in pdf:
                width, high = page.get_size()
                for item in page.get_objects():
                    left, bottom, right, top = item.get_bounds()
                    assert left >= -1, document.title
                    assert right <= width + 1, document.title
                    assert bottom >= -1, document.title
                    assert top <= high + 1, document.title


@pytest.mark.parametrize("data", [b"geen plaatje", b"", png("RGB", (300, 300))[:150]])
def test_a_broken_picture_is_one_clear_sentence(data):
    for write in (pdf_bytes, word_bytes):
        with pytest.raises(CouncilError):
            write(_document(Figure(data, "x", 50)))


# --- Word ------------------------------------------------------------------------------------
def test_every_paragraph_of_word_has_a_style_that_exists():
    for document in (letter(), agenda(), minutes(), sheet()):
        data = word_bytes(document)
        styles = {s.get(f"{_W}styleId") for s in _word_part(data, "word/styles.xml")}
        body = _word_part(data)[0]
        for paragraph in body.iter(f"{_W}p"):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            assert style is not None
            assert style.get(f"{_W}val") in styles
        loose = {"b", "sz", "color", "u", "rFonts", "highlight"}
        used = {etree.QName(e).localname for r in body.iter(f"{_W}rPr") for e in r}
        assert not used & loose


def test_others_see_real_headings_and_lists():
    import docx

    file = docx.Document(BytesIO(word_bytes(letter())))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 4
    assert styles.count("Heading 2") == 3
    assert styles.count("Kort") == 3
    assert file.core_properties.title == "Advies over de regels voor bijzondere bijstand"
    assert file.core_properties.last_modified_by == "Cliëntenraad Duinrede"


def test_numbering_restarts_for_every_list():
    two = _document(*[ListBlock((runs("a"), runs("b")), ordered=True)] * 2)
    data = word_bytes(two)
    used = [n.get(f"{_W}val") for n in _word_part(data).iter(f"{_W}numId")]
    assert used[0] == used[1] != used[2] == used[3]
    numbering = _word_part(data, "word/numbering.xml")
    assert len(numbering.findall(f".//{_W}startOverride")) == 2


def test_two_tables_in_a_row_stay_two():
    table = Table(("a",), ((Cell(runs("b")),),))
    body = _word_part(word_bytes(_document(table, table)))[0]
    kinds = [etree.QName(child).localname for child in body]
    assert kinds[:3] == ["tbl", "p", "tbl"]


def test_the_word_file_is_clean():
    data = word_bytes(letter())
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name]
    assert "2013" not in core
    assert "python-docx" not in core
    assert "CR-2026-04" in core
    assert "nl-NL" in core


def test_page_number_fields_and_window_stand_where_they_belong():
    data = word_bytes(letter())
    for name in ("word/footer1.xml", "word/footer2.xml"):
        fields = [
            f.get(f"{_W}instr").strip() for f in _word_part(data, name).iter(f"{_W}fldSimple")
        ]
        assert fields == ["PAGE", "NUMPAGES"]
    frames = _word_part(data).findall(f".//{_W}framePr")
    address = frames[2]
    assert address.get(f"{_W}x") == str(round(30 / 25.4 * 1440))
    assert address.get(f"{_W}y") == str(round(50 / 25.4 * 1440))


# --- files -----------------------------------------------------------------------------------
@pytest.mark.parametrize("write", [write_pdf, write_word])
def test_a_failed_write_leaves_the_old_file(tmp_path, write):
    path = tmp_path / "brief"
    path.write_bytes(b"oud")
    with pytest.raises(CouncilError):
        write(_document(Figure(b"geen plaatje", "x", 50)), path)
    assert path.read_bytes() == b"oud"
    path.chmod(0o640)
    write(letter(), path)
    assert path.stat().st_size > 10_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [item.name for item in tmp_path.iterdir()] == ["brief"]


def test_a_missing_folder_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="weg"):
        write_pdf(letter(), tmp_path / "weg" / "brief.pdf")


def test_an_empty_title_does_not_count_as_the_first_heading(tmp_path):
    import pikepdf

    empty = Document("Brief", (Title("\x00 "), Heading("Waarom", 2)), "Raad", "Raad")
    path = tmp_path / "brief.pdf"
    write_pdf(empty, path)
    with pikepdf.open(path) as file:
        tags = [str(kid.S) for kid in file.Root.StructTreeRoot.K[0].K]
    assert tags == ["/H1"]
