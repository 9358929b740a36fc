"""Opens .docx and .odt files, zip archives of XML, without letting them hurt the computer."""

import io
import re
import zipfile
from types import TracebackType
from typing import Any, TypeAlias

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

Element: TypeAlias = Any  # lxml comes without types
MAX_MEMBERS = 10_000
MAX_PART = 40 * 1024 * 1024
"""The largest XML part that is unpacked, in bytes; a report of 1,000 pages takes about 15 MB."""
MAX_READ = 100 * 1024 * 1024
"""The most that is unpacked of one archive, in bytes: pictures stay packed."""
MAX_MARKS = 1_500_000
"""The most tags and attributes in one archive; a report of 1,000 pages has about 800,000."""
MAX_TOTAL = 1024 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked against packed size, for what is larger than ``SMALL``; normal papers stay under 60."""
SMALL = 5 * 1024 * 1024
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OFFICE_DOCUMENT = "/officeDocument"
_PLAIN_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\0?<")
_ENCODING = re.compile(
    rb"""^[^>]{0,100}encoding\s*=\s*["'](?!utf-?(?:8|16)|us-ascii|iso-8859-|windows-125)""", re.I
)


class Archive:
    """A checked zip archive; ``parse`` gives the tree of an XML part."""

    def __init__(self, name: str, file: zipfile.ZipFile) -> None:
        self._name = name
        self._file = file
        self.names = tuple(file.namelist())
        self._room = MAX_READ
        self._marks = MAX_MARKS

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def read(self, part: str, limit: int = MAX_PART) -> bytes:
        """Return at most *limit* bytes of *part*; more than that is refused."""
        with self._file.open(part) as stream:
            data = stream.read(limit + 1)
        self._room -= len(data)
        if len(data) > limit or self._room < 0:
            raise too_large_inside(self._name)
        return data

    def parse(self, part: str) -> Element | None:
        """Return the root of the XML *part*, or None when there is no such part."""
        if part not in self.names:
            return None
        data = self.read(part)
        # A tag of four signs takes 200 bytes of memory, however well it was packed.
        self._marks -= data.count(b"<") + data.count(b"=")
        if self._marks < 0:
            raise too_large_inside(self._name)
        return parse_xml(data)

    def word_part(self) -> str:
        """Return the path of the main text of a Word file, or an empty string."""
        links = self.parse("_rels/.rels")
        for link in links if links is not None else ():
            if str(link.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                part = str(link.get("Target", "")).lstrip("/")
                if part in self.names and part.startswith("word/"):
                    return part
        return "word/document.xml" if "word/document.xml" in self.names else ""


def open_archive(name: str, data: bytes) -> Archive:
    """Open the zip archive *data*, after checking sizes and ratio in its table of contents.

    Raises:
        CouncilError: it is damaged, locked with a password or unpacks to far too much.

    """
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged(name) from error
    members = file.infolist()
    # Other ways of packing, which no word processor uses, unpack to gigabytes in one go.
    if any(member.compress_type not in _PACKINGS for member in members):
        raise _damaged(name)
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL:
        raise too_large_inside(name)
    if total > SMALL and total > MAX_RATIO * len(data):
        raise too_large_inside(name)
    if any(member.flag_bits & 1 for member in members):
        raise CouncilError(
            tr(
                "“{name}” is locked with a password. Ask the sender for a file without one.",
                name=name,
            )
        )
    return Archive(name, file)


def _damaged(name: str) -> CouncilError:
    return CouncilError(
        tr("“{name}” is damaged and cannot be read. Ask the sender for a new file.", name=name)
    )


def too_large_inside(name: str) -> CouncilError:
    """Return the error for an archive that unpacks to far more than a paper can be."""
    return CouncilError(
        tr("“{name}” becomes far too large when it is opened. It is not taken in.", name=name)
    )


def local(element: Element) -> str:
    """Return the name of an element without its namespace, or "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """Return the attribute called *name*, in whatever namespace it stands."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return default


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child called *name*, or None."""
    if element is None:
        return None
    return next((item for item in element if local(item) == name), None)


def parse_xml(data: bytes) -> Element:
    """Return the root element; entities, outside files and giant trees are not followed.

    Raises ValueError for what no word processor writes: entities of its own, odd encodings.
    """
    import lxml.etree

    odd = not _PLAIN_XML.match(data) or _ENCODING.match(data)
    if odd or b"<!DOCTYPE" in data or b"<\0!\0D" in data or b"\0<\0!\0D" in data:
        raise ValueError(data[:100])
    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return lxml.etree.fromstring(data, parser)
