"""Findings counted once: what stands in a paragraph that repeats another is left out of what a reader is shown.

So is a fragment in marks that the clause around it tells together with a shorter one.

The analysis itself, and what is exported from it, keeps everything: every occurrence is in the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Mention, Organisation, Person, Quote
    from tui.domain.text import Document, Span


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
    """`quotes` without the fragments that are segments of a mixed quote: its clause shows them in marks."""
    shown = {segment for quote in quotes if quote.mixed for segment in quote.segments}
    return tuple(quote for quote in quotes if quote.kind != "partial" or quote.span not in shown)


def _words(document: Document, span: Span) -> str:
    """The words of `span` for comparing: without case and without marks, which a pull quote may change."""
    return " ".join("".join(c if c.isalnum() else " " for c in document.slice(span).lower()).split())
