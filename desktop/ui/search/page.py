"""What the council file holds about a word: drafts, letters, papers, people."""

import re

from desktop.i18n import tr, trn
from desktop.services.finding import FoundRow
from desktop.ui.advice.paper import PaperPage
from desktop.ui.boxes import Item, ruled
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, empty, head, row
from desktop.ui.meetings.agenda import AgendaPage
from desktop.ui.meetings.lists import ListsPage, list_names
from desktop.ui.meetings.parking import ParkingPage
from desktop.ui.pages import Page
from desktop.ui.places import open_dossier, open_members


class SearchPage(Page):
    """The results of one search; each opens the thing itself."""

    area = "today"

    def __init__(self, desk: Desk, query: str) -> None:
        super().__init__()
        self._desk, self._query = desk, query

    def build(self) -> list[Item]:
        found = self._desk.office.find(self._query)
        if not found:
            return [
                empty(
                    tr("Nothing found for “{words}”", words=self._query),
                    tr("Try a shorter word, or only its beginning."),
                )
            ]
        return [
            head(
                tr("Found for “{words}”", words=self._query),
                trn("{n} place", "{n} places", len(found)),
            ),
            card("", *ruled(*(self._row(item) for item in found))),
        ]

    def _row(self, item: FoundRow) -> Row:
        snippet = re.sub(r"\s+", " ", re.sub(r"[‹›*#>|]", "", item.snippet)).strip()
        why = ": ".join(part for part in (item.kind, snippet) if part)
        return row(
            item.title,
            why,
            icon="adviseren" if item.dossier else "people",
            act=button(tr("Open"), lambda: self._open(item)),
        )

    def _open(self, item: FoundRow) -> None:
        if item.dossier is not None and item.place == "papers":
            self._desk.window.open_page(PaperPage(self._desk, item.dossier, item.record))
        elif item.dossier is not None:
            open_dossier(self._desk, item.dossier, item.place)
        elif item.meeting is not None:
            self._desk.window.open_page(AgendaPage(self._desk, item.meeting))
        elif item.place in list_names():
            self._desk.window.open_page(ListsPage(self._desk, item.place))
        elif item.area == "members":
            open_members(self._desk, item.place)
        elif item.place == "agenda":
            self._desk.window.open_page(ParkingPage(self._desk))
        else:
            self._desk.window.show_area(item.area)
