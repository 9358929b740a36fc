"""Whatever a council does, undo puts every row back exactly, and redo does it again."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import Table

from desktop.documents.readers import read_paper
from desktop.domain.dossier import STATES
from desktop.domain.errors import CouncilError
from desktop.domain.request_reading import propose_from
from desktop.models import index
from desktop.models.base import Record
from desktop.services import office as offices
from desktop.services.intake import Incoming, IncomingPaper

TODAY = date(2026, 3, 10)
NOT_COMPARED = {"history", "stored_file"}
WORDS = st.text(alphabet="aé ‹'\"*-\n😀", max_size=6)
NAME = WORDS.map(lambda words: f"n{words}")
PICK = st.integers(0, 5)
SOME = st.lists(PICK, max_size=4)


def everything(office: offices.Office) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table that the history follows, and what the search knows."""
    office.store.search("x")  # what was typed last waits for this
    with office.store.reading() as session:
        ask = session.connection().exec_driver_sql
        found = {name: [tuple(row) for row in ask(query)] for name, query in QUERIES.items()}
    found["search"].sort()
    return found


def _query(table: Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f"SELECT {names} FROM {table.name} ORDER BY id"


# As plain SQL: this is asked after every step, and turning it into records takes most of the time.
QUERIES = {
    table.name: _query(table)
    for table in Record.metadata.sorted_tables
    if table.name not in NOT_COMPARED
} | {"search": "SELECT kind, record, title, body FROM search"}


def belonging(found: dict[str, list[tuple[Any, ...]]]) -> dict[int, list[tuple[Any, ...]]]:
    """Return the numbered parts of each dossier."""
    parts: dict[int, list[tuple[Any, ...]]] = {}
    for name in ("question", "recommendation"):
        place = list(Record.metadata.tables[name].columns.keys()).index("dossier_id")
        for row in found[name]:
            parts.setdefault(row[place], []).append((name, *row))
    return parts


class Council(RuleBasedStateMachine):
    """One council file; ``past[n]`` is how it looked after n actions that can be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "Raad.samenspraak"
        self.office, _code = offices.make(path, "een geheime zin", cost=2**4)
        self.tie_everything_together()
        self.now = everything(self.office)
        self.past = {self.depth: self.now}
        self.first = self.depth
        self.looked: dict[int, list[tuple[Any, ...]]] = {}

    def teardown(self) -> None:
        self.office.close()
        shutil.rmtree(self.folder)

    def tie_everything_together(self) -> None:
        """Make one record of every kind, each pointing at all that it can point at."""
        office, council = self.office, self.office.council
        dossier = office.dossiers.start("Taxipas", TODAY, questions=["Waarom?", "Hoe duur?"])
        town, field = council.add_municipality("Duinrede"), council.add_domain("Wmo")
        rule_id = council.add_ordinance("Verordening", municipality_id=town)
        council.set_norm("reply_term", 6, source="artikel 4", ordinance_id=rule_id)
        office.dossiers.change(dossier, owner_id=council.add_member("Henk"))
        office.dossiers.set_domains(dossier, [field])
        office.dossiers.set_municipalities(dossier, [town])
        college = council.add_addressee("Het college", municipality_id=town)
        office.dossiers.set_addressees(dossier, [college])
        self.receive_in(dossier)
        advice = [office.drafts.add_recommendation(dossier, what=what) for what in "abc"]
        for question in office.dossiers.view(dossier, TODAY).questions:
            office.drafts.answer_with(question.id, advice)
        [paper] = office.dossiers.view(dossier, TODAY).papers
        for record in advice:
            links = {"recommendation_id": record, "paper_id": paper.id}
            office.evidence.add(dossier, "signal", "Het is duur", **links)
        office.letters.prepare(dossier, TODAY)

    def receive_in(self, dossier: int) -> None:
        paper = IncomingPaper(read_paper("brief.txt", b"Waarom?"), b"Waarom?", None)
        incoming = Incoming((paper,), propose_from(["Waarom?"], today=TODAY))
        self.office.intake.add_papers(dossier, incoming)

    @property
    def depth(self) -> int:
        return len(self.office.store._undo)

    def do(self, act, *arguments: Any, **fields: Any) -> None:
        """Let the service *act*; note how everything looks, or that a refusal changed nothing."""
        before = self.now
        try:
            act(*arguments, **fields)
        except CouncilError:
            assert everything(self.office) == before
            return
        self.now = everything(self.office)
        if self.now != before:
            assert self.office.store.redo_label == ""
            for depth in [depth for depth in self.past if depth > self.depth]:
                del self.past[depth]
            self.past[self.depth] = self.now

    def one(self, table: str, pick: int) -> int:
        """Return an id of *table*; 99 (which does not exist) when the table is empty."""
        present = [row[-1] for row in self.now[table]]
        return present[pick % len(present)] if present else 99

    def some(self, table: str, picks: list[int]) -> list[int]:
        return [self.one(table, pick) for pick in picks]

    # --- the dossier ---------------------------------------------------------------------------
    @rule(title=WORDS, questions=st.lists(WORDS, max_size=3))
    def start(self, title: str, questions: list[str]) -> None:
        self.do(self.office.dossiers.start, title, TODAY, questions=questions)

    @rule(pick=PICK, title=WORDS, owner=PICK)
    def fill_in(self, pick: int, title: str, owner: int) -> None:
        dossier = self.one("dossier", pick)
        self.do(self.office.dossiers.change, dossier, title=title)
        self.do(self.office.dossiers.change, dossier, owner_id=self.one("member", owner))

    @rule(pick=PICK)
    def throw_away(self, pick: int) -> None:
        self.do(self.office.dossiers.delete, self.one("dossier", pick))

    @rule(pick=PICK, state=st.sampled_from(STATES))
    def move(self, pick: int, state: str) -> None:
        self.do(self.office.dossiers.move, self.one("dossier", pick), state, TODAY)

    @rule(pick=PICK, texts=st.lists(st.sampled_from(["a", "b", "Waarom nu?", ""]), max_size=4))
    def ask(self, pick: int, texts: list[str]) -> None:
        self.do(self.office.dossiers.set_questions, self.one("dossier", pick), texts)

    @rule(pick=PICK, answer=WORDS, left_open=st.booleans(), reason=WORDS)
    def answer(self, pick: int, answer: str, left_open: bool, reason: str) -> None:
        question = self.one("question", pick)
        act = self.office.dossiers.change_question
        self.do(act, question, answer=answer, left_open=left_open, open_reason=reason)

    @rule(pick=PICK, domains=SOME, towns=SOME, letters=SOME, copies=SOME)
    def choose(self, pick: int, domains: list, towns: list, letters: list, copies: list) -> None:
        dossiers, dossier = self.office.dossiers, self.one("dossier", pick)
        self.do(dossiers.set_domains, dossier, self.some("domain", domains))
        self.do(dossiers.set_municipalities, dossier, self.some("municipality", towns))
        addressees = self.some("addressee", letters), self.some("addressee", copies)
        self.do(dossiers.set_addressees, dossier, *addressees)

    @rule(pick=PICK, words=WORDS, present=PICK, votes=PICK)
    def decide(self, pick: int, words: str, present: int, votes: int) -> None:
        dossiers, dossier = self.office.dossiers, self.one("dossier", pick)
        self.do(dossiers.note_event, dossier, TODAY, words)
        fields = {"present": present, "members": 5, "votes_for": votes}
        self.do(dossiers.decide, dossier, decided_on=TODAY, **fields)

    # --- the draft -----------------------------------------------------------------------------
    @rule(pick=PICK, key=st.sampled_from(["summary", "reason"]), words=WORDS)
    def write(self, pick: int, key: str, words: str) -> None:
        self.do(self.office.drafts.write, self.one("dossier", pick), key, words)

    @rule(pick=PICK, words=WORDS)
    def recommend(self, pick: int, words: str) -> None:
        self.do(self.office.drafts.add_recommendation, self.one("dossier", pick), what=words)

    @rule(pick=PICK, words=WORDS)
    def reword(self, pick: int, words: str) -> None:
        record = self.one("recommendation", pick)
        self.do(self.office.drafts.change_recommendation, record, what=words)

    @rule(pick=PICK)
    def strike_out(self, pick: int) -> None:
        self.do(self.office.drafts.remove_recommendation, self.one("recommendation", pick))

    @rule(pick=PICK, order=st.randoms(use_true_random=False), extra=st.booleans())
    def reorder(self, pick: int, order: Any, extra: bool) -> None:
        dossier = self.one("dossier", pick)
        records = [row.id for row in self.office.drafts.recommendations(dossier)]
        order.shuffle(records)
        records += records[:1] if extra else []
        self.do(self.office.drafts.order_recommendations, dossier, records)

    @rule(pick=PICK, picks=SOME)
    def link(self, pick: int, picks: list[int]) -> None:
        records = self.some("recommendation", picks)
        self.do(self.office.drafts.answer_with, self.one("question", pick), records)

    @rule(pick=PICK, label=WORDS)
    def keep_version(self, pick: int, label: str) -> None:
        self.do(self.office.drafts.save_version, self.one("dossier", pick), label)

    # --- evidence, papers and letters ----------------------------------------------------------
    @rule(pick=PICK, claim=WORDS, record=PICK, paper=PICK)
    def prove(self, pick: int, claim: str, record: int, paper: int) -> None:
        desk, dossier = self.office.evidence, self.one("dossier", pick)
        links = {
            "recommendation_id": self.one("recommendation", record),
            "paper_id": self.one("paper", paper),
        }
        self.do(desk.add, dossier, "signal", claim, **links)
        self.do(desk.add_group, dossier, claim, heard=False)

    @rule(pick=PICK, source=WORDS, away=st.booleans())
    def correct(self, pick: int, source: str, away: bool) -> None:
        desk = self.office.evidence
        proof, group = self.one("evidence", pick), self.one("heard_group", pick)
        self.do(desk.change, proof, source=source)
        self.do(desk.change_group, group, how=source)
        if away:
            self.do(desk.remove, proof)
            self.do(desk.remove_group, group)

    @rule(pick=PICK, words=NAME, fresh=st.booleans())
    def receive(self, pick: int, words: str, fresh: bool) -> None:
        read = read_paper("brief.txt", words.encode())
        paper = IncomingPaper(read, words.encode(), None)
        incoming = Incoming((paper,), propose_from([words], today=TODAY))
        if fresh:
            self.do(self.office.intake.accept, incoming, words, TODAY)
        else:
            self.do(self.office.intake.add_papers, self.one("dossier", pick), incoming)

    @rule(pick=PICK)
    def return_paper(self, pick: int) -> None:
        self.do(self.office.intake.remove_paper, self.one("paper", pick))

    @rule(pick=PICK, subject=WORDS, away=st.booleans())
    def make_letter(self, pick: int, subject: str, away: bool) -> None:
        self.do(self.office.letters.prepare, self.one("dossier", pick), TODAY)
        self.do(self.office.letters.change, self.one("letter", pick), subject=subject)
        if away:
            self.do(self.office.letters.remove, self.one("letter", pick))

    # --- the council ---------------------------------------------------------------------------
    @rule(name=NAME, pick=PICK)
    def meet(self, name: str, pick: int) -> None:
        council, town = self.office.council, self.one("municipality", pick)
        self.do(council.add_municipality, name)
        self.do(council.add_domain, name)
        self.do(council.add_member, name)
        self.do(council.add_addressee, name, municipality_id=town)
        self.do(council.add_ordinance, name, municipality_id=town)

    @rule(name=WORDS, address=WORDS)
    def rename_council(self, name: str, address: str) -> None:
        self.do(self.office.council.change_profile, name=name, address=address)

    @rule(
        kind=st.sampled_from(["member", "addressee", "ordinance", "municipality", "domain"]),
        pick=PICK,
        name=WORDS,
        away=st.booleans(),
    )
    def change_record(self, kind: Any, pick: int, name: str, away: bool) -> None:
        council, record = self.office.council, self.one(kind, pick)
        field = "title" if kind == "ordinance" else "name"
        self.do(council.change, kind, record, **{field: name})
        if away:
            self.do(council.remove, kind, record)

    @rule(amount=st.none() | st.integers(-1, 2000), source=WORDS, pick=PICK)
    def agree(self, amount: int | None, source: str, pick: int) -> None:
        ordinance = self.one("ordinance", pick)
        norm = self.office.council.set_norm
        self.do(norm, "reply_term", amount, source=source, ordinance_id=ordinance)

    @rule(words=st.lists(WORDS, max_size=3), pick=PICK)
    def set_up(self, words: list[str], pick: int) -> None:
        self.do(self.office.tips.set_own_words, words)
        self.do(self.office.tips.ignore, pick, "".join(words))
        self.do(self.office.ladders.set_own, words)

    # --- undo, redo, and closing the file ------------------------------------------------------
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(min(times, self.depth - self.first)):
            self.office.store.undo()
            self.now = everything(self.office)
            assert self.now == self.past[self.depth]

    @precondition(lambda self: self.office.store.redo_label)
    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.office.store._redo))):
            self.office.store.redo()
            self.now = everything(self.office)
            assert self.now == self.past[self.depth]

    @rule()
    def close_and_open(self) -> None:
        before = everything(self.office), self.office.store._undo, self.office.store._redo
        self.office.close()
        self.office = offices.open_office(self.office.path)
        after = everything(self.office), self.office.store._undo, self.office.store._redo
        assert after == before

    # --- what always holds ---------------------------------------------------------------------
    @invariant()
    def numbers_have_no_gaps(self) -> None:
        parts = belonging(self.now)
        for dossier in [key for key in parts if parts[key] != self.looked.get(key)]:
            view = self.office.dossiers.view(dossier, TODAY)
            for numbered in (view.recommendations, view.questions):
                assert [item.number for item in numbered] == list(range(1, len(numbered) + 1))
        self.looked = parts

    @invariant()
    def the_search_knows_every_row(self) -> None:
        found = self.now
        expected = []
        for table, names in index.columns().items():
            columns = list(Record.metadata.tables[table].columns.keys())
            for row in found[table]:
                values = [str(row[columns.index(name)] or "") for name in names]
                expected.append((table, row[-1], values[0], "\n".join(values[1:])))
        assert found["search"] == sorted(expected)

    @invariant()
    def every_link_points_at_something(self) -> None:
        with self.office.store.reading() as session:
            lost = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
        assert lost == []


TestUndo = Council.TestCase
TestUndo.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),  # making a failure shorter would take minutes
)
