"""Read words back: from Word in its text order, from PDF by its structure tree."""

from io import BytesIO
from zipfile import ZipFile

import pikepdf
from lxml import etree

from desktop.documents.document import Document, words
from desktop.documents.fonts import as_printed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_words(data: bytes) -> list[str]:
    """Return the words of the body of a ``.docx``, in the order in which Word reads them."""
    with ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    said = []
    for element in body.iter(f"{_W}t", f"{_W}br", f"{_W}tab", f"{_W}p"):
        said.append(element.text or "" if element.tag == f"{_W}t" else " ")
    return "".join(said).split()


def expected_in_pdf(document: Document) -> list[str]:
    """Return the words that the PDF of *document* must say."""
    return as_printed(" ".join(words(document))).split()


def pdf_words(data: bytes) -> list[str]:
    """Return the words of a PDF in the order of its structure tree, without list numbers."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {page.objgen: _marked(page) for page in pdf.pages}
        said: list[str] = []
        _read(pdf.Root.StructTreeRoot.K[0], texts, said, numbered=False)
    return "".join(said).split()


def tags(data: bytes) -> list[tuple[str, str]]:
    """Return (tag, text) of every element of the structure tree that holds text itself."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = {page.objgen: _marked(page) for page in pdf.pages}
        found: list[tuple[str, str]] = []
        _tags(pdf.Root.StructTreeRoot.K[0], texts, found)
    return found


def _tags(element, texts, found):
    said = ""
    for kid in element.get("/K", []):
        if kid.get("/Type") == "/MCR":
            said += texts[kid.Pg.objgen][int(kid.MCID)]
        elif kid.get("/Type") == "/StructElem":
            if said:
                found.append((str(element.S)[1:], said.strip()))
                said = ""
            _tags(kid, texts, found)
    if said:
        found.append((str(element.S)[1:], said.strip()))


def _read(element, texts, said, *, numbered):
    attributes = element.get("/A", {})
    if element.S == "/L":
        numbered = attributes.get("/ListNumbering") != "/None"
    if element.S == "/Lbl" and numbered:
        return
    for kid in element.get("/K", []):
        kind = kid.get("/Type")
        if kind == "/MCR":
            said.append(texts[kid.Pg.objgen][int(kid.MCID)])
        elif kind == "/StructElem":
            _read(kid, texts, said, numbered=numbered)
    if element.S != "/Link":
        said.append(" ")


def _marked(page) -> dict[int, str]:
    """Return the text of every marked stretch of *page*."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    here, letters = None, {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, values = str(instruction.operator), instruction.operands
        if operator == "BDC" and "/MCID" in values[1]:
            here = int(values[1].MCID)
            found.setdefault(here, "")
        elif operator in {"EMC", "BMC", "BDC"}:
            here = None
        elif operator == "Tf":
            letters = fonts[str(values[0])]
        elif operator == "Tj" and here is not None:
            found[here] += "".join(letters[code] for code in bytes(values[0]))
    return found


def _letters(font) -> dict[int, str]:
    lines = font.ToUnicode.read_bytes().decode("ascii").split("beginbfchar\n")[1]
    pairs = [line.strip("<>").split("> <") for line in lines.split("\nendbfchar")[0].split("\n")]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def pages(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def page_texts(data: bytes) -> list[str]:
    """Return the structured text per page, in drawing order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [" ".join(_marked(page).values()) for page in pdf.pages]
