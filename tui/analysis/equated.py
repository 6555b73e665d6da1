"""What somebody's answer, message or argument is said to be: "Smith's answer was that “…”", "her message is that P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.cues import speaking_owner
from tui.analysis.reading import communication_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_AS_IF_SAID = frozenset(["line", "refrain", "theory", "reasoning", "takeaway", "verdict", "reaction"])
"""Nouns that are of communication only where they are said to be something."""
_BEING = frozenset(["be", "remain"])


def equated(reading: Reading, being: Token) -> tuple[Token, Token] | None:
    """The noun of communication of which `being` says what it is, and whose it is; None where it is no such verb."""
    if being.lemma_.lower() not in _BEING or any(child.dep_ == "neg" for child in being.children):
        return None
    for noun in being.lefts:
        if noun.dep_ != "nsubj" or noun.pos_ != "NOUN" or not reading.outside(noun):
            continue
        word = noun.lemma_.lower()
        owner = speaking_owner(reading, noun) if word in communication_nouns() or word in _AS_IF_SAID else None
        if owner is not None:
            return noun, owner
    return None
