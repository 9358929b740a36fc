"""Write a PDF whose text carries its structure: PDF/UA-1 and PDF/A-2a in one file.

reportlab writes pages, fonts and pictures; this module adds the structure tree, the metadata and
two repairs. It leans on private hooks of reportlab 4.5 to 5.1 (see pyproject.toml).
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.fonts import face_for
from desktop.documents.metadata import Metadata, pdf_date, xmp
from desktop.documents.structure import Elem


class _Raw(PDFObject):
    """A PDF object whose text we write ourselves: much faster than reportlab's dictionaries."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as it stands in the file."""
        return self.text.encode("ascii")


def text_string(text: str) -> str:
    """Return *text* as a PDF string in UTF-16, which every reader understands."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"


class TaggedCanvas(Canvas):
    """A reportlab canvas that knows which structure element each stretch of text belongs to.

    ``pages`` is the number of pages that will be drawn: the keys of links follow those of pages.
    """

    _doc: PDFDocument
    _code: list[str]
    _pageNumber: int  # noqa: N815 – the names of reportlab

    def __init__(
        self, file: BytesIO, size: tuple[float, float], root: Elem, meta: Metadata, pages: int
    ) -> None:
        self._size, self._root, self._meta, self._pages = size, root, meta, pages
        self._rows: list[list[Elem]] = [[]]
        self._links: list[Elem] = []
        super().__init__(
            file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang=meta.language,
            initialFontName=face_for("Regular").name,  # pyright: ignore[reportArgumentType]
        )
        self.setTitle(meta.title)
        self.setAuthor(meta.author)
        self.setSubject(meta.subject)
        self.setKeywords(", ".join(meta.keywords))
        self.setCreator(meta.creator)
        self.setProducer(meta.creator)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setDateFormatter(self._date)

    def _date(self, *_now: int) -> str:
        return pdf_date(self._meta.made)

    def write(self, code: Sequence[str]) -> None:
        """Add drawing *code* to the page."""
        self._code.extend(code)

    def mark(self, elem: Elem) -> str:
        """Return the operator that opens a stretch of text of *elem* on this page."""
        row = self._rows[-1]
        elem.kids.append(("mcid", self._pageNumber, len(row)))
        row.append(elem)
        return f"/{elem.tag} <</MCID {len(row) - 1}>> BDC"

    def show_text(self, font: TTFont, size: float, text: str) -> list[str]:
        """Return the operators that show *text* in *font*; the font keeps count of its letters."""
        code: list[str] = []
        for subset, letters in font.splitString(text, self._doc):
            code.append(f"{font.getSubsetInternalName(subset, self._doc)} {size:g} Tf")
            code.append(f"<{letters.hex()}> Tj")
        return code

    def link(
        self, elem: Elem, url: str, words: str, box: tuple[float, float, float, float]
    ) -> None:
        """Make *box* (left, bottom, right, top in points) a link to *url*, owned by *elem*."""
        name = f"L{len(self._links)}"
        note = _Raw()
        target = url.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        note.text = (
            f"<</Type /Annot /Subtype /Link /Rect [{' '.join(f'{side:.2f}' for side in box)}] "
            f"/Border [0 0 0] /F 4 /Contents {text_string(words)} "
            f"/StructParent {self._pages + len(self._links)} "
            f"/A <</Type /Action /S /URI /URI ({target})>>>>"
        )
        self._addAnnotation(note, name)  # pyright: ignore[reportAttributeAccessIssue]
        elem.kids.append(("objr", self._number(self._doc.refAnnotation(name)), self._pageNumber))
        self._links.append(elem)

    def _number(self, reference: PDFObjectReference) -> int:
        return self._doc.idToObjectNumberAndVersion[reference.name][0]

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 – the hook of reportlab
        super()._setAnnotations(page)  # pyright: ignore[reportAttributeAccessIssue]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        vars(page).update(StructParents=self._pageNumber - 1, Tabs=PDFName("S"))
        self._rows.append([])

    def save(self) -> None:
        """Write the file, with the structure tree and the metadata."""
        document = self._doc
        catalog: PDFCatalog = document.Catalog  # pyright: ignore[reportAttributeAccessIssue]
        catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        colours = PDFStream(PDFDictionary({"N": 3}), _srgb(), filters=[pdfdoc.PDFZCompress])
        intent = _Raw()
        intent.text = (
            "<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
            "/Info (sRGB IEC61966-2.1) "
            f"/DestOutputProfile {self._number(document.Reference(colours))} 0 R>>"
        )
        vars(catalog).update(
            StructTreeRoot=self._tree(),
            MarkInfo=PDFDictionary({"Marked": "true"}),
            Metadata=PDFStream(kind, xmp(self._meta)),
            OutputIntents=PDFArray([document.Reference(intent)]),
        )
        super().save()

    def _tree(self) -> _Raw:
        tree, parents = _Raw(), _Raw()
        top = self._number(self._doc.Reference(tree))
        numbers: dict[int, int] = {}
        pages = [
            self._number(pdfdoc.PDFObjectReference(f"Page{page + 1}"))
            for page in range(self._pages)
        ]
        tree_kid = self._emit(self._root, top, numbers, pages)
        rows = [
            f"{number} [{' '.join(f'{numbers[id(elem)]} 0 R' for elem in row)}]"
            for number, row in enumerate(self._rows[: self._pages])
        ]
        rows += [
            f"{self._pages + number} {numbers[id(elem)]} 0 R"
            for number, elem in enumerate(self._links)
        ]
        parents.text = f"<</Nums [{' '.join(rows)}]>>"
        tree.text = (
            f"<</Type /StructTreeRoot /K [{tree_kid} 0 R] "
            f"/ParentTree {self._number(self._doc.Reference(parents))} 0 R "
            f"/ParentTreeNextKey {len(rows)}>>"
        )
        return tree

    def _emit(self, elem: Elem, parent: int, numbers: dict[int, int], pages: list[int]) -> int:
        raw = _Raw()
        number = numbers[id(elem)] = self._number(self._doc.Reference(raw))
        kids: list[str] = []
        for kid in elem.kids:
            if isinstance(kid, Elem):
                if not kid.is_empty():
                    kids.append(f"{self._emit(kid, number, numbers, pages)} 0 R")
            elif kid[0] == "mcid":
                kids.append(f"<</Type /MCR /Pg {pages[kid[1] - 1]} 0 R /MCID {kid[2]}>>")
            else:
                kids.append(f"<</Type /OBJR /Pg {pages[kid[2] - 1]} 0 R /Obj {kid[1]} 0 R>>")
        alt = f" /Alt {text_string(elem.alt)}" if elem.alt else ""
        attributes = f" /A {elem.attributes}" if elem.attributes else ""
        raw.text = (
            f"<</Type /StructElem /S /{elem.tag} /P {parent} 0 R{alt}{attributes} "
            f"/K [{' '.join(kids)}]>>"
        )
        return number


@cache
def _srgb() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _mend_reportlab() -> None:
    """Repair two things of reportlab that break PDF/A and signs beyond U+FFFF.

    A stream must end with a line break before ``endstream`` (ISO 19005-2, 6.1.7.1), and the table
    from letters to text must be in UTF-16.
    """
    plain_format = PDFStream.format
    ending = b"endstream\n"

    def stream_format(self: PDFStream, document: PDFDocument) -> bytes:
        written = plain_format(self, document)
        return written[: -len(ending)] + b"\n" + ending if written.endswith(ending) else written

    def to_unicode(fontname: str, subset: Sequence[int]) -> str:
        signs = "\n".join(
            f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>"
            for code, sign in enumerate(subset)
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
            f"<< /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def\n"
            f"/CMapName /{fontname} def\n/CMapType 2 def\n1 begincodespacerange\n"
            f"<00> <{len(subset) - 1:02X}>\nendcodespacerange\n{len(subset)} beginbfchar\n{signs}\n"
            "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )

    rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller and faster
    PDFStream.format = stream_format
    ttfonts.makeToUnicodeCMap = to_unicode


_mend_reportlab()
