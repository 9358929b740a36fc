"""What went wrong, in one sentence for the person at the keyboard."""


class CouncilError(Exception):
    """Something the user can mend; its text is one clear sentence, shown beside the field.

    ``field`` names the field of the form that the sentence belongs to, or is empty.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
