"""The one person of a text who is what a description says, named long before it or only after it.

"The judge said" far below "Judge Ann Lee"; "the night pilot wrote" above "the pilot, Ann Lee, left".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.nominals import american

if TYPE_CHECKING:
    from tui.analysis.entities import Entities, Entity
    from tui.analysis.reading import Reading, Source
    from tui.analysis.turns import Turn
    from tui.domain.findings import Mention

_RANKS = frozenset("prime vice deputy former ex late acting interim assistant senior chief shadow associate".split())
_LINKS = frozenset("of for under at to in with on from".split())
_OFFICES = frozenset(
    "commissioner ombudsman coroner judge magistrate mayor governor sheriff minister premier president chancellor "
    "bishop archbishop justice auditor ambassador headteacher headmaster superintendent".split()
)
"""Offices of which a story seldom has two that are not told apart."""
_HEADS_OF_STATE = frozenset("president chancellor premier minister".split())
"""Offices of which a text may mean the state's by the bare word, and name those of other bodies."""
_AHEAD = 12
"""Sentences ahead that a name may explain a description."""
_CLOSE = 4
"""The same where the office stands before the name as a title."""


def sole_bearer(
    reading: Reading, source: Source, found: Entity | None, entities: Entities, turns: list[Turn]
) -> Entity | None:
    """The one person for whom "the judge" can stand; None for other words, and where none or several can.

    `found` is the description's own entity: where that was brought in before, it stands for itself.
    """
    head, words = source.head, reading.words(source.span)
    if head.tag_ not in ("NN", "NNP") or words[-1].i != head.i or head.lower_ not in lexicon.words("roles"):
        return None
    if found is not None and any(mention.span.end < words[0].idx for mention in found.mentions):
        return None
    owned = any(child.dep_ == "poss" for child in head.lefts)
    if not owned and words[0].lower_ != "the":
        return None
    said = frozenset(word.lower_ for word in words)
    gender = lexicon.person_noun_genders().get(head.lower_)
    bearers = [person for person in entities.people if _bears(person, head.lower_, said)]
    if len(bearers) != 1 or (gender and bearers[0].gender not in (None, gender)):
        return None
    person = bearers[0]
    names = [m for m in person.mentions if m.kind == "name" and reading.inside[reading.range(m.span).start] < 0]
    if not names:
        return None
    if names[0].span.end <= source.span.start:
        bare = len(words) == 2 and not owned
        return person if bare and any(turn.who.entity is person for turn in turns) else None
    return person if _explains(reading, names[0], head.lower_, reading.document.sentence_at(head.idx)) else None


def _bears(person: Entity, noun: str, said: frozenset[str]) -> bool:
    """Whether somebody is what a noun says, in the same rank."""
    for role in person.roles:
        words = role.lower().replace("-", " ").split()
        link = next((place for place, word in enumerate(words) if word in _LINKS), len(words))
        own = words[:link]
        if own and american(own[-1]) == american(noun):
            return not any((rank in own) != (rank in said) for rank in _RANKS)
    return False


def _explains(reading: Reading, name: Mention, noun: str, here: int) -> bool:
    """Whether the first name of somebody follows "the pilot," or a title that says what a description above it says.

    `here` is the sentence of the description.
    """
    first = reading.range(name.span).start
    if first < 2 or not 0 <= name.sentence - here <= _AHEAD:
        return False
    before = reading.tokens[first - 1]
    if before.text == ",":
        described = reading.tokens[first - 2]
        if described.lower_ != noun:
            return False
        heads = noun in _HEADS_OF_STATE  # no "the company's president", where the text says "the president"
        return any(child.lower_ == "the" or (child.dep_ == "poss" and not heads) for child in described.lefts)
    return before.lower_ == noun and before.is_title and noun in _OFFICES and name.sentence - here <= _CLOSE
