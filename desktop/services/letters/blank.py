"""A letter and a dossier with nothing in them yet."""

from dataclasses import fields
from typing import Any, TypeVar

from desktop.domain.timeliness import timeliness
from desktop.services.advice.rows import DossierRow, DossierView, LetterRow

Row = TypeVar("Row", DossierRow, LetterRow)
_DATES = ("requested", "received", "reply_by", "decision_on", "feedback_on", "dated", "sent")


def blank_letter(kind: str, addressee: int | None = None, reference: str = "") -> LetterRow:
    """Return a letter that nobody made yet."""
    return _blank(LetterRow, id=0, kind=kind, addressee_id=addressee, reference=reference)


def blank_view() -> DossierView:
    """Return an empty dossier of the kind "asked"."""
    parts: dict[str, Any] = {field.name: () for field in fields(DossierView)}
    parts["dossier"] = _blank(DossierRow, id=0, kind="asked", state="received", say_late=False)
    parts["time"] = timeliness(None, None, None, "", None)
    parts["sections"] = dict[str, str]()
    parts["decision"] = None
    return DossierView(**parts)


def _blank(row: type[Row], **values: Any) -> Row:  # noqa: ANN401 – any field
    empty: dict[str, Any] = {
        field.name: None if field.name in _DATES else "" for field in fields(row)
    }
    return row(**empty | values)
