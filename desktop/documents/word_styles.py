"""The Word styles of Samenspraak: one for every element, so no text needs loose formatting."""

from desktop.documents.look import ACCENT, FAMILY, INK, MM, RULE, TINT, Dress, Look, row_air

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def twips(points: float) -> int:
    """Return *points* in twentieths, the measure of Word."""
    return round(points * 20)


def _spacing(dress: Dress, before: float, after: float) -> str:
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" '
        f'w:line="{twips(dress.line)}" w:lineRule="atLeast"/>'
    )


def _letters(dress: Dress) -> str:
    bold = "<w:b/><w:bCs/>" if dress.weight != "Regular" else ""
    colour = f'<w:color w:val="{dress.colour}"/>' if dress.colour != INK else ""
    size = round(dress.size * 2)
    return f'{bold}{colour}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


class _Sheet:
    """Collects style definitions."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.parts: list[str] = []

    def paragraph(
        self,
        name: str,
        dress: str,
        *,
        ident: str = "",
        based: str = "Normal",
        following: str = "",
        inside: str = "",
        indent: str = "",
        level: int | None = None,
        keep: bool = False,
        before: float | None = None,
        after: float | None = None,
        tabs: str = "",
        numbering: int = 0,
    ) -> None:
        """Add a paragraph style that looks like *dress*; *inside* are borders and shading."""
        wear = self.look.dress[dress]
        ident = ident or name.replace(" ", "")
        custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
        # The order of these elements is fixed by the schema (ECMA-376, CT_PPrBase).
        properties = "".join(
            (
                "<w:keepNext/>" if keep else "",
                "<w:keepLines/>" if keep else "",
                f'<w:numPr><w:numId w:val="{numbering}"/></w:numPr>' if numbering else "",
                inside,
                f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
                _spacing(
                    wear,
                    wear.before if before is None else before,
                    wear.after if after is None else after,
                ),
                indent,
                f'<w:outlineLvl w:val="{level}"/>' if level is not None else "",
            )
        )
        next_style = f'<w:next w:val="{following}"/>' if following else ""
        self.parts.append(
            f'<w:style w:type="paragraph"{custom} w:styleId="{ident}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based}"/>{next_style}<w:qFormat/>'
            f"<w:pPr>{properties}</w:pPr><w:rPr>{_letters(wear)}</w:rPr></w:style>"
        )


_BUILT_IN = {
    "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Body Text", "List Number",
    "List Bullet", "Quote", "caption", "header", "footer", "Salutation", "Closing", "Signature",
}  # fmt: skip


def styles_xml(look: Look, *, letter: bool, language: str) -> str:
    """Return ``styles.xml`` for *look*; in a letter the Title is a subject line."""
    sheet = _Sheet(look)
    _text_styles(sheet, letter=letter)
    _list_styles(sheet)
    _frame_styles(sheet)
    body = look.dress["body"]
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}>'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FAMILY}" w:eastAsia="{FAMILY}" w:hAnsi="{FAMILY}" w:cs="{FAMILY}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="{round(body.size * 2)}"/>'
        f'<w:szCs w:val="{round(body.size * 2)}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="0" w:line="{twips(body.line)}" w:lineRule="atLeast"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>"
        + _CHARACTER
        + "".join(sheet.parts)
        + _tables(look)
        + "</w:styles>"
    )


def _text_styles(sheet: _Sheet, *, letter: bool) -> None:
    look = sheet.look
    right = twips((look.wide - look.measure) * MM)
    measure = f'<w:ind w:right="{right}"/>' if right else ""
    sheet.paragraph("Title", "subject" if letter else "title", following="BodyText", keep=True)
    sheet.paragraph("Subtitle", "subtitle", following="BodyText", keep=True)
    for level in (1, 2, 3):
        sheet.paragraph(
            f"heading {level}", f"heading{level}", ident=f"Heading{level}", following="BodyText",
            keep=True, level=level - 1, indent=measure,
        )  # fmt: skip
    sheet.paragraph(
        "Punt",
        "minutes",
        based="Heading1",
        following="BodyText",
        keep=True,
        level=0,
        indent=measure,
    )
    sheet.paragraph("Body Text", "body", indent=measure)
    sheet.paragraph(
        "Na tabel", "body", based="BodyText", before=look.dress["body"].line * 0.7, indent=measure
    )
    sheet.paragraph("Inleiding", "lead", indent=measure)
    half = look.dress["body"].after
    sheet.paragraph("Noot", "note", before=half, indent=measure)
    sheet.paragraph(
        "Quote", "quote", before=half, indent=f'<w:ind w:left="{twips(8 * MM)}" w:right="{right}"/>'
    )
    sheet.paragraph("caption", "caption", ident="Caption", indent=measure)
    sheet.paragraph("Label", "label", keep=True, before=14)
    sheet.paragraph("Kenmerk kop", "label", keep=True)
    sheet.paragraph("Salutation", "salutation", following="BodyText", keep=True, indent=measure)
    sheet.paragraph("Closing", "closing", keep=True, indent=measure)
    sheet.paragraph("Ondertekening", "signature", before=0, after=14)
    sheet.paragraph("Woord", "strong", keep=True, before=0, after=0)
    sheet.paragraph("Tabel", "table")
    sheet.paragraph("Tabel sterk", "strong", keep=False)


def _list_styles(sheet: _Sheet) -> None:
    look = sheet.look
    right = twips((look.wide - look.measure) * MM)
    hang = twips((8 if look.dress["body"].size < 14 else 11) * MM)
    hanging = f'<w:ind w:left="{hang}" w:right="{right}" w:hanging="{hang}"/>'
    sheet.paragraph("List Number", "item", numbering=1, indent=hanging)
    sheet.paragraph("List Bullet", "item", numbering=2, indent=hanging)
    for name, width in given_styles(look):
        edge = twips(width * MM)
        sheet.paragraph(
            name, "pair", tabs=f'<w:tab w:val="left" w:pos="{edge}"/>',
            indent=f'<w:ind w:left="{edge}" w:right="{right}" w:hanging="{edge}"/>',
        )  # fmt: skip
    edge = twips(look.outcome * MM)
    bar = f'<w:left w:val="single" w:sz="16" w:space="8" w:color="{ACCENT}"/>'
    sheet.paragraph(
        "Uitkomst", "pair", before=2.5, after=5, inside=f"<w:pBdr>{bar}</w:pBdr>",
        tabs=f'<w:tab w:val="left" w:pos="{edge + 200}"/>',
        indent=f'<w:ind w:left="{edge + 200}" w:hanging="{edge}"/>',
    )  # fmt: skip
    # Title and items share border, shading and indent, so that Word draws one box around them.
    box = (
        "<w:pBdr>"
        f'<w:top w:val="single" w:sz="4" w:space="6" w:color="{TINT}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="11" w:color="{ACCENT}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{TINT}"/>'
        f'<w:right w:val="single" w:sz="4" w:space="10" w:color="{TINT}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
    )
    inset = f'<w:ind w:left="{280 + hang}" w:right="220" w:hanging="{hang}"/>'
    sheet.paragraph(
        "Kort kop",
        "boxhead",
        following="Kort",
        keep=True,
        level=1,
        inside=box,
        indent=inset,
        before=6,
    )
    sheet.paragraph("Kort", "box", inside=box, indent=inset, numbering=3)
    sheet.paragraph("Kort teken", "box", inside=box, indent=inset, numbering=4)


def _frame_styles(sheet: _Sheet) -> None:
    look = sheet.look
    wide = twips(look.wide * MM)
    edge = f'<w:tab w:val="right" w:pos="{wide}"/>'
    sheet.paragraph("header", "mark", ident="Header")
    sheet.paragraph("footer", "footer", ident="Footer", tabs=edge)
    sheet.paragraph("Afzender naam", "sender")
    sheet.paragraph("Afzender", "senderline")
    sheet.paragraph("Adres", "address")
    sheet.paragraph("Vouwmerk", "label")
    sheet.parts.append(
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Anker"><w:name w:val="Anker"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def given_styles(look: Look) -> tuple[tuple[str, float], ...]:
    """Return the styles for pairs, each with the width of its label column in mm."""
    narrow, wide = look.given
    return (("Gegeven", narrow), ("Gegeven breed", wide), ("Gegeven breder", look.outcome))


_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:qFormat/>'
    "<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _tables(look: Look) -> str:
    above, below = map(twips, row_air(look))
    none = '<w:left w:w="0" w:type="dxa"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        f'<w:top w:w="0" w:type="dxa"/>{none}<w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="180" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Samenspraak">'
        '<w:name w:val="Samenspraak"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>'
        f'<w:tblCellMar><w:top w:w="{above}" w:type="dxa"/>{none}'
        f'<w:bottom w:w="{below}" w:type="dxa"/>'
        '<w:right w:w="180" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="10" w:space="0" w:color="{INK}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Kenmerk">'
        '<w:name w:val="Kenmerk"/><w:basedOn w:val="TableNormal"/></w:style>'
    )


def numbering_xml(look: Look) -> str:
    """Return ``numbering.xml``: numbers and bullets for lists and for the Kort box."""
    hang = twips((8 if look.dress["body"].size < 14 else 11) * MM)
    kinds = (
        ("ListNumber", "decimal", "%1.", hang),
        ("ListBullet", "bullet", "•", hang),
        ("Kort", "decimal", "%1.", 280 + hang),
        ("Kortteken", "bullet", "•", 280 + hang),
    )
    parts = [
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FAMILY}" w:hAnsi="{FAMILY}"/>'
        f"{'<w:b/>' if kind == 'decimal' else ''}</w:rPr></w:lvl></w:abstractNum>"
        for number, (style, kind, text, left) in enumerate(kinds)
    ]
    nums = [
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(kinds))
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:numbering {NAMESPACES}>{''.join(parts + nums)}</w:numbering>"
