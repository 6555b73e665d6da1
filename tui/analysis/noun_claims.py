"""What a noun of saying and its owner report: "Smith's claim that the pier was safe", "her vow to sue"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.around_fragments import held
from tui.analysis.cues import Cue, possessor
from tui.analysis.equated import equated
from tui.analysis.extents import trimmed, whole_marks
from tui.analysis.indirect import Reported, mostly_marked
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from tui.analysis.reading import Reading, Source

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
    yield from _equated(reading, told)
    for token in reading.tokens:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in _CLAIMS or not reading.outside(token):
            continue
        clause = next((child for child in token.rights if _says(token, child)), None)
        source = _owner(reading, token) if clause is not None else None
        if clause is None or source is None:
            continue
        first, last = clause.left_edge, clause.right_edge
        span = trimmed(reading, Span(first.idx, whole_marks(reading, first.idx, last.idx + len(last))))
        if not reading.outside(first) or len(reading.words(span)) < 3 or mostly_marked(reading, span):
            continue
        if not held(told, span):
            yield Reported(span, Cue(token, Span(token.idx, token.idx + len(token)), "qc", source, "noun"))


def _equated(reading: Reading, told: list[Span]) -> Iterator[Reported]:
    """What somebody's answer or message is: "her message was that the town must wait"."""
    for token in reading.tokens:
        found = equated(reading, token) if token.lemma_ == "be" and reading.outside(token) else None
        clause = next((child for child in token.rights if child.dep_ == "ccomp"), None) if found else None
        if found is None or clause is None:
            continue
        noun, owner = found
        first, last = clause.left_edge, clause.right_edge
        if first.lower_ != "that" or not reading.outside(first):
            continue
        span = trimmed(reading, Span(first.idx, whole_marks(reading, first.idx, last.idx + len(last))))
        if len(reading.words(span)) < 3 or mostly_marked(reading, span) or held(told, span):
            continue
        yield Reported(span, Cue(noun, Span(noun.idx, noun.idx + len(noun)), "qc", reading.phrase(owner), "noun"))


def _says(noun: Token, clause: Token) -> bool:
    """Whether a clause is what the noun says, not one that tells which: "the claim that the pier was safe"."""
    if clause.dep_ not in ("acl", "ccomp", "relcl"):
        return False
    if clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.lefts):
        return noun.lemma_.lower() in _PROMISES
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)


def _owner(reading: Reading, noun: Token) -> Source | None:
    owner = possessor(reading, noun)
    if owner is None or not (owner.tag_ == "PRP$" or reading.can_speak(owner)):
        return None
    return reading.phrase(owner)
