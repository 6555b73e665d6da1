"""Words without marks that are signed: an embedded post with handle and date, a pull quote with a name behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.labels import Labelled
from tui.analysis.reading import Source
from tui.domain.text import Span

if TYPE_CHECKING:
    from tui.analysis.entities import Entities
    from tui.analysis.reading import Reading

_POST = re.compile(
    r"(?:<[^>\n]{1,200}>\s*)?(?P<said>[^\s<][^\n]*?)(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S*)*\s*[—–-]\s?(?P<name>[^\n()—–]{2,50}?)"
    r" \(@\w{1,30}\),?\s(?:[A-Z]\w+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z]\w+\.? \d{4})"
)
"""A post as pages embed it: its words, links, "— Name (@handle) May 4, 2020"."""
_PULLED = re.compile(r"(?P<said>[A-Z][^\n“”\"]{20,400}[.!?…]) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})$")
"""A paragraph that ends with no more than a name."""
_KNOWN = 3
"""Mentions from which on a name behind a paragraph is of somebody in the article, not who took its picture."""


def find_signed(reading: Reading, entities: Entities) -> list[Labelled]:
    """All of it in the order of the text."""
    found = []
    for paragraph in reading.document.paragraphs:
        span = paragraph.span
        if paragraph.duplicate_of is not None or paragraph.kind in ("title", "byline", "caption", "boilerplate"):
            continue
        post = _POST.match(reading.text, span.start, span.end)
        match = post or _PULLED.match(reading.text, span.start, span.end)
        if match is None:
            continue
        words = reading.words(Span(*match.span("name")))
        if not words:
            continue
        last = words[-1]
        who = entities.at(Span(last.idx, last.idx + len(last)))
        if post is None and (who is None or who.kind != "person" or len(who.mentions) < _KNOWN):
            continue
        source = Source(last, Span(*match.span("name")))
        if who is not None and (who.kind not in ("person", "organisation") or "(" in who.name):
            who = None  # the model may take the handle for a part of the name
        found.append(Labelled(Span(*match.span("said")), source, who, "signed"))
    return found
