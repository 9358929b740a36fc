"""Write a document as Word: real styles, headings and lists, so that others can work on in it."""

from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.columns import one_line
from desktop.documents.document import Document, Letterhead, footer_text
from desktop.documents.look import MM, Look, look
from desktop.documents.save import save
from desktop.documents.text import clean, tidy
from desktop.documents.word_body import body
from desktop.documents.word_story import Story
from desktop.documents.word_styles import NAMESPACES, twips
from desktop.documents.word_template import template
from desktop.documents.word_xml import paragraph, picture, space_after, text_run
from desktop.resources import resource

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.parts.story import StoryPart
    from docx.section import (
        _Footer,  # pyright: ignore[reportPrivateUsage]
        _Header,  # pyright: ignore[reportPrivateUsage]
    )

EM_SPACE = "\u2003"


def write_word(document: Document, path: Path) -> None:
    """Write *document* to *path* as ``.docx``; all or nothing.

    Raises CouncilError when a picture in it cannot be read, OSError when the disk refuses.
    """
    save(path, word_bytes(document))


def word_bytes(document: Document) -> bytes:
    """Return *document* as the bytes of a ``.docx`` file."""
    import docx

    letter = document.letterhead
    empty = template(document.size, letter is not None, document.language)
    file = docx.Document(BytesIO(empty))
    page = look(document.size)
    story = Story(page, file.part)
    start = ""
    if letter is not None:
        # A table cannot carry frames, so a line of one point stands between them and the kenmerk.
        start = _sender(letter, page) + _address(letter, page) + paragraph("Anker", "")
    content = start + "".join(body(story, document.blocks))
    _fill_body(file, content)
    _numbering(file, story.numbering)
    _headers(file, document, page)
    _properties(file, document)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _parse(xml: str) -> "list[BaseOxmlElement]":
    from docx.oxml import parse_xml

    return list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"))


def _fill_body(file: "WordDocument", content: str) -> None:
    body = file.element.body
    body.remove(body[0])  # the empty paragraph of the template
    section = body[-1]
    for child in _parse(content):
        section.addprevious(child)
    if section.getprevious() is None or section.getprevious().tag.endswith("}tbl"):
        section.addprevious(_parse('<w:p><w:pPr><w:pStyle w:val="Tabel"/></w:pPr></w:p>')[0])


def _numbering(file: "WordDocument", extra: list[str]) -> None:
    if extra:
        numbering = file.part.numbering_part.element
        for child in _parse("".join(extra)):
            numbering.append(child)


def _properties(file: "WordDocument", document: Document) -> None:
    about = file.core_properties
    made = document.moment.astimezone(UTC).replace(tzinfo=None)
    about.title = clean(document.title)[:255]
    about.author = about.last_modified_by = clean(document.author)[:255]
    about.subject = ", ".join(filter(None, map(clean, (document.reference, document.state))))[:255]
    words = (document.reference, *document.keywords)
    about.keywords = ", ".join(clean(word) for word in words if word)[:255]
    about.language = document.language
    about.created = about.modified = made
    about.revision = 1


# --- headers and footers ---------------------------------------------------------------------
def _headers(file: "WordDocument", document: Document, page: Look) -> None:
    section = file.sections[0]
    first = section.first_page_header
    head = _letter_header if document.letterhead is not None else _plain_header
    _replace(first, head(first.part, document, page))
    footer = _footer(document)
    for place in (section.first_page_footer, section.footer):
        _replace(place, footer)


def _replace(place: "_Header | _Footer", xml: str) -> None:
    element = place.part.element
    for child in list(element):
        element.remove(child)
    for child in _parse(xml):
        element.append(child)


def _footer(document: Document) -> str:
    parts = [text_run(tidy(footer_text(document))), "<w:r><w:tab/></w:r>"]
    for number, words in enumerate(_around_fields(tidy(document.page_words))):
        parts.append(_field(words) if number % 2 else text_run(words))
    return paragraph("Footer", "".join(parts))


def _around_fields(text: str) -> list[str]:
    """Return *text* cut at its places: text, field, text, field, text."""
    return text.replace("{pages}", "\0NUMPAGES\0").replace("{page}", "\0PAGE\0").split("\0")


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _mark(
    part: "StoryPart", png: bytes | None, size: float, place: tuple[float, float] | None
) -> tuple[str, float]:
    """Return the logo as XML and its width in mm; without a logo the mark of the app."""
    from desktop.documents.pictures import fit, for_word

    data = for_word(png) if png else _own_mark()
    width, high = fit(data, size * 3, size)
    ident, _ = part.get_or_add_image(BytesIO(data))
    return picture(ident, width, high, "", 1, place), width


def _own_mark() -> bytes:
    return resource("documents/mark.png").read_bytes()


def _plain_header(part: "StoryPart", document: Document, page: Look) -> str:
    drawing, _ = _mark(part, document.sender_mark, 9, None)
    after = twips((page.first_top - 10 - 4 - 9 - 1.5) * MM)
    return (
        '<w:p><w:pPr><w:pStyle w:val="Header"/>'
        f'<w:spacing w:before="{twips(4 * MM)}" w:after="{after}"/>'
        f'<w:textAlignment w:val="center"/></w:pPr><w:r>{drawing}</w:r>'
        f"{text_run(EM_SPACE + clean(document.author))}</w:p>"
    )


def _letter_header(part: "StoryPart", document: Document, page: Look) -> str:
    letter = document.letterhead
    drawing, _ = _mark(part, letter.logo_png if letter else None, 15, (page.side, 16))
    folds = "".join(_fold(place) for place in (99, 198) if page.height > 250)
    window = _window(letter) if letter and letter.draw_window else ""
    high = twips((_text_top(letter, page) - 10) * MM)
    return (
        f"{folds}{window}"
        f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:spacing w:line="{high}" w:lineRule="exact"/>'
        f"</w:pPr><w:r>{drawing}</w:r></w:p>"
    )


def _text_top(letter: Letterhead | None, page: Look) -> float:
    """Return where the text of a letter starts, in mm."""
    if letter is None or letter.window_left is None or letter.window_top is None:
        return 50.0
    line = page.dress["address"].line / MM
    return max(88.0, letter.window_top + len(letter.address) * line + 10)


def _frame(left: float, top: float, width: float, high: float = 0) -> str:
    """Return the frame that puts a paragraph at a place on the page (mm)."""
    tall = f' w:h="{twips(high * MM)}" w:hRule="exact"' if high else ""
    return (
        f'<w:framePr w:w="{twips(width * MM)}"{tall} w:wrap="around" w:vAnchor="page" '
        f'w:hAnchor="page" w:x="{twips(left * MM)}" w:y="{twips(top * MM)}"/>'
    )


def _fold(top: float) -> str:
    edge = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="857C6D"/></w:pBdr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Vouwmerk"/>{_frame(5, top, 4, 2)}{edge}'
        '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _window(letter: Letterhead) -> str:
    if letter.window_left is None or letter.window_top is None:
        return ""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="857C6D"/>'
        for side in ("top", "left", "bottom", "right")
    )
    place = _frame(letter.window_left, letter.window_top, 85, 28)
    return f'<w:p><w:pPr><w:pStyle w:val="Vouwmerk"/>{place}<w:pBdr>{sides}</w:pBdr></w:pPr></w:p>'


# --- sender and address ----------------------------------------------------------------------
def _sender(letter: Letterhead, page: Look) -> str:
    logo = _logo_width(letter)
    left = page.side + logo + 5
    width = page.width - page.side - left
    frame = _frame(left, 16.5, width)
    edge = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width * MM)}"/></w:tabs>'
    lines = [paragraph("Afzendernaam", text_run(tidy(letter.sender)), frame)]
    texts = list(letter.sender_lines) or [""]
    contact = list(letter.contact_lines)
    for text in texts[:-1]:
        lines.append(paragraph("Afzender", text_run(tidy(text)), frame))
    beside = one_line(letter, page, width)
    first = contact.pop(0) if contact and beside else ""
    tab = "<w:r><w:tab/></w:r>"
    last = text_run(tidy(texts[-1])) + (tab + text_run(tidy(first)) if first else "")
    lines.append(paragraph("Afzender", last, frame + edge))
    lines += [
        paragraph("Afzender", (tab if beside else "") + text_run(tidy(text)), frame + edge)
        for text in contact
    ]
    return "".join(lines)


def _logo_width(letter: Letterhead) -> float:
    from desktop.documents.pictures import fit

    return fit(letter.logo_png, 45, 15)[0] if letter.logo_png else 15


def _address(letter: Letterhead, page: Look) -> str:
    if letter.window_left is None or letter.window_top is None:
        lines = [paragraph("Adres", text_run(tidy(text))) for text in letter.address]
        return "".join([*lines[:-1], *(space_after(line, 11 * MM) for line in lines[-1:])])
    width = min(85.0, page.width - letter.window_left - 10)
    frame = _frame(letter.window_left, letter.window_top, width)
    return "".join(paragraph("Adres", text_run(tidy(text)), frame) for text in letter.address)
