"""Files made to hurt: each is built when it is asked for, by (reader, name)."""

import zipfile
from collections.abc import Callable

from tests.data import make_papers as make
from tests.hostile import seeds
from tests.hostile.making import (
    action,
    big_mail,
    declared,
    elements,
    flate,
    form_loop,
    html_mail,
    laughs,
    levels_times_lists,
    locked_trip,
    mail,
    many_attributes,
    many_headers,
    nested,
    note,
    objects_stream,
    odt_levels,
    odt_spaces,
    packed,
    page,
    pages_loop,
    parts_deep,
    picture,
    relations,
    symlink,
    trip,
    trip_note_bomb,
    wide_header,
    wide_text,
    xml_part,
    xref_loop,
)
from tests.hostile.mutating import zipped

BOMBS: dict[tuple[str, str], Callable[[], bytes]] = {
    ("docx", "laughs"): lambda: laughs(make.docx),
    ("docx", "one part of 500 MB"): lambda: xml_part("word/document.xml", b" " * 500_000_000),
    ("docx", "says 4 GB"): lambda: declared(4_000_000_000),
    ("docx", "says 5 kB, is 500 MB"): lambda: packed("word/document.xml", 500_000_000, 8),
    ("docx", "bzip2 of 600 MB"): lambda: packed(
        "word/document.xml", 600_000_000, zipfile.ZIP_BZIP2
    ),
    ("docx", "lzma of 600 MB"): lambda: packed("word/document.xml", 600_000_000, zipfile.ZIP_LZMA),
    ("docx", "zips in zips"): nested,
    ("docx", "symlink"): symlink,
    ("docx", "relations and macros"): relations,
    ("docx", "levels times lists"): levels_times_lists,
    ("docx", "300,000 attributes"): many_attributes,
    ("docx", "14 million elements"): elements,
    ("docx", "56 million wide signs"): wide_text,
    ("docx", "60 large headers"): many_headers,
    ("docx", "deep"): lambda: make.docx("<w:ins>" * 100_000),
    ("docx", "200 deep, 4,000 times"): lambda: make.docx(
        ("<w:ins>" * 200 + "x" + "</w:ins>" * 200) * 1500
    ),
    ("odt", "levels"): odt_levels,
    ("odt", "spaces"): odt_spaces,
    ("odt", "laughs"): lambda: zipped(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
        ]
    ),
    ("pdf", "flate 900 MB"): lambda: flate(900_000_000),
    ("pdf", "flate 900 MB, twice packed"): lambda: flate(900_000_000, 2),
    ("pdf", "flate 300 MB of words"): lambda: flate(300_000_000, 2, b"BT /F 9 Tf(a)Tj ET "),
    ("pdf", "launch"): lambda: action(b"Launch"),
    ("pdf", "script"): lambda: action(b"JavaScript"),
    ("pdf", "address"): lambda: action(b"URI"),
    ("pdf", "pages in a circle"): pages_loop,
    ("pdf", "xref in a circle"): xref_loop,
    ("pdf", "200,000 objects in one"): objects_stream,
    ("pdf", "form in a circle"): form_loop,
    ("pdf", "deep arrays"): lambda: page(b"[" * 500_000),
    ("eml", "parts in parts"): lambda: parts_deep(900),
    ("eml", "long subject"): lambda: wide_header("Subject"),
    ("eml", "long sender"): lambda: wide_header("From"),
    ("eml", "long file name"): lambda: wide_header("Content-Disposition: attachment; filename"),
    ("eml", "many addresses"): lambda: mail("To: " + "a <b@c.d>, " * 30_000, "x"),
    ("eml", "nested comments"): lambda: mail("From: " + "(" * 50_000, "x"),
    ("eml", "quoted-printable"): lambda: mail(
        "Content-Transfer-Encoding: quoted-printable", "=" * 3_000_000 + "\n=\n" * 300_000
    ),
    ("eml", "uuencode"): lambda: mail(
        "Content-Transfer-Encoding: x-uuencode", "begin 644 ../../weg\n" + "M" * 1_000_000
    ),
    ("eml", "strange charset"): lambda: mail(
        "Content-Type: text/plain; charset=zlib_codec", "x\x9c" * 500
    ),
    ("eml", "rot13 charset"): lambda: mail("Content-Type: text/plain; charset=rot_13", "x" * 500),
    ("eml", "idna charset"): lambda: mail(
        "Content-Type: text/plain; charset=idna", "xn--a" * 50_000
    ),
    ("eml", "punycode charset"): lambda: mail(
        "Content-Type: text/plain; charset=punycode", "a-" + "9" * 200_000
    ),
    ("eml", "html deep"): lambda: html_mail("<div>" * 200_000 + "x"),
    ("eml", "html wide"): lambda: html_mail("<b>x<p>y" * 200_000),
    ("eml", "html of bold in bold"): lambda: html_mail("<b><i><u><a>" * 20_000 + "<p>x" * 2000),
    ("eml", "html spaces"): lambda: html_mail("<pre>" + " \t" * 2_000_000),
    ("eml", "mail of 60 MB"): lambda: big_mail(60),
    ("eml", "mail of 190 MB"): lambda: big_mail(190),
    ("eml", "900 boundaries"): lambda: mail(
        'Content-Type: multipart/mixed; boundary="b"', "--b\n\n" * 300_000
    ),
    ("eml", "date"): lambda: mail("Date: " + "9" * 100_000, "x"),
    ("txt", "spaces"): lambda: (b" " * 500_000 + b"x") * 20,
    ("txt", "180 MB"): lambda: b"woord " * 30_000_000,
    ("txt", "20 MB of bytes"): lambda: "é😀".encode() * 3_400_000,
    ("txt", "tabs"): lambda: b"a\t" * 5_000_000,
    ("md", "heading"): lambda: b"#" + b" \t" * 3_000_000,
    ("request", "one line"): lambda: b"vraag 1 " * 200_000,
    ("request", "digits"): lambda: b"12-" * 300_000,
    ("request", "spaces"): lambda: b"1." + b" " * 300_000 + b"x",
    ("request", "questions"): lambda: b"1. Wat vindt u?\n" * 40_000,
    ("minutes", "headings"): lambda: b"".join(
        b"%d. Punt\n\n" % (n % 99 + 1) for n in range(20_000)
    ),
    ("minutes", "ones"): lambda: b"1. Opening\n" * 5_000,
    ("minutes", "bars"): lambda: b"|" * 500_000,
    ("minutes", "rows"): lambda: b"1\tx\ty\n" * 20_000,
    ("minutes", "dates"): lambda: b"10 maart " * 60_000,
    ("minutes", "bold"): lambda: b"1\t" + b"**" * 60_000 + b"\tx\n",
    ("minutes", "presence"): lambda: b"Aanwezig: " + b"Riet Bakker, " * 30_000,
    ("minutes", "actions"): lambda: b"Actie: " + b"Riet, " * 50_000 + b"\n" + b"Actie " * 50_000,
    ("csv", "one cell of 5 MB"): lambda: b'wat;wie\n"' + b"x" * 5_000_000,
    ("csv", "quotes"): lambda: b"wat;wie\n" + b'"' * 1_000_000,
    ("csv", "300,000 columns"): lambda: b"wat;wie" + b";x" * 300_000,
    ("csv", "long number"): lambda: b"nr;wat;wie\nA-2026-" + b"9" * 6000 + b";x;y\nA-2026-9;z;y",
    ("csv", "carriage returns"): lambda: b"wat;wie\rbellen;Riet\r\0;x",
    ("csv", "180 MB"): lambda: b"wat;wie\n" + b"x;y\n" * 45_000_000,
    ("key", "dear"): lambda: seeds.key_file()[0].replace(b'"cost": 16', b'"cost": 1048576'),
    ("key", "400 MB"): lambda: b" " * 400_000_000 + seeds.key_file()[0],
    ("key", "deep"): lambda: b"[" * 2_000_000,
    ("lock", "400 MB"): lambda: b" " * 400_000_000 + seeds.lock_file()[0],
    ("lock", "no end"): lambda: seeds.lock_file()[0].replace(b"12,", b"Infinity,"),
    ("lock", "with a zone"): lambda: seeds.lock_file()[0].replace(b"12:00:00", b"12:00:00+01:00"),
    ("lock", "lines"): lambda: (
        seeds.lock_file()[0]
        .replace(b'"Riet"', b'"a\\n\\nb\\ud800' + b"x" * 50_000 + b'"')
        .replace(b"12,", b"1,")
    ),
    ("note", "400 MB"): lambda: b" " * 400_000_000 + note(),
    ("note", "deep"): lambda: b"[" * 2_000_000,
    ("note", "large copy"): lambda: note(copy=10**30),
    ("note", "below"): lambda: note(copy=-5),
    ("package", "path"): lambda: trip("../../../weg"),
    ("package", "absolute"): lambda: trip("/etc/weg"),
    ("package", "halves"): lambda: trip("\ud800\udc00\ud800"),
    ("package", "windows"): lambda: trip("con\\aux:nul.txt"),
    ("package", "long name"): lambda: trip("x" * 5000),
    ("package", "locked"): locked_trip,
    ("package", "copy of nothing"): lambda: trip(**{"reis.json": note(copy=None)}),
    ("package", "endless copy"): lambda: trip(
        **{"reis.json": b'{"trip":"a","copy":Infinity,"name":"x"}'}
    ),
    ("package", "deep note"): lambda: trip(**{"reis.json": b"[" * 9000}),
    ("package", "bzip2 note"): trip_note_bomb,
    ("package", "no council"): lambda: zipped([("reis.json", note()), ("sleutel", b"x")], 0),
    ("package", "dear key"): lambda: trip(sleutel=BOMBS["key", "dear"]()),
    ("council", "400 MB of nothing"): lambda: bytes(400_000_000),
    ("council", "empty"): lambda: b"",
    ("council", "plain SQLite"): lambda: b"SQLite format 3\0" + bytes(4080),
    ("template", "deep"): lambda: b"a = " + b"[" * 20_000,
    ("template", "long number"): lambda: b"a = " + b"9" * 6000,
    ("template", "conditions"): lambda: b'title="a"\nsubject="b"\n[[part]]\nif=[1,[2]]\nsay=["x"]',
    ("template", "places"): lambda: b'title="a"\nsubject="' + b"{x}" * 200_000 + b'"',
    ("preferences", "deep"): lambda: b"a = " + b"[" * 20_000,
    ("preferences", "long number"): lambda: b"factor = " + b"9" * 6000,
    ("preferences", "large number"): lambda: b"factor = " + b"9" * 400,
    ("preferences", "no number"): lambda: b"factor = nan\nwidth = -5\nheight = 99999999999999",
    ("pasted", "open tags"): lambda: b"<b>x" * 125_000,
    ("pasted", "open cells"): lambda: b"<table><td>x" * 40_000,
    ("pasted", "bullets"): lambda: "• a\n".encode() * 30_000,
    ("pasted", "empty lines"): lambda: b"a" + b"\n" * 500_000 + b"b",
    ("pasted", "comments"): lambda: b"<!--" * 120_000,
    ("picture", "13,000 by 13,000"): lambda: picture(13_000, 13_000),
    ("picture", "100,000 by 1"): lambda: picture(100_000, 1),
}
