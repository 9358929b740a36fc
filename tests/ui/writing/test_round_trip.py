"""Stored text → editor → stored text: nothing is lost, and there is one normal form."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.documents.document import Cell, Heading, ListBlock, Paragraph, Run, Table
from desktop.documents.markdown import blocks, to_markdown
from desktop.ui.writing import Writing
from desktop.ui.writing.stored import load_into, stored

SETTINGS = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

EVERYTHING = """\
Een **vet** woord, een *schuin* woord en ***allebei***.

### Kop met \\* teken

- eerste
- tweede **punt**

1. een
2. twee

> Wat een inwoner zei:
> de tweede regel

| Wie | Hoeveel |
| --- | ---: |
| De *gemeente* | 12 |
| Het wijkteam |  |

Slot met 😀 en # en 1. en één."""


def through_the_editor(text: str) -> str:
    document = QTextDocument()
    load_into(document, text)
    return stored(document)


def test_every_shape_comes_back_as_it_was(qapp):
    assert through_the_editor(EVERYTHING) == EVERYTHING


def test_the_editor_has_no_undo_step_for_loading(qtbot):
    writing = Writing()
    qtbot.addWidget(writing)
    writing.load(EVERYTHING)
    assert not writing.document().isUndoAvailable()
    writing.undo()
    assert writing.markdown() == EVERYTHING


signs = st.text(alphabet=st.sampled_from("ab éë😀*_\\#>-+.|1) \n`<&[]"), min_size=0, max_size=40)
words = st.text(alphabet=st.sampled_from("abc *_|\\é😀"), min_size=1, max_size=10)
runs = st.lists(
    st.builds(Run, words, bold=st.booleans(), italic=st.booleans()), min_size=1, max_size=4
).map(tuple)


@st.composite
def tables(draw):
    columns = draw(st.integers(2, 4))
    header = tuple(draw(words) for _ in range(columns))
    rows = tuple(
        tuple(Cell(draw(runs)) for _ in range(columns)) for _ in range(draw(st.integers(0, 3)))
    )
    right = draw(st.sets(st.integers(0, columns - 1)))
    return Table(header, rows, right_aligned=tuple(sorted(right)))


any_block = st.one_of(
    st.builds(Heading, words, st.just(2)),
    st.builds(Paragraph, runs, st.sampled_from(["body", "quote"])),
    st.builds(ListBlock, st.lists(runs, min_size=1, max_size=4).map(tuple), st.booleans()),
    tables(),
)


@SETTINGS
@given(signs)
def test_any_text_gets_the_normal_form_of_the_documents(qapp, text):
    assert through_the_editor(text) == to_markdown(blocks(text))


@SETTINGS
@given(st.lists(any_block, max_size=6))
def test_any_blocks_get_the_normal_form_and_stay_stable(qapp, content):
    text = to_markdown(content)
    once = through_the_editor(text)
    assert once == to_markdown(blocks(text))
    assert through_the_editor(once) == once


@pytest.mark.parametrize("text", ["", "\n\n", "|", "-", "1.", "> ", "### ", "**", "a\n- b", "😀"])
def test_odd_bits_are_kept(qapp, text):
    assert through_the_editor(text) == to_markdown(blocks(text))
