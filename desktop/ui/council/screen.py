"""How the app looks on this computer: text size, colours, and who works here."""

from desktop.i18n import tr
from desktop.ui import preferences, theme
from desktop.ui.boxes import Item
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice
from desktop.ui.kit import card, head
from desktop.ui.pages import Page


class ScreenPage(Page):
    """Choices of this person, kept on this computer and not in the council file."""

    area = "council"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._form = Form()
        sizes = [(str(factor), f"{round(factor * 100)}%") for factor in theme.factors()]
        self._form.add_row(tr("Size of the text"), choice("factor", sizes))
        colours = [
            ("system", tr("Colours of the computer")),
            ("light", tr("Light colours")),
            ("dark", tr("Dark colours")),
            ("high_contrast", tr("High contrast")),
        ]
        self._form.add_row(tr("Colours"), choice("theme", colours))
        people = [("", tr("Not said"))]
        people += [(m.name, m.name) for m in desk.office.council.members()]
        self._form.add_row(
            tr("Who works on this computer?"),
            choice("person", people),
            tr("This name stands with what you change."),
        )
        chosen = desk.window.chosen
        self._form.set_values(
            {
                "factor": str(theme.look.factor),
                "theme": chosen.theme,
                "person": desk.office.store.actor,
            }
        )
        self._form.edited.connect(self._save)

    def build(self) -> list[Item]:
        return [
            head(tr("On this screen"), tr("Ctrl and plus makes the text larger everywhere.")),
            card("", self._form),
        ]

    def refresh(self) -> None:
        """Nothing here comes from the council file."""

    def _save(self) -> None:
        values = self._form.values()
        window = self._desk.window
        person = str(values["person"] or "")
        if person != self._desk.office.store.actor:
            self._desk.office.store.actor = person
            window.keep(preferences.with_person(window.chosen, person))
            member = next(
                (m for m in self._desk.office.council.members() if m.name == person), None
            )
            if member:
                window.set_person(member.name, member.role.capitalize())
        wanted, factor = str(values["theme"]), float(str(values["factor"]))
        if wanted != window.chosen.theme or factor != theme.look.factor:
            window.choose(wanted=wanted, factor=factor)
