"""Where things are: from a notice, a search result or a button to the screen itself."""

from collections.abc import Callable

from desktop.services.notice import Notice
from desktop.ui.desk import Desk
from desktop.ui.pages import Page


def open_notice(desk: Desk, notice: Notice) -> None:
    """Open the thing itself that *notice* is about."""
    if notice.dossier is not None:
        open_dossier(desk, notice.dossier, notice.place)
    elif notice.area == "meetings":
        _open_meeting(desk, notice.place, notice.record)
    elif notice.place == "safety":
        from desktop.ui.council.safety import SafetyPage

        desk.window.open_page(SafetyPage(desk))
    elif notice.place == "retention":
        from desktop.ui.council.retention import RetentionPage

        desk.window.open_page(RetentionPage(desk))
    elif notice.area == "members" or notice.place == "members":
        open_members(desk, notice.place)
    else:
        desk.window.show_area(notice.area)


def _open_meeting(desk: Desk, place: str, record: int | None) -> None:
    """Open a *place* of the meetings: of one meeting, one action or promise, or of them all."""
    from desktop.ui.meetings import minutes_places as minutes
    from desktop.ui.meetings.agenda import AgendaPage
    from desktop.ui.meetings.lists import ListsPage
    from desktop.ui.meetings.parking import ParkingPage
    from desktop.ui.meetings.plan import PlanPage
    from desktop.ui.meetings.send import SendPage

    known = record or 0
    of_minutes = {
        "minutes": minutes.open_minutes,
        "remarks": minutes.open_remarks,
        "adopt": minutes.open_adopt,
    }
    kind, _colon, which = place.partition(":")
    if place in of_minutes:
        of_minutes[place](desk, known)
    elif place in ("action", "promise"):
        minutes.open_followed(desk, place, record)
    else:
        pages: dict[str, Callable[[], Page]] = {
            "agenda": lambda: AgendaPage(desk, known),
            "send": lambda: SendPage(desk, known),
            "parking": lambda: ParkingPage(desk),
            "plan": lambda: PlanPage(desk, record),
        }
        page = pages.get(kind, lambda: ListsPage(desk, kind, which))
        desk.window.open_page(page())


def open_dossier(desk: Desk, dossier: int, place: str = "") -> None:
    """Open the dossier, or one *place* in it: intake, evidence, draft, decision, letter, reply."""
    desk.window.open_page(page_for(desk, dossier, place))


def page_for(desk: Desk, dossier: int, place: str = "") -> Page:
    """Return the page of a *place* in a dossier; an unknown place is the dossier itself."""
    # The screens open each other, so they are looked up when they are needed.
    from desktop.ui.advice.decision import DecisionPage
    from desktop.ui.advice.dossier import DossierPage
    from desktop.ui.advice.draft import DraftPage
    from desktop.ui.advice.evidence import EvidencePage
    from desktop.ui.advice.intake import IntakePage
    from desktop.ui.advice.letter import LetterPage
    from desktop.ui.advice.reply import ReplyPage

    pages = {
        "intake": IntakePage,
        "evidence": EvidencePage,
        "draft": DraftPage,
        "decision": DecisionPage,
        "letter": LetterPage,
        "reply": ReplyPage,
        "feedback": ReplyPage,
    }
    return pages.get(place, DossierPage)(desk, dossier)


def open_members(desk: Desk, place: str = "") -> None:
    """Open the members, or what *place* says: "person:4", "programme:2", "claims"."""
    from desktop.ui.members.budget import BudgetPage
    from desktop.ui.members.claims import ClaimsPage
    from desktop.ui.members.contacts import ContactsPage
    from desktop.ui.members.handover import HandoverPage
    from desktop.ui.members.handovers import HandoversPage
    from desktop.ui.members.now import NowPage
    from desktop.ui.members.person import PersonPage
    from desktop.ui.members.profile import ProfilePage
    from desktop.ui.members.programme import ProgrammePage
    from desktop.ui.members.programmes import StartProgrammePage
    from desktop.ui.members.spendings import SpendingsPage
    from desktop.ui.members.step import StepPage
    from desktop.ui.members.support import SupportPage
    from desktop.ui.members.themes import ThemePage, ThemesPage
    from desktop.ui.members.training import TrainingPage
    from desktop.ui.members.vacancies import VacanciesPage
    from desktop.ui.members.vacancy import VacancyPage

    desk.window.show_area("members")
    kind, _colon, number = place.partition(":")
    pages: dict[str, Callable[[Desk, int], Page]] = {
        "person": PersonPage,
        "programme": ProgrammePage,
        "start": StartProgrammePage,
        "now": NowPage,
        "step": StepPage,
        "vacancy": VacancyPage,
        "theme": ThemePage,
        "handover": HandoverPage,
        "hand_over": HandoversPage,
        "spending": SpendingsPage.of,
    }
    lists: dict[str, Callable[[Desk], Page]] = {
        "candidates": VacanciesPage,
        "vacancies": VacanciesPage,
        "claims": ClaimsPage,
        "training": TrainingPage,
        "profile": ProfilePage,
        "themes": ThemesPage,
        "budget": BudgetPage,
        "support": SupportPage,
        "contacts": ContactsPage,
        "handovers": HandoversPage,
    }
    if place in lists:
        desk.window.open_page(lists[place](desk))
    if kind in pages and number.isdigit():
        desk.window.open_page(pages[kind](desk, int(number)))
