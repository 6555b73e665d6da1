"""Findings counted once: what stands in a paragraph that repeats another is left out of what a reader is shown.

The analysis itself, and what is exported from it, keeps everything: every occurrence is in the text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.findings import Analysis, Mention, Organisation, Person
    from tui.domain.text import Document, Span


def repeats(document: Document, span: Span) -> bool:
    """Whether `span` stands in a paragraph that repeats another: the same text again, or a pull quote."""
    paragraph = document.paragraphs[document.paragraph_at(span.start)]
    return paragraph.duplicate_of is not None or paragraph.kind == "pullquote"


def counted_once(document: Document, analysis: Analysis) -> Analysis:
    """`analysis` without its findings in paragraphs that repeat others.

    Nobody is lost: who is only mentioned in such paragraphs keeps these mentions, and a quote or a figure that stands
    nowhere else stays. People and organisations keep their places, to which quotes point.
    """
    if not any(p.duplicate_of is not None or p.kind == "pullquote" for p in document.paragraphs):
        return analysis

    def kept(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(m for m in mentions if not repeats(document, m.span)) or mentions

    def people(entities: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(replace(entity, mentions=kept(entity.mentions)) for entity in entities)

    def organisations(entities: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
        return tuple(replace(entity, mentions=kept(entity.mentions)) for entity in entities)

    quotes = [q for q in analysis.quotes if not repeats(document, q.span)]
    said = {_words(document, span) for q in quotes for span in (q.span, *q.own_words)}
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


def _words(document: Document, span: Span) -> str:
    """The words of `span` for comparing: without case and without marks, which a pull quote may change."""
    return " ".join("".join(c if c.isalnum() else " " for c in document.slice(span).lower()).split())
