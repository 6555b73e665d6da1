"""The name that a clause parts from the description it explains: "the woman who runs the station, Ann Lee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from tui.analysis.entities import Entity
    from tui.analysis.reading import Reading, Source

_LONGEST = 16
"""Words of a clause between a description and its name."""
_CLOSES = frozenset([",", ".", ";", "—", "–", "”", '"', "’"])


def name_over_clause(reading: Reading, source: Source, who: Callable[[Token], Entity | None]) -> Entity | None:
    """The person whose name alone stands behind a "who" clause; None where it may be of somebody in the clause.

    `who` tells the entity of a word.
    """
    tokens, head = reading.tokens, source.head
    at = reading.range(source.span).stop
    if at >= len(tokens) or tokens[at].lower_ not in ("who", "that") or head.tag_ not in ("NN", "NNP"):
        return None
    if not (reading.is_person(head) or head.ent_type_ == "NORP"):
        return None
    comma = at
    while comma < len(tokens) and tokens[comma].text != ",":
        if comma - at > _LONGEST or tokens[comma].is_sent_start or not reading.outside(tokens[comma]):
            return None
        comma += 1
    if comma + 1 >= len(tokens) or not reading.outside(tokens[comma]) or _is_somebody(tokens[comma - 1], who):
        return None
    first = last = comma + 1
    found = who(tokens[first])
    while last + 1 < len(tokens) and who(tokens[last + 1]) is found and tokens[last + 1].pos_ == "PROPN":
        last += 1
    if found is None or found.kind != "person" or tokens[first].pos_ != "PROPN" or not reading.outside(tokens[first]):
        return None
    gender = lexicon.person_noun_genders().get(head.lower_)
    if gender and found.gender not in (None, gender):
        return None
    return found if last + 1 >= len(tokens) or tokens[last + 1].text in _CLOSES else None


def _is_somebody(word: Token, who: Callable[[Token], Entity | None]) -> bool:
    """Whether the last word of the clause may be who the name is of: "who drove for the premier, Ann Lee"."""
    named = who(word)
    return word.lower_ in lexicon.person_nouns() or (named is not None and word.pos_ != "PRON")
