"""How long personal data stay: the council's own terms, what may go, and the copies of before."""

from desktop.services.retention.clearing import ClearUp, ClearUpRow
from desktop.services.retention.copies import OldCopyRow
from desktop.services.retention.desk import Retention
from desktop.services.retention.kinds import KindRow
from desktop.services.retention.rows import ItemRow

__all__ = ["ClearUp", "ClearUpRow", "ItemRow", "KindRow", "OldCopyRow", "Retention"]
