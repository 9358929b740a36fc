"""Fit the sum that stands in for the longest dependency of a sentence in the LiNT estimate.

    python tools/language/fit_distance.py FOLDER

FOLDER holds the .conllu files (see train_tagger.py). Ridge regression of the true longest
distance on the features of `desktop.language.difficulty`, with tags of taggers that did
not see the sentence. Writes the weights into resources/language/lint.toml.
"""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from cross import cross_tagged
from gold import longest_distance
from train_tagger import treebank

from desktop.language.difficulty import distance_features

OUT = Path(__file__).resolve().parents[2] / "resources" / "language" / "lint.toml"
PENALTY = 20.0


def ridge(rows: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    """Return the weights; the first feature is the constant and is not held back."""
    size = len(rows[0])
    spread = [_spread([row[place] for row in rows]) for place in range(size)]
    scaled = [[row[place] / spread[place] for place in range(size)] for row in rows]
    matrix = [[sum(row[a] * row[b] for row in scaled) for b in range(size)] for a in range(size)]
    for place in range(1, size):
        matrix[place][place] += PENALTY
    right = [
        sum(row[place] * value for row, value in zip(scaled, wanted, strict=True))
        for place in range(size)
    ]
    return [weight / spread[place] for place, weight in enumerate(_solve(matrix, right))]


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5 or 1.0


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x with matrix·x = right, by Gauss with the largest pivot."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(size):
        pivot = max(range(place, size), key=lambda row: abs(table[row][place]))
        table[place], table[pivot] = table[pivot], table[place]
        for row in range(size):
            if row != place:
                factor = table[row][place] / table[place][place]
                table[row] = [a - factor * b for a, b in zip(table[row], table[place], strict=True)]
    return [table[place][size] / table[place][place] for place in range(size)]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    trees = treebank(parser.parse_args().folder)
    rows = [distance_features(sentence) for sentence in cross_tagged(trees)]
    weights = ridge(rows, [longest_distance(tree) for tree in trees])
    line = "weights = [" + ", ".join(f"{weight:.5f}" for weight in weights) + "]"
    OUT.write_text(re.sub(r"weights = \[.*?\]", line, OUT.read_text("utf-8"), flags=re.S), "utf-8")
    print(line)


if __name__ == "__main__":
    main()
