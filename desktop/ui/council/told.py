"""How a moment and a size are told on the screens about the file."""

from datetime import datetime

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr


def moment(at: datetime) -> str:
    """Return *at* as people say it: "3 maart 2026, 14.05"."""
    return tr("{date}, {time}", date=long_date(at.date()), time=f"{at.hour}.{at.minute:02}")


def size(many: int) -> str:
    """Return a number of bytes as people read it: "1,4 MB"."""
    return f"{max(many / 1_000_000, 0.1):.1f} MB".replace(".", ",")
