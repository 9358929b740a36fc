"""Measure the language engine on the development data and write docs/language-quality.md.

    python tools/language/quality.py --treebank FOLDER --dev FOLDER --lint-ii FOLDER

The folders hold: the .conllu files (see train_tagger.py); labelled_dev.json,
amsterdam_pairs_dev.csv and lint2_reference_docs.json; lint-ii's unpacked tables (see
build_lexicons.py; needs pyarrow). Takes some minutes: five taggers are trained, so that no sentence
is judged by a tagger that learned from it.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from cross import cross_tagged
from gold import passive, tang_pairs
from lint_reference import Counts, Reference, score
from train_tagger import treebank

from desktop.language import Hint, analyse
from desktop.language.clauses import WORDEN
from desktop.language.difficulty import measure
from desktop.language.facts import Facts, Sums
from desktop.language.passive import passive_pairs
from desktop.language.score import level, lint
from desktop.language.tang import pairs
from desktop.language.tokens import Sentence

OUT = Path(__file__).resolve().parents[2] / "docs" / "language-quality.md"
TEMPLATE = Path(__file__).parent / "quality_template.md"
WORD_KINDS = ("difficult_word", "jargon", "abbreviation")
LABELS = {"passive": "passive", "tang": "tang", "nominal_style": "nominal", "long": "long_sentence"}


@dataclass
class Tally:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, wanted: bool, given: bool) -> None:
        """Count one case."""
        self.right += wanted and given
        self.wrong += given and not wanted
        self.missed += wanted and not given

    def cells(self) -> str:
        """Return number, precision and recall as cells of a table."""
        number = self.right + self.missed
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, number)
        return f"{number} | {precision:.3f} | {recall:.3f}"


def tagged_rows(trees: Sequence, sentences: Sequence[Sentence]) -> list[str]:
    """Return the rows on passives and tangs in the treebank."""
    tallies = {name: Tally() for name in ("*worden*-passive", "any passive", "tang ≥ 7 words")}
    for tree, sentence in zip(trees, sentences, strict=True):
        found = passive_pairs(sentence)
        worden = any(sentence.lower[verb] in WORDEN for verb, _ in found)
        tallies["*worden*-passive"].add(passive(tree, only_worden=True), worden)
        tallies["any passive"].add(passive(tree), bool(found))
        tallies["tang ≥ 7 words"].add(bool(tang_pairs(tree)), bool(pairs(sentence)))
    return [f"| {name} | {tally.cells()} |" for name, tally in tallies.items()]


def facts(sentence: Sentence) -> Facts:
    """Return the facts of a tagged sentence, as the engine makes them."""
    return Facts(words=sentence.count_words(), counted=True, **measure(sentence)._asdict())


def lint_rows(
    trees: Sequence, sentences: Sequence[Sentence], reference: Reference
) -> Iterable[str]:
    """Give the rows on the LiNT estimate, per size of chunk."""
    true: list[Counts] = [reference.counts(tree) for tree in trees]
    ours = [facts(sentence) for sentence in sentences]
    for size in (5, 15, 30):
        wanted, given = [], []
        for start in range(0, len(trees) - size, size):
            right = score(true[start : start + size])
            estimate = lint(Sums.of(ours[start : start + size]))
            if right is not None and estimate is not None:
                wanted.append(right)
                given.append(estimate)
        errors = [abs(a - b) for a, b in zip(wanted, given, strict=True)]
        same = [level(a) == level(b) for a, b in zip(wanted, given, strict=True)]
        near = [abs(level(a) - level(b)) < 2 for a, b in zip(wanted, given, strict=True)]
        tail = sorted(errors)[int(0.9 * len(errors))]
        yield (
            f"| {size} | {len(wanted)} | {_correlation(wanted, given):.3f} | {fmean(errors):.1f} |"
            f" {tail:.1f} | {fmean(same):.0%} | {fmean(near):.0%} |"
        )


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    a, b = fmean(one), fmean(other)
    top = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    return top / (sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other)) ** 0.5


def document_rows(path: Path) -> Iterable[str]:
    """Give a row per document whose real LiNT-II score was published."""
    for document in json.loads(path.read_text("utf-8"))["docs"]:
        lines = [
            " ".join(
                token.capitalize() if "eigen" in tag else token
                for token, tag in zip(sentence["tokens"], sentence["tags"], strict=True)
            )
            for sentence in document["sentences"]
        ]
        found = analyse("\n".join(line[:1].upper() + line[1:] for line in lines)).score
        right = document["score"]
        yield (
            f"| {document['doc']} | {right:.1f} (level {document['level']}) |"
            f" {found.lint} (level {found.level}) |"
        )


def labelled_rows(path: Path) -> Iterable[str]:
    """Give the rows on the sentences labelled by hand."""
    sentences = json.loads(path.read_text("utf-8"))["sentences"]
    text = "\n".join(sentence["text"] for sentence in sentences)
    hints = analyse(text).hints
    tallies = {label: Tally() for label in LABELS}
    words = Tally()
    start = 0
    for sentence in sentences:
        start = text.index(sentence["text"], start)
        here = [hint for hint in hints if start <= hint.start < start + len(sentence["text"])]
        for label, kind in LABELS.items():
            tallies[label].add(sentence[label], any(hint.kind == kind for hint in here))
        _count_words(words, here, [word.lower() for word in sentence["jargon"]])
    for label, tally in tallies.items():
        yield f"| {label} | {tally.cells()} |"
    yield f"| difficult words, jargon, short forms (per word) | {words.cells()} |"


def _count_words(tally: Tally, hints: Sequence[Hint], wanted: Sequence[str]) -> None:
    given = [hint.text.lower() for hint in hints if hint.kind in WORD_KINDS]
    same: Callable[[str, str], bool] = lambda a, b: a in b or b in a  # noqa: E731
    tally.missed += sum(1 for word in wanted if not any(same(word, one) for one in given))
    tally.right += sum(1 for one in given if any(same(word, one) for word in wanted))
    tally.wrong += sum(1 for one in given if not any(same(word, one) for word in wanted))


def city_part(path: Path) -> list[str]:
    """Return the lines on texts that a city's editors made plainer."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            before[row["Document ID"]].append(row["Complex"])
            after[row["Document ID"]].append(row["Simple"])
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    words = [0, 0]
    easier = scored = 0
    for name in before:
        results = [analyse("\n".join(side[name])) for side in (before, after)]
        for place, result in enumerate(results):
            counts[place].update(hint.kind for hint in result.hints)
            words[place] += len(result.text.split())
        old, new = (result.score.lint for result in results)
        if old is not None and new is not None:
            scored += 1
            easier += new < old
    lines = [f"| {kind} | {counts[0][kind]} | {counts[1][kind]} |" for kind in sorted(counts[0])]
    total = [25 * sum(counts[place].values()) / words[place] for place in (0, 1)]
    return [
        "| hint | before | after |",
        "|---|---|---|",
        *lines,
        f"| **all, per 25 words** | {total[0]:.2f} | {total[1]:.2f} |",
        "",
        f"The rewritten document scores easier in {easier} of the {scored} documents with a score.",
    ]


def report(options: argparse.Namespace) -> str:
    """Return the whole report."""
    trees = treebank(options.treebank)
    sentences = cross_tagged(trees)
    reference = Reference(options.lint_ii)
    return TEMPLATE.read_text("utf-8").format(
        sentences=len(trees),
        tagged="\n".join(tagged_rows(trees, sentences)),
        lint="\n".join(lint_rows(trees, sentences, reference)),
        documents="\n".join(document_rows(options.dev / "lint2_reference_docs.json")),
        labelled="\n".join(labelled_rows(options.dev / "labelled_dev.json")),
        city="\n".join(city_part(options.dev / "amsterdam_pairs_dev.csv")),
    )


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--lint-ii", type=Path, required=True)
    OUT.write_text(report(parser.parse_args()), "utf-8")


if __name__ == "__main__":
    main()
