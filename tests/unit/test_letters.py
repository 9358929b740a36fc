"""Letters from a dossier: made, changed, looked over, sent and never changed again."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from desktop.documents.document import words
from desktop.domain.errors import CouncilError
from desktop.domain.terms import Term
from desktop.models.history import HistoryEntry
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.drafts import Drafts
from desktop.services.council import CouncilDesk
from desktop.services.letters import Letters

DAY = date(2026, 3, 20)


class Room:
    """A council with one advice that was adopted."""

    def __init__(self, store) -> None:
        self.store = store
        self.council = CouncilDesk(store)
        self.council.change_profile(
            name="Cliëntenraad Duinrede", place="Duinrede", email="post@raad.example"
        )
        self.college = self.council.add_addressee(
            "Het college van Duinrede", address="Postbus 1\n1999 AA Duinrede", email="b@d.example"
        )
        self.board = self.council.add_addressee("De gemeenteraad van Duinrede")
        self.chair = self.council.add_member("Marijke Vos", "voorzitter", signs=True)
        self.council.add_member("Henk Terpstra", "secretaris", signs=True)
        self.council.add_member("Joke Bos")
        self.council.set_norm("reply_term", 6, "weeks", source="werkafspraak 3")
        self.dossiers = Dossiers(store, self.council)
        self.drafts = Drafts(store, self.council)
        self.letters = Letters(store, self.council, self.dossiers)
        self.dossier = self.dossiers.start(
            "Bijzondere bijstand",
            date(2026, 3, 2),
            received=date(2026, 3, 2),
            reply_by=date(2026, 3, 30),
            phase="preparation",
            level_offered="advise",
        )
        self.dossiers.set_addressees(self.dossier, [self.college])
        self.drafts.write(self.dossier, "reason", "Mevrouw S. de Jong belde ons. Zie bijlage 2.")
        self.drafts.add_recommendation(
            self.dossier, what="Geef een gift", by_whom="het college", by_when="op 1 juli 2026"
        )

    def adopt(self, **decision):
        for state in ("intake", "drafting"):
            self.dossiers.move(self.dossier, state, DAY)
        counts = {"present": 7, "members": 9, "votes_for": 7} | decision
        self.dossiers.decide(self.dossier, decided_on=DAY, **counts)
        self.dossiers.move(self.dossier, "adopted", DAY)

    def view(self):
        return self.dossiers.view(self.dossier, DAY)

    def actions(self) -> int:
        with self.store.reading() as session:
            return session.scalar(select(func.count()).select_from(HistoryEntry))


@pytest.fixture
def room(store):
    return Room(store)


def whole(document) -> str:
    return " ".join(words(document))


def test_a_letter_is_made_once_and_filled_in(room):
    first = room.letters.prepare(room.dossier, DAY)
    before = room.actions()
    again = room.letters.prepare(room.dossier, DAY)
    assert first == again
    assert room.actions() == before
    [letter] = first
    assert letter.reference == room.view().dossier.reference == "CR-2026-01"
    assert letter.subject == "Advies over bijzondere bijstand"
    assert letter.signatories == "Marijke Vos, voorzitter\nHenk Terpstra, secretaris"
    assert letter.recipient == "Aan het college van Duinrede\nPostbus 1\n1999 AA  DUINREDE"
    assert letter.reply_by == DAY + timedelta(weeks=6)
    assert letter.reply_source == "werkafspraak 3"


def test_what_nobody_changed_follows_the_dossier(room):
    [letter] = room.letters.prepare(room.dossier, DAY)
    room.letters.change(letter.id, signatories="Joke Bos, lid", appendices="")
    room.drafts.write(room.dossier, "appendices", "- Verhalen\n- Lijst")
    room.dossiers.change(room.dossier, title="De taxipas")
    now = room.letters.letter(letter.id, DAY)
    assert now.subject == "Advies over de taxipas"
    assert now.signatories == "Joke Bos, lid"
    assert now.appendices == ""
    room.letters.change(letter.id, appendices=None, signatories=None)
    now = room.letters.letter(letter.id, DAY)
    assert now.appendices == "Verhalen\nLijst"
    assert now.signatories.startswith("Marijke Vos")


def test_the_letter_speaks_of_its_subject_as_the_council_words_it(room):
    [letter] = room.letters.prepare(room.dossier, DAY)
    room.letters.change(letter.id, subject="Advies over de bijzondere bijstand in Duinrede")
    told = whole(room.letters.document(letter.id, DAY))
    assert "om advies over de bijzondere bijstand in Duinrede." in told


def test_a_date_of_our_own_has_no_source(room):
    [letter] = room.letters.prepare(room.dossier, DAY)
    room.letters.change(letter.id, reply_by=date(2026, 4, 1))
    now = room.letters.letter(letter.id, DAY)
    assert (now.reply_by, now.reply_source) == (date(2026, 4, 1), "")
    assert "werkafspraak" not in whole(room.letters.document(letter.id, DAY))


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    amount=st.integers(1, 60),
    unit=st.sampled_from(["days", "weeks", "months"]),
    day=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_the_answer_is_due_on_the_councils_own_term(room, amount, unit, day):
    room.council.set_norm("reply_term", amount, unit, source="onze afspraak")
    [letter] = room.letters.prepare(room.dossier, day)
    assert letter.dated == day
    assert letter.reply_by == Term(amount, unit, "").after(day)
    assert letter.reply_by > day
    room.letters.change(letter.id, dated=day + timedelta(days=3))
    moved = room.letters.letter(letter.id, day)
    assert moved.reply_by == Term(amount, unit, "").after(day + timedelta(days=3))
    room.letters.change(letter.id, dated=None)


def test_a_later_addressee_gets_a_letter_too(room):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    with pytest.raises(CouncilError, match="verstuurd"):
        room.letters.send(room.dossier, DAY)
    room.dossiers.set_addressees(room.dossier, [room.college, room.board])
    room.letters.send(room.dossier, DAY + timedelta(days=1))
    view = room.view()
    assert view.dossier.state == "sent"
    assert [letter.sent.date() for letter in view.letters] == [DAY, DAY + timedelta(days=1)]


def test_each_addressee_gets_a_letter_and_a_copy_is_no_letter(room):
    room.letters.prepare(room.dossier, DAY)
    room.dossiers.set_addressees(room.dossier, [room.college, room.board])
    assert len(room.letters.prepare(room.dossier, DAY)) == 2
    room.dossiers.set_addressees(room.dossier, [room.college], [room.board])
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert letter.copies_to == "de gemeenteraad van Duinrede"


def test_without_an_addressee_there_is_a_letter_to_look_at(room):
    room.dossiers.set_addressees(room.dossier, [])
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert letter.recipient == ""
    assert room.letters.pdf(letter.id, DAY).startswith(b"%PDF")
    room.dossiers.set_addressees(room.dossier, [room.college])
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert letter.recipient


def test_another_kind_of_dossier_is_another_letter(room):
    room.letters.prepare(room.dossier, DAY)
    room.dossiers.change(room.dossier, kind="unasked")
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert letter.kind == "advice-unasked"
    assert letter.subject == "Ongevraagd advies over bijzondere bijstand"


def test_a_letter_before_the_decision_is_a_concept(room):
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert room.letters.document(letter.id, DAY).state == "concept"
    assert {file.name for file in room.letters.files(letter.id, DAY)} == {
        "CR-2026-01 Advies bijzondere bijstand (concept).docx",
        "CR-2026-01 Advies bijzondere bijstand (concept).pdf",
    }
    room.adopt()
    assert room.letters.document(letter.id, DAY).state == ""


def test_a_page_is_drawn_once_until_something_changes(room):
    [letter] = room.letters.prepare(room.dossier, DAY)
    first = room.letters.pdf(letter.id, DAY)
    assert room.letters.pdf(letter.id, DAY) is first
    room.letters.change(letter.id, subject="Iets anders")
    assert room.letters.pdf(letter.id, DAY) != first


def test_the_checks_point_at_what_is_left(room):
    found = {check.key: check for check in room.letters.checks(room.dossier, DAY)}
    assert not found["decision"].ok
    [name] = found["privacy"].quotes
    assert name.text == "Mevrouw S. de Jong"
    assert name.replacement == "een inwoner"
    assert [quote.text for quote in found["appendices"].quotes] == ["bijlage 2"]
    room.letters.mend(room.dossier, name)
    assert room.view().sections["reason"] == "Een inwoner belde ons. Zie bijlage 2."
    with pytest.raises(CouncilError):
        room.letters.mend(room.dossier, name)
    room.adopt()
    found = {check.key: check for check in room.letters.checks(room.dossier, DAY)}
    assert found["decision"].ok
    assert found["privacy"].ok


def test_sending_is_one_action_that_freezes_the_letter(room, tmp_path: Path):
    room.adopt()
    room.letters.prepare(room.dossier, DAY)
    before = room.actions()
    paths = room.letters.send(room.dossier, DAY, tmp_path / "Brieven")
    assert room.actions() == before + 1
    view = room.view()
    assert view.dossier.state == "sent"
    [letter] = view.letters
    assert letter.sent.date() == DAY
    assert letter.reply_by == DAY + timedelta(weeks=6)
    stem = "CR-2026-01 Advies bijzondere bijstand"
    assert [path.name for path in paths] == [f"{stem}.docx", f"{stem}.pdf", f"{stem}.eml"]
    assert paths[1].read_bytes() == room.letters.pdf(letter.id)
    assert {paper.name for paper in view.papers if paper.kind == "letter"} == {
        f"{stem}.docx",
        f"{stem}.pdf",
    }
    assert view.events[-1].text == "Brief aan het college van Duinrede."
    assert any(found.kind == "paper" for found in room.store.search("gift"))


def test_a_sent_letter_never_changes(room, tmp_path: Path):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    [letter] = room.letters.letters(room.dossier, DAY)
    before = [file.data for file in room.letters.files(letter.id)]
    room.council.change_profile(name="Adviesraad Zee", address="Kade 1", place="Zee")
    room.council.change("member", room.chair, name="Anna de Wit")
    room.council.change("addressee", room.college, name="Het nieuwe college")
    room.council.set_norm("reply_term", None)
    room.dossiers.change(room.dossier, title="Iets anders")
    room.drafts.write(room.dossier, "reason", "Nieuwe tekst.")
    assert [file.data for file in room.letters.files(letter.id)] == before
    late = {check.key: check.ok for check in room.letters.checks(room.dossier, date(2027, 1, 1))}
    assert late["date"]
    assert late["reply"]
    assert room.letters.letters(room.dossier, DAY + timedelta(days=90)) == [letter]
    assert room.letters.prepare(room.dossier, DAY + timedelta(days=90)) == [letter]
    assert len(room.letters.save_copies(letter.id, tmp_path)) == 3
    for act in (
        lambda: room.letters.change(letter.id, subject="Anders"),
        lambda: room.letters.remove(letter.id),
        lambda: room.letters.document(letter.id, DAY),
        lambda: room.letters.send(room.dossier, DAY),
    ):
        with pytest.raises(CouncilError, match="verstuurd"):
            act()


def test_undo_takes_the_sending_back_and_redo_sends_the_same_letter(room):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    [letter] = room.view().letters
    sent = room.letters.pdf(letter.id)
    room.store.undo()
    assert room.view().dossier.state == "adopted"
    assert room.letters.letter(letter.id, DAY).sent is None
    room.store.redo()
    assert room.letters.pdf(letter.id) == sent


def test_nothing_goes_out_without_a_decision_or_an_addressee(room, tmp_path: Path):
    before = room.view()
    with pytest.raises(CouncilError) as told:
        room.letters.send(room.dossier, DAY, tmp_path / "Brieven")
    assert told.value.message
    room.adopt()
    room.dossiers.set_addressees(room.dossier, [])
    with pytest.raises(CouncilError) as told:
        room.letters.send(room.dossier, DAY, tmp_path / "Brieven")
    assert told.value.field == "addressee"
    assert not (tmp_path / "Brieven").exists()
    assert not any(letter.sent for letter in room.view().letters)
    assert before.dossier.state != "sent"


def test_a_folder_that_cannot_be_written_loses_nothing(room, tmp_path: Path):
    room.adopt()
    closed = tmp_path / "vol.txt"
    closed.write_text("dit is een bestand, geen map")
    with pytest.raises(CouncilError) as told:
        room.letters.send(room.dossier, DAY, closed)
    assert told.value.field == "folder"
    [letter] = room.view().letters
    assert room.view().dossier.state == "sent"
    assert len(room.letters.save_copies(letter.id, tmp_path / "Brieven")) == 3


def test_two_letters_get_two_names(room, tmp_path: Path):
    room.dossiers.set_addressees(room.dossier, [room.college, room.board])
    room.adopt()
    paths = room.letters.send(room.dossier, DAY, tmp_path)
    assert len({path.name for path in paths}) == 6
    kept = [file.name for letter in room.view().letters for file in room.letters.files(letter.id)]
    assert sorted(kept) == sorted(path.name for path in paths)
    assert "CR-2026-01 Advies bijzondere bijstand (het college van Duinrede).pdf" in kept


def test_the_mail_is_a_draft_with_both_files(room):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    [letter] = room.view().letters
    mail = message_from_bytes(room.letters.files(letter.id)[-1].data, policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "b@d.example"
    assert mail["Subject"] == "Advies over bijzondere bijstand"
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert [name.rsplit(".")[-1] for name in names] == ["docx", "pdf"]
    body = mail.get_body().get_content().replace("\r\n", "\n")
    assert body.startswith("Geacht college,")
    assert "1 mei 2026" in body
    assert "Marijke Vos\nvoorzitter" in body
    pdf = list(mail.iter_attachments())[1].get_content()
    assert pdf == room.letters.pdf(letter.id)


def test_appendices_in_the_dossier_go_along(room, tmp_path: Path):
    from desktop.models.papers import Paper

    room.drafts.write(room.dossier, "appendices", "1. Verhalen\n2. Niet in het dossier")
    with room.store.changing("x") as session:
        checksum = room.store.keep(session, b"verhalen")
        session.add(Paper(name="verhalen.txt", sha256=checksum, dossier_id=room.dossier))
    room.adopt()
    paths = room.letters.send(room.dossier, DAY, tmp_path)
    assert paths[-1].name == "CR-2026-01 Bijlage 1 Verhalen.txt"
    assert paths[-1].read_bytes() == b"verhalen"
    mail = message_from_bytes(paths[2].read_bytes(), policy=policy.default)
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert names == [paths[0].name, paths[1].name, paths[3].name]


def test_a_short_letter_leaves_the_advice_alone(room, tmp_path: Path):
    room.letters.prepare(room.dossier, DAY)
    [late] = room.letters.prepare(room.dossier, DAY, "late")
    assert late.subject == "Te weinig tijd voor advies over bijzondere bijstand"
    assert late.reply_by is None
    assert late.copies_to == ""
    paths = room.letters.send_letter(late.id, DAY, tmp_path)
    assert len(paths) == 3
    view = room.view()
    assert view.dossier.state == "received"
    assert [letter.kind for letter in view.letters if letter.sent] == ["late"]
    assert "Te laat betrokken" in view.events[-1].text
    [second] = room.letters.prepare(room.dossier, DAY, "late")
    assert second.id != late.id


def test_a_short_letter_is_for_whoever_asked(room):
    room.dossiers.set_addressees(room.dossier, [room.college, room.board])
    [delay] = room.letters.prepare(room.dossier, DAY, "delay")
    assert delay.addressee_id == room.college


def test_a_sent_advice_of_another_kind_is_not_made_again(room):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    room.dossiers.change(room.dossier, kind="view")
    [letter] = room.letters.prepare(room.dossier, DAY)
    assert letter.sent
    assert letter.kind == "advice"


def test_a_reminder_names_the_letter_before_it(room):
    room.adopt()
    room.letters.send(room.dossier, DAY)
    later = DAY + timedelta(weeks=6, days=12)
    [reminder] = room.letters.prepare(room.dossier, later, "reminder-1")
    told = whole(room.letters.document(reminder.id, later))
    assert "Wij stuurden u op 20 maart 2026 ons advies" in told
    assert "uiterlijk 1 mei 2026. Die datum is 12 dagen voorbij." in told


def test_a_council_can_use_its_own_text(room):
    own = room.letters.templates.text("late").replace("Dank daarvoor.", "Hallo.")
    room.letters.templates.replace("late", own)
    [late] = room.letters.prepare(room.dossier, DAY, "late")
    assert "Hallo." in whole(room.letters.document(late.id, DAY))
    assert [row.kind for row in room.letters.templates.rows() if row.own] == ["late"]
    with pytest.raises(CouncilError, match="nobody"):
        room.letters.templates.replace("late", own.replace("Hallo.", "Hallo {nobody}."))
    room.letters.templates.replace("late", None)
    assert "Hallo." not in whole(room.letters.document(late.id, DAY))


def test_a_text_from_a_newer_version_does_not_stop_a_letter(room):
    from desktop.models.council import Setting

    with room.store.changing("x") as session:
        session.add(Setting(key="letter:late", value='"title = 1 ="'))
    [late] = room.letters.prepare(room.dossier, DAY, "late")
    assert late.subject.startswith("Te weinig tijd")


def test_an_unknown_kind_gets_one_sentence(room):
    with pytest.raises(CouncilError):
        room.letters.prepare(room.dossier, DAY, "words")
    with pytest.raises(CouncilError):
        room.letters.letter(999, DAY)
