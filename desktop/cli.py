"""The headless commands: what scripts, administrators and self-tests use.

Every command exits 0 when it worked and 2 with one clear line when the user has to mend something.
"""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from desktop import PDF_COMMAND, SPELLING_COMMAND, __version__
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn

WRONG = 2
PASSPHRASE_VARIABLE = "SAMENSPRAAK_PASSPHRASE"
"""For scripts: the passphrase, so that it never stands in the list of processes."""


def run(arguments: Sequence[str]) -> int:
    """Run the command in *arguments*; without a command open the window."""
    try:
        options = _parser().parse_args(list(arguments))
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except CouncilError as error:
        print(error.message, file=sys.stderr)
        return WRONG
    except OSError as error:
        name = error.filename or error.strerror
        print(tr("This cannot be read or written: {name}", name=name), file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print(tr("Stopped."), file=sys.stderr)
        return WRONG


class _Parser(argparse.ArgumentParser):
    """Says in one sentence that a command is wrong, instead of how it is used."""

    def error(self, message: str) -> NoReturn:
        raise CouncilError(
            tr(
                "This command is not known, or not complete. See: {command}",
                command=f"{self.prog} --help",
            )
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="samenspraak", description="Samenspraak")
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(command=_window, file=None)
    commands = parser.add_subparsers(title=tr("commands"), metavar="…")

    def add(
        name: str, words: str, act: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(command=act)
        return made

    opened = add("open", tr("open the window on a council file"), _window)
    opened.add_argument("file", type=Path)
    demo = add("demo", tr("make the example council, every document and pictures"), _demo)
    demo.add_argument("folder", type=Path)
    demo.add_argument("--no-pictures", action="store_true")
    hints = add("hints", tr("plain-language tips for a file"), _hints)
    hints.add_argument("file", type=Path)
    hints.add_argument("--json", action="store_true")
    hints.add_argument("--spelling", action="store_true")
    export = add("export", tr("write everything in open formats"), _export)
    export.add_argument("council", type=Path)
    export.add_argument("folder", type=Path)
    brought = add("import", tr("make a council file of an export"), _import)
    brought.add_argument("folder", type=Path)
    brought.add_argument("council", type=Path)
    check = add("check", tr("verify a council file"), _check)
    check.add_argument("council", type=Path)
    backup = add("backup", tr("copy a council file safely"), _backup)
    backup.add_argument("council", type=Path)
    backup.add_argument("folder", type=Path)
    restore = add("restore", tr("put a backup back"), _restore)
    restore.add_argument("backup", type=Path)
    restore.add_argument("council", type=Path)
    add("self-test", tr("walk every screen of a temporary example"), _self_test)
    bench = add("bench", tr("measure speed beside its floor"), _bench)
    bench.add_argument("--json", action="store_true")
    # For the app itself, not for people: no help, so it stays out of the list.
    commands.add_parser(SPELLING_COMMAND).set_defaults(command=_spelling)
    commands.add_parser(PDF_COMMAND).set_defaults(command=_pdf)
    return parser


def _window(options: argparse.Namespace) -> int:
    from desktop.ui.app import run as run_window

    return run_window(options.file)


def _demo(options: argparse.Namespace) -> int:
    from desktop.services.demo import make_demo

    folder: Path = options.folder
    made = make_demo(folder)
    if not options.no_pictures:
        _offscreen()
        from desktop.ui.pictures import take_pictures

        made += take_pictures(folder / tr("pictures"))
    print(trn("{n} file made in {folder}", "{n} files made in {folder}", len(made), folder=folder))
    return 0


def _hints(options: argparse.Namespace) -> int:
    from desktop.documents.readers import read_file
    from desktop.language import analyse

    text = read_file(options.file).text
    analysis = analyse(text)
    found = list(analysis.hints)
    if options.spelling:
        from desktop.language.spelling import Speller

        found = sorted([*found, *Speller().check(text)], key=lambda hint: (hint.start, hint.end))
    if options.json:
        hints = [hint._asdict() for hint in found]
        print(
            json.dumps(
                {"text": text, "hints": hints, "scores": asdict(analysis.score)},
                ensure_ascii=False,
            )
        )
        return 0
    for hint in found:
        instead = ", ".join(hint.suggestions)
        print(f"{hint.start:6} {hint.kind:14} {hint.text[:50]!r} {hint.message} {instead}".rstrip())
    level = analysis.score.level
    print(tr("Estimated level: {level} of 4", level=level) if level else tr("Too short to say"))
    return 0


def _spelling(_options: argparse.Namespace) -> int:
    from desktop.language.spelling_desk import serve

    # By number: a windowed Python has no sys.stdin, but does have what the app connected.
    with open(0, "rb", closefd=False) as requests, open(1, "wb", closefd=False) as answers:
        serve(requests, answers)
    return 0


def _pdf(_options: argparse.Namespace) -> int:
    from desktop.documents.readers.apart import serve

    with open(0, "rb", closefd=False) as question, open(1, "wb", closefd=False) as answer:
        return serve(question, answer)


def _export(options: argparse.Namespace) -> int:
    from desktop.services.exchange import export_all

    office = _open(options.council)
    try:
        made = export_all(office, options.folder)
    finally:
        office.close()
    print(
        trn("{n} file made in {folder}", "{n} files made in {folder}", made, folder=options.folder)
    )
    return 0


def _import(options: argparse.Namespace) -> int:
    from desktop.services.rebuilding import rebuild

    words = os.environ.get(PASSPHRASE_VARIABLE, "")
    if not words and sys.stdin.isatty():
        words = getpass.getpass(tr("Choose a passphrase: "))
    rebuild(options.folder, options.council, words)
    print(tr("The council file is made: {path}", path=options.council))
    print(tr("Open it in the app and make a new recovery sheet there."))
    return 0


def _check(options: argparse.Namespace) -> int:
    from desktop.services.care import check

    office = _open(options.council)
    try:
        report = check(office)
    finally:
        office.close()
    for line in report.lines:
        print(line)
    return 0 if report.sound else WRONG


def _backup(options: argparse.Namespace) -> int:
    from desktop.services.care import backup

    office = _open(options.council)
    try:
        path = backup(office, options.folder)
    finally:
        office.close()
    print(tr("The copy is made: {path}", path=path))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from desktop.services.care import restore

    kept = restore(options.backup, options.council)
    print(tr("The backup is put back: {path}", path=options.council))
    if kept:
        print(tr("What was there before is kept: {path}", path=kept))
    return 0


def _self_test(_options: argparse.Namespace) -> int:
    _offscreen()
    from desktop.ui.self_test import self_test

    return self_test()


def _bench(options: argparse.Namespace) -> int:
    _offscreen()
    from desktop.bench import measure

    results = measure()
    if options.json:
        print(json.dumps(results, ensure_ascii=False))
    else:
        for result in results:
            print(_benchmark_line(result))
    return 0 if all(result["ok"] for result in results) else 1


def _benchmark_line(result: dict[str, Any]) -> str:
    line = f"{'ok ' if result['ok'] else 'NO '} {result['name']:40} {result['value']:10.2f}"
    line += f" {result['unit']:6}"
    if result["floor"] is not None:
        line += f" floor {result['floor']:9.2f} x{result['ratio']:<7.2f}"
    return line + (f" {result['gate']}" if result["gate"] is not None else "")


def _open(path: Path):  # noqa: ANN202 – the import of its type costs half a second
    from desktop.services import office as offices

    try:
        return offices.open_office(path, passphrase=os.environ.get(PASSPHRASE_VARIABLE, ""))
    except offices.NeedsPassphraseError:
        if not sys.stdin.isatty():
            raise
        words = getpass.getpass(tr("Passphrase") + ": ")
        return offices.open_office(path, passphrase=words)


def _offscreen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
