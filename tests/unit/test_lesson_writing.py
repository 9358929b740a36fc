"""A lesson of the council is written bit by bit; it says what it lacks, and loses nothing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.models.store import Store
from desktop.resources import text
from desktop.services.members.lesson_writing import LessonWriting
from desktop.services.members.lessons import EXAMPLE, Lessons

DAY = date(2026, 3, 10)
KINDLY = "Goed gezien."


@pytest.fixture
def lessons(store: Store) -> Lessons:
    return Lessons(store)


@pytest.fixture
def writing(lessons: Lessons) -> LessonWriting:
    return lessons.writing


def written_whole(writing: LessonWriting) -> str:
    key = writing.begin(DAY)
    writing.change(key, "lesson", title="Ons spreekuur", goal="U weet hoe het spreekuur gaat.")
    writing.change(key, "lesson", sources="Werkafspraken 2025", words="achterban")
    for place in range(2):
        writing.change(key, f"part:{place}", heading=f"Stap {place + 1}", text="Wij luisteren.")
    for place in range(3):
        answers = {"right": "Ja", "right_why": KINDLY, "wrong": "Nee", "wrong_why": KINDLY}
        writing.change(key, f"question:{place}", text="Luistert u?", part=2, **answers)
    writing.change(key, "picture", title="In twee stappen", pieces="Luisteren: koffie\nSchrijven")
    return key


def own(lessons: Lessons) -> list[str]:
    return [one.title for one in lessons.all() if one.own]


def test_a_lesson_is_seen_from_the_moment_that_it_lacks_nothing(lessons, writing):
    key = writing.begin(DAY)
    assert own(lessons) == []
    assert [one.key for one in writing.unfinished()] == [key]
    whole = written_whole(writing)
    assert writing.lacks(whole) == ()
    assert own(lessons) == ["Ons spreekuur"]
    assert [one.key for one in writing.unfinished()] == [key]
    lesson = lessons.lesson(whole)
    assert [piece.name for piece in lesson.picture.pieces] == ["Luisteren", "Schrijven"]
    assert lesson.picture.pieces[0].words == "koffie"
    assert lesson.sources[0].seen == DAY
    assert lesson.minutes == 4, "three questions, a picture and next to nothing to read"


@pytest.mark.parametrize(
    ("place", "fields", "lacks"),
    [
        ("lesson", {"title": ""}, "lesson"),
        ("lesson", {"goal": ""}, "lesson"),
        ("lesson", {"sources": ""}, "lesson"),
        ("part:1", {"heading": ""}, "part:1"),
        ("part:1", {"text": ""}, "part:1"),
        ("part:0", {"text": "woord " * 81}, "part:0"),
        ("part:0", {"rule": "De raad mag dit."}, "part:0"),
        ("question:2", {"text": ""}, "question:2"),
        ("question:2", {"wrong_why": ""}, "question:2"),
        ("question:2", {"other": "Misschien"}, "question:2"),
        ("question:0", {"wrong_why": "Fout!"}, "lesson"),
        ("picture", {"title": ""}, "picture"),
        ("picture", {"pieces": "Eén ding"}, "picture"),
        ("picture", {"pieces": "\n".join("abcdefghij")}, "picture"),
    ],
)
def test_what_is_missing_is_told_with_its_place(lessons, writing, place, fields, lacks):
    key = written_whole(writing)
    writing.change(key, place, **fields)
    assert [one.place for one in writing.lacks(key)] == [lacks]
    assert own(lessons) == []


def test_a_word_that_nobody_can_explain_is_refused_and_the_rest_is_kept(writing):
    key = written_whole(writing)
    with pytest.raises(CouncilError) as error:
        writing.change(key, "lesson", words="achterban\nkwibus")
    assert error.value.field == "words"
    assert writing.written(key).words == "achterban"


def test_a_lesson_from_a_file_keeps_what_has_no_field(lessons, writing):
    toml = text(EXAMPLE).replace(
        '[picture]\nkind = "steps"', '[picture]\nkind = "hub"\nmiddle = "Wij"'
    )
    toml = toml.replace("[[picture.piece]]\n", '[[picture.piece]]\nside = "to"\n')
    key = lessons.add_own(toml)
    before = lessons.lesson(key)
    writing.change(key, "part:0", heading="Waarom wij een spreekuur hebben")
    writing.change(key, "picture", pieces="Luisteren\nOpschrijven: zonder namen\nBespreken")
    writing.change(key, "part:1", rule_source="Werkafspraken, punt 7")
    after = lessons.lesson(key)
    assert after.parts[0].heading == "Waarom wij een spreekuur hebben"
    assert [piece.side for piece in after.picture.pieces] == ["to"] * 3
    assert after.parts[1].legal[0].source == "Werkafspraken, punt 7"
    assert after.parts[1].legal[0].text == before.parts[1].legal[0].text
    assert (after.questions, after.sources, after.words) == (
        before.questions,
        before.sources,
        before.words,
    )


def test_a_rule_can_be_taken_away(lessons, writing):
    key = lessons.add_own(text(EXAMPLE))
    writing.change(key, "part:1", rule="", rule_source="")
    assert lessons.lesson(key).parts[1].legal == ()


def test_questions_and_picture_follow_their_part(lessons, writing):
    key = written_whole(writing)
    writing.change(key, f"part:{writing.add_part(key)}", heading="Stap 3", text="Klaar.")
    assert writing.move_part(key, 1, -1) == 0
    assert writing.move_part(key, 0, -1) == 0, "it is first already"
    lesson = lessons.lesson(key)
    assert [part.heading for part in lesson.parts] == ["Stap 2", "Stap 1", "Stap 3"]
    assert {question.part for question in lesson.questions} == {1}
    assert lesson.picture.part == 2
    writing.remove_part(key, 0)
    lesson = lessons.lesson(key)
    assert [part.heading for part in lesson.parts] == ["Stap 1", "Stap 3"]
    assert ({question.part for question in lesson.questions}, lesson.picture.part) == ({1}, 1)
    writing.remove_part(key, 1)
    with pytest.raises(CouncilError):
        writing.remove_part(key, 0)


def test_what_is_gone_is_told(writing):
    with pytest.raises(CouncilError):
        writing.written("weg")
    key = writing.begin(DAY)
    with pytest.raises(CouncilError):
        writing.change(key, "part:7", text="Te laat")


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(
    lambda words: " ".join(words.split())
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(["title", "goal"]), WORDS, WORDS)
def test_any_words_come_back_as_they_were_typed(writing, name, words, more):
    key = writing.begin(DAY)
    writing.change(key, "lesson", **{name: words})
    writing.change(key, "part:1", text=f"{words}\n\n{more}", heading=more)
    writing.change(key, "question:1", other=words, other_why=more)
    found = writing.written(key)
    assert getattr(found, name) == words
    assert found.parts[1].text == f"{words}\n\n{more}".strip()
    assert (found.parts[1].heading, found.questions[1].other) == (more, words)
