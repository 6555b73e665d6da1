"""Where the text last mentions somebody who speaks without being named at the quote, so that it can be looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.findings import Analysis, Quote
    from tui.domain.text import Document, Span

_NESTED = 3
"""Quotes that may begin before a place and hold it: what is quoted inside others."""


_OBJECTS = frozenset("his her hers him their theirs them its whose whom".split())
"""Pronouns that point to nobody as who does something, which is what the eye looks for."""


def carried_from(quote: Quote, analysis: Analysis, document: Document) -> Span | None:
    """The last mention before `quote` of its speaker who is carried over, outside of quotes; else the first behind it.

    Rather a name, or who does something, than "her". None where words at the quote stand for the speaker, or none do
    anywhere, and for a quote that a fuller analysis has no longer: what it points to is of the earlier one.
    """
    speaker = quote.speaker
    if speaker is None or speaker.how != "carried" or speaker.span is not None:
        return None
    if not any(other is quote for other in analysis.quotes):
        return None
    entity = analysis.entity_of(speaker)
    if entity is not None:
        spans = [mention.span for mention in entity.mentions]
    else:  # a description: what stood for the same one at other quotes
        others = (other.speaker for other in analysis.quotes if other.speaker is not None)
        spans = [other.span for other in others if other.span is not None and other.name == speaker.name]
    at = bisect_left([span.start for span in spans], quote.span.start)
    starts = [other.span.start for other in analysis.quotes]
    first = None
    for span in (*reversed(spans[:at]), *spans[at:]):
        if not _said(span, analysis.quotes, starts):
            if document.slice(span).casefold() not in _OBJECTS:
                return span
            first = first or span
    return first


def _said(span: Span, quotes: Sequence[Quote], starts: Sequence[int]) -> bool:
    """Whether `span` stands in the words of somebody, where "I" and "you" are others for each."""
    last = bisect_right(starts, span.start)
    near = quotes[max(0, last - _NESTED) : last]
    return any(not quote.reported and quote.span.start <= span.start < quote.span.end for quote in near)
