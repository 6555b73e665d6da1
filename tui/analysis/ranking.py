"""Candidates for a speaker: their scores, and how sure the best of them is."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.entities import Entity

_NOBODY = -1.5
"""The weight of somebody who was not found."""
_SHARPNESS = 1.1
"""How fast confidence follows a lead."""

_AHEAD = 1.5
"""How far one who has been given the word is ahead of all others."""
PAIR = 0.8
"""How sure it is that "they" are those of whom the sentence is, or that "he" is whose words it says they are."""


@dataclass(frozen=True, slots=True)
class Who:
    """A possible speaker."""

    name: str
    """Name or description."""
    entity: Entity | None
    """Who that is, if it is one of the entities."""


Ranked = tuple[tuple[Who, float], ...]
"""Candidates with confidence from 0 to 1, likeliest first."""


def more(scores: list[tuple[float, Who]], who: Who, bonus: float) -> list[tuple[float, Who]]:
    """The scores with a bonus for `who`, among them or not."""
    rest = [row for row in scores if not same_one(row[1], who)]
    base = next((score for score, other in scores if same_one(other, who)), 0.3)
    return [*rest, (base + bonus, who)]


def put_ahead(scores: list[tuple[float, Who]], who: Who, bonus: float) -> list[tuple[float, Who]]:
    """The scores with a bonus for `who`, and more where that does not put them well ahead of all others."""
    best = max((score for score, other in scores if not same_one(other, who)), default=0.0)
    own = next((score for score, other in scores if same_one(other, who)), 0.3)
    return more(scores, who, max(bonus, best - own + _AHEAD))


def key_of(who: Who) -> int:
    return id(who.entity) if who.entity else hash(who.name)


def same_one(one: Who, other: Who) -> bool:
    return one.name == other.name if one.entity is None else one.entity is other.entity


def ranked(scores: list[tuple[float, Who]]) -> Ranked:
    """Scores, best first, turned into confidences: a softmax over those found and somebody who was not."""
    best = scores[:5]
    if not best:
        return ()
    weights = [exp(_SHARPNESS * score) for score, _ in best]
    total = sum(weights) + exp(_SHARPNESS * _NOBODY)
    return tuple((who, weight / total) for (_, who), weight in zip(best, weights, strict=True))


def headed(first: Who, ranking: Ranked) -> Ranked:
    """A ranking with somebody before all others in it."""
    rest = tuple(row for row in ranking if row[0].entity is not first.entity or row[0].name != first.name)
    known = max((confidence for who, confidence in ranking if who.name == first.name), default=0.0)
    return ((first, max(PAIR, known)), *((who, confidence * (1 - PAIR)) for who, confidence in rest))
