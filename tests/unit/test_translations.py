"""Every sentence has its Dutch, and the tool that checks it finds what is wrong."""

import gettext
import importlib.util
import io
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "translations.py"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _tool():
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()


@pytest.fixture
def project(tmp_path):
    """Give a function that writes code and Dutch, and returns what is wrong."""

    def complaints(code: str, **areas: str) -> list[str]:
        folder = tmp_path / "code"
        dutch = tmp_path / "nl"
        for place in (folder, dutch):
            place.mkdir(exist_ok=True)
        (folder / "a.py").write_text(code, "utf-8")
        for name, words in areas.items():
            (dutch / f"{name}.po").write_text(HEAD + words, "utf-8")
        return [line.split()[0] for line in tool.check(folder, dutch)[0].serious]

    return complaints


def test_every_sentence_of_the_app_has_its_dutch():
    assert tool.main(["--check"]) == 0


def test_complete_is_silent(project):
    words = 'msgid "Hello {name}"\nmsgstr "Dag {name}"\n'
    assert project('tr("Hello {name}", name=x)', a=words) == []


def test_a_sentence_inside_an_f_string_is_found(project):
    assert project("""f"{tr('Hello')}, {x}" """) == ["missing"]


@pytest.mark.parametrize(
    ("code", "words", "complaint"),
    [
        ('tr("Hello")', "", "missing"),
        ('tr("Hello")', 'msgid "Hello"\nmsgstr ""\n', "empty"),
        ("", 'msgid "Hello"\nmsgstr "Dag"\n', "obsolete"),
        ('tr("Hi {a}", a=1)', 'msgid "Hi {a}"\nmsgstr "Dag {b}"\n', "places"),
        ('tr("Hi {a}", a=1)', 'msgid "Hi {a}"\nmsgstr "Dag {a"\n', "places"),
        ('tr(f"Hi {a}")', "", "not"),
        ("tr(words)", "", "not"),
        ('tr("Hello"', "", "unreadable"),
    ],
)
def test_what_is_wrong_is_named(project, code, words, complaint):
    assert complaint in project(code, a=words)


def test_two_areas_may_not_differ(project):
    one, other = 'msgid "Hello"\nmsgstr "Dag"\n', 'msgid "Hello"\nmsgstr "Hoi"\n'
    assert project('tr("Hello")', a=one, b=one) == []
    assert project('tr("Hello")', a=one, b=other) == ["differs"]


@pytest.mark.parametrize(
    ("one", "many", "complaints"),
    [
        ("één ding", "{n} dingen", []),
        ("{n} ding", "{n} dingen", []),
        ("één ding", "dingen", ["places"]),
        ("{x} ding", "{n} dingen", ["places"]),
    ],
)
def test_a_singular_may_leave_the_number_out(project, one, many, complaints):
    words = (
        f'msgid "{{n}} thing"\nmsgid_plural "{{n}} things"\nmsgstr[0] "{one}"\nmsgstr[1] "{many}"\n'
    )
    assert project('trn("{n} thing", "{n} things", n)', a=words) == complaints


def test_the_same_words_give_the_same_file_and_it_can_be_read(tmp_path):
    (tmp_path / "nl").mkdir()
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "a.py").write_text('tr("Hello"); trn("one", "{n} many", 2)')
    (tmp_path / "nl" / "a.po").write_text(
        HEAD + 'msgid "one"\nmsgid_plural "{n} many"\nmsgstr[0] "één"\nmsgstr[1] "{n} veel"\n\n'
        'msgid "Hello"\nmsgstr "Dag"\n',
        "utf-8",
    )
    first, second = (tool.check(tmp_path / "code", tmp_path / "nl")[1] for _ in range(2))
    assert first == second
    read = gettext.GNUTranslations(io.BytesIO(first))
    assert read.gettext("Hello") == "Dag"
    assert [read.ngettext("one", "{n} many", n) for n in (1, 2)] == ["één", "{n} veel"]


def test_check_notices_a_file_that_was_not_compiled_again(tmp_path, capsys):
    (tmp_path / "nl").mkdir()
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "a.py").write_text('tr("Hello")')
    (tmp_path / "nl" / "a.po").write_text(HEAD + 'msgid "Hello"\nmsgstr "Dag"\n', "utf-8")
    places = ["--code", str(tmp_path / "code"), "--dutch", str(tmp_path / "nl")]
    assert tool.main(["--check", *places]) == 1
    assert "stale" in capsys.readouterr().out
    assert tool.main(places) == 0
    assert tool.main(["--check", *places]) == 0
