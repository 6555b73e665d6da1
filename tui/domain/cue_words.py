"""The cue as a part of what is told: “denied that the pier was unsafe” says the opposite of its clause alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.findings import Quote
    from tui.domain.text import Document

_GAP = 24
"""Characters between a cue and reported speech up to which they are shown as they stand."""
_SAYS = frozenset(
    "say says said saying tell tells told telling add adds added adding state states stated stating "
    "write writes wrote writing".split()
)
"""Cues that say no more than that something was said: any other one, as "denied", belongs to what is told."""
_UNSAID = frozenset(
    "not never neither nor cannot without short declined declines refused refuses failed fails have".split()
)
"""What makes a cue say that something was not said, or that others say it was: "is said to have told"."""


def telling(quote: Quote, document: Document) -> str:
    """The cue before reported speech with the space behind it, as the article has it; "" for no more than "said"."""
    cue = quote.cue
    if not quote.reported or cue is None or cue.end > quote.span.start:
        return ""
    if document.sentence_at(cue.start) != quote.sentence:
        return ""
    words = document.slice(cue)
    said = words.casefold().replace("’", "'").split()
    if _SAYS.intersection(said) and not any(word in _UNSAID or word.endswith("n't") for word in said):
        return ""
    near = quote.span.start - cue.end <= _GAP
    return document.text[cue.start : quote.span.start] if near else f"{words} … "
