"""Reads plain text in the encodings that Dutch offices use, and cleans its white space."""

import codecs
import re

from desktop.documents.readers.paper import Paper
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

MAX_TEXT = 20_000_000
"""The longest text that is read, in bytes: about 7,000 pages."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE_BEFORE_BREAK = re.compile(r"(?<![ \t])[ \t]+(?=\n)")
_BLANK_LINES = re.compile(r"\n{3,}")
_MARKDOWN_TITLE = re.compile(r"^#[ \t]+(\S.*)$", re.MULTILINE)


def read_plain(name: str, data: bytes, *, markdown: bool = False) -> Paper:
    """Read a text file; a Markdown file keeps its marks and gives its first heading as title."""
    text = tidy(decode(name, data))
    heading = _MARKDOWN_TITLE.search(text) if markdown else None
    return Paper(
        name=name,
        media_type="text/markdown" if markdown else "text/plain",
        text=text,
        title=heading.group(1).strip() if heading else "",
        warning="" if text else nothing_to_read(),
    )


def decode(name: str, data: bytes) -> str:
    """Return *data* as text: UTF-8, UTF-16 or the Windows code page 1252.

    Raises:
        CouncilError: these bytes are not text, or far more than a paper holds.

    """
    if len(data) > MAX_TEXT:
        raise CouncilError(
            tr("“{name}” holds more text than the app can read. Ask for it in parts.", name=name)
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(name, data.decode(encoding, errors="replace"))
    half = data[:2000]
    if half.count(0) > len(half) // 4:
        encoding = "utf-16-le" if half[1::2].count(0) > half[0::2].count(0) else "utf-16-be"
        return _checked(name, data.decode(encoding, errors="replace"))
    try:
        return _checked(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(name, data.decode("cp1252", errors="replace"))


def tidy(text: str) -> str:
    """Return *text* with plain line breaks, no invisible control marks and single blank lines."""
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n\n")
    )
    text = _CONTROL.sub(
        "", text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n")
    )
    # Word draws its bullets with signs of its own symbol font.
    text = text.replace("\uf0b7", "•").replace("\uf0a7", "•").replace("\uf0d8", "•")
    text = text.replace("\xa0", " ").replace("\xad", "").replace("\u200b", "")
    return _BLANK_LINES.sub("\n\n", _SPACE_BEFORE_BREAK.sub("", text)).strip("\n \t")


def nothing_to_read() -> str:
    """Return the warning for a paper that holds no text, such as a scan."""
    return tr("This paper holds no readable text: type the questions over.")


def _checked(name: str, text: str) -> str:
    strange = len(_CONTROL.findall(text[:100_000])) + text[:100_000].count("�")
    if "\0" in text or strange > 2 + len(text[:100_000]) // 50:
        raise CouncilError(
            tr("“{name}” does not hold text that can be read. Is it the right file?", name=name)
        )
    return text
