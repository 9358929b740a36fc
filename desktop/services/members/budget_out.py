"""Two papers for the municipality: the account of the budget, and the help the council needs."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    Title,
    Together,
    runs,
)
from desktop.domain import money
from desktop.domain.budget import Amounts
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.letters.phrases import with_article
from desktop.services.members.means_out import paper
from desktop.services.members.rows_budget import (
    FREE,
    NeedRow,
    PartRow,
    YearView,
    texts,
    words,
)
from desktop.services.records import listed

_PART_WIDTHS = (50.0, 25.0, 25.0, 25.0, 25.0)
_SPENT_WIDTHS = (50.0, 50.0, 20.0, 30.0)
_NEED_WIDTHS = (56.0, 34.0, 30.0, 30.0)
_PEN = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
_LINE = "………………………………………"


def account(view: YearView, council: str, logo: bytes | None, today: date) -> Document:
    """Return the account of a year. What members claimed stands in it as totals only."""
    told = texts()["account"]
    places = {"year": view.year, "council": with_article(council or tr("Your council"))}
    title = str(told["title"]).format(**places)
    body: list[Block] = [
        Title(title, subtitle=council),
        Paragraph(runs(told["lead"].format(**places)), role="lead"),
        Box(_result(view), _remarks(view), ordered=False),
        Heading(told["parts"]),
        _parts(view),
        *_sources(view),
        *_spent(view),
        Paragraph(runs(told["privacy"]), role="note"),
        *_signed(),
    ]
    return paper(title, council, logo, body, today)


def support_list(
    needs: Sequence[NeedRow], council: str, logo: bytes | None, today: date
) -> Document:
    """Return what the council needs: the minimum first, then the wishes; never the own notes."""
    told = texts()["support"]
    named = with_article(council or tr("Your council"))
    body: list[Block] = [
        Title(told["title"], subtitle=council),
        Paragraph(runs(told["lead"].format(council=named)), role="lead"),
    ]
    least = [one for one in needs if one.priority == "minimum"]
    wishes = [one for one in needs if one.priority != "minimum"]
    if least:
        counted = Paragraph((Run(_counted(least), bold=True),))
        why = Paragraph(runs(told["minimum_words"]))
        body += [Heading(told["minimum"]), why, _needs(least), counted]
    if wishes:
        body += [Heading(told["wish"]), _needs(wishes)]
    if not needs:
        body.append(Paragraph(runs(told["none"])))
    return paper(told["title"], council, logo, body, today)


def _counted(least: Sequence[NeedRow]) -> str:
    told, given = texts()["support"], sum(one.given == "yes" for one in least)
    if given == len(least):
        return str(told["all_given"])
    return str(told["counted"]).format(given=given, all=len(least))


def left_words(amounts: Amounts) -> str:
    """Return what is left of *amounts* in words: "€ 12,00", "€ 3,00 te veel", "niet bekend"."""
    told = texts()["account"]
    if amounts.left is None:
        return str(told["unknown"] if amounts.spent or amounts.planned else told["nothing"])
    if amounts.left < 0:
        return str(told["over"]).format(amount=money.euros(-amounts.left))
    return money.euros(amounts.left)


def _result(view: YearView) -> str:
    told, total = texts()["account"], view.budget.total
    if view.budget.overspent:
        amount, names = money.euros(view.budget.overspent), listed(view.over)
        return str(told["told_over"]).format(amount=amount, parts=names)
    if total.left is None:
        return str(told["told_unknown"])
    if not total.left:
        return str(told["told_even"])
    kind = "told_left" if total.left > 0 else "told_more"
    return str(told[kind]).format(amount=money.euros(abs(total.left)))


def _remarks(view: YearView) -> tuple[tuple[Run, ...], ...]:
    """Return what a reader must know to read the amounts well."""
    told, total = texts()["account"], view.budget.total
    said = [f"{told['columns'][3]}: {money.euros(total.spent)}"]
    if total.granted is not None:
        said.insert(0, f"{told['columns'][1]}: {money.euros(total.granted)}")
        if view.budget.unsaid:
            names = listed([words("part", key) for key in view.budget.unsaid])
            said.append(told["unsaid"].format(parts=names))
    many, cents = view.waiting
    if many:
        which = "waiting_one" if many == 1 else "waiting_many"
        said.append(told[which].format(n=many, amount=money.euros(cents)))
    return tuple(runs(one) for one in said)


def _parts(view: YearView) -> Table:
    told = texts()["account"]
    shown = [_part(row) for row in view.rows if row.kept or row.amounts.spent]
    total = (
        Cell(strong=told["total"]),
        *(Cell(strong=one) for one in _amounts(view.budget.total)),
    )
    return Table(tuple(told["columns"]), (*shown, total), _PART_WIDTHS, right_aligned=(1, 2, 3, 4))


def _part(row: PartRow) -> tuple[Cell, ...]:
    said = list(_amounts(row.amounts))
    if row.key == FREE or row.state == "free":  # it is spent on the parts, or comes from elsewhere
        said[-1] = str(texts()["account"]["nothing"])
    return (Cell(runs(row.name)), *(Cell(runs(one)) for one in said))


def _amounts(amounts: Amounts) -> tuple[str, str, str, str]:
    none = str(texts()["account"]["nothing"])
    granted, planned, spent = (
        money.euros(cents) if cents is not None else none
        for cents in (amounts.granted, amounts.planned, amounts.spent or None)
    )
    return granted, planned, spent, left_words(amounts)


def _sources(view: YearView) -> list[Block]:
    known = [row for row in view.rows if row.amounts.granted is not None and row.source]
    if not known:
        return []
    names: dict[str, list[str]] = {}
    for row in known:
        names.setdefault(row.source, []).append(row.name)
    items = tuple(runs(f"{source}: {listed(which)}") for source, which in names.items())
    return [Heading(texts()["account"]["sources"]), ListBlock(items)]


def _spent(view: YearView) -> list[Block]:
    told = texts()["account"]
    if not view.spent:
        return [Heading(told["spent"]), Paragraph(runs(told["none"].format(year=view.year)))]
    shown = tuple(
        (
            Cell(runs(words("part", one.part))),
            Cell(runs(told[one.how])),
            Cell(runs(str(one.many))),
            Cell(runs(money.euros(one.amount))),
        )
        for one in view.spent
    )
    together = (
        Cell(strong=told["total"]),
        Cell(),
        Cell(strong=str(sum(one.many for one in view.spent))),
        Cell(strong=money.euros(view.budget.total.spent)),
    )
    columns = tuple(told["spent_columns"])
    table = Table(columns, (*shown, together), _SPENT_WIDTHS, right_aligned=(2, 3))
    return [Heading(told["spent"]), table]


def _signed() -> list[Block]:
    told = texts()["account"]
    cells = (tuple(Cell(runs(_PEN)) for _who in told["sign"]),)
    table = Table(tuple(told["sign"]), cells, (75.0, 75.0), row_header=None)
    return [Together((Paragraph(runs(f"{told['adopted']} {_LINE}")), table))]


def _answer(one: NeedRow) -> str:
    if one.given:
        return words("given", one.given)
    return str(texts()["support"]["no_answer"]) if one.asked else ""


def _needs(needs: Sequence[NeedRow]) -> Table:
    told = texts()["support"]
    shown = tuple(
        (
            Cell(runs(one.what)),
            Cell(runs(long_date(one.asked) if one.asked else told["not_asked"])),
            Cell(runs(_answer(one))),
            Cell(runs(one.by_whom)),
        )
        for one in needs
    )
    return Table(tuple(told["columns"]), shown, _NEED_WIDTHS)
