"""The name that a description ends in where the parser takes it for a part of that: "ambassador to Peru Ann Lee said".

Such names stand without a comma behind what somebody is of, to or for, or behind a comma that the parser gives to it:
"spokesman for the ministry Ann Lee", "Member for Hull, Ann Lee, says".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.edges import CALENDAR
from tui.analysis.labels import person_called
from tui.analysis.reading import Source
from tui.analysis.words import FINITE
from tui.domain.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading

_CALLED = frozenset(
    "company firm business group band duo trio quartet brand label charity foundation trust club team side ship boat "
    "yacht store shop chain magazine newspaper paper film movie song album book novel series show play game airline "
    "estate family household project campaign app website site horse dog".split()
)
"""What may have a person's name for its own: "a spokesman for the firm Hugo Boss"."""
_OFFICES = frozenset(["member", "senator", "deputy", "delegate", "candidate", "representative", "mp", "msp", "mep"])
"""Who is of a seat, though no list of roles may have them."""


def name_within(reading: Reading, source: Source, who: Callable[[Token], Entity | None]) -> Entity | None:
    """The one person whose name ends the description: "engineer and former mayor Ann Lee", "envoy to Peru Ann Lee".

    `who` tells the entity of a word.
    """
    words = reading.words(source.span)
    found = last_name(words, who)
    if found is None or words[-1].i == source.head.i:
        return None
    last, first = found
    over = False
    for word in words[:first]:
        if word.text == ",":
            return None
        over = over or word.pos_ == "ADP" or word.lower_ in ("'s", "’s")
        other = who(word)
        if other is not None and other.kind == "person" and other is not last:
            return None
    return last if not over or _closes(reading, source, words[:first], words[first:]) else None


def last_name(words: list[Token], who: Callable[[Token], Entity | None]) -> tuple[Entity, int] | None:
    """The person whose name ends some words, and at which of these it begins; None where none is named there."""
    last = who(words[-1]) if words else None
    if last is None or last.kind != "person":
        return None
    first = len(words) - 1
    while first and who(words[first - 1]) is last:
        first -= 1
    return last, first


def _closes(reading: Reading, source: Source, before: list[Token], name: list[Token]) -> bool:
    """Whether a name is not of whom the description is "of" but of whom it describes."""
    if not before or not _describes(reading, source.head) or source.head.i >= before[-1].i:
        return False
    if len(name) < 2 and name[0].ent_type_ != "PERSON":
        return False
    return _of(before[-1])


def _describes(reading: Reading, head: Token) -> bool:
    return reading.is_person(head) and head.ent_type_ != "PERSON" and not is_calendar(head)


def _of(noun: Token) -> bool:
    """Whether a noun can be what somebody is of: a place, a body, a portfolio; no person, and nothing with a name."""
    word = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or word in _CALLED or noun.text in lexicon.words("titles"):
        return False
    if word in lexicon.person_nouns() or noun.lower_ in lexicon.person_nouns():
        return False
    return noun.pos_ == "PROPN" or lexicon.noun_kinds().get(word) not in ("person", "thing")


def is_calendar(word: Token) -> bool:
    """Whether a word is a day or a month, or says which day."""
    return word.lower_ in CALENDAR or word.lower_ in ("yesterday", "today", "tonight", "tomorrow")


def name_beside(reading: Reading, source: Source, who: Callable[[Token], Entity | None]) -> Entity | None:
    """The person whose name stands between commas behind what a description is of: "Member for Hull, Ann Lee, says"."""
    head = source.head
    set_off = _set_off(reading, source, who)
    if set_off is not None or not (_describes(reading, head) or head.lower_ in _OFFICES):
        return set_off
    for preposition in head.rights:
        if preposition.dep_ != "prep":
            continue
        for noun in preposition.rights:
            if noun.dep_ != "pobj" or noun.ent_type_ == "PERSON" or noun.tag_ == "NNS" or not _of(noun):
                continue
            for name in noun.rights:
                if name.dep_ != "appos" or name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
                    continue
                beside = who(name)
                if reading.outside(name) and beside is not None and beside.kind == "person":
                    return beside
    return None


def _set_off(reading: Reading, source: Source, who: Callable[[Token], Entity | None]) -> Entity | None:
    """The person whose name alone stands between commas behind a description: "told by a diver, Ann Lee, that"."""
    tokens, head = reading.tokens, source.head
    at = reading.range(source.span).stop
    if at - 1 > head.i and not (_describes(reading, head) and _of(tokens[at - 1])):
        return None
    if at + 2 >= len(tokens) or tokens[at].text != "," or head.tag_ != "NN":
        return None
    if lexicon.noun_kinds().get(head.lemma_.lower()) in ("thing", "place", "organisation"):
        return None
    found, first = who(tokens[at + 1]), at + 1
    if (
        found is None
        or found.kind != "person"
        or tokens[first].ent_type_ != "PERSON"
        or not reading.outside(tokens[first])
    ):
        return None
    while at + 1 < len(tokens) and tokens[at + 1].ent_type_ == "PERSON" and who(tokens[at + 1]) is found:
        at += 1
    if at + 2 >= len(tokens) or at == first or tokens[at + 1].text not in (",", "."):
        return None
    listed = tokens[at + 1].text == "," and tokens[at + 2].lower_ in ("and", "or")
    return None if listed else found


def name_behind(reading: Reading, source: Source, entities: Entities) -> tuple[Source, Entity] | None:
    """The person whose surname, taken for another word, stands behind a description: "actor Oh said"."""
    at = reading.range(source.span).stop
    if at + 1 >= len(reading.tokens) or not reading.is_person(source.head) or source.head.pos_ != "NOUN":
        return None
    name, verb = reading.tokens[at], reading.tokens[at + 1]
    if not name.is_title or name.is_sent_start or verb.tag_ not in FINITE or reading.inside[at] >= 0:
        return None
    who = person_called(entities, name.text)
    if who is None:
        return None
    return Source(name, Span(source.span.start, name.idx + len(name))), who
