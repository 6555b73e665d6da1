"""Where in the text something occurs: for the column beside the article, and for the sparks of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.domain.findings import Organisation, Person
from tui.domain.text import Sentence, Span
from tui.ui import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.ui.screens.wayfinding import Wayfinding

_LEVELS = " ▁▂▃▄▅▆▇█"


def occurrences(screen: Wayfinding) -> tuple[list[int], int | None]:
    """The offsets at which what is chosen occurs, and the one that the reader is at."""
    choice = screen.choice
    if screen.search is not None:
        spans = screen.search.matches.spans
        at = screen.search.at
        return [span.start for span in spans], spans[at].start if 0 <= at < len(spans) else None
    if choice is None:
        return [], None
    finding = choice.finding
    if isinstance(finding, Sentence):
        return [], finding.span.start
    if isinstance(finding, Span):
        return [], finding.start
    if isinstance(finding, Person | Organisation):
        entity = choice.entity
        if entity is None:
            return [], None
        return [mention.span.start for mention in entity.mentions], entity.mentions[choice.mention].span.start
    return [rows.first_place(other).start for other in screen.kin(choice)], finding.span.start


def spark(offsets: Iterable[int], length: int, width: int) -> str:
    """How the places spread over a text of `length` code points, in `width` cells: "▂  ▁ ▄▁"."""
    counts = [0] * width
    for offset in offsets:
        counts[min(width - 1, offset * width // max(1, length))] += 1
    most = max(4, *counts)  # one mention alone is no peak, but can be seen
    return "".join(_LEVELS[max(1, round(count / most * 8)) if count else 0] for count in counts)
