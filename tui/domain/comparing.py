"""Which figures say the same, and which cannot both hold: what a fact-checker looks for.

Both take time that grows with the number of figures, not with its square.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.domain.figures import significant
from tui.domain.tolls import FATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.domain.findings import Number

_SMALL = frozenset(
    "a an the of in to for from with by on at and or other additional more new their its his her".split()
)
_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child"}


@lru_cache(maxsize=4096)
def _things(words: str | None) -> tuple[str, ...]:
    """The words of what is counted that tell it from other things, in the singular."""
    found = re.findall(r"[\w'’-]+", (words or "").lower())
    return tuple(
        _PLURALS.get(word) or (word[:-1] if len(word) > 3 and word.endswith("s") else word)
        for word in found
        if word not in _SMALL
    )


@lru_cache(maxsize=4096)
def _set(words: str | None) -> frozenset[str]:
    return frozenset(_things(words))


def _contained(one: str | None, other: str | None) -> bool:
    few, many = _set(one), _set(other)
    return bool(few and many) and (few <= many or many <= few)


def _specific(number: Number) -> bool:
    """Whether the value itself tells that two mentions are one figure: two digits for amounts, three for others."""
    if isinstance(number.value, str):
        return True
    enough = 2 if number.kind in ("money", "quantity", "temperature") else 3
    return isinstance(number.value, (int, float)) and significant(number.value) >= enough


def _value_key(number: Number) -> tuple[object, ...]:
    words = number.words if number.value is None else None
    change = number.bound in ("up", "down")
    return number.kind, number.value, number.low, number.high, number.unit, number.per, words, change


def _says_the_same(one: Number, other: Number) -> bool:
    """Whether two figures of one value are said of one thing."""
    if one.kind in ("date", "time"):
        return True
    if one.about and other.about and not _contained(one.about, other.about):
        return False
    if one.counts and other.counts:
        return _contained(one.counts, other.counts)
    return _specific(one) or (one.counts == other.counts and _contained(one.about, other.about))


def merge_same(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """Figures grouped so that one said twice is one group of two mentions, in the order of their first mention."""
    groups: list[list[Number]] = []
    known: dict[tuple[object, ...], list[Number]] = {}
    near: dict[tuple[object, ...], list[list[Number]]] = defaultdict(list)
    for number in numbers:
        value = _value_key(number)
        exact = (value, number.counts, number.about)
        home = known.get(exact)
        if home is None or not _says_the_same(home[0], number):
            alike = near[value][-_NEAR:]
            home = next((group for group in alike if _says_the_same(group[0], number)), None)
        if home is None:
            home = []
            groups.append(home)
            near[value].append(home)
        known.setdefault(exact, home)
        home.append(number)
    return [tuple(group) for group in groups]


_NEAR = 30
"""Groups of one value that a figure is compared with: in a text of ten thousand figures there are many "two"."""
_PART = re.compile(r"\b(?:others?|more|additional|further)\b")
"""Words of those who come on top of others: no toll."""
_COMPARED = frozenset({"count", "money", "percent", "rate", "quantity", "temperature", "age", "fraction"})


def _interval(number: Number) -> tuple[float, float]:
    """The values that the figure leaves possible."""
    if not isinstance(number.value, (int, float)):
        low = -math.inf if number.low is None else number.low
        return low, math.inf if number.high is None or number.vague else number.high
    value = float(number.value)
    slack = abs(value) * 0.1 if number.approximate else abs(value) * 1e-9
    if number.bound in ("more than", "at least"):
        return value - slack, math.inf
    if number.bound in ("less than", "at most"):
        return -math.inf, value + slack
    return value - slack, value + slack


def _thing_key(number: Number) -> tuple[object, ...] | None:
    """What a figure is of, where it is said well enough to compare: two words or more, a toll, or somebody's age."""
    if number.kind not in _COMPARED or number.bound in ("up", "down"):
        return None
    if number.kind == "age":
        who = _things(number.about)
        return ("age", number.unit, who[-1]) if who and (number.about or "")[:1].isupper() else None
    things = frozenset(_things(number.counts))
    if things and number.about in FATES and not _PART.search(number.counts or ""):
        things |= {number.about}
    return (number.kind, number.unit, number.per, things) if len(things) >= 2 else None


def disagreements(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """Groups of figures that cannot all hold, each for one counted thing or one person's age, in the text's order.

    Only descriptions of two words or more count as the same thing: "12 people" and "300 people" are mostly two things,
    "12 injured passengers" and "14 injured passengers" are not. Bounds and "about" are allowed for.
    """
    of_one_thing: dict[tuple[object, ...], list[Number]] = defaultdict(list)
    for number in numbers:
        key = _thing_key(number)
        if key is not None:
            of_one_thing[key].append(number)
    found = []
    for group in of_one_thing.values():
        for alike in _by_topic(group):
            ends = [_interval(number) for number in alike]
            least_top, most_bottom = min(top for _, top in ends), max(bottom for bottom, _ in ends)
            at_odds = tuple(
                number for number, (low, high) in zip(alike, ends, strict=True) if least_top < low or high < most_bottom
            )
            if len(at_odds) > 1:
                found.append(at_odds)
    return found


def _by_topic(group: list[Number]) -> list[list[Number]]:
    """Figures of one thing parted by whom they are about; what says nothing of that goes with each."""
    topics: dict[tuple[str, ...], list[Number]] = defaultdict(list)
    for number in group:
        topics[_things(number.about) if number.about and number.kind != "age" else ()].append(number)
    anyones = topics.pop((), [])
    if not topics:
        return [anyones]
    return [sorted([*named, *anyones], key=lambda number: number.span.start) for named in topics.values()]
