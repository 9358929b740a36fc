"""Check that every sentence of the app has its Dutch, and compile the Dutch into one file.

    python tools/translations.py           compiles nl.mo and lists what is missing
    python tools/translations.py --check   writes nothing; exits 1 when something is missing,
                                           left over, without its {places} or not compiled

Sentences stand in the code as ``tr("…")`` and ``trn("one", "many", n)``; their Dutch stands in
``resources/translations/nl/<area>.po``. A sentence needs its Dutch once, in whichever area.
"""

import argparse
import ast
import io
import string
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"tr": 1, "trn": 2}  # how many texts to look up each takes
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date: the same words give the same file


@dataclass
class Report:
    """What is wrong, in lines a person can act on; ``serious`` is what fails the check."""

    serious: list[str] = field(default_factory=list)
    sentences: int = 0

    def add(self, what: str, where: str, words: object) -> None:
        self.serious.append(f"{what:<12} {where}  {words!r}")


def _id(words: str | Sequence[str]) -> str | tuple[str, ...]:
    return words if isinstance(words, str) else tuple(words)


def in_code(folder: Path, report: Report) -> dict[str | tuple[str, ...], str]:
    """Return every sentence of the code below *folder* with the place where it first stands."""
    found: dict[str | tuple[str, ...], str] = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        try:
            calls = list(_calls(path.read_bytes()))
        except SyntaxError as error:
            report.add("unreadable", f"{name}:{error.lineno}", "not Python")
            continue
        for line, words in calls:
            if words is None:
                report.add("not literal", f"{name}:{line}", "give tr() a plain text in quotes")
            else:
                found.setdefault(words, f"{name}:{line}")
    return found


def _calls(source: bytes) -> Iterator[tuple[int, str | tuple[str, ...] | None]]:
    """Yield each line with tr or trn and its words; None for what cannot be looked up beforehand.

    Read from the syntax tree, since Babel's own reader does not see a tr() inside an f-string.
    """
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        needed = KEYWORDS.get(node.func.id, 0)
        words = [part.value for part in node.args[:needed] if isinstance(part, ast.Constant)]
        texts = [part for part in words if isinstance(part, str)]
        if needed and len(texts) < needed:
            yield node.lineno, None
        elif needed:
            yield node.lineno, texts[0] if needed == 1 else tuple(texts)


def in_dutch(folder: Path, report: Report) -> dict[str | tuple[str, ...], tuple[Message, str]]:
    """Return every translated sentence of the .po files in *folder*."""
    found: dict[str | tuple[str, ...], tuple[Message, str]] = {}
    for path in sorted(folder.glob("*.po")):
        try:
            with path.open("rb") as file:
                catalogue = read_po(file, locale="nl", abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            report.add("unreadable", path.name, str(error))
            continue
        for message in catalogue:
            key = _id(message.id)
            where = f"{path.name}:{message.lineno}"
            if not key:
                continue
            if not _complete(message):
                report.add("empty", where, key)
            elif key not in found:
                found[key] = (message, where)
            elif _id(found[key][0].string) != _id(message.string):
                report.add("differs", f"{where} and {found[key][1]}", key)
    return found


def _complete(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else list(message.string)
    return all(forms) and len(forms) == (2 if message.pluralizable else 1) and not message.fuzzy


def places(words: str) -> set[str]:
    """Return the names between braces: what ``format`` will fill in."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def _same_places(message: Message) -> bool:
    """Tell whether the Dutch fills in the same names; a singular may leave the number out."""
    try:
        if isinstance(message.id, str):
            return places(message.id) == places(message.string)
        one, many = (places(words) for words in message.string)
        allowed = places(message.id[0]) | places(message.id[1])
        return many == places(message.id[1]) and one <= allowed and allowed - one <= {"n"}
    except ValueError:  # a single brace: format() would fail on it
        return False


def compiled(messages: Sequence[Message]) -> bytes:
    """Return the .mo file of *messages*; the same messages always give the same bytes."""
    catalogue = Catalog(
        locale="nl", project="Samenspraak", version="1", creation_date=EPOCH, revision_date=EPOCH
    )
    for message in messages:
        catalogue.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def check(code: Path, dutch: Path) -> tuple[Report, bytes]:
    """Compare the sentences of *code* with those of *dutch*; return the report and the .mo."""
    report = Report()
    wanted, given = in_code(code, report), in_dutch(dutch, report)
    report.sentences = len(wanted)
    for key, where in wanted.items():
        if key not in given:
            report.add("missing", where, key)
    for key, (message, where) in given.items():
        if key not in wanted:
            report.add("obsolete", where, key)
        if not _same_places(message):
            report.add("places", where, key)
    good = [given[key][0] for key in sorted(given, key=str) if _same_places(given[key][0])]
    return report, compiled(good)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when not ready")
    parser.add_argument("--code", type=Path, default=ROOT / "desktop")
    parser.add_argument("--dutch", type=Path, default=ROOT / "resources" / "translations" / "nl")
    options = parser.parse_args(arguments)
    report, content = check(options.code, options.dutch)
    target = options.dutch.with_suffix(".mo")
    stale = not target.exists() or target.read_bytes() != content
    if options.check and stale:
        report.serious.append(f"{'stale':<12} {target.name}  run python tools/translations.py")
    if not options.check and stale:
        target.write_bytes(content)
    for line in report.serious:
        print(line)
    print(f"{report.sentences} sentences, {len(report.serious)} to mend")
    return 1 if options.check and report.serious else 0


if __name__ == "__main__":
    sys.exit(main())
