"""The LiNT-II score of sentences whose true parse is known, to measure the estimate against."""

from dataclasses import dataclass
from pathlib import Path

from conllu import Tree
from gold import longest_distance
from pyarrow import parquet

# lint-ii 0.1.3 with nl_core_news_lg 3.7.0 and the noun list of 20260420 (EUPL-1.2).
CONSTANT, FREQUENCY, DISTANCE, DENSITY, CONCRETE = -4.30221, 17.31407, -1.62406, -2.54223, 15.95189
UNKNOWN = 1.359228547196266


@dataclass(frozen=True)
class Counts:
    """Per sentence: log frequencies, longest distance, content words per verb, noun kinds."""

    frequencies: tuple[float, ...]
    distance: float | None
    density: float | None
    kinds: tuple[str, ...]


class Reference:
    """LiNT-II's own tables, read from the unpacked wheel."""

    def __init__(self, folder: Path) -> None:
        rows = parquet.read_table(folder / "subtlex_wordfreq.parquet").to_pylist()
        self.zipf = {row["word"]: row["word_count"] for row in rows}
        rows = parquet.read_table(folder / "nouns_sem_types_20260420.parquet").to_pylist()
        self.nouns = {row["word"]: row for row in rows}
        rows = parquet.read_table(folder / "subtlex_wordfreq_skiplist.parquet").to_pylist()
        self.skipped = {row["word"].strip() for row in rows}
        rows = parquet.read_table(folder / "manner_adverbs_20251017.parquet").to_pylist()
        self.adverbs = {row["adverb"].strip() for row in rows}

    def counts(self, tree: Tree) -> Counts:
        """Return the four counts of *tree*."""
        frequencies: list[float] = []
        kinds: list[str] = []
        content = finite = 0
        for token in tree.tokens:
            word, lemma = token.form.lower(), token.lemma.lower().replace("_", "")
            finite += "WW|pv" in token.xpos
            if token.upos in ("NOUN", "PROPN"):
                row = self.nouns.get(word) or self.nouns.get(lemma)
                if row:
                    kinds.append(row["super_sem_type"])
            if "TW" in token.xpos or token.relation == "cop":
                continue
            if token.upos not in ("NOUN", "PROPN", "VERB", "ADJ") and word not in self.adverbs:
                continue
            content += 1
            if token.upos == "PROPN" or word in self.skipped or lemma in self.skipped:
                continue
            if token.upos == "NOUN" and word in self.nouns:
                word = self.nouns[word]["head"] or word
            frequencies.append(self.zipf.get(word, UNKNOWN))
        long_enough = sum(1 for token in tree.tokens if token.upos != "PUNCT") > 1
        return Counts(
            tuple(frequencies),
            longest_distance(tree) if long_enough else None,
            content / finite if finite else None,
            tuple(kinds),
        )


def score(counts: list[Counts]) -> float | None:
    """Return the LiNT-II score of the sentences with *counts*, or None."""
    frequencies = [value for count in counts for value in count.frequencies]
    distances = [count.distance for count in counts if count.distance is not None]
    densities = [count.density for count in counts if count.density is not None]
    kinds = [kind for count in counts for kind in count.kinds]
    if not (frequencies and distances and densities and kinds):
        return None
    easy = (
        CONSTANT
        + FREQUENCY * sum(frequencies) / len(frequencies)
        + DISTANCE * sum(distances) / len(distances)
        + DENSITY * sum(densities) / len(densities)
        + CONCRETE * kinds.count("concrete") / len(kinds)
    )
    return min(100.0, max(0.0, 100 - easy))
