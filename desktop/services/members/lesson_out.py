"""Lessons as a booklet: what the screen says, with the pictures, the questions and the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents.diagrams import picture_png
from desktop.documents.document import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Run,
    Title,
    Together,
    runs,
)
from desktop.domain.dutch_dates import long_date
from desktop.domain.lessons import Legal, Lesson, Part, Question
from desktop.i18n import tr, trn
from desktop.services.choices import words
from desktop.services.members.ours import Ours

_WIDE = {False: 150.0, True: 165.0}  # mm; what both sizes of paper have room for
_POINTS = {False: 10.5, True: 16.0}


@dataclass(frozen=True)
class Page:
    """A lesson with what the council's own file adds."""

    lesson: Lesson
    hard_words: tuple[tuple[str, str], ...]
    ours: Mapping[str, Ours]


@dataclass(frozen=True)
class Booklet:
    """Lessons for paper: whose they are, and how they look."""

    pages: tuple[Page, ...]
    council: str
    logo: bytes | None
    today: date
    large: bool


def document(maker: Booklet) -> Document:
    """Return the booklet as a document; with one lesson it bears the name of that lesson."""
    pages = maker.pages
    single = pages[0].lesson if len(pages) == 1 else None
    title = single.title if single else tr("Lessons for members")
    name = tr("Lesson {title}", title=single.title) if single else title
    if maker.large:
        name = tr("{name} (large print)", name=name)
    blocks: list[Block] = [Title(title, subtitle=_subtitle(pages, single))]
    if single is None:
        blocks += _contents(pages)
    for page in pages:
        if single is None:
            blocks += [PageBreak(), Heading(page.lesson.title)]
        blocks += _lesson(page, maker, alone=single is not None)
    day = long_date(maker.today)
    return Document(
        title=name,
        blocks=tuple(blocks),
        author=maker.council,
        footer=", ".join(filter(None, (maker.council, title if not maker.large else ""))),
        sender_mark=maker.logo,
        size="large" if maker.large else "print",
        as_of=maker.today,
        keywords=(tr("Lesson"), day),
    )


def _subtitle(pages: Sequence[Page], single: Lesson | None) -> str:
    if single:
        return tr("A lesson of about {minutes} minutes", minutes=single.minutes)
    return trn("{n} short lesson", "{n} short lessons, read them in your own order", len(pages))


def _contents(pages: Sequence[Page]) -> list[Block]:
    items = tuple(
        runs(tr("{title}, {minutes} minutes", title=page.lesson.title, minutes=page.lesson.minutes))
        for page in pages
    )
    return [Heading(tr("Which lessons are in here?")), ListBlock(items, ordered=True)]


def _lesson(page: Page, maker: Booklet, *, alone: bool) -> list[Block]:
    lesson, level = page.lesson, 1 if alone else 2
    blocks: list[Block] = [Paragraph(runs(lesson.goal), "lead")]
    for number, part in enumerate(lesson.parts, start=1):
        blocks += _part(part, page, level)
        if lesson.picture.part == number:
            blocks.append(_figure(lesson, maker))
    if page.hard_words:
        pairs = tuple((term, runs(meaning)) for term, meaning in page.hard_words)
        blocks += [_heading(tr("Words in this lesson"), level), Pairs(pairs, "word")]
    blocks.append(_heading(tr("Three questions"), level))
    for number, question in enumerate(lesson.questions, start=1):
        blocks.append(_asked(number, question))
    blocks.append(_heading(tr("The answers"), level))
    for number, question in enumerate(lesson.questions, start=1):
        blocks.append(_answered(number, question))
    blocks.append(_heading(tr("Where does this come from?"), level))
    seen = [
        runs(tr("{title}, seen on {day}", title=one.title, day=long_date(one.seen)))
        for one in lesson.sources
    ]
    return [*blocks, ListBlock(tuple(seen))]


def _heading(words_: str, level: int) -> Heading:
    return Heading(words_, 1) if level == 1 else Heading(words_, 2)


def _part(part: Part, page: Page, level: int) -> list[Block]:
    heading = _heading(part.heading, level)
    texts = [Paragraph(runs(paragraph)) for paragraph in part.paragraphs]
    rules = [_rule(rule) for rule in part.legal]
    if len(texts) == 1:
        blocks: list[Block] = [Together((heading, *texts, *rules))]
    else:
        # A rule stays on the page of the words it belongs to.
        end: list[Block] = [Together((texts[-1], *rules))] if rules else [texts[-1]]
        blocks = [Together((heading, texts[0])), *texts[1:-1], *end]
    if part.ours:
        blocks += _ours(page.ours[part.ours])
    return blocks


def _rule(rule: Legal) -> Pairs:
    said = (Run(rule.text), Run(f" ({rule.source})"))
    return Pairs(((words("legal_status", rule.status), said),))


def _ours(ours: Ours) -> list[Block]:
    blocks: list[Block] = [Paragraph((Run(ours.title, bold=True),))]
    lines = [*ours.lines]
    lines += [f"{name}: {when}" if when else name for name, when in ours.steps]
    if lines:
        blocks.append(ListBlock(tuple(map(runs, lines)), ordered=bool(ours.steps)))
    return [Together(tuple(blocks))]


def _figure(lesson: Lesson, maker: Booklet) -> Block:
    wide, points = _WIDE[maker.large], _POINTS[maker.large]
    picture = lesson.picture
    png = picture_png(picture, wide, points)
    return Figure(png, picture.says, wide, picture.title)


def _asked(number: int, question: Question) -> Block:
    title = tr("Question {number}: {text}", number=number, text=question.text)
    answers = tuple(runs(one.text) for one in question.answers)
    return Together((Paragraph((Run(title, bold=True),)), ListBlock(answers, ordered=True)))


def _answered(number: int, question: Question) -> Block:
    right = next(n for n, one in enumerate(question.answers) if one.right)
    said = tr(
        "Question {number}: answer {answer}, {text}.",
        number=number,
        answer=right + 1,
        text=question.answers[right].text[:1].lower() + question.answers[right].text[1:],
    )
    feedback = question.answers[right].feedback
    return Paragraph((Run(said, bold=True), Run(f" {feedback}")))
