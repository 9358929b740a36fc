"""What comes from Word, a web page or plain text keeps its words and its shapes, nothing else."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor

from desktop.ui.writing import Writing, paste

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Brief</title>
<style><!-- p.MsoNormal {font-family:"Calibri"; color:red} --></style></head>
<body lang=NL><!--StartFragment-->
<h2 style='color:#2F5496'><span style='font-size:18pt'>Ons&nbsp;standpunt</span></h2>
<p class=MsoNormal style='margin-bottom:8pt'><span style='font-family:"Arial";color:blue'>Wij
vinden dit <b>heel <i>belangrijk</i></b>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span
style='font:7.0pt "Times"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>eerste punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>tweede punt</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>
</span></span>genummerd</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Wie</p></td>
<td><p>Wat</p></td></tr>
<tr><td><p>Gemeente</p></td><td><p>besluit</p><p>en belt</p></td></tr></table>
<p class=MsoNormal><span style='font-weight:bold'>Slot</span></p>
<script>alert(1)</script><!--EndFragment--></body></html>"""

CLEAN = """\
### Ons standpunt

Wij vinden dit **heel** ***belangrijk***.

- eerste punt
- tweede punt

1. genummerd

| Wie | Wat |
| --- | --- |
| Gemeente | besluit en belt |

**Slot**"""


def clipboard(html="", text=""):
    source = QMimeData()
    if html:
        source.setHtml(html)
    if text:
        source.setText(text)
    return source


@pytest.fixture
def writing(qtbot):
    made = Writing()
    qtbot.addWidget(made)
    return made


def test_word_keeps_shapes_and_loses_its_dress(writing):
    writing.insertFromMimeData(clipboard(WORD))
    assert writing.markdown() == CLEAN
    block = writing.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            assert not form.fontFamilies()
            assert not form.hasProperty(form.Property.ForegroundBrush)
            assert not form.hasProperty(form.Property.FontPointSize)
            pieces += 1
        block = block.next()


def test_pasting_is_one_step_to_undo(writing):
    writing.load("voor na")
    cursor = writing.textCursor()
    cursor.setPosition(5)
    writing.setTextCursor(cursor)
    writing.insertFromMimeData(clipboard("<p>een</p><ul><li>twee</li></ul><p>drie </p>"))
    assert writing.markdown() == "voor een\n\n- twee\n\ndriena"
    writing.undo()
    assert writing.markdown() == "voor na"


def test_a_piece_of_a_line_stays_in_its_line(writing):
    writing.load("- een twee")
    cursor = writing.textCursor()
    cursor.setPosition(3)
    writing.setTextCursor(cursor)
    writing.insertFromMimeData(clipboard("<span style='color:red'>en <b>een</b></span>"))
    assert writing.markdown() == "- eenen **een** twee"


def test_plain_text_gets_paragraphs_and_bullets(writing):
    writing.insertFromMimeData(clipboard(text="een\r\ntwee\r\n• drie\r\n• vier\r\n* vijf"))
    assert writing.markdown() == "een\n\ntwee\n\n- drie\n- vier\n\n\\* vijf"


def test_a_table_cell_takes_the_words_only(writing):
    writing.insert_table(2)
    writing.insertFromMimeData(clipboard(WORD))
    assert writing.markdown().count("\n| --- |") == 1
    assert "eerste punt tweede punt" in writing.markdown()


def test_what_is_chosen_gives_way(writing):
    writing.load("oud")
    writing.selectAll()
    writing.insertFromMimeData(clipboard("<p>nieuw</p>"))
    assert writing.markdown() == "nieuw"


def test_our_own_text_can_be_copied_and_pasted(writing):
    text = "### Kop\n\neen **vet** *schuin*\n\n- a\n- b\n\n1. c"
    writing.load(text)
    writing.selectAll()
    copied = writing.createMimeDataFromSelection()
    writing.load("")
    writing.insertFromMimeData(copied)
    assert writing.markdown() == text


def test_a_very_long_paste_arrives_whole(writing):
    line = "Wij vragen het college om de regels eenvoudiger te maken. "
    html = "".join(f"<p style='color:red'>{number} {line * 5}</p>" for number in range(500))
    writing.insertFromMimeData(clipboard(html))
    assert len(writing.toPlainText().split()) == 500 * (5 * 10 + 1)
    assert writing.textCursor().atEnd()


def test_a_dropped_file_is_left_to_the_window(writing):
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile("/tmp/brief.docx")])
    assert not writing.canInsertFromMimeData(source)


def test_the_cursor_stands_after_what_was_pasted(writing):
    writing.load("ab")
    writing.moveCursor(QTextCursor.MoveOperation.NextCharacter)
    writing.insertFromMimeData(clipboard(text="X"))
    assert writing.textCursor().position() == 2


@pytest.mark.parametrize(
    "sign", ["<b>x", "<p>x", "<li>x", "<table><td>x", "<a ", "<!--", "<", "</b>"]
)
def test_a_page_made_to_hurt_is_read_at_once(sign):
    """Half a megabyte of one tag stood still for minutes; here it would stop the tests."""
    times = 500_000 // len(sign)
    words = "".join(str(block) for block in paste.from_html(sign * times))
    assert words.count("'x'") in (0, sign.count("x") * times)


def test_many_bullets_are_one_list_at_once():
    [made] = paste.from_plain("• a\n" * 100_000)
    assert len(made.items) == 100_000


def test_a_page_that_cannot_be_read_gives_its_words(writing):
    writing.insertFromMimeData(clipboard("<b>een " * 300))
    assert writing.toPlainText().split() == ["een"] * 300
