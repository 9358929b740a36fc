"""Derive what a treebank says about passives and distances, to measure the rules against."""

from conllu import Token, Tree

TANG = 7  # words between two parts that belong together


def passive(tree: Tree, *, only_worden: bool = False) -> bool:
    """Tell whether *tree* holds a passive with *worden* (or, unless told, *zijn*)."""
    return any(
        token.relation == "aux:pass" and (token.lemma == "worden" or not only_worden)
        for token in tree.tokens
    )


def _between(tree: Tree, one: int, other: int) -> int:
    first, last = sorted((one, other))
    return sum(1 for token in tree.tokens[first : last - 1] if token.upos != "PUNCT")


def tang_pairs(tree: Tree) -> list[tuple[str, int, int]]:
    """Return (type, place, place) of the pairs that stand too far apart; places count from 1."""
    pairs: list[tuple[str, int, int]] = []
    for place, token in enumerate(tree.tokens, 1):
        relation = token.relation
        if relation in ("aux", "aux:pass") and token.xpos.startswith("WW|pv"):
            pairs.append(("aux", place, _first_verb(tree, place, token.head)))
        elif relation == "compound:prt":
            pairs.append(("particle", place, token.head))
        elif relation == "mark" and token.form.lower() == "om":
            te = [
                spot
                for spot, other in enumerate(tree.tokens, 1)
                if other.head == token.head and other.form.lower() == "te" and spot > place
            ]
            if te:
                pairs.append(("om-te", place, te[0]))
        elif relation in ("nsubj", "nsubj:pass"):
            finite = _finite(tree, token.head)
            if finite:
                pairs.append(("subject", place, finite))
    return [pair for pair in pairs if _between(tree, pair[1], pair[2]) >= TANG]


def _first_verb(tree: Tree, auxiliary: int, head: int) -> int:
    """Return the first non-finite verb of the cluster of *head*, after the auxiliary."""
    cluster = [
        spot
        for spot, token in enumerate(tree.tokens, 1)
        if spot == head or (token.head == head and token.relation.startswith("aux"))
    ]
    after = [spot for spot in cluster if spot != auxiliary and abs(spot - head) < 5]
    return min(after, key=lambda spot: abs(spot - auxiliary), default=head)


def _finite(tree: Tree, head: int) -> int | None:
    for spot, token in enumerate(tree.tokens, 1):
        helps = token.head == head and token.relation in ("aux", "aux:pass", "cop")
        if helps and token.xpos.startswith("WW|pv"):
            return spot
    if head and tree.tokens[head - 1].xpos.startswith("WW|pv"):
        return head
    return None


def longest_distance(tree: Tree) -> int:
    """Return the longest dependency as LiNT counts it: words between a word and its head."""
    longest = 0
    for place, token in enumerate(tree.tokens, 1):
        if token.relation != "punct":
            for head in _heads(tree, place):
                longest = max(longest, _between(tree, place, head) if head != place else 0)
    return longest


def _heads(tree: Tree, place: int) -> list[int]:
    token: Token = tree.tokens[place - 1]
    current = place
    while token.relation == "conj":
        current = token.head
        token = tree.tokens[current - 1]
    if not token.head:
        return [current]
    heads = [token.head]
    if token.relation == "nsubj":
        chain = {token.head}
        for spot, other in enumerate(tree.tokens, 1):
            if other.relation == "conj" and other.head in chain:
                chain.add(spot)
        heads = sorted(chain)
    return heads
