"""Make the fonts in resources/fonts from the web fonts that their makers publish.

Run it by hand when a new version comes out, outside the app's own environment::

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0
    tar xzf fontsource-atkinson-hyperlegible-next-5.3.0.tgz
    python -m venv fonts && fonts/bin/pip install fonttools
    fonts/bin/python tools/fonts/make_fonts.py package/files

A web font comes in parts; latin and latin-ext together hold the names of Dutch, Turkish and Polish
people. DejaVuSans.ttf (arrows, ticks, Greek, Cyrillic, Arabic, Hebrew) is the file of Debian's
fonts-dejavu-core 2.37, unchanged, as its licence asks.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[2] / "resources/fonts"
WEIGHTS = {
    "Regular": "400-normal",
    "Italic": "400-italic",
    "SemiBold": "600-normal",
    "Bold": "700-normal",
    "BoldItalic": "700-italic",
}


def main(source: Path) -> None:
    for name, weight in WEIGHTS.items():
        with TemporaryDirectory() as folder:
            parts = []
            for part in ("latin", "latin-ext"):
                font = TTFont(source / f"atkinson-hyperlegible-next-{part}-{weight}.woff")
                font.flavor = None
                parts.append(f"{folder}/{part}.ttf")
                font.save(parts[-1])
            merged = Merger(Options(drop_tables=["STAT", "prep", "gasp"])).merge(parts)
        merged.save(TARGET / f"AtkinsonHyperlegibleNext-{name}.ttf")
        print(name, len(merged.getBestCmap()), "signs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
