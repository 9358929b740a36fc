"""Make text fit for paper: no hidden characters, and no line break where a reader would stumble."""

import re
import unicodedata
from urllib.parse import quote

NBSP = "\u00a0"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_COUNTED = (
    "uur|minuten|minuut|dagen|dag|weken|week|maanden|maand|jaar|euro|leden|inwoners|aanbevelingen|"
    "adviezen|stemmen|stem|voor|tegen|onthoudingen|onthouding|keer"
)
_NUMBERED = (
    "punt|advies|actie|bijlage|besluit|toezegging|werkafspraak|artikel|lid|stap|stuk|bladzijde|"
    "figuur|vóór|vanaf|op|om|tot|artikelen|punten"
)
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"(?i)\b(\d{{1,2}}) (?=(?:{_MONTHS})\b)", rf"\1{NBSP}"),
        (rf"(?i)\b({_MONTHS}) (?=\d{{4}}\b)", rf"\1{NBSP}"),
        (rf"(?i)\b({_NUMBERED}) (?=\d)", rf"\1{NBSP}"),
        (rf"(?<=\d) (?=(?:{_COUNTED})\b)", NBSP),
        (r"\b(\d{4}) ([A-Z]{2}) +(?=[A-Z]{2})", rf"\1{NBSP}\2{NBSP}{NBSP}"),
        (r"\b((?:[A-Z]\.)+) (?=[\w'’])", rf"\1{NBSP}"),
    )
)
_BREAKS = {ord(c): "\n" for c in "\u000b\u000c\u0085\u2028\u2029\r"} | {
    ord(c): " " for c in "\t\u001c\u001d\u001e\u001f"
}
_UNWANTED = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufff9-\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069]"
)
_HIGH = re.compile("[\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U000e0000-\U0010ffff]")


def clean(text: str) -> str:
    r"""Return *text* without what paper cannot show: control characters and halves of characters.

    Every kind of line break becomes ``\n``, accents are joined to their letter (NFC). Soft hyphens
    and zero-width spaces go too: they break words where the house rules ask for whole words.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    return unicodedata.normalize("NFC", _HIGH.sub("", _UNWANTED.sub("", text)))


def tidy(text: str) -> str:
    """Return *text* cleaned, with non-breaking spaces in dates, "punt 3", "13.30 uur" and the like.

    The list is "Never a break inside" of the design of the documents; both writers use it.
    """
    text = clean(text)
    if " " not in text:
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def safe_link(url: str) -> str:
    """Return *url* fit for a link, or nothing when it is not a web or e-mail address."""
    url = clean(url).strip()
    kind = url.partition(":")[0].lower()
    if kind not in {"http", "https", "mailto"} or any(sign.isspace() for sign in url):
        return ""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]-._")
