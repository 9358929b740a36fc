"""Incoming papers become plain text: paragraphs, line breaks, numbers, attachments."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop.documents.readers import read_file, read_paper
from tests.data import make_papers as make
from tests.data import make_request as request

DECIMAL = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1%2)"/>'
    "</w:lvl></w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def word(body: str, **more: str) -> str:
    return read_paper("brief.docx", make.docx(body, **more)).text


def test_word_reads_insertions_and_content_controls_and_skips_deletions() -> None:
    body = (
        "<w:p><w:r><w:t>Wij </w:t></w:r><w:ins><w:r><w:t>vragen</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>eisen</w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:t> advies</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In een vak</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:moveFrom><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:moveFrom>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"
    )
    assert word(body) == "Wij vragen advies\n\nIn een vak"


def test_word_joins_paragraphs_whose_break_was_deleted() -> None:
    body = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Eén </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>zin.</w:t><w:br/><w:t>Nieuwe regel</w:t></w:r></w:p>"
    )
    assert word(body) == "Eén zin.\nNieuwe regel"


def test_word_restores_the_numbers_of_lists() -> None:
    body = "".join(
        [
            make.item("een"), make.item("twee"), make.item("onder", level=1),
            make.item("nog", level=1), make.item("drie"), make.item("onder", level=1),
            make.item("punt", 2), make.item("opnieuw", 3), make.item("verder", 3),
        ]
    )  # fmt: skip
    assert word(body, numbering=DECIMAL).split("\n\n") == [
        "1. een", "2. twee", "2a) onder", "2b) nog", "3. drie", "3a) onder", "- punt", "1. opnieuw",
        "2. verder",
    ]  # fmt: skip


def test_word_restores_numbers_that_come_from_a_style() -> None:
    styles = (
        '<w:style w:styleId="Kop"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Kind"><w:basedOn w:val="Kop"/></w:style>'
    )
    body = make.paragraph("eerste", '<w:pStyle w:val="Kop"/>') + make.paragraph(
        "tweede", '<w:pStyle w:val="Kind"/>'
    )
    assert word(body, numbering=DECIMAL, styles=styles) == "1. eerste\n\n2. tweede"


def test_word_reads_tables_by_row_and_text_boxes_once() -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = (
        f"<w:tbl><w:tr>{cell(make.paragraph('Datum'))}{cell(make.paragraph('14 mei 2026'))}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell(make.paragraph('weg'))}</w:tr>"
        f"<w:tr>{cell(make.paragraph('Alleen'))}{cell(make.paragraph(''))}</w:tr></w:tbl>"
    )
    box = (
        '<w:p><w:r><w:t>Voor</w:t><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>'
        f"<w:txbxContent>{make.paragraph('In het kader')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{make.paragraph('In het kader')}</w:txbxContent>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert word(table + box) == "Datum\t14 mei 2026\n\nAlleen\n\nVoor\n\nIn het kader"


def test_a_word_file_of_our_own_library_is_read() -> None:
    import io

    from docx import Document

    document = Document()
    document.core_properties.title = "Een titel"
    document.add_paragraph("Vragen", style="Heading 1")
    document.add_paragraph("Wat vindt u?", style="List Number")
    document.add_paragraph("En nu?", style="List Number")
    document.sections[0].header.paragraphs[0].text = "Ons kenmerk: Z/26/1"
    file = io.BytesIO()
    document.save(file)
    paper = read_paper("brief.docx", file.getvalue())
    assert (paper.text, paper.title) == ("Vragen\n\n1. Wat vindt u?\n\n2. En nu?", "Een titel")
    assert paper.letterhead == "Ons kenmerk: Z/26/1"


def test_opendocument_is_read_with_the_same_care() -> None:
    automatic = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        "</text:list-style>"
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Een<text:s text:c='2'/>zin<text:change-start/> "
        "erbij<text:note><text:p>voet</text:p>"
        "</text:note><office:annotation><text:p>opmerking</text:p></office:annotation>"
        "<text:line-break/>verder</text:p>"
        '<text:list text:style-name="L1"><text:list-item><text:p>een</text:p><text:list>'
        "<text:list-item><text:p>onder</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>twee</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>'
        "<text:p>drie</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1"><text:list-item><text:p>opnieuw</text:p>'
        "</text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Voor<draw:frame><draw:text-box><text:p>Kader</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert read_paper("brief.odt", make.odt(body, automatic)).text.split("\n\n") == [
        "Een  zin erbij\nverder", "1. een", "a) onder", "2. twee", "3. drie", "1. opnieuw",
        "A\tB", "Voor", "Kader",
    ]  # fmt: skip


def test_pdf_lines_become_paragraphs_and_edges_go() -> None:
    lines = [
        "Dit is een lange regel die over de bladzijde loopt en daarna nog verder-",
        "gaat op de volgende, zodat de Wmo-",
        "raad hem als een alinea leest. En dan is het echt genoeg geweest, denk ik.",
        "1. Eerste vraag?",
        "2. Tweede vraag?",
    ]
    words = ("een", "twee", "drie", "vier")
    pages = [
        [
            f"Koptekst {n}",
            f"Deel {word} begint.",
            *lines,
            f"Deel {word} eindigt.",
            f"Pagina {n} van 4",
        ]
        for n, word in enumerate(words, start=1)
    ]
    paper = read_paper("stuk.pdf", make.pdf(*pages))
    assert paper.pages == 4
    assert "Koptekst" not in paper.text
    assert "Pagina" not in paper.text
    assert (
        paper.text.count("loopt en daarna nog verdergaat op de volgende, zodat de Wmo-raad hem")
        == 4
    )
    assert "\n1. Eerste vraag?\n" in paper.text
    assert all(f"Deel {word} begint." in paper.text for word in words)


def test_a_scan_says_that_there_is_nothing_to_read() -> None:
    paper = read_paper("scan.pdf", make.pdf([]))
    assert (paper.text, paper.pages) == ("", 1)
    assert paper.warning == "In dit stuk staat geen leesbare tekst: typ de vragen over."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_in_every_encoding(encoding: str) -> None:
    text = "Cliëntenraad – “café” kost € 5.\n\nTweede alinea\nmet een regel."
    assert read_paper("stuk.txt", text.replace("\n", "\r\n").encode(encoding)).text == text


def test_markdown_gives_its_title() -> None:
    paper = read_paper("nota.md", b"intro\n# De kop\n\n\n\ntekst  \n")
    assert (paper.title, paper.text, paper.media_type) == (
        "De kop",
        "intro\n# De kop\n\ntekst",
        "text/markdown",
    )


def test_the_name_may_be_wrong() -> None:
    assert read_paper("brief.pdf", make.docx(make.paragraph("Word"))).text == "Word"
    assert read_paper("brief.docx", b"gewoon tekst").text == "gewoon tekst"
    assert read_paper("brief.txt", make.pdf(["een pdf"])).text == "een pdf"
    assert read_paper("zonder", b"tekst zonder punt").text == "tekst zonder punt"


def test_the_request_of_journey_two_arrives() -> None:
    mail = read_paper("aanvraag.eml", request.request_mail())
    assert mail.sender == f"{request.SENDER} <{request.ADDRESS}>"
    assert (mail.sent, mail.title) == (request.SENT, request.SUBJECT)
    assert [item.name for item in mail.attachments] == [request.PAPER_NAME]
    paper = read_paper(mail.attachments[0].name, mail.attachments[0].data)
    assert paper.pages == request.PAGES
    assert all(
        f"{number}. {question}" in paper.text
        for number, question in enumerate(request.QUESTIONS, 1)
    )
    assert "Pagina 3 van 40" not in paper.text


def test_a_mail_in_html_with_a_forwarded_mail() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Jan <jan@gemeente.example>", "Adviesvraag: wijkteams?"
    inner.set_content("Wat vindt u?")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = (
        "=?utf-8?q?Co=C3=B6rdinator?= <co@gemeente.example>",
        "Doorgestuurd",
    )
    mail["Date"] = "Tue, 10 Mar 2026 23:30:00 +0100"
    mail.set_content("Bekijk dit bericht in uw webbrowser.")
    mail.add_alternative(
        "<html><head><style>p{color:red}</style></head><body><p>Beste "
        "raad,</p><div>Regel<br>twee</div>"
        "<ol><li>Eerste vraag?</li><li>Tweede vraag?</li></ol><ul><li>punt</li></ul>"
        "<table><tr><td>Datum</td><td>14 mei</td></tr></table><p style='display: none'>verstopt</p>"
        f"<p>{'lange tekst ' * 40}</p></body></html>",
        subtype="html",
    )
    mail.add_attachment(inner)
    mail.add_attachment(
        b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="../../logo.png"
    )
    paper = read_paper("mail.eml", mail.as_bytes())
    assert paper.text.startswith(
        "Beste raad,\n\nRegel\ntwee\n\n1. Eerste vraag?\n2. Tweede vraag?\n\n- "
        "punt\n\nDatum\t14 mei\n\nlange"
    )
    assert "verstopt" not in paper.text
    assert (paper.sender, paper.sent) == ("Coördinator <co@gemeente.example>", date(2026, 3, 10))
    assert [item.name for item in paper.attachments] == ["Adviesvraag wijkteams.eml", "logo.png"]
    assert read_paper(paper.attachments[0].name, paper.attachments[0].data).text == "Wat vindt u?"


def test_flowed_text_runs_on() -> None:
    raw = (
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
        b"Dit is een zin die \nverder gaat.\nNieuwe regel.\n"
    )
    assert read_paper("m.eml", raw).text == "Dit is een zin die verder gaat.\nNieuwe regel."


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Geachte raad", encoding="utf-8")
    assert read_file(path).text == "Geachte raad"
    assert read_file(str(path)).name == "brief.txt"
