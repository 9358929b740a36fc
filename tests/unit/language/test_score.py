"""The score: an estimate on LiNT's scale, only for a text with enough sentences."""

from desktop.language import analyse

EASY = (
    "De haas loopt in het bos. Hij ziet een egel. De egel eet een appel. De haas lacht. "
    "Samen gaan ze naar huis. Daar drinken ze thee. De zon schijnt. De kat slaapt op de stoel. "
)
HARD = (
    "De operationalisering van de transformatieopgave noopt tot herbezinning op de governance van"
    " de participatieve besluitvorming binnen het vigerende beleidskader. "
)


def test_a_short_text_has_no_score():
    score = analyse("Dit is een zin. En nog een.").score
    assert score.lint is None
    assert score.level is None
    assert score.sentences == 2


def test_easy_and_hard_texts_lie_far_apart():
    easy, hard = analyse(EASY).score, analyse(HARD * 8).score
    assert easy.level == 1
    assert hard.level == 4
    assert easy.lint + easy.margin < hard.lint - hard.margin


def test_more_sentences_make_the_estimate_surer():
    assert analyse(EASY * 4).score.margin < analyse(EASY).score.margin


def test_counts_per_kind_match_the_hints():
    analysis = analyse(HARD * 3)
    assert sum(analysis.score.counts.values()) == len(analysis.hints)


def test_headings_do_not_count_as_sentences():
    assert analyse("Onze mening\n\n" + EASY).score.sentences == analyse(EASY).score.sentences
