"""The invented council of Duinrede, to look around in and to try things.

The council is data: ``resources/sample/duinrede`` holds one file for the council, one pair of
files for every dossier (facts in .toml, running text in .md) and the papers. Its home day is
10 March 2026; ``load`` can move all its dates together, so that it is always alive.
"""

from desktop.services.sample.calendar import HOME_DAY
from desktop.services.sample.loading import load

__all__ = ["HOME_DAY", "load"]
