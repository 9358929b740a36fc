"""Take the council along to another computer, work there, and bring it back."""

from desktop.services.travel.desk import SUFFIX, Travel, Trip
from desktop.services.travel.package import unpack
from desktop.services.travel.returning import ClashRow, Return

__all__ = ["SUFFIX", "ClashRow", "Return", "Travel", "Trip", "unpack"]
