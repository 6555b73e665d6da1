"""What a noun of saying and its owner report: "Smith's claim that the pier was safe", "her vow to sue"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.around_fragments import held
from tui.analysis.cues import Cue, speaking_owner
from tui.analysis.equated import equated
from tui.analysis.extents import trimmed, whole_marks
from tui.analysis.indirect import Reported, mostly_marked
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_PROMISES = frozenset("promise pledge vow threat call demand request proposal plea".split())
"""Nouns whose infinitive says what was said as well."""
_CLAIMS = _PROMISES | frozenset(
    "claim warning allegation assertion accusation admission announcement suggestion argument prediction contention "
    "insistence denial assurance complaint statement comment remark conclusion assessment recommendation".split()
)
"""Nouns that say by themselves that somebody said what follows with "that"; a "report that" is often nobody's."""


def find_claimed(reading: Reading, told: list[Span]) -> Iterator[Reported]:
    """What is claimed, promised or asked for in a noun phrase whose owner is named, but for what is `told` already.

    `told` in the order of the text.
    """
    for noun, owner, clause in (*_equated(reading), *_owned(reading)):
        first, last = clause.left_edge, clause.right_edge
        span = trimmed(reading, Span(first.idx, whole_marks(reading, first.idx, last.idx + len(last))))
        if not reading.outside(first) or len(reading.words(span)) < 3 or mostly_marked(reading, span):
            continue
        if not held(told, span):
            source = reading.phrase(owner)
            yield Reported(span, Cue(noun, Span(noun.idx, noun.idx + len(noun)), "qc", source, "noun"))


def _owned(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """Nouns of saying with whose they are and the clause that says what: "Smith's claim that the pier was safe"."""
    for token in reading.tokens:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in _CLAIMS or not reading.outside(token):
            continue
        clause = next((child for child in token.rights if _says(token, child)), None)
        owner = speaking_owner(reading, token) if clause is not None else None
        if clause is not None and owner is not None:
            yield token, owner, clause


def _equated(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """The same where the clause is what they are said to be: "her message was that the town must wait"."""
    for token in reading.tokens:
        found = equated(reading, token) if token.lemma_ == "be" and reading.outside(token) else None
        clause = next((child for child in token.rights if child.dep_ == "ccomp"), None) if found else None
        if found is not None and clause is not None and clause.left_edge.lower_ == "that":
            yield *found, clause


def _says(noun: Token, clause: Token) -> bool:
    """Whether a clause is what the noun says, not one that tells which: "the claim that the pier was safe"."""
    if clause.dep_ not in ("acl", "ccomp", "relcl"):
        return False
    if clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.lefts):
        return noun.lemma_.lower() in _PROMISES
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
