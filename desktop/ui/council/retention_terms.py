"""How long each kind of personal data stays, with the place where that was agreed."""

from desktop.i18n import tr
from desktop.services.retention.kinds import kinds
from desktop.ui.boxes import Item, text
from desktop.ui.council.norms import NormsPage
from desktop.ui.kit import head


class RetentionTermsPage(NormsPage):
    """A card per kind of personal data."""

    units = ("months", "years")

    def labels(self) -> dict[str, str]:
        return {one.norm: one.label for one in kinds()}

    def asked(self, kind: str) -> str:
        return next(one.ask for one in kinds() if one.norm == kind)

    def top(self) -> Item:
        return head(
            tr("How long do you keep it?"),
            tr("The law says: no longer than needed. How long that is, you agree with each other."),
        )

    def told(self, kind: str) -> list[Item]:
        return [text(one.erases, "small") for one in kinds() if one.norm == kind]
