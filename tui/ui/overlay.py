"""What is marked throughout the article at once: the matches of a search, or everything that was found."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.domain.findings import Quote
from tui.ui.targets import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.domain.findings import Analysis
    from tui.domain.text import Span
    from tui.ui.typography import Layer

NAMES = {
    "people": "article--person",
    "organisations": "article--organisation",
    "quotes": "article--quote",
    "numbers": "article--number",
}
"""The style of a mark by the pane its finding is listed in."""


class Overlay:
    """Marked stretches of the text, to be asked for row by row."""

    def __init__(self, layers: Iterable[Layer]) -> None:
        """`layers`: (start, end, name of the style), in any order; they may lie within one another."""
        self._layers = sorted(layers)
        self._starts = [start for start, _, _ in self._layers]
        self._reach = list(accumulate((end for _, end, _ in self._layers), max))
        """How far any of the layers up to here reaches."""

    def between(self, start: int, end: int) -> list[Layer]:
        """The layers that touch `start`…`end`; of two at one place the shorter comes later and lies above."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._layers[index][1] > start:
                found.append(self._layers[index])
            index -= 1
        return sorted(found, key=lambda layer: (layer[0], -layer[1]))


def of_findings(analysis: Analysis, *, reported: bool) -> Overlay:
    """People, organisations, quotes and numbers, each in its own style; reported speech only if `reported`.

    What is the reporter's of a quote has a style of its own, around the words that are verbatim.
    """
    return Overlay(layer for place in places(analysis, reported=reported) for layer in _layers(*place))


def _layers(span: Span, choice: Choice) -> Iterator[Layer]:
    quote = choice.finding
    if not isinstance(quote, Quote) or not quote.reported:
        yield span.start, span.end, NAMES[choice.kind]
        return
    yield span.start, span.end, "article--reported"
    for words in quote.own_words:
        yield words.start, words.end, NAMES[choice.kind]


def places(analysis: Analysis, *, reported: bool, others: bool = False) -> Iterator[tuple[Span, Choice]]:
    """Every place in the text where something was found, with what would be chosen there.

    Reported speech only if `reported`; words in quotation marks that nobody says only with `others`.
    """
    for kind in ("people", "organisations"):
        for entity in getattr(analysis, kind):
            for number, mention in enumerate(entity.mentions):
                yield mention.span, Choice(kind, entity, number)
    for quote in analysis.quotes:
        if reported or quote.holds_own_words:
            yield quote.span, Choice("quotes", quote)
    for marked in analysis.other_marked if others else ():
        yield marked.span, Choice("quotes", marked)
    for figure in analysis.numbers:
        yield figure.span, Choice("numbers", figure)
