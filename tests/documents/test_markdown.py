"""The small part of Markdown: reading, writing, and back again without losing a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.document import (
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    plain,
    runs,
)
from desktop.documents.markdown import blocks, plain_text, to_markdown


def test_every_element_is_read():
    read = blocks(
        "Wij vragen **geld** en *tijd*.\nNu.\n\n### Waarom\n\n- een\n- twee\n\n1. eerst\n2. dan\n\n"
        "> Dat was mijn geld.\n\n| Wie | Hoeveel |\n| --- | ---: |\n| Henk | 3 |\n"
    )
    assert read == (
        Paragraph(
            (
                Run("Wij vragen "),
                Run("geld", bold=True),
                Run(" en "),
                Run("tijd", italic=True),
                Run(".\nNu."),
            )
        ),
        Heading("Waarom", 2),
        ListBlock((runs("een"), runs("twee"))),
        ListBlock((runs("eerst"), runs("dan")), ordered=True),
        Paragraph(runs("Dat was mijn geld."), "quote"),
        Table(("Wie", "Hoeveel"), ((Cell(runs("Henk")), Cell(runs("3"))),), right_aligned=(1,)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>vet</b> &amp; [tekst](http://voorbeeld.nl) ![x](y) `code`",
        "    vier spaties",
        "```\ncode\n```",
        "---",
        "Titel\n===",
        "[a]: http://voorbeeld.nl",
        "> " * 60 + "diep",
        "- " * 60 + "diep",
    ],
)
def test_signs_outside_the_small_part_stay_as_they_are(text):
    said = plain_text(text).split()
    kept = [word for word in text.split() if word not in {">", "-"}]
    assert [word for word in said if word not in {">", "-"}] == kept or said[-1] == "diep"


def test_what_is_typed_as_text_is_no_sign():
    typed = "1. geen lijst\n# geen kop\n> geen citaat\n- geen punt\n*geen* **dress** a|b c_d_ \\x"
    paragraph = Paragraph(runs(typed))
    assert blocks(to_markdown([paragraph])) == (paragraph,)


def test_two_lists_in_a_row_stay_two_lists():
    lists = (ListBlock((runs("a"),)), ListBlock((runs("b"),)), ListBlock((runs("c"),)))
    assert blocks(to_markdown(lists)) == lists


def test_heading_level_is_chosen_by_the_caller():
    assert blocks("# Kop", 3) == (Heading("Kop", 3),)


def test_a_link_keeps_its_address():
    text = to_markdown([Paragraph((Run("onze site", link="https://voorbeeld.nl"),))])
    assert plain_text(text) == "onze site (https://voorbeeld.nl)"


_WORD = st.text("abcÄé1.-#>*_|\\()!’", min_size=1, max_size=6)
_LINE = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)
_PLAIN_WORD = st.text("abcéï0", min_size=1, max_size=6)
_DRESSED = st.lists(
    st.tuples(_PLAIN_WORD, st.sampled_from([(False, False), (True, False), (False, True)])),
    min_size=1,
    max_size=6,
)


def _runs(words):
    out = []
    for number, (word, (bold, italic)) in enumerate(words):
        if number:
            out.append(Run(" "))
        out.append(Run(word, bold, italic))
    joined = []
    for run in out:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return tuple(joined)


_BLOCK = st.one_of(
    _LINE.map(lambda text: Paragraph(runs(text))),
    st.lists(_LINE, min_size=2, max_size=3).map(lambda lines: Paragraph(runs("\n".join(lines)))),
    _DRESSED.map(lambda words: Paragraph(_runs(words))),
    _DRESSED.map(lambda words: Paragraph(_runs(words), "quote")),
    _LINE.map(lambda text: Heading(text, 2)),
    st.tuples(st.lists(_DRESSED.map(_runs), min_size=1, max_size=4), st.booleans()).map(
        lambda parts: ListBlock(tuple(parts[0]), parts[1])
    ),
    st.tuples(_LINE, _LINE, _LINE, _LINE).map(
        lambda cells: Table(
            cells[:2], ((Cell(runs(cells[2])), Cell(runs(cells[3]))),), right_aligned=(1,)
        )
    ),
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(_BLOCK, max_size=5))
def test_blocks_survive_a_round_trip(document):
    assert blocks(to_markdown(document)) == tuple(document)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text("ab*_ >-#1.|\n\\", max_size=60)))
def test_any_text_is_read_and_written_without_losing_words(text):
    read = blocks(text)
    written = to_markdown(read)
    again = blocks(written)
    assert [word for block in again for word in _words(block)] == [
        word for block in read for word in _words(block)
    ]
    assert to_markdown(again) == to_markdown(blocks(to_markdown(again)))


def _words(block):
    match block:
        case Heading(text):
            return text.split()
        case Paragraph(runs=content):
            return plain(content).split()
        case ListBlock(items):
            return " ".join(map(plain, items)).split()
        case Table(header, rows):
            return " ".join([*header, *(plain(c.runs) for row in rows for c in row)]).split()


def test_a_hundred_thousand_empty_lines_are_read_at_once():
    """They stood still for minutes."""
    [one, other] = blocks("a" + "\n" * 100_000 + "b")
    assert (plain(one.runs), plain(other.runs)) == ("a", "b")
