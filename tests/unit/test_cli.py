"""The headless commands: 0 when it worked, 2 with one clear line, never a traceback."""

import json
import os
import subprocess
import sys
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop import cli
from desktop.services import office as offices

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 3, 20)
SECRET = "een geheime zin"
TEXT = (
    "Er wordt door de gemeente geïmplementeerd dat de cliënten 😀 bij de Wmo aankloppen. "
    "Teneinde dit te faciliteren dient u derhalve een aanvraag in te dienen."
)
KINDS = {
    "difficult_word", "jargon", "abbreviation", "long_sentence", "passive", "nominal", "tang",
    "prepositions", "negation", "compound", "enumeration", "vague", "tone", "no_advice",
    "spelling",
}  # fmt: skip


@pytest.fixture
def council(tmp_path, monkeypatch) -> Path:
    """A closed council file with one dossier; the passphrase is known to the script."""
    path = tmp_path / "Raad.samenspraak"
    office, _code = offices.make(path, SECRET, cost=2**4)
    office.dossiers.start("Taxipas", DAY)
    office.close()
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, SECRET)
    return path


@pytest.fixture
def run(capsys):
    """Give a function that runs a command and returns its exit code and what it said."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def refused(run):
    """Give a function that expects exit code 2 and one line, and returns the line."""

    def command(*arguments: object) -> str:
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert err.endswith("\n")
        [line] = err.splitlines()
        assert "Traceback" not in line
        assert "Error" not in line
        return line

    return command


def written(folder: Path, ending: str) -> Path:
    """Write TEXT as a file of the kind *ending*."""
    path = folder / f"brief{ending}"
    if ending == ".docx":
        from docx import Document

        document = Document()
        document.add_paragraph(TEXT)
        document.save(str(path))
    elif ending == ".odt":
        from zipfile import ZipFile

        spaces = (
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        )
        with ZipFile(path, "w") as file:
            file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            file.writestr(
                "content.xml",
                f"<office:document-content {spaces}><office:body><office:text>"
                f"<text:p>{TEXT}</text:p></office:text></office:body></office:document-content>",
            )
    elif ending == ".pdf":
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path))
        for place, line in enumerate(TEXT.replace("😀 ", "").split(". ")):
            canvas.drawString(40, 700 - 14 * place, line)
        canvas.save()
    elif ending == ".eml":
        message = EmailMessage()
        message["Subject"], message["From"] = "Vraag", "bea@duinrede.example"
        message.set_content(TEXT)
        path.write_bytes(message.as_bytes())
    else:
        path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize("ending", [".txt", ".md", ".docx", ".odt", ".pdf", ".eml"])
def test_hints_point_at_their_own_words_in_every_kind_of_file(run, tmp_path, ending):
    code, out, err = run("hints", written(tmp_path, ending), "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert set(told) == {"text", "hints", "scores"}
    assert {"lint", "level", "sentences", "words"} <= set(told["scores"])
    assert "derhalve" in {hint["text"] for hint in told["hints"]}
    for hint in told["hints"]:
        assert {"kind", "start", "end", "text", "message", "suggestions"} <= set(hint)
        assert told["text"][hint["start"] : hint["end"]] == hint["text"]
        assert hint["kind"] in KINDS
        assert isinstance(hint["suggestions"], list)
    starts = [hint["start"] for hint in told["hints"]]
    assert starts == sorted(starts)


def test_hints_can_be_read_by_people_and_look_at_spelling(run, tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Wij gaen derhalve naar de gemeente.", "utf-8")
    code, out, _err = run("hints", path)
    assert code == 0
    assert "derhalve" in out
    assert "gaen" not in out.replace("derhalve", "")
    code, out, _err = run("hints", path, "--json", "--spelling")
    assert "gaen" in {h["text"] for h in json.loads(out)["hints"] if h["kind"] == "spelling"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("weg.txt", None),
        ("kapot.docx", b"PK\x03\x04kapot"),
        ("kapot.pdf", b"%PDF-1.4 kapot"),
        ("kapot.odt", b"PK\x03\x04"),
        ("leeg.txt", b""),
        ("foto.png", b"\x89PNG\r\n\x1a\n" + bytes(99)),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_line(refused, tmp_path, name, data):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert refused("hints", tmp_path / name)


def test_a_folder_is_no_file(refused, tmp_path):
    refused("hints", tmp_path)
    for command in (("check", tmp_path), ("export", tmp_path, tmp_path / "uit")):
        refused(*command)
    refused("backup", tmp_path, tmp_path / "uit")
    refused("restore", tmp_path, tmp_path / "R.samenspraak")


@pytest.mark.parametrize(
    "command", [["dans"], ["hints"], ["hints", "a", "b"], ["check", "--hard"], ["restore", "een"]]
)
def test_a_command_that_is_not_known_gets_one_line(refused, command):
    line = refused(*command)
    assert "--help" in line
    assert "usage" not in line


def test_help_and_version_are_no_mistakes(capsys):
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as end:
            cli.run([option])
        assert end.value.code == 0
    said = capsys.readouterr().out
    for command in ("demo", "hints", "export", "check", "backup", "restore", "self-test", "bench"):
        assert command in said


def test_a_sound_file_is_checked(run, council):
    code, out, err = run("check", council)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 4


def test_a_wrong_or_missing_passphrase_gets_one_line(refused, council, memory_keyring, monkeypatch):
    memory_keyring.kept.clear()
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, "een andere zin")
    refused("check", council)
    monkeypatch.delenv(cli.PASSPHRASE_VARIABLE)
    monkeypatch.setattr(sys, "stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115
    refused("export", council, council.parent / "uit")
    assert not (council.parent / "uit").exists()
    sys.stdin.close()


def test_a_damaged_file_is_told(refused, run, council):
    data = bytearray(council.read_bytes())
    council.write_bytes(data[:100] + bytes(200) + data[300:])
    refused("check", council)
    middle = bytearray(data)
    for page in range(1, len(data) // 4096):
        middle[page * 4096 + 50] ^= 0xFF
    council.write_bytes(middle)
    code, out, err = run("check", council)
    assert code == 2
    assert "Traceback" not in out + err
    assert out or err
    refused("backup", council, council.parent / "uit")
    council.write_bytes(b"geen raad")
    refused("check", council)
    council.with_name(council.name + "-sleutel").write_text("{", "utf-8")
    refused("check", council)


def test_a_backup_put_back_is_the_same_council(run, council, tmp_path):
    code, out, _err = run("backup", council, tmp_path / "stick")
    assert code == 0
    [copy] = (tmp_path / "stick").glob("*.samenspraak")
    assert str(copy) in out
    office = offices.open_office(council)
    office.dossiers.start("Later", DAY)
    office.close()
    code, out, _err = run("restore", copy, council)
    assert code == 0
    assert len(out.splitlines()) == 2
    office = offices.open_office(council)
    assert [line.dossier.title for line in office.dossiers.lines(DAY)] == ["Taxipas"]
    office.close()
    assert run("check", council)[0] == 0


def test_everything_is_written_in_open_formats(run, refused, council, tmp_path):
    code, out, _err = run("export", council, tmp_path / "uit")
    assert code == 0
    files = [path for path in (tmp_path / "uit").rglob("*") if path.is_file()]
    assert str(len(files)) in out
    [everything] = [path for path in files if path.suffix == ".json"]
    assert json.loads(everything.read_text("utf-8"))["dossier"][0]["title"] == "Taxipas"
    (tmp_path / "bestand").write_text("x")
    refused("export", council, tmp_path / "bestand")


def test_an_export_comes_in_again_as_a_council(run, refused, council, tmp_path, monkeypatch):
    assert run("export", council, tmp_path / "uit")[0] == 0
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, "vier natte blauwe stoelen")
    code, out, _err = run("import", tmp_path / "uit", tmp_path / "Weer.samenspraak")
    assert code == 0
    assert "Weer.samenspraak" in out
    office = offices.open_office(tmp_path / "Weer.samenspraak")
    assert [line.dossier.title for line in office.dossiers.lines(DAY)] == ["Taxipas"]
    office.close()
    assert run("check", tmp_path / "Weer.samenspraak")[0] == 0
    refused("import", tmp_path / "uit", tmp_path / "Weer.samenspraak")
    refused("import", tmp_path / "leeg", tmp_path / "Nog.samenspraak")
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, "kort")
    refused("import", tmp_path / "uit", tmp_path / "Nog.samenspraak")
    assert not list(tmp_path.glob("Nog*"))


def test_the_example_needs_a_folder(refused, tmp_path):
    (tmp_path / "bestand").write_text("x")
    refused("demo", tmp_path / "bestand", "--no-pictures")


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the app as a user does: in a process of its own, without a screen."""
    plain = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        env=os.environ | plain,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_app_walks_all_its_screens():
    answer = started("self-test")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_mistake_in_a_real_process_gets_one_line(tmp_path):
    answer = started("check", str(tmp_path / "weg.samenspraak"))
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert len(answer.stderr.splitlines()) == 1
