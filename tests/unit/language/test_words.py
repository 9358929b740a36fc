"""Dutch words take the right form, and the lists are complete and sound."""

import re

import pytest

from desktop.language.abbreviations import meanings
from desktop.language.data import table
from desktop.language.hints import KINDS
from desktop.language.inflect import conjugate, conjugated, inflected, plural, split_verb, stem
from desktop.language.wordlist import entries, index

WORD_KINDS = {"ww", "zn", "bn", "bw", "vz", "vg", "uit", "lv"}


@pytest.mark.parametrize(
    ("infinitive", "expected"),
    [
        ("maken", "maak"),
        ("plannen", "plan"),
        ("leven", "leef"),
        ("reizen", "reis"),
        ("gaan", "gaa"),
    ],
)
def test_the_stem_of_a_verb(infinitive, expected):
    assert stem(infinitive) == expected


@pytest.mark.parametrize(
    ("infinitive", "he", "participle"),
    [
        ("implementeren", "implementeert", "geïmplementeerd"),
        ("uitvoeren", "uitvoert", "uitgevoerd"),
        ("onderbouwen", "onderbouwt", "onderbouwd"),
        ("herijken", "herijkt", "herijkt"),
        ("geven", "geeft", "gegeven"),
    ],
)
def test_the_forms_of_a_verb(infinitive, he, participle):
    forms = conjugate(infinitive)
    assert (forms.he, forms.participle) == (he, participle)


def test_a_verb_phrase_is_conjugated_as_a_whole():
    assert conjugated("rekening houden met", "he") == "houdt rekening met"
    assert conjugated("doorgaan", "he") == "gaat door"
    assert conjugated("doorgaan", "he", last=True) == "doorgaat"
    assert conjugated("mogelijk maken", "participle") == "mogelijk gemaakt"
    assert split_verb("aanvangen") == ("aan", "vangen")
    assert split_verb("onderbouwen") == ("", "onderbouwen")


def test_plurals_and_adjectives():
    assert [plural(word) for word in ("grens", "idee", "bevoegdheid", "criterium")] == [
        "grenzen",
        "ideeën",
        "bevoegdheden",
        "criteria",
    ]
    assert [inflected(word) for word in ("groot", "formeel", "stil", "precies")] == [
        "grote",
        "formele",
        "stille",
        "precieze",
    ]


def test_the_list_of_difficult_words_is_long_and_sound():
    words = entries()
    assert len(words) >= 900
    assert len({(entry.word, entry.kind) for entry in words}) == len(words)
    for entry in words:
        assert entry.kind in WORD_KINDS, entry
        assert entry.simpler, entry
        assert entry.word not in entry.simpler, entry
        assert all(re.fullmatch(r"[\w' ,()-]+", word) for word in entry.simpler), entry


def test_a_simpler_word_is_not_itself_difficult():
    difficult = index().words
    wrong = [
        (entry.word, word)
        for entry in entries()
        for word in entry.simpler
        if word in difficult
        and difficult[word].form in ("base", "infinitive")
        and difficult[word].entry.kind == entry.kind
    ]
    assert wrong == []


def test_the_glossary_is_long_and_sound():
    terms = table("glossary/council.toml")["term"]
    assert len(terms) >= 200
    assert len({term["term"] for term in terms}) == len(terms)
    for term in terms:
        assert set(term) == {"term", "forms", "explanation", "alternative", "hint"}
        assert term["explanation"].endswith((".", "?")), term
        assert len(term["explanation"].split()) <= 25, term


def test_every_kind_has_its_explanation():
    assert set(table("language/explanations.toml")) == set(KINDS)


def test_short_forms_have_meanings():
    assert len(meanings()) > 200
    assert all(meaning and meaning != short for short, meaning in meanings().items())
