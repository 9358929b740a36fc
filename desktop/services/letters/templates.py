"""Letter templates: what each kind of letter says, as data that a council can replace.

A template holds parts; a part holds sentences with {places}. A sentence whose place is empty is
left out, and so are a paragraph without sentences and a heading with nothing below it. Nothing in a
template is run as code: a place is a plain name that is looked up in a table.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, cast

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.small import plain_words
from desktop.resources import resource, text

_NO_LETTER = ("words", "shared")
_LONGEST = 200_000
"""Signs; the longest one of the app has 6,000."""


@dataclass(frozen=True)
class Sentence:
    """A sentence and what must be so for it to be said ("short", "not reply_by")."""

    text: str
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A piece of a letter: a heading, and a paragraph, a list or an insert of the dossier."""

    heading: str = ""
    say: tuple[Sentence, ...] = ()
    bullets: tuple[Sentence, ...] = ()
    insert: str = ""
    conditions: tuple[str, ...] = ()
    join: bool = False
    """Whether its sentences go on in the paragraph before it."""


@dataclass(frozen=True)
class Template:
    """A kind of letter."""

    kind: str
    """Its name, and that of its file."""
    title: str
    use: str
    """When to use it, in a sentence or two."""
    subject: str
    parts: tuple[Part, ...]
    subtitle: tuple[Sentence, ...] = ()
    mail: tuple[Sentence, ...] = ()
    dossier_kinds: tuple[str, ...] = ()
    """Kinds of dossier for which this is the advice itself; empty for any other letter."""
    answer_term: str = ""
    """The norm that says when the answer is due, counted from the day of sending."""

    @property
    def is_advice(self) -> bool:
        """Whether sending this letter sends the advice."""
        return bool(self.dossier_kinds)


@cache
def letter_words() -> dict[str, dict[str, Any]]:
    """Return the small words of every letter: labels, greetings, salutations."""
    return tomllib.loads(text("letters/words.toml"))


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of letter: those with advice first."""
    names = [path.stem for path in sorted(resource("letters").glob("*.toml"))]
    found = [name for name in names if name not in _NO_LETTER]
    return tuple(sorted(found, key=lambda name: (not standard(name).is_advice, name)))


@cache
def standard(kind: str) -> Template:
    """Return the template *kind* that comes with the app."""
    return parse(kind, text(f"letters/{kind}.toml"))


def source(kind: str) -> str:
    """Return the template *kind* as text, to change it."""
    return text(f"letters/{kind}.toml")


def advice_kind(dossier_kind: str) -> str:
    """Return the kind of letter for the advice of a dossier (asked, unasked, view …)."""
    return next(
        (kind for kind in kinds() if dossier_kind in standard(kind).dossier_kinds), "advice"
    )


@cache
def _shared() -> dict[str, tuple[Part, ...]]:
    data = tomllib.loads(text("letters/shared.toml"))
    return {name: tuple(_part(part) for part in parts) for name, parts in data.items()}


def parse(kind: str, toml: str) -> Template:
    """Read a template; raises CouncilError that says what is wrong with it."""
    if len(toml) > _LONGEST:
        raise CouncilError(tr("This letter text cannot be read."), "template")
    try:
        data = tomllib.loads(toml)
        parts = [part for entry in data.get("part", ()) for part in _parts(entry)]
        template = Template(
            kind=kind,
            title=str(data["title"]),
            use=str(data.get("use", "")),
            subject=str(data["subject"]),
            parts=tuple(parts),
            subtitle=_sentences(data.get("subtitle", ())),
            mail=_sentences(data.get("mail", ())),
            dossier_kinds=_names_of(data.get("dossier_kinds", ())),
            answer_term=str(data.get("answer_term", "")),
        )
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise CouncilError(
            tr("This letter text cannot be read. Look at line {line}.", line=line[1])
            if line
            else tr("This letter text cannot be read."),
            "template",
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise CouncilError(tr("This letter text cannot be read."), "template") from error
    return template


def mistakes(template: Template, places: frozenset[str], inserts: frozenset[str]) -> list[str]:
    """Return the places, conditions and inserts in *template* that the app does not know."""
    found: list[str] = []
    for line in _texts(template):
        found += [name for name in _names(line) if name not in places]
    for condition in _conditions(template):
        name = condition.removeprefix("not ")
        found += [condition] if name not in places else []
    found += [part.insert for part in template.parts if part.insert and part.insert not in inserts]
    return found


def holds(conditions: Sequence[str], values: Mapping[str, str]) -> bool:
    """Tell whether every condition is met: a filled place, or with "not" an empty one."""
    return all(
        bool(values.get(condition.removeprefix("not "))) != condition.startswith("not ")
        for condition in conditions
    )


def said(sentences: Sequence[Sentence], values: Mapping[str, str]) -> list[str]:
    """Return the *sentences* that apply, filled in; one with an empty place is left out."""
    result: list[str] = []
    for sentence in sentences:
        if holds(sentence.conditions, values) and all(
            values.get(name) for name in _names(sentence.text)
        ):
            result.append(fill_in(sentence.text, values))
    return result


def fill_in(words: str, values: Mapping[str, str]) -> str:
    """Return *words* with its places filled in; only plain names, so that nothing can be run."""
    _names(words)
    return re.sub(" {2,}", " ", words.format_map(_Known(values))).strip()


class _Known(dict[str, str]):
    """The places of a letter; one that is not known stays empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _names(words: str) -> list[str]:
    """Return the places in *words*; raises CouncilError at anything but a plain name."""
    try:
        fields = [field for field in Formatter().parse(words) if field[1] is not None]
    except ValueError as error:
        raise CouncilError(
            tr("A brace is missing in: {text}", text=plain_words(words)), "template"
        ) from error
    for _, name, spec, conversion in fields:
        if not str(name).isidentifier() or spec or conversion:
            raise CouncilError(
                tr("This place cannot be filled in: {name}", name="{" + plain_words(name) + "}"),
                "template",
            )
    return [str(field[1]) for field in fields]


def _texts(template: Template) -> list[str]:
    lines = [template.subject]
    lines += [sentence.text for sentence in (*template.subtitle, *template.mail)]
    for part in template.parts:
        lines += [part.heading, *(sentence.text for sentence in (*part.say, *part.bullets))]
    return lines


def _conditions(template: Template) -> list[str]:
    sentences = [*template.subtitle, *template.mail]
    found: list[str] = []
    for part in template.parts:
        found += part.conditions
        sentences += [*part.say, *part.bullets]
    return found + [condition for sentence in sentences for condition in sentence.conditions]


def _parts(entry: dict[str, Any]) -> list[Part]:
    """Return the part in *entry*, or the shared parts that it names, under its own heading."""
    if "shared" not in entry:
        return [_part(entry)]
    parts = list(_shared()[entry["shared"]])
    heading = str(entry.get("heading", ""))
    return [Part(heading=heading), *parts] if heading else parts


def _part(entry: dict[str, Any]) -> Part:
    return Part(
        heading=str(entry.get("heading", "")),
        say=_sentences(entry.get("say", ())),
        bullets=_sentences(entry.get("list", ())),
        insert=str(entry.get("insert", "")),
        conditions=_names_of(entry.get("if", ())),
        join=bool(entry.get("join", False)),
    )


def _names_of(entries: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(entry) for entry in entries)


def _sentences(entries: Sequence[object]) -> tuple[Sentence, ...]:
    result: list[Sentence] = []
    for entry in entries:
        if isinstance(entry, str):
            result.append(Sentence(entry))
        else:
            table = cast("dict[str, Any]", entry)
            result.append(Sentence(str(table["text"]), _names_of(table.get("if", ()))))
    return tuple(result)
