"""Whether the article's own words for a figure tell a reader something that its short value leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.domain.figures import figure

if TYPE_CHECKING:
    from tui.domain.findings import Number

_SPELT = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million millions billion "
    "billions trillion half halves quarter quarters third thirds fourth fourths fifth fifths sixth sixths seventh "
    "eighth eighths ninth tenth tenths first second zero a an the and to of or so from between up down under over "
    "above below more less fewer than at least most as many much minimum maximum about around some roughly "
    "approximately approx circa estimated nearly almost mln bln bn tn th nd rd st m k per cent percent pct percentage "
    "point points each every us am pm".split()
)
"""Words that the short value of a figure says by digits and signs."""
_SHORT = {
    "barrel": "bbl", "pound": "lb", "ounce": "oz", "dollar": "usd", "celsius": "degree", "fahrenheit": "degree",
}  # fmt: skip
"""Short forms of units that are not made of the letters of the name."""
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 3
"""Letters that tell two wordings apart: "Dec." and "December" are the same, and so are "metres" and "meters"."""


def says_more(words: str, number: Number) -> bool:
    """Whether `words`, which the article has for `number`, say more than `figure(number)`.

    "20 business days" and "twice" do; "65 km", "about 100 per cent" and "eight" do not.
    """
    flat, value, unit = (part.casefold() for part in (words, figure(number), number.unit or ""))
    if not value:
        return True
    if number.words:
        return number.words.casefold() not in flat.replace("-", "–") and number.words.casefold() not in flat
    if number.kind == "ratio":
        return True
    known = {word[:_STEM] for word in _WORD.findall(f"{value} {unit}")}
    return any(
        word not in _SPELT and word[:_STEM] not in known and not _shortens(word, unit) for word in _WORD.findall(flat)
    )


def alike(value: str, words: str) -> bool:
    """Whether a value is only spelt otherwise than the article's words: "74 %" and "74%", "2–0" and "2-0"."""
    return _squeezed(value) == _squeezed(words)


def _squeezed(words: str) -> str:
    return words.casefold().replace(" ", "").replace("–", "-").replace("metre", "meter")


def _shortens(word: str, unit: str) -> bool:
    """Whether `word` is a short form of `unit`: letters of it, or of a word of it, from the first on ("km", "dlrs")."""
    short = word.removesuffix("s") or word
    if _SHORT.get(unit) == short:
        return True
    for name in (unit, *unit.split()):
        letters = iter(name)
        if name[:1] == short[:1] and all(letter in letters for letter in short):
            return True
    return False
