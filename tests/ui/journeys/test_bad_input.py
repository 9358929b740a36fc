"""Whatever goes wrong gets one clear sentence, and nothing of the work is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.i18n import tr
from desktop.services import office as offices
from desktop.services.choices import choices, words
from desktop.ui.advice.arrival import ArrivalPage
from desktop.ui.advice.draft import DraftPage
from desktop.ui.advice.intake import IntakePage
from desktop.ui.advice.new import NewDossierPage
from desktop.ui.app import App
from desktop.ui.council.norms import NormsPage
from desktop.ui.council.profile import ProfilePage
from desktop.ui.desk import Desk
from desktop.ui.fields import Choice
from desktop.ui.places import open_dossier
from tests.data import make_papers as make
from tests.data import make_request as request
from tests.ui.driver import Person

WORDS = "Wij zijn het eens met hulp in de buurt."


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def locked_pdf(path: Path) -> None:
    import pikepdf

    with pikepdf.open(path.parent / "open.pdf") as document:
        document.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def make_locked(path: Path) -> None:
    (path.parent / "open.pdf").write_bytes(make.pdf(["Tekst"], ["bladzijde twee"]))
    locked_pdf(path)


def huge(path: Path) -> None:
    """Make a file of 200 MB that takes no room: a hole."""
    with path.open("wb") as file:
        file.truncate(200_000_000)


def bomb(path: Path) -> None:
    path.write_bytes(make.archive({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"}))


BAD_FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("leeg.docx", write(b""), "leeg"),
    ("plaatje.exe", write(b"MZ\x00\x01" * 50), ""),
    ("brief.docx", write(b"PK\x03\x04" + b"kapot" * 20), "beschadigd"),
    ("brief.pdf", make_locked, "wachtwoord"),
    ("bom.docx", bomb, "groot"),
    ("groot.pdf", huge, "groot"),
]


@pytest.mark.parametrize(("name", "make_file", "says"), BAD_FILES, ids=[f[0] for f in BAD_FILES])
def test_a_bad_file_gets_one_sentence_and_the_draft_stays(
    our_council: Desk,
    person: Person,
    tmp_path: Path,
    name: str,
    make_file: Callable[[Path], object],
    says: str,
) -> None:
    office, window = our_council.office, our_council.window
    number = office.dossiers.start("Taxipas", our_council.today())
    open_dossier(our_council, number, "draft")
    person.writes(WORDS)

    path = tmp_path / name
    make_file(path)
    person.drops(path)

    person.sees(tr("Your own work is safe. Choose another file, or begin by hand."))
    sentence = person.said(window.strip)[0]
    assert says in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 160
    assert isinstance(window.page, DraftPage)
    assert window.page.paper.markdown() == WORDS
    person.waits(lambda: office.dossiers.view(number, our_council.today()).sections != {})
    assert office.dossiers.view(number, our_council.today()).sections["summary"] == WORDS
    assert len(office.dossiers.lines(our_council.today())) == 1


def test_a_good_file_after_a_bad_one_takes_the_sentence_away(
    our_council: Desk, person: Person, tmp_path: Path
) -> None:
    (tmp_path / "leeg.docx").write_bytes(b"")
    (tmp_path / "brief.txt").write_text("\n".join(request.letter_lines()), "utf-8")
    person.drops(tmp_path / "leeg.docx")
    person.sees(tr("Your own work is safe. Choose another file, or begin by hand."))
    person.drops(tmp_path / "brief.txt")
    person.waits(lambda: isinstance(our_council.window.page, ArrivalPage))
    assert our_council.window.strip.isHidden()


def test_a_date_that_does_not_exist_is_said_beside_the_field(
    our_council: Desk, person: Person
) -> None:
    our_council.window.open_page(NewDossierPage(our_council))
    person.types(tr("What is it about?"), "Taxipas")
    person.types(tr("Advice needed by"), "31 februari 2026")
    person.presses(tr("Start the advice"))
    person.sees_at(
        tr("Advice needed by"),
        tr("This is not a date. Write it like 19 March 2026 or 19-3-2026."),
    )
    assert person.focus().accessibleName() == tr("Advice needed by")
    assert person.value_of(tr("Advice needed by")) == "31 februari 2026"
    assert person.value_of(tr("What is it about?")) == "Taxipas"
    assert our_council.office.dossiers.lines(our_council.today()) == []


def test_a_wrong_date_in_a_form_that_saves_itself_holds_up_nothing(
    our_council: Desk, person: Person
) -> None:
    office, today = our_council.office, our_council.today()
    number = office.dossiers.start("Taxipas", today)
    open_dossier(our_council, number, "intake")
    person.types(tr("Decision on"), "31 februari")
    person.types(tr("Who decides?"), "de gemeenteraad")
    person.waits(lambda: office.dossiers.view(number, today).dossier.decision_by != "")
    assert person.error_at(tr("Decision on"))
    assert person.focus().accessibleName() == tr("Who decides?"), "the cursor was carried off"
    assert person.value_of(tr("Decision on")) == "31 februari"


def test_a_reference_scheme_that_cannot_work_is_said_beside_the_field(
    our_council: Desk, person: Person
) -> None:
    council = our_council.office.council
    before = council.profile().reference_scheme
    our_council.window.open_page(ProfilePage(our_council))
    person.types(tr("Reference on letters"), "zomaar een tekst")
    person.types(tr("Place"), "Duinrede-Noord")
    person.waits(lambda: council.profile().place == "Duinrede-Noord")
    assert person.error_at(tr("Reference on letters"))
    assert person.value_of(tr("Reference on letters")) == "zomaar een tekst"
    assert council.profile().reference_scheme == before


def test_a_term_without_a_source_is_not_kept(our_council: Desk, person: Person) -> None:
    our_council.window.open_page(NormsPage(our_council))
    person.types(words("norm_help", "reminder"), "14")
    field = tr("Where does it stand?")
    person.waits(lambda: any(person.errors_at(field)))
    assert our_council.office.council.norm("reminder") is None
    assert person.value_of(words("norm_help", "reminder")).startswith("14")


def test_more_votes_than_members_present(our_council: Desk, person: Person) -> None:
    office, today = our_council.office, our_council.today()
    number = office.dossiers.start("Taxipas", today, kind="unasked")
    office.drafts.write(number, "summary", WORDS)
    office.dossiers.move(number, "intake", today)
    office.dossiers.move(number, "drafting", today)
    open_dossier(our_council, number, "decision")
    person.types(tr("Members present"), "4")
    person.types(tr("For"), "6")
    person.presses(tr("Adopt the advice"))
    person.sees_at(
        tr("For"),
        tr("There are {cast} votes, but {present} members were present.", cast=6, present=4),
    )
    assert person.value_of(tr("Members present")).startswith("4")
    assert office.dossiers.view(number, today).decision is None


@pytest.fixture
def locked(app: App, person: Person, tmp_path: Path, memory_keyring, qtbot) -> Path:
    """A council file whose key this computer does not know, on the start window."""
    office, _code = offices.make(tmp_path / "Raad.samenspraak", "vier natte stoelen", cost=2**12)
    office.close()
    memory_keyring.kept.clear()
    window = app.ask()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_council(office.path)
    return office.path


def test_a_wrong_passphrase_is_said_and_stays(locked: Path, person: Person) -> None:
    person.types(tr("Passphrase"), "drie droge stoelen")
    person.presses(tr("Open"))
    person.waits(lambda: bool(person.error_at(tr("Passphrase"))))
    assert person.value_of(tr("Passphrase")) == "drie droge stoelen"
    person.types(tr("Passphrase"), "vier natte stoelen")
    person.presses(tr("Open"))
    person.sees(tr("Start with your first advice"))


def test_a_wrong_recovery_code_is_said_and_stays(locked: Path, person: Person) -> None:
    person.presses(tr("Passphrase forgotten"))
    person.types(tr("Code on the recovery sheet"), "ABCD EFGH")
    person.types(tr("New passphrase"), "vijf nieuwe stoelen")
    person.presses(tr("Open"))
    person.waits(lambda: bool(person.error_at(tr("Code on the recovery sheet"))))
    assert person.value_of(tr("Code on the recovery sheet")) == "ABCD EFGH"
    assert person.value_of(tr("New passphrase")) == "vijf nieuwe stoelen"


def test_leaving_with_a_date_that_cannot_be_read_asks_once(
    our_council: Desk, person: Person
) -> None:
    number = our_council.office.dossiers.start("Taxipas", our_council.today())
    open_dossier(our_council, number)
    open_dossier(our_council, number, "intake")
    page = our_council.window.page
    assert isinstance(page, IntakePage)
    person.types(tr("Advice needed by"), "31 februari 2026")
    our_council.window.back()
    assert our_council.window.page is page
    our_council.window.back()
    assert our_council.window.page is not page


def test_another_ladder_brings_its_own_rungs_at_once(our_council: Desk, person: Person) -> None:
    number = our_council.office.dossiers.start("Taxipas", our_council.today())
    open_dossier(our_council, number, "intake")
    person.chooses(tr("Influence you want"), choices("rungs_five")["advise"])

    def change_to(ladder: str) -> None:
        look = our_council.office.dossiers.view
        person.chooses(tr("Which ladder do you use?"), choices("ladder")[ladder])
        person.waits(lambda: look(number, our_council.today()).dossier.ladder == ladder)

    for ladder in ("five", "six"):
        change_to(ladder)
        box = person.goes_to(tr("Influence you want"), Choice)
        assert isinstance(box, Choice)
        offered = [box.itemText(place) for place in range(box.count())]
        assert offered[1:] == list(choices(f"rungs_{ladder}").values())
        assert box.currentText() == choices("rungs_five")["advise"]
