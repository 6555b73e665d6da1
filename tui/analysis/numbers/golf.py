"""Scores of golf, told as strokes under or over par: "a six-under-par 66", "four under", "12-over par"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.numbers.draft import Draft

_PAR = re.compile(r"[\s-](?P<side>under|over)[\s-]par\b")
_SIDE = re.compile(
    r"[\s-](?P<side>under|over)(?=\s[5-9]\d(?![\w,.]*\d)|\s*(?:[.,;:)]|$)|\s(?:through|after|for|with|thru|on"
    r"|to|and|at|in|but|overall|total)\b)"
)
_ROUND = re.compile(r"[-‑](?:under|over)\s[5-8]\d\b")
"""A score with the strokes of its round, which is golf without a further word: "a four-under 68"."""
_GOLF = re.compile(
    r"\b(?:par|birdies?|bogeys?|bogeyed|birdied|eagled?|fairways?|putts?|putted|tee|leaderboard|golf\w*"
    r"|caddie|18th|Open|Masters|PGA|LPGA)\b"
)
_NEAR = 240
"""Code points on either side in which a word of golf must stand where "par" is left out."""
_MOST = 40
COUNTS = ("under par", "over par")
"""What such a score counts."""


def strokes(text: str, draft: Draft) -> None:
    """Take in what tells that a bare number counts the strokes under or over par."""
    value = draft.value
    if not draft.bare or not isinstance(value, float) or not 0 < value <= _MOST:
        return
    match = _PAR.match(text, draft.end)
    if match is None:
        match = _SIDE.match(text, draft.end)
        around = max(0, draft.start - _NEAR), draft.end + _NEAR
        if match is None or not (_ROUND.match(text, draft.end) or _GOLF.search(text, *around)):
            return
    draft.counts, draft.end, draft.adjectival = COUNTS[match["side"] == "over"], match.end(), False


def of_par(draft: Draft) -> bool:
    """Whether a figure is such a score."""
    return draft.counts in COUNTS


def follows_side(before: str) -> bool:
    """Whether the "under" that goes on after `before` belongs to a score: "a four-under 68", "seven under 65"."""
    return _SCORED.search(before) is not None


_SCORED = re.compile(
    r"\w-$|\ban?\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1?\d)\s$", re.IGNORECASE
)
