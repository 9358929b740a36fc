"""Reads the papers that reach a council: Word, OpenDocument, PDF, text and e-mail."""

from pathlib import Path, PurePath

from desktop.documents.readers.kinds import Kind, kind_of, unknown_kind
from desktop.documents.readers.paper import Attachment, Paper
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

__all__ = ["MAX_BYTES", "SUFFIXES", "Attachment", "Paper", "read_bytes", "read_file", "read_paper"]

SUFFIXES = (".docx", ".odt", ".pdf", ".txt", ".md", ".eml")
"""What a file dialog may offer, in the order people meet them."""
MAX_BYTES = 200 * 1024 * 1024
"""The largest paper that is taken in: 200 MB."""
_LONGEST_NAME = 160
"""Signs; the end of a name is kept, because it says the kind."""


def read_file(path: Path | str) -> Paper:
    """Read the paper at *path*.

    Raises:
        CouncilError: one sentence that says why the file cannot be read.

    """
    return read_paper(*read_bytes(Path(path)))


def read_bytes(path: Path) -> tuple[str, bytes]:
    """Return the name of the file at *path*, fit to show, and what is in it; as ``read_file``."""
    name = _shown(path.name)
    try:
        if path.is_dir():
            raise CouncilError(tr("“{name}” is a folder. Choose one file.", name=name))
        _check_size(name, path.stat().st_size)
        return name, path.read_bytes()
    except (OSError, ValueError) as error:
        raise CouncilError(
            tr("“{name}” cannot be opened. Is it still there, and may you read it?", name=name)
        ) from error


def read_paper(name: str, data: bytes) -> Paper:
    """Read a paper called *name*; what is inside decides the format, not the name.

    Raises:
        CouncilError: one sentence that says why the paper cannot be read, whatever the bytes are.

    """
    name = _shown(PurePath(name.replace("\\", "/")).name)
    _check_size(name, len(data))
    try:
        return _read(kind_of(name, data), name, data)
    except CouncilError:
        raise
    # Foreign parsers raise anything at all on bytes made to hurt them; the user gets one sentence.
    except Exception as error:
        raise CouncilError(
            tr("“{name}” is damaged and cannot be read. Ask the sender for a new file.", name=name)
        ) from error


def _shown(name: str) -> str:
    """Return *name* as one line without signs that no screen shows, such as halves of an emoji."""
    line = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(line.split())[-_LONGEST_NAME:] or tr("paper")


def _check_size(name: str, size: int) -> None:
    if size == 0:
        raise CouncilError(tr("“{name}” is empty. Ask the sender for the file again.", name=name))
    if size > MAX_BYTES:
        raise CouncilError(
            tr("“{name}” is larger than 200 MB. Ask the sender for a smaller file.", name=name)
        )


def _read(kind: Kind, name: str, data: bytes) -> Paper:
    if kind == "docx":
        from desktop.documents.readers.docx import read_docx

        return read_docx(name, data)
    if kind == "odt":
        from desktop.documents.readers.odt import read_odt

        return read_odt(name, data)
    if kind == "pdf":
        from desktop.documents.readers.pdf import read_pdf

        return read_pdf(name, data)
    if kind == "eml":
        from desktop.documents.readers.mail import read_mail

        return read_mail(name, data)
    if kind in {"txt", "md"}:
        from desktop.documents.readers.plain import read_plain

        return read_plain(name, data, markdown=kind == "md")
    raise unknown_kind(name)
