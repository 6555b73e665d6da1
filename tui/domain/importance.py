"""How much of an article is about somebody: what the pane sorts by where it does not keep the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.findings import Organisation, Person
    from tui.domain.text import Document

_WEIGHTS = {"name": 1.0, "nominal": 0.6, "pronoun": 0.4}
_PLACES = {"title": 4.0, "standfirst": 2.0, "heading": 1.5, "caption": 0.5, "byline": 0.0, "boilerplate": 0.0}
_OPENING = 5
"""Sentences in which a mention counts more: news is written with the important things first."""


def importance(person: Person | Organisation, document: Document, quotes: int = 0) -> float:
    """The weight of a person or an organisation in `document`, 0 or more, comparable within one document only.

    Each mention counts, a name more than a pronoun; more in the headline, the standfirst, a heading and the opening
    sentences, less in a caption, nothing in a byline or in a paragraph that repeats another. Each of the `quotes` they
    are the speaker of counts like a name.
    """
    total = float(quotes)
    opening = _opening(document)
    for mention in person.mentions:
        paragraph = document.paragraphs[document.paragraph_at(mention.span.start)] if document.paragraphs else None
        if paragraph is None or paragraph.duplicate_of is not None:
            continue
        place = _PLACES.get(paragraph.kind, 1.0)
        if place == 1.0 and mention.span.start < opening:
            place = 1.5
        total += _WEIGHTS[mention.kind] * place
    return total


def _opening(document: Document) -> int:
    """Where the opening sentences of the body end."""
    bodies = [s.span.end for s in document.sentences if document.paragraphs[s.paragraph].kind in ("body", "dateline")]
    return bodies[min(_OPENING, len(bodies)) - 1] if bodies else 0
