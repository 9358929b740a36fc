"""The files of a letter: clean names, an e-mail that is ready to send, saved all or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from desktop.documents.save import save
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.file_names import safe_name

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
MAIL = "message/rfc822"


@dataclass(frozen=True)
class LetterFile:
    """A file that belongs to a letter."""

    name: str
    data: bytes
    media_type: str


def file_stem(reference: str, subject: str, extra: str = "") -> str:
    """Return the name of the files of a letter: "CR-2026-04 Advies bijzondere bijstand".

    The name is fit for Windows too: no forbidden signs, no reserved names, at most 120 signs.
    """
    words = re.sub(r"(?i)\b(advies|zienswijze) over ", r"\1 ", subject)
    name = " ".join(filter(None, (reference, words, f"({extra})" if extra else "")))
    return safe_name(name, "Brief")


def mail(
    sender: str, to: str, subject: str, paragraphs: Sequence[str], attached: Sequence[LetterFile]
) -> bytes:
    """Return an e-mail as .eml that opens as a draft in the mail program, with *attached* files.

    *to* may hold more addresses, with commas between them.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())
    for header, address in (("From", sender), ("To", to)):
        known = [found for part in address.split(",") if (found := _address(part))]
        if known:
            message[header] = known
    message["X-Unsent"] = "1"
    message.set_content("\n\n".join(paragraphs) + "\n")
    for file in attached:
        kind, _, subtype = file.media_type.partition("/")
        message.add_attachment(file.data, maintype=kind, subtype=subtype, filename=file.name)
    return message.as_bytes()


def _address(text: str) -> Address | None:
    """Return *text* as an address, or None when a mail program would not take it."""
    try:
        known = Address(addr_spec=text.strip())
    except (HeaderParseError, ValueError, IndexError):
        return None
    return known if known.username and known.domain else None


def save_files(folder: Path, files: Sequence[LetterFile]) -> list[Path]:
    """Write *files* into *folder*; return where they are. Nothing that is there is overwritten.

    Raises CouncilError when the folder cannot be written: the letter itself is safe in the file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_save(folder, file) for file in files]
    except OSError as error:
        raise CouncilError(
            tr(
                "The letter is kept safely, but it could not be saved in “{folder}”. "
                "Choose another folder.",
                folder=folder.name or str(folder),
            ),
            "folder",
        ) from error


def _save(folder: Path, file: LetterFile) -> Path:
    stem, dot, ending = file.name.rpartition(".")
    path, number = folder / file.name, 1
    while path.exists():
        if path.is_file() and path.read_bytes() == file.data:
            return path
        number += 1
        path = folder / f"{stem} ({number}){dot}{ending}"
    save(path, file.data)
    return path
