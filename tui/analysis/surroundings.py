"""What the words straight beside a name say that it is: "born in X", "signed to X", "X's drummer", "starring X"."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.evidence import Evidence

if TYPE_CHECKING:
    from tui.analysis.words import Words

_ARTICLES = frozenset(["the", "a", "an"])


@cache
def _signs() -> tuple[dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, float]], frozenset[tuple[int, int]]]:
    """The phrases of the list as (words before, words behind) with what they say, and the lengths they have."""
    found = {}
    for phrase, kind, weight in lexicon.rows("surroundings"):
        before, behind = (part.split() for part in phrase.split("~"))
        for left in product(*(word.split("|") for word in before)):
            for right in product(*(word.split("|") for word in behind)):
                found[left, right] = (kind, float(weight))
    return found, frozenset((len(left), len(right)) for left, right in found)


def surroundings(words: Words, first: int, last: int) -> Evidence:
    """What the phrases around one occurrence of a name say; nothing is read across the bounds of its sentence."""
    found = Evidence()
    signs, lengths = _signs()
    begins, ends = words.sentence_bounds(first)
    start = first - 1 if first > begins and words.lower[first - 1] in _ARTICLES else first
    for left, right in lengths:
        if start - left < begins or last + right > ends:
            continue
        sign = signs.get((tuple(words.lower[start - left : start]), tuple(words.lower[last : last + right])))
        if sign is not None:
            found.vote("other" if sign[0] in ("place", "thing") else sign[0], sign[1])
    return found
