"""Tag a treebank with taggers that never saw the sentence: what a reader's own text would get."""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from conllu import Tree  # noqa: E402
from train_tagger import train  # noqa: E402

from desktop.language.clauses import mend  # noqa: E402
from desktop.language.protect import protected  # noqa: E402
from desktop.language.tokens import Sentence  # noqa: E402

FOLDS = 5


def cross_tagged(trees: Sequence[Tree], epochs: int = 10) -> list[Sentence]:
    """Return *trees* as the engine sees them, each by a tagger trained on the other folds."""
    found: dict[int, Sentence] = {}
    for fold in range(FOLDS):
        kept = [tree for place, tree in enumerate(trees) if place % FOLDS != fold]
        tagger = train(kept, epochs)
        for place in range(fold, len(trees), FOLDS):
            sentence = Sentence(trees[place].text)
            sentence.tags = tagger.tag(sentence.words)
            mend(sentence)
            sentence.protected = protected(sentence)
            found[place] = sentence
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
    return [found[place] for place in range(len(trees))]
