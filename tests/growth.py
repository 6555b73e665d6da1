"""How the cost of a piece of work grows with its size: a ratio within one run, whatever the machine and its load."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def cost(work: Callable[[], object], runs: int = 3) -> float:
    """The least processor time of `work` in seconds."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def growth(make: Callable[[int], Callable[[], object]], size: int, factor: int = 4) -> float:
    """How many times as long the work of `factor` times the size takes: about `factor` where the cost is linear, its
    square where each is compared with each. `make` prepares the work of a size."""
    return cost(make(size * factor)) / max(cost(make(size)), 1e-4)
