"""Pictures for paper: read any image safely, without see-through parts."""

import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

if TYPE_CHECKING:
    from PIL import Image
    from reportlab.lib.utils import ImageReader


MOST_PIXELS = 20_000_000
"""A picture on paper of 20 by 15 cm has 4 million at its sharpest; each takes up to 12 bytes."""
_SPOILED = (OSError, SyntaxError, ValueError, LookupError, struct.error, zlib.error, OverflowError)
"""What Pillow makes of pictures that were spoiled on purpose."""


@contextmanager
def _opened(data: bytes) -> Generator["Image.Image"]:
    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValueError(image.size)
            yield image
    except _SPOILED as error:
        raise CouncilError(tr("This picture cannot be read. Choose a PNG or JPEG file.")) from error


def flat(data: bytes) -> "Image.Image":
    """Return the image in *data* on white, as a Pillow image in RGB.

    Raises CouncilError when *data* is not a picture.
    """
    from PIL import Image

    with _opened(data) as image:
        if image.mode in {"RGB", "L"}:
            return image.convert("RGB")
        clear = image.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(ground, clear).convert("RGB")


def for_pdf(data: bytes) -> "ImageReader":
    """Return the image in *data* as reportlab wants it."""
    from reportlab.lib.utils import ImageReader

    return ImageReader(flat(data))


def for_word(data: bytes) -> bytes:
    """Return *data* as PNG or JPEG, the kinds that every Word shows; others are turned into PNG."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff":
        with _opened(data) as image:
            image.load()  # a picture that is cut off shows here, not on the screen of the reader
        return data
    out = BytesIO()
    flat(data).save(out, "PNG")
    return out.getvalue()


def pixels(data: bytes) -> tuple[int, int]:
    """Return the width and height of the image in *data*.

    Raises CouncilError when *data* is not a picture.
    """
    with _opened(data) as image:
        return image.size


def fit(data: bytes, width: float, height: float) -> tuple[float, float]:
    """Return the size of the image in *data*, as large as fits in *width* by *height*."""
    across, down = pixels(data)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def portrait(data: bytes, side: int) -> bytes:
    """Return the photo in *data* as a square JPEG of *side* pixels, upright.

    What a phone writes into a photo (place, time, remarks) is left out. Raises CouncilError when
    *data* is not a picture.
    """
    from PIL import ImageOps

    upright = BytesIO()
    with _opened(data) as image:
        ImageOps.exif_transpose(image).save(upright, "PNG")
    picture = ImageOps.fit(flat(upright.getvalue()), (side, side))
    picture.info.clear()
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
