"""Which figures say the same. It takes time that grows with the number of figures, not with its square."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.domain.figures import is_place, is_position, significant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.domain.findings import Number

_SMALL = frozenset(
    "a an the of in to for from with by on at and or other additional more new their its his her".split()
)
_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child"}


@lru_cache(maxsize=4096)
def things(words: str | None) -> tuple[str, ...]:
    """The words of what is counted that tell it from other things, in the singular."""
    found = re.findall(r"[\w'’-]+", (words or "").lower())
    return tuple(
        _PLURALS.get(word) or (word[:-1] if len(word) > 3 and word.endswith("s") else word)
        for word in found
        if word not in _SMALL
    )


@lru_cache(maxsize=4096)
def _set(words: str | None) -> frozenset[str]:
    return frozenset(things(words))


def contained(one: str | None, other: str | None) -> bool:
    """Whether all words of one description are among those of the other."""
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
    return number.kind, number.value, number.low, number.high, number.unit, number.per, words, number.bound


def _same_thing(one: Number, other: Number) -> bool:
    """Whether two figures of one value count one thing, described alike or more shortly the second time.

    A low count is of one thing only where it is described alike: "two gunmen" are mostly others than "two injured
    gunmen". A shorter description has to keep the head, which stands first or last: "agents" of "Border Patrol agents",
    "people" of "people seeking work", but not "teams" of "team fights".
    """
    few, many = things(one.counts), things(other.counts)
    if set(few) == set(many):
        return True
    if one.kind == "count" and isinstance(one.value, (int, float)) and one.value < _LOW:
        return False
    if not few or not many or not contained(one.counts, other.counts):
        return False
    short, long = sorted(((one.counts or "").lower(), (other.counts or "").lower()), key=len)
    return few[-1] == many[-1] or long.startswith(f"{short} ")


_LOW = 13
"""Counts below which are common: a text has many "two", and many things that there are two of."""


def _says_the_same(one: Number, other: Number) -> bool:
    """Whether two figures of one value are said of one thing."""
    if one.kind in ("date", "time"):
        return True
    if one.sentence == other.sentence:  # "6–4, 6–4": nobody says one figure twice in a breath
        return False
    if one.about and other.about and not contained(one.about, other.about):
        return False
    if one.counts and other.counts:
        return _same_thing(one, other)
    return _specific(one) or (one.counts == other.counts and contained(one.about, other.about))


def _joins(group: list[Number], number: Number) -> bool:
    """Whether a figure is one more mention of what `group` says; the last mention stands for its sentence."""
    return _says_the_same(group[0], number) and (
        group[-1].sentence != number.sentence or number.kind in ("date", "time")
    )


def merge_same(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """Figures grouped so that one said twice is one group of two mentions, in the order of their first mention."""
    groups: list[list[Number]] = []
    known: dict[tuple[object, ...], list[Number]] = {}
    near: dict[tuple[object, ...], list[list[Number]]] = defaultdict(list)
    for number in numbers:
        value = _value_key(number)
        exact = (value, number.counts, number.about)
        home = known.get(exact)
        if home is None or not _joins(home, number):
            alike = near[value][-_NEAR:]
            home = next((group for group in alike if _joins(group, number)), None)
        if home is None:
            home = []
            groups.append(home)
            near[value].append(home)
        known.setdefault(exact, home)
        home.append(number)
    return [tuple(group) for group in groups]


_NEAR = 30
"""Groups of one value that a figure is compared with: in a text of ten thousand figures there are many "two"."""


def amounts(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """The figures that say how much, as the numbers pane lists them, numbered so by the report and `cite`."""
    return merge_same(number for number in numbers if not is_position(number))


def times(numbers: Iterable[Number]) -> list[tuple[Number, ...]]:
    """The dates and times, each with all its mentions; places in a row ("the next") are no figures for a report."""
    return merge_same(number for number in numbers if is_position(number) and not is_place(number))
