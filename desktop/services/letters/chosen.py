"""The letter texts this council uses: those of the app, or its own instead."""

import json
from dataclasses import dataclass

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.links import remove
from desktop.models.small import plain_words
from desktop.models.store import Store
from desktop.services.letters.inserts import INSERTS
from desktop.services.letters.places import known_places
from desktop.services.letters.templates import Template, kinds, mistakes, parse, source, standard
from desktop.services.settings import chosen


@dataclass(frozen=True)
class TemplateRow:
    """A kind of letter in a list."""

    kind: str
    title: str
    use: str
    is_advice: bool
    own: bool
    """Whether the council replaced the text of the app."""


class Templates:
    """Read the letter texts, and replace one by a text of the council's own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self) -> list[TemplateRow]:
        """Return every kind of letter, those with advice first."""
        own = self._own()
        found = [self.get(kind) for kind in kinds()]
        return [TemplateRow(t.kind, t.title, t.use, t.is_advice, t.kind in own) for t in found]

    def get(self, kind: str) -> Template:
        """Return the template *kind*; the app's own when that of the council cannot be read."""
        own = self._own().get(kind)
        if own:
            try:
                return self._checked(kind, own)
            except CouncilError:
                pass  # it was made with a newer version: a letter must always be possible
        if kind not in kinds():
            raise CouncilError(tr("This kind of letter is not known."))
        return standard(kind)

    def text(self, kind: str) -> str:
        """Return the template *kind* as text, to change it."""
        return self._own().get(kind) or source(kind)

    def replace(self, kind: str, toml: str | None) -> None:
        """Use the council's own text for *kind*, or the app's again with None.

        Raises CouncilError that says what is wrong with the text.
        """
        if toml is not None:
            self._checked(kind, toml)
        key = f"letter:{kind}"
        with self._store.changing(tr("Change a letter text")) as session:
            setting = session.scalar(select(Setting).where(Setting.key == key))
            if toml is None:
                if setting:
                    remove(session, setting)
            elif setting:
                setting.value = json.dumps(toml)
            else:
                session.add(Setting(key=key, value=json.dumps(toml)))

    def _checked(self, kind: str, toml: str) -> Template:
        template = parse(kind, toml)
        wrong = mistakes(template, known_places(), INSERTS)
        if wrong:
            raise CouncilError(
                tr(
                    "The app does not know these places: {names}",
                    names=plain_words(", ".join(wrong)),
                ),
                "template",
            )
        return template

    def _own(self) -> dict[str, str]:
        with self._store.reading() as session:
            settings = session.scalars(select(Setting).where(Setting.key.startswith("letter:")))
            keys = [one.key for one in settings]
            return {key.removeprefix("letter:"): chosen(session, key, "") for key in keys}
