"""Write a paper about members beside the window, and say where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.domain.errors import CouncilError
from desktop.ui.desk import Desk
from desktop.ui.meetings.plan import told_saved
from desktop.ui.members.vacancy import members_folder

T = TypeVar("T")


def in_folder(
    desk: Desk, gather: Callable[[], T], save: Callable[[T, Path], list[Path]], told: str
) -> None:
    """Save what *gather* reads from the file in the folder of the members; *told* while it runs."""
    folder, strip = members_folder(desk), desk.window.strip

    def start() -> None:
        made = gather()

        def done(_paths: list[Path]) -> None:
            told_saved(desk, folder)

        def failed(error: BaseException) -> None:
            if not isinstance(error, CouncilError):
                raise error
            strip.say("warning", error.message)

        strip.say("info", told)
        desk.tasks.run(lambda: save(made, folder), done, failed)

    desk.attempt(start)
