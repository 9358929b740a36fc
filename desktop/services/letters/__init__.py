"""Letters: what they say is data, how they are made, looked over and sent is here."""

from desktop.services.letters.chosen import TemplateRow
from desktop.services.letters.desk import Letters
from desktop.services.letters.files import LetterFile
from desktop.services.letters.sheets import recovery_sheet, test_print

__all__ = ["LetterFile", "Letters", "TemplateRow", "recovery_sheet", "test_print"]
