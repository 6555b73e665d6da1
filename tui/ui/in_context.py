"""What a figure that counts nothing stands among: "won the match in … against", for its row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.domain.wording import says_more
from tui.ingest.display import plain
from tui.ui.excerpts import ELLIPSIS, fit

if TYPE_CHECKING:
    from tui.domain.findings import Number
    from tui.domain.text import Document

_BREAK = re.compile(r"[,;:!?)”’\"']*[,;:!?](?=\s)|\s[–—-]+\s|[(“\"”)—]")
"""Where a clause ends, for a row."""
_FAR = 300
"""Characters to either side of a figure beyond which nothing is looked for."""


def in_context(number: Number, document: Document, width: int) -> str:
    """The clause that a figure stands in, in at most `width` cells, with "…" in its place.

    Its own words stand there instead, in marks, where they say more than its value. Only whole words are shown of what
    stands before and behind, most of what there is more of.
    """
    own = plain(document.slice(number.span))
    told = f"“{own}”" if says_more(own, number) else ELLIPSIS
    if cell_len(told) >= width - _LEAST:
        return fit(told, width) if told != ELLIPSIS else ""
    before, behind = _beside(number, document)
    room = width - cell_len(told)
    left, right = cell_len(before) + 1 if before else 0, cell_len(behind) + 1 if behind else 0
    if left + right > room:
        share = room // 2 if told == ELLIPSIS else room // 4
        lead = _end(before, max(share, room - right) - 1)
        behind = _beginning(behind, room - (cell_len(lead) + 1 if lead else 0) - 1)
        before = _end(before, room - (cell_len(behind) + 1 if behind else 0) - 1)
    if not before and not behind and told == ELLIPSIS:
        return ""
    ending = behind if behind.startswith(_APOSTROPHES) else f" {behind}"
    return f"{before} {told}{ending}".strip()


_APOSTROPHES = ("'", "’")
_LEAST = 6
"""Cells beside the figure below which no word is worth beginning."""


def _beside(number: Number, document: Document) -> tuple[str, str]:
    """What stands before and behind the figure in its clause; in its sentence, where the clause has little else."""
    sentence, span = document.sentences[number.sentence].span, number.span
    before = document.text[max(sentence.start, span.start - _FAR) : span.start]
    behind = document.text[span.end : min(sentence.end, span.end + _FAR)]
    breaks = list(_BREAK.finditer(before))
    near = plain(before[breaks[-1].end() :] if breaks else before).rstrip(_EDGES)
    stop = _BREAK.search(behind)
    far = plain(behind[: stop.start()] if stop else behind).strip(_EDGES)
    if len(near.split()) + len(far.split()) < _FEW:
        return plain(before).rstrip(_EDGES), plain(behind).strip(_EDGES)
    return near, far


_EDGES = ' ,;:.!?-–—%()[]“”"'
"""What sets a figure off from its clause, or ends that, and says nothing in a row."""
_FEW = 3
"""Words of a clause below which it says nothing by itself: "6–4 in …"."""


_LEADS_ON = frozenset("a an the of in on at to for from by with and or as its their his her".split())
"""Words that say nothing where what they lead to is cut off."""


def _beginning(words: str, width: int) -> str:
    """Whole words from the front of `words`, in at most `width` cells."""
    if cell_len(words) <= width:
        return words
    while words and (cell_len(words) > width or words.rpartition(" ")[2] in _LEADS_ON):
        words = words.rpartition(" ")[0]
    return words


def _end(words: str, width: int) -> str:
    """Whole words from the end of `words`, in at most `width` cells."""
    while words and cell_len(words) > width:
        words = words.partition(" ")[2]
    return words
