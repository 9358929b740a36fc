"""The words of Word: runs, paragraphs, tables and pictures as XML."""

import re
from xml.sax.saxutils import escape

from desktop.documents.word_styles import twips

_AFTER_STYLE = re.compile(r'(<w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)')
EMU = 36_000
"""English Metric Units in a millimetre."""


def text_run(text: str, properties: str = "") -> str:
    """Return *text* as a run; a line break in it becomes a line break in Word."""
    if not text:
        return ""
    inside = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
        for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in *style*; *properties* are what differs for this one (its place)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def picture(
    ident: str,
    width: float,
    high: float,
    alt: str,
    number: int,
    place: tuple[float, float] | None = None,
) -> str:
    """Return a picture of *width* by *high* mm: in the text, or at *place* on the page (mm).

    Without *alt* it is marked as decoration, which a screen reader passes over.
    """
    across, down = round(width * EMU), round(high * EMU)
    decoration = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst>"
    )
    described = f' descr="{escape(alt, {chr(34): "&quot;"})}"' if alt else ""
    about = (
        f'<wp:docPr id="{number}" name="Afbeelding {number}"{described}>'
        f"{'' if alt else decoration}</wp:docPr><wp:cNvGraphicFramePr/>"
    )
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Afbeelding {number}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{ident}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
    extent = f'<wp:extent cx="{across}" cy="{down}"/>'
    if place is None:
        return (
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"{extent}{about}{graphic}</wp:inline></w:drawing>"
        )
    x, y = (round(length * EMU) for length in place)
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f"{extent}<wp:wrapNone/>{about}{graphic}</wp:anchor></w:drawing>"
    )


def keep_next(xml: str) -> str:
    """Keep the paragraph or table *xml* on one page with what follows."""
    places = 0 if xml.startswith("<w:tbl>") else 1
    return _AFTER_STYLE.sub(r"\1<w:keepNext/>", xml, count=places)


def space_after(xml: str, points: float) -> str:
    """Set the air under the paragraph *xml*; a table has none and stays as it is."""
    if xml.startswith("<w:tbl>"):
        return xml
    xml = re.sub(r'<w:spacing w:after="\d+"/>', "", xml, count=1)
    end = xml.index("</w:pPr>")
    spacing = f'<w:spacing w:after="{twips(points)}"/>'
    # Indent and alignment come after spacing in the schema (CT_PPrBase).
    later = [xml.find(tag, 0, end) for tag in ("<w:ind ", "<w:jc ")]
    place = min((found for found in later if found >= 0), default=end)
    return xml[:place] + spacing + xml[place:]


def properties(xml: str, extra: str) -> str:
    """Put *extra* in the properties of the first paragraph of *xml*, where the schema wants it."""
    start = xml.index("<w:pStyle")
    end = xml.index("/>", start) + 2
    kept = "<w:keepNext/>"
    if xml.startswith(kept, end) and extra != kept:
        end += len(kept)
    return xml[:end] + extra + xml[end:]


def grid(style: str, widths: list[int], look: str, rows: list[str]) -> str:
    """Return a table in *style* with columns of *widths* (twentieths of a point)."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
