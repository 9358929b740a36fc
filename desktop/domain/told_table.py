"""Read the tables of a file that a council wrote; each slip is told in one sentence."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from desktop.domain.errors import CouncilError
from desktop.i18n import tr


def mistake(sentence: str) -> CouncilError:
    """Return the error with this sentence."""
    return CouncilError(sentence, "lesson")


class ToldTable:
    """A table of the file with its place in words; what is missing or odd is told by that place."""

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self._data, self.where = data, where

    def only(self, *names: str) -> None:
        """Refuse names that a lesson does not have: mostly a slip of the pen."""
        for name in self._data:
            if name not in names:
                raise mistake(
                    tr(
                        "In {where} stands “{name}”, and no lesson has that.",
                        where=self.where,
                        name=name,
                    )
                )

    def text(self, name: str, *, needed: bool = True) -> str:
        """Return the words under *name*."""
        value = self._data.get(name, "")
        if not isinstance(value, str):
            raise mistake(
                tr("Put “{name}” in {where} between quotes.", where=self.where, name=name)
            )
        if needed and not value.strip():
            raise self.missing(name)
        return value.strip()

    def one_of(self, name: str, choices: Sequence[str], *, needed: bool = True) -> str:
        """Return the word under *name*, which must be one of *choices*."""
        value = self.text(name, needed=needed)
        if value and value not in choices:
            words = ", ".join(choices)
            raise mistake(
                tr(
                    "“{name}” in {where} must be one of these: {choices}.",
                    where=self.where,
                    name=name,
                    choices=words,
                )
            )
        return value

    def number(self, name: str, least: int, most: int, default: int | None = None) -> int:
        """Return the whole number under *name*, from *least* to *most*."""
        value = self._data.get(name, default)
        if value is None:
            raise self.missing(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise mistake(
                tr(
                    "“{name}” in {where} must be a number from {least} to {most}.",
                    where=self.where,
                    name=name,
                    least=least,
                    most=most,
                )
            )
        return value

    def yes(self, name: str) -> bool:
        """Tell whether *name* is true."""
        value = self._data.get(name, False)
        if not isinstance(value, bool):
            raise mistake(
                tr("Write true or false at “{name}” in {where}.", where=self.where, name=name)
            )
        return value

    def day(self, name: str) -> date:
        """Return the date under *name*."""
        value = self._data.get(name)
        if value is None:
            raise self.missing(name)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise mistake(
                tr("Write “{name}” in {where} as a date: 2026-03-10.", where=self.where, name=name)
            )
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Return the list of words under *name*."""
        value = self._data.get(name, [])
        words = cast("list[object]", value) if isinstance(value, list) else [value]
        if not isinstance(value, list) or not all(isinstance(word, str) for word in words):
            raise mistake(
                tr("“{name}” in {where} must be a list of words.", where=self.where, name=name)
            )
        return tuple(str(word).strip() for word in words if str(word).strip())

    def table(self, name: str, where: str) -> "ToldTable":
        """Return the table under *name*, called *where*."""
        value = self._data.get(name)
        if value is None:
            raise self.missing(name)
        if not isinstance(value, dict):
            raise mistake(tr("Write {where} as in the example.", where=where))
        return ToldTable(cast("dict[str, Any]", value), where)

    def tables(self, name: str, between: tuple[int, int], where: str) -> list["ToldTable"]:
        """Return the tables under *name*; *where* has the place {number}."""
        value = self._data.get(name, [])
        found = cast("list[object]", value) if isinstance(value, list) else [value]
        if not all(isinstance(one, dict) for one in found):
            raise mistake(tr("Write {where} as in the example.", where=where.format(number=1)))
        least, most = between
        if not least <= len(found) <= most:
            raise mistake(_amount(name, least, most, self.where))
        return [
            ToldTable(cast("dict[str, Any]", one), where.format(number=number))
            for number, one in enumerate(found, start=1)
        ]

    def missing(self, name: str) -> CouncilError:
        """Return the error for something that must be there."""
        return mistake(tr("“{name}” is missing in {where}.", where=self.where, name=name))


def _amount(name: str, least: int, most: int, where: str) -> str:
    if least == most:
        return tr("Give {where} {least} times “{name}”.", where=where, least=least, name=name)
    return tr(
        "Give {where} {least} to {most} times “{name}”.",
        where=where,
        least=least,
        most=most,
        name=name,
    )
