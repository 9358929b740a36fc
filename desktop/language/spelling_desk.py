"""Look up spelling for another process: a request per line comes in, an answer per line goes out.

The dictionary holds on to Python's lock while it thinks, up to a second for one word, so in a
thread of the app it would stop the screen. Here it stops nobody. A request is a line of JSON:
``{"id": 1, "check": ["a paragraph", …]}`` or ``{"id": 2, "suggest": "a word"}``. The answers are
``{"id": 1, "found": [[[start, end], …], …]}``, places in characters per paragraph, and
``{"id": 2, "suggestions": ["another word", …]}``. At the end of the input it stops.
"""

import json
from typing import IO, Any

from desktop.language.spelling import Speller


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer every line of *requests* until it ends."""
    speller = Speller()
    for line in requests:
        answers.write(json.dumps(answer(speller, json.loads(line))).encode() + b"\n")
        answers.flush()


def answer(speller: Speller, request: dict[str, Any]) -> dict[str, Any]:
    """Return what *speller* says to one request."""
    if "suggest" in request:
        return {"id": request["id"], "suggestions": speller.suggest(request["suggest"])}
    found = [
        [(hint.start, hint.end) for hint in speller.check(paragraph)]
        for paragraph in request["check"]
    ]
    return {"id": request["id"], "found": found}
