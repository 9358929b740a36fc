"""Give a Dutch word the form of another: verbs, plurals, and the -e of an adjective."""

from functools import cache, lru_cache

from desktop.language.hashed import hashed_table
from desktop.language.lexicon import PARTICLES, VerbForms, frequency, verbs

_VOWELS = frozenset("aeiouyëïéáóöü")
_LONG = ("aa", "ee", "oo", "uu", "ie", "ei", "ij", "oe", "eu", "ui", "au", "ou")
_NO_GE = ("be", "ge", "her", "ont", "ver", "er")
_MAY_STAY = frozenset({"onder", "over", "weer", "vol", "door", "om", "voor", "her", "mis"})
_VOICELESS = frozenset("tkfschpx")
_IRREGULAR_PLURALS = {
    "criterium": "criteria",
    "gebied": "gebieden",
    "stad": "steden",
    "lid": "leden",
    "kind": "kinderen",
    "medium": "media",
    "pilot": "pilots",
    "recht": "rechten",
    "verdieping": "verdieping",  # the plural means floors of a building
}
_PLURAL_ENDINGS = (
    ("a", "a's"),
    ("o", "o's"),
    ("u", "u's"),
    ("y", "y's"),
    ("ie", "ieën"),
    ("um", "a"),
    ("us", "i"),
    ("e", "en"),
)
_S_PLURALS = ("el", "er", "em", "en", "erd", "aar", "ie", "e", "ier")


def stem(infinitive: str) -> str:
    """Return the form that goes with *ik*: ``maken`` gives ``maak``, ``plannen`` gives ``plan``."""
    if not infinitive.endswith("en") or len(infinitive) < 4:
        return infinitive[:-1] if infinitive.endswith("n") else infinitive
    base = infinitive[:-2]
    if len(base) > 2 and base[-1] == base[-2] and base[-1] not in _VOWELS:
        return base[:-1]
    if base.endswith(("ë", "ï")):
        return base[:-1] + ("e" if base.endswith("ë") else "i")
    if base.endswith(("iër", "eër")):
        return base[:-2] + ("eer" if base[-3] == "i" else "ëer")
    if _opens(base):
        base = base[:-1] + base[-2] + base[-1]
    return base[:-1] + {"v": "f", "z": "s"}.get(base[-1], base[-1])


def _opens(base: str) -> bool:
    """Tell whether the vowel before the last consonant is long and must be doubled."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-2] not in "aeou":
        return False
    if base[-3:-1] in _LONG or base[-3] in _VOWELS - {"ë", "ï", "i", "u"}:
        return False
    unstressed = base.endswith(("el", "er", "en", "em", "ig")) and not base.endswith(
        ("eer", "iter", "icer", "iger", "iser", "inter", "iver", "ier", "ëer", "uer", "uler")
    )
    return not unstressed or base.endswith("er")


@lru_cache(maxsize=4096)
def conjugate(infinitive: str) -> VerbForms:
    """Return the forms of a verb: from the table, else by the rules for regular verbs."""
    known = verbs().get(infinitive)
    if known is not None:
        return known
    for particle in sorted(PARTICLES, key=len, reverse=True):
        rest = infinitive[len(particle) :]
        if infinitive.startswith(particle) and rest in verbs():
            form = verbs()[rest]
            forms = VerbForms(infinitive, *(particle + part for part in form[1:]))
            return _inseparable(forms) if particle in _MAY_STAY else forms
    base = stem(infinitive)
    dental = "t" if infinitive[-3:-2] in _VOICELESS else "d"
    participle = base if base.endswith(dental) else base + dental
    if not infinitive.startswith(_NO_GE):
        participle = "ge" + participle
        if participle.startswith("gei"):
            participle = "geï" + participle[3:]
        elif participle.startswith("gee") and not participle.startswith("geei"):
            participle = "geë" + participle[3:]
    he = base if base.endswith("t") else base + "t"
    return VerbForms(infinitive, base, he, base + dental + "e", base + dental + "en", participle)


def _inseparable(forms: VerbForms) -> VerbForms:
    """Return *forms* with the participle that people use: *onderbouwd*, not *ondergebouwd*."""
    together = forms.participle.replace("ge", "", 1)
    if frequency(forms.participle) > frequency(together):
        return forms
    return forms._replace(participle=together)


def split_verb(infinitive: str) -> tuple[str, str]:
    """Return (particle, verb) of a verb that falls apart, such as *aanvangen*; else ("", verb)."""
    for particle in sorted(PARTICLES, key=len, reverse=True):
        rest = infinitive[len(particle) :]
        if not infinitive.startswith(particle) or rest not in verbs() or len(rest) < 4:
            continue
        participle = conjugate(infinitive).participle
        if participle.startswith(particle + "ge") or verbs()[rest].participle == rest:
            return particle, rest
    return "", infinitive


@cache
def inflected(adjective: str) -> str:
    """Return the adjective with -e: ``groot`` gives ``grote``, ``stil`` gives ``stille``."""
    if adjective.endswith(("e", "en", "a", "o")) or " " in adjective:
        return adjective
    last, before = adjective[-1], adjective[-2:-1]
    if adjective[-3:-1] in ("aa", "ee", "oo", "uu") and last not in _VOWELS:
        shorter = adjective[:-2] + last
        return shorter[:-1] + {"f": "v", "s": "z"}.get(last, last) + "e"
    if last not in _VOWELS and before in _VOWELS and adjective[-3:-1] not in _LONG:
        doubled = adjective + last + "e"
        if frequency(doubled) > frequency(adjective + "e"):
            return doubled
    if last in "fs" and adjective[-3:-1] in _LONG:
        return adjective[:-1] + {"f": "ve", "s": "ze"}[last]
    if last in "fs" and frequency(adjective[:-1] + {"f": "ve", "s": "ze"}[last]) > 2:
        return adjective[:-1] + {"f": "ve", "s": "ze"}[last]
    return adjective + "e"


@cache
def compared(adjective: str) -> str:
    """Return the adjective as it compares: ``effectief`` gives ``effectiever``."""
    if adjective.endswith("r"):
        return adjective + "der"
    long = inflected(adjective)
    return long + "r" if long.endswith("e") else adjective


def plurals(noun: str) -> tuple[str, ...]:
    """Return every plural *noun* could have; a wrong one is no word and matches nothing."""
    if noun in _IRREGULAR_PLURALS:
        return (_IRREGULAR_PLURALS[noun],)
    if noun.endswith("heid"):
        return (noun[:-4] + "heden",)
    if noun.endswith("ee"):
        return (noun + "ën",)
    if noun.endswith("ing"):
        return (noun + "en",)
    forms = [noun + "s", noun + "en"]
    forms += [
        noun[: len(noun) - len(ending)] + plural_ending
        for ending, plural_ending in _PLURAL_ENDINGS
        if noun.endswith(ending)
    ]
    last = noun[-1:]
    if len(noun) > 3 and last not in _VOWELS:
        if noun[-3:-1] in ("aa", "ee", "oo", "uu"):
            base = noun[:-2] + last
            forms.append(base[:-1] + {"f": "v", "s": "z"}.get(last, last) + "en")
        else:
            forms.append(noun + last + "en")
        if last in "fs":
            forms.append(noun[:-1] + {"f": "ven", "s": "zen"}[last])
    return tuple(dict.fromkeys(forms))


@cache
def plural(noun: str) -> str:
    """Return the plural of *noun* that people use most; the noun itself when it has none."""
    known = hashed_table("language/nouns.bin").get(noun)
    if known is not None and known[0] & 4:
        return noun  # a plural already: "regels"
    forms = plurals(noun)
    best = max(forms, key=frequency)
    if frequency(best) > 0:
        return best
    if noun.endswith(_S_PLURALS):
        return noun + "s"
    doubled = noun[-3:-2] not in _VOWELS and noun[-2:-1] in _VOWELS
    return forms[-1] if doubled else forms[min(1, len(forms) - 1)]


def verb_place(words: list[str]) -> int | None:
    """Return which of *words* is the infinitive of a phrase such as ``rekening houden met``."""
    for place in range(len(words) - 1, -1, -1):
        if words[place] in verbs() or conjugate_known(words[place]):
            return place
    return None


def conjugate_known(word: str) -> bool:
    """Tell whether *word* is a verb of the table with a particle before it."""
    return any(
        word.startswith(particle) and word[len(particle) :] in verbs() for particle in PARTICLES
    )


def conjugated(phrase: str, form: str, *, last: bool = False) -> str:
    """Return the verb phrase in *form* ("i", "he", "past", "pasts", "participle", "infinitive").

    A finite verb comes first (``houdt rekening met``) unless it stands *last* in its clause.
    """
    words = phrase.split()
    place = verb_place(words)
    if place is None or form == "infinitive":
        return phrase
    verb = words[place]
    wanted: str = getattr(conjugate(verb), form)
    if form == "participle" or last:
        return " ".join([*words[:place], wanted, *words[place + 1 :]])
    particle, rest = split_verb(verb)
    if particle:
        wanted = getattr(conjugate(rest), form)
        return " ".join([wanted, *words[:place], *words[place + 1 :], particle])
    return " ".join([wanted, *words[:place], *words[place + 1 :]])
