"""What letters say: every template is complete, honest about its sources, and runs nothing."""

import re
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from desktop.documents.document import (
    Box,
    Document,
    Facts,
    Heading,
    ListBlock,
    Paragraph,
    Title,
    plain,
    walk,
    words,
)
from desktop.documents.pdf import pdf_bytes
from desktop.domain.errors import CouncilError
from desktop.resources import resource
from desktop.services.choices import choices
from desktop.services.letters import phrases
from desktop.services.letters.build import letter_document, town_in_capitals
from desktop.services.letters.inserts import INSERTS
from desktop.services.letters.places import known_places, places
from desktop.services.letters.templates import (
    Sentence,
    advice_kind,
    fill_in,
    kinds,
    letter_words,
    mistakes,
    parse,
    said,
    standard,
)
from tests.data.letter_dossier import NORMS, empty_material, full_material, full_view

KINDS = kinds()


def written(document: Document) -> list[str]:
    """Every piece of text of a letter, one per paragraph, item or heading."""
    found: list[str] = []
    for block in walk(document.blocks):
        match block:
            case Title(text, label, subtitle):
                found += [text, label, *([subtitle] if subtitle else [])]
            case Heading(text):
                found.append(text)
            case Paragraph(runs=content):
                found.append(plain(content))
            case ListBlock(items) | Box(items=items):
                found += map(plain, items)
            case Facts(items):
                found += [value for pair in items for value in pair]
            case _:
                pass
    return found


def text(document: Document) -> str:
    return " ".join(words(document))


def check_clean(document: Document) -> None:
    for piece in written(document):
        assert piece.strip(), "an empty piece"
        assert "{" not in piece
        assert "}" not in piece
        assert "  " not in piece
        assert ".." not in piece
        assert not re.search(r" [.,;:?!]", piece), piece
    blocks = list(walk(document.blocks))
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Heading) and block.level == 1:
            assert after is not None
            assert not (isinstance(after, Heading) and after.level == 1), f"empty: {block.text}"
            assert getattr(after, "role", "") != "closing", f"empty: {block.text}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_names_only_what_exists(kind):
    template = standard(kind)
    assert mistakes(template, known_places(), INSERTS) == []
    assert template.use.endswith(".")
    assert template.mail


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [full_material, empty_material])
def test_a_template_renders_cleanly(kind, make):
    check_clean(letter_document(make(kind), standard(kind)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("phase", ["", *choices("phase")])
@pytest.mark.parametrize("say_late", [True, False])
def test_a_template_renders_cleanly_in_every_phase(kind, phase, say_late):
    view = full_view(phase=phase, say_late=say_late)
    check_clean(letter_document(full_material(kind, view), standard(kind)))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not standard(kind).is_advice])
def test_a_short_letter_fits_on_one_page(kind):
    room = full_material(kind)
    letter = replace(room.letter, appendices="", copies_to="", reply_by=None)
    document = letter_document(replace(room, letter=letter), standard(kind))
    assert pages(document) == 1


def pages(document: Document) -> int:
    file = PdfDocument(pdf_bytes(document))
    try:
        return len(file)
    finally:
        file.close()


def test_every_sentence_can_be_said():
    """No sentence waits for conditions that never meet: a template has no dead text."""
    silent = set()
    rooms = [full_material(), empty_material()]
    for phase in choices("phase"):
        for norm_kind in ("agreement", "ordinance", "own_rule"):
            view = full_view(phase=phase)
            norms = tuple(replace(norm, source_kind=norm_kind) for norm in NORMS)
            made = replace(full_material(view=view), norms=norms)
            rooms += [made, replace(made, norms=()), replace(made, addressee=None)]
            elsewhere = replace(view, addressee_ids=(1, 7), heard=view.heard[1:])
            rooms.append(replace(made, view=elsewhere))
    base = full_view()
    sent = replace(
        base.letters[0], sent=object(), dated=date(2026, 1, 5), reply_by=date(2026, 2, 1)
    )
    rooms.append(full_material(view=replace(base, letters=(sent,))))
    rooms.append(full_material(view=replace(base, decision=replace(base.decision, way="written"))))
    rooms.append(full_material(view=replace(base, decision=replace(base.decision, present=1))))
    rooms.append(full_material(view=replace(base, decision=None)))
    bare = full_material(view=replace(base, recommendations=()))
    rooms.append(bare)
    undated = replace(base, dossier=replace(base.dossier, requested=None, received=None))
    unsure = replace(full_material(), letter=replace(full_material().letter, reply_by=None))
    rooms += [full_material(view=undated), unsure, replace(unsure, view=undated)]
    rooms += [replace(unsure, view=bare.view)]
    far = replace(undated, addressee_ids=(1, 7))
    easy = replace(base, time=replace(base.time, verdict="no_norm"))
    rooms += [full_material(view=far), replace(full_material(view=easy), norms=())]
    open_ended = replace(base, dossier=replace(base.dossier, reply_by=None))
    rooms.append(full_material(view=open_ended))
    values = [places(room) for room in rooms]
    for kind in KINDS:
        template = standard(kind)
        for part in template.parts:
            for sentence in (*part.say, *part.bullets):
                if not any(said((sentence,), known) for known in values):
                    silent.add((kind, sentence.text))
    assert silent == set()


def test_the_kind_of_dossier_chooses_the_letter():
    found = {kind: advice_kind(kind) for kind in choices("kind")}
    assert len(set(found.values())) == len(found)
    assert found["asked"] == "advice"


def test_an_agreement_is_called_an_agreement_and_an_own_rule_an_own_rule():
    told = {}
    for source in ("agreement", "ordinance", "own_rule"):
        norms = (replace(NORMS[0], source_kind=source),)
        room = replace(full_material(), norms=norms)
        told[source] = text(letter_document(room, standard("advice")))
    assert "Afgesproken is" in told["agreement"]
    assert "verordening" in told["ordinance"]
    assert "Onze raad vraagt" in told["own_rule"]
    assert "fgesproken is" not in told["own_rule"]
    assert all("volgens de wet" not in words.lower() for words in told.values())


def test_being_late_is_said_only_when_the_council_wants_it():
    late = text(letter_document(full_material(view=full_view()), standard("advice")))
    silent = text(
        letter_document(full_material(view=full_view(say_late=False)), standard("advice"))
    )
    assert "28 dagen" in late
    assert "28 dagen" not in silent


def test_without_a_term_the_letter_asks_kindly():
    room = full_material()
    room = replace(room, norms=(), letter=replace(room.letter, reply_by=None, reply_source=""))
    said_words = text(letter_document(room, standard("advice")))
    assert "Laat ons daarom weten wanneer" in said_words
    assert "uiterlijk" not in said_words


def test_the_council_uses_its_own_word_for_people():
    room = full_material("delay")
    letter = replace(room.letter, appendices="")
    room = replace(room, council=replace(room.council, person_word="cliënt"), letter=letter)
    assert "cliënten" in text(letter_document(room, standard("delay")))
    assert "inwoners" not in text(letter_document(room, standard("delay")))


def test_a_concept_says_so():
    concept = letter_document(replace(full_material(), concept=True), standard("advice"))
    assert concept.state == "concept"
    assert "Concept van 20 maart 2026" in text(concept)
    final = letter_document(full_material(), standard("advice"))
    assert not final.state
    assert "Concept" not in text(final)


def test_a_provisional_advice_says_that_it_is_not_adopted():
    view = replace(full_view("provisional"), decision=None)
    document = letter_document(full_material(view=view), standard("advice-provisional"))
    assert "Voorlopig, niet vastgesteld" in text(document)


def test_a_reader_who_did_not_ask_is_not_told_that_they_did():
    view = replace(full_view(), addressee_ids=(1, 7))
    document = letter_document(full_material(view=view), standard("advice"))
    assert "U vroeg ons" not in text(document)
    assert "Uw brief" not in text(document)


def test_every_part_of_the_advice_is_in_the_letter():
    document = letter_document(full_material(), standard("advice"))
    whole = text(document)
    for piece in (
        "Onze twee adviezen",
        "Advies 1. Geef een wasmachine of koelkast als gift, niet als lening",
        "Vraag 1. Wat vindt u van de regels? Wij vinden ze goed. Zie advies 1.",
        "Zie de adviezen 1 en 2.",
        "Deze vraag laten wij open, want wij weten dat niet.",
        "Inwoners met bijstand: 19 mensen, op het spreekuur in januari.",
        "Jongeren tot 23 jaar: dat doen wij in mei.",
        "Schrijf ons uiterlijk 1 mei 2026 per advies wat u doet, en waarom.",
        "termijn uit de verordening (artikel 4 van de verordening)",
        "Onze raad besloot dit op 19 maart 2026. Zeven van de negen leden waren aanwezig.",
        "De stemmen: 6 voor en 1 onthouding.",
        "Eén lid wil een lening.",
        "Afschrift de gemeenteraad van Duinrede",
        "Aan het college van burgemeester",
        "1999 AA DUINREDE",
        "Geacht college,",
    ):
        assert piece in whole, piece


def test_the_closing_and_all_signatures_stay_together():
    blocks = letter_document(full_material(), standard("advice")).blocks
    kept = next(
        block.blocks
        for block in blocks
        if any(getattr(part, "role", "") == "closing" for part in getattr(block, "blocks", ()))
    )
    assert [part.role for part in kept] == ["body", "closing", "signature", "signature"]


WRONG = ["{a.b}", "{a[0]}", "{0}", "{a!r}", "{a:>9}", "{}", "{a", "a}"]


@pytest.mark.parametrize("words", WRONG)
def test_a_place_is_a_plain_name_and_never_code(words):
    with pytest.raises(CouncilError):
        fill_in(words, {"a": "x"})


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "title = 1 =",
        'title = "x"',
        'title = "x"\nsubject = "y"\n[[part]]\nsay = 3',
        'title = "x"\nsubject = "y"\npart = 5',
        'title = "x"\nsubject = "y"\n[[part]]\nshared = "nothing"',
        'title = "x"\nsubject = "y"\n[[part]]\nsay = [{if = ["a"]}]',
    ],
)
def test_a_template_that_cannot_be_read_gets_one_sentence(toml):
    with pytest.raises(CouncilError) as told:
        parse("own", toml)
    assert "Error" not in told.value.message
    assert told.value.message.endswith(".")


def test_a_mistake_in_a_template_is_named():
    own = 'title = "x"\nsubject = "{nobody}"\n[[part]]\nif = ["not there"]\ninsert = "all"'
    assert mistakes(parse("own", own), known_places(), INSERTS) == ["nobody", "not there", "all"]


@settings(max_examples=60, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from(sorted(known_places())), st.text("ab{}. é\n", max_size=12), max_size=40
    ),
    st.sampled_from(KINDS),
)
def test_a_sentence_is_said_whole_or_not_at_all(values, kind):
    for part in standard(kind).parts:
        for sentence in (*part.say, *part.bullets):
            told = said((sentence,), values)
            names = re.findall(r"{(\w+)}", sentence.text)
            assert len(told) <= 1
            if told:
                assert all(values.get(name) for name in names)
            plain_words = [piece.strip() for piece in re.split(r"{\w+}", sentence.text)]
            for words_said in told:
                assert all(re.sub(" +", " ", piece) in words_said for piece in plain_words)


def test_conditions_weigh_places_and_their_absence():
    sentence = Sentence("Ja {a}.", ("a", "not b"))
    assert said([sentence], {"a": "x", "b": ""}) == ["Ja x."]
    assert said([sentence], {"a": "x", "b": "y"}) == []
    assert said([sentence], {"a": ""}) == []


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Adviesaanvraag beleidsplan Samen sterk in de wijk", "beleidsplan Samen sterk in de wijk"),
        ("Verzoek om advies over: De taxipas", "de taxipas"),
        ("Wmo-verordening 2027", "Wmo-verordening 2027"),
        ("Duinrede in beweging", "Duinrede in beweging"),
        ("Participatiewet: nieuwe regels.", "Participatiewet: nieuwe regels"),
        ("BUS naar het ziekenhuis", "BUS naar het ziekenhuis"),
        ("Advies over", "advies over"),
        ("Éénmalige toeslag", "éénmalige toeslag"),
        ("", ""),
    ],
)
def test_a_topic_fits_in_a_sentence(title, topic):
    assert phrases.topic(title, ("Duinrede",)) == topic


@pytest.mark.parametrize(
    ("name", "with_article"),
    [
        ("Cliëntenraad Duinrede", "de Cliëntenraad Duinrede"),
        ("Platform Sociaal Domein", "het Platform Sociaal Domein"),
        ("Wmo-raad Zuid", "de Wmo-raad Zuid"),
        ("De Stem van Duinrede", "de Stem van Duinrede"),
        ("Samen Sterk", "Samen Sterk"),
        ("Regionaal beraad Kust", "het Regionaal beraad Kust"),
        ("", ""),
    ],
)
def test_the_name_of_the_council_gets_its_article(name, with_article):
    assert phrases.with_article(name) == with_article


@pytest.mark.parametrize(
    ("given", "name", "greeting"),
    [
        ("", "Het college van Duinrede", "Geacht college,"),
        ("", "De gemeenteraad van Duinrede", "Geachte leden van de gemeenteraad,"),
        ("", "Mevrouw X", "Geachte heer, mevrouw,"),
        ("Geachte heer Hofstee", "Het college", "Geachte heer Hofstee,"),
        (" Beste Sanne, ", "", "Beste Sanne,"),
    ],
)
def test_a_salutation_fits_the_addressee(given, name, greeting):
    assert phrases.salutation(given, name) == greeting


@pytest.mark.parametrize(
    ("line", "posted"),
    [
        ("1999aa Duinrede", "1999 AA  DUINREDE"),
        ("1999 AA  Duinrede aan Zee", "1999 AA  DUINREDE AAN ZEE"),
        ("Postbus 1999", "Postbus 1999"),
        ("Plein 1945 nr 3", "Plein 1945 nr 3"),
    ],
)
def test_the_post_wants_the_town_in_capitals(line, posted):
    assert town_in_capitals(line) == posted


def test_the_small_words_and_sheets_are_all_there():
    for path in resource("letters").rglob("*.toml"):
        assert tomllib.loads(path.read_text("utf-8"))
    assert set(letter_words()["answer"]) >= {"left_open", "unsettled", "see_one", "see_many"}
