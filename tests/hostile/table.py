"""Every way that foreign bytes come into the app: one line per reader, and all tests know it."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from desktop.documents.readers import Paper, read_file, read_paper
from desktop.domain.errors import CouncilError
from tests.hostile import mutating, seeds
from tests.hostile.mutating import Mutator

TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Reader:
    """A reader, what it can read, and how that is spoiled."""

    name: str
    read: Callable[[Path, bytes], object]
    """Reads bytes, with a folder of its own to put them in; gives what it made of them."""
    seeds: Callable[[], list[bytes]]
    mutate: Mutator

    def spoiled(self, chance: Random) -> bytes:
        """Return what *chance* makes of a valid file; one in six was never a file."""
        seed = chance.choice(self.seeds())
        return (mutating.bytes_only if chance.random() < 1 / 6 else self.mutate)(seed, chance)


def paper(suffix: str) -> Callable[[Path, bytes], object]:
    """Return how a paper with this *suffix* is read: from a file, with all that comes with it."""

    def read(folder: Path, data: bytes) -> object:
        path = folder / f"stuk{suffix}"
        path.write_bytes(data)
        waiting, count = [read_file(path)], 0
        first = waiting[0]
        while waiting and count < 60:
            one = waiting.pop()
            storable(one)
            count += 1
            for inner in one.attachments:
                try:
                    waiting.append(read_paper(inner.name, inner.data))
                except CouncilError as error:
                    sentence(error)
        return first.text

    return read


def request(folder: Path, data: bytes) -> object:
    from desktop.domain.request_reading import propose_from

    path = folder / "verzoek.txt"
    path.write_bytes(data)
    found = read_file(path)
    return propose_from([found.text], sender=found.sender, subject=found.title, today=TODAY)


def old_paper(suffix: str) -> Callable[[Path, bytes], object]:
    def read(folder: Path, data: bytes) -> object:
        from desktop.services import office as offices
        from desktop.services.meetings.importing import Chosen

        path = folder / f"verslag{suffix}"
        path.write_bytes(data)
        office = offices.open_office(council(folder), passphrase=seeds.PASSPHRASE)
        try:
            found = office.old_papers.read(path, TODAY)
            office.old_papers.known(found)
            every = [range(len(some)) for some in (found.items, found.decisions, found.actions)]
            if any(every):
                chosen = Chosen(found.title, found.day or TODAY, *every)
                office.old_papers.keep(found, chosen, TODAY)
            return found
        finally:
            office.close()

    return read


def council(folder: Path, **beside: bytes) -> Path:
    """Put a small council in *folder*; *beside* replaces a file ("raad", "sleutel", "slot" …)."""
    file, key = seeds.council()
    path = folder / "Raad.samenspraak"
    parts = {"raad": file, "sleutel": key, **beside}
    for name, data in parts.items():
        end = "" if name == "raad" else f"-{name}"
        path.with_name(path.name + end).write_bytes(data)
    return path


def beside(part: str) -> Callable[[Path, bytes], object]:
    """Return how a council is opened when its *part* is not what the app wrote."""

    def read(folder: Path, data: bytes) -> object:
        from desktop.services import office as offices

        office = offices.open_office(council(folder, **{part: data}), passphrase=seeds.PASSPHRASE)
        try:
            office.attention.notices(TODAY)
            return [member.name for member in office.council.members()]
        finally:
            office.close()

    return read


def lock_file(folder: Path, data: bytes) -> object:
    from datetime import datetime

    from desktop.models import lock

    path = folder / "Raad.samenspraak-slot"
    path.write_bytes(data)
    holder = lock.read(path)
    if holder is not None:
        lock.quiet(holder, datetime(2026, 3, 10))
    lock.take(folder / "Raad.samenspraak", "Riet").release()
    return None


def package(folder: Path, data: bytes) -> object:
    from desktop.models.council_file import find_key, open_with_key
    from desktop.services.travel.package import unpack

    path, inside = folder / "reis.raadpakket", folder / "uitgepakt"
    path.write_bytes(data)
    try:
        made = unpack(path, inside)
    except CouncilError:
        left = os.listdir(inside) if inside.exists() else []
        assert not left, f"left behind: {left}"
        raise
    assert made.parent == inside
    open_with_key(made, find_key(made, seeds.PASSPHRASE)).close()
    return made.name


def settings(folder: Path, data: bytes) -> object:
    """Put other things in the council's settings than the app ever writes, and look everywhere."""
    from sqlalchemy import text

    from desktop.services import office as offices

    try:
        kept = json.loads(data)
    except (ValueError, RecursionError):
        kept = dict.fromkeys(json.loads(seeds.settings()[0]), data.decode("utf-8", "replace"))
    office = offices.open_office(council(folder), passphrase=seeds.PASSPHRASE)
    try:
        with office.store.changing("x") as session:
            for key, value in kept.items() if isinstance(kept, dict) else ():
                session.execute(
                    text("INSERT OR REPLACE INTO setting (key, value) VALUES (:key, :value)"),
                    {"key": key, "value": value if isinstance(value, str) else json.dumps(value)},
                )
        return use_settings(office)
    finally:
        office.close()


def use_settings(office) -> object:
    from desktop.services.meetings.adoption import _convention
    from desktop.services.meetings.deciding import _rules

    office.tips.hidden(), office.tips.own_words(), office.tips.off(), office.tips.ignored(1)
    office.ladders.ladders(), office.ladders.rungs("own")
    office.letters.templates.rows()
    office.travel.here(), office.travel.trips()
    office.lists.add_action("Bellen", owner="Riet", today=TODAY)
    with office.store.reading() as session:
        return _rules(session), _convention(session)


def template(_folder: Path, data: bytes) -> object:
    from desktop.services.letters.inserts import INSERTS
    from desktop.services.letters.places import known_places
    from desktop.services.letters.templates import fill_in, mistakes, parse, said

    found = parse("advice", data.decode("utf-8", "replace"))
    wrong = mistakes(found, known_places(), INSERTS)
    values = dict.fromkeys(known_places(), "{council.__class__}")
    return wrong, fill_in(found.subject, values), [said(part.say, values) for part in found.parts]


def preferences(folder: Path, data: bytes) -> object:
    from desktop.ui import preferences as chosen

    os.environ[chosen.FOLDER_VARIABLE] = str(folder)
    (folder / "preferences.toml").write_bytes(data)
    found = chosen.load()
    assert 1 <= found.factor <= 2
    assert 0 < found.width < 100_000
    assert 0 < found.height < 100_000
    chosen.save(found.with_file(folder / "Raad 🙂\x7f.samenspraak"))
    assert chosen.load().recent[0].endswith("samenspraak")
    return found.files()


def picture(_folder: Path, data: bytes) -> object:
    from desktop.documents import pictures
    from desktop.services.council import check_logo

    check_logo(data)
    return pictures.fit(data, 40, 20), len(pictures.for_word(data)), pictures.flat(data).size


def recovery(_folder: Path, data: bytes) -> object:
    from desktop.models.vault import key_of_recovery_code

    return key_of_recovery_code(data.decode("utf-8", "surrogateescape"))


def people(suffix: str) -> Callable[[Path, bytes], object]:
    def read(folder: Path, data: bytes) -> object:
        from desktop.services import office as offices

        path = folder / f"leden{suffix}"
        path.write_bytes(data)
        office = offices.open_office(council(folder), passphrase=seeds.PASSPHRASE)
        try:
            exchange = office.people.exchange
            return exchange.take(exchange.look(path), date(2026, 3, 10))
        finally:
            office.close()

    return read


def lesson(_folder: Path, data: bytes) -> object:
    from desktop.domain.lesson_file import read_lesson

    return read_lesson(data.decode("utf-8", "replace"))


def pasted(_folder: Path, data: bytes) -> object:
    from desktop.documents.markdown import blocks, to_markdown
    from desktop.ui.writing import paste

    words = data.decode("utf-8", "replace")
    found = [*paste.from_html(words), *paste.from_plain(words)]
    return len(blocks(to_markdown(found)))  # as it is kept, and read again


READERS = {
    reader.name: reader
    for reader in (
        Reader("docx", paper(".docx"), seeds.word, mutating.package),
        Reader("odt", paper(".odt"), seeds.odt, mutating.package),
        Reader("pdf", paper(".pdf"), seeds.pdf, mutating.pdf),
        Reader("eml", paper(".eml"), seeds.mail, mutating.lines),
        Reader("txt", paper(".txt"), seeds.texts, mutating.lines),
        Reader("md", paper(".md"), seeds.texts, mutating.lines),
        Reader("request", request, seeds.texts, mutating.lines),
        Reader("minutes", old_paper(".txt"), seeds.texts, mutating.lines),
        Reader("csv", old_paper(".csv"), seeds.table, mutating.lines),
        Reader("council", beside("raad"), lambda: [seeds.council()[0]], mutating.raw),
        Reader("key", beside("sleutel"), lambda: [seeds.council()[1]], mutating.jsons),
        Reader("lock", lock_file, seeds.lock_file, mutating.jsons),
        Reader("note", beside("reis"), seeds.note, mutating.jsons),
        Reader("package", package, seeds.travel, mutating.package),
        Reader("settings", settings, seeds.settings, mutating.jsons),
        Reader("template", template, seeds.templates, mutating.lines),
        Reader("preferences", preferences, seeds.preferences, mutating.lines),
        Reader("picture", picture, seeds.pictures, mutating.raw),
        Reader("vcard", people(".vcf"), seeds.cards, mutating.lines),
        Reader("people", people(".csv"), seeds.people, mutating.lines),
        Reader("lesson", lesson, seeds.lessons, mutating.lines),
        Reader("pasted", pasted, seeds.pages, mutating.lines),
        Reader("recovery", recovery, lambda: [b"ABCD " * 14], mutating.raw),
    )
}


def bad(folder: Path, data: bytes) -> object:
    """Break one promise, to see whether the cage notices; only the tests of the cage ask for it."""
    kind = int(data)
    if kind == 0:
        (folder.parent.parent / "outside.txt").write_text("x")
    elif kind == 1:
        import socket

        socket.socket().close()
    elif kind == 2:
        while True:
            pass
    elif kind == 3:
        return len(b"x" * 600_000_000)
    elif kind == 4:
        raise ValueError(kind)
    raise CouncilError("two\nlines")


READERS_TO_TEST_THE_CAGE = {"bad reader": Reader("bad reader", bad, lambda: [b"5"], mutating.raw)}


def sentence(error: CouncilError) -> None:
    """Raise AssertionError unless *error* is one line that a person can read."""
    words = error.message
    words.encode()  # no halves of signs: the screen cannot show them
    assert words == " ".join(words.split("\n")), repr(words)
    assert words[-1:] in {".", "?", "!", "…", "”"} or ": " in words, repr(words)
    assert 10 < len(words) < 500, repr(words)


def storable(read: Paper) -> None:
    """Raise AssertionError unless everything of *read* can be kept and shown."""
    told = (read.name, read.text, read.title, read.sender, read.warning, read.letterhead)
    names = tuple(inner.name for inner in read.attachments)
    for words in told + names:
        words.encode()
        assert "\0" not in words
    for name in (read.name, *names):
        assert "/" not in name
        assert "\\" not in name
        assert name.strip(". ")
