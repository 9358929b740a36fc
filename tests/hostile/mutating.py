"""Spoils a valid file in ways that know its structure: one ``Random`` decides everything."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

NASTY = (
    "", " ", "0", "-1", "1", "9999999", "9" * 25, "9" * 5000, "1e999", "NaN",
    "Infinity", "²", "٣",
    "../../../weg", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\deel", "con", "a\u202eb",
    "é", "e\u0301", "👩‍👩‍👧", "\U0010ffff", "\ufeff", "\u2028", "%1%2%3%9",
    "{a.__class__}", "%s", "{{7*7}}",
    "=1+1", "x" * 20_000, "a b" * 3000, "31-02-2026", "99:99", "\t", "\n",
    "'\"<>&", "true", "null", "[]",
)  # fmt: skip
_TAG = re.compile(r"<[^<>]{1,400}>")
_ATTRIBUTE = re.compile(r'="[^"<>]{0,200}"')
_NUMBER = re.compile(rb"\d{1,10}")
_NAME = re.compile(rb"/[A-Za-z]{2,20}")

Mutator = Callable[[bytes, Random], bytes]


def raw(data: bytes, chance: Random) -> bytes:
    """Change, cut, double and insert a few bytes."""
    spoiled = bytearray(data or b"x")
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(spoiled) + 1)
        match chance.randrange(5):
            case 0:
                spoiled[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoiled[place : place + chance.choice((1, 3, 50, 2000))]
            case 2:
                spoiled[place:place] = spoiled[place : place + 300] * chance.choice((1, 2, 20))
            case 3:
                spoiled[place:place] = chance.randbytes(chance.randint(1, 30))
            case _:
                spoiled[place:place] = chance.choice(NASTY).encode()
    return bytes(spoiled)


def bytes_only(_data: bytes, chance: Random) -> bytes:
    """Return bytes that were never a file, now and then behind a real beginning."""
    starts = (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"From: a\nMIME-Version: 1.0\n", b"\xff\xfe", b"{")
    return chance.choice(starts) + chance.randbytes(chance.choice((1, 20, 300, 5000)))


def xml(text: str, chance: Random) -> str:
    """Drop, double, move, nest and rename tags, and put nasty words in attributes and text."""
    for _ in range(chance.randint(1, 5)):
        tags = list(_TAG.finditer(text))
        if not tags:
            return text
        one, other = chance.choice(tags), chance.choice(tags)
        nasty = chance.choice(NASTY).replace("&", "&amp;").replace("<", "&lt;").replace('"', "")
        match chance.randrange(7):
            case 0:
                text = text[: one.start()] + text[one.end() :]
            case 1:
                text = text[: one.start()] + other.group() + text[one.start() :]
            case 2:
                low, high = sorted((one.start(), other.end()))
                text = text[:high] + text[low:high] * chance.choice((1, 2, 30)) + text[high:]
            case 3:
                low, high = sorted((one.start(), other.end()))
                text = text[:low] + text[high:]
            case 4:
                text = text[: one.end()] + nasty + text[one.end() :]
            case 5:
                spots = list(_ATTRIBUTE.finditer(text))
                if spots:
                    spot = chance.choice(spots)
                    text = f'{text[: spot.start()]}="{nasty}"{text[spot.end() :]}'
            case _:
                text = text[: one.start()] + _nested(one.group(), chance) + text[one.start() :]
    return text


def _nested(tag: str, chance: Random) -> str:
    name = re.match(r"</?([\w:.-]+)", tag)
    many = chance.choice((1, 3, 200))
    return f"<{name[1]}>" * many + f"</{name[1]}>" * many if name else ""


def package(data: bytes, chance: Random) -> bytes:
    """Spoil the parts of a zip archive, or the archive around them."""
    if chance.random() < 0.25:
        return raw(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(part.filename, archive.read(part)) for part in archive.infolist()]
    place = chance.randrange(len(parts))
    name, content = parts[place]
    match chance.randrange(8):
        case 0:
            del parts[place]
        case 1:
            parts.append((chance.choice(("../../weg", "/weg", "a\\..\\weg", "x" * 300)), content))
        case 2:
            parts[place] = (name, raw(content, chance))
        case 3:
            parts.append((name, raw(content, chance)))
        case _:
            spoil = xml if b"<" in content[:200] else _text
            parts[place] = (name, spoil(content.decode("utf-8", "replace"), chance).encode())
    methods = (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    method = chance.choices(methods, (10, 3, 1, 1))[0]
    return zipped(parts, method)


def zipped(parts: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive with *parts*, also when a name comes twice."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts:
            part = zipfile.ZipInfo(name)
            part.compress_type = method
            archive.NameToInfo.pop(name, None)
            archive.writestr(part, content)
    return file.getvalue()


def pdf(data: bytes, chance: Random) -> bytes:
    """Change numbers, names, references and whole objects of a PDF."""
    if chance.random() < 0.3:
        return raw(data, chance)
    for _ in range(chance.randint(1, 5)):
        match chance.randrange(4):
            case 0:
                data = _swap(data, _NUMBER, chance, (b"0", b"-1", b"4294967296", b"9" * 30, b"1"))
            case 1:
                data = _swap(data, _NAME, chance, tuple(set(_NAME.findall(data))) or (b"/X",))
            case 2:
                data = _swap(data, re.compile(rb"\d+ 0 R"), chance, (b"1 0 R", b"999 0 R", b"null"))
            case _:
                objects = re.findall(rb"\d+ 0 obj.*?endobj", data, re.S)
                if objects:
                    data = data.replace(chance.choice(objects), chance.choice(objects), 1)
    return data


def lines(data: bytes, chance: Random) -> bytes:
    """Shuffle, double, drop and spoil the lines of a text, a mail or a table."""
    if chance.random() < 0.3:
        return raw(data, chance)
    rows = data.split(b"\n")
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(rows))
        match chance.randrange(5):
            case 0:
                rows[place:place] = rows[place : place + 3] * chance.choice((1, 5, 100))
            case 1:
                del rows[place : place + chance.randint(1, 3)]
            case 2:
                other = chance.randrange(len(rows)) if rows else 0
                if rows and place < len(rows):
                    rows[place], rows[other] = rows[other], rows[place]
            case 3:
                rows.insert(place, chance.choice(NASTY).encode())
            case _:
                if place < len(rows):
                    row = rows[place].decode("utf-8", "replace")
                    rows[place] = _text(row, chance).encode("utf-8", "replace")
        rows = rows or [b""]
    return b"\n".join(rows)


def jsons(data: bytes, chance: Random) -> bytes:
    """Put other types and nasty words on places in a piece of JSON."""
    if chance.random() < 0.3:
        return raw(data, chance)
    value = json.loads(data)
    for _ in range(chance.randint(1, 3)):
        value = _other(value, chance)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _other(value: Any, chance: Random) -> Any:
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        if chance.random() < 0.15:
            return {name: one for name, one in value.items() if name != key}
        return value | {key: _other(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.7:
        place = chance.randrange(len(value))
        return [*value[:place], _other(value[place], chance), *value[place + 1 :]]
    deep: Any = []
    for _ in range(400):
        deep = [deep]
    odd = (None, True, -1, 10**30, 1e308, float("inf"), float("nan"), [], {}, [[]], "\ud800", deep)
    return chance.choice((*odd, *NASTY))


def _text(text: str, chance: Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(NASTY) + text[place + chance.choice((0, 1, 20)) :]


def _swap(data: bytes, what: re.Pattern[bytes], chance: Random, by: Sequence[bytes]) -> bytes:
    spots = list(what.finditer(data))
    if not spots:
        return data
    spot = chance.choice(spots)
    return data[: spot.start()] + chance.choice(by) + data[spot.end() :]
