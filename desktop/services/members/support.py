"""The help (ondersteuning) that the council needs: what was asked, and whether it comes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desktop.documents.both import write_both
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.links import remove
from desktop.models.means import SupportNeed
from desktop.models.store import Store
from desktop.services.attention import Notice
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.members import budget_out
from desktop.services.members.rows_budget import NeedRow, texts
from desktop.services.records import fill, rows

NORM = "reply_term"
"""The agreed time in which the municipality answers; without one nothing is ever late."""


class SupportDesk:
    """Read and change what the council needs."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store = store
        self._council = council

    def needs(self) -> list[NeedRow]:
        """Return what the council needs: the minimum first, then the wishes."""
        query = select(SupportNeed).order_by(SupportNeed.position, SupportNeed.id)
        with self._store.reading() as session:
            found = rows(session, NeedRow, query)
        return sorted(found, key=lambda one: one.priority != "minimum")

    def missing(self) -> list[NeedRow]:
        """Return what is needed at least and does not come, or only for a part."""
        return [one for one in self.needs() if one.priority == "minimum" and one.given != "yes"]

    def keep(self, need: int | None, **fields: Any) -> int:  # noqa: ANN401 – any column
        """Add a need, or change *need*; return its number."""
        fields["what"] = str(fields["what"]).strip()
        if not fields["what"]:
            raise CouncilError(tr("Say in a few words what you need."), "what")
        with self._store.changing(tr("Change what you need")) as session:
            found = session.get_one(SupportNeed, need) if need else None
            if found is None:
                last = session.scalar(select(func.max(SupportNeed.position))) or 0
                found = SupportNeed(what=fields["what"], position=last + 1)
                session.add(found)
            fill(found, fields)
            session.flush()
            return found.id

    def remove(self, need: int) -> None:
        """Throw a need away; undo brings it back."""
        with self._store.changing(tr("Throw away what you need")) as session:
            found = session.get(SupportNeed, need)
            if found:
                remove(session, found)

    def take_usual(self) -> None:
        """Put in what councils often need, without what stands there already."""
        known = {one.what for one in self.needs()}
        with self._store.changing(tr("Take over what councils often need")) as session:
            last = session.scalar(select(func.max(SupportNeed.position))) or 0
            new = [one for one in texts()["usual"] if one["what"] not in known]
            for place, one in enumerate(new, last + 1):
                session.add(SupportNeed(position=place, **one))

    def late(self, today: date) -> list[NeedRow]:
        """Return what is needed at least, was asked, and has no answer within the agreed term."""
        term = self._council.term(NORM)
        if term is None:
            return []
        waiting = [one for one in self.missing() if one.asked and not one.given]
        return [one for one in waiting if one.asked and term.after(one.asked) < today]

    def save_list(self, today: date, folder: Path) -> list[Path]:
        """Write what the council needs as Word and PDF."""
        document = budget_out.support_list(
            self.needs(), self._council.profile().name, self._council.logo(), today
        )
        return write_both(document, folder / safe_name(document.title))

    def notices(self, today: date) -> Iterator[Notice]:
        """Give one notice when an answer about the minimum stays away too long."""
        late, term = self.late(today), self._council.term(NORM)
        asked = [one.asked for one in late if one.asked]
        if not term or not asked:
            return
        yield Notice(
            trn(
                "You still wait for {n} answer about the help you need",
                "You still wait for {n} answers about the help you need",
                len(late),
            ),
            tr(
                "You asked on {date}. For an answer you agreed: {term} ({source}).",
                date=long_date(min(asked)),
                term=term.words,
                source=term.source,
            ),
            tr("no answer"),
            "soon",
            tr("Look"),
            "members",
            "clock",
            due=term.after(min(asked)),
            place="support",
        )
