"""Read Universal Dependencies files: sentences of tokens with tag and dependency."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Token:
    """One word of a treebank; `head` counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    space_after: bool


@dataclass(frozen=True)
class Tree:
    """One sentence of a treebank."""

    text: str
    tokens: tuple[Token, ...]


def read(path: Path) -> Iterator[Tree]:
    """Give the sentences of *path*."""
    text, tokens = "", []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text = line[len("# text = ") :]
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                tokens.append(
                    Token(
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        int(cells[6]),
                        cells[7],
                        "SpaceAfter=No" not in cells[9],
                    )
                )
        elif not line and tokens:
            yield Tree(text, tuple(tokens))
            text, tokens = "", []


# CGN tag prefix → our tag; the longest prefix wins.
TAGS = {
    "LET": "LET",
    "TSW": "TSW",
    "BW": "BW",
    "VG|neven": "VGN",
    "VG|onder": "VGO",
    "LID|bep": "LIDb",
    "LID|onbep": "LIDo",
    "VZ|init": "VZ",
    "VZ|versm": "VZ",
    "VZ|fin": "VZf",
    "N|soort|ev": "Ne",
    "N|soort|mv": "Nm",
    "N|eigen": "NP",
    "SPEC|deeleigen": "NP",
    "SPEC": "SPEC",
    "WW|pv": "WWpe",
    "WW|pv|tgw|mv": "WWpm",
    "WW|pv|verl|mv": "WWpm",
    "WW|inf|vrij": "INF",
    "WW|inf|nom": "INFn",
    "WW|inf|prenom": "VDp",
    "WW|vd|vrij": "VD",
    "WW|vd|prenom": "VDp",
    "WW|vd|nom": "ADJn",
    "WW|od|vrij": "OD",
    "WW|od|prenom": "VDp",
    "WW|od|nom": "ADJn",
    "ADJ|prenom": "ADJp",
    "ADJ|vrij": "ADJv",
    "ADJ|nom": "ADJn",
    "ADJ|postnom": "ADJn",
    "TW|hoofd": "TWh",
    "TW|rang": "TWr",
    "VNW|pers": "PRs",
    "VNW|pers|pron|obl": "PRo",
    "VNW|refl": "PRr",
    "VNW|recip": "PRr",
    "VNW|pr|": "PRr",
    "VNW|bez": "BEZ",
    "VNW|vb": "VRG",
    "VNW|vb|adv-pron": "VRGa",
    "VNW|betr": "BETR",
    "VNW|aanw|det": "AWd",
    "VNW|aanw|pron": "AWp",
    "VNW|aanw|adv-pron": "ER",
    "VNW|onbep": "ONBp",
    "VNW|onbep|det": "ONBd",
    "VNW|onbep|grad": "ONBd",
}
_PREFIXES = sorted(TAGS, key=len, reverse=True)


def short_tag(xpos: str) -> str:
    """Return the tag the engine uses for the CGN tag *xpos*."""
    for prefix in _PREFIXES:
        if xpos.startswith(prefix):
            return TAGS[prefix]
    raise ValueError(xpos)
