"""A file in a folder that a cloud service copies: what that means, and what to do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.i18n import tr, trn
from desktop.services.care.synced import Synced
from desktop.services.office import SUFFIX
from desktop.ui.boxes import Item, breakable, ruled, text
from desktop.ui.kit import button, card, message, row


def synced_cards(synced: Synced, council: Path, compare: Callable[[Path], object]) -> list[Item]:
    """Return what to tell about the folder of *council*; nothing for an ordinary folder.

    *compare* shows how another version of the file differs.
    """
    service = synced.service or tr("A program that copies folders")
    if synced.conflicts:
        names = ", ".join(path.name for path in synced.conflicts)
        count = len(synced.conflicts)
        return [
            message(
                "warning",
                trn(
                    "There is another version of your file",
                    "There are {n} other versions of your file",
                    count,
                ),
                tr(
                    "{service} found work of two computers and kept both: {names}. You work in"
                    " {mine}. We throw nothing away.",
                    service=service,
                    names=breakable(names),
                    mine=council.name,
                ),
            ),
            card(
                tr("What can you do?"),
                text(tr("1. Ask who else worked in the file, and let one person work on.")),
                text(tr("2. Compare both. You see how many things differ.")),
                text(
                    tr(
                        "3. Type what you miss over in your own file, or take the other version"
                        " instead. Then put the file you do not use in another folder."
                    )
                ),
                *ruled(
                    *(
                        row(path.name, act=button(tr("Compare"), partial(compare, path)))
                        for path in synced.conflicts
                        if path.suffix == SUFFIX
                    )
                ),
                text(
                    tr(
                        "Do you want to work on two computers? Use “Take along and bring back”."
                        " Then the app itself brings both together."
                    )
                ),
            ),
        ]
    if not synced.service:
        return []
    return [
        message(
            "info",
            tr("Your file is in a folder of {service}.", service=service),
            tr(
                "That is possible. The file is locked, so {service} cannot read it. But let only"
                " one person work in it at a time, and wait until {service} is done before you"
                " close the laptop.",
                service=service,
            ),
        )
    ]
