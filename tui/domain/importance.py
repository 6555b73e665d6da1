"""How much of an article is about somebody: what people and organisations are sorted by unless one asks otherwise."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from tui.domain.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.findings import Analysis, Organisation, Person
    from tui.domain.text import Document

    Entity = TypeVar("Entity", Person, Organisation)

_WEIGHTS = {"name": 1.0, "nominal": 0.6, "pronoun": 0.4}
_PLACES = {"title": 4.0, "standfirst": 2.0, "heading": 1.5, "caption": 0.5, "byline": 0.0, "boilerplate": 0.0}
_OPENING = 5
"""Sentences in which a mention counts more: news is written with the important things first."""


def by_importance(entities: Sequence[Entity], analysis: Analysis, document: Document) -> tuple[Entity, ...]:
    """The people or the organisations of `analysis`, or some of them, the weightiest first; equals stay in order."""
    speakers = [quote.speaker for quote in analysis.quotes if quote.speaker is not None]
    said = Counter(("person", s.person) if s.person is not None else ("organisation", s.organisation) for s in speakers)
    counts = {id(person): said["person", i] for i, person in enumerate(analysis.people)}
    counts |= {id(body): said["organisation", i] for i, body in enumerate(analysis.organisations)}
    opening = opening_end(document)
    return tuple(sorted(entities, key=lambda entity: -importance(entity, document, counts.get(id(entity), 0), opening)))


def importance(person: Person | Organisation, document: Document, quotes: int = 0, opening: int | None = None) -> float:
    """The weight of a person or an organisation in `document`, 0 or more, comparable within one document only.

    Each mention counts, a name more than a pronoun; more in the headline, the standfirst, a heading and the opening
    sentences, less in a caption, nothing in a byline or in a paragraph that repeats another. Each of the `quotes` they
    are the speaker of counts like a name. `opening` is `opening_end`, for who asks of many.
    """
    opening = opening_end(document) if opening is None else opening
    total = float(quotes)
    for mention in person.mentions:
        paragraph = document.paragraphs[document.paragraph_at(mention.span.start)] if document.paragraphs else None
        if paragraph is None or paragraph.duplicate_of is not None:
            continue
        place = _PLACES.get(paragraph.kind, 1.0)
        if place == 1.0 and mention.span.start < opening:
            place = 1.5
        total += _WEIGHTS[mention.kind] * place
    return total


def opening_end(document: Document) -> int:
    """Offset at which the opening sentences of the body end. Splits no more of the text than that."""
    seen = end = 0
    for paragraph in document.paragraphs:
        if paragraph.kind in ("body", "dateline"):
            for _, end in split_sentences(document.text, paragraph.span.start, paragraph.span.end):
                seen += 1
                if seen == _OPENING:
                    return end
    return end
