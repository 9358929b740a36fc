"""Draw pictures for paper as a PNG: those of lessons as on the screen, a cover, a face."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.documents.look import ACCENT, INK, MUTED, RULE, TINT, WARM
from desktop.documents.pictures import flat
from desktop.domain.diagram import Disc, Drawing, Head, Line, Panel, Pen, Shape, Stroke, Tone
from desktop.domain.layouts import lay_out
from desktop.domain.lessons import Picture
from desktop.domain.personal_names import initials
from desktop.resources import resource

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

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
    return drawing_png(lambda wide, pen: lay_out(picture, wide, pen), width, points)


def drawing_png(make: Callable[[float, Pen], Drawing], width: float, points: float) -> bytes:
    """Return what *make* lays out as PNG, *width* mm wide on paper, with letters of *points*."""
    from PIL import Image, ImageDraw

    em = points * _POINT
    edge = round(em * 0.2)

    def measure(words: str, bold: bool) -> float:
        return float(_font(round(em), bold).getlength(words))

    drawing = make(width * _MM - 2 * edge, Pen(em, measure))
    size = (round(drawing.width) + 2 * edge, round(drawing.height) + 2 * edge)
    image = Image.new("RGB", size, "white")
    _draw(ImageDraw.Draw(image), drawing, em, edge)
    return _png(image)


def two_circles(width: float, above: float = 0) -> bytes:
    """Return the mark of a cover as PNG, *width* mm wide: two circles that share a part.

    *above* is the air above them in mm.
    """
    from PIL import Image, ImageChops, ImageDraw

    wide = round(width * _MM)
    smooth, radius = 2, wide * 0.31  # drawn twice as large, so that the edges come out smooth
    size = (wide * smooth, round(wide * 0.86) * smooth)
    masks: list[Image.Image] = []
    for x, y in ((radius, radius), (wide - radius - 1, wide * 0.86 - radius - 1)):
        mask = Image.new("L", size, 0)
        box = [smooth * part for part in (x - radius, y - radius, x + radius, y + radius)]
        ImageDraw.Draw(mask).ellipse(box, 255)
        masks.append(mask)
    picture = Image.new("RGB", size, "white")
    for mask, colour in zip(masks, (ACCENT, WARM), strict=True):
        picture.paste(f"#{colour}", (0, 0), mask)
    picture.paste("white", (0, 0), ImageChops.darker(*masks))
    circles = picture.resize((size[0] // smooth, size[1] // smooth))
    air, under = round(above * _MM), circles.height // 12
    cover = Image.new("RGB", (circles.width, air + circles.height + under), "white")
    cover.paste(circles, (0, air))
    return _png(cover)


def face(name: str, photo: bytes | None, width: float) -> bytes:
    """Return the round *photo* of *name* as PNG, *width* mm wide; without one the initials."""
    from PIL import Image, ImageDraw

    side, smooth = round(width * _MM), 2
    mask = Image.new("L", (side * smooth, side * smooth), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side * smooth - 1, side * smooth - 1), 255)
    if photo:
        inside = flat(photo).resize((side, side))
    else:
        inside = Image.new("RGB", (side, side), f"#{TINT}")
        font = _font(round(side * 0.38), bold=True)
        middle = (side / 2, side / 2)
        ImageDraw.Draw(inside).text(middle, initials(name), f"#{ACCENT}", font, anchor="mm")
    picture = Image.new("RGB", (side, side), "white")
    picture.paste(inside, (0, 0), mask.resize((side, side)))
    return _png(picture)


def _png(image: "Image.Image") -> bytes:
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
        case Disc(x, y, radius, text, hollow):
            box = (x - radius + edge, y - radius + edge, x + radius + edge, y + radius + edge)
            fill = "white" if hollow else _colour("accent")
            on.ellipse(box, fill, _colour("accent"), thick)
            if text:
                font = _font(round(em), bold=True)
                ink = _colour("accent") if hollow else "white"
                on.text((x + edge, y + edge), text, ink, font, anchor="mm")
        case Line(x, y, text, bold, tone, centred):
            anchor = "ma" if centred else "la"
            font = _font(round(em), bold)
            on.text((x + edge, y + edge), text, _colour(tone), font, anchor=anchor)
