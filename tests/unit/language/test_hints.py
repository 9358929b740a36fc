"""Each kind of hint is given where it helps, and not where it would only be noise."""

import pytest

from desktop.language import KINDS, analyse


def kinds(text: str, **wishes) -> set[str]:
    return {hint.kind for hint in analyse(text, **wishes).hints}


def spans(text: str, kind: str) -> list[str]:
    return [hint.text for hint in analyse(text).hints if hint.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "marked"),
    [
        ("passive", "Het plan wordt door het college vastgesteld.", "wordt"),
        ("passive", "De brief is gisteren verstuurd.", "verstuurd"),
        ("passive", "Dat moet nog worden onderzocht.", "worden onderzocht"),
        ("passive", "Wij vragen of de regels versterkt zouden kunnen worden.", "versterkt"),
        ("tang", "Wij hebben met alle mensen uit de wijk en hun buren gesproken.", "hebben"),
        ("tang", "Om alle mensen in de wijk snel en goed te helpen is geld nodig.", "te"),
        ("nominal", "Het betrekken van cliënten kost tijd.", "Het betrekken van"),
        ("nominal", "De raad wil een bijdrage leveren aan het plan.", "bijdrage leveren"),
        ("difficult_word", "Wij faciliteren dit.", "faciliteren"),
        ("difficult_word", "Dit doen wij ten behoeve van u.", "ten behoeve van"),
        ("difficult_word", "De vergadering vangt om tien uur aan.", "vangt om tien uur aan"),
        (
            "tang",
            "Wij kunnen aan hem enkele kleine maar echte veranderingen toeschrijven.",
            "kunnen",
        ),
        ("nominal", "Daar ontbreekt het aan de borging van invloed.", "borging van"),
        ("nominal", "Er vond een evaluatie van het plan plaats.", "evaluatie"),
        ("jargon", "Wij geven advies over de verordeningen.", "verordeningen"),
        ("abbreviation", "De VNG geeft een model.", "VNG"),
        ("abbreviation", "Dit geldt o.a. voor ouders.", "o.a."),
        ("negation", "Het is niet onmogelijk.", "niet onmogelijk"),
        ("vague", "Wij horen het graag binnenkort.", "binnenkort"),
        ("tone", "Wij eisen een antwoord.", "Wij eisen"),
        ("compound", "Wij kregen de leerlingenvervoersregeling.", "leerlingenvervoersregeling"),
        (
            "prepositions",
            "Het gesprek over de regels voor het vervoer van mensen met een beperking in de stad"
            " was goed.",
            "over",
        ),
        (
            "enumeration",
            "Wij spraken met ouders, kinderen, leraren, artsen, buren en vrijwilligers.",
            "kinderen",
        ),
    ],
)
def test_a_hint_is_given(kind, text, marked):
    assert any(marked in span for span in spans(text, kind)), analyse(text).hints


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("passive", "De gemeente stelt het plan vast."),
        ("passive", "Zij is gisteren gekomen."),
        ("passive", "Het aantal mensen is gestegen."),
        ("passive", "Hij wordt voorzitter."),
        ("passive", "Wij hebben een brief geschreven."),
        ("tang", "Wij hebben met de buren gesproken."),
        ("nominal", "Wij betrekken cliënten bij het plan."),
        ("difficult_word", "Wij helpen u graag met uw vraag."),
        ("difficult_word", "Het college zegt: “Wij doen dit derhalve niet meer.” Dat is jammer."),
        ("difficult_word", "Mail naar faciliteren@raad.nl of kijk daar eens."),
        ("difficult_word", "De wijkcommissies zijn er ook."),
        ("jargon", "Dit staat in de Verordening cliëntenparticipatie Duinrede."),
        ("abbreviation", "De Adviesraad Sociaal Domein (ASD) is er. De ASD helpt."),
        ("abbreviation", "Dit kost 5 euro per km."),
        ("abbreviation", "LET OP: DIT IS BELANGRIJK VOOR U."),
        ("abbreviation", "Aanwezig: P. de Boer en M.T. Smit.\n\nPdB belt, MTS schrijft."),
        ("abbreviation", "Het geld staat op NL91 ABNA 0417 1643 00."),
        ("abbreviation", "Zie ECLI:NL:CRVB:2016:1404 voor de uitspraak."),
        ("nominal", "Organisatie, financiering en uitvoering van het plan"),
        ("nominal", "Het inkomen van de cliënt is laag."),
        ("nominal", "De ICT-afdelingen van de stad zijn samen."),
        ("enumeration", "Het gaat om artikel 7, artikel 14 lid 1, 3, 4, 8 en 10 van de wet."),
        ("negation", "Wij gaan niet mee."),
        ("vague", "Wij horen het graag binnenkort, vóór 1 mei."),
        ("enumeration", "Wij spraken met ouders en kinderen."),
    ],
)
def test_no_hint_is_given(kind, text):
    assert spans(text, kind) == []


def test_a_long_sentence_gets_a_place_to_cut_it():
    text = (
        "Wij hebben gisteren in het buurthuis met heel veel mensen uit de wijk gepraat, en daarna"
        " zijn wij nog met een paar van hen naar het park gelopen."
    )
    (hint,) = [hint for hint in analyse(text).hints if hint.kind == "long_sentence"]
    assert "||" in hint.suggestions[0]
    assert "28" in hint.message or "27" in hint.message


def test_alternatives_take_the_form_of_the_word():
    def suggestions(text):
        hints = analyse(text, kinds=["difficult_word"]).hints
        return [word for hint in hints for word in hint.suggestions]

    assert "helpt" in suggestions("De raad faciliteert dit.")
    assert "geholpen" in suggestions("Wij hebben dit gefaciliteerd.")
    assert "Als" in suggestions("Indien u komt, praten wij.")
    assert "begint om tien uur" in suggestions("De vergadering vangt om tien uur aan.")
    assert "problemen" in suggestions("Er zijn veel knelpunten.")


def test_an_agent_makes_a_passive_surer():
    def confidence(text):
        return analyse(text, kinds=["passive"]).hints[0].confidence

    assert confidence("Het plan wordt door de raad gemaakt.") > confidence(
        "Het plan wordt gemaakt."
    )


def test_many_passives_make_each_of_them_surer():
    few = "Het plan wordt morgen gemaakt. " + "Wij gaan daarna samen naar huis. " * 9
    many = "Het plan wordt morgen gemaakt. " * 9
    assert analyse(few, kinds=["passive"]).hints[0].confidence < 0.8
    assert analyse(many, kinds=["passive"]).hints[0].confidence >= 0.8


def test_a_recommendation_must_steer():
    assert "no_advice" in kinds("Advies 1: Kan de gemeente hier eens naar kijken?")
    assert "no_advice" in kinds("Advies 2: Wij vinden dit heel jammer.")
    assert "no_advice" not in kinds("Kan de gemeente hier eens naar kijken?")
    assert "no_advice" in kinds("Kan de gemeente hier eens naar kijken?", context="advice")
    good = "Wij adviseren het college om de balie vóór 1 mei te openen."
    assert "no_advice" not in kinds(good, context="advice")
    assert "no_advice" in kinds("Wij adviseren om de balie te openen.", context="advice")


def test_the_wishes_of_the_writer_count():
    text = "Wij faciliteren dit en het wordt door ons gedaan."
    assert kinds(text, kinds=["passive"]) == {"passive"}
    assert "difficult_word" not in kinds(text, own_words=["Faciliteren"])
    assert "difficult_word" not in kinds(text, ignore=[("difficult_word", "Faciliteren")])
    assert "difficult_word" in kinds(text, ignore=[("passive", "faciliteren")])


def test_the_same_word_is_pointed_out_twice_at_most():
    assert len(spans("Wij faciliteren dit. " * 5, "difficult_word")) == 2


def test_every_hint_explains_itself():
    text = (
        "Indien de ASD dit wil faciliteren, wordt het besluit door het college genomen."
        " Het betrekken van cliënten is niet onmogelijk."
    )
    hints = analyse(text).hints
    assert len(hints) > 4
    for hint in hints:
        assert hint.kind in KINDS
        assert text[hint.start : hint.end] == hint.text
        assert hint.message.endswith((".", "?"))
        assert len(hint.explanation) > 40
        assert 0 < hint.confidence <= 1
    assert list(hints) == sorted(hints, key=lambda hint: (hint.start, hint.end))


@pytest.mark.parametrize(
    "text",
    [
        "Wij spraken met Stichting Participatie Nu en de heer Borging.",
        "Volgens de Wet op de jeugdzorg en de Verordening cliëntenparticipatie Duinrede mag dit.",
        "Stuur het naar Transitiestraat 12, 1234 AB Duinrede of naar participatie@raad.nl.",
        "De wethouder zei: “Indien nodig wordt dit geëvalueerd.” Dat vonden wij goed.",
        "Lees meer op www.raad.nl/participatie over dit plan.",
    ],
)
def test_names_quotes_laws_and_addresses_are_left_alone(text):
    assert analyse(text).hints == ()


def test_a_sentence_that_is_all_quote_is_just_a_sentence():
    assert spans("“Indien nodig wordt dit gedaan.”", "difficult_word") == ["Indien"]
