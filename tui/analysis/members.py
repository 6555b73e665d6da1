"""Who speaks for a body: one of its own ("the Music Institute's Ann Lee"), or those it consists of ("the jurors")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.names_behind import last_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source
    from tui.analysis.turns import Turn

_CONSIST = {"juror": "jury", "panelist": "panel", "panellist": "panel"}
"""Whom a body consists of who speak with one voice."""
_OWNS = frozenset(["'s", "’s", "'", "’"])


def owned_name(reading: Reading, source: Source, who: Callable[[Token], Entity | None]) -> Entity | None:
    """The person whose name ends the words and whose owner the parser takes for their head; None for other words."""
    words = reading.words(source.span)
    found = last_name(words, who) if len(words) > 2 else None
    if found is None:
        return None
    last, first = found
    while first and words[first - 1].text.rstrip(".") in ("Dr", "Prof", "Mr", "Ms", "Mrs", "Sir", "Dame", "Professor"):
        first -= 1
    return last if first and words[first - 1].text in _OWNS and source.head.i < words[first - 1].i else None


def body_of(
    reading: Reading, source: Source, entities: Entities, turns: list[Turn]
) -> tuple[str, Entity | None] | None:
    """The one body, named or not, of which "the jurors" are; None for other words and where several may be meant."""
    body = _CONSIST.get(source.head.lemma_.lower())
    opening = reading.words(source.span)[:1]
    if body is None or source.head.tag_ != "NNS" or not opening or opening[0].lower_ != "the":
        return None
    named = [entity for entity in entities.organisations if entity.name.lower().split()[-1] == body]
    named = [entity for entity in named if entity.mentions and entity.mentions[0].span.start < source.span.start]
    if named:
        return (named[0].name, named[0]) if len(named) == 1 else None
    spoke = next((turn.who for turn in reversed(turns) if turn.who.name.lower().split()[-1] == body), None)
    return (spoke.name, spoke.entity) if spoke is not None else None
