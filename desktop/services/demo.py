"""Make the example council with every document it can write, as Word and PDF."""

import shutil
from datetime import date, datetime, time
from pathlib import Path

from desktop.documents.both import write_both
from desktop.i18n import tr
from desktop.services import office as offices
from desktop.services.intake import write_new
from desktop.services.letters import proof_print, recovery_sheet
from desktop.services.members.booklet import save_samples as save_booklets
from desktop.services.members.lessons import save_samples as save_lessons
from desktop.services.office import Office

HOME_DAY = date(2026, 3, 10)
"""The day on which the example council is at work."""


def make_demo(folder: Path) -> list[Path]:
    """Fill *folder* with the example council, its letters and its sheets; return the files."""
    papers = folder / tr("documents")
    shutil.rmtree(papers, ignore_errors=True)
    papers.mkdir(parents=True, exist_ok=True)
    office = offices.make_example(folder)
    office.store.actor = "Henk Terpstra"
    try:
        made = [office.path, *_letters(office, papers), *_sheets(office, papers)]
        made += _sent(office, papers)
        made += meeting_papers(office, papers)
        made += office.seats.save_rota(papers / tr("Members"), HOME_DAY)
        made += _finding_members(office, papers / tr("Members"))
        made += save_lessons(office.lessons, papers / tr("Members"), HOME_DAY)
        made += save_booklets(office.booklets, papers / tr("Members"), HOME_DAY)
        for handover in office.handovers.all():
            made += office.handovers.save_report(handover.id, HOME_DAY, papers / tr("Members"))
    finally:
        office.close()
    return made


def _letters(office: Office, folder: Path) -> list[Path]:
    """Write the advice letter of every dossier that has a draft, and one of each other kind."""
    made: list[Path] = []
    kinds = [row.kind for row in office.letters.templates.rows() if not row.is_advice]
    for line in office.dossiers.lines(HOME_DAY):
        view = office.dossiers.view(line.dossier.id, HOME_DAY)
        if view.recommendations and not view.dossier.ended:
            for letter in office.letters.prepare(line.dossier.id, HOME_DAY):
                made += office.letters.save_copies(letter.id, folder, HOME_DAY)
        if view.time.short_by and kinds:
            for kind in kinds:
                for letter in office.letters.prepare(line.dossier.id, HOME_DAY, kind):
                    made += office.letters.save_copies(letter.id, folder, HOME_DAY)
            kinds = []
    return made


def _sent(office: Office, folder: Path) -> list[Path]:
    """Send the advice that is ready, to show what comes out: Word, PDF and an e-mail."""
    for line in office.dossiers.lines(HOME_DAY, ended=False):
        if line.dossier.state == "adopted":
            return office.letters.send(line.dossier.id, HOME_DAY, folder / tr("sent"))
    return []


def meeting_papers(office: Office, folder: Path) -> list[Path]:
    """Write every paper of a cycle of meetings in *folder*: before one and after the others."""
    return [
        *_before_meeting(office, folder),
        *_after_meeting(office, folder / tr("Meetings")),
    ]


def _before_meeting(office: Office, folder: Path) -> list[Path]:
    """Write all that goes out before the next meeting, and the plan of the year."""
    meeting = office.plan.next(HOME_DAY)
    if meeting is None:
        return []
    now, year = datetime.combine(HOME_DAY, time(12)), meeting.starts.year
    plan = folder / tr("Year plan {year}", year=year)
    return [
        *office.papers.save(meeting.id, folder / tr("Meetings"), now),
        *write_both(office.papers.year_plan(year, HOME_DAY), plan),
        write_new(folder, f"{plan.name}.ics", office.plan.year_calendar(year, now)),
    ]


def _after_meeting(office: Office, folder: Path) -> list[Path]:
    """Write the minutes of every meeting that was held, internal and public, and the lists."""
    made: list[Path] = []
    for meeting in office.minutes.held():
        made += office.minutes.save_copies(meeting.id, folder)
        made += office.minutes.save_list("attendance", HOME_DAY, folder, meeting.id)
    for name in ("actions", "promises", "decisions"):
        made += office.minutes.save_list(name, HOME_DAY, folder)
    return made


def _finding_members(office: Office, folder: Path) -> list[Path]:
    """Write the papers around finding members, and around what members and council get."""
    made: list[Path] = []
    for line in office.recruiting.vacancies():
        made += office.recruiting.save_papers(line.row.id, HOME_DAY, folder)
    made += office.profiles.save_paper(HOME_DAY, folder)
    made += office.composition.save_papers(HOME_DAY, folder)
    for card in office.knowledge.cards():
        made += office.knowledge.save_card(card.id, HOME_DAY, folder)
    made += office.means.save_form(HOME_DAY, folder)
    made += office.means.save_question(HOME_DAY, folder)
    for claim in office.means.claims(state="paid")[:1]:
        made += office.means.save_overview(claim.member_id, HOME_DAY.year, HOME_DAY, folder)
    made += office.budget.save_account(HOME_DAY.year, HOME_DAY, folder)
    made += office.support.save_list(HOME_DAY, folder)
    return made


def _sheets(office: Office, folder: Path) -> list[Path]:
    council = office.council.profile()
    code = "0000 1111 2222 3333 4444 5555 6666 7777 8888 9999 AAAA BBBB CCCC DDDD"
    return [
        *write_both(
            recovery_sheet(council.name, office.path.name, code, HOME_DAY),
            folder / tr("Recovery sheet (example)"),
        ),
        *write_both(
            proof_print(council, office.council.logo(), HOME_DAY), folder / tr("Test print")
        ),
    ]
