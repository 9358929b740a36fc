"""The sample council: rich enough to try everything, and true to the rules of the app itself."""

import json
import re
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Date, DateTime, String, select

from desktop.domain.dossier import STATES, missing, next_steps
from desktop.domain.errors import CouncilError
from desktop.domain.personal_data import find_personal_data
from desktop.domain.voting import check
from desktop.i18n import tr
from desktop.language import analyse
from desktop.models import council_file
from desktop.models.advice import (
    Decision,
    Dossier,
    DraftVersion,
    Event,
    Evidence,
    HeardGroup,
    Letter,
    Question,
    Recommendation,
    Section,
)
from desktop.models.base import Record
from desktop.models.council import Member
from desktop.models.history import HistoryEntry
from desktop.models.papers import Paper
from desktop.resources import resource
from desktop.services import sample
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.drafts import SECTION_KEYS
from desktop.services.advice.looking import facts, of, vote
from desktop.services.choices import choices
from desktop.services.council import CouncilDesk
from desktop.services.intake import HARD_LEVEL, reading_level
from desktop.services.sample.calendar import HOME_DAY, Calendar

FOLDER = "sample/duinrede"
PLACE = re.compile(r"\{[a-z]:")
DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))
TAKEN_UP_AGAIN = {"abandoned", "withdrawn"}
"""A dossier that passed one of these was taken up again: its reason stands on the timeline."""


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """The sample council, loaded once; these tests only read it."""
    path = tmp_path_factory.mktemp("voorbeeld") / "Voorbeeld.samenspraak"
    store, _key = council_file.create(path, "voorbeeldraad", cost=2**12)
    sample.load(store)
    yield store
    store.close()


@pytest.fixture
def session(council):
    with council.reading() as session:
        yield session


@pytest.fixture
def dossiers(session) -> dict[str, Dossier]:
    return {dossier.title: dossier for dossier in session.scalars(select(Dossier))}


def journey(session, dossier: Dossier) -> list[str]:
    """Return the states of *dossier* in order, from its timeline."""
    events = session.scalars(of(Event, dossier.id).order_by(None).order_by(Event.on_date, Event.id))
    return [event.state for event in events if event.state]


def words_of_council(session) -> list[tuple[str, str]]:
    """Return every text that the council wrote itself, with the place where it stands."""
    tables: tuple[type[Record], ...] = (
        Dossier, Section, Recommendation, Question, Evidence, HeardGroup, Event, Decision,
        DraftVersion,
    )  # fmt: skip
    found: list[tuple[str, str]] = []
    for table in tables:
        names = [c.name for c in table.__table__.columns if isinstance(c.type, String)]
        for record in session.scalars(select(table)):
            found += [
                (f"{table.__tablename__}.{name} {record.id}", getattr(record, name))
                for name in names
            ]
    return found


def test_a_year_of_work_stands_there(session, dossiers):
    assert len(dossiers) == 12
    assert {dossier.kind for dossier in dossiers.values()} == set(choices("kind"))
    assert len(session.scalars(select(Member)).all()) == 9


def test_every_state_is_somewhere(session, dossiers):
    passed = {state for dossier in dossiers.values() for state in journey(session, dossier)}
    assert passed == set(STATES)
    assert len({dossier.state for dossier in dossiers.values()}) == 12


def test_the_council_has_its_terms_with_their_source(council):
    desk = CouncilDesk(council)
    assert desk.profile().name == "Cliëntenraad Duinrede"
    assert {norm.kind for norm in desk.norms()} == set(choices("norm"))
    assert all(norm.source for norm in desk.norms())
    minimum, reply = desk.norm("advice_minimum"), desk.norm("reply_term")
    assert minimum is not None
    assert reply is not None
    assert (minimum.amount, minimum.unit, minimum.source) == (42, "days", "werkafspraak 2")
    assert (reply.amount, reply.unit, reply.source) == (4, "weeks", "werkafspraak 3")
    assert len(desk.municipalities()) == 2
    assert len(desk.domains()) == 5
    assert {row.status for row in desk.ordinances()} >= {"wet", "verordening", "werkafspraak"}
    assert [member.role for member in desk.members(HOME_DAY)[:2]] == ["voorzitter", "secretaris"]


def test_each_dossier_went_only_where_it_may(session, dossiers):
    for dossier in dossiers.values():
        known = facts(session, dossier)
        states = journey(session, dossier)
        assert states[-1] == dossier.state, dossier.title
        assert states[0] in {"announced", "received", "initiative"}, dossier.title
        for here, there in pairwise(states):
            allowed = {step.state for step in next_steps(here, known)}
            assert there in allowed, f"{dossier.title}: from {here} to {there}"


def test_each_dossier_has_what_its_states_ask(session, dossiers):
    for dossier in dossiers.values():
        known = facts(session, dossier)
        for state in journey(session, dossier):
            if state not in TAKEN_UP_AGAIN:
                assert missing(state, known) == (), f"{dossier.title}: {state}"


def test_the_timelines_stop_today(session):
    for event in session.scalars(select(Event)):
        assert event.on_date <= HOME_DAY
        assert event.text.strip()


def test_decisions_can_be_right(session):
    decisions = session.scalars(select(Decision)).all()
    assert any(decision.minority_view for decision in decisions)
    assert {decision.way for decision in decisions} == {"meeting", "written"}
    for decision in decisions:
        check(vote(decision))


def test_the_keys_are_choices_of_the_app(session, dossiers):
    for dossier in dossiers.values():
        rungs = {"", *choices(f"rungs_{dossier.ladder}")}
        assert {dossier.level_offered, dossier.level_wished} <= rungs
        assert dossier.phase in {"", *choices("phase")}
    used = {evidence.kind for evidence in session.scalars(select(Evidence))}
    assert used == set(choices("evidence"))
    outcomes = {item.outcome for item in session.scalars(select(Recommendation))}
    assert outcomes <= {"", *choices("outcome")}
    assert {section.key for section in session.scalars(select(Section))} <= set(SECTION_KEYS)


def test_the_dossier_of_the_screens_is_as_drawn(council, session, dossiers):
    dossier = dossiers["Bijzondere bijstand: nieuwe regels"]
    desk = CouncilDesk(council)
    view = Dossiers(council, desk).view(dossier.id, HOME_DAY)
    assert (dossier.reference, dossier.state) == ("CR-2026-04", "drafting")
    assert (view.time.given, view.time.short_by) == (28, 14)
    assert [question.answered_by for question in view.questions] == [(1, 2), (3,), ()]
    assert all(advice.complete for advice in view.recommendations)
    assert Counter(item.kind for item in view.evidence) == {"signal": 1, "talk": 2, "research": 1}
    assert "Jongeren tot 27 jaar" in [group.name for group in view.heard if not group.heard]
    kinds = {hint.kind for hint in analyse(view.sections["residents"]).hints}
    assert {"long_sentence", "passive"} <= kinds


def test_running_and_late_answers_are_as_drawn(council, dossiers):
    lines = Dossiers(council, CouncilDesk(council)).lines(HOME_DAY)
    due = {line.dossier.title: line.due for line in lines}
    assert due["Taxipas"] == date(2026, 3, 6)
    assert due["Duidelijke brieven"] == date(2026, 4, 2)
    assert due["Bijzondere bijstand: nieuwe regels"] == date(2026, 3, 30)


def test_sent_letters_are_frozen_and_readable(council, session, dossiers):
    sent = session.scalars(select(Letter).where(Letter.sent.is_not(None))).all()
    assert {letter.kind for letter in sent} >= {"advice", "advice-unasked", "late", "reminder-1"}
    for letter in sent:
        assert letter.sent.date() == letter.dated
        assert council.kept(letter.word_sha256).startswith(b"PK")
        assert council.kept(letter.pdf_sha256).startswith(b"%PDF")
        assert council.kept(letter.mail_sha256)
        assert "Marijke Vos" in letter.signatories
        assert letter.reference == session.get_one(Dossier, letter.dossier_id).reference


def test_the_policy_paper_is_long_and_hard(session):
    paper = session.scalar(select(Paper).where(Paper.media_type == "application/pdf").limit(1))
    assert paper.pages == 40
    assert paper.level == reading_level(paper.text) == HARD_LEVEL
    assert len(paper.text.split()) > 9000


def test_everything_can_be_found(council):
    for query, kind in (
        ("wasmachine gift", "recommendation"),
        ("leestafel", "paper"),
        ("taakstelling weerstandsvermogen", "paper"),
        ("werkafspraak", "ordinance"),
        ("Terpstra", "member"),
        ("dagbesteding", "section"),
        ("CR-2026-04", "dossier"),
    ):
        assert kind in {found.kind for found in council.search(query)}, query


def test_loading_is_one_action(council, session):
    labels = session.scalars(select(HistoryEntry.label)).all()
    assert labels == [tr("Load the example")]


def test_no_place_is_left_open(session):
    texts = words_of_council(session)
    texts += [(paper.name, paper.text) for paper in session.scalars(select(Paper))]
    assert [place for place, text in texts if "{" in text or "}" in text] == []


def test_nobody_can_be_recognised(session):
    members = {member.name for member in session.scalars(select(Member))}
    firsts = {name.split()[0] for name in members}
    found = [
        f"{place}: {item.text}"
        for place, text in words_of_council(session)
        for item in find_personal_data(text)
        if item.text not in members | firsts
    ]
    assert found == []


def test_the_council_writes_as_it_asks_of_others(council, session, dossiers):
    """Only the draft of the screens holds hard sentences."""
    shown = dossiers["Bijzondere bijstand: nieuwe regels"].id
    goal = CouncilDesk(council).profile().goal_level
    for dossier in dossiers.values():
        text = "\n\n".join(section.text for section in session.scalars(of(Section, dossier.id)))
        found = analyse(text)
        assert (found.score.level or goal) <= goal, dossier.title
        if dossier.id != shown:
            assert "long_sentence" not in {hint.kind for hint in found.hints}, dossier.title
            assert len(found.hints) <= len(text.split()) / 25, [hint.text for hint in found.hints]


def test_a_draft_shows_every_form_of_text(session):
    text = "\n".join(section.text for section in session.scalars(select(Section)))
    for form in ("\n### ", "\n- ", "1. ", "\n> ", "\n|---|", "**"):
        assert form in text


def test_a_real_council_is_never_written_over(store):
    with store.changing("Lid erbij") as session:
        session.add(Member(name="Echt Lid"))
    with pytest.raises(CouncilError):
        sample.load(store)
    with store.reading() as session:
        assert [member.name for member in session.scalars(select(Member))] == ["Echt Lid"]
        assert session.scalars(select(Dossier)).all() == []


def test_the_council_moves_along_with_today(council, store):
    today = date(2027, 1, 14)
    sample.load(store, today)
    step = today - HOME_DAY
    with council.reading() as before, store.reading() as after:
        for table in (Dossier, Event, Letter, Decision, Member):
            names = [
                c.name for c in table.__table__.columns if isinstance(c.type, (Date, DateTime))
            ]
            for old, new in zip(
                before.scalars(select(table)), after.scalars(select(table)), strict=True
            ):
                for name in names:
                    first, second = getattr(old, name), getattr(new, name)
                    assert second == (first + step if first else None), (table, name)
        numbers = after.scalars(select(Dossier.reference)).all()
        assert len(set(numbers)) == 12
        text = "\n".join(after.scalars(select(Paper.text)).all())
    assert "2 maart 2026" not in text
    assert "6 januari 2027" in text


@settings(max_examples=20, deadline=None)
@given(DAYS)
def test_no_place_is_left_open_on_any_day(day: date):
    calendar = Calendar(day - HOME_DAY, References())
    files = [
        path for path in resource(FOLDER).rglob("*") if path.suffix in {".toml", ".md", ".txt"}
    ]
    assert len(files) > 30
    for path in files:
        read = path.read_text("utf-8")
        told = calendar.told(tomllib.loads(read) if path.suffix == ".toml" else read)
        assert PLACE.findall(json.dumps(told, default=str)) == [], path.name


@given(DAYS, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_dates_and_their_words_move_together(day: date, written: date):
    calendar = Calendar(day - HOME_DAY)
    moved = calendar.told({"when": written, "deep": [{"text": f"op {{d:{written}}}"}]})
    assert moved["when"] - written == day - HOME_DAY
    assert moved["deep"][0]["text"].endswith(f" {moved['when'].year}")


class References(dict[str, str]):
    """Knows every dossier."""

    def __missing__(self, name: str) -> str:
        return f"CR-{name}"
