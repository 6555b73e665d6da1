"""Longer words in marks that no verb of their own explains, in a clause that somebody is said to have said.

«She says it is late but she is sure the club will “prove a lot of people wrong”»: what "says" reports holds the words,
so they are hers. A term of one or two words stays one, whoever uses it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.findings import FRAGMENT_WORDS

if TYPE_CHECKING:
    from tui.domain.findings import OtherMarked, Quote
    from tui.domain.text import Document, Span

_OVERLAPPING = 3
"""Clauses of reported speech that may begin before a stretch and still hold it."""
_WORTH = 0.9
"""How sure a clause's speaker is for words that its verb does not govern."""


def tell_reported(
    document: Document, quotes: list[Quote], others: list[OtherMarked]
) -> tuple[list[Quote], list[OtherMarked]]:
    """`quotes` with those of `others` that reported speech among them holds, and the other ones; both in order.

    What was only carried on to somebody, in a clause that somebody is said to have said, becomes that one's too.
    """
    clauses = [quote for quote in quotes if quote.kind == "indirect" and quote.cue is not None]
    starts = [clause.span.start for clause in clauses]

    def clause_of(span: Span) -> Quote | None:
        last = bisect_right(starts, span.start)
        near = reversed(clauses[max(0, last - _OVERLAPPING) : last])
        held = next((c for c in near if c.span.contains(span) and c.segments != (c.span,)), None)
        return held if held is not None and held.cue is not None and held.cue.end <= span.start else None

    told: list[Quote] = []
    for quote in quotes:
        clause = clause_of(quote.span) if quote.kind == "partial" and quote.cue is None else None
        told.append(quote if clause is None else _part(clause, quote.span, quote.segments))
    rest: list[OtherMarked] = []
    for other in others:
        long = other.why == "term" and len(document.slice(other.span).split()) > FRAGMENT_WORDS
        clause = clause_of(other.span) if long else None
        if clause is None:
            rest.append(other)
        else:
            told.append(_part(clause, other.span, (other.span,)))
    told.sort(key=lambda q: (q.span.start, -q.span.end))
    return told, rest


def _part(clause: Quote, span: Span, segments: tuple[Span, ...]) -> Quote:
    """Words in marks as said by whoever says the clause."""
    said = clause.speaker
    speaker = replace(said, confidence=said.confidence * _WORTH) if said is not None else None
    return replace(clause, span=span, kind="partial", segments=segments, speaker=speaker)
