"""Runs and wickets: "took 5 for 120", "120 for three", "3/45" are scores where a text speaks of cricket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_CRICKET = re.compile(
    r"\b(?:wickets?|innings|cricket\w*|overs?\b(?=\s*[.,;)]|\sto\b|\sremain)|bats?m[ae]n|batters?|bowl(?:ed|er|ers|ing)"
    r"|stumps|stumped|declared|all\sout|not\sout|lbw|spinners?|seamers?|creases?|fast\sbowler|off-?spin|leg-?spin|Ashes)\b"
)
_NEAR = 240
"""Code points on either side in which a word of cricket must stand."""
_SLASH = re.compile(r"(?P<one>\d{1,3})/(?P<other>\d{1,3})")


def wickets(text: str, one: Draft, other: Draft, between: str) -> Draft | None:
    """ "5 for 120", "120 for three": a score out of two bare numbers of which one is no more than ten wickets."""
    if between != " for " or not (one.bare and other.bare):
        return None
    first, second = one.value, other.value
    if not isinstance(first, float) or not isinstance(second, float) or not _possible(first, second):
        return None
    if re.match(r"\s(?:(?!by|in|at|on|off|to|and|with|from|as|when|before|after|during|while|against)[a-z]+)\b",
                text[other.end : other.end + 16]):  # fmt: skip
        return None
    if not _of_cricket(text, one.start, other.end):
        return None
    one.kind, one.value, one.words, one.end = "ratio", None, f"{first:g} for {second:g}", other.end
    one.core = (one.core[0], other.core[1])
    return one


def slashed_wickets(text: str, draft: Draft) -> None:
    """ "3/45": a score, and no fraction, where the text speaks of cricket."""
    match = _SLASH.fullmatch(text, *draft.core) if draft.kind == "fraction" and draft.unit is None else None
    if match and _possible(float(match["one"]), float(match["other"])) and _of_cricket(text, draft.start, draft.end):
        draft.kind, draft.value, draft.words = "ratio", None, match.group()


def _possible(first: float, second: float) -> bool:
    whole = first.is_integer() and second.is_integer() and min(first, second) >= 0
    return whole and min(first, second) <= 10 < max(first, second) < 1000


def _of_cricket(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return any(_CRICKET.search(part) for part in around)
