"""Keep a choice of the council in its file, under a name."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Setting
from desktop.models.small import parsed

Kept = TypeVar("Kept", dict[str, Any], list[Any], str)


def setting(session: Session, key: str) -> str:
    """Return what was chosen for *key*; empty when nothing was."""
    return session.scalar(select(Setting.value).where(Setting.key == key)) or ""


def chosen(session: Session, key: str, otherwise: Kept) -> Kept:
    """Return the JSON kept for *key*; *otherwise* when it is none or of another type."""
    return understood(setting(session, key), otherwise)


def understood(told: str, otherwise: Kept) -> Kept:
    """Return the JSON *told*; *otherwise* when it is none or of another type.

    A file may come from somebody else, or from another version of the app.
    """
    try:
        value = parsed(told or "null")
    except ValueError:
        return otherwise
    return value if isinstance(value, type(otherwise)) else otherwise


def keep_setting(session: Session, key: str, value: str) -> None:
    """Keep *value* for *key* within a running act."""
    kept = session.scalar(select(Setting).where(Setting.key == key))
    if kept is None:
        session.add(Setting(key=key, value=value))
    else:
        kept.value = value
