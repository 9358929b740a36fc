"""A process that has read all of the app and makes warm children, to be killed at any moment.

``python -m tests.endurance.zygote``: each line on its input is a JSON object that says what a child
must do. What a child says comes as JSON lines on the output; ``{"ended": n}`` follows its death.
"""

import importlib
import json
import os
import pkgutil
import sys
import traceback
from contextlib import suppress
from typing import Any

from tests.endurance import points


def say(**told: object) -> None:
    """Write one line that is whole or not there, whatever is killed."""
    os.write(1, json.dumps(told).encode() + b"\n")


def main() -> None:
    """Read everything, then make a child for each line."""
    _read_everything()
    say(warm=True)
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if not child:
            _be(wanted)
        say(pid=child)
        _pid, status = os.waitpid(child, 0)
        say(ended=status)


def _read_everything() -> None:
    import desktop
    from desktop.language import prepare

    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            with suppress(ModuleNotFoundError):  # what the app needs, it asks for itself
                importlib.import_module(module.name)
    for name in ("docx", "reportlab.platypus", "reportlab.pdfgen.canvas", "pikepdf", "keyring"):
        importlib.import_module(name)
    importlib.import_module("tests.endurance.person")
    importlib.import_module("tests.endurance.acts")
    prepare()


def _be(wanted: dict[str, Any]) -> None:
    """Do what is *wanted* and end this child, without anything that a normal end would do."""
    try:
        os.close(0)
        if wanted["what"] == "person":
            from tests.endurance import person

            person.live(wanted, say)
        else:
            from tests.endurance import acts

            counter = points.Counter(wanted["at"])
            acts.do(wanted, counter)
            say(points=counter.seen, kinds=counter.kinds)
    except BaseException:  # the tests must hear of it, whatever it is
        say(failed=traceback.format_exc()[-3000:])
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
