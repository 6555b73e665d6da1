"""Offices that the parser takes for verbs before the name of who holds them: "transport lead Ann Lee said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicon import person_nouns
from tui.analysis.reading import Source
from tui.domain.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.reading import Reading

_OFFICES = frozenset("lead head chair coach host guide judge pilot captain chief".split())
"""Words for who leads something that are verbs as well."""
_OF = frozenset(["NOUN", "PROPN", "ADJ"])
_LONGEST = 4
"""Words of what somebody is lead of, and of a name."""


def over_office(reading: Reading, source: Source) -> Source:
    """The name behind an office that the parser takes for a verb: "said EPA head Jane Lee", "says firm boss Orr"."""
    tokens, at = reading.tokens, reading.range(source.span).stop
    if at + 1 >= len(tokens) or tokens[at].pos_ != "VERB" or not tokens[at].is_lower:
        return source
    office = tokens[at].lower_ in person_nouns() or tokens[at].lower_ in _OFFICES
    if not office or tokens[at + 1].ent_type_ != "PERSON":
        return source
    name = _name_from(reading, at + 1)
    return Source(name, Span(source.span.start, name.idx + len(name)))


def office_beside(reading: Reading, verb: Token) -> Source | None:
    """The name straight before a finite `verb`, or behind one that follows a quote, with such an office before it.

    "“…,” transport lead Ann Lee said"; None for other words.
    """
    if verb.tag_ not in ("VBD", "VBZ") or verb.i == 0:
        return None
    before = reading.tokens[verb.i - 1]
    if before.ent_type_ == "PERSON" and before.dep_ == "dobj":
        return _office_before(reading, before)
    if not before.is_space and reading.outside(before):
        return None
    first = at = verb.i + 1
    while at < min(first + _LONGEST, len(reading.tokens)) and reading.tokens[at].pos_ in _OF:
        at += 1
    if at == first or at + 1 >= len(reading.tokens) or not _is_office(reading, reading.tokens[at]):
        return None
    name = _name_from(reading, at + 1)
    return Source(name, Span(reading.tokens[first].idx, name.idx + len(name)))


def _office_before(reading: Reading, name: Token) -> Source | None:
    at = name.i
    while at and reading.tokens[at].ent_type_ == "PERSON" and name.i - at < _LONGEST:
        at -= 1
    if not _is_office(reading, reading.tokens[at]):
        return None
    first = at
    while first and reading.tokens[first - 1].pos_ in _OF and reading.outside(reading.tokens[first - 1]):
        first -= 1
    opens = first == 0 or reading.tokens[first].is_sent_start or not reading.outside(reading.tokens[first - 1])
    opens = opens or reading.tokens[first - 1].lower_ in ("the", "'s", "’s")
    return Source(name, Span(reading.tokens[first].idx, name.idx + len(name))) if opens and first < at else None


def _is_office(reading: Reading, word: Token) -> bool:
    """Whether a word before a name is such an office, though it has the tag of a verb."""
    behind = reading.tokens[word.i + 1] if word.i + 1 < len(reading.tokens) else word
    verb = word.tag_ in ("VB", "VBP") and word.lower_ in _OFFICES and reading.outside(word)
    return verb and behind.ent_type_ == "PERSON" and behind.pos_ == "PROPN" and not behind.is_sent_start


def _name_from(reading: Reading, at: int) -> Token:
    """The last word of the name that begins at a token."""
    last = at
    while last + 1 < len(reading.tokens) and last - at < _LONGEST and reading.tokens[last + 1].ent_type_ == "PERSON":
        last += 1
    return reading.tokens[last]
