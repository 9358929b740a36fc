"""Builds files made to hurt; ``bombs.py`` names them."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.data import make_papers as make
from tests.hostile import seeds
from tests.hostile.mutating import zipped

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
FILLER = ("word/media/foto.jpg", Random(1).randbytes(3_000_000))
"""What does not get smaller: it makes the rest of an archive look normal."""


def laughs(document: Callable[..., bytes]) -> bytes:
    """Entities that grow tenfold nine times, one from outside the file, one of the disk."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">'
    head = f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}{outside}]>'
    return document(P.format("&l9;&x;&y;"), head=head)


def xml_part(part: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    parts = {"_rels/.rels": make._RELS.encode(), "word/document.xml": b"<a/>", part: content}
    return zipped([*parts.items(), FILLER], method)


def declared(size: int) -> bytes:
    """A part that says it is *size* bytes."""
    data = bytearray(make.docx(P.format("x")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def packed(name: str, size: int, method: int) -> bytes:
    """Zeros packed by *method*, said to be small in the table of contents."""
    data = bytearray(zipped([(name, b" " * size)], method))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 5000)
    return bytes(data)


def nested(levels: int = 12) -> bytes:
    data = b" " * 1_000_000
    for _ in range(levels):
        data = zipped([("word/document.xml", data), ("x.zip", data)])
    return data


def symlink() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        part = zipfile.ZipInfo("word/document.xml")
        part.external_attr = 0o120777 << 16
        archive.writestr(part, "/etc/passwd")
        archive.writestr("_rels/.rels", make._RELS)
    return file.getvalue()


def relations() -> bytes:
    """A Word file that refers to a template, a picture and a frame elsewhere, and holds macros."""
    kinds = ["attachedTemplate", "image", "frame", "oleObject", "hyperlink", "subDocument"]
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="r{n}" Type="{base}{kind}" TargetMode="External" '
        f'Target="{("http://127.0.0.1:9/x", "file:///etc/passwd")[n % 2]}"/>'
        for n, kind in enumerate(kinds)
    )
    shown = "<w:r><w:t>x</w:t></w:r>"
    field = f'<w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd">{shown}</w:fldSimple></w:p>'
    parts = [
        ("_rels/.rels", make._RELS.encode()),
        (
            "word/document.xml",
            f"<w:document {make.W}><w:body>{field}</w:body></w:document>".encode(),
        ),
        ("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>".encode()),
        ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen()" * 50),
    ]
    return zipped(parts)


def levels_times_lists() -> bytes:
    level = "".join(f'<w:lvl w:ilvl="{n}"/>' for n in range(20_000))
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/></w:num>' for n in range(20_000)
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>{lists}'
    return make.docx(make.item("x"), numbering=numbering)


def odt_levels() -> bytes:
    level = '<text:list-level-style-number text:level="9999999" style:num-format="1"/>'
    outline = (
        f"<text:outline-style>{level.replace('list-level-style-number', 'outline-level-style')}"
    )
    heading = '<text:h text:outline-level="9999999">x</text:h>' * 200
    return make.odt(heading, f"{outline}</text:outline-style>")


def odt_spaces() -> bytes:
    return make.odt("<text:p>" + '<text:s text:c="100"/>' * 400_000 + "x</text:p>")


def many_attributes() -> bytes:
    names = " ".join(f'a{n}="x"' for n in range(300_000))
    return make.docx(f"<w:p {names}><w:r><w:t>x</w:t></w:r></w:p>" + P.format("y") * 1000)


def wide_text() -> bytes:
    piece = "<w:r><w:t>" + "a" * 2_000_000 + "😀</w:t></w:r>"
    body = f"<w:document {make.W}><w:body><w:p>{piece * 28}</w:p></w:body></w:document>"
    return xml_part("word/document.xml", body.encode())


def many_headers() -> bytes:
    header = f"<w:hdr {make.W}>{'<w:p/>' * 400_000}</w:hdr>".encode()
    return zipped(
        [
            ("_rels/.rels", make._RELS.encode()),
            ("word/document.xml", f"<w:document {make.W}/>".encode()),
        ]
        + [(f"word/header{n}.xml", header) for n in range(60)]
        + [FILLER]
    )


def elements(count: int = 14_000_000) -> bytes:
    return xml_part("word/document.xml", b"<a>" + b"<a/>" * count + b"</a>")


def pdf_file(*objects: bytes, extra: bytes = b"") -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n"
        b"startxref\n%d\n%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, extra, len(out))
    )


def stream(content: bytes, filters: bytes = b"", more: bytes = b"") -> bytes:
    return b"<</Length %d%s%s>>\nstream\n%s\nendstream" % (len(content), filters, more, content)


def page(content: bytes, catalog: bytes = b"") -> bytes:
    return pdf_file(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        content,
    )


def flate(size: int, times: int = 1, what: bytes = b" ") -> bytes:
    """A page whose words unpack to *size* bytes, packed *times* over."""
    engine = zlib.compressobj(9)
    piece = what * (1_000_000 // len(what))
    data = b"".join(engine.compress(piece) for _ in range(size // 1_000_000)) + engine.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return page(stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]"))


def action(kind: bytes) -> bytes:
    act = {
        b"Launch": b"/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>",
        b"JavaScript": b"/OpenAction<</S/JavaScript/JS(app.launchURL('http://127.0.0.1:9/'))>>",
        b"URI": b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>/AA<</WC<</S/SubmitForm/F(http://127.0.0.1:9/)>>>>",
    }[kind]
    return page(stream(b"BT /F 12 Tf 72 700 Td (tekst) Tj ET"), act)


def pages_loop() -> bytes:
    return pdf_file(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 900000>>"
    )


def xref_loop() -> bytes:
    data = page(stream(b"BT ET"))
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def objects_stream() -> bytes:
    inside = b" ".join(b"%d %d" % (n + 10, n * 3) for n in range(200_000)) + b" "
    body = inside + b"<<>>" * 200_000
    content = stream(
        zlib.compress(body), b"/Filter/FlateDecode", b"/Type/ObjStm/N 200000/First %d" % len(inside)
    )
    return page(content)


def form_loop() -> bytes:
    """A drawing that draws itself."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    return page(stream(b"/X Do " * 50, b"", form)).replace(
        b"/Resources<</Font", b"/Resources<</XObject<</X 4 0 R>>/Font"
    )


def mail(head: str, body: str = "") -> bytes:
    return f"From: a@b.example\nSubject: s\n{head}\n\n{body}".encode("utf-8", "surrogateescape")


def parts_deep(depth: int) -> bytes:
    text = "tekst"
    for n in range(depth):
        text = f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n{text}\n--b{n}--\n'
    return b"From: a\n" + text.encode()


def wide_header(name: str) -> bytes:
    return mail(f"{name}: " + "=?utf-8?q?=C3=A9?= " * 60_000, "tekst")


def html_mail(html: str) -> bytes:
    return mail("MIME-Version: 1.0\nContent-Type: text/html", html)


def big_mail(mb: int) -> bytes:
    line = b"QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB\n"
    head = (
        b"From: a\nSubject: s\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    )
    return head + line * (mb * 1_000_000 // len(line))


def note(**values: object) -> bytes:
    plain = {"trip": "a", "copy": 1, "name": "Raad"} | values
    return json.dumps(plain).encode()


def trip(name: bytes | str = b"", **changed: bytes) -> bytes:
    file, key = seeds.council()
    parts = {"raad": file, "sleutel": key, "reis.json": note()} | changed
    if name:
        parts["reis.json"] = note(name=name)
    return zipped(list(parts.items()), 0)


def locked_trip() -> bytes:
    data = bytearray(trip())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def trip_note_bomb() -> bytes:
    packed_note = packed("reis.json", 600_000_000, zipfile.ZIP_BZIP2)
    with zipfile.ZipFile(io.BytesIO(packed_note)) as archive:
        info = archive.getinfo("reis.json")
    assert info.file_size == 5000
    return packed_note


def picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    engine = zlib.compressobj(9)
    row = b"\0" + b"\0" * (width * 4)
    pixels = b"".join(engine.compress(row) for _ in range(height)) + engine.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
