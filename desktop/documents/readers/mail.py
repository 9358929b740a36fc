"""Reads e-mails: who sent it, when, the message as text, and the files that came with it."""

import codecs
import re
from datetime import date, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.utils import parseaddr, parsedate_to_datetime

from desktop.documents.readers.html import html_text
from desktop.documents.readers.paper import Attachment, Paper
from desktop.documents.readers.plain import MAX_TEXT, decode, nothing_to_read, tidy
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

MEDIA_TYPE = "message/rfc822"
MAX_ATTACHMENTS = 200
MAX_PARTS = 1000
MAX_FORWARDED = 50
"""Messages within messages; reading these one by one must come to an end."""
MAX_BYTES = 75 * 1024 * 1024
"""The largest e-mail: mail servers pass on 25 to 50 MB."""
MAX_UNFOLDED = 200 * 1024 * 1024
"""Each forwarded message is taken out whole, with those inside it."""
MAX_TAGS = 400_000
_LONG_HEADER = 20_000
_HEADER = re.compile(
    rb"^(?:content-[a-z-]+|subject|from|date|mime-version):[^\n]*(?:\n[ \t][^\n]*)*", re.I | re.M
)
_SEAM = re.compile(rb"^--", re.M)
_MANY_SEAMS = 5000
_PIECE = 1 << 20
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape"})
"""Python knows these, mail does not; some take minutes."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_EXTENSIONS = {"message/rfc822": ".eml", "text/plain": ".txt", "application/pdf": ".pdf"}


def read_mail(name: str, data: bytes) -> Paper:
    """Read an e-mail; a forwarded message inside it becomes an attachment of its own."""
    _check(name, data)
    message = _parsed(data)
    bodies: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    attachments: list[Attachment] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if _is_attachment(part):
            if len(attachments) < MAX_ATTACHMENTS:
                attachments.append(_attachment(part, len(attachments) + 1))
        elif kind in bodies:
            bodies[kind].append(_body(name, part))
    plain = tidy("\n\n".join(bodies["text/plain"]))
    rich = tidy("\n\n".join(bodies["text/html"]))
    # Some senders put only "see the HTML version" in the plain part.
    text = rich if len(rich) > 4 * len(plain) + 200 or not plain else plain
    return Paper(
        name=name,
        media_type=MEDIA_TYPE,
        text=text,
        title=_header(message, "Subject"),
        sender=_sender(message),
        sent=_sent(message),
        attachments=tuple(attachments),
        warning="" if text or attachments else nothing_to_read(),
    )


def _check(name: str, data: bytes) -> None:
    """Refuse what would take minutes or gigabytes to take apart."""
    if len(data) > MAX_BYTES:
        raise CouncilError(
            tr("“{name}” is too large for an e-mail. Save its appendices one by one.", name=name)
        )
    forwarded = _count(rb"message/rfc822", data)
    too_many = _count(rb"multipart/", data) > MAX_PARTS or forwarded > MAX_FORWARDED
    seams = sum(1 for _ in _SEAM.finditer(data))
    long = any(found.end() - found.start() > _LONG_HEADER for found in _HEADER.finditer(data))
    if too_many or seams > _MANY_SEAMS or long or forwarded * len(data) > MAX_UNFOLDED:
        raise _too_much(name)


def _too_much(name: str) -> CouncilError:
    return CouncilError(tr("“{name}” holds more parts than an e-mail can have.", name=name))


def _count(words: bytes, data: bytes) -> int:
    return sum(1 for _ in re.finditer(words, data, re.I))


def _parsed(data: bytes) -> EmailMessage:
    """Return the e-mail, read in pieces: at once it would take nine times its size."""
    parser = BytesFeedParser(EmailMessage, policy=policy.default)
    for start in range(0, len(data), _PIECE):
        parser.feed(data[start : start + _PIECE])
    return parser.close()


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """Return the leaves of the message, without looking inside forwarded messages."""
    leaves: list[EmailMessage] = []
    waiting: list[EmailMessage] = [message]
    while waiting and len(leaves) < MAX_PARTS:
        part = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting.extend(item for item in reversed(inside) if isinstance(item, EmailMessage))
        else:
            leaves.append(part)
    return leaves


def _is_attachment(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    if kind == MEDIA_TYPE:
        return True
    if kind in {"text/plain", "text/html"}:
        return part.is_attachment() or (bool(part.get_filename()) and kind == "text/plain")
    # Logos in a signature and digital signatures are no papers.
    if part.get_content_maintype() == "image" and part["Content-ID"] and not part.is_attachment():
        return False
    return kind not in {
        "application/pkcs7-signature",
        "application/pgp-signature",
        "text/calendar",
    } and (part.is_attachment() or bool(part.get_filename()) or kind != "text/x-unknown")


def _attachment(part: EmailMessage, number: int) -> Attachment:
    kind = part.get_content_type()
    inside = part.get_payload()
    given = part.get_filename() or ""
    if kind == MEDIA_TYPE and isinstance(inside, list) and inside:
        forwarded = inside[0]
        given = given or (
            str(forwarded["Subject"] or "") if isinstance(forwarded, EmailMessage) else ""
        )
        data = forwarded.as_bytes() if isinstance(forwarded, EmailMessage) else b""
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    safe = " ".join(_UNSAFE.sub(" ", given).split()).strip(" .")[:120] or tr(
        "appendix {number}", number=number
    )
    extension = _EXTENSIONS.get(kind, "")
    if (
        extension
        and not safe.lower().endswith(extension)
        and ("." not in safe or kind == MEDIA_TYPE)
    ):
        safe += extension
    return Attachment(safe, data)


def _body(name: str, part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        strange = len(data) > MAX_TEXT or codecs.lookup(charset).name in _NO_CHARSETS
        text = decode(name, data) if strange else data.decode(charset)
    except (LookupError, ValueError):
        text = decode(name, data)
    if part.get_content_type() == "text/html":
        if text.count("<") > MAX_TAGS:
            raise _too_much(name)
        return html_text(text)
    return _unflowed(text) if str(part.get_param("format", "")).lower() == "flowed" else text


def _unflowed(text: str) -> str:
    """Join the lines that a mail program broke: in "flowed" text those end in a space."""
    pieces: list[str] = []
    for line in text.splitlines():
        soft = line.endswith(" ") and line != "-- "
        pieces.append(line if soft else line + "\n")
    return "".join(pieces)


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message[name] or "").split())[:300]


def _sender(message: EmailMessage) -> str:
    name, address = parseaddr(str(message["From"] or ""))
    name, address = " ".join(name.split())[:200], " ".join(address.split())[:200]
    return f"{name} <{address}>" if name and address and name != address else name or address


def _sent(message: EmailMessage) -> date | None:
    try:
        moment: datetime = parsedate_to_datetime(str(message["Date"] or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.date()
