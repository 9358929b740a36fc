"""The programmes to start from: those that come with the app, and what the council made of them."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from typing import Any

from sqlalchemy import select

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.council import Setting
from desktop.models.store import Store
from desktop.resources import text
from desktop.services.members.rows_onboarding import Template, TemplateStep

FIRST = "zes-stappen"
"""The template that is proposed."""

_KEY = "onboarding.templates"
_Steps = list[TemplateStep]


@cache
def built_in() -> dict[str, Template]:
    """Return the programmes that come with the app, by key."""
    found = tomllib.loads(text("onboarding/templates.toml"))["template"]
    return {key: _template(key, values) for key, values in found.items()}


def _template(key: str, values: dict[str, Any], *, own: bool = False) -> Template:
    steps: list[dict[str, Any]] = values["step"]
    made = (TemplateStep(**{**step, "text": step.get("text", "").strip()}) for step in steps)
    return Template(key, values["title"], values["about"], tuple(made), own)


class Templates:
    """Read the templates; copy one and change the copy."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Template]:
        """Return the templates: those of the app first, then the council's own."""
        return [*built_in().values(), *self._own().values()]

    def get(self, key: str) -> Template:
        """Return one template; raises CouncilError when it is gone."""
        found = built_in().get(key) or self._own().get(key)
        if found is None:
            raise CouncilError(tr("This programme is no longer there."))
        return found

    def copy(self, key: str) -> str:
        """Make an own template of *key*; return the key of the copy."""
        before, own = self.get(key), self._own()
        number = 1 + max((int(name.rpartition("-")[2]) for name in own), default=0)
        made = f"eigen-{number}"
        title = tr("{title}, our own way", title=before.title)
        self._write({**own, made: replace(before, key=made, title=title, own=True)})
        return made

    def change(self, key: str, **fields: Any) -> None:  # noqa: ANN401 – title or about
        """Change the title or the sentence under it of an own template."""
        if "title" in fields and not fields["title"].strip():
            raise CouncilError(tr("Give the programme a name."), "title")
        self._write({**self._own(), key: replace(self._own_one(key), **fields)}, merge=key)

    def remove(self, key: str) -> None:
        """Throw an own template away; programmes that were made from it stay."""
        self._write({name: one for name, one in self._own().items() if name != key})

    def step(self, key: str, place: int) -> TemplateStep:
        """Return the step at *place* (from 0); raises CouncilError when it is gone."""
        steps = self.get(key).steps
        if place >= len(steps):
            raise CouncilError(tr("This step is no longer there."))
        return steps[place]

    def change_step(self, key: str, place: int, **fields: Any) -> None:  # noqa: ANN401
        """Change the step at *place* (from 0) of an own template."""
        if "title" in fields and not fields["title"].strip():
            raise CouncilError(tr("Give the step a name."), "title")

        def act(steps: _Steps) -> None:
            if fields.keys() & {"days", "months"}:
                fields["evening"] = 0  # who gives a number of days means that
            steps[place] = replace(steps[place], **fields)

        self._with_steps(key, act, merge=f"{key}:{place}")

    def add_step(self, key: str) -> int:
        """Add a step at the end of an own template; return its place."""
        steps = self._own_one(key).steps
        days = max((step.days for step in steps), default=0) + 7
        new = TemplateStep("read", tr("New step"), days=days)
        self._with_steps(key, lambda steps: steps.append(new))
        return len(steps)

    def remove_step(self, key: str, place: int) -> None:
        """Take the step at *place* out of an own template; one step stays."""
        if len(self._own_one(key).steps) == 1:
            raise CouncilError(tr("A programme has one step or more."))

        def act(steps: _Steps) -> None:
            del steps[place]

        self._with_steps(key, act)

    def _with_steps(self, key: str, act: Callable[[_Steps], object], merge: str = "") -> None:
        template = self._own_one(key)
        steps = list(template.steps)
        act(steps)
        self._write({**self._own(), key: replace(template, steps=tuple(steps))}, merge=merge)

    def _own_one(self, key: str) -> Template:
        found = self._own().get(key)
        if found is None:
            raise CouncilError(tr("Make a copy of this programme first; you can change the copy."))
        return found

    def _own(self) -> dict[str, Template]:
        with self._store.reading() as session:
            value = session.scalar(select(Setting.value).where(Setting.key == _KEY))
        found: dict[str, Any] = json.loads(value) if value else {}
        return {key: _template(key, values, own=True) for key, values in found.items()}

    def _write(self, templates: dict[str, Template], merge: str = "") -> None:
        value = json.dumps(
            {
                key: {
                    "title": one.title,
                    "about": one.about,
                    "step": [asdict(step) for step in one.steps],
                }
                for key, one in templates.items()
            },
            ensure_ascii=False,
        )
        label, merge = tr("Change a programme of our own"), merge and f"{_KEY}:{merge}"
        with self._store.changing(label, merge=merge) as session:
            setting = session.scalar(select(Setting).where(Setting.key == _KEY))
            if setting is None:
                session.add(Setting(key=_KEY, value=value))
            else:
                setting.value = value
