"""Draw the mark of a council without a logo for Word: two voices that share a middle."""

from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

SIZE, TIMES = 360, 4
TARGET = Path(__file__).parents[2] / "resources/documents/mark.png"


def circle(x: float, y: float) -> Image.Image:
    big = SIZE * TIMES
    r = big * 0.31
    layer = Image.new("L", (big, big))
    ImageDraw.Draw(layer).ellipse((x * big - r, y * big - r, x * big + r, y * big + r), fill=255)
    return layer.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


def main() -> None:
    # y runs down here and up in the PDF, where the same mark is drawn with curves (paint.py).
    first, second = circle(0.31, 0.38), circle(0.69, 0.62)
    mark = Image.new("RGB", (SIZE, SIZE), "white")
    mark.paste("#0F5F5A", mask=first)
    mark.paste("#A6461F", mask=second)
    mark.paste("white", mask=ImageChops.multiply(first, second))
    TARGET.parent.mkdir(exist_ok=True)
    mark.quantize(64).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
