"""What comes out of an incoming paper: its text, who sent it and when, and what came with it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Attachment:
    """A file that came with an e-mail; ``read_paper(name, data)`` reads it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Paper:
    """An incoming paper as plain text.

    In ``text`` a blank line ends a paragraph, a line break stays a line break, items of a list keep
    their number ("1. …") and cells of a table row are parted by tabs. ``pages`` is None when the
    format does not know pages. ``letterhead`` is what stands in the page headers of a Word or
    OpenDocument file: not part of the text, but many letters keep their reference and date there.
    ``warning`` is a sentence for the user when something was not read.
    """

    name: str
    media_type: str
    text: str
    pages: int | None = None
    title: str = ""
    sender: str = ""
    sent: date | None = None
    attachments: tuple[Attachment, ...] = ()
    warning: str = ""
    letterhead: str = ""
