"""Tells what kind of paper a file is by looking inside, so that a wrong name does no harm."""

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

from desktop.documents.readers.archive import open_archive
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

Kind: TypeAlias = Literal["docx", "odt", "pdf", "txt", "md", "eml"]

_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"BM",
    b"RIFF",
    b"\0\0\x01\0",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MAIL_HEADER = re.compile(
    rb"^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|"
    rb"content-type|x-[a-z-]{1,40}|arc-[a-z-]{1,40}|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_TEXT = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")


def unknown_kind(name: str) -> CouncilError:
    """Return the error that names the formats that do work."""
    return CouncilError(
        tr(
            "The app cannot read “{name}”. These do work: Word (.docx), OpenDocument (.odt), PDF, "
            "text (.txt, .md) and e-mail (.eml).",
            name=name,
        )
    )


def kind_of(name: str, data: bytes) -> Kind:
    """Return the kind of the paper *data*; its *name* only decides between kinds of text.

    Raises:
        CouncilError: the paper is of a kind that cannot be read.

    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(name, data)
    if data.startswith(_OLD_OFFICE):
        raise _old_office(name, data)
    if data.startswith(_PICTURES) and not _looks_like_text(data):
        raise CouncilError(
            tr("“{name}” is a picture, not a text. Ask the sender for the text itself.", name=name)
        )
    return _kind_of_text(name, data)


def _kind_of_archive(name: str, data: bytes) -> Kind:
    with open_archive(name, data) as archive:
        names = set(archive.names)
        if "mimetype" in names:
            mime = archive.read("mimetype", limit=200).strip()
            if mime.startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt"
        if archive.word_part():
            return "docx"
    raise unknown_kind(name)


def _old_office(name: str, data: bytes) -> CouncilError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return CouncilError(
            tr(
                "“{name}” is locked with a password. Ask the sender for a file without one.",
                name=name,
            )
        )
    if name.lower().endswith(".msg"):
        return CouncilError(
            tr("“{name}” is an Outlook file. Save the e-mail as .eml and try again.", name=name)
        )
    return CouncilError(
        tr("“{name}” is in an old Word format. Save it as .docx and try again.", name=name)
    )


def _kind_of_text(name: str, data: bytes) -> Kind:
    suffix = PurePath(name).suffix.lower()
    start = data[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.lower().startswith(_OTHER_TEXT):
        raise unknown_kind(name)
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    headers = {match.group().lower() for match in _MAIL_HEADER.finditer(head)}
    if suffix == ".eml" and headers and _looks_like_text(data):
        return "eml"
    if suffix == ".md":
        return "md"
    if suffix not in {"", ".txt", ".eml", ".docx", ".odt", ".pdf"}:
        raise unknown_kind(name)
    if len(headers) >= 3 and headers & {b"received:", b"message-id:", b"mime-version:"}:
        return "eml"
    if suffix in {".docx", ".odt", ".pdf"} and not _looks_like_text(data):
        raise CouncilError(
            tr("“{name}” is damaged and cannot be read. Ask the sender for a new file.", name=name)
        )
    return "txt"


def _looks_like_text(data: bytes) -> bool:
    start = data[:4096]
    return start.startswith(_TEXT_MARKS) or b"\0" not in start
