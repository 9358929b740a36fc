"""A small letter that grows while the first start is filled in."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from desktop.i18n import tr
from desktop.services.choices import plural
from desktop.ui.boxes import Box, Item, beside, stack, text
from desktop.ui.icons import Icon
from desktop.ui.marks import Mark
from desktop.ui.theme import look


class LetterSketch(Box):
    """The head of a letter with what was filled in so far."""

    def __init__(self) -> None:
        super().__init__(gap=12, pad=24, cls="sunken")
        self.show_answers({}, b"")

    def show_answers(self, values: dict[str, Any], logo: bytes) -> None:
        """Show *values* of the wizard and the *logo* (a picture file, or empty)."""
        name = str(values.get("name") or "") or tr("Your council")
        place = str(values.get("municipality") or "") or "…"
        persons = plural(str(values.get("person_word") or "inwoner"))
        items: list[Item] = [self._mark(logo), text(name, "h3")]
        items += [
            text(part, "small", "muted")
            for part in (str(values.get("address") or ""), str(values.get("email") or ""))
            if part
        ]
        items += [
            20,
            text(f"Aan het college van burgemeester en wethouders van {place}"),
            20,
            text("Geacht college,"),
            text(f"Wij vroegen aan {persons} wat zij van uw plan vinden."),
            40,
        ]
        self.show_items(
            [
                text(tr("This is how your letter looks"), "label", "muted"),
                stack(*items, gap=4, pad=24, cls="paper"),
                beside(
                    Icon("lock", "success", 18),
                    (text(tr("All stays on this computer. Nobody looks along."), "small"), 1),
                    gap=8,
                ),
                ...,
            ]
        )

    def _mark(self, logo: bytes) -> Box:
        picture = QPixmap()
        if logo and picture.loadFromData(logo):
            label = QLabel()
            high = look.size(40)
            label.setPixmap(
                picture.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
            )
            label.setAccessibleName(tr("Your logo"))
            return beside(label, ...)
        return beside(Mark(36), ...)
