"""The lessons of the app: plain, short and true to their form; and who has read which."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.diagram import Drawing, Head, Line, Panel, Pen, Stroke
from desktop.domain.errors import CouncilError
from desktop.domain.layouts import lay_out
from desktop.domain.lessons import OURS, Lesson, count_words, minutes_needed, texts
from desktop.language import analyse
from desktop.language.glossary import explain
from desktop.models.store import Store
from desktop.resources import resource, text
from desktop.services.council import CouncilDesk
from desktop.services.members.lessons import EXAMPLE, Lessons, built_in
from tests.example import example
from tests.unit.test_own_dutch import complaints

TODAY = date(2026, 3, 10)
EVERY = [pytest.param(lesson, id=lesson.key) for lesson in built_in()]
KEYS = [
    "wet",
    "vijf-rechten",
    "wie-is-wie",
    "beleidscyclus",
    "hoe-een-advies-loopt",
    "signalen-en-privacy",
    "een-vergadering",
    "een-beleidsstuk-lezen",
    "gewone-taal",
    "ladder",
    "onze-geschiedenis",
]


def test_the_eleven_lessons_are_there_in_their_order():
    assert [lesson.key for lesson in built_in()] == KEYS
    for path in resource("onboarding/lessons").glob("*.toml"):
        assert path.stem in KEYS, f"{path.name}: the file bears the name of its lesson"


@pytest.mark.parametrize("lesson", EVERY)
def test_a_lesson_takes_ten_to_fifteen_minutes_and_says_so(lesson: Lesson):
    assert 10 <= lesson.minutes <= 15
    assert lesson.minutes == minutes_needed(lesson)
    assert 600 <= count_words(" ".join(texts(lesson))) <= 900
    for part in lesson.parts:
        assert 40 <= count_words(part.text) <= 80, part.heading
    assert lesson.goal.endswith(".")
    assert len(lesson.goal.split(". ")) == 1


@pytest.mark.parametrize("lesson", EVERY)
def test_a_lesson_is_plain_dutch(lesson: Lesson):
    whole = analyse("\n\n".join(_sentences(lesson))).score
    assert whole.level in (1, 2), whole
    assert not complaints([(lesson.key, one) for one in texts(lesson)])


@pytest.mark.parametrize("lesson", EVERY)
def test_a_question_is_plain_and_kind(lesson: Lesson):
    for question in lesson.questions:
        said = [question.text, *(f"{one.text}. {one.feedback}" for one in question.answers)]
        score = analyse("\n\n".join(said)).score
        assert score.level in (None, 1, 2), (question.text, score)
        feedback = [one.feedback for one in question.answers]
        assert len(set(feedback)) == len(feedback), "each answer has its own words"
        for words in feedback:
            assert 4 <= count_words(words) <= 40, words
            assert "fout" not in words.lower(), words
    asked = [question.part for question in lesson.questions]
    assert asked == sorted(asked)


def test_the_right_answer_is_not_always_in_the_same_place():
    places = Counter(
        next(n for n, answer in enumerate(question.answers) if answer.right)
        for lesson in built_in()
        for question in lesson.questions
    )
    assert max(places.values()) < 0.75 * sum(places.values()), places


@pytest.mark.parametrize("lesson", EVERY)
def test_hard_words_are_in_the_word_list_and_sources_have_a_day(lesson: Lesson):
    assert 3 <= len(lesson.words) <= 6
    for word in lesson.words:
        assert explain(word), word
    assert lesson.sources
    assert all(source.seen.year >= 2026 for source in lesson.sources)


def test_the_lessons_show_every_kind_of_picture_and_most_of_the_council():
    kinds = {lesson.picture.kind for lesson in built_in()}
    assert kinds == {"steps", "circle", "ladder", "balance", "hub", "timeline"}
    assert {part.ours for lesson in built_in() for part in lesson.parts} - {""} == set(OURS)


def _sentences(lesson: Lesson) -> list[str]:
    return [one if one[-1] in ".?!:" else f"{one}." for one in texts(lesson)]


# ---- the picture, in any room


@pytest.mark.parametrize("lesson", EVERY)
@given(width=st.integers(280, 1400), em=st.integers(12, 40))
def test_a_picture_fits_its_room(lesson: Lesson, width: int, em: int):
    drawing = lay_out(lesson.picture, width, _pen(em))
    for shape in drawing.shapes:
        for x, y in _corners(shape, em):
            assert -1 <= y <= drawing.height + em * 0.4, shape
            # a word that is wider than the room is the one thing nothing can be done about
            if not isinstance(shape, Line):
                assert -1 <= x <= width + 1, shape
    assert not _overlaps(drawing)


@pytest.mark.parametrize("lesson", EVERY)
def test_everything_in_the_picture_is_drawn_and_said(lesson: Lesson):
    picture = lesson.picture
    for width in (300, 1000):
        drawing = lay_out(picture, width, _pen(16))
        drawn = " ".join(one.text for one in drawing.shapes if isinstance(one, Line)).split()
        for piece in picture.pieces:
            assert set(piece.name.split()) <= set(drawn), piece
            assert set(piece.words.split()) <= set(drawn), piece
            assert piece.name in picture.says
            assert piece.words.rstrip(".") in picture.says


def _pen(em: int) -> Pen:
    return Pen(em, lambda words, bold: len(words) * em * (0.56 if bold else 0.52))


def _corners(shape: object, em: int) -> list[tuple[float, float]]:
    match shape:
        case Panel(x, y, width, height):
            return [(x, y), (x + width, y + height)]
        case Stroke(x1, y1, x2, y2):
            return [(x1, y1), (x2, y2)]
        case Head(points):
            return list(points)
        case Line(x, y):
            return [(x, y), (x, y + em)]
        case _:
            return []


def _overlaps(drawing: Drawing) -> list[tuple[Panel, Panel]]:
    panels = [one for one in drawing.shapes if isinstance(one, Panel)]
    return [
        (one, other)
        for place, one in enumerate(panels)
        for other in panels[place + 1 :]
        if one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    ]


# ---- the service


@pytest.fixture
def lessons(store: Store) -> Lessons:
    """The lessons in an empty file."""
    return Lessons(store)


def test_a_lesson_is_ticked_off_once_and_can_be_undone(store: Store, lessons: Lessons):
    member = CouncilDesk(store).add_member("Ans Kuiper")
    assert lessons.done(member) == {}
    lessons.finish(member, "wet", TODAY)
    lessons.finish(member, "wet", date(2026, 4, 1))
    assert lessons.done(member) == {"wet": TODAY}
    assert lessons.next("wet", member).key == "vijf-rechten"
    store.undo()
    assert lessons.done(member) == {}
    with pytest.raises(CouncilError, match="Deze les is er niet meer"):
        lessons.finish(member, "bestaat-niet", TODAY)


def test_the_last_lesson_has_no_next_one(lessons: Lessons):
    assert lessons.next(KEYS[-1]) is None


def test_an_own_lesson_comes_after_the_others_and_goes_again(store: Store, lessons: Lessons):
    key = lessons.add_own(text(EXAMPLE))
    *_others, last = lessons.all()
    assert (last.key, last.own, last.minutes) == (key, True, 6)
    lessons.add_own(text(EXAMPLE).replace("Ons spreekuur in", "Het spreekuur in"))
    assert [one.title for one in lessons.all() if one.own] == ["Het spreekuur in het buurthuis"]
    lessons.remove_own(key)
    assert len(lessons.all()) == len(KEYS)
    store.undo()
    assert lessons.lesson(key).title == "Het spreekuur in het buurthuis"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("ons-spreekuur", "wet", "Er is al een les met de key “wet”. Kies een andere."),
        ("achterban", "xyzzy", "De woordenlijst kent “xyzzy” niet. Laat dat woord weg."),
    ],
)
def test_what_an_own_lesson_may_not_have(lessons: Lessons, before: str, after: str, sentence: str):
    toml = text(EXAMPLE).replace(f'"{before}"', f'"{after}"', 1)
    with pytest.raises(CouncilError) as told:
        lessons.add_own(toml)
    assert told.value.message == sentence


def test_files_that_are_no_lesson_are_told_kindly(lessons: Lessons, tmp_path: Path):
    with pytest.raises(CouncilError, match="Dit bestand kan niet open"):
        lessons.read_file(tmp_path / "weg.toml")
    odd = tmp_path / "foto.toml"
    odd.write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(CouncilError, match="geen gewone tekst"):
        lessons.read_file(odd)
    large = tmp_path / "groot.toml"
    large.write_bytes(b"#" * 300_000)
    with pytest.raises(CouncilError, match="te groot"):
        lessons.read_file(large)


def test_the_example_from_the_app_can_be_read_back(lessons: Lessons, tmp_path: Path):
    path = lessons.save_example(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))  # as Notepad does
    lesson, toml = lessons.read_file(path)
    assert lesson.title == "Ons spreekuur in het buurthuis"
    assert lessons.add_own(toml) == lesson.key


# ---- what a lesson tells about the own council


def test_an_empty_council_hears_that_there_is_nothing_yet(lessons: Lessons):
    for kind in OURS:
        ours = lessons.ours(kind, TODAY)
        assert ours.title.endswith("."), kind
        assert not ours.steps


def test_the_sample_council_is_told_from_its_own_file(tmp_path: Path):
    office = example(tmp_path, TODAY)
    lessons = office.lessons
    dossier = lessons.ours("dossier", TODAY)
    assert "Bijzondere bijstand" in dossier.title
    assert len(dossier.steps) == 7
    assert dossier.steps[dossier.now][1] == "nu bezig"
    assert (
        lessons.ours("norms", TODAY).lines[0].startswith("Tijd voor een gevraagd advies: 42 dagen")
    )
    assert lessons.ours("meeting", TODAY).title == "Onze volgende vergadering:"
    assert any("secretaris" in line for line in lessons.ours("people", TODAY).lines)
    rules = " ".join(lessons.ours("rules", TODAY).lines)
    assert "verordening" in rules
    assert "Participatiewet" not in rules, "the lesson tells the law itself"
    assert lessons.ours("ladder", TODAY).lines
    assert lessons.ours("history", TODAY).lines
    office.close()
