"""A new member: a dated programme from templates, walked through at an own pace."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import CouncilError
from desktop.domain.onboarding import Timing, due, holidays, in_order, workable
from desktop.models.onboarding import LessonDone
from desktop.services.members.own_material import BLOCKS, has_material

TODAY = date(2026, 3, 10)
STARTS = date(2026, 4, 1)
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
TEMPLATES = ("zes-stappen", "drie-avonden", "tien-stappen")
fixed = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize(
    ("year", "easter"),
    [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter_and_what_moves_with_it(year, easter):
    free = holidays(year)
    assert {easter, easter + timedelta(1), easter + timedelta(39), easter + timedelta(50)} <= free
    assert date(year, 12, 26) in free


def test_kings_day_is_never_on_a_sunday():
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


@given(DAYS)
@fixed
def test_a_workable_day_is_near_and_no_holiday(day):
    found = workable(day)
    assert found not in holidays(found.year)
    assert timedelta() <= found - day <= timedelta(days=4)
    talk = workable(day, week=True)
    assert talk >= day
    assert talk.weekday() < 5


TIMINGS = st.builds(
    Timing,
    days=st.integers(0, 120),
    evening=st.integers(0, 5),
    months=st.integers(0, 6),
    meeting=st.booleans(),
)


@given(TIMINGS, DAYS, DAYS, st.none() | DAYS)
@fixed
def test_no_step_is_in_the_past_or_on_a_holiday(timing, starts, today, meeting):
    day = due(timing, starts, today, meeting)
    assert day >= max(starts, today)
    assert day == meeting or day not in holidays(day.year)
    if timing.meeting and meeting and meeting >= max(starts, today):
        assert day == meeting


@given(st.lists(DAYS, max_size=8))
def test_steps_stand_in_the_order_of_their_days(days):
    places = in_order(days)
    assert sorted(places) == list(range(len(days)))
    assert [days[place] for place in places] == sorted(days)


@pytest.mark.parametrize("template", TEMPLATES)
@given(starts=DAYS, today=DAYS)
@fixed
def test_an_empty_council_gets_a_complete_dated_programme_in_one_action(
    office, template, starts, today
):
    key = office.programmes.start("Daan Mulder", starts, today, template=template)
    row = office.programmes.programme(key)
    assert (row.name, row.done, row.over) == ("Daan Mulder", 0, False)
    assert len(row.steps) == len(office.programmes.templates.get(template).steps)
    days = [step.due for step in row.steps]
    assert all(days)
    assert days == sorted(days)
    assert min(days) >= max(starts, today)
    assert row.review is row.steps[-1]
    assert row.review.due.weekday() < 5
    for step in row.steps:
        text = office.programmes.step_text(step.id, today)
        assert text
        assert "{" not in text
    office.store.undo()
    assert office.council.members() == []
    assert office.programmes.all() == []


def test_the_first_meeting_is_the_real_one_and_moves_along(office):
    office.plan.add(datetime(2026, 3, 19, 13, 30))  # before the first day
    april = office.plan.add(datetime(2026, 4, 16, 13, 30))
    may = office.plan.add(datetime(2026, 5, 21, 13, 30))
    key = office.programmes.start("Daan Mulder", STARTS, TODAY)

    def meeting_step():
        return next(s for s in office.programmes.programme(key).steps if s.kind == "meet")

    assert (meeting_step().due, meeting_step().meeting_id) == (date(2026, 4, 16), april)
    before = meeting_step().number
    office.plan.change(april, starts=datetime(2026, 4, 3, 13, 30))
    assert meeting_step().due == date(2026, 4, 3)
    assert meeting_step().number < before
    office.plan.cancel(april)
    assert (meeting_step().due, meeting_step().meeting_id) == (date(2026, 5, 21), may)
    first = office.programmes.first_meeting(office.programmes.programme(key), TODAY)
    assert first.id == may


def test_without_a_first_day_or_twice_is_told_kindly(office):
    member = office.council.add_member("Daan Mulder")
    with pytest.raises(CouncilError) as told:
        office.programmes.start(member, None, TODAY)
    assert told.value.field == "starts"
    with pytest.raises(CouncilError) as told:
        office.programmes.start(" ", STARTS, TODAY)
    assert told.value.field == "name"
    with pytest.raises(CouncilError) as told:
        office.programmes.start(member, STARTS, TODAY, buddy_id=member)
    assert told.value.field == "buddy_id"
    office.programmes.start(member, STARTS, TODAY)
    with pytest.raises(CouncilError) as told:
        office.programmes.start(member, STARTS, TODAY)
    assert told.value.field == "member"
    assert len(office.council.members()) == 1


@pytest.fixture
def programme(office):
    office.council.add_member("Marijke Vos", "voorzitter")
    buddy = office.council.add_member("Fatima El Idrissi", since=date(2020, 3, 1))
    return office.programmes.start("Daan Mulder", STARTS, TODAY, buddy_id=buddy)


def test_walk_through_it_and_it_is_finished(office, programme):
    steps = office.programmes.steps
    row = office.programmes.programme(programme)
    for number, step in enumerate(row.steps):
        assert office.programmes.programme(programme).next.id == step.id
        steps.finish(step.id, TODAY, understood=1 + number % 3)
    row = office.programmes.programme(programme)
    assert (row.over, row.finished, row.next) == (True, TODAY, None)
    assert [step.understood for step in row.steps] == [1, 2, 3, 1, 2, 3]
    steps.reopen(row.steps[2].id)
    row = office.programmes.programme(programme)
    assert (row.over, row.next.number) == (False, 3)


def test_a_read_lesson_is_a_step_done_and_can_be_done_again(office, programme):
    row = office.programmes.programme(programme)
    lesson = next(step for step in row.steps if step.kind == "lesson")
    with office.store.changing("Les") as session:
        session.add(LessonDone(member_id=row.member_id, lesson=lesson.lesson, on=TODAY))
    assert office.programmes.steps.step(lesson.id)[1].done == TODAY
    office.programmes.steps.reopen(lesson.id)
    assert office.programmes.steps.step(lesson.id)[1].done is None


@pytest.mark.parametrize("question", ["Wat is een quorum?", "Wat doet de raad als " + "x " * 80])
def test_a_question_becomes_an_agenda_item(office, programme, question):
    step = office.programmes.programme(programme).steps[0]
    with pytest.raises(CouncilError):
        office.programmes.steps.bring_up(step.id, TODAY)
    office.programmes.steps.ask(step.id, question)
    assert office.programmes.steps.step(step.id)[1].waiting_question
    item = office.agenda.item(office.programmes.steps.bring_up(step.id, TODAY))
    assert (item.handed_in_by, item.state) == ("Daan Mulder", "handed_in")
    assert question.strip() in (item.title, item.question)
    assert not office.programmes.steps.step(step.id)[1].waiting_question
    with pytest.raises(CouncilError):
        office.programmes.steps.bring_up(step.id, TODAY)
    office.agenda.remove(item.id)
    assert office.programmes.steps.step(step.id)[1].waiting_question


@given(today=DAYS)
@fixed
def test_more_time_never_brings_a_step_forward(office, today):
    key = office.programmes.start("Daan Mulder", STARTS, TODAY)
    first = office.programmes.programme(key).steps[0]
    office.programmes.steps.finish(first.id, TODAY)
    before = {step.id: step.due for step in office.programmes.programme(key).steps}
    office.programmes.put_off(key, today)
    for step in office.programmes.programme(key).steps:
        if step.id == first.id:
            assert step.due == before[step.id]
        else:
            assert step.due >= max(before[step.id], today) + timedelta(days=7)
    office.people.remove(office.programmes.programme(key).member_id)


def test_a_step_of_our_own_stands_where_its_day_comes(office, programme):
    rows = office.programmes.programme(programme).steps
    day = rows[1].due + timedelta(days=1)
    new = office.programmes.steps.add(programme, "Koffie in het wijkhuis", day)
    row, step = office.programmes.steps.step(new)
    assert (step.number, step.kind) == (3, "task")
    office.programmes.steps.change(new, due=rows[-1].due + timedelta(days=3), title="Thee")
    assert office.programmes.steps.step(new)[1].number == len(row.steps)
    office.programmes.steps.remove(new)
    assert len(office.programmes.programme(programme).steps) == len(rows)
    with pytest.raises(CouncilError):
        office.programmes.steps.add(programme, "", day)


def test_the_calendar_holds_what_is_still_to_be_done(office, programme):
    row = office.programmes.programme(programme)
    office.programmes.steps.finish(row.steps[0].id, TODAY)
    data = office.programmes.calendar(programme, datetime(2026, 4, 2, 9)).decode()
    assert data.count("BEGIN:VEVENT") == len(row.steps) - 1
    assert data == office.programmes.calendar(programme, datetime(2026, 4, 2, 9)).decode()


def test_a_buddy_has_room_and_is_no_officer(office):
    office.council.add_member("Marijke Vos", "voorzitter", since=date(2010, 1, 1))
    fatima = office.council.add_member("Fatima", since=date(2015, 1, 1))
    joop = office.council.add_member("Joop", since=date(2020, 1, 1))
    assert office.programmes.proposed_buddy(TODAY) == fatima
    office.programmes.start("Daan", STARTS, TODAY, buddy_id=fatima)
    assert office.programmes.proposed_buddy(TODAY) == joop


def test_what_needs_attention_is_told_in_kind_words(office):
    notices = lambda day: [  # noqa: E731
        (n.place.partition(":")[0], n.tone) for n in office.attention.notices(day) if ":" in n.place
    ]
    member = office.council.add_member("Daan Mulder", since=STARTS)
    assert notices(TODAY) == [("start", "calm")]
    key = office.programmes.start(member, STARTS, TODAY)
    assert notices(TODAY) == [("programme", "calm")]  # nobody is the buddy
    office.programmes.change(key, buddy_id=office.council.add_member("Fatima"))
    assert notices(TODAY) == []
    assert len(notices(STARTS + timedelta(days=3))) == 1
    late = [n for n in office.attention.notices(STARTS + timedelta(days=60)) if ":" in n.place]
    assert [n.tone for n in late] == ["calm"]
    assert "laat" not in f"{late[0].title} {late[0].why} {late[0].state}".replace("later", "")
    office.store.actor = "Daan Mulder"  # a new member sees the own step, and no more
    assert notices(STARTS + timedelta(days=60)) == [("now", "calm")]
    office.programmes.finish(key, STARTS + timedelta(days=60))
    assert notices(STARTS + timedelta(days=60)) == []


def test_someone_who_came_long_ago_is_not_new(office):
    office.council.add_member("Lies", since=TODAY - timedelta(days=400))
    office.council.add_member("Joop")
    assert office.programmes.newcomers(TODAY) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_lesson_of_a_template_is_there(office, template):
    from desktop.resources import resource

    lessons = {path.stem for path in resource("onboarding/lessons").glob("*.toml")}
    asked = {step.lesson for step in office.programmes.templates.get(template).steps if step.lesson}
    assert asked <= lessons


def test_every_piece_of_own_data_is_used(office):
    texts = [step.text for one in office.programmes.templates.all() for step in one.steps]
    assert all(any(f"{{{block}}}" in text for text in texts) for block in BLOCKS)
    assert has_material("{wie_is_wie}")
    assert not has_material("Bel {maatje}.")


def test_a_copy_of_a_template_can_be_changed(office):
    templates = office.programmes.templates
    with pytest.raises(CouncilError):
        templates.change("zes-stappen", title="Anders")
    key = templates.copy("zes-stappen")
    templates.change(key, title="Ons programma")
    place = templates.add_step(key)
    templates.change_step(key, place, title="Koffie", days=3)
    templates.remove_step(key, 0)
    own = templates.get(key)
    assert (own.title, len(own.steps), own.steps[-1].title) == ("Ons programma", 6, "Koffie")
    assert len(templates.get("zes-stappen").steps) == 6
    row = office.programmes.programme(office.programmes.start("Daan", STARTS, TODAY, template=key))
    assert row.steps[0].title == "Koffie"
    assert templates.copy(key) != key
    templates.remove(key)
    with pytest.raises(CouncilError):
        templates.get(key)
    for title in ("", " "):
        with pytest.raises(CouncilError):
            templates.change_step(templates.all()[-1].key, 0, title=title)
