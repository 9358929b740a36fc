"""What comes back: what was done on the way, and side by side what both sides changed."""

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.services.travel import ClashRow, Return
from desktop.services.travel.returning import Done
from desktop.ui.boxes import Item, beside, text
from desktop.ui.buttons import ChoiceCards
from desktop.ui.desk import Desk
from desktop.ui.kit import button, card, empty, head, message, primary, row
from desktop.ui.pages import Page

_SHOWN = 12


class BackPage(Page):
    """Look first, choose where needed, then bring it back as one action."""

    area = "council"

    def __init__(self, desk: Desk, found: Return) -> None:
        super().__init__()
        self._desk, self._found = desk, found
        self._trouble = ""
        self._choices = [_cards(clash) for clash in found.clashes]
        self.destroyed.connect(found.close)

    def build(self) -> list[Item]:
        found = self._found
        if not found.done:
            return [
                empty(
                    tr("Nothing was done on the way"),
                    tr("This package is the same as when it left. You need not do anything."),
                    primary(tr("Good"), self._bring),
                )
            ]
        count = len(found.clashes)
        parts: list[Item] = [
            head(
                tr("What comes back"),
                trn(
                    "{n} action was done on the way.",
                    "{n} actions were done on the way.",
                    len(found.done),
                ),
            )
        ]
        if found.before:
            when = long_date(found.before)
            parts.append(
                message(
                    "info",
                    tr("This package was brought back before, on {date}.", date=when),
                    tr("You need this only when more was done on the way since."),
                )
            )
        if self._trouble:
            parts.append(message("warning", self._trouble))
        if count:
            parts.append(
                message(
                    "info",
                    trn(
                        "One thing was changed on both sides. Choose what stays.",
                        "{n} things were changed on both sides. Choose what stays.",
                        count,
                    ),
                    tr("What you do not choose stays in the package. Keep it for a while."),
                )
            )
        for clash, cards in zip(found.clashes, self._choices, strict=True):
            parts.append(card(_heading(clash), cards))
        shown = [_line(one) for one in reversed(found.done[-_SHOWN:])]
        more = len(found.done) - len(shown)
        if more > 0:
            shown.append(text(trn("and {n} more", "and {n} more", more), "small", "muted"))
        parts += [
            beside(
                primary(tr("Bring it back"), self._bring, "done"),
                button(tr("Not now"), self._desk.window.back),
                ...,
                turns=True,
            ),
            card(tr("Done on the way"), *shown),
        ]
        return parts

    def refresh(self) -> None:
        """Stay as it is: what comes back was read once."""

    def _bring(self) -> None:
        chosen = {
            i: cards.value() == "ours" for i, cards in enumerate(self._choices) if cards.value()
        }
        travel, today = self._desk.office.travel, self._desk.today()
        try:
            if len(chosen) == len(self._found.clashes):
                self._desk.office.safety.before(tr("before bringing back"))
            told = travel.bring_back(self._found, chosen, today)
        except CouncilError as error:
            self._trouble = error.message
            self.rebuild()
            missing = next((c for c in self._choices if not c.value()), None)
            if missing is not None:
                missing.focus_target().setFocus()
            return
        window = self._desk.window
        window.show_area("council")
        window.strip.say("success", tr("All that was done on the way is here now."), " ".join(told))


def _cards(clash: ClashRow) -> ChoiceCards:
    return ChoiceCards(
        _heading(clash),
        [
            ("ours", tr("As it is here"), clash.ours),
            ("theirs", tr("As it was on the way"), clash.theirs),
        ],
    )


def _heading(clash: ClashRow) -> str:
    return f"{clash.what} – {clash.field}" if clash.field else clash.what


def _line(done: Done) -> Item:
    at = f"{done.at.hour}.{done.at.minute:02}"
    when = tr("{date}, {time}", date=long_date(done.at.date()), time=at)
    return row(done.label, " · ".join(part for part in (done.actor, when) if part))
