"""Train the part-of-speech tagger of the language engine on a Dutch treebank.

    python tools/language/train_tagger.py FOLDER [--hold-out N] [--epochs 9]

FOLDER holds the .conllu files of UD_Dutch-Alpino and UD_Dutch-LassySmall (CC BY-SA 4.0); the
weights in resources/language/tagger.bin carry that licence. With --hold-out N every fifth sentence
from N on (N = 0 … 4) stays out and the accuracy on those is printed; nothing is written then.
The result is the same every time: the order of the sentences comes from a fixed seed.
"""

import argparse
import json
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from conllu import Tree, read, short_tag  # noqa: E402

from desktop.language.lexicon import word_class  # noqa: E402
from desktop.language.tagger import (  # noqa: E402
    Tagger,
    context_features,
    neighbour_features,
    next_state,
    word_features,
)

OUT = ROOT / "resources" / "language" / "tagger.bin"
SEED = 20261121
SCALE = 30  # weights are stored as whole numbers
LEAST = 5  # smaller weights (after scaling) are dropped
OFTEN = 12  # a word seen this often keeps to the tags it was seen with


class Perceptron:
    """Weights that move to the right tag after each mistake, and their average over time."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._totals: dict[tuple[str, str], float] = defaultdict(float)
        self._stamps: dict[tuple[str, str], int] = defaultdict(int)
        self._step = 0

    def best(self, features: Sequence[str], tags: Sequence[str]) -> str:
        """Return the tag with the highest score."""
        scores: dict[str, float] = defaultdict(float)
        for feature in features:
            for tag, weight in self.weights.get(feature, {}).items():
                scores[tag] += weight
        return max(tags, key=lambda tag: (scores[tag], tag))

    def learn(self, features: Sequence[str], right: str, given: str) -> None:
        """Move the weights when *given* is not *right*."""
        self._step += 1
        if right == given:
            return
        for feature in features:
            self._move(feature, right, 1.0)
            self._move(feature, given, -1.0)

    def _move(self, feature: str, tag: str, by: float) -> None:
        key = (feature, tag)
        weight = self.weights[feature].get(tag, 0.0)
        self._totals[key] += (self._step - self._stamps[key]) * weight
        self._stamps[key] = self._step
        self.weights[feature][tag] = weight + by

    def averaged(self) -> dict[str, dict[str, float]]:
        """Return the weights averaged over all steps: they do not hang on the last sentences."""
        result: dict[str, dict[str, float]] = {}
        for feature, row in self.weights.items():
            result[feature] = {
                tag: (self._totals[feature, tag] + (self._step - self._stamps[feature, tag]) * w)
                / self._step
                for tag, w in row.items()
            }
        return result


def known_words(trees: Sequence[Tree]) -> dict[str, list[str]]:
    """Return the frequent words with the tags they have; rare slips of the treebank left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for token in tree.tokens:
            counts[token.form.lower()][short_tag(token.xpos)] += 1
    found: dict[str, list[str]] = {}
    for word, tags in counts.items():
        total = sum(tags.values())
        if total >= OFTEN and not word_class(word).startswith(("i", "f", "d")):
            found[word] = [tag for tag, count in tags.items() if count > 0.004 * total]
    return found


def train(trees: Sequence[Tree], epochs: int) -> Tagger:
    """Return a tagger that learned from *trees*."""
    model = Perceptron()
    known = known_words(trees)
    tags = sorted({short_tag(token.xpos) for tree in trees for token in tree.tokens})
    order = list(trees)
    shuffle = random.Random(SEED)
    for _ in range(epochs):
        shuffle.shuffle(order)
        for tree in order:
            _learn(model, tree, known, tags)
    return _packed(model.averaged(), tags, known)


def _learn(model: Perceptron, tree: Tree, known: dict[str, list[str]], tags: list[str]) -> None:
    words = [token.form for token in tree.tokens]
    lower = [word.lower() for word in words]
    kinds = ["", "", *(word_class(word) for word in lower), "END", "END"]
    before, earlier, state = "START", "START", "m-"
    for place, word in enumerate(words):
        right = short_tag(tree.tokens[place].xpos)
        choices = known.get(lower[place], tags)
        if len(choices) == 1:
            given = choices[0]
        else:
            features = word_features(word, first=place == 0)
            for other, name in ((place + 1, "n"), (place - 1, "p")):
                if 0 <= other < len(words):
                    features += neighbour_features(words[other], name)
            around = (kinds[place], kinds[place + 2], kinds[place + 3], kinds[place + 4])
            for group in context_features((before, earlier, state, around)).values():
                features += group
            given = model.best(features, choices)
            model.learn(features, right, given)
        earlier, before = before, given
        state = next_state(state, lower[place], given)


def _packed(
    weights: dict[str, dict[str, float]], tags: list[str], known: dict[str, list[str]]
) -> Tagger:
    number = {tag: place for place, tag in enumerate(tags)}
    rows: dict[str, list[int]] = {}
    for feature in sorted(weights):
        row: list[int] = []
        for tag, weight in sorted(weights[feature].items()):
            value = round(weight * SCALE)
            if abs(value) >= LEAST:
                row += [number[tag], value]
        if row:
            rows[feature] = row
    choices = {word: [number[tag] for tag in known[word]] for word in sorted(known)}
    return Tagger(tags, rows, choices)


def accuracy(tagger: Tagger, trees: Sequence[Tree]) -> tuple[float, dict[str, tuple[float, float]]]:
    """Return the share of right tags, and precision and recall per tag."""
    right, given, hits = Counter[str](), Counter[str](), Counter[str]()
    for tree in trees:
        for token, tag in zip(tree.tokens, tagger.tag([t.form for t in tree.tokens]), strict=True):
            gold = short_tag(token.xpos)
            right[gold] += 1
            given[tag] += 1
            hits[gold] += gold == tag
    tags = {tag: (hits[tag] / max(1, given[tag]), hits[tag] / right[tag]) for tag in right}
    return sum(hits.values()) / sum(right.values()), tags


def treebank(folder: Path) -> list[Tree]:
    """Return all sentences of the .conllu files in *folder*."""
    return [tree for path in sorted(folder.glob("*.conllu")) for tree in read(path)]


def save(tagger: Tagger, path: Path) -> None:
    """Write the weights: JSON, compressed."""
    content = {
        "tags": tagger.tags,
        "weights": {key: list(row) for key, row in tagger.weights.items()},
        "known": tagger.known,
    }
    path.write_bytes(zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 9))


def main() -> None:
    """Train, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--hold-out", type=int, default=None)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    trees = treebank(options.folder)
    if options.hold_out is None:
        tagger = train(trees, options.epochs)
        save(tagger, options.out)
        print(f"{len(tagger.weights)} features, {options.out.stat().st_size / 1e6:.2f} MB")
        return
    kept = [tree for place, tree in enumerate(trees) if place % 5 != options.hold_out]
    held = [tree for place, tree in enumerate(trees) if place % 5 == options.hold_out]
    tagger = train(kept, options.epochs)
    if options.out != OUT:
        save(tagger, options.out)
    share, tags = accuracy(tagger, held)
    print(f"accuracy {share:.4f}")
    for tag, (precision, recall) in sorted(tags.items()):
        print(f"  {tag:5} P {precision:.3f} R {recall:.3f}")


if __name__ == "__main__":
    main()
