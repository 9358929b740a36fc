"""The empty Word file that every document starts from, made once per size and kept in memory."""

from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from desktop.documents.look import FAMILY, MM, Look, Size, look
from desktop.documents.word_styles import NAMESPACES, numbering_xml, styles_xml, twips
from desktop.resources import resource

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONTS = (
    ("embedRegular", "Regular"),
    ("embedBold", "Bold"),
    ("embedItalic", "Italic"),
    ("embedBoldItalic", "BoldItalic"),
)
_KEY = "{{5A4D4E53-5052-4141-4B2D-44554E5245{:02X}}}"
_PARTS = (
    "styles",
    "numbering",
    "settings",
    "fontTable",
    "header1",
    "header2",
    "footer1",
    "footer2",
)


@cache
def template(size: Size, letter: bool, language: str) -> bytes:
    """Return an empty ``.docx`` with our styles, page, fonts and language."""
    page = look(size)
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml"))
        ).replace(
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/app.xml": f"{_HEAD}<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Samenspraak</Application></Properties>",
        "docProps/core.xml": f"{_HEAD}<cp:coreProperties "
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
        "word/document.xml": _document(page),
        "word/_rels/document.xml.rels": _relations(
            tuple((part.rstrip("12"), f"{part}.xml") for part in _PARTS)
        ),
        "word/styles.xml": styles_xml(page, letter=letter, language=language),
        "word/numbering.xml": numbering_xml(page),
        "word/settings.xml": _settings(language),
        "word/fontTable.xml": _font_table(),
        "word/_rels/fontTable.xml.rels": _relations(
            tuple(("font", f"fonts/font{number}.odttf") for number in range(1, len(_FONTS) + 1))
        ),
        "word/header1.xml": f"{_HEAD}<w:hdr {NAMESPACES}><w:p/></w:hdr>",
        "word/header2.xml": f"{_HEAD}<w:hdr {NAMESPACES}><w:p/></w:hdr>",
        "word/footer1.xml": f"{_HEAD}<w:ftr {NAMESPACES}><w:p/></w:ftr>",
        "word/footer2.xml": f"{_HEAD}<w:ftr {NAMESPACES}><w:p/></w:ftr>",
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
        for number, (_, weight) in enumerate(_FONTS, 1):
            package.writestr(f"word/fonts/font{number}.odttf", _hidden(weight, number))
    return out.getvalue()


def _content_types() -> str:
    kinds = {"header1": "header", "header2": "header", "footer1": "footer", "footer2": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kinds.get(part, part)}+xml"/>'
        for part in _PARTS
    )
    office = "application/vnd.openxmlformats-officedocument"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="odttf" ContentType="{office}.obfuscatedFont"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f"{overrides}"
        f'<Override PartName="/docProps/app.xml" ContentType="{office}.extended-properties+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(targets: tuple[tuple[str, str], ...]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _document(page: Look) -> str:
    def mm(length: float) -> int:
        return twips(length * MM)

    return (
        f"{_HEAD}<w:document {NAMESPACES}><w:body><w:p/><w:sectPr>"
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId8"/>'
        f'<w:pgSz w:w="{mm(page.width)}" w:h="{mm(page.height)}"/>'
        f'<w:pgMar w:top="{mm(page.top)}" w:right="{mm(page.side)}" w:bottom="{mm(page.bottom)}" '
        f'w:left="{mm(page.side)}" w:header="{mm(10)}" w:footer="{mm(page.footer - 1)}" '
        'w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _settings(language: str) -> str:
    return (
        f'{_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        "<w:compat>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    embedded = "".join(
        f'<w:{kind} r:id="rId{number}" w:fontKey="{_KEY.format(number)}"/>'
        for number, (kind, _) in enumerate(_FONTS, 1)
    )
    return (
        f'{_HEAD}<w:fonts {NAMESPACES}><w:font w:name="{FAMILY}"><w:altName w:val="Verdana"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        f"{embedded}</w:font></w:fonts>"
    )


def _hidden(weight: str, number: int) -> bytes:
    """Return a font as Word embeds it: 32 bytes mixed with its key (ECMA-376-4, 17.8.1)."""
    data = bytearray(resource(f"fonts/AtkinsonHyperlegibleNext-{weight}.ttf").read_bytes())
    key = bytes.fromhex(_KEY.format(number).strip("{}").replace("-", ""))[::-1]
    for place in range(32):
        data[place] ^= key[place % 16]
    return bytes(data)
