"""Descriptions of people: "a senior administration official", "the official", "officials"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from tui.analysis.entities import Entity
    from tui.analysis.words import Words

_DEFINITE = frozenset(["the", "this", "that"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_LEADERS = frozenset(
    "president premier minister chancellor king queen chairman chairwoman governor mayor chief secretary head".split()
)
_SAYING = frozenset(
    "say tell add write tweet ask reply note explain argue insist warn claim state declare announce acknowledge admit "
    "recall stress suggest comment remark describe call continue conclude respond".split()
)
_SAID = frozenset(
    "said says say told tells added adds wrote writes asked replied noted explained argued insisted warned claimed "
    "stated declared announced acknowledged admitted recalled stressed suggested commented remarked described called "
    "continued concluded responded".split()
)


@dataclass(eq=False, slots=True)
class Description:
    """A noun phrase for a person, or for people, without a name."""

    first: int
    """Its first word, after the article."""
    last: int
    """One past its head."""
    head: int
    """The noun."""
    noun: str
    """The noun, lower case and singular."""
    definite: bool
    """Whether it points back ("the official")."""
    plural: bool
    """Whether it is of several people."""
    speaks: bool
    """Whether it is the subject of a verb of saying."""


def singular(word: str) -> str:
    """The noun for one person that a plural is of; the word itself where it is none."""
    nouns = lexicon.person_nouns()
    for end, put in (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""), ("ves", "fe")):
        if word.endswith(end) and word[: -len(end)] + put in nouns:
            return word[: -len(end)] + put
    return "person" if word == "people" else word


def find_descriptions(words: Words, covered: set[int]) -> list[Description]:
    """The descriptions of people outside of names: `covered` are the words inside names."""
    nouns = lexicon.person_nouns()
    found = []
    for head, lower in enumerate(words.lower):
        if head in covered or words.pos[head] not in ("NOUN", "PROPN"):
            continue
        noun = lower if lower in nouns else singular(lower)
        plural = words.tag[head] in ("NNS", "NNPS")
        if noun not in nouns or words.dep[head] in ("compound", "appos", "attr", "nmod"):
            continue
        if head + 1 < len(words) and head + 1 in covered and words.sentence[head + 1] == words.sentence[head]:
            continue  # a title of the name that follows
        first = head
        while first and words.sentence[first - 1] == words.sentence[head] and head - first < 8:
            if words.pos[first - 1] in ("ADJ", "NOUN", "PROPN") or words.text[first - 1] == "-":
                first -= 1
            else:
                break
        before = words.lower[first - 1] if first and words.sentence[first - 1] == words.sentence[head] else ""
        definite = before in _DEFINITE
        if not definite and not plural and before not in _INDEFINITE:
            continue
        if plural and before and words.pos[first - 1] == "NUM":
            pass
        verb = words.head[head]
        speaks = words.dep[head] == "nsubj" and words.lower[verb] in _SAID
        if plural and not speaks:
            continue
        found.append(Description(first, head + 1, head, noun, definite, plural, speaks))
    return found


def fits(words: Words, description: Description, entity: Entity, brought_in: Description | None) -> float:
    """How well a definite description fits somebody known: 0 where it does not."""
    gender = lexicon.person_noun_genders().get(description.noun)
    if gender and entity.gender and gender != entity.gender:
        return 0.0
    if brought_in is not None:
        return 3.0 if brought_in.noun == description.noun else 0.0
    roles = [word.lower() for role in entity.roles for word in role.replace("-", " ").split()]
    if description.noun in roles:
        return 3.0
    if description.noun == "leader" and _LEADERS.intersection(roles):
        return 2.0
    return 0.0
