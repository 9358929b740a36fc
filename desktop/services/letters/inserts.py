"""The pieces of the dossier that a letter can show: the summary, the advices, the questions."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop.documents.document import (
    Block,
    Box,
    Heading,
    ListBlock,
    Pairs,
    Paragraph,
    Runs,
    Together,
    plain,
    runs,
)
from desktop.documents.markdown import blocks
from desktop.services.advice.rows import HeardRow, QuestionRow, RecommendationRow
from desktop.services.letters import phrases
from desktop.services.letters.places import Material
from desktop.services.letters.templates import letter_words

_LONGEST_NAME = 80
"""Signs in the heading of an advice; a longer one is left to the line "Wat"."""
_PARTS = ("what", "by_whom", "for_whom", "by_when", "why", "alternatives")


def inserted(name: str, material: Material) -> list[Block]:
    """Return the blocks of the insert *name* ("summary", "section:reason"); none when empty."""
    if name.startswith("section:"):
        return list(blocks(material.view.sections.get(name.removeprefix("section:"), ""), 2))
    return _INSERTS[name](material)


def _summary(material: Material) -> list[Block]:
    items = _summary_items(material)
    if not items.items:
        return []
    heading = letter_words()["label"]["summary"]
    return [Box(heading, items.items, ordered=items.ordered)]


@dataclass(frozen=True)
class _Items:
    items: tuple[Runs, ...]
    ordered: bool


def _summary_items(material: Material) -> _Items:
    """Return the lines of the summary; without one, the first sentence of every advice."""
    found: list[Runs] = []
    for block in blocks(material.view.sections.get("summary", ""), 2):
        if isinstance(block, ListBlock):
            found += [item for item in block.items if plain(item).strip()]
        elif isinstance(block, Paragraph) and plain(block.runs).strip():
            found.append(block.runs)
    advices = material.view.recommendations
    if found:
        return _Items(tuple(found), len(found) == len(advices))
    first = [_first_sentence(advice.what) for advice in advices if advice.what.strip()]
    return _Items(tuple(runs(words) for words in first), ordered=True)


def _recommendations(material: Material) -> list[Block]:
    advices = material.view.recommendations
    summary = [plain(item).rstrip(". ") for item in _summary_items(material).items]
    names = summary if len(summary) == len(advices) else [""] * len(advices)
    return [_recommendation(advice, name) for advice, name in zip(advices, names, strict=True)]


def _recommendation(advice: RecommendationRow, name: str) -> Block:
    label: dict[str, str] = letter_words()["label"]
    what = phrases.sentence(advice.what)
    name = name or what.rstrip(".")
    if not name or len(name) > _LONGEST_NAME:
        heading = label["advice"].format(number=advice.number)
    else:
        heading = label["advice_named"].format(number=advice.number, name=name)
        what = "" if what.rstrip(".") == name else what
    given = {part: phrases.sentence(str(getattr(advice, part))) for part in _PARTS} | {"what": what}
    titles: dict[str, str] = letter_words()["pair"]
    pairs = tuple(
        (titles[part], runs(phrases.capital(words))) for part, words in given.items() if words
    )
    found: list[Block] = [Heading(heading, 2)]
    return Together((*found, Pairs(pairs)) if pairs else tuple(found))


def _advice_list(material: Material) -> list[Block]:
    items = _summary_items(material)
    return [ListBlock(items.items, items.ordered)] if items.items else []


def _questions(material: Material) -> list[Block]:
    said = letter_words()["label"]["question"]
    result: list[Block] = []
    for question in material.view.questions:
        asked = said.format(number=question.number, text=" ".join(question.text.split()))
        result.append(Together((Heading(asked, 2), Paragraph(runs(answer(question))))))
    return result


def answer(question: QuestionRow) -> str:
    """Return the answer to *question* in words: what was written, and which advices to see."""
    said: dict[str, str] = letter_words()["answer"]
    words = [phrases.sentence(question.answer)]
    if question.answered_by:
        form = said["see_one" if len(question.answered_by) == 1 else "see_many"]
        words.append(form.format(numbers=phrases.listed([str(n) for n in question.answered_by])))
    elif question.left_open:
        words.append(_left_open(question.open_reason))
    elif not words[0]:
        words.append(said["unsettled"])
    return " ".join(filter(None, words))


def _left_open(reason: str) -> str:
    said: dict[str, str] = letter_words()["answer"]
    reason = phrases.sentence(reason)
    if not reason:
        return said["left_open_bare"]
    if not reason[1:2].isupper():
        reason = reason[0].lower() + reason[1:]
    link = re.match(r"(want|omdat)\s+", reason)
    if link and link[1] == "omdat":
        return said["left_open_because"].format(reason=reason[link.end() :])
    return said["left_open"].format(reason=reason[link.end() :] if link else reason)


def _heard(material: Material) -> list[Block]:
    return _groups([group for group in material.view.heard if group.heard])


def _unheard(material: Material) -> list[Block]:
    return _groups([group for group in material.view.heard if not group.heard])


def _groups(groups: list[HeardRow]) -> list[Block]:
    items = tuple(runs(_group(group)) for group in groups if group.name.strip())
    return [ListBlock(items)] if items else []


def _group(group: HeardRow) -> str:
    said: dict[str, str] = letter_words()["group"]
    how = " ".join(group.how.split()).rstrip(".")
    how = how[:1].lower() + how[1:] if not how[1:2].isupper() else how
    people = phrases.counted(group.people, "person") if group.people else ""
    form = "with_both" if how and people else "with_people" if people else "with_how"
    name = " ".join(group.name.split())
    return f"{said[form].format(name=name, people=people, how=how).rstrip(': ')}."


def _first_sentence(words: str) -> str:
    line = " ".join(words.split())
    return phrases.sentence(re.split(r"(?<=[.!?])\s+(?=[A-ZÉ‘])", line, maxsplit=1)[0])


_INSERTS: dict[str, Callable[[Material], list[Block]]] = {
    "summary": _summary,
    "recommendations": _recommendations,
    "advice_list": _advice_list,
    "questions": _questions,
    "heard": _heard,
    "unheard": _unheard,
}
INSERTS = frozenset(_INSERTS) | {
    f"section:{key}" for key in ("summary", "reason", "residents", "request", "appendices")
}
"""Every insert that a template may name."""
