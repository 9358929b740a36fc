"""The welcome booklet as a document: a small book about the council, for one new member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents.diagrams import drawing_png, face, two_circles
from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Heading,
    ListBlock,
    PageBreak,
    Pairs,
    Paragraph,
    Run,
    Table,
    Title,
    Together,
    runs,
)
from desktop.documents.markdown import blocks
from desktop.domain.dutch_dates import long_date
from desktop.domain.terms import Term
from desktop.domain.two_sides import two_sides
from desktop.i18n import tr
from desktop.services.letters.phrases import capital
from desktop.services.members.booklet_words import fill, said, told, turns
from desktop.services.members.rows_means import ClaimKindRow
from desktop.services.members.rows_means import texts as means_texts
from desktop.services.members.rows_onboarding import StepRow, Told, WordRow
from desktop.services.members.rows_people import PersonRow
from desktop.services.records import listed

_WIDE = {False: 112.0, True: 150.0}
"""Width of the text in mm: a small booklet (A5), or large print (A4)."""
_POINTS = {False: 11.5, True: 16.0}
_PHOTO = {False: 20.0, True: 28.0}
_BESIDE = 6.0
"""Air in mm between a face and the words about it."""


@dataclass(frozen=True)
class PersonCard:
    """A member as the booklet shows one."""

    name: str
    role: str
    about: str
    knows: tuple[str, ...]
    photo: bytes | None


@dataclass(frozen=True)
class BuddyCard:
    """The buddy, and how to reach him or her."""

    name: str
    reachable: str
    phone: str
    email: str


@dataclass(frozen=True)
class Booklet:
    """All that the booklet of one new member says."""

    member: PersonRow
    places: dict[str, str]
    welcome: str
    chair: str
    buddy: BuddyCard | None
    steps: tuple[StepRow, ...]
    people: tuple[PersonCard, ...]
    does: Told
    does_not: Told
    agreed: tuple[Told, ...]
    """What was agreed about an advice, each with its source."""
    member_terms: tuple[Told, ...]
    """What was agreed about meetings and members."""
    dossiers: tuple[Told, ...]
    meetings: tuple[Told, ...]
    papers: Term | None
    kinds: tuple[ClaimKindRow, ...]
    rules: str
    words: tuple[WordRow, ...]
    words_of_papers: bool
    """Whether they stand in the council's own papers; else they are the first everyone hears."""
    council: str
    today: date
    large: bool

    def said(self, part: str, key: str) -> str:
        """Return the sentence *key* of *part* for this member."""
        return said(part, key, self.places)


def booklet(made: Booklet) -> Document:
    """Return the booklet: a cover, a word of welcome, and a chapter for every first question."""
    title = str(told()["title"])
    parts = (
        _weeks(made),
        _people(made),
        _work(made),
        _advice(made),
        _dossiers(made),
        _calendar(made),
        _practical(made),
        _words(made),
    )
    body: list[Block] = [*_cover(made, title), PageBreak(), *_welcome(made)]
    for part in parts:
        body += part
    name = tr("Welcome booklet {name}", name=made.member.name)
    return Document(
        title=tr("{name} (large print)", name=name) if made.large else name,
        blocks=tuple(body),
        author=made.council,
        footer=title,
        size="large" if made.large else "booklet",
        as_of=made.today,
    )


def _cover(made: Booklet, title: str) -> list[Block]:
    words, since = told(), made.member.since
    key = "for" if since is None else "for_since" if since <= made.today else "for_from"
    dated = {"dag": long_date(since)} if since else {}
    wide = _WIDE[made.large] * 0.86
    return [
        Figure(two_circles(wide, above=wide / 5), str(words["cover"]), wide),
        Title(title, subtitle=fill(str(words[key]), made.places | dated)),
    ]


def _welcome(made: Booklet) -> list[Block]:
    body: list[Block] = [Heading(made.said("welcome", "title")), *blocks(made.welcome)]
    if made.chair:
        signed = tr("{name}, chair", name=made.chair)
        body.append(Paragraph((Run(signed, bold=True),)))
    buddy = made.buddy
    if buddy:
        places = made.places | {"telefoon": buddy.phone, "mail": buddy.email}
        lines = [said("buddy", "words", places), buddy.reachable]
        lines += [said("buddy", "phone", places)] if buddy.phone else []
        lines += [said("buddy", "email", places)] if buddy.email else []
        items = tuple(runs(line) for line in lines if line)
        body.append(Box(made.said("buddy", "title"), items, ordered=False))
    return body


def _chapter(made: Booklet, part: str, lead: str = "words") -> list[Block]:
    """Return the heading of a chapter on a new page, with its first sentence."""
    body: list[Block] = [PageBreak(), Heading(made.said(part, "title"))]
    if lead in told()[part]:
        body.append(Paragraph(runs(made.said(part, lead)), "lead"))
    return body


def _weeks(made: Booklet) -> list[Block]:
    ahead = [step for step in made.steps if step.done is None]
    done = tuple(runs(step.title) for step in made.steps if step.done)
    if not ahead:
        return []
    rows = [(_when(step), step.title) for step in ahead]
    body = [*_chapter(made, "weeks"), _table(made, "weeks", rows, (0.32, 0.68))]
    return [*body, Heading(made.said("weeks", "done"), 2), ListBlock(done)] if done else body


def _people(made: Booklet) -> list[Block]:
    if not made.people:
        return []
    head: list[str] = told()["people"]["columns"]
    photo = _PHOTO[made.large]
    widths = (photo + _BESIDE, _WIDE[made.large] - photo - _BESIDE)
    rows = tuple(_card(made, one) for one in made.people)
    return [*_chapter(made, "people"), Table(tuple(head), rows, widths, row_header=1)]


def _card(made: Booklet, one: PersonCard) -> tuple[Cell, Cell]:
    wide = _PHOTO[made.large]
    alt = said("people", "photo" if one.photo else "no_photo", made.places | {"lid": one.name})
    picture = Figure(face(one.name, one.photo, wide), alt, wide)
    words: list[Run] = [Run(f"{capital(one.role)}. ", bold=True), Run(one.about)]
    if one.knows:
        subjects = ", ".join(_low(subject) for subject in one.knows)
        words += [Run(f"\n{made.said('people', 'ask')}: ", bold=True), Run(f"{subjects}.")]
    return Cell(picture=picture), Cell(strong=one.name, runs=tuple(words))


def _work(made: Booklet) -> list[Block]:
    body = _chapter(made, "work")
    for told_ in (made.does, made.does_not):
        body += [Heading(told_.title, 2), ListBlock(tuple(map(runs, told_.lines)))]
    return body


def _advice(made: Booklet) -> list[Block]:
    road = turns(made.places)
    us, they = made.said("advice", "us"), made.said("advice", "they")
    wide = _WIDE[made.large]
    png = drawing_png(
        lambda width, pen: two_sides(road, (us, they), width, pen), wide, _POINTS[made.large]
    )
    steps = " ".join(
        f"{number}. {us if one.ours else they}: {one.name}. {one.words}"
        for number, one in enumerate(road, 1)
    )
    body = [*_chapter(made, "advice"), Figure(png, steps, wide)]
    body.append(Paragraph(runs(made.said("advice", "end"))))
    if made.agreed:
        body += [
            Heading(made.said("advice", "agreed"), 2),
            Paragraph(runs(made.said("advice", "agreed_words"))),
            _terms(made.agreed),
        ]
    return body


def _terms(agreed: Sequence[Told]) -> ListBlock:
    return ListBlock(
        tuple((Run(f"{one.title}: ", bold=True), Run(" ".join(one.lines))) for one in agreed)
    )


def _dossiers(made: Booklet) -> list[Block]:
    if not made.dossiers:
        return []
    body = _chapter(made, "dossiers")
    for one in made.dossiers:
        lines = ListBlock(tuple(map(_labelled, one.lines)))
        body.append(Together((Heading(one.title, 2), lines)))
    return body


def _labelled(line: str) -> tuple[Run, ...]:
    """Return *line* with what stands before its colon in bold: "Zo staat het: concept."."""
    label, colon, rest = line.partition(": ")
    return (Run(label + colon, bold=True), Run(rest)) if rest else runs(line)


def _calendar(made: Booklet) -> list[Block]:
    if not made.meetings:
        return []
    rows = [(one.title, "\n".join(line for line in one.lines if line)) for one in made.meetings]
    return [*_chapter(made, "calendar"), _table(made, "calendar", rows, (0.38, 0.62))]


def _practical(made: Booklet) -> list[Block]:
    body = _chapter(made, "practical")
    if made.meetings:
        when = ", ".join(line for line in made.meetings[0].lines if line)
        body += [
            Heading(made.said("practical", "where"), 2),
            Paragraph(runs(said("practical", "next", {"wanneer": when}))),
            Paragraph(runs(made.said("practical", "away"))),
        ]
    body += [Heading(made.said("practical", "papers"), 2), *map(_line, _papers(made))]
    if made.kinds:
        kinds = tuple(
            (Run(f"{one.name}: ", bold=True), Run(_with_source(one))) for one in made.kinds
        )
        ask = means_texts()["ask_first"]
        body += [
            Heading(made.said("practical", "money"), 2),
            ListBlock(kinds),
            Box(ask["title"], (runs(ask["words"]), runs(ask["source"])), ordered=False),
        ]
    if made.member_terms:
        body += [Heading(made.said("practical", "terms"), 2), _terms(made.member_terms)]
    if made.rules:
        body += [Heading(made.said("practical", "rules"), 2), *blocks(made.rules)]
    return body


def _papers(made: Booklet) -> Iterator[str]:
    if made.papers:
        term, source = made.papers.words, made.papers.source
        yield said("practical", "papers_term", {"termijn": term, "bron": source})
    wishes = [_low(wish.words) for wish in made.member.wished]
    wishes += [made.member.wish_note] if made.member.wish_note else []
    if wishes:
        yield said("practical", "wishes", {"wensen": listed(wishes)})
    else:
        yield made.said("practical", "no_wishes")


def _words(made: Booklet) -> list[Block]:
    pairs = tuple((capital(one.term), runs(one.meaning)) for one in made.words)
    lead = "words" if made.words_of_papers else "first_words"
    return [*_chapter(made, "words", lead), Pairs(pairs, "word")]


def _table(
    made: Booklet, part: str, rows: Sequence[tuple[str, str]], shares: tuple[float, float]
) -> Table:
    columns: list[str] = told()[part]["columns"]
    cells = tuple((Cell(strong=first), Cell(runs(second))) for first, second in rows)
    widths = tuple(share * _WIDE[made.large] for share in shares)
    return Table(tuple(columns), cells, widths)


def _with_source(kind: ClaimKindRow) -> str:
    return f"{kind.words} ({kind.source})" if kind.source else kind.words


def _line(words: str) -> Paragraph:
    return Paragraph(runs(words))


def _low(words: str) -> str:
    """Return *words* as they stand inside a sentence; a name in capitals stays."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _when(step: StepRow) -> str:
    if step.due is None:
        return tr("When it suits you")
    day = long_date(step.due).rpartition(" ")[0]
    return day if step.agreed else tr("around {date}", date=day)
