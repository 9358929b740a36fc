"""Earlier versions of the draft, and what changed since."""

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.language import analyse
from desktop.services.advice.rows import VersionRow
from desktop.ui.advice.measures import day_month
from desktop.ui.advice.scrolled import scrolled
from desktop.ui.advice.trend import Trend
from desktop.ui.boxes import Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.kit import Row, button, card, empty, head, row
from desktop.ui.pages import Page
from desktop.ui.writing.comparing import CompareView


class VersionsPage(Page):
    """A list of versions; one is compared with the draft of now."""

    area = "advice"
    tables = frozenset({"draft_version"})

    def __init__(self, desk: Desk, dossier: int) -> None:
        super().__init__()
        self._desk, self._dossier = desk, dossier
        self._compare = CompareView()

    def build(self) -> list[Item]:
        versions = self._desk.office.drafts.versions(self._dossier)
        keep = button(tr("Keep a version now"), self._keep, icon="saved")
        if not versions:
            return [
                empty(
                    tr("No earlier version yet"),
                    tr("Each day that you write, Samenspraak keeps the draft of before."),
                    keep,
                )
            ]
        self._compare = CompareView()
        self._show(versions[0])
        measures = self._measures(versions)
        compared = card(tr("Compared with now"), measures, scrolled(self._compare))
        return [
            head(
                tr("Earlier versions"),
                tr("What was added and taken away since then."),
                keep,
            ),
            beside(
                (stack(card("", *ruled(*(self._row(v) for v in versions))), ...), 2),
                (compared, 3),
                gap=20,
                turns=True,
            ),
        ]

    def _row(self, version: VersionRow) -> Row:
        made = version.made
        when = tr("{date}, {time}", date=long_date(made.date()), time=f"{made:%H.%M}")
        return row(
            version.label or when,
            when if version.label else "",
            icon="file",
            act=button(tr("Compare"), lambda: self._show(version)),
        )

    def _show(self, version: VersionRow) -> None:
        self._compare.compare(version.text, self._desk.office.drafts.text(self._dossier))

    def _measures(self, versions: list[VersionRow]) -> Box:
        """Show how hard each version was; too short a text has no score."""
        told = [(version.made.date(), version.text) for version in reversed(versions)]
        told.append((self._desk.today(), self._desk.office.drafts.text(self._dossier)))
        scores = [analyse(text, context="advice").score for _day, text in told]
        points = [
            (day_month(day), score.lint)
            for (day, _text), score in zip(told, scores, strict=True)
            if score.lint is not None
        ]
        before, now = scores[-2], scores[-1]
        words = tr(
            "Then {before} tips in {words_before} words. Now {now} tips in {words_now} words.",
            before=sum(before.counts.values()),
            words_before=before.words,
            now=sum(now.counts.values()),
            words_now=now.words,
        )
        picture: list[Item] = [Trend(points)] if len(points) > 1 else []
        return Box([text(words, "small", "muted"), *picture], gap=8)

    def _keep(self) -> None:
        self._desk.attempt(lambda: self._desk.office.drafts.save_version(self._dossier))
