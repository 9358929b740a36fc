"""Valid files of every kind that the app reads: what the fuzzing starts from."""

import json
from functools import cache
from pathlib import Path

from desktop.resources import resource
from tests.data import make_papers as make
from tests.data import make_request as request

DATA = Path(__file__).parent.parent / "data"


@cache
def word() -> list[bytes]:
    from docx import Document

    body = make.item("vraag?") + make.paragraph("Tekst")
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{n + 1}."/></w:lvl>'
        for n in range(3)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    style = '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"/>'
    found = [make.docx(body * 3, numbering=numbering, styles=style)]
    import io

    document = Document()
    document.add_heading("Verslag van 10 maart 2026")
    document.add_paragraph("1. Opening", style="List Number")
    table = document.add_table(2, 3)
    table.cell(0, 0).text = "Wat"
    document.sections[0].header.paragraphs[0].text = "Kenmerk Z/26/01"
    file = io.BytesIO()
    document.save(file)
    return [*found, file.getvalue()]


@cache
def odt() -> list[bytes]:
    levels = "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-format="1" '
        f'text:display-levels="{n}" style:num-suffix="."/>'
        for n in (1, 2, 3)
    )
    automatic = f'<text:list-style style:name="L1">{levels}</text:list-style>'
    inner = "<text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list>"
    body = (
        '<text:h text:outline-level="1">Kop</text:h><text:p>Tekst<text:s text:c="3"/>na</text:p>'
        f'<text:list text:style-name="L1" xml:id="l1"><text:list-item text:start-value="2">'
        f"<text:p>punt</text:p>{inner}</text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>cel</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    return [make.odt(body, automatic)]


@cache
def pdf() -> list[bytes]:
    import io

    import pikepdf

    plain = make.pdf(["Verslag van 10 maart 2026", "1. Opening"], ["bladzijde twee"])
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return [plain, packed.getvalue()]


@cache
def mail() -> list[bytes]:
    forwarded = (
        b"From: A <a@b.example>\nSubject: =?utf-8?q?Caf=C3=A9?=\n"
        b"Date: Mon, 8 Jun 2026 10:00 +0200\n"
        b'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<ol start=3D2><li>punt<table><tr><td>a\n"
        b"--x\nContent-Type: message/rfc822\n\nSubject: binnen\n\ntekst\n--x\n"
        b'Content-Disposition: attachment; filename="../../brief.txt"\n\nbijlage\n--x--\n'
    )
    return [request.request_mail(pages=2), forwarded]


@cache
def texts() -> list[bytes]:
    return [path.read_bytes() for path in sorted(DATA.glob("SYN_*.txt"))]


def table() -> list[bytes]:
    row = '="1";Bellen met de Voedselbank;Riet;12 maart 2026;open\n'
    return [("\ufeffnr;wat;wie;wanneer;stand\n" + row * 3).encode(), b"wat,wie\nbellen,Riet\n"]


def key_file() -> list[bytes]:
    content = {"version": 1, "file": "ab" * 16, "kdf": "scrypt", "cost": 16, "salt": "00" * 16}
    hexes = {"wrapped": "11" * 32, "signature": "22" * 32, "check": "33" * 16}
    return [json.dumps(content | hexes).encode()]


def lock_file() -> list[bytes]:
    at = "2026-03-10T12:00:00"
    held = {"name": "Riet", "host": "laptop", "pid": 12, "token": "ab", "since": at, "sign": at}
    return [json.dumps(held).encode()]


def note() -> list[bytes]:
    return [json.dumps({"trip": "ab12", "copy": 1, "name": "Raad"}).encode()]


def settings() -> list[bytes]:
    kept = {
        "tips.hidden": [["jargon", "woord"]], "tips.own_words": ["Wmo"], "tips.off": ["passive"],
        "tips.ignored:1": ["x"], "ladder.own": ["laag", "hoog"], "letter:advice": "title = 'x'",
        "on_the_way": {"trip": "ab", "copy": 1, "name": "Raad"}, "list_schemes": {"action": "x"},
        "trips": [{"trip": "a", "copy": 1, "who": "R", "since": "2026-03-10", "back": None}],
        "voting_rules": {"quorum": 1}, "minutes_changes": "next",
    }  # fmt: skip
    return [json.dumps(kept).encode()]


def templates() -> list[bytes]:
    from desktop.services.letters.templates import kinds, source

    return [source(kind).encode() for kind in kinds()]


def cards() -> list[bytes]:
    from desktop.services.members import vcard

    one = vcard.Card("Riet; Bakker", "lid", "r@b.example", "06-1", "Straat 1\n1999 AA Duinrede")
    old = b"BEGIN:VCARD\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A9;R\r\nEND:VCARD\r\n"
    return [vcard.write([one, one]).encode(), old]


def people() -> list[bytes]:
    return ["\ufeffNaam;Functie;E-mail\nRiet;lid;r@b.example\n".encode(), b"name,email\nA,b@c\n"]


def lessons() -> list[bytes]:
    return [path.read_bytes() for path in sorted(resource("onboarding/lessons").glob("*.toml"))[:3]]


def preferences() -> list[bytes]:
    return [b'theme = "dark"\nfactor = 1.25\nwidth = 1280\nheight = 800\nrecent = ["a", "b"]\n']


@cache
def pictures() -> list[bytes]:
    import io

    from PIL import Image

    found: list[bytes] = []
    for mode, kind in (("RGBA", "PNG"), ("P", "PNG"), ("RGB", "JPEG"), ("CMYK", "JPEG")):
        file = io.BytesIO()
        Image.new(mode, (40, 30)).save(file, kind)
        found.append(file.getvalue())
    return found


@cache
def council() -> tuple[bytes, bytes]:
    """Return a small council file and its key file."""
    from tempfile import TemporaryDirectory

    from desktop.services import office as offices

    with TemporaryDirectory() as folder:
        path = Path(folder) / "Raad.samenspraak"
        office, _code = offices.make(path, PASSPHRASE, cost=2**4)
        office.council.add_member(name="Riet Bakker", role="lid")
        office.close()
        return path.read_bytes(), path.with_name(path.name + "-sleutel").read_bytes()


PASSPHRASE = "een geheime zin"


@cache
def travel() -> list[bytes]:
    from tests.hostile.mutating import zipped

    file, key = council()
    return [zipped([("raad", file), ("sleutel", key), ("reis.json", note()[0])], 0)]


def pages() -> list[bytes]:
    """Pieces of pages as Word and a browser put them on the clipboard."""
    word = (
        "<html><body lang=NL><!--StartFragment--><p class=MsoNormal>Wij <b>vragen</b></p>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>"
        "1.</span>punt</p><table><tr><td>Wie</td><td>Wat</td></tr><tr><td>a</td><td>b</td></tr>"
        "</table><!--EndFragment--></body></html>"
    )
    page = "<h2>Kop</h2><ul><li>een<li>twee</ul><blockquote>zei <i>zij</i></blockquote>• los\n"
    return [word.encode(), page.encode(), *texts()]
