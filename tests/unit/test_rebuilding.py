"""An export can be brought in again, and then everything is as it was."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.models import council_file
from desktop.models.base import Record
from desktop.models.meetings import Meeting
from desktop.models.papers import Paper
from desktop.services import care
from desktop.services import office as offices
from desktop.services.exchange import EVERYTHING, export_all
from desktop.services.rebuilding import rebuild
from tests.example import example

DAY = date(2026, 3, 20)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40) | st.sampled_from(
    ["=1+1", "'=x", "é́", "🙂\u202eabc", "a\r\nb\n", '"; DROP', "\x00", "\ufeff"]
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("dossier"), WORDS),
        st.tuples(st.just("member"), WORDS),
        st.tuples(st.just("meeting"), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))),
        st.tuples(st.just("paper"), st.binary(max_size=200)),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("redo"), st.none()),
        st.tuples(st.just("remove"), st.none()),
    ),
    max_size=14,
)


def act(office, kind: str, what) -> None:
    store = office.store
    if kind == "dossier":
        office.dossiers.start(what, DAY, questions=[what])
    elif kind == "member":
        office.council.add_member(what)
    elif kind == "meeting":
        with store.changing("Vergadering") as session:
            session.add(Meeting(starts=what, title="x"))
    elif kind == "paper":
        with store.changing("Stuk") as session:
            session.add(Paper(name="stuk.bin", sha256=store.keep(session, what), size=len(what)))
    elif kind == "remove":
        for member in office.council.members()[:1]:
            office.council.remove("member", member.id)
    else:
        getattr(store, kind)()


def everything(store) -> dict[str, list[dict]]:
    with store.reading() as session:
        found = {
            table.name: [dict(row) for row in session.execute(select(table)).mappings()]
            for table in Record.metadata.sorted_tables
        }
        numbers = session.connection().exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
        return {**found, "numbers": sorted(tuple(row) for row in numbers)}


def round_trip(office, folder: Path) -> offices.Office:
    export_all(office, folder / "uit")
    rebuild(folder / "uit", folder / "Weer.samenspraak", "een geheime zin", cost=2**4)
    return offices.open_office(folder / "Weer.samenspraak")


@given(ACTS)
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_was_done_comes_back_the_same(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("rond")
    office, _code = offices.make(folder / "R.samenspraak", "een geheime zin", cost=2**4)
    for kind, what in acts:
        try:
            act(office, kind, what)
        except CouncilError:
            continue
    again = round_trip(office, folder)
    assert everything(again.store) == everything(office.store)
    assert care.check(again).sound
    assert again.store.undo_label == office.store.undo_label
    again.close()
    office.close()


def test_the_whole_example_comes_back_and_can_be_searched(tmp_path):
    office = example(tmp_path, DAY)
    office.dossiers.start("Even", DAY)
    office.store.undo()
    again = round_trip(office, tmp_path)
    assert everything(again.store) == everything(office.store)
    assert care.check(again).sound
    found = [row.title for row in office.find("bijstand")]
    assert found
    assert sorted(row.title for row in again.find("bijstand")) == sorted(found)
    again.store.redo()
    again.dossiers.start("Nieuw", DAY)
    again.close()
    office.close()


@pytest.fixture
def export(office, tmp_path) -> Path:
    act(office, "paper", b"De nota.")
    act(office, "dossier", "Taxipas")
    export_all(office, tmp_path / "uit")
    return tmp_path / "uit"


def change(export: Path, make) -> None:
    [path] = export.rglob(EVERYTHING)
    told = json.loads(path.read_text("utf-8"))
    make(told)
    path.write_text(json.dumps(told), "utf-8")


WRONG = {
    "a missing table is empty": None,
    "strange table": lambda told: told.update(vreemd=[]),
    "newer": lambda told: told.update(_version=9999),
    "no version": lambda told: told.pop("_version"),
    "twice": lambda told: told["dossier"].append(told["dossier"][0]),
    "points nowhere": lambda told: told["question"][0].update(dossier_id=99),
    "no number": lambda told: told["dossier"][0].pop("id"),
    "large number": lambda told: told["dossier"][0].update(id=10**30),
    "unreadable history": lambda told: told["history"][0].update(rows="[[" * 9_000),
    "a list": lambda told: told["dossier"][0].update(title=["x"]),
    "no date": lambda told: told["history"][0].update(at="gisteren"),
    "not a row": lambda told: told["dossier"].append("x"),
    "not rows": lambda told: told.update(dossier=5),
    "strange column": lambda told: told["dossier"][0].update(vreemd=1),
    "a path": lambda told: told["stored_file"][0].update(sha256="../../etc/passwd"),
    "numbers": lambda told: told.update(_numbers={"dossier": "x"}),
    "other numbers": lambda told: told.update(_numbers=[1]),
}


@pytest.mark.parametrize("name", [name for name, make in WRONG.items() if make])
def test_an_export_that_was_meddled_with_is_told_and_leaves_nothing(export, tmp_path, name):
    change(export, WRONG[name])
    with pytest.raises(CouncilError):
        rebuild(export, tmp_path / "Weer.samenspraak", "een geheime zin", cost=2**4)
    assert not list(tmp_path.glob("Weer*"))


def test_a_paper_that_is_gone_or_changed_is_told(export, tmp_path):
    paper = next(p for p in export.rglob("*") if p.is_file() and p.read_bytes() == b"De nota.")
    for act_on in (lambda: paper.write_bytes(b"Anders."), paper.unlink):
        act_on()
        with pytest.raises(CouncilError):
            rebuild(export, tmp_path / "Weer.samenspraak", "een geheime zin", cost=2**4)
    assert not list(tmp_path.glob("Weer*"))


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "[" * 100_000, "\ufeff{}"])
def test_what_is_no_export_is_told(tmp_path, content):
    (tmp_path / "uit" / "tabellen").mkdir(parents=True)
    for folder in (tmp_path / "weg", tmp_path / "uit"):
        with pytest.raises(CouncilError):
            rebuild(folder, tmp_path / "Weer.samenspraak", "een geheime zin", cost=2**4)
    (tmp_path / "uit" / "tabellen" / EVERYTHING).write_text(content, "utf-8")
    with pytest.raises(CouncilError):
        rebuild(tmp_path / "uit", tmp_path / "Weer.samenspraak", "een geheime zin", cost=2**4)


def test_an_older_export_lacks_columns_and_comes_in(export, tmp_path):
    def older(told) -> None:
        told["_version"] = 1
        for row in told["history"]:
            row.pop("digest")
            row.pop("link")
            row.pop("erased")

    change(export, older)
    rebuild(export, tmp_path / "Weer.samenspraak", "een geheime zin", cost=2**4)
    opened = council_file.open_file(tmp_path / "Weer.samenspraak")
    assert opened.undo_label
    opened.close()


def test_a_file_that_is_there_is_never_written_over(export, office, tmp_path):
    before = office.path.read_bytes()
    with pytest.raises(CouncilError):
        rebuild(export, office.path, "een geheime zin", cost=2**4)
    assert office.path.read_bytes() == before
