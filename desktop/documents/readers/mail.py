"""Reads e-mails: who sent it, when, the message as text, and the files that came with it."""

import re
from datetime import date, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from desktop.documents.readers.html import html_text
from desktop.documents.readers.paper import Attachment, Paper
from desktop.documents.readers.plain import decode, nothing_to_read, tidy
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

MEDIA_TYPE = "message/rfc822"
MAX_ATTACHMENTS = 200
MAX_PARTS = 1000
MAX_FORWARDED = 50
"""Messages within messages; reading these one by one must come to an end."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_EXTENSIONS = {"message/rfc822": ".eml", "text/plain": ".txt", "application/pdf": ".pdf"}


def read_mail(name: str, data: bytes) -> Paper:
    """Read an e-mail; a forwarded message inside it becomes an attachment of its own."""
    lower = data.lower()
    if lower.count(b"multipart/") > MAX_PARTS or lower.count(b"message/rfc822") > MAX_FORWARDED:
        raise CouncilError(tr("“{name}” holds more parts than an e-mail can have.", name=name))
    message = BytesParser(policy=policy.default).parsebytes(data)
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
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decode(name, data)
    if part.get_content_type() == "text/html":
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
