"""Opens .docx and .odt files, zip archives of XML, without letting them hurt the computer."""

import io
import zipfile
from types import TracebackType
from typing import Any, TypeAlias

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

Element: TypeAlias = Any  # lxml comes without types
MAX_MEMBERS = 10_000
MAX_PART = 60 * 1024 * 1024
"""The largest XML part that is unpacked, in bytes; a report of 1,000 pages takes about 15 MB."""
MAX_TOTAL = 1024 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked against packed size, for what is larger than ``SMALL``; normal papers stay under 60."""
SMALL = 5 * 1024 * 1024
_OFFICE_DOCUMENT = "/officeDocument"


class Archive:
    """A checked zip archive; ``parse`` gives the tree of an XML part."""

    def __init__(self, name: str, file: zipfile.ZipFile) -> None:
        self._name = name
        self._file = file
        self.names = tuple(file.namelist())

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
        if len(data) > limit:
            raise too_large_inside(self._name)
        return data

    def parse(self, part: str) -> Element | None:
        """Return the root of the XML *part*, or None when there is no such part."""
        return parse_xml(self.read(part)) if part in self.names else None

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
        raise CouncilError(
            tr("“{name}” is damaged and cannot be read. Ask the sender for a new file.", name=name)
        ) from error
    members = file.infolist()
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
    """Return the root element; entities, outside files and giant trees are not followed."""
    import lxml.etree

    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return lxml.etree.fromstring(data, parser)
