"""Turns the HTML of an e-mail into plain text with its paragraphs, lists and tables."""

import re

from desktop.documents.readers.archive import Element, local
from desktop.domain.word_sets import word_set

_BLOCKS = word_set(
    "p div section article header footer h1 h2 h3 h4 h5 h6 blockquote pre ul ol table tr "
    "form fieldset address center dl dt dd hr figure main aside nav"
)
_SKIPPED = word_set("script style head title meta link template object iframe noscript svg")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]*>")


def parsed(source: str) -> Element | None:
    """Return the HTML *source* as a tree of at most 255 levels; None when it is no such page."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        # As bytes: lxml refuses a str that declares its own encoding. It stops at a NUL.
        found = source.replace("\0", "").encode("utf-8", "replace")
        root = lxml.html.document_fromstring(found, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None
    # What lies deeper than it goes, it leaves out without a word.
    cut_off = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
    return None if cut_off else root


def html_text(source: str) -> str:
    """Return the text of the HTML *source*; hidden parts and scripts are left out.

    Of what is no proper page, everything between the tags.
    """
    root = parsed(source)
    if root is None:
        return "\n".join(
            " ".join(line.split()) for line in _TAG.sub(" ", source).split("\n")
        ).strip()
    pieces: list[str] = []
    _walk(root, pieces)
    lines = "".join(pieces).split("\n")
    return "\n".join(re.sub(r" {2,}", " ", line).strip(" ") for line in lines).strip()


def _walk(element: Element, pieces: list[str], mark: str = "- ") -> None:
    kind = local(element).lower()
    if not kind or kind in _SKIPPED or _hidden(element):
        return
    if kind == "br":
        pieces.append("\n")
        return
    block = kind in _BLOCKS
    if block:
        _break(pieces, "\n" if kind in {"div", "tr", "li"} else "\n\n")
    elif kind == "li":
        _break(pieces, "\n")
        pieces.append(mark)
    elif kind in {"td", "th"} and pieces and not pieces[-1].endswith("\n"):
        pieces.append("\t")
    _text(element.text, pieces)
    number = _first_number(element) if kind == "ol" else None
    for part in element:
        _walk(part, pieces, "- " if number is None else f"{number}. ")
        if number is not None and local(part).lower() == "li":
            number += 1
        _text(part.tail, pieces)
    if block or kind == "li":
        _break(pieces, "\n" if kind in {"div", "tr", "li"} else "\n\n")


def _text(text: str | None, pieces: list[str]) -> None:
    if text:
        clean = _SPACE.sub(" ", text)
        at_start = not pieces or pieces[-1].endswith(("\n", "\t"))
        pieces.append(clean.lstrip(" ") if at_start else clean)
        if not pieces[-1]:
            pieces.pop()


def _break(pieces: list[str], mark: str) -> None:
    ending = "".join(pieces[-2:])
    if pieces and not ending.endswith(mark):
        pieces.append("\n" if ending.endswith("\n") else mark)


def _first_number(numbered: Element) -> int:
    start = str(numbered.get("start", "1"))
    return int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1


def _hidden(element: Element) -> bool:
    style = str(element.get("style", "")).replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
