"""File names that every computer accepts."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.file_names import free_path, safe_name
from desktop.services.founding import file_name


@given(st.text(max_size=300) | st.text(alphabet="CONnul.😀 /\\", max_size=200))
@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_words_give_a_file_that_can_be_made(tmp_path: Path, words):
    name = safe_name(words)
    assert 0 < len(name) <= 121
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip()
    assert not name.endswith(".")
    path = tmp_path / name
    path.write_text("x")
    assert path.parent == tmp_path
    path.unlink()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Brief: wat/nu?.pdf", "Brief wat-nu.pdf"),
        ("con.txt", "_con.txt"),
        ("x" * 200 + ".docx", "x" * 115 + ".docx"),
        ("cafe\u0301.txt", "café.txt"),
        ("Artikel 2. een lange zin", "Artikel 2. een lange zin"),
    ],
)
def test_a_name_keeps_what_it_can(words, name):
    assert safe_name(words) == name


def test_the_file_of_a_council_has_its_name():
    assert file_name("Cliëntenraad Duinrede") == "Cliëntenraad Duinrede.samenspraak"
    assert file_name("Raad / Duin: 'rede'") == "Raad Duin rede.samenspraak"
    assert file_name("CON") == "_CON.samenspraak"
    assert len(file_name("é" * 400).encode()) < 255
    assert file_name("///") != ".samenspraak"


def test_a_free_path_is_not_there_yet(tmp_path: Path):
    for _ in range(3):
        free_path(tmp_path / "a.txt").write_text("x")
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "a (2).txt", "a (3).txt"}
