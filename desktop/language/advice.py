"""Point out a recommendation that does not steer: a question, a complaint, no who or when."""

import re
from collections.abc import Iterator

from desktop.i18n import tr
from desktop.language.data import bag
from desktop.language.found import Found
from desktop.language.tokens import Sentence

_LABEL = re.compile(r"\s*(?:advies|aanbeveling|adviespunt|voorstel)\s*(?:\d{1,2}\s*)?[:.–-]", re.I)
_ADVISES = re.compile(
    r"\b(?:wij|we|de (?:cliënten|advies)?raad) (?:adviseren|adviseert|vragen|vraagt|verzoeken"
    r"|bevelen|beveelt|raden|raadt|stellen voor|stelt voor)\b|\bons advies\b",
    re.I,
)
_STEERS = bag(
    "adviseren adviseert vragen vraagt verzoeken verzoekt bevelen beveelt raden raadt zorg maak"
    " geef neem regel laat stel stop start betrek informeer onderzoek moet moeten spreek leg zet"
    " vraag houd bied plan schrijf pas nodig kies begin voer organiseer bespreek"
    " voorstellen stellen"
)
_COMPLAINS = re.compile(
    r"\b(?:jammer|teleurgesteld|teleurstellend|onbegrijpelijk|zorgelijk|zorgwekkend|bezorgd|boos"
    r"|onvoldoende|ontevreden|betreuren|betreurt|verbaasd|verbaast|onacceptabel|schandalig"
    r"|zorgen over|te laat betrokken|vinden het (?:slecht|niet goed|vreemd))\b",
    re.I,
)
_WHO = bag(
    "u uw gemeente college wethouder wethouders burgemeester gemeenteraad raad afdeling consulent"
    " consulenten uwv ambtenaren medewerkers werkgever aanbieders zorgaanbieders organisatie"
    " wijkteam"
)
_WHEN = re.compile(
    r"\d|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|jaar|jaarlijks|maand|maandelijks|week|weken|wekelijks|kwartaal|zomer|winter|najaar"
    r"|voorjaar|meteen|direct|vandaag|morgen|voordat|zodra)\b",
    re.I,
)


def no_advice(sentence: Sentence) -> Iterator[Found]:
    """Give a hint when *sentence* is a recommendation that does not steer.

    A sentence that calls itself advice ("Advies 2: …") gets a confidence of 0.7 or more; for others
    only the writer of an advice sees the hint.
    """
    text = sentence.text
    labelled = _LABEL.match(text) is not None
    steers = _ADVISES.search(text) is not None or not _STEERS.isdisjoint(sentence.lower[:12])
    extra = 0.2 if labelled else 0.0
    if text.rstrip().endswith("?") and not steers:
        message = tr("This only asks. Say what must happen, who does it and when.")
        yield _whole(sentence, message, 0.55 + extra)
    elif _COMPLAINS.search(text) and not steers:
        message = tr("This only complains. Say what must change, who does it and when.")
        yield _whole(sentence, message, 0.55 + extra)
    elif labelled or _ADVISES.search(text):
        missing = _missing(sentence)
        if missing:
            yield _whole(sentence, missing, 0.5)


def _missing(sentence: Sentence) -> str:
    who = not _WHO.isdisjoint(sentence.lower)
    when = _WHEN.search(_LABEL.sub("", sentence.text)) is not None
    if not who and not when:
        return tr("Who must do this, and before when?")
    if not who:
        return tr("Who must do this?")
    return "" if when else tr("Before when must this be done?")


def _whole(sentence: Sentence, message: str, confidence: float) -> Found:
    start, end = sentence.span(0, len(sentence) - 1)
    return Found("no_advice", start, end, message, confidence)
