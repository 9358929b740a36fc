"""The reading structure of a PDF: what a screen reader meets, in order."""

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Elem:
    """One structure element, such as a heading or a table cell.

    ``kids`` are elements, or ("mcid", page, number) for drawn text, or for a link on the page
    ("objr", object number, page).
    """

    tag: str
    alt: str = ""
    attributes: str = ""
    kids: list["Elem | tuple[str, int, int]"] = field(default_factory=list)

    def add(self, tag: str, alt: str = "", attributes: str = "") -> "Elem":
        """Put a new element under this one and return it."""
        kid = Elem(tag, alt, attributes)
        self.kids.append(kid)
        return kid

    def is_empty(self) -> bool:
        """Say whether nothing was drawn for it; an empty table cell still counts as a cell."""
        if self.tag in {"TD", "TH", "LBody"}:
            return False
        return not any(not (isinstance(kid, Elem) and kid.is_empty()) for kid in self.kids)


COLUMN_HEAD = "<</O /Table /Scope /Column>>"
ROW_HEAD = "<</O /Table /Scope /Row>>"
DECIMAL_LIST = "<</O /List /ListNumbering /Decimal>>"
BULLET_LIST = "<</O /List /ListNumbering /Disc>>"
PLAIN_LIST = "<</O /List /ListNumbering /None>>"
