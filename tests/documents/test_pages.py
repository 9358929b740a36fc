"""Lines are divided over pages without losing one, and columns always fill the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.columns import share
from desktop.documents.document import Run, runs
from desktop.documents.lines import Line, stack
from desktop.documents.look import look
from desktop.documents.pages import paginate

_LINES = st.lists(
    st.builds(
        Line,
        st.floats(5, 130),
        before=st.floats(0, 20),
        keep=st.integers(0, 3),
        new_page=st.sampled_from([False, False, False, True]),
    ),
    max_size=60,
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(_LINES, st.floats(60, 120), st.floats(100, 200))
def test_every_line_is_placed_once_and_fits(lines, first, others):
    pages = paginate(lines, first, others)
    placed = [item.line for page in pages for item in page]
    assert [id(line) for line in placed] == [id(line) for line in lines]
    for number, page in enumerate(pages):
        room = others if number else first
        for item in page[1:]:  # only a line higher than the page may stick out, alone
            assert item.top + item.line.height <= room + 0.1


def test_a_break_falls_where_it_hurts_least():
    lines = [Line(10, keep=keep) for keep in (0, 2, 1, 3, 0, 0)]
    assert [len(page) for page in paginate(lines, 40, 100)] == [1, 5]
    assert [len(page) for page in paginate(lines, 55, 100)] == [5, 1]


def test_a_group_no_page_can_hold_breaks_all_the_same():
    lines = [Line(10, keep=3) for _ in range(30)]
    assert [len(page) for page in paginate(lines, 100, 100)] == [10, 10, 10]


def test_a_table_head_comes_back_and_is_not_read_twice():
    head = Line(10, stack(runs("Kop"), look("print").dress["table"], None, 0, 100)[0].pieces)
    rows = [Line(10, repeat=(head,)) for _ in range(25)]
    pages = paginate([head, *rows], 100, 100)
    assert [len(page) for page in pages] == [10, 10, 8]
    assert pages[1][0].line.pieces[0].text == head.pieces[0].text
    assert pages[1][0].line.pieces[0].elem is None


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(st.floats(1, 300), st.floats(1, 300)), min_size=1, max_size=12),
    st.floats(50, 500),
)
def test_columns_fill_the_page_and_keep_their_words(columns, total):
    wanted, least = zip(*columns, strict=True)
    widths = share(wanted, least, total)
    assert sum(widths) == pytest.approx(total)
    assert min(widths) > 0
    if sum(least) < total:
        assert all(w >= need - 0.001 for w, need in zip(widths, least, strict=True))


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.text("abc w\u00a0€Ł\n", max_size=40), max_size=5), st.floats(20, 300))
def test_lines_are_never_wider_than_their_column(texts, width):
    dress = look("print").dress["body"]
    content = tuple(Run(text, number % 2 == 1) for number, text in enumerate(texts))
    for line in stack(content, dress, None, 10, width):
        for piece in line.pieces:
            seen = piece.text.rstrip(" ")
            assert piece.x >= 10
            assert piece.x + piece.face.measure(seen) * piece.size <= 10 + width + 0.1


def test_a_paragraph_keeps_two_lines_on_either_side():
    dress = look("print").dress["body"]
    lines = stack(runs("woord " * 60), dress, None, 0, 200)
    assert len(lines) > 4
    assert [line.keep for line in lines] == [1, *[0] * (len(lines) - 3), 1, 0]
