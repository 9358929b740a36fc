"""Documents as the council makes them; council, people and figures are invented."""

from datetime import datetime
from io import BytesIO

from PIL import Image

from desktop.documents.document import (
    Box,
    Cell,
    Document,
    Facts,
    Figure,
    Heading,
    Letterhead,
    ListBlock,
    Pairs,
    Paragraph,
    Run,
    Table,
    Title,
    Together,
    runs,
)

COUNCIL = "Cliëntenraad Duinrede"
MADE = datetime(2026, 3, 20, 13, 30)


def _p(text: str, role: str = "body") -> Paragraph:
    return Paragraph(runs(text), role)  # pyright: ignore[reportArgumentType]


def _advice(title: str, what: str, who: str, when: str, why: str) -> Together:
    given = (("Wat", what), ("Wie", who), ("Wanneer", when), ("Waarom", why))
    return Together((Heading(title, 2), Pairs(tuple((label, runs(text)) for label, text in given))))


def letter(size: str = "print") -> Document:
    """An advice letter of two to four pages."""
    head = Letterhead(
        COUNCIL,
        ("Postbus 12, 1999 DR  DUINREDE",),
        ("post@raadduinrede.example",),
        (
            "Aan het college van burgemeester",
            "en wethouders van Duinrede",
            "t.a.v. de heer D. Hofstee, wethouder",
            "Postbus 1",
            "1999 AA  DUINREDE",
        ),
    )
    subject = "Advies over de regels voor bijzondere bijstand"
    blocks = (
        Facts(
            (
                ("Ons kenmerk", "CR-2026-04"),
                ("Datum", "20 maart 2026"),
                ("Uw brief", "2 maart 2026, Z/26/00417"),
                ("Bijlagen", "2"),
            )
        ),
        Title(subject, "Betreft"),
        _p("Geacht college,", "salutation"),
        _p(
            "U vroeg ons op 2 maart om advies over de nieuwe regels voor bijzondere bijstand. "
            "Wij vinden het goed dat u de regels eenvoudiger wilt maken. Wij kregen 28 dagen voor "
            "dit advies. Afgesproken is 42 dagen (werkafspraak 2)."
        ),
        Box(
            "Ons advies in het kort",
            (
                runs("Geef een wasmachine of koelkast als gift, niet als lening."),
                runs("Zet alle kosten op één lijst van één bladzijde."),
                runs("Bied hulp bij het formulier, ook bij mensen thuis."),
            ),
        ),
        Heading("Wat goed gaat"),
        _p(
            "De folder van vorig jaar is duidelijk. Vier inwoners vonden daarmee hulp. "
            "Houd de folder, ook met de nieuwe regels."
        ),
        Heading("Wat inwoners ons vertellen"),
        _p(
            "Wij spraken in januari met negentien inwoners. Zeven van hen vroegen niets aan: het "
            "formulier was te moeilijk. Vijf inwoners hebben nu een lening voor een wasmachine. "
            "Een van hen zei:"
        ),
        _p("‘Ik betaal elke maand 40 euro terug. Dat was mijn geld voor fruit.’", "quote"),
        _p("Met jongeren tot 23 jaar spraken wij nog niet. Dat doen wij in mei."),
        Heading("Onze drie adviezen"),
        _advice(
            "Advies 1. Maak van de lening een gift",
            "Geef een wasmachine, koelkast of bed als gift.",
            "Het college, in artikel 6 van de beleidsregels.",
            "Vanaf 1 juli 2026.",
            "Wie een lening afbetaalt, houdt jaren te weinig over. Vijf inwoners zeiden ons dat.",
        ),
        _advice(
            "Advies 2. Maak één lijst van één bladzijde",
            "Zet alle kosten waarvoor iemand geld kan krijgen op één lijst, in gewone taal.",
            "De afdeling Inkomen, samen met twee leden van onze raad.",
            "Vóór 1 juni 2026.",
            "Inwoners weten nu niet wat zij mogen vragen.",
        ),
        _advice(
            "Advies 3. Bied hulp bij het formulier",
            "Help mensen bij het invullen, op het spreekuur en thuis.",
            "De sociale wijkteams.",
            "Vanaf 1 september 2026.",
            "Zeven van de negentien vroegen niets aan, omdat het formulier te moeilijk was.",
        ),
        Heading("Wat wij van u vragen"),
        Paragraph(
            (
                Run("Schrijf ons "),
                Run("vóór 1 mei 2026", bold=True),
                Run(" per advies wat u doet, en waarom. Meer over ons leest u op "),
                Run("onze website", link="https://raadduinrede.example/advies"),
                Run(". Vraag ons de volgende keer 42 dagen vooraf, zoals afgesproken."),
            )
        ),
        Together(
            (
                _p(
                    "De raad besloot dit op 19 maart 2026: 6 stemmen voor, 1 onthouding. Eén lid "
                    "vindt een lening zonder rente beter dan een gift."
                ),
                _p("Met vriendelijke groet,\nnamens de Cliëntenraad Duinrede,", "closing"),
                _p("Marijke Vos\nvoorzitter", "signature"),
                _p("Henk Terpstra\nsecretaris", "signature"),
            )
        ),
        Pairs(
            (
                (
                    "Bijlagen",
                    runs("1. Wat negentien inwoners vertelden\n2. Voorbeeld van de lijst"),
                ),
                ("Afschrift", runs("de gemeenteraad van Duinrede")),
            )
        ),
    )
    return Document(
        subject,
        blocks,
        COUNCIL,
        f"{COUNCIL}, CR-2026-04",
        head,
        size=size,  # pyright: ignore[reportArgumentType]
        reference="CR-2026-04",
        made=MADE,
    )


def agenda(size: str = "print") -> Document:
    """An agenda: pairs, one table, a list of papers."""

    def row(
        time: str, title: str, question: str, aim: str, who: str, paper: str
    ) -> tuple[Cell, ...]:
        return (
            Cell(runs(time)),
            Cell(runs(question), title),
            *(Cell(runs(text)) for text in (aim, who, paper)),
        )

    rows = (
        row("13.30", "1. Opening", "", "weten", "Marijke", ""),
        row("13.35", "2. Agenda vaststellen", "", "besluiten", "Marijke", ""),
        row("13.40", "3. Verslag van 12 februari", "Klopt het verslag?", "besluiten", "Henk", "3"),
        row("13.50", "4. Acties en toezeggingen", "Wat lukt niet?", "weten", "Henk", "4"),
        row(
            "14.00",
            "5. Advies bijzondere bijstand",
            "Sturen wij deze brief?\nWilt u iets veranderen?",
            "besluiten",
            "Fatima",
            "5a, 5b",
        ),
        row("14.40", "Pauze", "", "", "", ""),
        row(
            "14.50", "6. Taxipas: nog geen antwoord", "Bellen of wachten?", "meningen", "Joop", "6"
        ),
        row("15.20", "8. Rondvraag en sluiting", "", "weten", "Marijke", ""),
    )
    blocks = (
        Title("Agenda", subtitle="Vergadering van donderdag 19 maart 2026"),
        Pairs(
            (
                ("Waar", runs("Wijkcentrum De Boei, zaal 2. Meedoen via Teams kan ook.")),
                ("Wanneer", runs("13.30 tot 15.30 uur. De zaal is open vanaf 13.15 uur.")),
                (
                    "Kunt u niet?",
                    runs("Laat het Henk weten vóór 18 maart. Een reden is niet nodig."),
                ),
            )
        ),
        Table(("Tijd", "Punt en vraag aan u", "Doel", "Wie", "Stuk"), rows, (16, 74, 26, 20, 14)),
        Heading("Stukken bij deze agenda"),
        ListBlock(
            (runs("Verslag van 12 februari (3 bladzijden)"), runs("Actielijst (1 bladzijde)"))
        ),
        _p("De volgende vergadering is op donderdag 16 april 2026."),
    )
    return Document(
        "Agenda 19 maart 2026",
        blocks,
        COUNCIL,
        f"{COUNCIL}, agenda 19 maart 2026",
        size=size,  # pyright: ignore[reportArgumentType]
        made=MADE,
    )


def minutes() -> Document:
    """Minutes: attendance, items, outcomes, adoption lines."""
    members = (
        ("Marijke Vos", "voorzitter", "ja"),
        ("Henk Terpstra", "secretaris, verslag", "ja"),
        ("Fatima El Idrissi", "lid", "ja"),
        ("Łukasz Öztürk-Şahin", "lid", "vanaf punt 3"),
        ("Cor Stam", "lid", "nee, zonder bericht"),
    )
    rows = tuple(tuple(Cell(runs(text)) for text in member) for member in members)
    blocks = (
        Title(
            "Verslag",
            subtitle="Vergadering van donderdag 19 maart 2026, 13.30 tot 15.34 uur, De Boei\n"
            "Concept: nog niet vastgesteld",
        ),
        Table(("Naam", "Rol", "Aanwezig"), rows, (54, 52, 44)),
        _p("Zeven van de tien leden zijn er. Dat is genoeg om te besluiten."),
        Heading("1. Opening", item=True),
        _p("Marijke opent de vergadering om 13.30 uur. Zij heet Daan welkom."),
        Together(
            (
                Heading("3. Verslag van 12 februari", item=True),
                _p("Bij punt 4 staat ‘Smid’. Dat moet ‘Smit’ zijn."),
                Pairs(
                    (("Besluit 2026-06", runs("Het verslag is vastgesteld met deze wijziging.")),),
                    "outcome",
                ),
            )
        ),
        Together(
            (
                Heading("5. Advies bijzondere bijstand", item=True),
                _p(
                    "Fatima licht het concept toe. De leden willen bij advies 3 ook hulp thuis. "
                    "Dat staat nu in de brief. Niemand heeft een eigen belang bij dit punt."
                ),
                Pairs(
                    (
                        (
                            "Besluit 2026-07",
                            runs("De raad neemt het advies aan en stuurt het op 20 maart."),
                        ),
                        ("Stemming", runs("6 voor, 0 tegen, 1 onthouding. Zeven leden stemden.")),
                        (
                            "Andere mening",
                            runs(
                                "Joop vroeg dit op te schrijven: een lening zonder rente is beter "
                                "dan een gift. Dan blijft er meer over voor anderen."
                            ),
                        ),
                        ("Actie 44", runs("Fatima vertelt de inwoners wat wij adviseren.")),
                    ),
                    "outcome",
                ),
            )
        ),
        Heading("Vaststelling", item=True),
        Pairs(
            (("Vastgesteld op", runs("_" * 30)), ("Wijzigingen", runs("geen / deze: " + "_" * 40)))
        ),
        _p("Marijke Vos, voorzitter", "signature"),
        _p("Henk Terpstra, secretaris", "signature"),
    )
    return Document(
        "Verslag 19 maart 2026",
        blocks,
        COUNCIL,
        f"{COUNCIL}, verslag 19 maart 2026",
        state="concept",
        made=MADE,
    )


def sheet(size: str = "large") -> Document:
    """The members' sheet: questions and hard words."""
    blocks = (
        Title("Ledenblad", subtitle="Vergadering van donderdag 19 maart"),
        Pairs(
            (
                ("Waar", runs("De Boei, zaal 2")),
                ("Wanneer", runs("13.30 tot 15.30 uur")),
                ("Niet erbij?", runs("Laat het Henk weten.")),
            )
        ),
        Heading("Wat vragen wij u?"),
        ListBlock(
            tuple(
                (Run(title, bold=True), Run(rest))
                for title, rest in (
                    ("Advies bijzondere bijstand", " (punt 5)\nSturen wij deze brief?"),
                    ("Taxipas", " (punt 6)\nEr is nog geen antwoord. Wat doen wij nu?"),
                    ("Avond met jongeren", " (punt 7)\nWie kent jongeren die willen praten?"),
                )
            ),
            ordered=True,
        ),
        Heading("Moeilijke woorden"),
        Pairs(
            (
                (
                    "Bijzondere bijstand",
                    runs(
                        "Geld van de gemeente voor kosten die u moet maken, maar niet kunt betalen."
                    ),
                ),
                ("Beleidsregels", runs("Hierin staat hoe de gemeente beslist.")),
                ("Taxipas", runs("Een pas voor goedkoper reizen met een taxi.")),
            ),
            "word",
        ),
    )
    return Document(
        "Ledenblad 19 maart",
        blocks,
        COUNCIL,
        f"{COUNCIL}, 19 maart 2026",
        size=size,  # pyright: ignore[reportArgumentType]
        made=MADE,
    )


def report() -> Document:
    """A page with figures: a picture, right-aligned counts, a table that stays together."""
    out = BytesIO()
    Image.new("RGB", (600, 150), "#0F5F5A").save(out, "PNG")
    counts = (
        ("Overgenomen", "11", "46%"),
        ("Niet, met reden", "4", "17%"),
        ("Samen", "24", "100%"),
    )
    table = Table(
        ("Antwoord", "Aantal", "Deel van 24"),
        tuple(tuple(Cell(runs(text)) for text in row) for row in counts),
        (84, 27, 39),
        right_aligned=(1, 2),
        caption="Tabel 1. Antwoorden van het college",
    )
    blocks = (
        Title("Wat wij deden in 2025", subtitle="Jaarverslag van de Cliëntenraad Duinrede"),
        _p("Een jaar in cijfers, per advies.", "lead"),
        Heading("Wat deed het college met onze adviezen?"),
        _p("Van onze 24 aanbevelingen nam het college er 11 helemaal over."),
        Figure(out.getvalue(), "Staaf: 11 van 24 overgenomen.", 120, "Figuur 1. Antwoorden, 2025"),
        Together((Heading("De cijfers", 2), table, _p("Eigen telling van de raad.", "note"))),
        table,
        table,
        Heading("Wie hoorden wij niet?", 2),
        Paragraph(
            (
                Run("Wij spraken "),
                Run("bijna geen", bold=True),
                Run(" jongeren. Zie "),
                Run("Meedoen in Duinrede", italic=True),
                Run(" op "),
                Run("de site van de gemeente", link="https://duinrede.example/meedoen?jaar=2025"),
                Run(" ✓ → ≤."),
            )
        ),
    )
    return Document(
        "Wat wij deden in 2025", blocks, COUNCIL, f"{COUNCIL}, jaarverslag 2025", made=MADE
    )


def everything() -> tuple[tuple[str, Document], ...]:
    """All samples, each with a name for its file."""
    return (
        ("brief", letter()),
        ("brief-groot", letter("large")),
        ("agenda", agenda()),
        ("agenda-groot", agenda("large")),
        ("verslag", minutes()),
        ("ledenblad", sheet()),
        ("cijfers", report()),
        ("boekje", sheet("booklet")),
        ("boekje-agenda", agenda("booklet")),
    )
