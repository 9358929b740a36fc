"""Letters: what they say is data, how they are made, looked over and sent is here."""

from desktop.services.letters.chosen import TemplateRow
from desktop.services.letters.desk import Letters
from desktop.services.letters.files import LetterFile
from desktop.services.letters.sheets import proof_print, recovery_sheet

__all__ = ["LetterFile", "Letters", "TemplateRow", "proof_print", "recovery_sheet"]
