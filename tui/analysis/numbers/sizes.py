"""Sides written together ("a 4x6 inch print"), and feet that stand on the ground and measure nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.numbers.draft import Draft
from tui.analysis.numbers.fitting import written

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDES = re.compile(
    r"(?<![\w.,$£€/-])(?P<one>\d+(?:\.\d+)?)[x×](?P<two>\d+(?:\.\d+)?)(?:[x×](?P<three>\d+(?:\.\d+)?))?"
)
_ON_FEET = re.compile(
    r"\b(?:on|onto|off|with|has|have|had|his|her|its|their|my|your|our|own|both|lost|put|keeps?|kept)\s$"
)
_ON_THE_GROUND = re.compile(
    r"\s(?:(?:firmly|planted|back|flat|down|both)\s){0,2}(?:on|off)\sthe\s(?:ground|floor|deck|pitch|table"
    r"|brake|pedals?|gas)\b"
)
_NOTHING_MEASURED = re.compile(
    r"\s*(?:[.,;:!?)”\"]|$)|\s(?:and|but|again|when|while|as|after|before|in|instead|rather|like|at|was|were"
    r"|is|are|he|she|they|it)\b"
)


def sides(text: str) -> Iterator[Draft]:
    """Yield the sides of a size whose numbers are tied by "x", each with the unit after the last: "4x6 inches"."""
    for match in _SIDES.finditer(text):
        found = next((unit for unit in written(text, match.end()) if unit.measure.kind == "quantity"), None)
        if found is None or (found.gap and not found.form.isalpha()):
            continue
        last = "three" if match["three"] else "two"
        for side in ("one", "two", "three")[: 3 if match["three"] else 2]:
            start, end = match.span(side)
            draft = Draft(start, end, kind="quantity", value=float(match[side]), core=(start, end), digits=True)
            draft.unit, draft.unit_start, draft.adjectival = found.measure.name, end, "-" in found.gap
            if side == last:
                draft.unit_start, draft.end = found.start, found.end
            yield draft


def feet_of_a_body(text: str, draft: Draft) -> None:
    """Make a count of "two feet" that one stands on: "landed on two feet", "two feet on the ground"."""
    if (
        draft.unit != "foot"
        or draft.adjectival
        or draft.value not in (2, 4)
        or text[draft.end - 4 : draft.end] != "feet"
    ):
        return
    on = _ON_FEET.search(text, max(0, draft.start - 8), draft.start)
    if (on and _NOTHING_MEASURED.match(text, draft.end)) or _ON_THE_GROUND.match(text, draft.end):
        draft.kind, draft.unit, draft.end = "count", None, draft.core[1]
