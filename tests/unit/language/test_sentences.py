"""Texts are cut into sentences and words where a reader would cut them."""

import pytest

from desktop.language.sentences import paragraphs, sentences
from desktop.language.tokens import Sentence


def cut(text: str) -> list[str]:
    return [
        text[start:end][unit.start : unit.end]
        for start, end in paragraphs(text)
        for unit in sentences(text[start:end])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is een zin. En nog een!", ["Dit is een zin.", "En nog een!"]),
        ("Zie art. 3.1 lid 4 sub b van de wet. Dat helpt.", 2),
        ("Op 3 mei jl. kwam dhr. J. Jansen langs. Hij bleef.", 2),
        ("Wij bellen, mailen e.d. en wachten.", 1),
        ("Aanwezig waren M.T. Smit en J.A. de Boer.", 1),
        ("Dat doet Welzijn B.V. Het werkt.", 2),
        ("Kijk op www.gemeente.nl/wmo. Of mail info@raad.nl. Dank!", 3),
        ("- eerste punt\n- tweede punt", ["eerste punt", "tweede punt"]),
        ("1. Opening\n2. Vaststellen agenda", ["Opening", "Vaststellen agenda"]),
        ("De eerste zin staat hier.\nDe tweede zin staat daar.", 2),
        ("Kop zonder punt\n\nEen zin eronder.", ["Kop zonder punt", "Een zin eronder."]),
        ("naam\trol\nCor\tvoorzitter", ["naam", "rol", "Cor", "voorzitter"]),
        ("Hij zei: “Kom binnen.” Zij kwam.", 2),
        ("Het kost € 3.500,50 per jaar. Dat is veel.", 2),
        ("", []),
        (" \n \n ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, expected):
    found = cut(text)
    assert (found if isinstance(expected, list) else len(found)) == expected


def test_a_line_broken_by_its_width_goes_on():
    text = (
        "Wij hebben uw vraag gelezen en daar met elkaar een hele avond over\n"
        "gesproken. Daarna hebben wij ook nog met de mensen in de wijk gepraat\n"
        "over wat zij zelf het liefste willen."
    )
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wmo-raad en 'n 82-jarige", ["Wmo-raad", "en", "'n", "82-jarige"]),
        ("o.a. dhr. Jansen, art. 5", ["o.a.", "dhr.", "Jansen", ",", "art.", "5"]),
        ("info@raad.nl!", ["info@raad.nl", "!"]),
        ("foto's en/of zo’n", ["foto's", "en/of", "zo’n"]),
        ("€ 3.500,50 (12%)", ["€", "3.500,50", "(", "12", "%", ")"]),
    ],
)
def test_a_sentence_is_cut_into_words(text, words):
    sentence = Sentence(text)
    assert sentence.words == words
    assert [text[a:b] for a, b in zip(sentence.starts, sentence.ends, strict=True)] == words
