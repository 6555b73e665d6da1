"""Where the town, date and agency end that open a report: "RIVERTON, Ohio (AP) —", "Riverton, March 3 —"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.lexicon import words
from tui.ingest.structure import DATELINE

if TYPE_CHECKING:
    from tui.domain.text import Span

_OPENING = 60
"""Characters among which the dash behind a dateline stands."""
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?"
_MIXED = re.compile(
    r"(?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})"
    r"(?P<state>, (?:[A-Z][\w.’'-]* ?){1,3}?)??"
    rf"(?P<date>,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)?"
    r"(?P<agency> ?\([A-Z][A-Za-z. ]{1,24}\))?,? ?(?:—|–|--?(?= ))-? ?(?=[A-Z“\"‘'])"
)
"""One whose town is not in capitals; what stands before the dash has to be known for a place or for more than that."""


def dateline_end(text: str, paragraph: Span) -> int:
    """Where the words begin behind a dateline that opens `paragraph`; its start where there is none."""
    found = DATELINE.match(text, paragraph.start, paragraph.end)
    if found is None:
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _OPENING)]
        if not any(dash in head for dash in ("—", "–", "-")):
            return paragraph.start
        found = _MIXED.match(text, paragraph.start, paragraph.end)
        if found is None or not _is_place(found):
            return paragraph.start
    return found.end() if found.end() < paragraph.end else paragraph.start


def _is_place(found: re.Match[str]) -> bool:
    if found["date"] or found["agency"]:
        return True
    place = found["place"]
    state = (found["state"] or "").strip(" ,")
    return any(name in words(kind) for name in (place, state) if name for kind in ("places", "towns"))
