"""The shape of one benchmark result, and the way times are taken: the best of a few."""

import time
from collections.abc import Callable
from typing import Any


def best(act: Callable[[], object], times: int = 5) -> float:
    """Return the least time of *act* in milliseconds: what the machine does when left alone."""
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


def row(
    name: str, value: float, floor: float, most: float, *, unit: str = "ms", of: str = "ratio"
) -> dict[str, Any]:
    """Return a result; *most* bounds the ratio to the floor, or the value itself (of="value")."""
    ratio = value / floor if floor else 0.0
    measured = ratio if of == "ratio" else value
    words = f"ratio ≤ {most:g}" if of == "ratio" else f"≤ {most:g} {unit}"
    return {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "floor": round(floor, 3),
        "ratio": round(ratio, 2),
        "gate": words,
        "ok": measured <= most,
    }
