"""Keep a choice of the council in its file, under a name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.council import Setting


def setting(session: Session, key: str) -> str:
    """Return what was chosen for *key*; empty when nothing was."""
    return session.scalar(select(Setting.value).where(Setting.key == key)) or ""


def keep_setting(session: Session, key: str, value: str) -> None:
    """Keep *value* for *key* within a running act."""
    kept = session.scalar(select(Setting).where(Setting.key == key))
    if kept is None:
        session.add(Setting(key=key, value=value))
    else:
        kept.value = value
