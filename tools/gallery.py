"""Draw the whole kit, in every theme, at 100 % and 200 %, as pictures to look at.

    python tools/gallery.py DIR [NAME…]     writes DIR/<name>-<theme>-<size>.png

The home screen here has invented rows; it is there to compare with the mock-ups.
"""

import os
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import CouncilError
from desktop.ui import theme
from desktop.ui.fields import choice, date_line, line, lines, number
from desktop.ui.form import Form
from desktop.ui.kit import (
    Bar,
    Box,
    ChoiceCards,
    Icon,
    Item,
    Level,
    Sample,
    Steps,
    TermBar,
    Tick,
    beside,
    button,
    card,
    chip,
    columns,
    empty,
    head,
    message,
    next_step,
    person,
    pill,
    primary,
    quiet,
    row,
    rule,
    ruled,
    stack,
    text,
    undo_line,
)
from desktop.ui.pages import Page
from desktop.ui.rows import Column, Face, RowList, Table
from desktop.ui.window import MainWindow


def nothing() -> None:
    """Do nothing: a picture cannot be pressed."""


class Today(Page):
    area = "today"

    def build(self) -> list[Item]:
        sub = "Dinsdag 10 maart. Vijf dingen vragen deze week uw aandacht."
        step = next_step(
            "Vraag het antwoord over de taxipas op",
            "De gemeente zou op 6 maart antwoorden. De herinnering staat klaar.",
            primary("Lees de brief", nothing, "next"),
        )
        later = beside(
            (stack(text("Later: twee dingen", "h3"), text(LATER, "small", "muted"), gap=1), 1),
            quiet("Toon alles", nothing, "open_down"),
            pad=(20, 12, 20, 12),
            cls="card",
            turns=True,
        )
        return [
            head("Goedemorgen, Henk", sub),
            columns([step, self._week(), later], [self._meeting(), self._advice()]),
        ]

    def _week(self) -> Box:
        self.week = RowList[Face]("Ook deze week", lambda face: face)
        self.week.show_rows(WEEK)
        return card("Ook deze week", self.week, gap=6)

    @staticmethod
    def _meeting() -> Box:
        when = stack(
            text("Donderdag 19 maart, 13.30 uur", "strong"),
            text("De Golfslag, zaal 2. Acht van de tien komen.", "small", "muted"),
            gap=1,
        )
        clock = beside(
            Icon("clock", "warning", 18), (text("Agenda: 125 van 120 minuten", "small"), 1), gap=8
        )
        return card("Volgende vergadering", when, clock, gap=8)

    @staticmethod
    def _advice() -> Box:
        parts = [
            stack(
                beside((text(name, "strong"), 1), pill(*state)),
                Bar(part, why, tone),
                text(why, "small", "muted"),
                gap=5,
                pad=(0, 2, 0, 4),
            )
            for name, why, state, part, tone in RUNNING
        ]
        return card("Lopende adviezen", *ruled(*parts), gap=8)


LATER = "Jaarverslag voor 1 april, zitting van Lies Smit tot 1 juni"
WEEK = [
    Face("Agenda van 19 maart versturen", "Een week vooraf, zegt uw reglement", "letter",
         "warning", ("nog 2 dagen", "warning"), "Agenda"),
    Face("Toezegging: brief in gewone taal", "Wethouder Van Dam beloofde dit voor 15 maart",
         "promise", "muted", ("zondag", "plain"), "Nakijken"),
    Face("Actie 41: bellen met de Voedselbank", "Van u, afgesproken op 12 februari", "action",
         "muted", ("vrijdag", "plain"), "Afvinken"),
    Face("Daan begint aan les 3", "Fatima is zijn maatje", "buddy", "muted",
         ("op schema", "success"), "Bekijken"),
]  # fmt: skip
RUNNING = [
    ("Bijzondere bijstand", "Kreeg 28 van de 42 dagen. Besluit op 30 maart.",
     ("krap", "warning"), 28 / 42, "warning"),
    ("Taxipas", "Antwoord zou er 6 maart zijn.", ("4 dagen te laat", "danger"), 34 / 30, "accent"),
    ("Duidelijke brieven", "Verstuurd op 5 maart. Antwoord voor 2 april.",
     ("op tijd", "success"), 5 / 28, "accent"),
]  # fmt: skip
STEPS = [("Gevraagd", "2 maart"), ("Vragen", "4 maart"), ("Concept", "nu bezig"),
         ("Vaststellen", "19 maart"), ("Versturen", "20 maart"), ("Antwoord", "voor 17 april"),
         ("Effect", "oktober")]  # fmt: skip


class Dossier(Page):
    area = "advice"

    def build(self) -> list[Item]:
        term = card(
            "Op tijd gevraagd?",
            TermBar(28, 42, "2 maart", "30 maart", "13 april"),
            text("Uw minimum staat in werkafspraak 2.", "small", "muted"),
            chip("Zet dit in de brief", nothing, "add"),
        )
        terms = card(
            "Andere balken",
            TermBar(60, 42, "2 maart", "30 april"),
            TermBar(12, None, "2 maart", "14 maart"),
            TermBar(3, 42, "2 maart", "5 maart", "13 april"),
            Level(2, 2),
            Level(4, 1),
        )
        questions = card(
            "Wat is de vraag?",
            *ruled(
                row("1. Is de lijst van kosten volledig?", "Antwoord in aanbeveling 1 en 2",
                    icon="done", tone="success"),
                row("2. Snappen inwoners het nieuwe formulier?", "Antwoord in aanbeveling 3",
                    icon="done", tone="success"),
                row("3. Hoe bereiken we mensen zonder internet?", "Nog geen antwoord", icon="open",
                    tone="warning", act=button("Schrijf", nothing)),
            ),
            gap=4,
        )  # fmt: skip
        step = next_step(
            "Schrijf deel 3 af",
            "Drie van de zes delen zijn klaar. Vraag 3 wacht nog.",
            primary("Schrijf verder", nothing, "adviseren"),
        )
        return [
            head("Bijzondere bijstand: nieuwe regels", "CR-2026-04, voor het college van Duinrede",
                 button("Meer", nothing, icon="more"), over="Gevraagd advies"),
            stack(Steps(STEPS, 2), pad=(20, 16, 12, 6), cls="card"),
            columns([step, questions], [term, terms]),
        ]  # fmt: skip


class Fields(Page):
    area = "constituency"

    def build(self) -> list[Item]:
        form = Form()
        form.add_row(
            "Wat hoorde u?", line("heard"), "Schrijf het in uw eigen woorden, zonder naam."
        )
        form.add_pair(
            ("Waar gaat het over?", line("theme")), ("Hoe vaak gehoord?", number("times"))
        )
        form.add_pair(
            ("Wijk", choice("district", [("", "Kies een wijk"), ("kreken", "De Kreken")])),
            ("Wanneer?", date_line("day")),
        )
        form.add_row("Toelichting", lines("note"), optional=True)
        ways = [
            ("as_is", "Vaststellen zoals het er ligt", "Niemand heeft een opmerking"),
            ("changed", "Vaststellen met wijzigingen", "De twee opmerkingen hieronder"),
            ("later", "Volgende keer", "Het verslag komt terug op 16 april"),
        ]
        cards = ChoiceCards("Wat besluit de raad?", ways, "decision")
        cards.set_value("changed")
        form.add_row("Wat besluit de raad?", cards)
        tick = Tick("Deze persoon wil zelf hulp", "Dan wijst de klachtwegwijzer de weg", "help")
        tick.set_value(True)
        form.add_row("Hulp", tick)
        form.add_row("Tweede", Tick("Stuur de stukken op papier", key="paper"))
        form.set_values({"heard": "Mevrouw wacht al negen weken. Bel 06 12 34 56 78.", "times": 3})
        sentence = "In de tekst staat een telefoonnummer. Een signaal is zonder naam en nummer."
        form.show_error(CouncilError(sentence, "heard"), repair=("Haal het nummer weg", nothing))
        acts = beside(
            primary("Bewaar het signaal", nothing, "saved"), quiet("Annuleer", nothing), ...
        )
        undo = undo_line("Signaal over de taxipas is weggegooid.", nothing)
        why = card(
            "Waarom zonder naam?",
            "Dan durven mensen meer te vertellen. En niemand kan er later last van krijgen.",
            rule(),
            text("Heeft iemand zelf hulp nodig?", "strong"),
            "Onze raad lost geen klachten van één persoon op. De klachtwegwijzer wijst de weg.",
            quiet("Open de klachtwegwijzer", nothing, "next"),
        )
        whole = stack(form, acts, gap=14, pad=(24, 18, 24, 18), cls="card")
        return [
            head("Nieuw signaal", "Eén minuut werk. Alleen het eerste vak is nodig."),
            columns([undo, whole], [why]),
        ]


class Pieces(Page):
    area = "council"

    def build(self) -> list[Item]:
        tones = ("plain", "accent", "warm", "success", "warning", "danger", "info")
        families = ("word", "sentence", "build", "tone", "spelling")
        off = button("Uit", nothing)
        off.setEnabled(False)
        parts = card(
            "Knoppen en woorden",
            beside(
                primary("Stel het verslag vast", nothing, "lock"),
                button("Zet e-mail klaar", nothing, icon="letter"),
                chip("zorgen voor", nothing),
                quiet("Leg uit", nothing, "hint"),
                off,
                ...,
                turns=True,
            ),
            beside(*[pill(tone, tone) for tone in tones], ..., gap=8, turns=True),
            beside(*[Sample(family) for family in families], ..., gap=20),
            person("Fatima El Idrissi", "Zes jaar lid. Bellen mag tot 20.00 uur.", 48),
            message("warning", "Op bladzijde 2 staat een naam: “mevrouw S. de Jong”",
                    "Is dat een inwoner? Maak er dan “een inwoner” van.",
                    chip("Maak “een inwoner”", nothing), quiet("Laat staan", nothing)),
            message("info", "Er staat al een dossier met dit kenmerk.", "Kies een ander nummer."),
            message("danger", "Dit bestand is niet te lezen.", "Bewaar het eerst als PDF."),
        )  # fmt: skip
        table = Table[tuple[str, str, str]](
            "Actielijst",
            [
                Column("Nr.", lambda r: r[0], lambda r: int(r[0])),
                Column("Wat", lambda r: r[1]),
                Column("Wie", lambda r: r[2]),
            ],
            wide=1,
        )
        table.rows.show([("38", "Regeling voor reiskosten opvragen", "Wim"),
                         ("43", "Stukken in grote letters voor Daan", "Henk")])  # fmt: skip
        table.selectRow(1)
        return [head("Alle onderdelen", "Om naar te kijken"), parts, card("Actielijst", table)]


class Nothing(Page):
    area = "constituency"
    fills: ClassVar[bool] = True

    def build(self) -> list[Item]:
        why = ("Een signaal is iets wat u hoort van inwoners, zonder naam. Hoort u hetzelfde drie "
               "keer? Dan stelt Samenspraak voor om het op de agenda te zetten.")  # fmt: skip
        return [
            head("Signalen", "Wat inwoners ons vertellen"),
            empty("Nog geen signalen", why, primary("Schrijf het eerste signaal", nothing, "add"),
                  button("Haal op uit een lijst", nothing, icon="file")),
        ]  # fmt: skip


PAGES: dict[str, Callable[[], Page]] = {
    "today": Today,
    "dossier": Dossier,
    "fields": Fields,
    "pieces": Pieces,
    "nothing": Nothing,
}


def window_with(make: Callable[[], Page]) -> MainWindow:
    """Return a window of 1280 × 720 on the page that *make* makes."""
    registry = dict.fromkeys(
        ("today", "meetings", "advice", "constituency", "members", "council"), Today
    )
    window = MainWindow(registry)
    window.set_council("Cliëntenraad Duinrede")
    window.set_person("Henk Terpstra", "Secretaris")
    window.set_counts({"today": 5, "advice": 1})
    window.set_saved(time(10, 42))
    window.resize(1280, 720)
    window.open_page(make())
    return window


def main() -> int:
    folder, *names = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    for look_name in ("light", "dark", "high_contrast"):
        for factor in (1.0, 2.0):
            theme.apply(app, look_name, factor)
            for name in names or PAGES:
                window = window_with(PAGES[name])
                window.show()
                settle(window)
                window.grab().save(f"{folder}/{name}-{look_name}-{factor * 100:.0f}.png")
                window.close()
                window.deleteLater()
    return 0


def settle(window: QWidget) -> None:
    """Let layouts and focus come to rest before the picture is taken."""
    for _ in range(5):
        QApplication.processEvents()
    window.update()


if __name__ == "__main__":
    sys.exit(main())
