"""Draw the picture of a lesson for paper: the same layout as on the screen, as a PNG."""

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.documents.look import ACCENT, INK, MUTED, RULE, TINT
from desktop.domain.diagram import Disc, Drawing, Head, Line, Panel, Pen, Shape, Stroke, Tone
from desktop.domain.layouts import lay_out
from desktop.domain.lessons import Picture
from desktop.resources import resource

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_DPI = 240
_MM = _DPI / 25.4
_POINT = _DPI / 72
_COLOURS: dict[Tone, str] = {
    "accent": ACCENT,
    "accent_soft": TINT,
    "surface": "FFFFFF",
    "sunken": TINT,
    "border": RULE,
    "text": INK,
    "muted": MUTED,
}


def picture_png(picture: Picture, width: float, points: float) -> bytes:
    """Return *picture* as PNG, *width* mm wide on paper, with letters of *points*."""
    from PIL import Image, ImageDraw

    em = points * _POINT
    edge = round(em * 0.2)

    def measure(words: str, bold: bool) -> float:
        return float(_font(round(em), bold).getlength(words))

    drawing = lay_out(picture, width * _MM - 2 * edge, Pen(em, measure))
    size = (round(drawing.width) + 2 * edge, round(drawing.height) + 2 * edge)
    image = Image.new("RGB", size, "white")
    _draw(ImageDraw.Draw(image), drawing, em, edge)
    out = BytesIO()
    image.save(out, "PNG", dpi=(_DPI, _DPI))
    return out.getvalue()


@cache
def _font(size: int, bold: bool) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    weight = "SemiBold" if bold else "Regular"
    path = resource(f"fonts/AtkinsonHyperlegibleNext-{weight}.ttf")
    return ImageFont.truetype(str(path), size)


def _colour(tone: Tone) -> str:
    return f"#{_COLOURS[tone]}"


def _draw(on: "ImageDraw.ImageDraw", drawing: Drawing, em: float, edge: int) -> None:
    for shape in drawing.shapes:
        _shape(on, shape, em, edge)


def _shape(on: "ImageDraw.ImageDraw", shape: Shape, em: float, edge: int) -> None:
    thin, thick = max(1, round(em * 0.05)), max(2, round(em * 0.12))
    match shape:
        case Panel(x, y, width, height, fill, ring):
            box = (x + edge, y + edge, x + width + edge, y + height + edge)
            on.rounded_rectangle(box, em * 0.4, _colour(fill), _colour(ring), thin)
        case Stroke(x1, y1, x2, y2, tone, heavy):
            ends = (x1 + edge, y1 + edge, x2 + edge, y2 + edge)
            on.line(ends, _colour(tone), thick if heavy else thin)
        case Head(points, tone):
            on.polygon([(x + edge, y + edge) for x, y in points], _colour(tone))
        case Disc(x, y, radius, text):
            box = (x - radius + edge, y - radius + edge, x + radius + edge, y + radius + edge)
            on.ellipse(box, _colour("accent"))
            if text:
                font = _font(round(em), bold=True)
                on.text((x + edge, y + edge), text, "white", font, anchor="mm")
        case Line(x, y, text, bold, tone, centred):
            anchor = "ma" if centred else "la"
            font = _font(round(em), bold)
            on.text((x + edge, y + edge), text, _colour(tone), font, anchor=anchor)
