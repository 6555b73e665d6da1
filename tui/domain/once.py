"""Findings counted once: what stands in a paragraph that repeats another is left out of what a reader is shown.

So is a fragment in marks that the clause around it tells together with a shorter one; and reported speech that its
cue broke in two is one finding.

The analysis itself, and what is exported from it, keeps everything: every occurrence is in the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Mention, Organisation, Person, Quote
    from tui.domain.text import Document


def repeats(document: Document, span: Span) -> bool:
    """Whether `span` stands in a paragraph that repeats another: the same text again, or a pull quote."""
    paragraph = document.paragraphs[document.paragraph_at(span.start)]
    return paragraph.duplicate_of is not None or paragraph.kind == "pullquote"


def counted_once(document: Document, analysis: Analysis) -> Analysis:
    """`analysis` without its findings in paragraphs that repeat others, and without fragments that are told twice.

    Nobody is lost: who is only mentioned in such paragraphs keeps these mentions, and a quote or a figure that stands
    nowhere else stays. People and organisations keep their places, to which quotes point.
    """
    quotes = told_once(analysis.quotes)
    if len(quotes) < len(analysis.quotes):
        analysis = replace(analysis, quotes=quotes)
    if not any(p.duplicate_of is not None or p.kind == "pullquote" for p in document.paragraphs):
        return analysis

    def kept(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(m for m in mentions if not repeats(document, m.span)) or mentions

    def people(entities: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(replace(entity, mentions=kept(entity.mentions)) for entity in entities)

    def organisations(entities: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
        return tuple(replace(entity, mentions=kept(entity.mentions)) for entity in entities)

    original = [q for q in analysis.quotes if not repeats(document, q.span)]
    said = {_words(document, span) for q in original for span in (q.span, *q.own_words)}
    given = {_words(document, n.span) for n in analysis.numbers if not repeats(document, n.span)}
    return replace(
        analysis,
        people=people(analysis.people),
        organisations=organisations(analysis.organisations),
        quotes=tuple(
            q for q in analysis.quotes if not repeats(document, q.span) or _words(document, q.span) not in said
        ),
        numbers=tuple(
            n for n in analysis.numbers if not repeats(document, n.span) or _words(document, n.span) not in given
        ),
    )


def told_once(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """`quotes` without the fragments that are segments of a mixed quote: its clause shows them in marks.

    Both halves of reported speech that its cue broke are one: "The mill, its owner said, will reopen".
    """
    shown = {segment for quote in quotes if quote.mixed for segment in quote.segments}
    kept = [quote for quote in quotes if quote.kind != "partial" or quote.span not in shown]
    joined = _joined(kept)
    return quotes if len(joined) == len(quotes) else tuple(joined)


def _joined(quotes: list[Quote]) -> list[Quote]:
    """`quotes` with the halves of reported speech joined, each where its first half stands."""
    found: list[Quote] = []
    broken: dict[Span, int] = {}
    for quote in quotes:
        place = broken.get(quote.cue) if quote.cue is not None and quote.reported else None
        if place is None or not quote.continues:
            if quote.reported and quote.cue is not None:
                broken[quote.cue] = len(found)
            found.append(quote)
            continue
        first = found[place]
        found[place] = replace(
            first,
            span=Span(first.span.start, quote.span.end),
            segments=(*first.segments, *quote.segments),
            mixed=first.mixed or quote.mixed,
        )
    return found


def _words(document: Document, span: Span) -> str:
    """The words of `span` for comparing: without case and without marks, which a pull quote may change."""
    return " ".join("".join(c if c.isalnum() else " " for c in document.slice(span).lower()).split())
