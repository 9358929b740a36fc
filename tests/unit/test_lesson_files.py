"""A lesson in a file: whatever is wrong, one Dutch sentence tells it, and never a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.domain.lesson_file import read_lesson
from desktop.resources import text

EXAMPLE = text("onboarding/example-lesson.toml")


def test_the_example_is_a_lesson():
    lesson = read_lesson(EXAMPLE)
    assert lesson.key == "ons-spreekuur"
    assert [len(question.answers) for question in lesson.questions] == [2, 2, 2]
    assert lesson.picture.part == 2
    assert lesson.parts[1].legal[0].status == "werkafspraak"
    assert lesson.parts[0].paragraphs[0].endswith("een praatje.")


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('key = "ons-spreekuur"', "", "In de les ontbreekt “key”."),
        (
            'key = "ons-spreekuur"',
            'key = "../../Ons spreekuur"',
            "Schrijf de “key” van de les in kleine letters, met streepjes ertussen.",
        ),
        ("minutes = 6", "minutes = 60", "Geef “minutes” in de les een getal van 3 tot 20."),
        ("minutes = 6", "minutes = true", "Geef “minutes” in de les een getal van 3 tot 20."),
        (
            "minutes = 6",
            "minuten = 6",
            "In de les staat “minuten”, maar dat hoort niet in een les.",
        ),
        (
            'goal = "U',
            'goal = ["U',
            "Deze les is niet te lezen. Kijk bij regel 13 van het bestand.",
        ),
        (
            'status = "werkafspraak"',
            'status = "afspraak"',
            "Kies voor “status” in een regel in deel 2 een van deze woorden: wet, verdrag, "
            "toelichting, verordening, werkafspraak, aanbeveling, eigen_standpunt.",
        ),
        (
            'kind = "steps"',
            'kind = "foto"',
            "Kies voor “kind” in de tekening een van deze woorden: "
            "steps, circle, ladder, balance, hub, timeline.",
        ),
        (
            'feedback = "Een afspraak is niet nodig',
            'feedback = "Fout! Een afspraak is niet nodig',
            "De reactie bij antwoord 2 bij vraag 1 klinkt streng. Zeg vriendelijk hoe het zit.",
        ),
        (
            "\nright = true",
            "\nright = false",
            "Zet bij vraag 1 precies één antwoord op goed, met right = true.",
        ),
        (
            "\nright = true",
            '\nright = "ja"',
            "Schrijf bij “right” in antwoord 1 bij vraag 1 true of false.",
        ),
        (
            "seen = 2026-11-22",
            'seen = "gisteren"',
            "Schrijf “seen” in bron 1 als datum: 2026-03-10.",
        ),
        (
            'name = "Luisteren"',
            "name = 3",
            "Zet “name” in stukje 1 van de tekening tussen aanhalingstekens.",
        ),
        (
            'words = ["achterban"]',
            "words = [3]",
            "Geef “words” in de les een rij woorden tussen haken.",
        ),
        ("[picture]", "[plaatje]", "In de les staat “plaatje”, maar dat hoort niet in een les."),
        (
            "U luistert en stelt een open vraag.",
            "woord " * 70,
            "In deel 2 staan 96 woorden. Maak er hoogstens 80 van, of maak twee delen.",
        ),
    ],
)
def test_each_mistake_has_its_sentence(before: str, after: str, sentence: str):
    assert before in EXAMPLE
    with pytest.raises(CouncilError) as told:
        read_lesson(EXAMPLE.replace(before, after, 1))
    assert told.value.message == sentence
    assert told.value.field == "lesson"


def test_a_question_less_is_told():
    start = EXAMPLE.index("[[question]]")
    next_one = EXAMPLE.index("[[question]]", start + 5)
    with pytest.raises(CouncilError, match="Geef de les precies 3 keer “question”"):
        read_lesson(EXAMPLE[:start] + EXAMPLE[next_one:])


def test_a_balance_needs_its_two_sides():
    with pytest.raises(CouncilError, match="In stukje 1 van de tekening ontbreekt “side”"):
        read_lesson(EXAMPLE.replace('kind = "steps"', 'kind = "balance"'))


_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def _as_toml(value: object) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value % 10**6)
    if isinstance(value, str):
        return '"' + "".join(sign for sign in value if sign.isalnum() or sign == " ") + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    assert isinstance(value, dict)
    return (
        "{" + ", ".join(f'"k{n}" = {_as_toml(one)}' for n, one in enumerate(value.values())) + "}"
    )


_LINES = EXAMPLE.splitlines()
_FIELDS = [
    n for n, line in enumerate(_LINES) if " = " in line and '"""' not in line and line[0] != "#"
]


@given(st.sampled_from(_FIELDS), _VALUE)
def test_any_value_in_any_field_gives_a_lesson_or_one_sentence(place: int, value: object):
    lines = list(_LINES)
    lines[place] = lines[place].split(" = ")[0] + " = " + _as_toml(value)
    _reads_or_tells("\n".join(lines))


@given(st.integers(0, len(EXAMPLE)), st.integers(0, 400))
def test_a_piece_that_is_gone_gives_a_lesson_or_one_sentence(start: int, length: int):
    _reads_or_tells(EXAMPLE[:start] + EXAMPLE[start + length :])


@given(st.text(max_size=300))
def test_any_text_gives_one_sentence(words: str):
    with pytest.raises(CouncilError):
        read_lesson(words)


def test_a_file_deep_as_a_well_is_told():
    with pytest.raises(CouncilError, match="niet te lezen"):
        read_lesson("a = " + "[" * 5_000)


def _reads_or_tells(toml: str) -> None:
    told = "Er is niets mis."
    try:
        read_lesson(toml)
    except CouncilError as error:
        told = error.message
    assert told.endswith(".")
    assert "\n" not in told
    assert told[0].isupper() or told[0] == "“"


def test_the_comments_of_the_example_name_every_kind():
    from desktop.domain.lessons import PICTURES, STATUSES

    comments = "\n".join(line for line in _LINES if line.startswith("#"))
    for word in (*PICTURES, *STATUSES):
        assert word in comments, word
